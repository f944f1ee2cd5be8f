"""Reports by their words."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from riwayat.site.api.asked import Paged, Text
from riwayat.site.api.paging import Page, page, place
from riwayat.site.masks import masks
from riwayat.store import models as rows
from riwayat.store.finding import Hit, hit
from riwayat.store.reading_rows import source_of
from riwayat.store.search import matching

__all__ = ["Hits", "router"]

router = Router(tags=["reports"])


class Which(Paged):
    """Which words."""

    cursor: Annotated[str, Field(pattern=r"^[0-9]{1,9}\.[0-9]{1,18}$")] | None = None
    """From where on: as `next` of the page before has it."""
    words: Text
    """All in one report; words in double quotes stand together."""


class Hits(Page[Hit]):
    """A page of what was found."""


@router.get("", response=Hits, summary="Reports by their words")
def search(request: HttpRequest, asked: Query[Which]) -> Hits:
    """Reports that hold all the words, the best first, each with a stretch of its text: `riwayat search --json`.

    Case, diacritics and the ways of writing Arabic letters make no difference.
    """
    found = list(matching(asked.words))
    places = {pk: number for number, pk in enumerate(found)}
    after = place(asked.cursor)
    start = places.get(int(after[1]), after[0]) + 1 if after else 0
    return page(
        Hits,
        request,
        found[start:],
        asked.limit,
        lambda pk: _hit(pk, asked.words),
        lambda pk: f"{places[pk]}.{pk}",
    )


def _hit(pk: int, words: str) -> Hit:
    row = rows.Report.objects.select_related("outlet", "page").get(pk=pk)
    shown, source = hit(row, words, masks().of([row.key])), source_of(row)
    # The path of a file says nothing to others, and something about this machine.
    return replace(shown, address=source.url or source.file or "")
