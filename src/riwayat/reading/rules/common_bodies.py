"""Bodies that a text names by a common word: `army spokesman X`, `the head of the navy, X`, `the Centre`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Mention
from riwayat.reading.rules.lines import Line
from riwayat.text.tokens import Token

_ROW = 8
"""Words between a person and the office beside his name."""
_RANKS = 4
"""Words of rank before a name."""


def common_bodies(
    text: str, lines: Sequence[Line], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """The further groups of a text: bodies that somebody named holds office in, and short forms of named ones."""
    people = {m.span.start for m in mentions if m.type == "person"}
    covered = {at for m in mentions for at in range(m.span.start, m.span.end)}
    ends = {m.span.text.split()[-1] for m in mentions if m.type == "group" and " " in m.span.text}
    found: list[Mention] = []
    for line in lines:
        for first, stop in (
            *_of_offices(line.tokens, people, lexicon),
            *_in_appositions(line.tokens, people, lexicon),
            *_short_forms(line.tokens, ends, lexicon),
        ):
            span = line.span(text, first, stop)
            if not covered & set(range(span.start, span.end)):
                found.append(Mention(Span(span.start, span.end, span.text), "group"))
    return found


def _of_offices(tokens: Sequence[Token], people: set[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """`army spokesman X`, `police commander, X`, `spokesman for the army, X`, `X, head of the navy`."""
    bodies = lexicon.phrases("names", "common_bodies")
    roles, titles = lexicon.phrases("names", "role_nouns"), lexicon.phrases("names", "person_titles")
    for i, token in enumerate(tokens):
        if token.start not in people:
            continue
        stop = i
        while n := titles.match_back(tokens, stop):
            if bodies.match_back(tokens, stop - n) or tokens[stop - 1].text.islower():
                break
            stop -= n
        stop -= stop > 0 and tokens[stop - 1].text == ","
        office = max(roles.match_back(tokens, stop), titles.match_back(tokens, stop))
        at = stop - office
        at -= office > 0 and at > 0 and tokens[at - 1].lower in lexicon.set("words", "owner")
        n = bodies.match_back(tokens, at) if office else bodies.match_back(tokens, stop)
        if office and (inside := bodies.match(tokens, at)) and inside < office:
            yield at, at + inside  # `army spokesman` is one title
        elif office and n:
            yield at - n, at
        elif n and stop - n > 2 and _office_for(tokens, stop - n, lexicon):
            yield stop - n, stop


def _in_appositions(tokens: Sequence[Token], people: set[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """`X, a police spokesman,`; `X, the army's spokesman,`; `the police spokesman in Borno State, X,`."""
    bodies = lexicon.phrases("names", "common_bodies")
    roles, titles = lexicon.phrases("names", "public_roles"), lexicon.phrases("names", "person_titles")
    owner, small = lexicon.set("words", "owner"), lexicon.set("words", "determiners")
    named = [k for k, t in enumerate(tokens) if t.start in people]
    for k in range(1, len(tokens) - 1):
        if not (n := bodies.match(tokens, k)) or k + n >= len(tokens) or tokens[k - 1].lower not in small:
            continue
        at = k + n + (tokens[k + n].lower in owner)
        office = max(roles.match(tokens, at), titles.match(tokens, at)) if at < len(tokens) else 0
        beside = k > 1 and tokens[k - 2].text == "," and any(i < k and k - i <= _ROW for i in named)
        comma = next((c for c in range(at, min(len(tokens), at + _ROW)) if tokens[c].text == ","), None)
        behind = comma is not None and any(comma < i <= comma + _RANKS for i in named)
        if office and (beside or behind):
            yield k, k + n


def _office_for(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether an office and `of the`, `for the` end before a word."""
    at -= tokens[at - 1].lower in lexicon.set("names", "articles")
    links = lexicon.set("names", "of_links")
    roles, titles = lexicon.phrases("names", "role_nouns"), lexicon.phrases("names", "person_titles")
    return (
        at > 1
        and tokens[at - 1].text in links
        and bool(roles.match_back(tokens, at - 1) or titles.match_back(tokens, at - 1))
    )


def _short_forms(tokens: Sequence[Token], ends: set[str], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """`the Centre`, where a body is named whose name ends so."""
    tails, articles = lexicon.phrases("names", "group_tails"), lexicon.set("names", "articles")
    for k in range(1, len(tokens)):
        alone = k + 1 >= len(tokens) or not tokens[k + 1].is_capital
        if (
            tokens[k].is_capital
            and tokens[k].text in ends
            and tokens[k - 1].lower in articles
            and alone
            and tails.match(tokens, k) == 1
        ):
            yield k, k + 1
