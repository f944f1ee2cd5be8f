"""How a happening came to each report that tells it: origin, chain, words, and what is only repeated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from riwayat.chronicle.lines import Line, lines_of
from riwayat.chronicle.origins import origins
from riwayat.model import Account, Copy, CopyManner, Modality, Narrator, NarratorKind, Quantity, Source, Span
from riwayat.model.reading import Documented
from riwayat.told.forms import Happening
from riwayat.told.masking import Mask

__all__ = ["HappeningInFull", "Link", "Repeated", "Telling", "in_full", "tellings"]


@dataclass(frozen=True, slots=True)
class Link(Documented):
    """One narrator of a chain."""

    kind: NarratorKind
    """What sort of narrator."""
    name: str | None
    """The narrator's name, or its description."""
    known_as: str | None
    """Identifier of a known actor, where one matches."""
    cue: Span | None
    """The wording that shows it."""


@dataclass(frozen=True, slots=True)
class Repeated(Documented):
    """That a telling stands in words, or in the sense, of another report."""

    report: str
    """Id of the report that it repeats."""
    how: CopyManner
    """In which manner."""
    credited: bool
    """Whether it names the outlet it took the words from."""


@dataclass(frozen=True, slots=True)
class Telling(Documented):
    """One report's telling of a happening."""

    report: str
    """Id of the report."""
    account: str
    """Key of the account: report, trigger, type."""
    origin: int | None
    """Which of the happening's `origins` it rests on, from 0; null where it is untraced."""
    quote: Span
    """The sentence that tells it."""
    modality: Modality
    """How sure it is of it."""
    figures: tuple[Quantity, ...]
    """The figures it gives."""
    chain: tuple[Link, ...]
    """From the publishing outlet to the origin."""
    repeats: Repeated | None
    """What it repeats of another report of the same origin."""


@dataclass(frozen=True, slots=True)
class HappeningInFull(Happening):
    """A happening with the words of every report that tells it."""

    tellings: tuple[Telling, ...]
    """By origin, the untraced last; of one origin in order of time."""


def tellings(accounts: Iterable[Account], copies: Iterable[Copy]) -> tuple[Telling, ...]:
    """All tellings of the happening that the accounts make, with the origin that each rests on; pure.

    Args:
        accounts: all accounts of the happening; origins are numbered as `chronicle.happening` gives them.
        copies: copies among their reports.
    """
    every, among = list(accounts), list(copies)
    found = origins(every, among)
    traced: dict[Line, int] = {}
    told: list[Telling] = []
    for number, lines in enumerate(found.lines):
        traced |= dict.fromkeys(lines, number)
        told += _told(number, lines, among)
    left = [line for line in lines_of(every) if line not in traced]
    return (*told, *_told(None, left, among))


def in_full(shown: Happening, told: Iterable[Telling], mask: Mask | None = None) -> HappeningInFull:
    """A happening in its form, with its tellings; these are masked here."""
    held: dict[str, Any] = {field.name: getattr(shown, field.name) for field in fields(shown)}
    return HappeningInFull(**held, tellings=tuple((mask or Mask()).of(one) for one in told))


def _told(number: int | None, lines: Sequence[Line], copies: Sequence[Copy]) -> list[Telling]:
    """The lines of one origin; neighbours with one sentence and one chain are one telling."""
    before = {line.source.id: at for at, line in reversed(list(enumerate(lines)))}
    found: dict[tuple[object, ...], Telling] = {}
    for line in lines:
        chain = tuple(map(_link, line.told.chain))
        telling = Telling(
            report=line.source.id,
            account=line.account.key,
            origin=number,
            quote=line.told.sentence,
            modality=line.told.modality,
            figures=line.told.quantities,
            chain=chain,
            repeats=_repeated(line.source, line.told.sentence, copies, before),
        )
        bare = tuple((link.kind, link.name) for link in chain)
        found.setdefault((line.source.id, line.told.sentence.start, *bare), telling)
    # A sentence that is told with more of its chain is not told with less of it too.
    return [
        telling
        for key, telling in found.items()
        if not any(len(other) > len(key) and other[: len(key)] == key for other in found)
    ]


def _link(narrator: Narrator) -> Link:
    return Link(narrator.kind, narrator.name, narrator.known_as, narrator.cue)


def _repeated(
    source: Source, sentence: Span, copies: Sequence[Copy], order: dict[str, int]
) -> Repeated | None:
    """The copy by which a report tells a sentence, of those from earlier reports of the same origin."""
    found = [
        copy
        for copy in copies
        if copy.report == source.id
        and order.get(copy.of, order[source.id]) < order[source.id]
        and (copy.how == "retelling" or _holds(copy, sentence))
    ]
    if not found:
        return None
    best = max(found, key=lambda copy: (copy.how != "retelling", copy.share))
    return Repeated(best.of, best.how, best.credited)


def _holds(copy: Copy, sentence: Span) -> bool:
    return any(pair.here.start < sentence.end and sentence.start < pair.here.end for pair in copy.evidence)
