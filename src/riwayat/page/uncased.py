"""Place, outlet, makers and date side by side, in a script without capitals.

`دمشق - سانا`, `غزة / سعاد مثال / الأناضول`, `القاهرة: سعاد مثال`, `«الغد» – عمان – 3 مارس 2020`: as a line of its own
or at the head of a paragraph.  No capitals tell a name from other words, so every part must be known for what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from riwayat.model import Byline, BylineRole
from riwayat.page.dates import PrintedDate, dates_in
from riwayat.page.lexicon import Lexicon, any_of
from riwayat.page.lines import clean, has_case, word_count
from riwayat.page.outlets import has_outlet_word, is_outlet
from riwayat.text.folding import fold

__all__ = ["Credits", "bears_name", "read_credits", "read_signs", "without_head"]

_REACH: Final = 110
"""Characters from the start of a paragraph within which its head must end."""
_PART: Final = re.compile(r"[^-–—−/|#:،,•·()\[\]ـ]+(?:ـ+[^-–—−/|#:،,•·()\[\]ـ\s]+)*")
_STRONG: Final = "-–—−/|#:)]ـ"
"""Marks of which one ends the head of a paragraph; a comma does not."""
_QUOTES: Final = " \t\"“”«»'.\u200f\u200e"
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[صم](?!\w))?|\(?\bت\.غ\)?")
_DAY: Final = re.compile(r"\d{1,2}\s?[-/]\s?\d{1,2}(?!\d)")
_HIJRI: Final = re.compile(r"\d{1,2}\s+[^\W\d]+(?:\s[^\W\d]+)?\s+1[34]\d\d\s?(?:هـ|ه)?")
_INITIALS: Final = re.compile(r"[^\W\d_](?:[\s.]\s?[^\W\d_]){1,3}\.?|[^\W\d_]\.")
_NAMED: Final = 2
"""Words of a name at least."""
_NAME: Final = 4
"""And at most, where nothing but its place shows it."""
_SPOKEN: Final = 4
"""Letters of an outlet's name that is cut short."""
_MOST: Final = 8
"""Parts of a line at most."""


@dataclass(frozen=True, slots=True)
class Credits:
    """What stands side by side."""

    outlets: tuple[str, ...]
    place: tuple[int, int] | None
    """Start and end of the place in the text."""
    makers: tuple[Byline, ...]
    date: PrintedDate | None
    end: int
    """Where the story starts; the length of the text where it is a line of its own."""


@dataclass(slots=True)
class _Found:
    outlets: list[str]
    places: list[tuple[int, int]]
    makers: list[tuple[str, BylineRole | None]]
    unknown: list[tuple[int, int]]
    role: BylineRole | None = None
    nobody: bool = False
    maybe: str | None = None
    """Words that stand where a maker's name would, beside a place and an outlet."""


def read_credits(
    text: str, words: Lexicon, is_place: Callable[[str], bool], *, whole: bool
) -> Credits | None:
    """What a line (`whole`) or the head of a paragraph names side by side; nothing where it is no such thing."""
    if not text or has_case(text[:12].replace("AFP", "")):
        return None
    head = text if whole else text[:_REACH]
    if whole and word_count(text) > 16:
        return None
    dates = dates_in(head, words)
    bare = _without_dates(head, dates, words)
    found, best = _Found([], [], [], []), None
    for count, match in enumerate(_PART.finditer(bare)):
        part = match[0].strip(_QUOTES)
        if not part:
            continue
        at = match.start() + match[0].index(part)
        before_colon = bare[match.end() : match.end() + 1] == ":"
        after_comma = bare[: match.start()].rstrip().endswith(("،", ",")) and bool(found.places)
        if count >= _MOST or not _take(
            part, at, found, words, is_place, before_colon=before_colon, after_comma=after_comma
        ):
            break
        close = re.compile(r"[^\w\"“«]*").match(bare, match.end())
        stop = close.end() if close else match.end()
        strong = any(mark in _STRONG for mark in head[match.end() : stop])
        if whole or not strong or stop >= len(head):
            continue
        if _is_head(found, head[match.end() : stop], words):
            best = _credits(found, dates, stop, words)
    else:
        closed = text.rstrip().endswith(("|", "-", "–", ":")) and bool(found.makers) and not found.unknown
        if whole and (closed or _is_line(found, dates, words)):
            return _credits(found, dates, len(text), words)
    return best


def _credits(found: _Found, dates: list[PrintedDate], end: int, words: Lexicon) -> Credits:
    places = found.places or found.unknown
    date = next((d for d in dates if d.end <= end), None)
    agency = any(words.agency(outlet) for outlet in found.outlets)
    role: BylineRole = "reporter" if agency else "author"
    named = [*found.makers, *([(found.maybe, None)] if found.maybe else [])]
    makers = tuple(Byline(name, given or role) for name, given in named)
    return Credits(tuple(found.outlets), places[0] if places else None, makers, date, end)


def _take(
    text: str,
    at: int,
    found: _Found,
    words: Lexicon,
    is_place: Callable[[str], bool],
    *,
    before_colon: bool,
    after_comma: bool,
) -> bool:
    """Whether a part is something that stands in such a line; `found` takes it in."""
    if words.has("bylines.nobody", text) or words.has("sources.not_outlets", text):
        found.nobody = True
        if not is_outlet(text, words):
            return True
    if words.has("datelines.never_place", text) and text.casefold() not in words.roles:
        return False
    role = words.roles.get(text.casefold())
    if role is not None:
        found.role = role
        return True
    led = re.match(rf"(?P<role>{any_of(tuple(sorted(words.roles)))})\s+(?P<rest>\S.*)$", text)
    if led and bears_name(led["rest"], words):
        found.role = words.roles[clean(led["role"].casefold())]
        found.makers.append((led["rest"], found.role))
        return True

    placed = without_head(text, words)
    place = is_place(placed) and word_count(placed) <= 3
    outlet = is_outlet(text, words) or _like_outlet(text, words) or (not place and _cut_short(text, words))
    first = not found.places or after_comma
    if outlet and not (place and first and not words.agency(text)):
        found.outlets.append(text)
        return True
    if place and not (found.places and bears_name(text, words)):
        start = at + text.rindex(placed)
        found.places.append((start, start + len(placed)))
        return True
    if bears_name(text, words):
        found.makers.append((text, found.role))
        return True
    if (
        found.places
        and not found.maybe
        and _NAMED <= word_count(text) <= _NAME
        and text.replace(" ", "").isalpha()
    ):
        found.maybe = text
        return True
    if found.unknown or word_count(text) > 2 or any(map(str.isdigit, text)) or before_colon:
        return False
    if words.has("furniture.lines", text) or words.has("outlets.not_names", text):
        return False
    found.unknown.append((at, at + len(text)))
    return True


def _is_head(found: _Found, close: str, words: Lexicon) -> bool:
    """Whether what has been found is a head that a mark closes."""
    if found.maybe is not None and not found.outlets:
        return False
    others = bool(found.outlets) + bool(found.makers) + found.nobody
    if found.unknown and found.places:
        ahead = found.unknown[0][0] < found.places[0][0]
        return ahead and not found.outlets and any(mark in "-–—−" for mark in close) and " " in close
    if found.unknown:
        return bool(found.outlets) and found.unknown[0][0] < 40
    if found.places:
        return others > 0 or (
            len(found.places) == 1 and any(mark in "-–—−" for mark in close) and " " in close
        )
    known = bool(found.outlets) and all(is_outlet(outlet, words) for outlet in found.outlets)
    return bool(found.outlets) and (bool(found.makers) or (known and any(mark in "-–—−/|" for mark in close)))


def _cut_short(text: str, words: Lexicon) -> bool:
    """Whether a word is the first of a known outlet's name of several (`الرافدين` of `الرافدين للأنباء`)."""
    known = words.lists["outlets.known"]
    return len(text) >= _SPOKEN and any(name.startswith(f"{text} ") for name in known)


def _like_outlet(text: str, words: Lexicon) -> bool:
    """Whether a few words look like an outlet's name: one that outlets like stands first or last."""
    tokens = text.split()
    ends = any(
        words.has("outlets.parts", t) or words.has("outlets.before_name", t) for t in (tokens[0], tokens[-1])
    )
    return 2 <= len(tokens) <= 4 and ends and not any(mark in text for mark in '"“”«»')


def _is_line(found: _Found, dates: list[PrintedDate], words: Lexicon) -> bool:
    """Whether what has been found makes a line of its own."""
    named = bool(found.makers) or bool(found.outlets)
    if found.maybe is not None and not found.outlets:
        return False
    if found.unknown and (found.places or not named):
        return False
    if found.places or found.unknown:
        return named or found.nobody or (bool(dates) and len(found.places) <= 2)
    return bool(found.makers) and (bool(found.outlets) or bool(dates) or found.role is not None)


def _without_dates(text: str, dates: list[PrintedDate], words: Lexicon) -> str:
    """The text with commas for its dates, weekdays and hours, so that places in it stay where they are."""
    for found in dates:
        text = text[: found.start] + "،" * (found.end - found.start) + text[found.end :]
    months = any_of(tuple(sorted(words.months)))
    little = re.compile(rf"(?:\bفي\s+)?\d{{1,2}}\s+{months}(?!\w)(?:\s+\d{{4}})?\s?م?(?!\w)|\bالموافق\b")
    for pattern in (
        _HIJRI,
        little,
        _DAY,
        _CLOCK,
        words.patterns["dates.weekdays"],
        words.patterns["dates.zones"],
    ):
        text = pattern.sub(lambda m: "،" * len(m[0]), text)
    return text


def without_head(place: str, words: Lexicon) -> str:
    """A place's name without `province of` before it."""
    head, _, rest = place.partition(" ")
    return rest if rest and words.has("datelines.before_place", head) else place


def bears_name(text: str, words: Lexicon) -> bool:
    """Whether two to four words are a person's name: one that people are called by stands first or second."""
    tokens = text.split()
    if not 2 <= len(tokens) <= 5 or has_outlet_word(text, words) or is_outlet(text, words):
        return False
    if any(not token.strip("'’.").replace("-", "").isalpha() for token in tokens):
        return False
    known = (fold(token) for token in tokens[:2] if len(token) > 2)
    called = _called(words.people)
    listed = any(words.has("furniture.lines", token) for token in tokens)
    return not listed and any(name in called or name.removeprefix("ال") in called for name in known)


@cache
def _called(people: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(name) for name in people)


def read_signs(line: str, words: Lexicon) -> tuple[Byline, ...]:
    """The makers that sign below the last paragraph with their initials (`م ج`, `بوريما/ص ك/ر ب ل`).

    The first is the author, the others editors.
    """
    text = line.strip(" \t=*()[]-–—_")
    if not text or has_case(text) or word_count(text) > 10 or any(map(str.isdigit, text)):
        return ()
    parts = [part.strip() for part in re.split(r"[/|،,]", text) if part.strip()]
    signs = [part for part in parts if _INITIALS.fullmatch(part)]
    others = [part for part in parts if part not in signs]
    if not signs or any(not is_outlet(p, words) and word_count(p) > 1 for p in others):
        return ()
    named = [p for p in parts if not is_outlet(p, words) and not words.has("bylines.nobody", p)]
    return tuple(Byline(name, "editor" if n else "author") for n, name in enumerate(named))
