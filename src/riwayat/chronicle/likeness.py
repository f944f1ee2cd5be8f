"""How likely two accounts tell one happening: points for and against, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from riwayat.chronicle.sameness import ELSEWHERE_KM, FINE, apart_km, days_of, same_name, same_party
from riwayat.model import Account, Party, Where

__all__ = ["WEIGHTS", "Likeness", "Weights", "likeness", "may_be_one"]

_REFUSED: Final = -9.0


@dataclass(frozen=True, slots=True)
class Weights:
    """Points in natural logarithms of odds; chosen on the stories of `evaluation/stories`."""

    start: float = -0.5
    """Before anything is known but the type."""
    same_day: float = 1.0
    """Days told by both that overlap."""
    wide_days: float = 0.4
    """Where one of them is wider than three days."""
    day_untold: float = -0.1
    """Where one of them follows from the publication only."""
    next_day: float = -1.3
    """Days told by both that lie one apart."""
    same_place: float = 1.5
    """Places within eight kilometres, or of one name."""
    place_within: float = 0.6
    """A place that lies in the other, a region or country."""
    other_place: float = -1.6
    """Two towns more than fifteen kilometres apart, or two countries."""
    other_name: float = -0.8
    """Places of different names of which one is not on the map."""
    same_actor: float = 0.8
    other_actors: float = -0.1
    same_recipient: float = 1.3
    other_recipients: float = -0.2
    same_figure: float = 0.9
    """One figure of one thing; a round one counts half."""
    other_figure: float = 0.0
    near: float = 15.0
    """For each point of cosine between the telling sentences above `even`, at most `most_near` in all."""
    even: float = 0.85
    most_near: float = 2.0
    copied: float = 1.5
    """The telling sentence of one repeats that of the other."""


WEIGHTS: Final = Weights()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two accounts being of one happening, and what against."""

    score: float
    """Sum of the points; above 0 more likely one than not."""
    reasons: tuple[str, ...]
    """Each with its points."""

    @property
    def same(self) -> bool:
        """Whether they are rather one."""
        return self.score > 0


def may_be_one(a: Account, b: Account) -> bool:
    """Whether it is worth asking: one type, and days no more than one apart."""
    return a.type == b.type and days_of(a).gap(days_of(b)) <= 1


def likeness(
    a: Account,
    b: Account,
    *,
    nearness: float | None = None,
    copied: bool = False,
    weights: Weights = WEIGHTS,
) -> Likeness:
    """Whether two accounts may be of one happening; pure, and the same both ways round.

    Args:
        a: one account.
        b: another, of the same type.
        nearness: cosine of the vectors of their telling sentences, where there are any.
        copied: whether the telling sentence of one repeats that of the other.
        weights: the points.
    """
    w = weights
    points: list[tuple[float, str]] = []
    if copied:
        points.append((w.copied, "one sentence repeats the other"))
    points += _time(a, b, w)
    points += _place(a.place, b.place, w)
    points += _parties(a.actors, b.actors, w.same_actor, w.other_actors, "done by")
    points += _parties(a.recipients, b.recipients, w.same_recipient, w.other_recipients, "done to")
    points += _figures(a, b, w)
    if nearness is not None:
        near = max(min((nearness - w.even) * w.near, w.most_near), -w.most_near)
        points.append((near, f"sentences near each other by {nearness:.2f}"))
    score = w.start + sum(point for point, _ in points)
    return Likeness(round(score, 3), tuple(f"{point:+.1f} {why}" for point, why in points))


def _time(a: Account, b: Account, w: Weights) -> Iterable[tuple[float, str]]:
    one, other = days_of(a), days_of(b)
    gap = one.gap(other)
    if not (one.told and other.told):
        return (
            [(w.day_untold, "published about then")]
            if gap == 0
            else [(w.next_day, "not published about then")]
        )
    if gap == 1:
        return [(w.next_day, f"a day apart: {one.first}, {other.first}")]
    if gap > 1:
        return [(_REFUSED, f"{gap} days apart: {one.first}, {other.first}")]
    wide = max((d.last - d.first).days for d in (one, other)) > 2
    return [(w.wide_days, f"days overlap about {one.first}")] if wide else [(w.same_day, f"on {one.first}")]


def _place(a: Where | None, b: Where | None, w: Weights) -> Iterable[tuple[float, str]]:
    if a is None or b is None:
        return []
    both = f"{a.name}, {b.name}"
    if a.ref is None or b.ref is None:
        why = same_name(a.name, None, b.name, None, "place")
        return [(w.same_place, f"in {both}")] if why else [(w.other_name, f"places of other names: {both}")]
    if a.ref.country and b.ref.country and a.ref.country != b.ref.country:
        return [(w.other_place, f"in other countries: {both}")]
    if a.ref.geonames is not None and a.ref.geonames == b.ref.geonames:
        return [(w.same_place, f"in {a.name}")]
    apart = apart_km(a, b) or 0.0
    if a.ref.precision in FINE and b.ref.precision in FINE:
        if apart <= 8:
            return [(w.same_place, f"in {both}, {apart:.0f} km apart")]
        if apart > ELSEWHERE_KM:
            return [(w.other_place, f"{both} are {apart:.0f} km apart")]
        return []
    if "country" in (a.ref.precision, b.ref.precision) or apart < 120:
        return [(w.place_within, f"one may lie in the other: {both}")]
    return [(w.other_place, f"{both} are {apart:.0f} km apart")]


def _parties(
    a: Sequence[Party], b: Sequence[Party], same: float, other: float, what: str
) -> Iterable[tuple[float, str]]:
    for x, y in product(a, b):
        why = same_party(x, y)
        if why:
            return [(same, f"{what} {why}")]
    if any(x.type for x in a) and any(y.type for y in b):
        return [(other, f"{what} others: {a[0].name}, {b[0].name}")]
    return []


def _figures(a: Account, b: Account, w: Weights) -> Iterable[tuple[float, str]]:
    one, other = _counted(a), _counted(b)
    shared = sorted(one & other)
    if shared:
        best = max(shared, key=lambda f: (not _round(f[1]), f))
        return [(w.same_figure / (2 if _round(best[1]) else 1), f"both say {best[1]} {best[0]}")]
    if {what for what, _ in one} & {what for what, _ in other}:
        return [(w.other_figure, "figures differ")]
    return []


def _counted(account: Account) -> set[tuple[str, int]]:
    return {(q.what, q.low) for told in account.tellings for q in told.quantities if q.low is not None}


def _round(number: int) -> bool:
    return number <= 2 or number % 10 == 0
