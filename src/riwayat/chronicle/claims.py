"""What each origin of a happening says of it: figures, doers, place, day, and whether it took place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from riwayat.chronicle.lines import Line, when
from riwayat.chronicle.sameness import Days, days_of
from riwayat.model import Modality, Origin, Party, Quantity, Span, Where

__all__ = ["COUNTED", "Claim", "Said", "claims"]

COUNTED: Final = frozenset({"killed", "wounded", "detained", "displaced", "participants", "missing"})
"""What is counted under the same word in every language."""
_HAPPENED: Final[frozenset[Modality]] = frozenset({"asserted", "ongoing", "alleged", "background"})


@dataclass(frozen=True, slots=True)
class Said:
    """A value that a line gives, with its words."""

    line: Line
    span: Span
    low: int | None = None
    high: int | None = None
    happened: bool | None = None
    parties: tuple[Party, ...] = ()
    where: Where | None = None
    days: Days | None = None

    @property
    def order(self) -> tuple[str, str, str]:
        """By time of publication."""
        return when(self.line.source)


@dataclass(frozen=True, slots=True)
class Claim:
    """All that one origin says about one thing, oldest first."""

    about: str
    origin: Origin
    said: tuple[Said, ...]


def claims(origins: Sequence[Origin], lines: Sequence[Sequence[Line]]) -> list[Claim]:
    """What each origin says, by subject; `lines` are those of each origin, in the same order."""
    found = []
    for origin, those in zip(origins, lines, strict=True):
        by_subject: dict[str, list[Said]] = {}
        for line in those:
            for about, said in _all_said(line):
                by_subject.setdefault(about, []).append(said)
        found += [
            Claim(about, origin, tuple(sorted(said, key=lambda one: one.order)))
            for about, said in by_subject.items()
        ]
    return found


def _all_said(line: Line) -> Iterable[tuple[str, Said]]:
    told, account = line.told, line.account
    happened = told.modality in _HAPPENED
    if happened or told.modality == "denied":
        yield "whether", Said(line, told.sentence, happened=happened)
    if not happened:
        return
    for about, quantity in _totals(told.quantities):
        span = Span(quantity.start, quantity.end, quantity.text)
        yield about, Said(line, span, low=quantity.low, high=quantity.high)
    # An account's parties, place and day are those of its fullest telling, which others of its tellings need not share.
    if told == account.tellings[0]:
        parties = tuple(party for party in account.actors if party.type is not None)
        if parties:
            yield "who", Said(line, told.sentence, parties=parties)
        if account.place is not None:
            yield "place", Said(line, told.sentence, where=account.place)
        days = days_of(account)
        if days.told:
            yield "time", Said(line, told.sentence, days=days)


def _totals(quantities: Iterable[Quantity]) -> list[tuple[str, Quantity]]:
    """For each thing counted the figure for all of it: without a side, else the only one, else the greatest."""
    by_what: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        if quantity.low is not None or quantity.high is not None:
            by_what.setdefault(quantity.what, []).append(quantity)
    totals = []
    for what, those in by_what.items():
        whole = [q for q in those if q.of is None] or those
        totals.append((what, max(whole, key=lambda q: (q.low or q.high or 0, -q.start))))
    return totals
