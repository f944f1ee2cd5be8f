"""A text as lines, one paragraph each, and what the shape of a line tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

__all__ = [
    "capital",
    "clean",
    "content_words",
    "ends_sentence",
    "has_case",
    "has_quotation",
    "is_prose",
    "key",
    "paragraphs",
    "word_count",
]

_BREAKS: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SENT_BY: Final = re.compile(r"(?<=[.!?\"”])\s*[-–—]{1,2}\s?[A-Z](?:[\w!.]+\s?){1,3}$")
_ENDS: Final = re.compile(
    r"""[.!?…؟۔][)\]"'”’»*]*$|[.!?][”"’'][)\]]?$|[”"»]$"""
    r"""|[.!?][”"’']?\s*[*■▪●♦][^.]{0,40}$"""
    r"""|[.!?][”"’']?\s*[(\[][^()\[\]]{1,60}[)\]][.*■]*$"""  # a bracket with the makers' initials may follow
)
_QUOTES: Final = re.compile(r"[\"“”«»„]")
_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")
_WRAP_LEAST, _WRAP_MOST, _SLACK = 45, 110, 6
_SMALL: Final = 0.4
"""Share of the lines of broken prose, but for the first, that begin with a small letter."""


def capital(letter: str) -> bool:
    """Whether a name may begin with it: a capital, or a letter of a script that has none."""
    return letter.isalpha() and not letter.islower()


def has_case(text: str) -> bool:
    """Whether the text's script tells capitals from small letters."""
    return text.lower() != text.upper()


def clean(line: str) -> str:
    """The line with every run of white space as one blank."""
    return " ".join(line.split())


def key(line: str) -> str:
    """What two lines have in common that differ in case, punctuation or white space only."""
    return " ".join(_WORD.findall(line.casefold()))


def word_count(line: str) -> int:
    """Number of words."""
    return sum(1 for _ in _WORD.finditer(line))


def content_words(text: str) -> frozenset[str]:
    """The longer words of a text, casefolded: enough to see whether two texts share a subject."""
    return frozenset(w for w in _WORD.findall(text.casefold()) if len(w) > 3 and not w.isdigit())


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does, or behind it with the name of who sent it (`… . – AFP`)."""
    return _ENDS.search(_SENT_BY.sub("", line)) is not None


def has_quotation(line: str) -> bool:
    """Whether somebody's words stand in quotation marks."""
    return len(_QUOTES.findall(line)) >= 2


def is_prose(line: str, least: int = 8) -> bool:
    """Whether the line is a paragraph of running text: so many words, and the end of a sentence."""
    words = word_count(line)
    return words >= least and (ends_sentence(line) or words >= 40)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, in order, none empty; lines broken at a fixed width are joined again."""
    blocks: list[list[str]] = [[]]
    for raw in _BREAKS.split(text):
        line = clean(raw)
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [line for block in blocks for line in _unwrapped(block)]


def _unwrapped(block: list[str]) -> Iterator[str]:
    """Joins the lines of a block that a fixed width broke.

    Its signs: all lines are shorter than a wide page, and nearly all are full: they would not have held the
    next line's first word.  A line that is not full then ends its paragraph.  Elsewhere only a line that
    breaks off before a small letter is joined to the next.
    """
    width = max(map(len, block), default=0)
    full = [len(a) + 1 + len(b.split(" ", 1)[0]) > width - _SLACK for a, b in pairwise(block)]
    broken = [not ends_sentence(a) and len(a) >= _WRAP_LEAST and b[0].islower() for a, b in pairwise(block)]
    open_ended = sum(1 for a, _ in pairwise(block) if not ends_sentence(a))
    # Broken prose goes on in small letters as a rule; short lines below one another do not.
    small = sum(1 for _, b in pairwise(block) if b[0].isalpha() and not b[0].isupper() and has_case(b[0]))
    prose = small >= _SMALL * len(full)
    if (
        prose
        and _WRAP_LEAST <= width <= _WRAP_MOST
        and sum(full) >= 0.7 * len(full)
        and 2 * open_ended >= len(full)
    ):
        joins = full
    else:
        joins = broken
    paragraph = block[:1]
    for line, joined in zip(block[1:], joins, strict=True):
        if not joined:
            yield " ".join(paragraph)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield " ".join(paragraph)
