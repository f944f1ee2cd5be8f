"""The word lists of one language, ready for look-up: the only place where the rules open them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from riwayat import languages
from riwayat.text.phrases import Phrases
from riwayat.text.tokens import Token, tokens

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

    def listed(self, table: str, key: str) -> tuple[str, ...]:
        """A list as it stands; empty where the language has no such list."""
        return _list(self.code, table, key)

    def phrases(self, table: str, key: str) -> Phrases:
        """A list of phrases of one or more words; empty where the language has no such list."""
        return _phrases(self.code, table, key)

    def number(self, table: str, key: str, word: str) -> int | None:
        """What a table of numerals says a word is."""
        value = _table(self.code, table, key).get(word)
        return value if isinstance(value, int) else None

    def word(self, table: str, key: str, word: str) -> str | None:
        """What a table of words maps a word to."""
        value = _table(self.code, table, key).get(word)
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
        return self.lines("given_names")

    def lines(self, name: str) -> frozenset[str]:
        """The words of a text file of the language."""
        return _lines(self.code, name)

    @property
    def verb_first(self) -> bool:
        """Whether the verb stands before its subject, and names bear no capitals."""
        return bool(languages.words(self.code, "words").get("verb_first", False))

    def tokens(
        self, text: str, start: int = 0, end: int | None = None, known: frozenset[str] = frozenset()
    ) -> list[Token]:
        """Cut `text[start:end]` into words and marks as the language writes them.

        `known` are words that stand by themselves elsewhere in the text.
        """
        clitics = _clitics(self.code)
        found: list[Token] = clitics.tokens(text, start, end, known) if clitics else tokens(text, start, end)
        return found

    def key(self, word: str) -> str:
        """The form that a word is looked up by."""
        return _key(self.code, word)

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

    def ordinary(self, word: str) -> bool:
        """Whether a word, in the form that lists hold, stands in any of the language's lists but those of names."""
        clitics = _clitics(self.code)
        return word in clitics.ordinary() if clitics else self.common(word)

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
    return frozenset(_key(code, w) for w in _list(code, table, key))


@cache
def _phrases(code: str, table: str, key: str) -> Phrases:
    clitics = _clitics(code)
    return Phrases(_list(code, table, key), clitics.tokens if clitics else tokens)


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


@cache
def _lines(code: str, name: str) -> frozenset[str]:
    words = languages.lines(code, name)
    return frozenset(_key(code, w) for w in words) if _clitics(code) else words


@cache
def _table(code: str, table: str, key: str) -> dict[str, Any]:
    return {_key(code, word): value for word, value in languages.words(code, table).get(key, {}).items()}


def _key(code: str, word: str) -> str:
    clitics = _clitics(code)
    return str(clitics.key(word)) if clitics else word.casefold()


@cache
def _clitics(code: str) -> ModuleType | None:
    """The module that knows how words of the language are put together; most languages need none."""
    try:
        return languages.rules(code, "clitics")
    except ModuleNotFoundError:
        return None
