"""Mentions: which words name a person, a group, a place or an outlet.

Each capitalised chunk is judged by what stands around it, and all that the document says of the same
words counts together, so that a name introduced once with its title is known wherever it returns.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from riwayat.model import EntityType, Report
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Mention
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.common_bodies import common_bodies
from riwayat.reading.rules.found import Found
from riwayat.reading.rules.headed_groups import numbered_units, with_headed_groups, with_heads_behind
from riwayat.reading.rules.lines import Line, joined
from riwayat.reading.rules.name_votes import Votes
from riwayat.reading.rules.offices import Offices
from riwayat.reading.rules.pieces import Piece, Pieces
from riwayat.reading.rules.runs import Runs
from riwayat.reading.rules.standing import Standing
from riwayat.reading.world import World


def find_mentions(report: Report, lines: Sequence[Line], lexicon: Lexicon, world: World) -> list[Mention]:
    """The names of a report, in order; no two overlap but a place inside a group's name.

    Args:
        report: the report; its outlet and dateline are known already.
        lines: its sentences, cut into tokens.
        lexicon: the word lists of its language.
        world: what is known of the names.
    """
    text = report.text
    own = [n for n in (report.outlet.name, report.outlet.domain, *report.cites) if n]
    own += [
        n[len(a) + 1 :]
        for n in own
        for a in lexicon.set("names", "articles")
        if n.casefold().startswith(f"{a} ")
    ]
    runs = Runs(lexicon, world, lines, own)
    pieces = Pieces(lexicon, world, runs.kind)
    found: list[Found] = []
    for line in lines:
        for first, stop in runs.of(line):
            previous: Piece | None = None
            titled = False
            for piece in pieces.of(line, first, stop):
                if previous is not None:
                    found[-1].next = piece
                found.append(Found(line, piece, previous, titled))
                titled = piece.kind == "title" or (titled and piece.kind in ("group", "place"))
                previous = piece
    clauses = Clauses(lexicon, lines)
    offices = Offices(lexicon, clauses)
    standing = Standing(lexicon, clauses, offices)
    kinds = _Judge(lexicon, Votes(lexicon, world, clauses, offices)).kinds(found)
    mentions: list[Mention] = []
    for f in found:
        span = f.line.span(text, f.piece.first, f.piece.stop)
        kind, sure = kinds.get(id(f), (None, False))
        if kind is not None:
            if report.dateline and span.start >= report.dateline.start and span.end <= report.dateline.end:
                kind, sure = "place", True
            mentions.append(Mention(span, kind, sure, standing.public(f) if kind == "person" else None))
    if not lexicon.heads_last:
        mentions = with_headed_groups(text, lines, mentions, lexicon)
    else:
        mentions = with_heads_behind(text, lines, mentions, lexicon, world)
        taken = {at for m in mentions for at in range(m.span.start, m.span.end)}
        units = numbered_units(text, lines, lexicon)
        mentions += [m for m in units if m.span.start not in taken and m.span.end - 1 not in taken]
        mentions += common_bodies(text, lines, mentions, lexicon)
    return sorted(mentions, key=lambda m: (m.span.start, -m.span.end))


class _Judge:
    """Decides the types of the chunks of one document."""

    def __init__(self, lexicon: Lexicon, votes: Votes) -> None:
        self._votes = votes
        self._portfolio = lexicon.set("heads", "portfolio")
        self._conjunctions = lexicon.set("words", "conjunctions")

    def kinds(self, found: Sequence[Found]) -> dict[int, tuple[EntityType | None, bool]]:
        """The type of each piece, and whether it is sure; by the piece's identity."""
        evidence: dict[str, Counter[EntityType]] = defaultdict(Counter)
        for f in found:
            if f.piece.kind == "unknown":
                evidence[self._key(f)].update(Counter() if self._of_office(f) else self._votes.of(f))
        decided = {key: self._decide(key, counts) for key, counts in evidence.items()}
        for f, before in self._coordinated(found):
            kind = decided[self._key(before)][0] if before.piece.kind == "unknown" else before.piece.kind
            if kind in ("person", "group", "place", "outlet") and decided[self._key(f)][0] is None:
                decided[self._key(f)] = (kind, False)
        # What is plain in one place is so in every other.
        plain = {self._key(f): f.piece.kind for f in found if f.piece.kind in ("person", "group", "outlet")}
        for key in decided:
            if key in plain:
                decided[key] = (cast(EntityType, plain[key]), True)
        # A part of a person's name, alone, is that person.
        people = [set(key.split()) for key, (kind, _) in decided.items() if kind == "person" and " " in key]
        people += [set(self._key(f).split()) for f in found if f.piece.kind == "person"]
        for key, (kind, sure) in decided.items():
            words = set(key.split())
            if (kind in (None, "outlet") or not sure) and any(words < person for person in people):
                decided[key] = ("person", True)
        return {
            id(f): decided[self._key(f)]
            if f.piece.kind == "unknown"
            else (None if f.piece.kind == "title" else f.piece.kind, True)
            for f in found
        }

    def _of_office(self, f: Found) -> bool:
        """Whether a piece is nothing but words of an office (`Bidang Politik, Hukum, dan Keamanan`)."""
        return all(
            t.lower in self._portfolio and not (t.text.isupper() and len(t.text) > 1)
            for t in f.line.tokens[f.piece.first : f.piece.stop]
        )

    def _coordinated(self, found: Sequence[Found]) -> Iterator[tuple[Found, Found]]:
        """Unknown pieces that stand in a row with another (`Tapuwatu dan Walalindu`), and that other."""
        for before, f in pairwise(found):
            if f.piece.kind == "unknown" and f.line is before.line and not self._of_office(f):
                between = f.line.tokens[before.piece.stop : f.piece.first]
                if 1 <= len(between) <= 2 and all(
                    t.text == "," or t.lower in self._conjunctions for t in between
                ):
                    yield f, before

    def _key(self, f: Found) -> str:
        return joined(f.line.tokens, f.piece.first, f.piece.stop).casefold()

    def _decide(self, key: str, votes: Counter[EntityType]) -> tuple[EntityType | None, bool]:
        words = key.split()
        if votes:
            (kind, score), *rest = sorted(votes.items(), key=lambda v: (-v[1], v[0]))
            margin = score - (rest[0][1] if rest else 0)
            if score >= 2 and margin >= 1:
                return kind, score >= 3
            if score >= 2:
                return (
                    "person" if "person" in votes and votes["person"] == score and len(words) > 1 else kind
                ), False
        return None, False
