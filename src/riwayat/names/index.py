"""Many names to compare one with: only those that have a word in common with it, roughly, are compared at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Final, Generic, TypeVar

from riwayat.names.comparison import Comparison, Kind, compare
from riwayat.names.letters import arabic
from riwayat.names.parts import Part, names_in
from riwayat.names.scripts import as_somali
from riwayat.names.sounds import signs

T = TypeVar("T")

_LONGEST: Final = 3
_SHARED: Final = 2
_CLASSES: Final = {
    sign: family
    for family, members in (
        ("b", "bpب"),
        ("f", "fvف"),
        ("t", "tdتدطض"),
        ("k", "sSzZcCjgGkqxTDثجذزسشصظغقكخ"),
        ("l", "lل"),
        ("m", "mم"),
        ("n", "nن"),
        ("r", "rر"),
    )
    for sign in members
}
"""Consonants that some scheme writes alike; vowels, and what is heard or not, have no class."""


class NameIndex(Generic[T]):
    """Things by their names, found by other spellings of these in any script."""

    def __init__(self, kind: Kind, named: Iterable[tuple[str, T]]) -> None:
        """Index things of one kind by a name each; one thing may come with several."""
        self.kind = kind
        self._by_key: defaultdict[str, list[tuple[str, T]]] = defaultdict(list)
        for name, thing in named:
            for key in _keys(name, kind):
                self._by_key[key].append((name, thing))

    def likely(self, name: str, *, whole: bool = False) -> Iterator[tuple[str, T]]:
        """The names, each with its thing, that are worth comparing with `name`.

        With `whole`, only those that may agree with it word for word: of three parts or more two are shared.
        """
        keys = _keys(name, self.kind)
        wanted = _SHARED if whole and len(keys) > _SHARED else 1
        shared: dict[str, int] = {}
        for key in keys:
            for other, thing in dict.fromkeys(self._by_key.get(key, ())):
                shared[other] = shared.get(other, 0) + 1
                if shared[other] == wanted:
                    yield other, thing

    def find(self, name: str, *, whole: bool = False) -> list[tuple[T, Comparison]]:
        """The things of which `name` may be a name, each with its best comparison, best first."""
        best: dict[T, Comparison] = {}
        for other, thing in self.likely(name, whole=whole):
            found = compare(name, other, self.kind)
            if found.same and (thing not in best or found.score > best[thing].score):
                best[thing] = found
        return sorted(best.items(), key=lambda item: -item[1].score)


def _keys(name: str, kind: Kind) -> list[str]:
    """The rough sound, and the meaning, of each part that tells a name apart.

    A name of general words only (`tentara Suriah`) is one with such as mean the same, word for word.
    """
    keys: dict[str, None] = {}
    for one in names_in(name, kind):
        telling = [part for part in one.parts if not part.given and part.rank in ("word", "name")]
        for part in telling or one.parts:
            keys.update(dict.fromkeys(_rough(part)))
        if not telling and len(one.parts) > 1:
            keys = dict.fromkeys(_meanings(one.parts))
        if len(one.parts) > 1:
            keys[f"+{_skeleton(one.text.replace(' ', ''))[:_LONGEST]}"] = None
        if one.short:
            keys[_letters(one.short)] = None
        keys.update(dict.fromkeys(map(_letters, one.initials)))
    return list(keys)


def _letters(short: str) -> str:
    return f"={len(short)}{_classes(short)}"


def _meanings(parts: tuple[Part, ...]) -> Iterator[str]:
    meanings = [sorted(part.notions) or [_skeleton(part.words[0])] for part in parts if part.rank != "label"]
    for chosen in islice(product(*meanings), _LONGEST * _LONGEST):
        yield "&".join(sorted(chosen))


def _rough(part: Part) -> Iterator[str]:
    yield from (f"*{notion}" for notion in part.notions)
    yield from (_skeleton(word)[:_LONGEST] for word in part.words)
    yield from (_skeleton(as_somali(word))[:_LONGEST] for word in part.words if word.isascii())


def _skeleton(word: str) -> str:
    return _classes(signs(word) if word.isascii() else arabic(word))


def _classes(letters: str) -> str:
    return "".join(_CLASSES.get(letter, "") for letter in letters)
