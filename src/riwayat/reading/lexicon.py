"""The word lists of one language, ready for look-up: the only place where the rules open them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from riwayat import languages
from riwayat.text.phrases import Phrases
from riwayat.text.tokens import Token

_COMMON = (
    ("names", "collective_nouns"),
    ("names", "group_heads"),
    ("names", "not_names"),
    ("names", "place_heads"),
    ("names", "role_nouns"),
    ("heads", "portfolio"),
    ("words", "adverbs"),
    ("words", "auxiliaries"),
    ("words", "bare_verbs"),
    ("words", "clause_openers"),
    ("words", "conjunctions"),
    ("words", "determiners"),
    ("words", "not_verbs"),
    ("words", "prepositions"),
    ("words", "pronouns"),
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of `languages/<code>/`, by table (`names.toml` is `names`) and key (`group_heads`)."""

    code: str

    def set(self, table: str, key: str) -> frozenset[str]:
        """A list of single words; empty where the language has no such list."""
        return _set(self.code, table, key)

    def phrases(self, table: str, key: str) -> Phrases:
        """A list of phrases of one or more words; empty where the language has no such list."""
        return _phrases(self.code, table, key)

    def number(self, table: str, key: str, word: str) -> int | None:
        """What a table of numerals says a word is."""
        value = languages.words(self.code, table).get(key, {}).get(word)
        return value if isinstance(value, int) else None

    def word(self, table: str, key: str, word: str) -> str | None:
        """What a table of words maps a word to."""
        value = languages.words(self.code, table).get(key, {}).get(word)
        return value if isinstance(value, str) else None

    @property
    def heads_last(self) -> bool:
        """Whether the head of a noun phrase stands behind what describes it (`army spokesman`)."""
        return self.word("words", "order", "heads") == "last"

    def roles(self, words: Sequence[Token]) -> Mapping[int, str]:
        """What the words of a sentence are in it, by place, where the language has a `grammar` that says so."""
        found = _grammar(self.code)
        return found(words) if found is not None else {}

    @property
    def given_names(self) -> frozenset[str]:
        """Words that people are called by."""
        return languages.lines(self.code, "given_names")

    def common(self, word: str) -> bool:
        """Whether a lower-case word is an everyday word of the language, by its lists or by its form."""
        if any(word in self.set(table, key) for table, key in _COMMON) or word in _everyday(self.code):
            return True
        if word in self.given_names:
            return False
        suffixes = tuple(self.set("words", "common_suffixes"))
        if len(word) >= 6 and suffixes and word.endswith(suffixes):
            return True
        return self.nominal(word)

    def nominal(self, word: str) -> bool:
        """Whether a lower-case word has the form of a noun made from a verb or adjective (`kesepakatan`)."""
        prefixes, suffixes = (
            tuple(self.set("words", "noun_prefixes")),
            tuple(self.set("words", "noun_suffixes")),
        )
        return len(word) >= 7 and bool(prefixes) and word.startswith(prefixes) and word.endswith(suffixes)

    def stem(self, word: str) -> str:
        """A word without the ending that means `its` or `the` (`Twitter-nya`, `akunnya`)."""
        for ending in self.set("words", "endings"):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return word.removesuffix(ending).rstrip("-")
        return word


def _list(code: str, table: str, key: str) -> tuple[str, ...]:
    value: Any = languages.words(code, table)
    for part in key.split("."):
        value = value.get(part, {})
    return tuple(value)


@cache
def _set(code: str, table: str, key: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in _list(code, table, key))


@cache
def _phrases(code: str, table: str, key: str) -> Phrases:
    return Phrases(_list(code, table, key))


@cache
def _everyday(code: str) -> frozenset[str]:
    """The everyday words of a language, where it lists them."""
    try:
        return languages.lines(code, "everyday")
    except FileNotFoundError:
        return frozenset()


@cache
def _grammar(code: str) -> Callable[[Sequence[Token]], Mapping[int, str]] | None:
    """The `roles` of a language's `grammar` module; null where it has none."""
    try:
        found: Callable[[Sequence[Token]], Mapping[int, str]] = languages.rules(code, "grammar").roles
    except ModuleNotFoundError:
        return None
    return found
