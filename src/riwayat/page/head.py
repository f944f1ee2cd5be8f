"""The lines between the top of a page and its first paragraph: makers, dates, captions, a deck, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from riwayat.model import Byline, Photo
from riwayat.page.captions import read_caption
from riwayat.page.dates import PrintedDate, dates_in, publication_line
from riwayat.page.furniture import FURNITURE, weight
from riwayat.page.lexicon import Lexicon
from riwayat.page.lines import has_case, is_prose, key, word_count
from riwayat.page.makers import read_byline, role_alone
from riwayat.page.opening import read_dateline_line
from riwayat.page.outlets import has_outlet_word, is_outlet
from riwayat.page.parts import Layout
from riwayat.page.people import clean_name, is_called, is_name_line, name_beside_date
from riwayat.page.places import is_place
from riwayat.page.sources import read_source_line
from riwayat.page.uncased import read_credits

__all__ = ["read_head"]

_BRACKETED: Final = re.compile(r"\((?P<name>[^()\d]{3,40})\)\s*$")
_NEAR: Final = 2
"""Lines above the headline in which a date can be the report's own."""
_READING_TIME: Final = re.compile(
    r"^(?:waktu baca\s*:?\s*)?\d+(?:\s?[-–]\s?\d+)?\s*(?:menit|minutes?|min)\b", re.IGNORECASE
)


def read_head(head: Sequence[tuple[int, str]], title_at: int, words: Lexicon, found: Layout) -> None:
    """Bylines, dates and captions between the top of the page and the first paragraph."""
    dated: list[tuple[int, str, PrintedDate]] = []
    bare_names = _bare_names(head, title_at, words)
    found.loose_bylines.extend(Byline(name, "author") for name in bare_names)
    role = None
    previous_was_credit = False
    for index, line in head:
        if found.title and key(line) == key(found.title):
            continue
        if line in bare_names:
            continue
        if role is not None:
            name = clean_name(line, words)
            if name:
                found.bylines.append(Byline(name, role))
                role = None
                continue
        role = role_alone(line, words)
        if role is not None:
            continue
        beside = read_credits(line, words, is_place, whole=True) if index > title_at else None
        if beside is not None:
            if beside.date is not None:
                dated.append((index, line, beside.date))
            found.loose_bylines.extend(beside.makers)
            (found.body if beside.place else found.furniture).append(line)
            continue
        if read_dateline_line(line, words) is not None:
            found.body.append(line)
            if (date := publication_line(line, words)) is not None:
                dated.append((index, line, date))
            continue
        photo = read_caption(line, words, before_body=True)
        if photo is not None:
            previous_was_credit = photo.caption is None
            found.add_photo(photo, line)
            continue
        makers = read_byline(line, words)
        date = publication_line(line, words)
        if date is not None:
            dated.append((index, line, date))
        if makers is not None:
            found.add(makers)
            previous_was_credit = False
            continue
        if date is not None:
            found.furniture.append(line)
            if index > title_at and (credited := _source_beside_date(line, words)):
                found.cites.append(credited)
            name = name_beside_date(line, date, words) if index > title_at else None
            if name:
                found.bylines.append(Byline(name, "author"))
            continue
        source = read_source_line(line, words)
        if source is not None and index < title_at:
            found.furniture.append(line)
            continue
        if source is not None:
            found.cites.extend(source)
            found.body.append(line)
            found.source_lines.append(line)
            continue
        changed = words.holds("dates.updated", line) and dates_in(line, words) and not is_prose(line)
        plain = not changed and weight(line, words, trailing=False) < FURNITURE

        if previous_was_credit and word_count(line) >= 4 and plain:
            found.add_photo(Photo(caption=line), line)
            previous_was_credit = False
        elif index > title_at and word_count(line) >= 4 and line.endswith(".") and plain:
            found.body.append(line)  # a deck
        else:
            found.furniture.append(line)
    # A site's banner may bear the day of the visit; the date below the headline is the report's.
    below = [(line, date) for index, line, date in dated if index > title_at]
    above = [(line, date) for index, line, date in dated if title_at - _NEAR <= index <= title_at]
    found.dates.extend(below + above)
    found.banner_dates.extend((line, date) for index, line, date in dated if index < title_at - _NEAR)


def _source_beside_date(line: str, words: Lexicon) -> str | None:
    """The outlet in brackets at the end of a date line, in a script without capitals (`… 09:27 (رويترز)`)."""
    match = _BRACKETED.search(line)
    name = match["name"] if match else ""
    if not name or has_case(line) or not (is_outlet(name, words) or has_outlet_word(name, words)):
        return None
    return name


def _bare_names(head: Sequence[tuple[int, str]], title_at: int, words: Lexicon) -> list[str]:
    """Names that stand alone below the headline, next to the date or the time that reading takes."""
    below = [line for index, line in head if index > title_at]
    return [
        line
        for at, line in enumerate(below)
        if (is_name_line(line, words) or _is_name(line, words))
        and read_credits(line, words, is_place, whole=True) is None
        and any(
            _READING_TIME.match(other) or publication_line(other, words, most=60)
            for other in below[max(at - 1, 0) : at + 2]
            if other != line
        )
    ]


def _is_name(line: str, words: Lexicon) -> bool:
    """Whether a line can be nothing but somebody's name: capitalised words, none of them an everyday one."""
    tokens = line.split()
    written = all(
        token[0].isupper() and token.strip(".,'’-").replace("-", "").replace("'", "").isalpha()
        for token in tokens
    )
    plain = not is_place(line) and weight(line, words, trailing=False) < FURNITURE
    labelled = tokens[0].casefold() in words.roles or "," in line
    return written and plain and not labelled and is_called(line, words) and clean_name(line, words) == line
