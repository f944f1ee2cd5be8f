"""Private people masked: their names taken out of whatever is shown.

People are public where a report names them with an office, a rank or a spokesman's role, or where they are known
actors; all others are private.  This is the one place that hides them; what is printed, exported, served or sent
goes through it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

from riwayat.model import Reading
from riwayat.text.folding import fold

__all__ = ["MASK", "Mask", "Names", "names_of"]

T = TypeVar("T")

MASK: Final = "[a person]"
"""What stands in place of a private person's name."""
_NOT_WORDS: Final = frozenset({"domain", "file", "known_as", "side", "url"})
"""Fields that must stay as they are to be of use; digests and keys hold no names anyway."""
_SHORTEST_PART: Final = 4
"""Letters; shorter parts of names (`Abu`, `bin`) are in too many other names."""
_GLUED: Final = r"\w{0,2}"
"""Arabic writes `and`, `to`, `by` on the name."""
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Names:
    """What one report calls those it names, by whether they may be named to others."""

    private: frozenset[str]
    """Of people who are no public actors."""
    unsure: frozenset[str]
    """Of people of whom the report does not tell; private unless another report of the same happening tells."""
    public: frozenset[str]
    """Of people who are public actors."""
    others: frozenset[str]
    """Of groups, places and outlets."""


def names_of(reading: Reading) -> Names:
    """All names that a reading knows, in every form in which its text has them."""
    found: dict[object, set[str]] = {False: set(), None: set(), True: set(), "others": set()}
    for entity in reading.entities:
        sort = entity.public if entity.type == "person" else "others"
        renamed = {
            one.was
            for one in reading.corrected
            if one.about == entity.id and one.what in ("name", "same") and one.was
        }
        found[sort] |= {entity.name, *renamed, *(mention.text for mention in entity.mentions)}
    return Names(*map(frozenset, found.values()))


class Mask:
    """Hides the private people of some reports that are told of together."""

    def __init__(self, names: Iterable[Names] = ()) -> None:
        """A mask for the people that these reports name; without any it hides nobody.

        One report's word that somebody is private outweighs another's that he is public; that he is public
        outweighs that one cannot tell, and so does that it is no person at all.
        """
        together = list(names)
        private = {fold(name) for one in together for name in one.private}
        known = {fold(name) for one in together for name in one.public | one.others} - private
        hidden = {
            name for one in together for name in one.private | one.unsure if fold(name) not in known and name
        }
        shown = {name for one in together for name in one.public | one.others if fold(name) not in private}
        self._pattern = _pattern(hidden, shown - hidden) if hidden else None

    def __bool__(self) -> bool:
        """Whether there is anybody to hide."""
        return self._pattern is not None

    def text(self, words: str) -> str:
        """The words with each private name replaced."""
        return self._pattern.sub(_replaced, words) if self._pattern else words

    def hidden(self, words: str) -> list[tuple[int, int]]:
        """Where in the words private names stand: start and end of each, in order."""
        if self._pattern is None:
            return []
        names = (found for found in self._pattern.finditer(words) if found["shown"] is None)
        return [(name.start() + len(name["glued"] or ""), name.end()) for name in names]

    def of(self, value: T) -> T:
        """A value of `riwayat.model`, or of `riwayat.told`, with all words in it masked.

        The words of a span may become longer or shorter; where it starts and ends in the report stays.
        """
        return cast(T, self._masked(value)) if self._pattern else value

    def _masked(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            return tuple(map(self._masked, value))
        if is_dataclass(value) and not isinstance(value, type):
            held = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in _NOT_WORDS}
            masked = {name: self._masked(one) for name, one in held.items()}
            return replace(value, **masked) if masked != held else value
        return value


def _replaced(found: re.Match[str]) -> str:
    if found["shown"] is not None:
        return found[0]
    return (found["glued"] or "") + MASK


def _pattern(hidden: set[str], shown: set[str]) -> re.Pattern[str]:
    """Names to hide, the longest first; a name that may be shown keeps what of it looks like one of these."""
    parts = set(_parts(hidden, shown))
    telling = {fold(name) for name in hidden | parts}
    kept = [name for name in shown if any(f" {one} " in f" {fold(name)} " for one in telling)]
    cased = [_spaced(name) for name in _longest_first(hidden) if _has_case(name)]
    uncased = [_spaced(name) for name in _longest_first(hidden) if not _has_case(name)]
    alternatives = [
        rf"(?P<shown>{'|'.join(map(_spaced, _longest_first(kept)))})" if kept else "(?P<shown>(?!))"
    ]
    if cased:
        alternatives.append(rf"(?i:{'|'.join(cased)})")
    if parts:
        alternatives.append("|".join(f"{one}|{one.upper()}" for one in _longest_first(parts)))
    alternatives.append(rf"(?P<glued>{_GLUED})(?:{'|'.join(uncased) or '(?!)'})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


def _parts(hidden: Iterable[str], shown: Iterable[str]) -> Iterator[str]:
    """Words that stand for a private person alone (`Nurhaliza`), where capitals tell names from other words."""
    taken = {word for name in shown for word in _WORD.findall(fold(name))}
    for name in hidden:
        for word in _WORD.findall(name):
            if len(word) >= _SHORTEST_PART and word[0].isupper() and fold(word) not in taken:
                yield word


def _has_case(name: str) -> bool:
    return name.lower() != name.upper()


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


def _spaced(name: str) -> str:
    """A pattern for a name, whatever white space stands between its words."""
    return r"\s+".join(map(re.escape, name.split()))
