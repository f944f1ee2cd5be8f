"""The signs of makers in brackets: initials (`ryn/arh`), and names beside their outlet's."""

from __future__ import annotations

import re
from typing import Final

from riwayat.model import Byline
from riwayat.page.lexicon import Lexicon
from riwayat.page.lines import capital, word_count
from riwayat.page.outlets import is_outlet, looks_like_domain
from riwayat.page.people import clean_name

__all__ = ["are_initials", "is_named_outlet", "read_name_and_outlet", "signed"]

_LONGEST_SIGN: Final = 6
_INITIALS: Final = re.compile(r"^[A-Za-z][\w.@-]{0,14}$")


def is_named_outlet(part: str, words: Lexicon) -> bool:
    """Whether a sign-off names an outlet; in small letters, only agencies and domains are no given names."""
    surely = looks_like_domain(part) or words.agency(part)
    return surely or (is_outlet(part, words) and capital(part[0]))


def are_initials(parts: list[str], inner: str, words: Lexicon) -> bool:
    """Whether a bracket holds abbreviated names of makers, or outlets, and not words of the sentence."""
    signs = [p for p in parts if not is_outlet(p, words)]
    if " " in "".join(signs) or not all(_INITIALS.match(p) for p in signs):
        return False
    return "/" in inner or (inner.islower() and len(inner) <= 8) or len(inner) <= 3


def signed(parts: list[str], words: Lexicon) -> list[Byline]:
    """Makers who sign with their initials: the last of several is the editor, by the custom of newsrooms."""
    signs = [
        (place, part)
        for place, part in enumerate(parts)
        if part.isalnum() and not part[0].isdigit() and len(part) <= _LONGEST_SIGN
        if not is_outlet(part, words) and not words.has("bylines.nobody", part)
    ]
    return [Byline(p, "editor" if place == len(parts) - 1 > 0 else "author") for place, p in signs]


def read_name_and_outlet(parts: list[str], words: Lexicon) -> tuple[list[Byline], list[str]] | None:
    """`Siti Contoh/Harian Rimba`: whole names of makers and outlets, at least one of each, and nothing else."""
    outlets = [part for part in parts if is_named_outlet(part, words)]
    names = [part for part in parts if part not in outlets]
    if not outlets or not names or not all(_is_whole_name(name, words) for name in names):
        return None
    return [Byline(name, "author") for name in names], outlets


def _is_whole_name(text: str, words: Lexicon) -> bool:
    return 2 <= word_count(text) <= 4 and clean_name(text, words) == text
