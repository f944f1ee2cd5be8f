"""How many were killed in a happening: least, best and most, as its origins say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from riwayat.chronicle.claims import Said, claims
from riwayat.chronicle.lines import Line, lines_of
from riwayat.chronicle.origins import origins
from riwayat.model import Account, Copy, Origin

__all__ = ["Figures", "killed_in"]


@dataclass(frozen=True, slots=True)
class Figures:
    """A number of people."""

    low: int
    """The least that anybody says."""
    best: int
    """What most origins say; of figures said equally often the one said last."""
    high: int
    """The most that anybody says."""


def killed_in(accounts: Iterable[Account], copies: Iterable[Copy]) -> Figures | None:
    """The last word of each independent origin on the number of killed; null where nobody gives one; pure.

    Reports without an origin count only where no origin gives a number.
    """
    known = list(accounts)
    found = origins(known, copies)
    said = _last_words(found.origins, found.lines)
    if not said:
        untraced = [_of_report(report, known) for report in found.untraced]
        said = _last_words([origin for origin, _ in untraced], [lines for _, lines in untraced])
    return _together(said)


def _of_report(report: str, accounts: Iterable[Account]) -> tuple[Origin, list[Line]]:
    lines = lines_of(account for account in accounts if account.source.id == report)
    return Origin(name=report, kind="outlet", reports=(report,), folded=()), lines


def _last_words(origins: Sequence[Origin], lines: Sequence[Sequence[Line]]) -> list[Said]:
    return [claim.last_word for claim in claims(origins, lines) if claim.about == "killed"]


def _together(said: Iterable[Said]) -> Figures | None:
    # "At least 3" is 3 with an open end: its least is all that can be told of its most.
    ranges = [
        (
            one.low if one.low is not None else one.high,
            one.high if one.high is not None else one.low,
            one.order,
        )
        for one in said
    ]
    known = [(low, high, order) for low, high, order in ranges if low is not None and high is not None]
    if not known:
        return None
    often = Counter(low for low, _, _ in known)
    latest = {low: order for low, _, order in sorted(known, key=lambda one: one[2])}
    return Figures(
        low=min(low for low, _, _ in known),
        best=max(often, key=lambda low: (often[low], latest[low])),
        high=max(high for _, high, _ in known),
    )
