"""Happenings: the chronicle, one happening with all that it rests on, and why it is what it is."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from riwayat import told
from riwayat.model import Happening as Value
from riwayat.site.api.asked import AsOf, Filters
from riwayat.site.api.paging import Page, day_of, number_of, page, place
from riwayat.site.api.short import short
from riwayat.site.masks import masks
from riwayat.site.related import related as related_to
from riwayat.store.explaining import explained
from riwayat.store.queries import Place, happening_called, placed
from riwayat.store.telling import in_full
from riwayat.told import Happening
from riwayat.told.explanation import Explanation
from riwayat.told.tellings import HappeningInFull
from riwayat.told.tellings import in_full as as_form

__all__ = ["Happenings", "router"]

router = Router(tags=["happenings"])


class Happenings(Page[Happening]):
    """A page of the chronicle."""


@router.get("", response=Happenings, summary="The chronicle")
def happenings(request: HttpRequest, asked: Query[Filters]) -> Happenings:
    """What happened, by day, and on how many independent origins it rests: `riwayat chronicle --json`."""
    after = place(asked.cursor)
    found = placed(
        asked.wanted,
        after=Place(day_of(after[0]), after[1]) if after else None,
        newest_first=asked.order == "newest",
    )
    return page(
        Happenings,
        request,
        found,
        asked.limit,
        lambda one: _shown(one[1]),
        lambda one: f"{number_of(one[0].day)}.{one[0].id}",
    )


@router.get("/{id}", response=HappeningInFull, summary="One happening in full")
def happening(request: HttpRequest, id: str, asked: Query[AsOf]) -> HappeningInFull:
    """A happening with its origins, disputes, and the words of every report: `riwayat show ID --json`.

    An id that it had before it was joined to another still leads to it.
    """
    found = in_full(id, as_of=asked.as_of)
    mask = masks().of(found.sources)
    return as_form(told.happening(short(found.happening), mask), short(found.tellings), mask)


@router.get("/{id}/explanation", response=Explanation, summary="Why a happening is what it is")
def explanation(request: HttpRequest, id: str, asked: Query[AsOf]) -> Explanation:
    """Folds of its origins, joins and refusals of accounts, what curators judged: `riwayat explain ID --json`."""
    found = in_full(id, as_of=asked.as_of)
    why = explained(found, as_of=asked.as_of)
    beside = (account.report for join in why.joins for account in (join.a, join.b))
    return masks().of(sorted({*found.sources, *beside})).of(short(why))


@router.get("/{id}/related", response=Happenings, summary="Happenings related to one")
def related(request: HttpRequest, id: str, asked: Query[AsOf]) -> Happenings:
    """A few others that the same reports tell, or that lie near it in place and time; most closely tied first."""
    here = in_full(id, as_of=asked.as_of).happening
    beside = (happening_called(entry.id, as_of=asked.as_of) for entry in related_to(here.id, asked.as_of))
    return Happenings(items=tuple(_shown(one) for one in beside if one is not None), next=None)


def _shown(value: Value) -> Happening:
    return told.happening(short(value), masks().of(report.id for report in value.reports))
