"""Mentions without capitals: which words name a person, a group, a place or an outlet.

A name is known by a title, a head word or a preposition before it, by given names in it, by quotation marks,
and by what is known of the world; what is plain in one place of a report holds in every other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwayat.model import EntityType, Report
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Mention
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.grammar import QUOTES, Grammar, called, is_definite, is_owned
from riwayat.reading.verb_first.groups import Groups
from riwayat.reading.verb_first.outlets import Outlets
from riwayat.reading.verb_first.people import People
from riwayat.reading.verb_first.pieces import Piece
from riwayat.reading.verb_first.places import Places
from riwayat.reading.world import World
from riwayat.text.folding import fold
from riwayat.text.tokens import Token

_LONGEST = 7
"""Words of a known name."""


def find_mentions(report: Report, lines: Sequence[Line], lexicon: Lexicon, world: World) -> list[Mention]:
    """The names of a report, in order; no two overlap but a place or outlet inside a group's name.

    Args:
        report: the report; its outlet and dateline are known already.
        lines: its sentences, cut into tokens.
        lexicon: the word lists of its language.
        world: what is known of the names.
    """
    finder = _Finder(report, lines, lexicon, world)
    found = [(line, piece) for line in lines for piece in finder.pieces(line)]
    found += finder.again(found)
    mentions: dict[tuple[int, int, EntityType], Mention] = {}
    for line, piece in found:
        span = line.span(report.text, piece.first, piece.stop)
        kind: EntityType = piece.kind
        if report.dateline and report.dateline.start <= span.start and span.end <= report.dateline.end:
            kind = "place"
        name = called(line.tokens, piece.first, piece.stop)
        mention = Mention(span, kind, piece.sure, piece.public, name=name if name != span.text else None)
        mentions.setdefault((span.start, span.end, kind), mention)
    if report.dateline is not None:
        span = report.dateline
        mentions.setdefault((span.start, span.end, "place"), Mention(span, "place"))
    return sorted(mentions.values(), key=lambda m: (m.span.start, -m.span.end))


@dataclass(slots=True)
class _Seen:
    """A name of the report, and what it was taken for."""

    kind: EntityType
    words: tuple[str, ...]


class _Finder:
    """Finds the names of one report, a sentence at a time."""

    def __init__(self, report: Report, lines: Sequence[Line], lexicon: Lexicon, world: World) -> None:
        self._lexicon, self._world = lexicon, world
        grammar = Grammar(lexicon, lines, world=world)
        self._grammar = grammar
        own = [n for n in (report.outlet.name, *report.cites) if n]
        self._outlets = Outlets(lexicon, world, grammar, own)
        self._groups = Groups(lexicon, world, grammar)
        self._places = Places(lexicon, world, grammar)
        self._people = People(lexicon, world, grammar, self._places)
        self._heads = lexicon.phrases("names", "group_heads")

    def pieces(self, line: Line) -> Iterator[Piece]:
        """The names of a sentence, in order."""
        tokens, i = line.tokens, 0
        taken: list[Piece] = []
        while i < len(tokens):
            piece = self._at(tokens, i, taken)
            if piece is None or piece.stop <= i:
                i += 1
                continue
            taken.append(piece)
            yield piece
            if piece.kind == "group":
                yield from self._places.inside(tokens, piece)
            i = piece.stop

    def _at(self, tokens: Sequence[Token], i: int, taken: Sequence[Piece]) -> Piece | None:
        """The name that begins at token `i`."""
        token = tokens[i]
        if not token.is_word or (token.text in QUOTES):
            return None
        return (
            self._outlets.at(tokens, i)
            or self._known(tokens, i)
            or self._people.at(tokens, i, taken)
            or self._groups.at(tokens, i)
            or self._places.at(tokens, i, taken)
        )

    def _known(self, tokens: Sequence[Token], i: int) -> Piece | None:
        """The known actor that is named here; a single everyday word is none without a head before it."""
        for length in range(min(_LONGEST, len(tokens) - i), 0, -1):
            words = tokens[i : i + length]
            if any(not t.is_word for t in words):
                continue
            kind = self._world.kind(called(tokens, i, i + length))
            if kind is None or kind == "outlet":
                continue
            if length == 1 and self._ordinary(tokens, i, kind):
                continue
            stop = i + length
            if kind == "person" and (end := self._people.name_at(tokens, i, titled=True)) > stop:
                stop = end
            if kind == "group":
                stop = self._groups.with_arm(tokens, stop)
            return Piece(i, stop, kind, public=True if kind == "person" else None)
        return None

    def _ordinary(self, tokens: Sequence[Token], i: int, kind: EntityType) -> bool:
        """Whether a single word is more likely an everyday word, or a part of another name."""
        token = tokens[i]
        if is_owned(token) or self._grammar.is_verb(token):
            return True
        everyday = self._lexicon.ordinary(token.lower)
        if kind == "person":
            return everyday or (
                not is_definite(token)
                and token.lower in self._lexicon.lines("given_names")
                and self._people.name_at(tokens, i) > 0
            )
        headed = i > 0 and self._heads.match_back(tokens, i) > 0
        return everyday and not headed

    def again(self, found: Sequence[tuple[Line, Piece]]) -> list[tuple[Line, Piece]]:
        """Names that stand elsewhere in the report, alone or in part: a family name, a place named before."""
        covered: dict[int, list[tuple[int, int]]] = {}
        seen: dict[str, _Seen] = {}
        lines: dict[int, Line] = {}
        for line, piece in found:
            lines[id(line)] = line
            covered.setdefault(id(line), []).append((piece.first, piece.stop))
            for key, kind in self._short_forms(line.tokens, piece):
                seen.setdefault(key, _Seen(kind, tuple(key.split())))
        more: list[tuple[Line, Piece]] = []
        for line in dict.fromkeys(self._grammar.lines):
            spans = covered.get(id(line), [])
            i = 0
            while i < len(line.tokens):
                returned = self._return(line.tokens, i, seen, spans)
                if returned is not None:
                    more.append((line, returned))
                    i = returned.stop
                else:
                    i += 1
        return more

    def _short_forms(self, tokens: Sequence[Token], piece: Piece) -> Iterator[tuple[str, EntityType]]:
        words = [t for t in tokens[piece.first : piece.stop] if t.text not in QUOTES]
        name = called(tokens, piece.first, piece.stop)
        if piece.kind == "person":
            if len(words) > 1:
                yield fold(called(tokens, piece.stop - 1, piece.stop)), "person"
                if len(words) > 2:
                    yield fold(called(tokens, piece.stop - 2, piece.stop)), "person"
        elif piece.kind == "place" and piece.sure:
            yield fold(name), "place"
        elif piece.kind == "group" and len(words) > 1:
            yield fold(name), "group"
        elif piece.kind == "outlet" and not self._lexicon.ordinary(words[0].lower):
            yield fold(name), "outlet"

    def _return(
        self,
        tokens: Sequence[Token],
        i: int,
        seen: dict[str, _Seen],
        spans: Sequence[tuple[int, int]],
    ) -> Piece | None:
        if not tokens[i].is_word or any(a <= i < b for a, b in spans) or is_owned(tokens[i]):
            return None
        for length in range(min(4, len(tokens) - i), 0, -1):
            stop = i + length
            if any(a < stop and i < b for a, b in spans) or not all(t.is_word for t in tokens[i:stop]):
                continue
            known = seen.get(fold(called(tokens, i, stop)))
            if known is None or (length == 1 and known.kind == "group"):
                continue
            if length == 1 and self._unlike(tokens, i, known.kind):
                continue
            return Piece(i, stop, known.kind)
        return None

    def _unlike(self, tokens: Sequence[Token], i: int, kind: EntityType) -> bool:
        """Whether a single word that is a name elsewhere is none here."""
        token = tokens[i]
        if self._grammar.is_verb(token):
            return True
        common = self._lexicon.ordinary(token.lower)
        if kind == "person":
            return common and not is_definite(token)
        return common and not (i and tokens[i - 1].lower in self._lexicon.set("names", "place_prepositions"))
