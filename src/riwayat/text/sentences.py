"""Sentences with exact offsets.

Libraries break at `KH.`, `Jend.`, `Jl.`; here a full stop ends a sentence only where what stands before
it is no abbreviation of the language, and what comes after can begin a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from riwayat.model import Span

_END = re.compile(r"(?:[.!?؟…]|\.{3})+[\"”’»')\]]*(?=\s|$)")
_BEFORE = re.compile(r"([^\s\"“”'(\[«]+)$")
_OPENERS = "\"“‘«'([-–—•"


def paragraphs(text: str) -> list[Span]:
    """The lines of a report's text that hold anything, without surrounding white space."""
    found, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            at = start + line.index(stripped)
            found.append(Span(at, at + len(stripped), stripped))
        start += len(line) + 1
    return found


def _can_begin(text: str, at: int) -> bool:
    rest = text[at:].lstrip()
    lead = rest.lstrip(_OPENERS).lstrip()
    if not lead:
        return True
    # A script without capitals begins a sentence with any letter.
    return not lead[0].islower()


def _ends_with_abbreviation(word: str, abbreviations: Collection[str]) -> bool:
    bare = word.rstrip(".")
    if not bare or not word.endswith("."):
        return False
    if all(len(part) == 1 and part.isalpha() and part.isupper() for part in bare.split(".")):
        return True  # initials: `M. Taufik`, `J.O. Sembiring`
    if len(bare) == 2 and bare.istitle():
        return True  # a short form before a name: `Ma. Theresa`, `Hj. Nur`
    return word.casefold() in abbreviations or bare.casefold() + "." in abbreviations


def sentences(text: str, paragraph: Span, abbreviations: Collection[str]) -> list[Span]:
    """The sentences of one paragraph.

    Args:
        text: the whole text that the paragraph's offsets count into.
        paragraph: where to look.
        abbreviations: lower-case words with their full stop that do not end a sentence (`jend.`).
    """
    found, start = [], paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if match.start() < start:
            continue
        before = _BEFORE.search(text[start : match.start() + 1])
        if match.group() == "." and before and _ends_with_abbreviation(before.group(1), abbreviations):
            continue
        if match.end() < paragraph.end and not _can_begin(text, match.end()):
            continue
        found.append((start, match.end()))
        start = match.end()
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        found.append((start, paragraph.end))
    return [Span(a, b, text[a:b]) for a, b in found if b > a]


def by_paragraph(text: str, abbreviations: Collection[str]) -> list[list[Span]]:
    """The sentences of each paragraph of a text; `abbreviations` as for `sentences`."""
    return [sentences(text, paragraph, abbreviations) for paragraph in paragraphs(text)]
