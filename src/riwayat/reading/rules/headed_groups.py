"""Groups named by a common noun beside a name: `militer Suriah`, `Syrian army`, `Assad regime`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Mention
from riwayat.reading.rules.lines import Line
from riwayat.reading.world import World

_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")


def with_headed_groups(
    text: str, lines: Sequence[Line], mentions: list[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Groups named by a common noun and a name: `militer Suriah`, `rezim Assad`, `pasukan keamanan Irak`."""
    heads = lexicon.phrases("names", "group_heads")
    modifiers = lexicon.set("names", "group_modifiers")
    led_by = lexicon.phrases("words", "led_by")
    by_start = {m.span.start: m for m in mentions}
    covered = {at for m in mentions for at in range(m.span.start, m.span.end)}
    taken: set[int] = set()
    out: list[Mention] = []
    for line in lines:
        tokens, i = line.tokens, 0
        while i < len(tokens):
            n = heads.match(tokens, i) if tokens[i].start not in covered else 0
            while n and tokens[i + n - 1].start in covered:
                n -= 1  # `tentara Suriah`: what is named already is no part of the head
            if not n:
                i += 1
                continue
            j = i + n
            while j < len(tokens) and tokens[j].lower in modifiers:
                j += 1
            named = by_start.get(tokens[j].start) if j < len(tokens) else None
            if named is not None and named.type == "person" and led_by.match_back(tokens, j):
                named = None  # `kelompok pimpinan X`: a description
            if (
                named is not None
                and (named.type in ("place", "person"))
                and (named.type != "person" or tokens[i].lower in lexicon.set("names", "led_groups"))
            ):
                span = Span(tokens[i].start, named.span.end, text[tokens[i].start : named.span.end])
                out.append(Mention(span, "group"))
                if named.type == "person":
                    taken.add(named.span.start)  # `rezim Assad` is a group, and no person
            i = max(j, i + 1)
    return [*(m for m in mentions if m.span.start not in taken), *out]


def with_heads_behind(
    text: str, lines: Sequence[Line], mentions: list[Mention], lexicon: Lexicon, world: World
) -> list[Mention]:
    """Groups named by a name and a common noun behind it: `Syrian army`, `Haftar's forces`, `Assad regime`.

    What is said to be a state's (`Kenya's navy`), and its people in arms (`Russian troops`), are the state,
    which is named already.
    """
    many = lexicon.set("names", "people_in_arms")
    heads = lexicon.phrases("names", "headed_by_name")
    led = lexicon.set("names", "led_groups")
    modifiers = lexicon.set("names", "group_modifiers")
    owner = lexicon.set("words", "owner")
    ends = {m.span.end: m for m in mentions if m.type in ("place", "person")}
    starts = {m.span.start for m in mentions}
    out: list[Mention] = []
    taken: set[int] = set()
    for line in lines:
        tokens = line.tokens
        for i, token in enumerate(tokens[:-1]):
            named = ends.get(token.end)
            if named is None:
                continue
            owned = tokens[i + 1].lower in owner
            k = i + 1 + owned
            while k < len(tokens) and tokens[k].lower in modifiers and not heads.match(tokens, k):
                k += 1
            n = heads.match(tokens, k) if k < len(tokens) and tokens[k].start not in starts else 0
            if not n or tokens[k].is_capital:
                continue
            if named.type == "person" and tokens[k].lower not in led:
                continue
            if named.type == "place" and owned:
                continue
            if n == 1 and k == i + 1 and tokens[k].lower in many and world.nation(named.span.text):
                continue
            out.append(
                Mention(
                    Span(
                        named.span.start,
                        tokens[k + n - 1].end,
                        text[named.span.start : tokens[k + n - 1].end],
                    ),
                    "group",
                )
            )
            if named.type == "person" and not owned:
                taken.add(named.span.start)  # `Assad regime` is a group, and no person
    return [*(m for m in mentions if m.span.start not in taken), *out]


def numbered_units(text: str, lines: Sequence[Line], lexicon: Lexicon) -> list[Mention]:
    """Units that bear a number before the word for what they are: `98th Division`, `the 27th brigade`."""
    units = lexicon.set("names", "units")
    found = []
    for line in lines:
        for k, token in enumerate(line.tokens[1:], 1):
            if token.lower in units and _ORDINAL.fullmatch(line.tokens[k - 1].lower):
                found.append(Mention(line.span(text, k - 1, k + 1), "group"))
    return found
