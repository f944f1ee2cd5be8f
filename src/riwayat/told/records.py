"""The record of a narrator: what rests on its word, and what became of it.  Counts with links; no rate, no rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from riwayat.chronicle.identities import known_actor
from riwayat.chronicle.lines import when
from riwayat.chronicle.sameness import controls
from riwayat.model import EventType, Happening, Narrator, NarratorKind, Origin
from riwayat.model.reading import Documented
from riwayat.text.folding import fold

__all__ = [
    "UNNAMED",
    "Asserted",
    "Changed",
    "Contested",
    "Part",
    "Record",
    "Resting",
    "merged",
    "parts",
    "record",
]

UNNAMED = frozenset({"anonymous", "photo", "social", "unspecified", "video", "witness"})
"""Kinds that are not one narrator from happening to happening."""


@dataclass(frozen=True, slots=True)
class Resting(Documented):
    """A happening that rests, wholly or in part, on a narrator."""

    happening: str
    """Its id."""
    type: EventType
    """PLOVER type."""
    what: str
    """The words of the report that tells it most fully."""
    day: str
    """ISO 8601 day from which the narrator's word could be known."""
    reports: tuple[str, ...]
    """Ids of the reports that have it by this narrator."""
    traced: bool
    """Whether an origin stands behind it; of an outlet's own telling, whether it names one."""


@dataclass(frozen=True, slots=True)
class Asserted(Documented):
    """That another independent origin of another side later asserted the same happening."""

    happening: str
    """Its id."""
    by: str
    """Name of the origin."""
    kind: NarratorKind
    """What sort of narrator."""
    side: str | None
    """Identifier of the party that controls it, where that is plain."""
    day: str
    """ISO 8601 day from which its word could be known."""
    report: str
    """Id of the first report that has it."""


@dataclass(frozen=True, slots=True)
class Contested(Documented):
    """That other origins say something else."""

    happening: str
    """Its id."""
    about: str
    """What about: `killed`, `who`, `whether` …"""
    value: str
    """What this narrator says."""
    others: tuple[str, ...]
    """What the others say."""


@dataclass(frozen=True, slots=True)
class Changed(Documented):
    """That a narrator took back or corrected its own word."""

    happening: str
    """Its id."""
    about: str
    """What about; `whether` where it took back that it happened."""
    before: str
    """What it said first."""
    after: str
    """What it said later."""
    report: str
    """Id of the report with the later word."""


@dataclass(frozen=True, slots=True)
class Record(Documented):
    """What rests on a narrator, and what became of it."""

    name: str
    """The narrator."""
    kind: NarratorKind
    """What sort of narrator."""
    known_as: str | None
    """Identifier of a known actor, where one matches."""
    side: str | None
    """Identifier of the party that controls it, where that is plain."""
    rests: tuple[Resting, ...]
    """Happenings that rest on its word, by day."""
    asserted_later: tuple[Asserted, ...]
    """Of these, what another independent origin of another side later asserted too."""
    disputed: tuple[Contested, ...]
    """Of these, what other origins contradict."""
    withdrew: tuple[Changed, ...]
    """Of these, what it took back or corrected itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """What part a narrator has in one happening."""

    name: str
    kind: NarratorKind
    known_as: str | None
    happening: Happening
    origins: frozenset[int]
    """Which of the happening's origins it is, or passes on; numbers from 0."""
    reports: tuple[str, ...]
    """Ids of the reports that have it by this narrator, in order of time."""

    @property
    def key(self) -> tuple[str, str]:
        """The same for one narrator in every happening, as far as its name tells."""
        outlet = "outlet" if self.kind in ("outlet", "agency") else "other"
        return ("", self.known_as) if self.known_as else (outlet, fold(self.name))


def parts(happening: Happening) -> list[Part]:
    """The narrators of a happening that have a name: its origins, and the outlets that tell it; each once."""
    found: dict[tuple[str, str], Part] = {}
    for part in (*_origins(happening), *_outlets(happening)):
        before = found.setdefault(part.key, part)
        found[part.key] = replace(
            before,
            origins=before.origins | part.origins,
            reports=tuple(dict.fromkeys((*before.reports, *part.reports))),
        )
    return list(found.values())


def _origins(happening: Happening) -> Iterator[Part]:
    for number, origin in enumerate(happening.origins):
        if origin.kind not in UNNAMED:
            yield Part(
                origin.name, origin.kind, origin.known_as, happening, frozenset({number}), origin.reports
            )


def _outlets(happening: Happening) -> Iterator[Part]:
    for source in happening.reports:
        name = source.outlet.name or source.outlet.domain
        if name:
            known = known_actor(Narrator("outlet", name))
            behind = frozenset(n for n, one in enumerate(happening.origins) if source.id in one.reports)
            yield Part(name, "outlet", known.id if known else None, happening, behind, (source.id,))


def record(part: Part) -> Record:
    """The record of a narrator as far as one happening goes; pure."""
    happening = part.happening
    resting = Resting(
        happening=happening.id,
        type=happening.type,
        what=happening.what,
        day=_first(happening, part.reports)[0],
        reports=part.reports,
        traced=bool(part.origins),
    )
    return Record(
        name=part.name,
        kind=part.kind,
        known_as=part.known_as,
        side=controls(part.known_as),
        rests=(resting,),
        asserted_later=tuple(_asserted(part)),
        disputed=tuple(_contested(part)),
        withdrew=tuple(_changed(part)),
    )


def merged(records: Iterable[Record]) -> Record:
    """The record of one narrator out of those for single happenings, one at least; by day."""
    every = sorted(records, key=lambda one: (one.rests[0].day, one.rests[0].happening))
    head = next((one for one in every if one.known_as), every[0])
    return replace(
        head,
        rests=tuple(resting for one in every for resting in one.rests),
        asserted_later=tuple(later for one in every for later in one.asserted_later),
        disputed=tuple(contested for one in every for contested in one.disputed),
        withdrew=tuple(changed for one in every for changed in one.withdrew),
    )


def _asserted(part: Part) -> Iterator[Asserted]:
    """Origins of another side that came later, and do not say that it did not happen."""
    happening = part.happening
    own = [happening.origins[n] for n in sorted(part.origins)]
    sides = {side for origin in own for side in _sides(origin)} | _known_sides(part.known_as)
    denying = {
        name
        for dispute in happening.disputes
        if dispute.about == "whether"
        for side in dispute.sides
        if side.value == "no"
        for name in side.origins
    }
    first = _first(happening, part.reports)
    for number, origin in enumerate(happening.origins):
        if number in part.origins or origin.name in denying or set(_sides(origin)) & sides:
            continue
        later = _first(happening, origin.reports)
        if later > first:
            yield Asserted(happening.id, origin.name, origin.kind, origin.side, later[0], later[2])


def _contested(part: Part) -> Iterator[Contested]:
    own = {part.happening.origins[n].name for n in part.origins}
    for dispute in part.happening.disputes:
        for side in dispute.sides:
            if own & set(side.origins):
                others = tuple(other.value for other in dispute.sides if other is not side)
                yield Contested(part.happening.id, dispute.about, side.value, others)


def _changed(part: Part) -> Iterator[Changed]:
    own = {part.happening.origins[n].name for n in part.origins}
    for one in part.happening.corrections:
        if one.origin in own and (part.kind != "outlet" or one.report in part.reports):
            yield Changed(part.happening.id, one.about, one.before, one.after, one.report)


def _sides(origin: Origin) -> tuple[str, ...]:
    """The party that controls an origin, and the origin as a party of its own."""
    return tuple(side for side in (origin.side, origin.known_as) if side)


def _known_sides(known_as: str | None) -> set[str]:
    return {side for side in (known_as, controls(known_as)) if side}


def _first(happening: Happening, reports: Iterable[str]) -> tuple[str, str, str]:
    """When the first of some of a happening's reports came, for comparing; the last part is its id."""
    wanted = set(reports)
    return min(when(source) for source in happening.reports if source.id in wanted)
