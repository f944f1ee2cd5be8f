"""What each origin of a happening says of it: figures, doers, place, day, and whether it took place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from riwayat.chronicle.lines import Line, when
from riwayat.chronicle.sameness import Days, days_of, same_body
from riwayat.chronicle.wordlists import listed
from riwayat.model import Modality, Origin, Party, Quantity, Span, Where
from riwayat.text.folding import fold

__all__ = ["COUNTED", "Claim", "Said", "claims"]

COUNTED: Final = frozenset({"killed", "wounded", "detained", "displaced", "participants", "missing"})
"""What is counted under the same word in every language."""
_ONCE: Final = frozenset({"place", "time", "who"})
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

    @property
    def last_word(self) -> Said:
        """What the origin said on the last day: of figures the greatest, else what it said first and in full.

        Whether it took place is what was said last of all: who takes a thing back tells it first.
        """
        newest = self.said[-1].line.source.known_from
        of_then = [said for said in self.said if said.line.source.known_from == newest]
        if self.about in _ONCE:
            return of_then[0]
        return of_then[-1] if self.about == "whether" else max(of_then, key=lambda s: s.low or s.high or 0)


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


def _claims(line: Line) -> bool:
    """Whether the line ends in a body that may claim a deed: a body of state tells of those of others."""
    return line.end.kind == "group"


def _all_said(line: Line) -> Iterable[tuple[str, Said]]:
    told, account = line.told, line.account
    happened = told.modality in _HAPPENED
    if happened or told.modality == "denied":
        yield "whether", Said(line, told.sentence, happened=happened)
    if not happened:
        return
    for about, quantity in _totals(line):
        span = Span(quantity.start, quantity.end, quantity.text)
        yield about, Said(line, span, low=quantity.low, high=quantity.high)
    # An account's parties, place and day are those of its fullest telling, which others of its tellings need not share.
    if told == account.tellings[0]:
        # Only known actors: of `the fighters`, or a militia of the town, it cannot be told whose they are.
        parties = tuple(party for party in account.actors if party.known_as)
        if parties and not any(same_body(party, line.end) for party in parties if not _claims(line)):
            yield "who", Said(line, told.sentence, parties=parties)
        if account.place is not None:
            yield "place", Said(line, told.sentence, where=account.place)
        days = days_of(account)
        if days.told:
            yield "time", Said(line, told.sentence, days=days)


def _totals(line: Line) -> list[tuple[str, Quantity]]:
    """For each thing counted the figure for all of it, the greatest where there are several.

    A figure of some (`two medics`, `soldiers`) is one of all only where the report gives no other.
    """
    language = line.source.language
    everybody, parts = listed(language, "everybody"), listed(language, "parts")

    def of_all(quantity: Quantity) -> bool:
        return quantity.of is None or any(word in everybody for word in fold(quantity.of).split())

    whole = {q.what for told in line.account.tellings for q in told.quantities if of_all(q)}
    by_what: dict[str, list[Quantity]] = {}
    for quantity in line.told.quantities:
        given = quantity.low is not None or quantity.high is not None
        some = quantity.what not in COUNTED and fold(quantity.what) in parts
        if given and not some and (of_all(quantity) or quantity.what not in whole):
            by_what.setdefault(quantity.what, []).append(quantity)
    return [
        (what, max(those, key=lambda q: (q.low or q.high or 0, -q.start))) for what, those in by_what.items()
    ]
