"""Places held against gold's: tied to the right point, to a wrong one, or left open.

    python -m riwayat_eval.places [FOLDER]

prints, for each part and for all of a name together, the share of gold's places that are tied to the right
place (GeoNames' identifier, or a point within ten kilometres), to a wrong one, and to none: first as read, a
place that was not found counting as none; then for gold's own names, tied by our grounding, which parts
finding from tying.  Gold's places without an identifier count only where they are tied to another country
than gold says, as wrong.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from riwayat.grounding.places import place_entities
from riwayat.model import Entity, PlaceRef, Reading
from riwayat.pipeline import read_page
from riwayat.world.distance import kilometres
from riwayat.world.gazetteer import Gazetteer
from riwayat_eval.gold import Case, Gold, cases
from riwayat_eval.match import same_place
from riwayat_eval.parts import Part, Row, page_of, parts
from riwayat_eval.perfect import mentions_of

__all__ = ["TASKS", "Ties", "named_as_gold", "places", "ties"]

TASKS: Final = (
    "places.right",
    "places.not wrong",
    "places.right, names given",
    "places.not wrong, names given",
)
"""As read, and with gold's names: share of the numbered tied right; share of all not tied wrong."""

_NEAR_KM: Final = 10.0
"""A point no further off is the place: GeoNames has many a town twice, as settlement and as division."""


@dataclass(slots=True)
class Ties:
    """What became of some of gold's places."""

    right: int = 0
    wrong: int = 0
    open: int = 0
    abroad: int = 0
    """Places without an identifier that are tied to another country than gold says: wrong too."""
    unnumbered: int = 0
    """Places without an identifier, of which gold knows the country."""

    @property
    def n(self) -> int:
        """Places with an identifier."""
        return self.right + self.wrong + self.open

    @property
    def sound(self) -> float:
        """The share of all places that is not tied wrong."""
        total = self.n + self.unnumbered
        return 1 - (self.wrong + self.abroad) / total if total else 0.0

    def add(self, other: Ties) -> None:
        """Take in the counts of another."""
        self.right += other.right
        self.wrong += other.wrong
        self.open += other.open
        self.abroad += other.abroad
        self.unnumbered += other.unnumbered


def ties(gold: Gold, entities: Iterable[Entity]) -> tuple[Ties, list[str]]:
    """What became of gold's places among the places of a reading, and a note on each that is not right."""
    found, notes = Ties(), list[str]()
    left = [entity for entity in entities if entity.type == "place"]
    for place in gold["places"]:
        entity = next((e for e in left if _is_named(e, place)), None)
        if entity is not None:
            left.remove(entity)
        where = entity.place if entity is not None else None
        became = _became(place, where)
        if became is not None:
            setattr(found, became, getattr(found, became) + 1)
        found.unnumbered += became in ("abroad", None) and bool(place.get("country"))
        if became in ("wrong", "abroad", "open"):
            notes.append(
                f"place {place['name']} {place.get('country')} {place.get('geonames')}: {became} {where}"
            )
    return found, notes


def _is_named(entity: Entity, place: Mapping[str, Any]) -> bool:
    forms = (entity.name, *(mention.text for mention in entity.mentions))
    return any(same_place(name, form) for name in (place["name"], *place.get("also", [])) for form in forms)


def _became(place: Mapping[str, Any], where: PlaceRef | None) -> str | None:
    """The field of `Ties` that a place counts in; null where gold does not know enough of it."""
    number = place.get("geonames")
    if number is None:
        country = place.get("country")
        return "abroad" if where and country and where.country not in (None, country) else None
    if where is None:
        return "open"
    meant = _gazetteer().numbered(number)
    near = meant is not None and kilometres(meant, where) <= _NEAR_KM
    return "right" if where.geonames == number or near else "wrong"


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.shipped()


def named_as_gold(gold: Gold, reading: Reading) -> Reading:
    """A reading whose places are those that gold names, tied anew by our grounding."""
    others = tuple(entity for entity in reading.entities if entity.type != "place")
    ours = tuple(
        Entity(f"gold{n}", "place", place["name"], mentions_of(place, reading.report.text))
        for n, place in enumerate(gold["places"], start=1)
    )
    return place_entities(replace(reading, entities=(*others, *ours)), _gazetteer())


def places(part: Part, readings: Mapping[str, Reading]) -> list[Row]:
    """The rows of a part, given the reading of each of its cases by name; one that is lacking was read empty."""
    found, given = (total for total, _ in _totals(cases(part.folder), readings))
    if not found.n:
        return []
    scores = (found.right / found.n, found.sound, given.right / given.n, given.sound)
    total = found.n + found.unnumbered
    return [
        Row(task, part.language, part.name, score, n)
        for task, score, n in zip(TASKS, scores, (found.n, total) * 2, strict=True)
    ]


def _totals(found: Iterable[Case], readings: Mapping[str, Reading]) -> tuple[tuple[Ties, list[str]], ...]:
    """As read, and with gold's names: counts over all cases, and notes."""
    read, given, notes = Ties(), Ties(), (list[str](), list[str]())
    for case in found:
        reading = readings.get(case.name)
        tied = ties(case.gold, reading.entities if reading else ())
        tied_given = ties(case.gold, named_as_gold(case.gold, reading).entities) if reading else tied
        for total, (one, said), noted in zip((read, given), (tied, tied_given), notes, strict=True):
            total.add(one)
            noted.extend(f"{case.name}: {note}" for note in said)
    return (read, notes[0]), (given, notes[1])


def _lines(found: Sequence[Part]) -> Iterator[str]:
    yield f"{'part':10}{'':14}{'right':>8}{'wrong':>8}{'open':>8}{'n':>6}{'wrong of all':>14}{'n':>6}"
    together: dict[tuple[str, str], Ties] = defaultdict(Ties)
    for part in found:
        readings = {case.name: read_page(page_of(case)) for case in cases(part.folder)}
        for how, (total, _) in zip(
            ("as read", "names given"), _totals(cases(part.folder), readings), strict=True
        ):
            yield _line(part.key, how, total)
            together[part.name, how].add(total)
    if len(found) > 1:
        for (name, how), total in sorted(together.items()):
            yield _line(f"all/{name}", how, total)


def _line(key: str, how: str, total: Ties) -> str:
    shares = "".join(f"{x / max(total.n, 1):8.3f}" for x in (total.right, total.wrong, total.open))
    return f"{key:10}{how:14}{shares}{total.n:6}{1 - total.sound:14.3f}{total.n + total.unnumbered:6}"


def main(arguments: Sequence[str]) -> int:
    """Print the table for `FOLDER` (`corpus` by default); the exit status says whether there were cases."""
    try:
        for line in _lines(parts(Path(arguments[0] if arguments else "corpus"))):
            sys.stdout.write(line + "\n")
    except FileNotFoundError as exc:
        sys.stderr.write(f"{exc}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
