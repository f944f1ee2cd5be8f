"""Whether a report names an outlet: as where its words come from, or anywhere in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from riwayat.chronicle.sameness import same_name
from riwayat.model import Outlet
from riwayat.names import compare
from riwayat.world.actors import Actor, KnownActors

__all__ = ["is_credited", "mentions"]

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_SHORTEST: Final = 2
_LATIN: Final = re.compile(r"[A-Za-z]")


def is_credited(names: Iterable[str], outlet: Outlet) -> bool:
    """Whether an outlet is among those of these names."""
    known = _outlet_actor(outlet.name, outlet.domain)
    return any(_is(name, outlet, known) for name in names)


@lru_cache(maxsize=4096)  # one report is held against many of the same few outlets
def mentions(text: str, outlet: Outlet) -> bool:
    """Whether a text names an outlet, in whatever script."""
    if not outlet.name:
        return False
    known = _outlet_actor(outlet.name, outlet.domain)
    names = {outlet.name, *(known.names if known else ())}
    # As a page writes names, lest `Antara` be found in `antara`.
    written = {form for name in names for form in (name, name.upper())}
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in written if len(name) > _SHORTEST):
        return True
    # Names of one word, spelled in another script, are too like other words.
    size = len(_WORD.findall(outlet.name))
    if bool(_LATIN.search(outlet.name)) == bool(_LATIN.search(text[:200])) or size < 2:
        return False
    words = _WORD.findall(text)
    return any(
        compare(outlet.name, " ".join(words[i : i + size]), "outlet").same
        for i in range(len(words) - size + 1)
    )


def _is(name: str, outlet: Outlet, known: Actor | None) -> bool:
    if outlet.domain and outlet.domain == name.casefold():
        return True
    theirs = _outlet_actor(name, None)
    return bool(
        same_name(name, theirs.id if theirs else None, outlet.name, known.id if known else None, "outlet")
    )


@lru_cache(maxsize=4096)
def _outlet_actor(name: str | None, domain: str | None) -> Actor | None:
    actors = KnownActors.shipped()
    found = actors.at_domain(domain) if domain else None
    if found is None and name:
        found = actors.find(name, "agency") or actors.find(name, "outlet")
    return found
