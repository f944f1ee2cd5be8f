"""Full text search over folded words: FTS5 on SQLite, tsvector on PostgreSQL.

Names of private people are kept apart from the other words: who may not see them cannot ask for them either, since
that something is found tells as much as a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.db import connection
from django.db.models.expressions import RawSQL

from riwayat.model import Reading
from riwayat.text.folding import fold
from riwayat.told.masking import Mask, names_of

__all__ = ["compact", "forget", "holding", "index", "matching"]

_INDEX: Final = {
    "sqlite": "INSERT INTO store_words (rowid, title, body, hidden) VALUES (%s, %s, %s, %s)",
    "postgresql": (
        "INSERT INTO store_words (rowid, words, hidden) VALUES (%s, setweight(to_tsvector('simple', %s), 'A') "
        "|| to_tsvector('simple', %s), to_tsvector('simple', %s))"
    ),
}


def index(report: int, reading: Reading) -> None:
    """Makes a report findable by what it says, in place of what it was found by; part of a transaction."""
    mask = Mask([names_of(reading)])
    title, in_title = _parted(reading.report.title or "", mask)
    body, in_body = _parted(reading.report.text, mask)
    forget(report)
    with connection.cursor() as cursor:
        cursor.execute(_INDEX[connection.vendor], [report, title, body, f"{in_title} {in_body}"])


def _parted(words: str, mask: Mask) -> tuple[str, str]:
    """The words without private names, and these names; both folded."""
    public, hidden, done = [], [], 0
    for start, end in mask.hidden(words):
        public.append(words[done:start])
        hidden.append(words[start:end])
        done = end
    return fold(" ".join([*public, words[done:]])), fold(" . ".join(hidden))


def forget(report: int) -> None:
    """Takes a report out of the index."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_words WHERE rowid = %s", [report])


def compact() -> None:
    """Rewrites the index of SQLite, so that nothing of what was forgotten stays in it."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO store_words (store_words) VALUES ('optimize')")


def matching(words: str, *, most: int | None = None, unmasked: bool = False) -> Iterator[int]:
    """Ids of the reports that hold all these words, best first; words in double quotes stand together.

    Case, diacritics and the ways of writing Arabic letters make no difference.  Names of private people are found
    only with `unmasked`: for the local user's own eyes.
    """
    phrases = _phrases(words)
    if not phrases:
        return
    sql, parameters = _asked(phrases, unmasked=unmasked)
    order = (
        "bm25(store_words, 4.0, 1.0, 1.0)" if connection.vendor == "sqlite" else "ts_rank(words, wanted) DESC"
    )
    with connection.cursor() as cursor:
        limit = f" LIMIT {most:d}" if most is not None else ""
        cursor.execute(f"{sql} ORDER BY {order}, rowid{limit}", parameters)
        found = cursor.fetchall()
    yield from (row[0] for row in found)


def holding(words: str, *, unmasked: bool = False) -> RawSQL | None:
    """The same reports as a part of another question to the database, in no order; None where no word is asked for."""
    phrases = _phrases(words)
    return RawSQL(*_asked(phrases, unmasked=unmasked)) if phrases else None


def _asked(phrases: list[str], *, unmasked: bool) -> tuple[str, list[str]]:
    if connection.vendor == "sqlite":
        query = " AND ".join(f'"{phrase}"' for phrase in phrases)
        columns = "" if unmasked else "{title body} : "
        return "SELECT rowid FROM store_words WHERE store_words MATCH %s", [f"{columns}({query})"]
    query = " && ".join(["phraseto_tsquery('simple', %s)"] * len(phrases))
    held = "(words || hidden)" if unmasked else "words"
    return (
        f"SELECT rowid FROM store_words, (SELECT {query} AS wanted) AS query WHERE {held} @@ wanted",
        phrases,
    )


def _phrases(words: str) -> list[str]:
    """The folded words one by one, those in double quotes together; folding leaves no quotation marks."""
    parts = words.split('"')
    phrases = []
    for number, part in enumerate(parts):
        folded = fold(part)
        phrases += ([folded] if folded else []) if number % 2 else folded.split()
    return phrases
