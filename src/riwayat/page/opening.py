"""The head of a news text's first paragraph: outlet, dateline and date, in the forms outlets print them.

`KIBLAT.NET, Idlib – …`, `JAKARTA, KOMPAS.com - …`, `Jayapura (ANTARA) - …`, `Beijing, (Xinhua) – …`,
`GAZA | SERAMBI – …`, `Jakarta: …`, `Warta.com--Jakarta-- …`, `Jakarta, 12 Mei 2020 – …`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from riwayat.model import Byline
from riwayat.page.dates import PrintedDate, dates_in
from riwayat.page.lexicon import Lexicon
from riwayat.page.lines import capital, ends_sentence, has_case, is_prose, word_count
from riwayat.page.outlets import has_outlet_word, is_outlet, looks_like_domain
from riwayat.page.places import is_place
from riwayat.page.uncased import read_credits, without_head

__all__ = ["Opening", "has_outlet_head", "read_opening", "whole_openings"]

_REACH: Final = 110
"""Characters from the start of the paragraph within which its head must end."""
_DASH: Final = re.compile(
    r"\s*(?:-{2,}|[–—―]+)[-–—]*\s*|\s+-+\s*|(?<=[).\w])-+\s+|(?<=\))-(?=\S)|\.-\s*|\s?:\s+|\s\|\s(?=[A-Z][a-z])"
)
_GLUED: Final = re.compile(r"(?P<place>[A-Z]{4,}(?:\s[A-Z]{3,})?)-(?=[A-Z][a-z]+\s)")
_PART: Final = re.compile(r"[^,،|()\[\]/•·–—]+")
_WITHIN: Final = re.compile(r"\s-+\s|--+")
_LITTLE_DATE: Final = re.compile(
    r"(?<!\w)[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?!\w)(?:,?\s+\d{4})?|\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)|(?<!\w)\d{1,2}\s+[A-Z][a-z]{2,8}(?!\w)(?:\s+\d{4})?"
)
_NAME: Final = re.compile(
    r"[^\W\d_][\w'’`.-]*(?:\s+(?:al|el|as|ar|an|at|ash|de|la|bin|dan)?[-\s]?[^\W\d_][\w'’`.-]*){0,3}"
)
_MARK: Final = re.compile(r"\s*(?:[-–—/،:]|ـ{2,})+\s*")
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?", re.IGNORECASE)
_SLASHED: Final = re.compile(
    r"^(?P<place>[A-Z][A-Z .'’-]{2,30}),[^/.]{3,24}\.?\s*/(?P<outlet>[^/]{2,20})/\.?\s+"
)
_LINE: Final = 12
"""Words of a line that is a dateline."""
_SIDES: Final = 60
"""Characters within which place, maker and outlet stand side by side."""
_QUOTES: Final = "\"“”«»'() "
_AFTER: Final = re.compile(r"[\"“”«'‘(\[\w]")


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the first sentence of a paragraph."""

    outlets: tuple[str, ...]
    """Outlets and agencies, in order."""
    place: tuple[int, int] | None
    """Start and end of the place in the paragraph."""
    date: PrintedDate | None
    """The full date among it."""
    end: int
    """Where the first sentence starts."""
    makers: tuple[Byline, ...] = ()
    """Who is named there as having made the report."""


def has_outlet_head(paragraph: str, words: Lexicon) -> bool:
    """Whether the paragraph begins with an outlet and a dash, whatever else may be meant."""
    found = read_opening(paragraph, words, _nowhere, _nowhere)
    return found is not None and bool(found.outlets) and word_count(paragraph[found.end :]) >= 4


def whole_openings(lines: Sequence[str], words: Lexicon) -> list[str]:
    """Joins a head that stands on a line of its own (`JAKARTA, WARTA.com -`) with its paragraph."""
    joined: list[str] = []
    for line in lines:
        last = joined[-1] if joined else ""
        if last and _is_place_and_outlet(last, words) and is_prose(line):
            joined[-1] = last + " " + line
            continue
        if last and len(last) <= 70 and re.search(r"[-–—]$", last) and word_count(last) <= 8:
            found = read_opening(last + " " + line, words, is_place, _nowhere)
            if found and found.end >= len(last):
                joined[-1] = last + " " + line
                continue
        joined.append(line)
    return joined


def _nowhere(name: str) -> bool:
    return False


def read_opening(
    paragraph: str, words: Lexicon, is_place: Callable[[str], bool], mentioned: Callable[[str], bool]
) -> Opening | None:
    """The head of a paragraph, or nothing where it has none.

    `is_place` asks the gazetteer; `mentioned` whether the text elsewhere speaks of the name as of a place.
    """
    alone = None if is_prose(paragraph) else read_credits(paragraph, words, is_place, whole=True)
    beside = alone or read_credits(paragraph, words, is_place, whole=False)
    if beside is not None and (beside.place or not _side_by_side(paragraph, words, is_place)):
        return Opening(beside.outlets, beside.place, beside.date, beside.end, beside.makers)
    if paragraph and not has_case(paragraph[:_REACH]):
        return _side_by_side(paragraph, words, is_place)
    slashed = _SLASHED.match(paragraph)
    if slashed:  # `MOSCOW, March 5. /TASS/.`
        return Opening((slashed["outlet"],), slashed.span("place"), None, slashed.end())
    dateline = read_dateline_line(paragraph, words)
    if dateline is not None:
        return dateline
    glued = _GLUED.match(paragraph)
    if glued and not is_outlet(glued["place"], words):
        return Opening((), glued.span("place"), None, glued.end())
    for separator in _DASH.finditer(paragraph, 0, min(len(paragraph), _REACH)):
        if separator.start() == 0:
            continue
        found = _parse(paragraph, separator, words, is_place, mentioned)
        if found is not None and "|" in separator[0] and not found.outlets:
            # `SURABAYA | Warta.com –`: the outlet comes behind the bar.
            whole = next(_DASH.finditer(paragraph, separator.end(), min(len(paragraph), _REACH)), None)
            beyond = _parse(paragraph, whole, words, is_place, mentioned) if whole else None
            found = beyond if beyond and beyond.outlets else found
        if found is not None:
            return _with_second_place(paragraph, found, words, is_place)
    return _without_dash(paragraph, words, is_place)


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    start: int
    end: int
    bracketed: bool


def _parse(
    paragraph: str,
    separator: re.Match[str],
    words: Lexicon,
    is_place: Callable[[str], bool],
    mentioned: Callable[[str], bool],
) -> Opening | None:
    head = paragraph[: separator.start()]
    rest = paragraph[separator.end() :]
    if rest and not _AFTER.match(rest):
        return None
    dates = dates_in(head, words)
    bare = head
    for found in dates:
        bare = bare[: found.start] + "," * (found.end - found.start) + bare[found.end :]
    for pattern in (_LITTLE_DATE, words.patterns["dates.weekdays"]):
        bare = pattern.sub(lambda m: "," * len(m[0]), bare)
    parts = list(_parts(bare))
    if not 1 <= len(parts) <= 4:
        return None
    # `Lima (AFP) -`: beside a bracketed outlet even a word of everyday use is a place.
    beyond_doubt = any(part.bracketed and is_outlet(part.text, words) for part in parts)
    outlets, places = [], []
    for part in parts:
        if _names_outlet(part, words, is_place, alone=len(parts) == 1):
            outlets.append(part)
        elif _plain_name(part, words, any_word=beyond_doubt):
            places.append(part)
        else:
            return None
    if words.lists["datelines.bare_outlets"]:
        outlets, places = _sorted_out(outlets, places, is_place, mentioned)
    if len(places) > 3:
        return None
    if not _fits_separator(separator[0], outlets, places, is_place):
        return None
    if not outlets and not dates and not _bare_dateline(places, is_place, mentioned):
        return None
    place = (places[0].start, places[0].end) if places else None
    if len(places) > 1 and place and _is_city_of(paragraph, places[0], places[1]):
        place = (places[0].start, places[1].end)  # `TEHRAN, Iran`
    if places and not has_case(places[0].text):
        place = (places[0].end - len(without_head(places[0].text, words)), places[0].end)
    return Opening(tuple(o.text for o in outlets), place, dates[0] if dates else None, separator.end())


def _is_city_of(paragraph: str, city: _Part, country: _Part) -> bool:
    """Whether a second part says where the first lies, as agencies print it: the city alone in capitals."""
    beside = paragraph[city.end : country.start] == ", "
    return beside and city.text.isupper() and not country.text.isupper()


def read_dateline_line(line: str, words: Lexicon) -> Opening | None:
    """A line that is a dateline and nothing else: a place, and a date or the outlet in brackets.

    `KODOK - 18 Nov 2022`, `KILIS, Turkey (AA)`, `Bogotá, February 21, 2024 (Andes Dispatch)`,
    `BEIRUT | Tue Feb 12, 2013`.
    """
    if not has_case(line) or word_count(line) > _LINE or ends_sentence(line):
        return None
    dates = dates_in(line, words)
    bare = line
    for found in dates:
        bare = bare[: found.start] + "|" * (found.end - found.start) + bare[found.end :]
    for name in ("dates.weekdays", "dates.zones"):
        bare = words.patterns[name].sub(lambda m: "|" * len(m[0]), bare)
    bare = _CLOCK.sub(lambda m: "|" * len(m[0]), bare)
    parts = list(_parts(bare))
    outlets = [p.text for p in parts if p.bracketed]
    places = [p for p in parts if not p.bracketed]
    if not (dates or outlets) or not 1 <= len(places) <= 2 or len(outlets) > 1 or bare[:1] == "|":
        return None
    if not all(_plain_name(p, words) for p in places) or words.has("furniture.lines", places[0].text):
        return None
    if outlets and not dates and not is_outlet(outlets[0], words):
        return None
    first, last = places[0], places[-1]
    joined = line[first.end : last.start]
    coined = (
        first.text.isupper()
        and bool(words.everyday)
        and words.everyday.isdisjoint(first.text.casefold().split())
    )
    if not (is_place(first.text) or (coined and (dates or outlets))) or (
        len(places) > 1 and joined not in (", ", "/")
    ):
        return None
    return Opening(tuple(outlets), (first.start, last.end), dates[0] if dates else None, len(line))


def _parts(bare: str) -> list[_Part]:
    """Splits a head at commas, bars, brackets, slashes and dashes, and drops full stops at their ends."""
    bare = _WITHIN.sub(lambda m: "," * len(m[0]), bare)
    found = []
    depth_at = [0]
    for character in bare:
        depth_at.append(depth_at[-1] + (character in "([") - (character in ")]"))
    for match in _PART.finditer(bare):
        text = match[0].rstrip(". ").strip()
        if not text:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        found.append(_Part(text, start, start + len(text), depth_at[match.start()] > 0))
    return found


def _names_outlet(part: _Part, words: Lexicon, is_place: Callable[[str], bool], *, alone: bool) -> bool:
    """Whether the part is an outlet: by its form or the lists, by brackets around it, or by a word in it."""
    if looks_like_domain(part.text.split()[0]):
        return True
    if is_outlet(part.text, words):
        return part.bracketed or not alone or not is_place(part.text)
    if not _plain_name(part, words) or is_place(part.text):
        return False
    return part.bracketed or has_outlet_word(part.text, words)


def _plain_name(part: _Part, words: Lexicon, *, any_word: bool = False) -> bool:
    """Whether the part can be the name of a place or outlet: a few capitalised words."""
    if not _NAME.fullmatch(part.text) or len(part.text) > 40:
        return False
    tokens = part.text.split()
    barred = not any_word and tokens[0].casefold() in words.lists["datelines.never_place"]
    if len(tokens) > 4 or barred:
        return False
    return all(
        capital(t[0]) or not t[0].isalpha() or t in ("dan", "al", "el", "de", "bin") or "-" in t
        for t in tokens
    )


def _sorted_out(
    outlets: list[_Part],
    places: list[_Part],
    is_place: Callable[[str], bool],
    mentioned: Callable[[str], bool],
) -> tuple[list[_Part], list[_Part]]:
    """Finds the outlet among what looks like places, where no part has shown itself to be one."""
    if outlets or len(places) < 2:
        return outlets, places
    known = [p for p in places if is_place(p.text) or mentioned(p.text)]
    unknown = [p for p in places if p not in known]
    if len(known) == 1 and len(unknown) == 1:
        return unknown, known
    return outlets, places


def _fits_separator(
    separator: str, outlets: list[_Part], places: list[_Part], is_place: Callable[[str], bool]
) -> bool:
    """A colon also follows speakers and topics, so before one the head must be beyond doubt."""
    if ":" not in separator:
        return True
    if outlets:
        return bool(places) or looks_like_domain(outlets[0].text)
    return is_place(places[0].text)


def _bare_dateline(
    places: list[_Part], is_place: Callable[[str], bool], mentioned: Callable[[str], bool]
) -> bool:
    """Whether places alone before a dash are a dateline, and not the start of a sentence."""
    first = places[0].text
    if is_place(first) or mentioned(first):
        return True
    if not has_case(first):
        return False
    return (len(places) <= 2 and first.isupper()) or (len(places) == 1 and len(first.split()) <= 2)


def _with_second_place(
    paragraph: str, found: Opening, words: Lexicon, is_place: Callable[[str], bool]
) -> Opening:
    """Takes in a place of its own after the outlet's dash: `Warta.com – Jakarta – Polisi …`."""
    if found.place is not None:
        return found
    rest = paragraph[found.end :]
    for separator in _DASH.finditer(rest, 0, min(len(rest), 40)):
        part = _Part(rest[: separator.start()].strip(), 0, separator.start(), False)
        if (
            part.text
            and ":" not in separator[0]
            and _plain_name(part, words)
            and (is_place(part.text) or part.text.isupper())
        ):
            start = found.end + rest.index(part.text)
            return Opening(
                found.outlets, (start, start + len(part.text)), found.date, found.end + separator.end()
            )
        break
    return found


def _is_place_and_outlet(line: str, words: Lexicon) -> bool:
    """Whether a line is the head of a paragraph as printed papers set it above: `Tual, Suara Ombak`."""
    if line and not has_case(line):
        alone = read_credits(line, words, is_place, whole=True)
        return alone is None and word_count(line) <= 8 and _side_by_side(line, words, is_place) is not None
    place, _, outlet = line.partition(", ")
    named = is_outlet(outlet, words) or has_outlet_word(outlet, words)
    return named and word_count(outlet) <= 4 and is_place(place)


def _place_and_outlet(paragraph: str, words: Lexicon, is_place: Callable[[str], bool]) -> Opening | None:
    """`Tual, Suara Ombak Polisi …`: a place and a known outlet that run into the sentence."""
    match = re.match(r"([A-Z][^,.]{2,30}),\s+", paragraph)
    if not match or not is_place(match[1]):
        return None
    tokens = list(re.finditer(r"\S+", paragraph[match.end() : match.end() + 60]))
    for size in (4, 3, 2, 1):
        if len(tokens) > size and capital(tokens[size][0][0]):
            end = match.end() + tokens[size - 1].end()
            if is_outlet(paragraph[match.end() : end], words):
                return Opening((paragraph[match.end() : end],), match.span(1), None, end)
    return None


def _side_by_side(paragraph: str, words: Lexicon, is_place: Callable[[str], bool]) -> Opening | None:
    """A place and a known outlet with a mark between, in a script without capitals: `دمشق-سانا أعلنت …`.

    A maker may stand between them (`غزة / سعاد مثال / الأناضول`), and the outlet before the place.
    """
    if not paragraph or has_case(paragraph[:12]):
        return None
    ends = [(m.start(), m.end()) for m in _MARK.finditer(paragraph, 0, min(len(paragraph), _SIDES))]
    for place_end, begin in ends[:1]:
        placed = without_head(paragraph[:place_end].strip(_QUOTES), words)
        if not is_place(placed):
            break
        first = paragraph.index(placed)
        for start in (begin, *(stop for _, stop in ends[1:3])):
            end = _outlet_at(paragraph, start, words)
            if end is not None:
                stop = _MARK.match(paragraph, end)
                outlet = paragraph[start:end].strip(_QUOTES)
                return Opening((outlet,), (first, first + len(placed)), None, stop.end() if stop else end)
    end = _outlet_at(paragraph, 0, words)
    mark = _MARK.match(paragraph, end) if end is not None else None
    if mark is None or end is None:
        return None
    outlet = paragraph[:end].strip(_QUOTES)
    words_behind = list(re.finditer(r"[^\s،,:–—/-]+", paragraph[mark.end() : mark.end() + 40]))[:3]
    for size in range(len(words_behind), 0, -1):
        last = mark.end() + words_behind[size - 1].end()
        if is_place(paragraph[mark.end() : last]):
            close = _MARK.match(paragraph, last)
            return Opening((outlet,), (mark.end(), last), None, close.end() if close else last)
    return None


def _outlet_at(paragraph: str, start: int, words: Lexicon) -> int | None:
    """Where the known outlet that begins at `start` ends, quotation marks left aside; the longest."""
    found = list(re.finditer(r"\S+", paragraph[start : start + 45]))[:4]
    for size in range(len(found), 0, -1):
        for text in (found[size - 1][0], found[size - 1][0].rstrip("-–—:،,/#")):
            end = start + found[size - 1].start() + len(text)
            if is_outlet(paragraph[start:end].strip(_QUOTES), words):
                return end
    return None


def _without_dash(paragraph: str, words: Lexicon, is_place: Callable[[str], bool]) -> Opening | None:
    """`Warta.com, Jakarta Polisi …`: an outlet's domain, a comma, and a place that runs into the sentence.

    Or `WARTA. Polisi …`: a known outlet and a full stop.
    """
    alone = re.match(r"(\w+)\.\s+(?=[A-Z\"“])", paragraph)
    if alone and alone[1].isupper() and is_outlet(alone[1], words):
        return Opening((alone[1],), None, None, alone.end())
    found = _place_and_outlet(paragraph, words, is_place) or _side_by_side(paragraph, words, is_place)
    if found is not None:
        return found
    match = re.match(r"([\w-]+(?:\.[\w-]+)+),\s+", paragraph)
    if not match or not looks_like_domain(match[1]):
        return None
    tokens = list(re.finditer(r"[^\W\d_][\w'’-]*", paragraph[match.end() : match.end() + 60]))
    for size in (3, 2, 1):
        if len(tokens) >= size:
            start, end = match.end(), match.end() + tokens[size - 1].end()
            if capital(paragraph[start]) and is_place(paragraph[start:end]):
                return Opening((match[1],), (start, end), None, end)
    return Opening((match[1],), None, None, match.end())
