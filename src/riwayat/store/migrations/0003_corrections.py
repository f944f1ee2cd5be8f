"""One table for all that curators say; judgements move into it with their numbers."""

from __future__ import annotations

from typing import Any, ClassVar

import django.db.models.deletion
from django.core.management.color import no_style
from django.db import migrations, models


def _move(apps: Any, editor: Any) -> None:
    correction, about = apps.get_model("store", "Correction"), apps.get_model("store", "About")
    for row in apps.get_model("store", "Judgement").objects.order_by("pk"):
        made = correction.objects.create(
            pk=row.pk,
            act=row.pk,
            subject="happening",
            what="verdict",
            about={"a": row.a, "b": row.b},
            value=row.verdict,
            because=row.because,
            who=row.who,
            at=row.at,
            undone_at=row.undone_at,
        )
        about.objects.bulk_create([about(correction=made, key=key) for key in (row.a, row.b)])
    for statement in editor.connection.ops.sequence_reset_sql(no_style(), [correction]):
        editor.execute(statement)  # the numbers were given here, and the next one must be another


class Migration(migrations.Migration):
    """Corrections of readings, beside verdicts on happenings."""

    dependencies: ClassVar = [("store", "0002_words")]
    operations: ClassVar = [
        migrations.AddField("report", "corrected", models.BinaryField(null=True)),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("act", models.BigIntegerField(db_index=True)),
                ("subject", models.TextField()),
                ("what", models.TextField()),
                ("about", models.JSONField()),
                ("value", models.JSONField(null=True)),
                ("because", models.TextField()),
                ("who", models.TextField()),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                ("undone_by", models.TextField(null=True)),
                ("reports", models.ManyToManyField(related_name="corrections", to="store.report")),
            ],
        ),
        migrations.CreateModel(
            name="About",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.TextField(db_index=True)),
                (
                    "correction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="store.correction",
                    ),
                ),
            ],
        ),
        migrations.RunPython(_move, migrations.RunPython.noop),
        migrations.DeleteModel("Judgement"),
    ]
