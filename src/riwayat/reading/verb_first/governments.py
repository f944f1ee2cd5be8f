"""States and capitals that act: `قالت موسكو`, `اتهم إيران`, `وزير خارجية تركيا`.

Such a name is a place and a group both; the place was marked already, here the group is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Mention
from riwayat.reading.rules.event_words import event_words
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.grammar import Grammar, is_definite, nation_forms
from riwayat.reading.world import World
from riwayat.text.tokens import Token

_REACH = 3
"""Words between a government and the verb behind it."""


def governments(
    lines: Sequence[Line], mentions: Sequence[Mention], lexicon: Lexicon, world: World, grammar: Grammar
) -> list[Mention]:
    """The places of a report that stand for a government, as groups."""
    finder = _Governments(mentions, lexicon, world, grammar)
    return [m for line in lines for m in (*finder.find(line), *finder.by_adjective(line))]


class _Governments:
    def __init__(self, mentions: Sequence[Mention], lexicon: Lexicon, world: World, grammar: Grammar) -> None:
        self._grammar, self._world = grammar, world
        self._places = {m.span.start: m for m in mentions if m.type == "place"}
        self._groups = [m.span for m in mentions if m.type == "group"]
        self._ends = {g.end for g in self._groups}
        self._offices = (lexicon.phrases("names", "person_titles"), lexicon.phrases("names", "role_nouns"))
        self._people = frozenset(m.span.start for m in mentions if m.type == "person")
        self._counterparts = lexicon.set("heads", "counterparts")
        self._generic = lexicon.set("names", "generic_places")
        self._local = lexicon.phrases("heads", "local_heads")
        self._portfolio = lexicon.set("heads", "portfolio")
        self._deeds = event_words(lexicon.code)[0]
        self._say = lexicon.set("attribution", "say") | lexicon.set("attribution", "act")
        self._agent = lexicon.phrases("words", "agent")
        self._aims = lexicon.set("words", "aims")
        self._sides = lexicon.set("words", "sides")

    def find(self, line: Line) -> Iterator[Mention]:
        """The governments of a sentence, as groups; names in a row are judged together."""
        tokens = line.tokens
        acted = False
        for k, token in enumerate(tokens):
            mention = self._places.get(token.start)
            if mention is None:
                continue
            stop = next(
                (n for n in range(k, len(tokens)) if tokens[n].start >= mention.span.end), len(tokens)
            )
            joined = k > 1 and self._grammar.is_conjunction(tokens[k - 1]) and acted
            head = k
            while head and tokens[head - 1].lower in self._generic:
                head -= 1  # `حاكم إقليم النيل الأزرق`
            office = bool(self._local.match_back(tokens, head))
            if not (office or self._world.government(mention.called)):
                acted = False
                continue
            inside = any(g.start <= mention.span.start and mention.span.end <= g.end for g in self._groups)
            acted = not inside and (office or joined or self._acts(tokens, k, stop))
            if acted:
                yield Mention(mention.span, "group", name=mention.name)

    def by_adjective(self, line: Line) -> Iterator[Mention]:
        """`الرئيس الأوكراني X`, `نظيره السوري X`: the state whose adjective an office bears before a name."""
        tokens = line.tokens
        for k in range(1, len(tokens) - 1):
            if not is_definite(tokens[k]) or not self._named_behind(tokens, k + 1):
                continue
            if any(g.start <= tokens[k].start < g.end for g in self._groups):
                continue
            if not self._office_before(tokens, k) and tokens[k - 1].lower not in self._counterparts:
                continue
            state = next((s for f in nation_forms(tokens[k]) if (s := self._world.state_of(f))), None)
            if state is not None:
                yield Mention(Span(tokens[k].start, tokens[k].end, tokens[k].text), "group", name=state)

    def _named_behind(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a person's name stands at a word, whatever titles before it (`العاهل الأردني الملك X`)."""
        for _ in range(3):
            if at >= len(tokens):
                return False
            if tokens[at].start in self._people:
                return True
            n = max(phrases.match(tokens, at) for phrases in self._offices)
            if not n and not (is_definite(tokens[at]) and tokens[at].lower in self._portfolio):
                return False
            at += n or 1
        return at < len(tokens) and tokens[at].start in self._people

    def _acts(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        if not first:
            return self._does(tokens, stop)
        before = tokens[first - 1]
        if self._grammar.is_verb(before):
            return before.lower in self._say or self._deeds.match(tokens, first - 1) > 0
        if before.lower in self._sides or self._agent.match_back(tokens, first):
            return True
        if self._office_before(tokens, first):
            return True
        if before.lower in self._aims and self._office_before(tokens, first - 1):
            return True  # `المندوب الدائم للجزائر`
        joined = self._grammar.is_conjunction(before) and first > 1 and tokens[first - 2].end in self._ends
        opens = (
            self._grammar.is_opener(before)
            or self._grammar.is_coordinator(before)
            or self._grammar.is_conjunction(before)
            or before.text in ',،:"“«'
        )
        return joined or (opens and self._does(tokens, stop))

    def _office_before(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether an office ends right before (`وزير خارجية تركيا`, `الرئيس`)."""
        k = first
        while k and first - k < 4:
            if any(phrases.match_back(tokens, k) for phrases in self._offices):
                return not self._grammar.is_preposition(tokens[first - 1])
            if tokens[k - 1].lower not in self._portfolio or self._grammar.is_preposition(tokens[k - 1]):
                return False
            k -= 1
        return False

    def _does(self, tokens: Sequence[Token], stop: int) -> bool:
        """Whether a verb follows at once, or behind light words."""
        for k in range(stop, min(len(tokens), stop + _REACH)):
            if self._grammar.is_verb(tokens[k]):
                return True
            if not self._grammar.is_light(tokens[k]):
                return False
        return False
