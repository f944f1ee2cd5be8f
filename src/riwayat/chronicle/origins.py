"""Which origins of a happening are independent: what shares an origin is folded together, with the reason.

Lines that end in somebody are folded first: the same narrator, the same unnamed source, copies of one another.
A line that ends on the way of another is that one, told with less detail; a line that ends in an outlet is that
outlet's own telling, if it has one.  A line that is left and ends in an outlet or in nobody has no origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from riwayat.chronicle.folding import Folding
from riwayat.chronicle.identities import CARRIERS, Identities, known_actor, same_outlet
from riwayat.chronicle.lines import Line, figures_of, lines_of, tells_own_deed, when
from riwayat.chronicle.sameness import ELSEWHERE_KM, apart_km, controls, same_name
from riwayat.model import Account, Copy, EventType, Fold, FoldReason, Narrator, Origin, Where

__all__ = ["Origins", "origins"]

_SPOKEN: Final[frozenset[EventType]] = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Deeds that are done by saying something."""


@dataclass(frozen=True, slots=True)
class Origins:
    """The independent origins of a happening, and what has none."""

    origins: tuple[Origin, ...]
    """Most reports first."""
    lines: tuple[tuple[Line, ...], ...]
    """The lines of each origin, in the order of `origins`."""
    untraced: tuple[str, ...]
    """Ids of the reports that tell it without an origin that can be named, in order of time."""


def origins(accounts: Iterable[Account], copies: Iterable[Copy]) -> Origins:
    """The independent origins of the happening that the accounts tell; pure.

    Args:
        accounts: all accounts of the happening.
        copies: copies among their reports; others are left aside.
    """
    folded = _Folded(lines_of(accounts), copies)
    folded.same_narrator()
    folded.told_by_doer()
    folded.same_unnamed_source()
    folded.copy()
    folded.same_line()
    folded.cites()
    return folded.gathered()


class _Folded:
    """The lines of a happening, being folded: a step for each rule."""

    def __init__(self, lines: Sequence[Line], copies: Iterable[Copy]) -> None:
        self._lines = lines
        self._folding: Folding[Fold] = Folding(len(lines))
        self._who = Identities(narrator for line in lines for narrator in line.told.chain)
        self._traced = [line.traced for line in lines]
        self._ends = [self._who.of(line.end) for line in lines]
        self._by_report: defaultdict[str, list[int]] = defaultdict(list)
        self._by_publisher: defaultdict[int | None, list[int]] = defaultdict(list)
        self._passing: defaultdict[int | None, list[int]] = defaultdict(list)
        for n, line in enumerate(lines):
            self._by_report[line.source.id].append(n)
            self._by_publisher[self._who.of(line.told.chain[0])].append(n)
            for who in dict.fromkeys(map(self._who.of, line.told.chain[:-1])):
                self._passing[who].append(n)
        self._copies = [c for c in copies if c.report in self._by_report and c.of in self._by_report]

    # the rules

    def same_narrator(self) -> None:
        """Lines that end in one narrator are one; so are pictures shown by the same hand."""
        first: dict[tuple[str, int | None], int] = {}
        for n, line in enumerate(self._lines):
            if line.pictured:
                key: tuple[str, int | None] = (line.end.kind, self._shown_by(line))
            elif self._ends[n] is not None:
                key = ("", self._ends[n])
            else:
                continue
            at = first.setdefault(key, n)
            if at != n:
                before = self._lines[at]
                a, b = (
                    x.told.chain[-2] if x.pictured and len(x.told.chain) > 1 else x.end
                    for x in (before, line)
                )
                why = f"{line.end.kind} shown by one: " if line.pictured else ""
                self._fold(at, n, "same narrator", why + self._who.why(a, b))

    def told_by_doer(self) -> None:
        """What is done by speaking is told by whoever does it: a demand, a threat, whatever its doer is called."""
        own = [
            n
            for n, line in enumerate(self._lines)
            if line.account.type in _SPOKEN and self._traced[n] and tells_own_deed(line)
        ]
        for i, j in pairwise(own):
            if not self._folding.joined(i, j):
                names = f"{self._lines[i].end.name}, {self._lines[j].end.name}"
                self._fold(i, j, "same narrator", f"each told of its own word: {names}")

    def same_unnamed_source(self) -> None:
        """Unnamed sources in one place that spoke to one outlet are one."""
        told: defaultdict[int | None, list[int]] = defaultdict(list)
        for n, line in enumerate(self._lines):
            if line.unnamed:
                told[self._who.of(line.told_to)].append(n)
        for those in (those for outlet, those in told.items() if outlet is not None):
            for i, j in _pairs(those):
                if not self._folding.joined(i, j) and not self._group_elsewhere(i, j):
                    outlet = self._lines[j].told_to.name
                    self._fold(i, j, "same unnamed source", f"unnamed sources that spoke to {outlet}")

    def copy(self) -> None:
        """What a copy tells in copied sentences is the line of the report it repeats."""
        for copy in self._copies:
            for i in self._by_report[copy.report]:
                j = self._counterpart(i, copy)
                if j is not None:
                    self._fold(i, j, "copy", f"{copy.how}: {self._lines[i].told.sentence.text}")

    def same_line(self) -> None:
        """A line that ends in a narrator whom another passes through is that line, told with less detail."""
        for i, end in enumerate(self._ends):
            if end is None or any(self._folding.joined(i, j) for j in self._passing[end]):
                continue
            found = [j for j in self._passing[end] if j != i and self._traced[j]]
            if found:
                j = self._nearest(i, found)
                told = f"{self._lines[i].end.name} is on the way to {self._lines[j].end.name}"
                self._fold(i, j, "same line", told)

    def cites(self) -> None:
        """A line without an origin of its own is the telling of the outlet that it, or its report, cites."""
        for i, line in enumerate(self._lines):
            if self._has_origin(i):
                continue
            names = [n for n in line.told.chain[1:] if n.kind in CARRIERS]
            names += [Narrator("outlet", name) for name in line.source.cites]
            for name in names:
                found = [
                    j
                    for j in self._published_by(name)
                    if self._lines[j].source.id != line.source.id
                    and self._lines[j].source.known_from <= line.source.known_from
                ]
                if found:
                    self._fold(i, self._nearest(i, found), "cites", f"cites {name.name}")
                    break

    # what the rules ask

    def _shown_by(self, line: Line) -> int | None:
        return self._who.of(line.told.chain[-2]) if len(line.told.chain) > 1 else None

    def _group_elsewhere(self, i: int, j: int) -> bool:
        """Whether the sources folded so far are in different places."""
        return any(
            _elsewhere(self._lines[a].end.place, self._lines[b].end.place)
            for a in self._folding.group(i)
            for b in self._folding.group(j)
        )

    def _counterpart(self, i: int, copy: Copy) -> int | None:
        """The line of the copied report that the telling sentence of line `i` repeats.

        A retelling has no sentences to lay side by side: there a line without an origin is the nearest one.
        """
        here = self._lines[i].told.sentence
        of = self._by_report[copy.of]
        for pair in copy.evidence:
            if pair.here.start < here.end and here.start < pair.here.end:
                for j in of:
                    there = self._lines[j].told.sentence
                    if pair.there.start < there.end and there.start < pair.there.end:
                        return j
        return self._nearest(i, of) if copy.how == "retelling" and not self._traced[i] else None

    def _published_by(self, outlet: Narrator) -> list[int]:
        """The lines of the reports that an outlet published."""
        return [
            n
            for those in self._by_publisher.values()
            if same_outlet(outlet, self._lines[those[0]].told.chain[0])
            for n in those
        ]

    def _has_origin(self, i: int) -> bool:
        return any(self._traced[j] for j in self._folding.group(i))

    def _nearest(self, i: int, candidates: Sequence[int]) -> int:
        """The line that line `i` most likely repeats: one with an origin, of its kind, with its figures, told first."""
        line = self._lines[i]
        return min(
            candidates,
            key=lambda j: (
                not self._has_origin(j),
                self._lines[j].told.modality != line.told.modality,
                figures_of(self._lines[j].told) != figures_of(line.told),
                j,
            ),
        )

    # results

    def gathered(self) -> Origins:
        """The origins: groups of lines of which at least one ends in somebody."""
        found = [
            (self._origin(group), tuple(self._lines[n] for n in group))
            for group in self._folding.groups()
            if any(self._traced[n] for n in group)
        ]
        found.sort(key=lambda one: (-len(one[0].reports), when(one[1][0].source), one[0].name))
        traced = {report for origin, _ in found for report in origin.reports}
        return Origins(
            origins=tuple(origin for origin, _ in found),
            lines=tuple(lines for _, lines in found),
            untraced=tuple(report for report in self._by_report if report not in traced),
        )

    def _origin(self, group: Sequence[int]) -> Origin:
        """What a group of lines is called: by the end that none of them goes beyond."""
        ends = [n for n in group if self._traced[n]]
        deepest = [
            n
            for n in ends
            if self._ends[n] is None or not set(self._passing[self._ends[n]]) & set(group) - {n}
        ] or ends
        narrators = [self._lines[n].end for n in deepest]
        named = [n for n in narrators if n.named] or narrators
        head = next((n for n in named if n.kind not in CARRIERS), named[0])
        known = known_actor(head)
        return Origin(
            name=head.name or head.kind,
            kind=head.kind,
            reports=tuple(dict.fromkeys(self._lines[n].source.id for n in group)),
            folded=_merged(self._folding.reasons(group)),
            known_as=known.id if known else None,
            side=controls(known.id if known else (head.body.known_as if head.body else None)),
            public=head.public,
        )

    def _fold(self, i: int, j: int, reason: FoldReason, evidence: str) -> None:
        reports = tuple(dict.fromkeys((self._lines[i].source.id, self._lines[j].source.id)))
        self._folding.fold(i, j, Fold(reason, evidence, reports))


def _elsewhere(a: Where | None, b: Where | None) -> bool:
    """Whether two places are known to differ."""
    if a is None or b is None:
        return False
    apart = apart_km(a, b)
    if apart is not None:
        return apart > ELSEWHERE_KM
    return same_name(a.name, None, b.name, None, "place") is None


def _pairs(those: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((i, j) for k, i in enumerate(those) for j in those[k + 1 :])


def _merged(folds: Iterable[Fold]) -> tuple[Fold, ...]:
    """Folds of one reason and evidence as one, with all their reports."""
    merged: dict[tuple[FoldReason, str], Fold] = {}
    for fold in folds:
        before = merged.setdefault((fold.reason, fold.evidence), fold)
        merged[fold.reason, fold.evidence] = replace(
            before, reports=tuple(dict.fromkeys((*before.reports, *fold.reports)))
        )
    return tuple(merged.values())
