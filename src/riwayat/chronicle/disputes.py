"""Disputes: what independent origins say about one happening that cannot all be true.

An origin is taken at its last word.  Where that differs from its own earlier word it is a correction, or, where it
takes back the whole, a withdrawal; neither is a dispute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from riwayat.chronicle.claims import COUNTED, Claim, Said, claims
from riwayat.chronicle.origins import Origins
from riwayat.chronicle.sameness import ELSEWHERE_KM, FINE, apart_km, controls, same_name, same_party
from riwayat.model import Correction, Dispute, EventType, Granularity, Party, Side, Time
from riwayat.names import compare, has_own_name
from riwayat.text.folding import fold

__all__ = ["Disputed", "disputes"]

_MUTUAL: Final[frozenset[EventType]] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types in which reports name now these, now those of the people who took part."""
_NO_TIME: Final = Time(None, None, "unspecified")
_DARK: Final[frozenset[Granularity]] = frozenset({"hour", "night", "part_of_day"})
_ORDER: Final = ("whether", "who", "place", "time")


@dataclass(frozen=True, slots=True)
class Disputed:
    """Disputes between origins, and what origins changed in their own word."""

    disputes: tuple[Dispute, ...]
    corrections: tuple[Correction, ...]


def disputes(type: EventType, found: Origins) -> Disputed:
    """What the origins of a happening disagree about; pure.

    Args:
        type: the happening's type.
        found: its origins with their lines.
    """
    by_subject: dict[str, list[Claim]] = {}
    told = claims(found.origins, found.lines)
    named = {claim.about for claim in told}
    for claim in told:
        by_subject.setdefault(_subject(claim.about, named), []).append(claim)
    subjects = sorted(by_subject, key=lambda s: (s in _ORDER, _ORDER.index(s) if s in _ORDER else 0, s))
    return Disputed(
        disputes=tuple(
            dispute
            for about in subjects
            if not (about == "who" and type in _MUTUAL)
            if (dispute := _dispute(about, by_subject[about])) is not None
        ),
        corrections=tuple(
            correction
            for about in subjects
            for claim in by_subject[about]
            if (correction := _correction(claim)) is not None
        ),
    )


def _subject(about: str, named: Iterable[str]) -> str:
    """What is counted, by the least that others call it: `Katyusha rockets` are `rockets`."""
    if about in COUNTED or about in _ORDER:
        return about
    words = set(fold(about).split())
    less = [name for name in named if set(fold(name).split()) < words]
    return min(less, key=lambda name: (len(name), name), default=about)


def _dispute(about: str, those: Sequence[Claim]) -> Dispute | None:
    conflict = _CONFLICTS.get(about, _figures_conflict)
    last = [claim.last_word for claim in those]
    against = {
        (i, j)
        for (i, a), (j, b) in combinations(enumerate(last), 2)
        if those[i].origin is not those[j].origin and conflict(a, b)
    }
    if not against:
        return None
    sides: list[list[int]] = []
    for n in sorted({n for pair in against for n in pair}):
        side = next((side for side in sides if _one_value(about, last[side[0]], last[n])), None)
        if side is None:
            sides.append([n])
        else:
            side.append(n)
    if len(sides) < 2:
        return None
    return Dispute(
        about=about,
        sides=tuple(
            Side(
                value=_value(about, last[members[0]]),
                origins=tuple(dict.fromkeys(those[n].origin.name for n in members)),
                quotes=tuple((last[n].line.source.id, last[n].span) for n in members),
            )
            for members in sides
        ),
    )


def _correction(claim: Claim) -> Correction | None:
    first, last = claim.said[0], claim.last_word
    conflict = _CONFLICTS.get(claim.about, _figures_conflict)
    # Who said both at once to begin with has changed nothing by saying one of them again.
    to_begin_with = [said for said in claim.said if said.line.source.id == first.line.source.id]
    if not all(conflict(said, last) for said in to_begin_with):
        return None
    return Correction(
        about=claim.about,
        origin=claim.origin.name,
        before=_value(claim.about, first),
        after=_value(claim.about, last),
        report=last.line.source.id,
    )


# what conflicts


def _one_value(about: str, a: Said, b: Said) -> bool:
    """Whether two values are one, however they are written."""
    if _value(about, a) == _value(about, b):
        return True
    if about == "who":
        return any(same_party(x, y) for x in a.parties for y in b.parties)
    if about == "place" and a.where is not None and b.where is not None:
        return same_name(a.where.name, None, b.where.name, None, "place") is not None
    return False


def _figures_conflict(a: Said, b: Said) -> bool:
    """Whether the ranges of two figures have no number in common, or a part is more than all.

    Figures of two different parts, killed soldiers and killed fighters, are both true.
    """
    if a.part != b.part:
        part, whole = (a, b) if a.part else (b, a)
        return not whole.part and whole.high is not None and whole.high < (part.low or 0)
    return (a.high is not None and a.high < (b.low or 0)) or (b.high is not None and b.high < (a.low or 0))


def _whether_conflicts(a: Said, b: Said) -> bool:
    return a.happened != b.happened


def _who_conflicts(a: Said, b: Said) -> bool:
    """Whether none of the doers named by one is, or answers to, one named by the other, as far as can be told."""
    return all(_told_apart(x, y) for x in a.parties for y in b.parties)


def _told_apart(a: Party, b: Party) -> bool:
    """Whether two parties are known to be two: both known, or of names in one script that have nothing in common.

    General words (`the army`, `the regime's forces`) name nobody that might not be called otherwise.
    """
    if same_party(a, b) or _of_one_side(a.known_as, b.known_as):
        return False
    if a.known_as and b.known_as:
        return True
    if not all(party.known_as or has_own_name(party.name) for party in (a, b)):
        return False
    return a.name.isascii() == b.name.isascii() and not compare(a.name, b.name, "group").within


def _of_one_side(a: str | None, b: str | None) -> bool:
    if not a or not b:
        return False
    return controls(a) in (b, controls(b) or "") or controls(b) == a


def _places_conflict(a: Said, b: Said) -> bool:
    """Whether two places as fine as a town are far from each other."""
    x, y = a.where, b.where
    if x is None or y is None or x.ref is None or y.ref is None:
        return False
    if x.ref.precision not in FINE or y.ref.precision not in FINE:
        return False
    return (apart_km(x, y) or 0.0) > ELSEWHERE_KM and same_name(x.name, None, y.name, None, "place") is None


def _days_conflict(a: Said, b: Said) -> bool:
    """Whether two days differ; a night and the small hours are told by either of two days."""
    nights = any((said.line.account.time or _NO_TIME).granularity in _DARK for said in (a, b))
    return a.days is not None and b.days is not None and a.days.gap(b.days) > int(nights)


_CONFLICTS: Final[dict[str, Callable[[Said, Said], bool]]] = {
    "whether": _whether_conflicts,
    "who": _who_conflicts,
    "place": _places_conflict,
    "time": _days_conflict,
}
"""Of all other subjects the figures are compared."""


def _value(about: str, said: Said) -> str:
    if about == "whether":
        return "yes" if said.happened else "no"
    if about == "who":
        return ", ".join(party.name for party in said.parties)
    if about == "place":
        return said.where.name if said.where else ""
    if about == "time" and said.days is not None:
        first, last = said.days.first.isoformat(), said.days.last.isoformat()
        return first if first == last else f"{first}/{last}"
    return _figure(said.low, said.high)


def _figure(low: int | None, high: int | None) -> str:
    """A figure as a number; its words, with `at least` and `some`, are quoted beside it."""
    if not low and high is not None:
        return str(high)
    if high is None or low == high:
        return str(low)
    return f"{low}–{high}"
