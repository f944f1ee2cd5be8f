"""Whether a name is a private person's, and a full-text index in which such names stand apart."""

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
        reading = unpacked(Reading, report.reading)
        index(report.pk, reading)
        private = private_names(reading.entities, ())
        for row in named.filter(report=report, kind__in=["", "person"]):
            if any(f" {one} " in f" {fold(row.name)} " for one in private):
                named.filter(pk=row.pk).update(private=True)


class Migration(migrations.Migration):
    """What is there is worked through once."""

    dependencies: ClassVar = [("store", "0002_words")]
    operations: ClassVar = [
        migrations.AddField("named", "private", models.BooleanField(default=False)),
        migrations.RunPython(_index_anew, migrations.RunPython.noop),
    ]
