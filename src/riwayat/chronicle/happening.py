"""A happening out of the accounts that tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from riwayat.chronicle.disputes import disputes
from riwayat.chronicle.lines import when
from riwayat.chronicle.origins import origins
from riwayat.chronicle.sameness import same_party
from riwayat.model import Account, Copy, Corrected, Happening, Modality, Party, Precision, Time, Where

__all__ = ["happening"]

_SUREST: Final[tuple[Modality, ...]] = (
    "asserted",
    "ongoing",
    "background",
    "alleged",
    "planned",
    "denied",
    "hypothetical",
)
_FINEST: Final[tuple[Precision, ...]] = ("site", "village", "town", "admin2", "admin1", "region", "country")
_FINE_TIMES: Final = ("hour", "part_of_day", "night", "day", "week", "month", "range", "year", "unspecified")


def happening(identifier: str, accounts: Iterable[Account], copies: Iterable[Copy] = ()) -> Happening:
    """What the accounts together say; pure, whatever their order.

    Args:
        identifier: the happening's id.
        accounts: one at least, all of one type.
        copies: copies among their reports; others are left aside.
    """
    ordered = sorted(accounts, key=lambda a: (when(a.source), a.key))
    found = origins(ordered, copies)
    type = ordered[0].type
    disputed = disputes(type, found)
    where = _where(ordered)
    fullest = max(ordered, key=_fullness)
    return Happening(
        id=identifier,
        type=type,
        what=fullest.tellings[0].sentence.text if fullest.tellings else "",
        time=_time(ordered),
        place=where.name if where else None,
        actors=_names(a.actors for a in ordered),
        recipients=_names(a.recipients for a in ordered),
        reports=tuple({a.source.id: a.source for a in ordered}.values()),
        origins=found.origins,
        untraced=found.untraced,
        independent_origins=len(found.origins),
        disputes=disputed.disputes,
        corrections=disputed.corrections,
        modality=min((a.modality for a in ordered), key=_SUREST.index),
        where=where,
        accounts=tuple(a.key for a in ordered),
        corrected=_corrected(ordered),
    )


def _corrected(accounts: Sequence[Account]) -> tuple[Corrected, ...]:
    """What curators corrected in the accounts, each correction once."""
    found = {
        one.number: replace(one, about=account.key)
        for account in reversed(accounts)
        for one in reversed(account.corrected)
    }
    return tuple(found[number] for number in sorted(found))


def _fullness(account: Account) -> tuple[int, int, int]:
    parts = (account.actors, account.recipients, account.place, account.time)
    figures = sum(len(told.quantities) for told in account.tellings)
    return sum(map(bool, parts)) + min(figures, 2), -account.position, -len(account.source.known_from)


def _time(accounts: Sequence[Account]) -> Time | None:
    """The time that most reports give, and of these the finest."""
    told = [a.time for a in accounts if a.time is not None and a.time.start and a.time.end]
    if not told:
        return None
    days = Counter((t.start[:10], t.end[:10]) for t in told if t.start and t.end)
    finest = min(_FINE_TIMES.index(t.granularity) for t in told)
    rough = _FINE_TIMES.index("day")
    fine = [t for t in told if _FINE_TIMES.index(t.granularity) <= max(finest, rough)]
    return min(
        fine,
        key=lambda t: (-days[(t.start or "")[:10], (t.end or "")[:10]], _FINE_TIMES.index(t.granularity)),
    )


def _where(accounts: Sequence[Account]) -> Where | None:
    """The place that most reports give among those told finest."""
    named = [a.place for a in accounts if a.place is not None]
    if not named:
        return None

    def fineness(place: Where) -> int:
        return _FINEST.index(place.ref.precision) if place.ref else _FINEST.index("admin1")

    # Villages, towns and sites count as equally fine: between these the number of reports decides.
    classes = [max(fineness(place), _FINEST.index("town")) for place in named]
    finest = min(classes)
    fine = [place for place, rank in zip(named, classes, strict=True) if rank == finest]
    count = Counter((p.ref.geonames if p.ref else None) or p.name for p in fine)
    return max(fine, key=lambda p: (count[(p.ref.geonames if p.ref else None) or p.name], -fine.index(p)))


def _names(of_accounts: Iterable[Sequence[Party]]) -> tuple[str, ...]:
    """Names of the parties, those of most accounts first; one party of several spellings once."""
    found: list[tuple[Party, int]] = []
    for parties in of_accounts:
        for party in parties:
            at = next((n for n, (other, _) in enumerate(found) if _one(other, party)), None)
            if at is None:
                found.append((party, 1))
            else:
                found[at] = (found[at][0], found[at][1] + 1)
    ranked = sorted(enumerate(found), key=lambda one: (one[1][0].type is None, -one[1][1], one[0]))
    return tuple(party.name for _, (party, _) in ranked)


def _one(a: Party, b: Party) -> bool:
    return a.name == b.name or same_party(a, b) is not None
