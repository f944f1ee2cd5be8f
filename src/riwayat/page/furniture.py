"""Which lines of a page are furniture: menus, forms, links, buttons, notices.

No single sign decides.  Word lists give the known wordings; the shape of a line, and whom it speaks to,
give the rest, so that a site that words it otherwise is still seen through.
"""

from __future__ import annotations

import re
from typing import Final

from riwayat.page.lexicon import Lexicon
from riwayat.page.lines import clean, ends_sentence, has_quotation, word_count

__all__ = ["FURNITURE", "is_heading", "is_last_heading", "weight"]

FURNITURE: Final = 2.0
"""The weight from which a line counts as furniture."""

_DASHED: Final = 4
"""Short entries with dashes between from which on they are a menu."""
_RAIL: Final = re.compile(r"\s*[|›»>•·]\s*|\s/\s")
_ADDRESS: Final = re.compile(
    r"^(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|[@#][\w.]+(?:[\s,]+[@#][\w.]+)*)$", re.IGNORECASE
)
_LINK: Final = re.compile(r"https?://|www\.|\bt\.me/", re.IGNORECASE)
_CODE: Final = re.compile(
    r"[{}]\s*$|\);\s*$|^\s*[<{(]\s*\w+[.\s=(].*[;})]|\$\w+->|function\s*\(|window\.|var\s+\w+\s*=|\bpush\(\{"
)
_COUNTER: Final = re.compile(
    r"^\W*(?:\d+[\d.,]*\s*(?:k|rb|jt)?\s*)?(?:shares?|views?|likes?|komentar|comments?|dibaca|tayangan|kali)?\s*(?:\d+[\d.,]*)?\W*$",
    re.IGNORECASE,
)
_YOUR: Final = re.compile(r"(?<!\w)[^\W\d_]{3,}mu(?!\w)", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_][\w'-]*")


def is_heading(line: str, words: Lexicon) -> bool:
    """Whether the line opens a block of links, a form, or the like."""
    return word_count(line) <= 6 and words.has("furniture.headings", _bare(line))


def is_last_heading(line: str, words: Lexicon) -> bool:
    """Whether nothing of the report follows this line: the comments begin."""
    bare = re.sub(r"[\d()]+", " ", line)
    return word_count(line) <= 5 and words.has("furniture.last", clean(_bare(bare)))


def weight(line: str, words: Lexicon, *, trailing: bool) -> float:
    """How much speaks for a line being furniture; from `FURNITURE` on it is.

    `trailing` says that no long paragraph of the story follows.
    """
    count = word_count(line)
    sentence = ends_sentence(line)
    if _is_certain(line, count, words):
        return 4.0
    total = 0.0
    spoken = has_quotation(line)
    opening = words.patterns["furniture.starts"].match(line.lstrip("*-–>»•▶►([ "))
    if opening:
        certain = (
            " " in opening[0].strip() or opening[0].rstrip().endswith(":") or not sentence or "]" in line
        )
        total += 3.0 if certain else 1.5
    wordings = min(3.0, 1.5 * words.holds("furniture.phrases", line))
    total += wordings
    spoken = spoken and wordings < FURNITURE
    if not spoken:
        total += _address_to_reader(line, words, trailing=trailing)
    if not sentence and count <= 16 and trailing:
        total += 1.0
    if trailing and line.endswith("?") and not spoken and count <= 14:
        total += 1.0
    # A paragraph of the story is long, tells, and quotes.
    if sentence and count >= 25:
        total -= 1.5
    elif sentence and count >= 14:
        total -= 0.5
    if trailing and _LINK.search(line):
        total += 1.0
    return total - (1.5 if spoken and count >= 6 and not opening else 0.0)


def _is_certain(line: str, count: int, words: Lexicon) -> bool:
    bare = _bare(line)
    if not bare or _ADDRESS.match(line) or _COUNTER.match(line) or _CODE.search(line):
        return True
    if words.has("furniture.lines", bare):
        return True
    rails = [part for part in _RAIL.split(line) if part.strip()]
    sentence_ends = ends_sentence(line)
    if len(rails) >= 3 and count <= 5 * len(rails) and not sentence_ends:
        return True
    dashed = re.split(r"\s[-–]\s", line)
    if len(dashed) >= _DASHED and count <= 3 * len(dashed) and not sentence_ends:
        return True
    pieces = [p for p in re.split(r"\s*[,|›»>•·/]\s*|\s{2,}", line) if p]
    if len(pieces) >= 2 and all(words.has("furniture.lines", p) for p in pieces):
        return True
    tokens = line.split()
    return (
        len(tokens) >= 3 and not ends_sentence(line) and all(words.has("furniture.lines", t) for t in tokens)
    )


def _address_to_reader(line: str, words: Lexicon, *, trailing: bool) -> float:
    """How far the page, and not somebody in the story, speaks to its reader here."""
    firsts = (_WORD.search(sentence) for sentence in re.split(r"(?<=[!?])\s+", line))
    commands = any(
        first is not None and first[0].casefold() in words.lists["furniture.imperatives"] for first in firsts
    )
    reader = words.holds("furniture.reader", line) > 0 or any(
        m[0].casefold() not in words.lists["furniture.not_reader"] for m in _YOUR.finditer(line)
    )
    speaks_of_itself = words.holds("furniture.self", line) > 0 or (
        trailing and reader and words.starts("outlets.known", line)
    )
    total = 1.0 * commands + 1.0 * reader + (0.5 if speaks_of_itself else 0.0)
    total += 0.5 if commands and (reader or speaks_of_itself) else 0.0
    # `Dapatkan kabar dari Harian Rimba lewat surel`: the page offers itself.
    total += 1.0 if commands and trailing and words.holds("outlets.known", line) else 0.0
    return total + (0.5 if trailing and (reader or speaks_of_itself) else 0.0)


def _bare(line: str) -> str:
    """The line without the bullets and arrows around it."""
    return clean(line.strip(" \t*•▶►»›<>«‹|–—-_=~#+:.…·✕×✖&\u200b"))
