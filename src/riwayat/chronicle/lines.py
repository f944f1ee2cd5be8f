"""The lines by which a happening came to its reports: each telling, from the report to where its word ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwayat.chronicle.identities import CARRIERS, PICTURES, known_actor
from riwayat.chronicle.sameness import same_party
from riwayat.model import Account, Narrator, Party, Source, Told

__all__ = ["Line", "figures_of", "lines_of", "tells_own_deed", "when"]


@dataclass(frozen=True, slots=True)
class Line:
    """One telling of one account."""

    account: Account
    told: Told

    @property
    def source(self) -> Source:
        """The report."""
        return self.account.source

    @property
    def end(self) -> Narrator:
        """The last narrator of the chain."""
        return self.told.chain[-1]

    @property
    def told_to(self) -> Narrator:
        """The last outlet or agency of the chain before its end; the publishing outlet where it is all there is."""
        return next((n for n in reversed(self.told.chain[:-1]) if n.kind in CARRIERS), self.told.chain[0])

    @property
    def traced(self) -> bool:
        """Whether the line ends in somebody who may be an origin.

        An outlet is none without a sign of having seen for itself; an agency, or the voice of a state or a party,
        is one where another outlet cites it as the teller.
        """
        end = self.end
        if end.kind == "unspecified":
            return False
        if end.kind not in CARRIERS:
            return True
        return self.told.seen or (len(self.told.chain) > 1 and _has_own_voice(end))

    @property
    def unnamed(self) -> bool:
        """Whether the line ends in somebody who cannot be told from others of the kind."""
        return not self.end.named and self.end.kind not in CARRIERS | PICTURES | {"unspecified"}

    @property
    def pictured(self) -> bool:
        """Whether the line ends in a photo or video."""
        return self.end.kind in PICTURES


def lines_of(accounts: Iterable[Account]) -> list[Line]:
    """All lines of some accounts: by time of publication, then in order of the text."""
    ordered = sorted(accounts, key=lambda account: (when(account.source), account.key))
    return [Line(account, told) for account in ordered for told in account.tellings if told.chain]


def when(source: Source) -> tuple[str, str, str]:
    """By what reports are put in order of time: the day they could be known from, then the hour where it is said."""
    published = source.published
    return (
        source.known_from,
        (published.start if published and published.start else source.known_from),
        source.id,
    )


def figures_of(told: Told) -> frozenset[tuple[str, int | None, int | None]]:
    """The figures of a telling, for comparing."""
    return frozenset((q.what, q.low, q.high) for q in told.quantities)


def tells_own_deed(line: Line) -> bool:
    """Whether the line ends in one of those who did what it tells."""
    end = line.end
    if end.kind in CARRIERS or not end.name:
        return False
    teller = Party(end.name, "person" if end.kind == "person" else "group", end.known_as)
    if any(same_party(teller, actor) for actor in line.account.actors):
        return True
    return end.body is not None and any(same_party(end.body, actor) for actor in line.account.actors)


def _has_own_voice(narrator: Narrator) -> bool:
    actor = known_actor(narrator)
    return narrator.kind == "agency" or (
        actor is not None and (actor.type == "agency" or actor.controlled_by is not None)
    )
