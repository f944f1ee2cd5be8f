"""Marks of the makers below or at the end of the last paragraph: initials, bylines in brackets, stars."""

from __future__ import annotations

import re
from typing import Final

from riwayat.model import Byline
from riwayat.page.initials import are_initials, is_named_outlet, read_name_and_outlet, signed
from riwayat.page.lexicon import Lexicon, any_of
from riwayat.page.lines import clean, word_count
from riwayat.page.makers import Makers, read_byline, reports_for
from riwayat.page.outlets import has_outlet_word, is_outlet
from riwayat.page.people import clean_name, is_name_line
from riwayat.page.places import is_place
from riwayat.page.uncased import read_signs

__all__ = ["read_closing_line", "split_tail"]

_TAIL: Final = re.compile(r"\s*(?P<open>[(\[])(?P<inner>[^()\[\]]{1,120})[)\]]\s*\.?$")
_WITH: Final = re.compile(r"(?<=[.!?\"”’])\s*[–—-]+\s*(?P<line>(?:WITH|With)\s[^.]{5,80})\.?$")
_STARS: Final = re.compile(
    r"(?<=[.!?\"”’)\]])\s*[(\[]?[*■▪●♦]+[)\]]?(?:\s*/?\s*(?P<name>[A-Z][^*()]{2,40}))?$"
)


def read_closing_line(line: str, words: Lexicon) -> Makers | None:
    """What only below the last paragraph names makers: outlets and names in capitals, a role without a colon.

    `HARIAN CONTOH | REUTERS | SITI CONTOH`; `Liputan Siti Contoh`.
    """
    found = (
        _in_capitals(line, words)
        or _role_and_name(line, words)
        or _initials_alone(line, words)
        or _two_names(line, words)
    )
    signed = read_signs(line, words) if found is None else ()
    return Makers(signed) if signed else found


def _two_names(line: str, words: Lexicon) -> Makers | None:
    """`Ruba / Hazem`: who wrote and who edited, by their names alone."""
    parts = [part.strip() for part in line.split("/")]
    fits = len(parts) == 2 and all(
        re.fullmatch(r"[A-Z][^\W\d_]+(?:[ -][A-Za-z][^\W\d_]+){0,2}", p) for p in parts
    )
    if not fits or any(is_outlet(p, words) or p.casefold() in words.everyday or is_place(p) for p in parts):
        return None
    return Makers((Byline(parts[0], "author"), Byline(parts[1], "editor")))


def _initials_alone(line: str, words: Lexicon) -> Makers | None:
    """`(ryn)` below the last paragraph."""
    match = re.fullmatch(r"[(\[]([a-z]{2,5})[)\]]", line)
    bylines = signed([match[1]], words) if match else []
    return Makers(tuple(bylines)) if bylines else None


def _role_and_name(line: str, words: Lexicon) -> Makers | None:
    match = re.match(
        rf"(?P<role>{any_of(tuple(sorted(words.roles)))})\s+(?P<name>\S.*)$", line, re.IGNORECASE
    )
    role = words.roles.get(clean(match["role"].casefold())) if match else None
    if match is None or role is None or not is_name_line(match["name"], words):
        return None
    return Makers((Byline(match["name"], role),))


def _in_capitals(line: str, words: Lexicon) -> Makers | None:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) < 2 or not line.isupper() or any(words.has("furniture.lines", part) for part in parts):
        return None
    surely = [part for part in parts if is_outlet(part, words) or has_outlet_word(part, words)]
    outlets = tuple(part for part in parts if part in surely or word_count(part) == 1)
    # Before the last, who signs, stand outlets; a person only where the name is one that people bear.
    foreign = tuple(p for p in parts[:-1] if p not in outlets and not _bears_name(p, words))
    outlets = tuple(part for part in parts if part in outlets + foreign)
    people = [name for part in parts if part not in outlets and (name := clean_name(part, words))]
    if not surely or len(outlets) + len(people) < len(parts):
        return None
    return Makers(tuple(Byline(name, "author") for name in people), outlets)


def _bears_name(text: str, words: Lexicon) -> bool:
    return any(len(token) > 2 and token.casefold() in words.people for token in text.split())


def split_tail(paragraph: str, words: Lexicon) -> tuple[str, Makers]:
    """Parts the marks of the makers from the end of a paragraph: `… (Reporter: A; Editor: B)`, `… (ant/kmp)`.

    Gives the paragraph without initials and bylines, and what they name; a bracket that names outlets only
    stays where it is.
    """
    text = paragraph
    bylines: list[Byline] = []
    outlets: list[str] = []
    behind = _WITH.search(text)
    if behind and (helped := read_byline(behind["line"], words) or _role_and_name(behind["line"], words)):
        bylines.extend(helped.bylines)
        outlets.extend(helped.outlets)
        text = text[: behind.start()]
    for _ in range(3):
        stars = _STARS.search(text)
        if stars and stars.start() > 0:
            name = clean_name(stars["name"] or "", words)
            if name:
                bylines.append(Byline(name, "author"))
            text = text[: stars.start()]
            continue
        match = _TAIL.search(text)
        if not match or match.start() == 0:
            break
        inner = match["inner"].strip()
        makers = read_byline(f"({inner})", words, colonless=False) or reports_for(inner, words)
        parts = [p.strip() for p in re.split(r"[/;,|]", inner) if any(map(str.isalnum, p))]
        named = [p for p in parts if is_named_outlet(p, words)]
        whole = read_name_and_outlet(parts, words) if _sentence_before(text[: match.start()]) else None
        if _sentence_before(text[: match.start()]) and is_name_line(inner, words):
            bylines.append(Byline(inner, "author"))
        elif makers:
            bylines.extend(makers.bylines)
            outlets.extend(makers.outlets)
        elif whole:
            bylines.extend(whole[0])
            outlets.extend(whole[1])
        elif _sentence_before(text[: match.start()]) and are_initials(parts, inner, words):
            bylines.extend(signed(parts, words))
            outlets.extend(named)
            if len(named) == len(parts) and any(p[0].isupper() for p in named):
                break
        elif named:
            outlets.extend(named)
            if len(named) == len(parts):
                break
        else:
            break
        text = text[: match.start()]
    return text.rstrip(), Makers(tuple(bylines), tuple(outlets))


def _sentence_before(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", '"', "”", "’", "'", ")", "]"))
