"""The rules: an engine of word lists and grammar, the same machinery for every language folder."""

from __future__ import annotations

from riwayat.languages import available
from riwayat.model import Report
from riwayat.reading.body import body
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Markup
from riwayat.reading.rules.attribution import Attributions
from riwayat.reading.rules.bare_offices import BareOffices
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.governments import Governments
from riwayat.reading.rules.headed_last import HeadedLastNarrators
from riwayat.reading.rules.headed_last_memberships import HeadedLastMemberships
from riwayat.reading.rules.lines import Line
from riwayat.reading.rules.memberships import Memberships
from riwayat.reading.rules.names import find_mentions
from riwayat.reading.rules.narrators import Narrators
from riwayat.reading.rules.triggers import Triggers
from riwayat.reading.seen import NOTHING, Seen
from riwayat.reading.verb_first import marking as verb_first
from riwayat.reading.world import World, shipped_world
from riwayat.text.quotations import quotations
from riwayat.text.sentences import paragraphs
from riwayat.text.tokens import tokens


class RulesEngine:
    """Marks a report by the word lists and rules of its language."""

    name = "rules"

    def __init__(self, world: World | None = None) -> None:
        """`world` is what is known of names beforehand; the shipped one by default."""
        self._world = world

    def mark(self, report: Report, seen: Seen = NOTHING) -> Markup:
        """The marks of a report; empty where its language has no folder.

        `seen` is what another engine saw in it: its names and deeds are read as if the lists held them.
        """
        if report.language not in available():
            return Markup((), (), (), (), ())
        text, words, world = report.text, Lexicon(report.language), self._world or shipped_world()
        if words.verb_first:
            return verb_first.mark(report, words, world, seen)
        found = body(report)
        lines = [Line(s.span, tuple(tokens(text, s.span.start, s.span.end))) for s in found]
        quoted = {n: quotations(text, block) for n, block in enumerate(paragraphs(text))}

        mentions = list(seen.names(find_mentions(report, lines, words, world)))
        clauses = Clauses(words, lines, (m.span for m in mentions))
        states = Governments(mentions, words, world, clauses)
        mentions += [m for line in lines for m in states.find(line)]
        if words.heads_last:
            bare = BareOffices(mentions, words, world)
            mentions += [m for line in lines for m in bare.find(line)]
        # `Turkish` is no place, but may stand for a government
        acting = {m.span.start for m in mentions if m.type == "group"}
        mentions = [
            m
            for m in mentions
            if m.type != "place" or m.span.start in acting or world.nation(m.span.text) is None
        ]
        mentions.sort(key=lambda m: (m.span.start, -m.span.end))
        read_phrases = HeadedLastNarrators if words.heads_last else Narrators
        narrators = read_phrases(text, words, world, clauses, mentions, lines)
        attribute = Attributions(text, words, clauses, narrators)
        join = HeadedLastMemberships if words.heads_last else Memberships
        belong = join(text, words, world, clauses, mentions)
        attributions = [
            a for s, line in zip(found, lines, strict=True) for a in attribute.find(line, quoted[s.paragraph])
        ]
        seats = [a.narrator.place for a in attributions if a.narrator.place is not None]
        tell = Triggers(
            text,
            words,
            world,
            clauses,
            mentions,
            [*seats, *([report.dateline] if report.dateline else [])],
            seen.deeds,
        )
        return Markup(
            sentences=tuple(found),
            mentions=tuple(mentions),
            memberships=tuple(m for line in lines for m in belong.find(line)),
            attributions=tuple(attributions),
            triggers=tuple(t for line in lines for t in tell.find(line)),
        )
