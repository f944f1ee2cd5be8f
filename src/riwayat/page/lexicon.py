"""The word lists of `languages/<code>/page.toml`, made ready for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from riwayat import languages
from riwayat.model import BylineRole
from riwayat.world.agencies import says_agency

__all__ = ["Lexicon", "any_of", "for_language"]


@lru_cache(maxsize=256)
def any_of(words: frozenset[str] | tuple[str, ...]) -> str:
    """A pattern that takes any of the words, the longest first; one that never matches for no words."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return (
        "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + ")" if ordered else r"(?!)"
    )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by which pages of one language, or of all known ones, mark what is what; all casefolded."""

    months: Mapping[str, int]
    roles: Mapping[str, BylineRole]
    lists: Mapping[str, frozenset[str]]
    """By section and name: `furniture.headings`, `sources.labels` …"""
    patterns: Mapping[str, re.Pattern[str]]
    """The same lists as patterns, each anchored at word boundaries where it is searched for."""
    people: frozenset[str]
    """Names that people are called by."""
    everyday: frozenset[str] = frozenset()
    """Everyday words, where the language lists them: no name of somebody is made of them."""

    def with_outlets(self, names: Iterable[str]) -> Lexicon:
        """The same words, and these outlets among the known ones: what a page says of its publisher."""
        known = self.lists["outlets.known"] | {name.casefold() for name in names}
        if known == self.lists["outlets.known"]:
            return self
        return replace(
            self,
            lists={**self.lists, "outlets.known": known},
            patterns={**self.patterns, "outlets.known": _bounded(known)},
        )

    def has(self, name: str, text: str) -> bool:
        """Whether the text, but for case and a closing colon, is an entry of the list."""
        return text.casefold().rstrip(" :…").strip() in self.lists[name]

    def agency(self, text: str) -> bool:
        """Whether the text is the name of a news agency, by the list or by what it says of itself."""
        return self.has("outlets.agencies", text) or says_agency(text.strip())

    def starts(self, name: str, text: str) -> bool:
        """Whether the text begins with an entry of the list."""
        return self.patterns[name].match(text) is not None

    def holds(self, name: str, text: str) -> int:
        """How many times entries of the list stand in the text, as whole words."""
        return sum(1 for _ in self.patterns[name].finditer(text))


_SECTIONS = (
    "bylines.nobody",
    "bylines.reports_for",
    "captions.credits",
    "captions.opens",
    "datelines.bare_outlets",
    "datelines.before_place",
    "datelines.never_place",
    "dates.labels",
    "dates.of",
    "dates.published",
    "dates.updated",
    "dates.weekdays",
    "dates.zones",
    "furniture.headings",
    "furniture.imperatives",
    "furniture.inline",
    "furniture.last",
    "furniture.lines",
    "furniture.not_reader",
    "furniture.phrases",
    "furniture.reader",
    "furniture.self",
    "furniture.starts",
    "outlets.agencies",
    "outlets.before_name",
    "outlets.calls",
    "outlets.channels",
    "outlets.companies",
    "outlets.kinds",
    "outlets.known",
    "outlets.masthead_links",
    "outlets.masthead_tails",
    "outlets.name_stops",
    "outlets.not_names",
    "outlets.parts",
    "outlets.releases",
    "outlets.services",
    "outlets.signs",
    "outlets.spoke_to",
    "outlets.weak_calls",
    "sources.labels",
    "sources.not_outlets",
    "sources.stops",
    "sources.whole_report",
)


@cache
def for_language(code: str) -> Lexicon:
    """The lists of this language; those of all languages together where it has none of its own."""
    codes = (code,) if code in languages.available() else languages.available()
    tables = [languages.words(c, "page") for c in codes]
    lists = {name: frozenset(w.casefold() for t in tables for w in _entry(t, name)) for name in _SECTIONS}
    return Lexicon(
        months={k.casefold(): v for t in tables for k, v in t.get("months", {}).items()},
        roles={k.casefold(): v for t in tables for k, v in t.get("roles", {}).items()},
        lists=lists,
        patterns={name: _bounded(words) for name, words in lists.items()},
        people=frozenset().union(*(languages.lines(c, "given_names") for c in codes)),
        everyday=_everyday(codes),
    )


def _everyday(codes: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for code in codes:
        try:
            found |= languages.lines(code, "everyday")
        except FileNotFoundError:
            continue
    return frozenset(found)


def _bounded(words: frozenset[str]) -> re.Pattern[str]:
    """Any of the words, where it begins and ends as a word does."""
    return re.compile(rf"(?<!\w){any_of(words)}(?:(?<!\w)|(?!\w))", re.IGNORECASE)


def _entry(table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    section, key = name.split(".")
    found: tuple[str, ...] = table.get(section, {}).get(key, ())
    return found
