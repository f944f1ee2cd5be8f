"""All marks of one report in a language whose verb comes first."""

from __future__ import annotations

import re

from riwayat import languages
from riwayat.model import Report
from riwayat.reading.body import body
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Markup
from riwayat.reading.rules.lines import Line
from riwayat.reading.seen import NOTHING, Seen
from riwayat.reading.verb_first.attribution import Attributions
from riwayat.reading.verb_first.governments import governments
from riwayat.reading.verb_first.grammar import Grammar
from riwayat.reading.verb_first.memberships import Memberships
from riwayat.reading.verb_first.names import find_mentions
from riwayat.reading.verb_first.narrators import Narrators
from riwayat.reading.verb_first.places import countries_named
from riwayat.reading.verb_first.triggers import Triggers
from riwayat.reading.world import World
from riwayat.text.quotations import quotations
from riwayat.text.sentences import paragraphs

_ATTACHED = "وفبلك"
"""Letters that may be words written together with the next."""
_SHORT = 4
_LONG = 5
"""Letters above which a word of the report's countries' gazetteer is seen behind an attached word."""
_WORD = re.compile(r"[^\W\d_]+")


def _is_place(word: str, countries: frozenset[str], lexicon: Lexicon, world: World) -> bool:
    """Whether a word is a place of the report's countries, and stands in no list (`وتراغن`: and Traghan)."""
    return not lexicon.ordinary(lexicon.key(word)) and world.place_in(word, countries)


def mark(report: Report, lexicon: Lexicon, world: World, seen: Seen = NOTHING) -> Markup:
    """The marks of a report.

    Args:
        report: what the page step made of a page.
        lexicon: the word lists of its language.
        world: what is known of names beforehand.
        seen: what another engine saw in it.
    """
    text = report.text
    written = _WORD.findall(text)
    listed = languages.words(lexicon.code, "page")["outlets"]["known"]
    known = frozenset(lexicon.key(w) for w in written) | frozenset(
        lexicon.key(w[1:])
        for w in written
        if len(w) > _SHORT and w[0] in _ATTACHED and world.strong_place(w[1:])
    )
    countries = countries_named(written, world)
    known |= frozenset(
        lexicon.key(w[1:])
        for w in written
        if len(w) > _LONG and w[0] in _ATTACHED and _is_place(w[1:], countries, lexicon, world)
    )
    heads = {name.split()[0] for name in listed if " " in name}
    known |= frozenset(
        lexicon.key(w[1:]) for w in written if len(w) >= _SHORT and w[0] in _ATTACHED and w[1:] in heads
    )
    found = body(report)
    lines = [Line(s.span, tuple(lexicon.tokens(text, s.span.start, s.span.end, known))) for s in found]
    quoted = {n: quotations(text, block) for n, block in enumerate(paragraphs(text))}

    mentions = list(seen.names(find_mentions(report, lines, lexicon, world)))
    grammar = Grammar(lexicon, lines, mentions, world)
    mentions += governments(lines, mentions, lexicon, world, grammar)
    mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    narrators = Narrators(text, lexicon, world, grammar, mentions, lines, report.outlet.name)
    attribute = Attributions(text, lexicon, grammar, narrators)
    belong = Memberships(text, lexicon, grammar, mentions)
    attributions = [
        a for s, line in zip(found, lines, strict=True) for a in attribute.find(line, quoted[s.paragraph])
    ]
    elsewhere = [a.narrator.place for a in attributions if a.narrator.place is not None]
    tell = Triggers(
        text,
        lexicon,
        world,
        grammar,
        mentions,
        [*elsewhere, *([report.dateline] if report.dateline else [])],
        attributions,
        seen.deeds,
    )
    return Markup(
        sentences=tuple(found),
        mentions=tuple(mentions),
        memberships=tuple(m for line in lines for m in belong.find(line)),
        attributions=tuple(attributions),
        triggers=tuple(t for line in lines for t in tell.find(line)),
    )
