"""Whether a name is a private person's, a full-text index in which such names stand apart, indexes for lists."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations, models

from riwayat.model import Reading

_CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE store_words USING fts5(title, body, hidden, "
        "tokenize = 'unicode61 remove_diacritics 0')"
    ],
    "postgresql": [
        "CREATE TABLE store_words (rowid bigint PRIMARY KEY, words tsvector NOT NULL, hidden tsvector NOT NULL)",
        "CREATE INDEX store_words_words ON store_words USING gin (words)",
        "CREATE INDEX store_words_all ON store_words USING gin ((words || hidden))",
    ],
}


def _index_anew(apps: Any, editor: Any) -> None:
    from riwayat.store.reading_rows import private_names, unpacked
    from riwayat.store.search import index
    from riwayat.text.folding import fold

    editor.execute("DROP TABLE store_words")
    for statement in _CREATE[editor.connection.vendor]:
        editor.execute(statement)
    named = apps.get_model("store", "Named").objects
    for report in apps.get_model("store", "Report").objects.order_by("pk").iterator(100):
        reading = unpacked(Reading, report.corrected or report.reading)
        index(report.pk, reading)
        private = private_names(reading.entities, ())
        for row in named.filter(report=report, kind__in=["", "person"]):
            if any(f" {one} " in f" {fold(row.name)} " for one in private):
                named.filter(pk=row.pk).update(private=True)


class Migration(migrations.Migration):
    """What is there is worked through once."""

    dependencies: ClassVar = [("store", "0003_corrections")]
    operations: ClassVar = [
        migrations.AddField("named", "private", models.BooleanField(default=False)),
        migrations.AddIndex(
            "report", models.Index(fields=["replaced_by", "outlet", "known_from"], name="report_counted")
        ),
        migrations.AddIndex(
            "happening",
            models.Index(
                fields=["-day_from", "id", "day_to", "reports", "independent_origins", "disputed", "type"],
                name="happening_listed",
            ),
        ),
        migrations.AddIndex("happening", models.Index(fields=["lat", "lon"], name="happening_where")),
        migrations.AddIndex("account", models.Index(fields=["report", "happening"], name="account_told")),
        migrations.AddIndex("account", models.Index(fields=["id", "happening"], name="account_part")),
        migrations.AddIndex(
            "named", models.Index(fields=["role", "folded", "private", "account"], name="named_in_account")
        ),
        migrations.RunPython(_index_anew, migrations.RunPython.noop),
    ]
