"""Full text search over folded words: FTS5 on SQLite, tsvector on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from riwayat.text.folding import fold

__all__ = ["compact", "forget", "index", "matching"]


def index(report: int, title: str | None, text: str) -> None:
    """Makes a report findable; part of the transaction that adds it."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "INSERT INTO store_words (rowid, title, body) VALUES (%s, %s, %s)",
                [report, fold(title or ""), fold(text)],
            )
        else:
            cursor.execute(
                "INSERT INTO store_words (rowid, words) VALUES "
                "(%s, setweight(to_tsvector('simple', %s), 'A') || to_tsvector('simple', %s))",
                [report, fold(title or ""), fold(text)],
            )


def forget(report: int) -> None:
    """Takes a report out of the index."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_words WHERE rowid = %s", [report])


def compact() -> None:
    """Rewrites the index of SQLite, so that nothing of what was forgotten stays in it."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO store_words (store_words) VALUES ('optimize')")


def matching(words: str, *, most: int | None = None) -> Iterator[int]:
    """Ids of the reports that hold all these words, best first; words in double quotes stand together.

    Case, diacritics and the ways of writing Arabic letters make no difference.
    """
    phrases = _phrases(words)
    if not phrases:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            query = " AND ".join(f'"{phrase}"' for phrase in phrases)
            sql = "SELECT rowid FROM store_words WHERE store_words MATCH %s ORDER BY bm25(store_words, 4.0, 1.0), rowid"
            parameters = [query]
        else:
            query = " && ".join(["phraseto_tsquery('simple', %s)"] * len(phrases))
            sql = (
                f"SELECT rowid FROM store_words, (SELECT {query} AS wanted) AS query "
                "WHERE words @@ wanted ORDER BY ts_rank(words, wanted) DESC, rowid"
            )
            parameters = phrases
        cursor.execute(sql + (f" LIMIT {most:d}" if most is not None else ""), parameters)
        found = cursor.fetchall()
    yield from (row[0] for row in found)


def _phrases(words: str) -> list[str]:
    """The folded words one by one, those in double quotes together; folding leaves no quotation marks."""
    parts = words.split('"')
    phrases = []
    for number, part in enumerate(parts):
        folded = fold(part)
        phrases += ([folded] if folded else []) if number % 2 else folded.split()
    return phrases
