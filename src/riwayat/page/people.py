"""Names of people as pages print them."""

from __future__ import annotations

import re
from typing import Final

from riwayat.page.dates import PrintedDate, dates_in
from riwayat.page.lexicon import Lexicon
from riwayat.page.lines import capital, clean, word_count
from riwayat.page.outlets import has_outlet_word, is_outlet
from riwayat.page.places import is_place

__all__ = ["clean_name", "is_called", "is_name_line", "name_beside_date", "without_dates"]

_PARTICLES: Final = frozenset(
    {"abu", "al", "an", "bin", "binti", "de", "der", "el", "ibn", "la", "van", "von"}
)
_MOST: Final = 4
"""Words of a name."""
_HIJRI: Final = re.compile(r"\d{1,2}\s+[^\W\d]['’\w]+(?:\s[\w'’]+)?\s+1[34]\d\d(?:\s*H\b)?")


def clean_name(text: str, words: Lexicon) -> str | None:
    """The name of a person as printed, or nothing where the text is none."""
    text = without_dates(text, words).split("|")[0]
    text = clean(re.sub(r"[(\[].*$|\s@\S+", "", text)).strip(" .,;:|/-–—•*@\"'")
    tokens = text.split()
    if "/" in text:
        return None
    if not 1 <= len(tokens) <= 6 or any(c.isdigit() for c in text) or words.has("bylines.nobody", text):
        return None
    if (
        text.casefold().split()[0] in ("tim", "redaksi")
        or is_outlet(text, words)
        or words.has("dates.weekdays", text)
    ):
        return None
    if len(tokens) == 1 and (len(text) <= 3 or not capital(text[0])):
        return None
    fits = all(
        capital(t[0]) or t.casefold() in _PARTICLES or "-" in t or t.startswith(("'", "’")) for t in tokens
    )
    return text if fits else None


def without_dates(text: str, words: Lexicon) -> str:
    """The text with a bar for each full date and the day of the week and the clock beside it."""
    for found in reversed(dates_in(text, words)):
        before = text[: found.start]
        match = re.search(r"[\s,|(]*(?<!\w)([^\W\d_][\w'’]*)[\s,|]*$", before)
        if match and words.has("dates.weekdays", match[1]):
            before = before[: match.start()]
        text = f"{before} | {text[found.end :]}"
    return text.strip(" |,")


def is_called(name: str, words: Lexicon) -> bool:
    """Whether a name has two to four words, one of which people are called by, or none an everyday word."""
    tokens = [token.strip(".,'’-").casefold() for token in name.split()]
    if not 2 <= len(tokens) <= _MOST or has_outlet_word(name, words):
        return False
    if any(token in words.people for token in tokens):
        return True
    return bool(words.everyday) and words.everyday.isdisjoint(tokens)


def is_name_line(line: str, words: Lexicon) -> bool:
    """Whether a line is the name of a person and nothing else."""
    tokens = line.split()
    return (
        2 <= len(tokens) <= 4
        and not words.starts("bylines.reports_for", line)
        and tokens[0].casefold() not in words.roles
        and all(capital(token[0]) and token.strip(".,'’-").replace("-", "").isalpha() for token in tokens)
        and any(token.casefold() in words.people for token in tokens)
        and clean_name(line, words) == line
        and not is_place(line)
        and not has_outlet_word(line, words)
        and not any(words.has("furniture.lines", token) for token in tokens)
    )


def name_beside_date(line: str, date: PrintedDate, words: Lexicon) -> str | None:
    """The name that shares a line with the date of publication (`Siti Contoh - Jumat, 2 Januari 2015`)."""
    rest = _HIJRI.sub(" | ", line[: date.start].rstrip() + " | " + line[date.end :])
    for name in ("dates.weekdays", "dates.zones", "dates.labels"):
        rest = words.patterns[name].sub(" ", rest)
    split = (clean(piece).strip(" -–—,.:") for piece in re.split(r"[|•·/]|\s[-–—]\s|,\s", rest))
    pieces = [piece for piece in split if piece and not _is_trimming(piece, words)]
    if len(pieces) != 1 or not 2 <= word_count(pieces[0]) <= 4 or has_outlet_word(pieces[0], words):
        return None
    named = pieces[0].istitle() or is_name_line(pieces[0], words)
    return clean_name(pieces[0], words) if named else None


def _is_trimming(piece: str, words: Lexicon) -> bool:
    """Whether it is the site, the section, a place or a counter that stands beside a date."""
    return (
        is_outlet(piece, words)
        or words.has("furniture.lines", piece)
        or any(character.isdigit() for character in piece)
        or is_place(piece)
    )
