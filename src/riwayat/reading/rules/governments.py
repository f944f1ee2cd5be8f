"""States and capitals that act: `Ankara mengatakan`, `Presiden Rusia`, `serangan oleh Israel`.

Such a name is a place and a group both; the place was marked already, here the group is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwayat.reading.markup import Mention
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.lexicon import Lexicon
from riwayat.reading.rules.runs import Line
from riwayat.reading.rules.world import World


def governments(
    lines: Sequence[Line], mentions: Sequence[Mention], lexicon: Lexicon, world: World, clauses: Clauses
) -> Iterator[Mention]:
    """The places of `mentions` that stand for a government, as groups."""
    titles = lexicon.phrases("names", "person_titles")
    roles = lexicon.phrases("names", "role_nouns")
    agent = lexicon.set("words", "agent_prepositions")
    conjunctions = lexicon.set("words", "conjunctions")
    bare = lexicon.set("attribution", "bare")
    group_ends = {m.span.end for m in mentions if m.type == "group"}
    covered = [m.span for m in mentions if m.type == "group"]
    places = {m.span.start: m for m in mentions if m.type == "place"}
    for line in lines:
        tokens = line.tokens
        acting: set[int] = set()
        for i, token in enumerate(tokens):
            mention = places.get(token.start)
            if mention is None or not world.government(mention.span.text):
                continue
            if any(s.start <= mention.span.start and mention.span.end <= s.end for s in covered):
                continue
            stop = next((k for k in range(i, len(tokens)) if tokens[k].start >= mention.span.end), len(tokens))
            before = tokens[i - 1] if i else None
            office = i > 0 and (titles.match_back(tokens, i) or roles.match_back(tokens, i))
            beside = i > 1 and tokens[i - 1].lower in conjunctions and (tokens[i - 2].end in group_ends or tokens[i - 2].end in acting)
            by = before is not None and (before.lower in agent or before.lower in bare)
            opens = before is None or before.text in ",;:\"“(" or clauses.is_coordinator(before) or clauses.is_opener(before)
            k = stop
            while k < len(tokens) and clauses.is_light(tokens[k]):
                k += 1
            acts = opens and k < len(tokens) and clauses.is_verb(tokens[k])
            if office or beside or by or acts:
                acting.add(mention.span.end)
                yield Mention(mention.span, "group")
