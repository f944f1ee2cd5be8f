"""A report's text as a page shows it: statements by their chains, names, and the words that tell events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from riwayat.model import Link, Reading, Statement
from riwayat.site.picture import TONES
from riwayat.site.quotable import quotable
from riwayat.told import Mask

__all__ = ["Chain", "Marked", "Piece", "Run", "excerpts", "marked"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one mark, or none."""

    text: str
    mark: str
    """person, group, place, outlet, event, cue; empty for none."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that one chain stands behind, or none."""

    pieces: tuple[Piece, ...]
    chain: int | None
    """Number of the chain, from 1."""
    tone: int


@dataclass(frozen=True, slots=True)
class Chain:
    """By whose word some statements of the report are."""

    number: int
    tone: int
    """0 where it ends in nobody."""
    links: tuple[tuple[str, str | None, str | None], ...]
    """Kind, name and wording of each narrator, the outlet first; masked."""
    statements: int


@dataclass(frozen=True, slots=True)
class Marked:
    """The text, and the chains it refers to."""

    paragraphs: tuple[tuple[Run, ...], ...]
    chains: tuple[Chain, ...]


def marked(reading: Reading, mask: Mask) -> Marked:
    """The whole text."""
    return _Marking(reading, mask).whole()


def excerpts(reading: Reading, mask: Mask) -> Marked:
    """Short quotations of it: the statements that tell events first, in order of the text."""
    return _Marking(reading, mask).parts()


class _Marking:
    def __init__(self, reading: Reading, mask: Mask) -> None:
        self._reading = reading
        self._mask = mask
        self._text = reading.report.text
        self._names = {entity.id: entity.name for entity in reading.entities}
        self._numbers: dict[tuple[tuple[str, str | None], ...], int] = {}
        self._chain_of = {
            s.id: self._numbers.setdefault(self._key(s), len(self._numbers) + 1) for s in reading.statements
        }
        self._tones = self._toned()
        self._marks = sorted(self._all_marks())

    def whole(self) -> Marked:
        paragraphs, start = [], 0
        for line in self._text.splitlines(keepends=True):
            paragraphs.append(tuple(self._runs(start, start + len(line.rstrip()))))
            start += len(line)
        return Marked(tuple(p for p in paragraphs if p), self._chains())

    def parts(self) -> Marked:
        quoted = (self._quoted(s, s.start + len(words)) for s, words in quotable(self._reading))
        return Marked(tuple(quoted), self._chains())

    def _quoted(self, statement: Statement, end: int) -> tuple[Run, ...]:
        run = self._run(statement.start, end, statement)
        more = (Piece(" …", ""),) if end < statement.end else ()
        return (Run(run.pieces + more, run.chain, run.tone),)

    def _runs(self, start: int, end: int) -> Iterable[Run]:
        at = start
        for statement in sorted(self._reading.statements, key=lambda s: (s.start, s.end)):
            if statement.end <= at or statement.start >= end or statement.start < at:
                continue
            if at < statement.start:
                yield self._run(at, statement.start, None)
            yield self._run(statement.start, min(statement.end, end), statement)
            at = min(statement.end, end)
        if at < end:
            yield self._run(at, end, None)

    def _run(self, start: int, end: int, statement: Statement | None) -> Run:
        pieces, at = [], start
        for first, last, kind in self._marks:
            if first < at or last > end:
                continue
            if at < first:
                pieces.append(self._piece(at, first, ""))
            pieces.append(self._piece(first, last, kind))
            at = last
        if at < end:
            pieces.append(self._piece(at, end, ""))
        number = self._chain_of[statement.id] if statement else None
        return Run(tuple(pieces), number, self._tones[number] if number else 0)

    def _piece(self, start: int, end: int, kind: str) -> Piece:
        return Piece(self._mask.text(self._text[start:end]), kind)

    def _all_marks(self) -> Iterable[tuple[int, int, str]]:
        for entity in self._reading.entities:
            for mention in entity.mentions:
                yield mention.start, mention.end, entity.type
        for event in self._reading.events:
            for telling in event.tellings:
                yield telling.trigger.start, telling.trigger.end, "event"
        for statement in self._reading.statements:
            for link in statement.chain:
                if link.cue is not None:
                    yield link.cue.start, link.cue.end, "cue"

    def _toned(self) -> dict[int, int]:
        """A colour for each chain: those that end in one narrator share it."""
        ends: dict[tuple[str, str | None], int] = {}
        tones = {}
        for key, number in self._numbers.items():
            if len(key) < 2 or key[-1][0] == "unspecified":
                tones[number] = 0
            else:
                tones[number] = (ends.setdefault(key[-1], len(ends)) % TONES) + 1
        return tones

    def _chains(self) -> tuple[Chain, ...]:
        found: dict[int, list[Statement]] = {}
        for statement in self._reading.statements:
            found.setdefault(self._chain_of[statement.id], []).append(statement)
        return tuple(
            Chain(number, self._tones[number], self._links(those), len(those))
            for number, those in found.items()
        )

    def _links(self, statements: Sequence[Statement]) -> tuple[tuple[str, str | None, str | None], ...]:
        """The narrators of a chain, each with the wording of the first statement that has one."""
        made = []
        for at, link in enumerate(statements[0].chain):
            cues = [cue.text for s in statements if (cue := s.chain[at].cue) is not None]
            name = self._name(link)
            made.append(
                (
                    link.kind,
                    self._mask.text(name) if name else None,
                    self._mask.text(cues[0]) if cues else None,
                )
            )
        return tuple(made)

    def _key(self, statement: Statement) -> tuple[tuple[str, str | None], ...]:
        return tuple((link.kind, self._name(link)) for link in statement.chain)

    def _name(self, link: Link) -> str | None:
        return self._names.get(link.entity or "") or link.description or link.name
