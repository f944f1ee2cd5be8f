"""What each origin of a happening says of it: figures, doers, place, day, and whether it took place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from riwayat.chronicle.lines import Line, tells_own_deed, when
from riwayat.chronicle.sameness import Days, days_of, same_body
from riwayat.chronicle.wordlists import listed
from riwayat.model import Modality, Origin, Party, Quantity, Span, Where
from riwayat.text.folding import fold

__all__ = ["COUNTED", "Claim", "Said", "claims"]

COUNTED: Final = frozenset({"killed", "wounded", "detained", "displaced", "participants", "missing"})
"""What is counted under the same word in every language."""
_SIDES: Final = ("fighters", "soldiers")
"""Lists of words for those who fight, on whom figures are kept apart from those of all."""
_ONCE: Final = frozenset({"place", "time", "who"})
_WORD: Final = re.compile(r"\w+")
_HAPPENED: Final[frozenset[Modality]] = frozenset({"asserted", "ongoing", "alleged", "background"})


@dataclass(frozen=True, slots=True)
class Said:
    """A value that a line gives, with its words."""

    line: Line
    span: Span
    low: int | None = None
    high: int | None = None
    part: str = ""
    """Of a figure: of which of those who fight it is; empty where it is of all."""
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
    """All that one origin says about one thing, oldest first; of figures, about all, or about one part of them."""

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
        by_subject: dict[tuple[str, str], list[Said]] = {}
        for line in those:
            if _denies_own_part(line, those):
                continue
            for about, said in _all_said(line):
                by_subject.setdefault((about, said.part), []).append(said)
        found += [
            Claim(about, origin, tuple(sorted(said, key=lambda one: one.order)))
            for (about, _), said in by_subject.items()
        ]
    return found


def _denies_own_part(line: Line, those: Sequence[Line]) -> bool:
    """Whether somebody denies what he would have done, and says who did: that it took place he grants.

    Who takes a thing back tells it first, so that only blame told after a denial counts where it is not plain that the
    deed denied is his own.
    """
    if line.told.modality != "denied":
        return False
    own = tells_own_deed(line)
    return any(
        _blames_others(other)
        and (
            own or (other.source.id == line.source.id and other.told.trigger.start > line.told.trigger.start)
        )
        for other in those
    )


def _blames_others(line: Line) -> bool:
    """Whether a line tells that others than its teller did it, and who."""
    return (
        line.told.modality in _HAPPENED
        and any(party.type for party in line.account.actors)
        and not tells_own_deed(line)
    )


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
    for about, part, quantity in _totals(line):
        span = Span(quantity.start, quantity.end, quantity.text)
        yield about, Said(line, span, low=quantity.low, high=quantity.high, part=part)
    # An account's parties, place and day are those of its fullest telling, which others of its tellings need not share.
    if told == account.tellings[0]:
        # Only known actors and bodies with a name: of `the fighters` it cannot be told whose they are.
        parties = tuple(party for party in account.actors if party.known_as or party.type == "group")
        if parties and (_claims(line) or not any(_narrates(party, line) for party in parties)):
            yield "who", Said(line, told.sentence, parties=parties)
        if account.place is not None and _stands_in(account.place.name, told.sentence.text):
            yield "place", Said(line, told.sentence, where=account.place)
        days = days_of(account)
        if days.told and not _day_of_telling(line, days):
            yield "time", Said(line, told.sentence, days=days)


def _narrates(party: Party, line: Line) -> bool:
    """Whether a party is one of those through whom the line came."""
    return any(same_body(party, narrator) for narrator in line.told.chain[1:])


def _stands_in(name: str, sentence: str) -> bool:
    """Whether a place is named in the sentence itself, and not only before it."""
    return f" {' '.join(_WORD.findall(fold(name)))} " in f" {' '.join(_WORD.findall(fold(sentence)))} "


def _day_of_telling(line: Line, days: Days) -> bool:
    """Whether a day may rather be that on which somebody told of it: the day of the report itself."""
    return len(line.told.chain) > 1 and days.last.isoformat() == line.source.known_from


def _totals(line: Line) -> list[tuple[str, str, Quantity]]:
    """For each thing counted the figure for all of it, and those for either side, the greatest where there are several.

    A figure of some others (`two medics`) is one of all only where the report gives no other.
    """
    language = line.source.language
    everybody, parts = listed(language, "everybody"), listed(language, "parts")
    sides = [(side, listed(language, side)) for side in _SIDES]

    def side(quantity: Quantity) -> str:
        words = _WORD.findall(fold(f"{quantity.of or ''} {quantity.text}"))
        return next((name for name, those in sides if any(word in those for word in words)), "")

    def of_all(quantity: Quantity) -> bool:
        if quantity.what in COUNTED and side(quantity):
            return False
        return quantity.of is None or any(word in everybody for word in fold(quantity.of).split())

    whole = {q.what for told in line.account.tellings for q in told.quantities if of_all(q)}
    by_what: dict[tuple[str, str], list[Quantity]] = {}
    for quantity in line.told.quantities:
        given = quantity.low is not None or quantity.high is not None
        some = quantity.what not in COUNTED and fold(quantity.what) in parts
        part = side(quantity) if quantity.what in COUNTED else ""
        if given and not some and (part or of_all(quantity) or quantity.what not in whole):
            by_what.setdefault((quantity.what, part), []).append(quantity)
    return [
        (what, part, max(those, key=lambda q: (q.low or q.high or 0, -q.start)))
        for (what, part), those in by_what.items()
    ]
