"""The full-text index: FTS5 on SQLite, a tsvector of plain words on PostgreSQL, both over folded text."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations

_CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE store_words USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 0')"
    ],
    "postgresql": [
        "CREATE TABLE store_words (rowid bigint PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX store_words_words ON store_words USING gin (words)",
    ],
}


def _create(apps: Any, editor: Any) -> None:
    for statement in _CREATE[editor.connection.vendor]:
        editor.execute(statement)


def _drop(apps: Any, editor: Any) -> None:
    editor.execute("DROP TABLE store_words")


class Migration(migrations.Migration):
    """Beside the tables of the models, since Django has no word for this one."""

    dependencies: ClassVar = [("store", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(_create, _drop)]
