"""Whether a report names an outlet: as where its words come from, or anywhere in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from riwayat.chronicle.identities import known_actor, same_outlet
from riwayat.model import Narrator, Outlet
from riwayat.names import NameIndex
from riwayat.world.actors import KnownActors

__all__ = ["is_credited", "mentions"]

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_SHORTEST: Final = 2
_HELD: Final = 32
"""Texts whose phrases are at hand: a new report is held against the outlets of many."""
_LATIN: Final = re.compile(r"[A-Za-z]")


def is_credited(names: Iterable[str], outlet: Outlet) -> bool:
    """Whether an outlet is among those of these names."""
    own = _narrator(outlet)
    return any(
        (outlet.domain is not None and outlet.domain == name.casefold())
        or same_outlet(Narrator("outlet", name), own)
        for name in names
    )


def mentions(text: str, outlet: Outlet) -> bool:
    """Whether a text names an outlet, in whatever script."""
    if not outlet.name:
        return False
    known = known_actor(_narrator(outlet))
    names = {outlet.name, *(known.names if known else ())}
    # As a page writes names, lest `Antara` be found in `antara`.
    written = {
        form for name in names for form in (name, name.upper(), *([name.title()] if name.isupper() else []))
    }
    if any(_stands(name, text) for name in written if len(name) > _SHORTEST):
        return True
    # Names of one word, spelled in another script, are too like other words.
    size = len(_WORD.findall(outlet.name))
    if bool(_LATIN.search(outlet.name)) == bool(_LATIN.search(text[:200])) or size < 2:
        return False
    return bool(_phrases(text, size).find(outlet.name))


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a text in whole words."""
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


@lru_cache(maxsize=_HELD)
def _phrases(text: str, size: int) -> NameIndex[str]:
    """All phrases of so many words of a text, by what they sound like."""
    words = _WORD.findall(text)
    phrases = dict.fromkeys(" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
    return NameIndex("outlet", ((phrase, phrase) for phrase in phrases))


@lru_cache(maxsize=4096)
def _narrator(outlet: Outlet) -> Narrator:
    """An outlet as a narrator; which known one it is, its domain says first."""
    known = KnownActors.shipped().at_domain(outlet.domain) if outlet.domain else None
    return Narrator("outlet", outlet.name, known_as=known.id if known else None)
