"""What is known of words beforehand: titles, weak words, given names, notions that names are made of."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal, TypeAlias

from riwayat.names.sounds import plain, signs

Rank: TypeAlias = Literal["word", "name", "content", "bound", "kind", "state", "label"]
_RANKS: Final[tuple[Rank, ...]] = ("name", "content", "bound", "kind", "state", "label")
_ARTICLE: Final = "ال"


@dataclass(frozen=True, slots=True)
class Notion:
    """A word of names that is translated, not transliterated."""

    id: str
    rank: Rank


class Lexicon:
    """The word lists, ready for look-ups; all words are folded."""

    def __init__(self) -> None:
        """Read the files of the package."""
        weak = {row["use"]: frozenset(map(plain, _several(row["words"]))) for row in _rows("weak_words.csv")}
        self.articles = weak["article"]
        self.descent = weak["descent"]
        self.particles = weak["particle"]
        self.alias = weak["alias"]
        titles = {
            row["language"]: frozenset(map(plain, _several(row["titles"]))) for row in _rows("titles.csv")
        }
        self.degrees = titles.pop("behind")
        self.titles = frozenset[str]().union(*titles.values())
        self._given, self._given_sounds = _classes("given_names.csv")
        self._other, self._other_sounds = _classes("other_names.csv")
        self.notions: Mapping[str, tuple[Notion, ...]] = _notions()

    def given(self, word: str) -> frozenset[str]:
        """The given names that a folded word is a spelling of: by its letters, else by its sound."""
        return self._given.get(word) or self._given_sounds.get(_sound(word), frozenset())

    def classes(self, word: str) -> frozenset[str]:
        """The given and other listed names that a folded word is a spelling of."""
        other = self._other.get(word) or self._other_sounds.get(_sound(word), frozenset())
        return self.given(word) | other


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = resources.files("riwayat.names").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def _several(cell: str) -> list[str]:
    return [item for item in cell.split("|") if item]


def _sound(word: str) -> str:
    return signs(word).removesuffix("h")


def _classes(name: str) -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    by_sound: defaultdict[str, set[str]] = defaultdict(set)
    for row in _rows(name):
        for spelling in _several(row["spellings"]):
            word = plain(spelling).replace(" ", "")
            by_word[word].add(row["name"])
            if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 2:
                by_word[word.removeprefix(_ARTICLE)].add(row["name"])
            if word.isascii():
                by_sound[_sound(word)].add(row["name"])
    return (
        {word: frozenset(names) for word, names in by_word.items()},
        {sound: frozenset(names) for sound, names in by_sound.items()},
    )


def _notions() -> Mapping[str, tuple[Notion, ...]]:
    found: defaultdict[str, list[Notion]] = defaultdict(list)
    for row in _rows("concepts.csv"):
        rank = next(rank for rank in _RANKS if rank == row["rank"])
        notion = Notion(row["notion"], rank)
        for word in _several(row["words"]):
            key = plain(word)
            for spelling in {key, key.removeprefix(_ARTICLE) if len(key) > len(_ARTICLE) + 2 else key}:
                if notion not in found[spelling]:
                    found[spelling].append(notion)
    return {word: tuple(notions) for word, notions in found.items()}


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the project, read once."""
    return Lexicon()
