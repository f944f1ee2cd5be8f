"""Who made a report: byline lines, and the marks of its makers at the end of the last paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from riwayat.model import Byline, BylineRole
from riwayat.page.dates import PrintedDate, dates_in
from riwayat.page.lexicon import Lexicon, any_of
from riwayat.page.lines import clean, word_count
from riwayat.page.outlets import has_outlet_word, is_outlet, looks_like_domain

__all__ = ["Makers", "clean_name", "name_beside_date", "read_byline", "role_alone", "split_tail"]

_PARTICLES: Final = frozenset(
    {"abu", "al", "an", "bin", "binti", "de", "der", "el", "ibn", "la", "van", "von"}
)
_DEGREE: Final = re.compile(
    r"^(?:[SMD]\.?[A-Z][\w.]*|Ph\.?D\.?|MBA|Lc\.?|MA|SH|MH|ST|SE|MM|MT|SIP|SPd|MPd)\.?$"
)
_BETWEEN: Final = re.compile(r"\s*(?:[,;/&+•|]|\bdan\b|\band\b|\s[-–—]\s)\s*")
_PLAIN_ROLES: Final = frozenset({"editor", "penerjemah", "penulis", "penyunting", "pewarta", "redaktur"})
"""Roles that a name may follow without a colon; other role words begin ordinary headlines too."""
_WHERE: Final = re.compile(r"\s+(?:di|dari|in|at)\s+(?=[A-Z\d])")
_TAIL: Final = re.compile(r"\s*(?P<open>[(\[])(?P<inner>[^()\[\]]{1,120})[)\]]\s*\.?$")
_STARS: Final = re.compile(
    r"(?<=[.!?\"”’)\]])\s*[(\[]?[*■▪●♦]+[)\]]?(?:\s*/?\s*(?P<name>[A-Z][^*()]{2,40}))?$"
)
_HIJRI: Final = re.compile(r"\d{1,2}\s+[^\W\d]['’\w]+(?:\s[\w'’]+)?\s+1[34]\d\d(?:\s*H\b)?")
_LONGEST_SIGN: Final = 6
_INITIALS: Final = re.compile(r"^[A-Za-z][\w.@-]{0,14}$")


@dataclass(frozen=True, slots=True)
class Makers:
    """What a byline says."""

    bylines: tuple[Byline, ...]
    outlets: tuple[str, ...] = ()
    """Outlets that stand where a name would (`Rep: Antara`)."""
    loose: bool = False
    """It is a head line of the text (`Laporan wartawan Warta.com, Siti Contoh`), not a labelled byline."""
    hosts: tuple[str, ...] = ()
    """The publishing outlet, where it stands behind the name (`Siti Contoh - Warta.com`)."""


@cache
def _roles(roles: tuple[str, ...], bracketed: bool) -> re.Pattern[str]:
    role = any_of(roles)
    # In brackets, `(Laporan Siti Contoh; disunting oleh Budi Misal)` needs no colon.
    end = r"(?:\s*:\s*|\s+(?=(?-i:[A-Z])))" if bracketed else r"\s*:\s*"
    return re.compile(rf"(?<!\w)(?P<a>{role})(?:\s*(?:&|/|dan|,)\s*(?P<b>{role}))?{end}", re.IGNORECASE)


def _labels(words: Lexicon, *, bracketed: bool) -> re.Pattern[str]:
    return _roles(tuple(sorted(words.roles)), bracketed)


def read_byline(line: str, words: Lexicon, *, colonless: bool = True) -> Makers | None:
    """The makers that a line names, or nothing where it is no byline.

    With `colonless`, forms without a colon count too (`Oleh Siti Contoh`).
    """
    text = line.strip()
    if len(text) > 240:
        return None
    if (text[:1], text[-1:]) in (("(", ")"), ("[", "]")):
        text = text[1:-1].strip()
    found = list(_labels(words, bracketed=text != line.strip()).finditer(text))
    if found and found[0].end() < len(text) and _only_dates(text[: found[0].start()], words):
        return _labelled(text, found, words)
    if text != line.strip() and "/" in text:
        parts = [p.strip() for p in text.split("/") if any(map(str.isalnum, p))]
        if parts and _are_initials(parts, text, words):
            named = tuple(p for p in parts if _is_named_outlet(p, words))
            return Makers(tuple(_signed(parts, words)), named)
    if not colonless:
        return None
    return _reports_for(text, words) or _plain(text, words) or _name_and_outlet(text, words)


def _only_dates(text: str, words: Lexicon) -> bool:
    """Whether nothing but a date and its trimmings stands here, as before `| LAPORAN: SITI CONTOH`."""
    for found in reversed(dates_in(text, words)):
        text = text[: found.start] + text[found.end :]
    for name in ("dates.weekdays", "dates.zones", "dates.labels"):
        text = words.patterns[name].sub(" ", text)
    return not any(character.isalpha() for character in text)


def name_beside_date(line: str, date: PrintedDate, words: Lexicon) -> str | None:
    """The name that shares a line with the date of publication (`Siti Contoh - Jumat, 2 Januari 2015`)."""
    rest = _HIJRI.sub(" | ", line[: date.start].rstrip() + " | " + line[date.end :])
    for name in ("dates.weekdays", "dates.zones", "dates.labels"):
        rest = words.patterns[name].sub(" ", rest)
    split = (clean(piece).strip(" -–—,.:") for piece in re.split(r"[|•·/]|\s[-–—]\s|,\s", rest))
    pieces = [piece for piece in split if piece and not is_outlet(piece, words)]
    if len(pieces) != 1 or not 2 <= word_count(pieces[0]) <= 4 or has_outlet_word(pieces[0], words):
        return None
    return clean_name(pieces[0], words) if pieces[0].istitle() else None


def read_name_and_site(line: str, site: str | None, words: Lexicon) -> Makers | None:
    """`Siti Contoh - wartaKini`, where the page's banner bears the same name."""
    name, dash, host = (part.strip() for part in line.rpartition(" - "))
    if not dash or not site or host.casefold() != site.casefold():
        return None
    person = clean_name(name, words)
    return Makers((Byline(person, "author"),) if person else (), hosts=(host,))


def read_closing_line(line: str, words: Lexicon) -> Makers | None:
    """`HARIAN CONTOH | REUTERS | SITI CONTOH`: outlets and makers in capitals below the last paragraph."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) < 2 or not line.isupper() or any(words.has("furniture.lines", part) for part in parts):
        return None
    surely = [part for part in parts if is_outlet(part, words) or has_outlet_word(part, words)]
    outlets = tuple(part for part in parts if part in surely or word_count(part) == 1)
    people = [name for part in parts if part not in outlets and (name := clean_name(part, words))]
    if not surely or len(outlets) + len(people) < len(parts):
        return None
    return Makers(tuple(Byline(name, "author") for name in people), outlets)


def role_alone(line: str, words: Lexicon) -> BylineRole | None:
    """The role where a line holds nothing else, so that the name follows on the next line."""
    return words.roles.get(line.casefold().strip(" :"))


def clean_name(text: str, words: Lexicon) -> str | None:
    """The name of a person as printed, or nothing where the text is none."""
    for found in reversed(dates_in(text, words)):
        text = text[: found.start] + text[found.end :]
    text = clean(re.sub(r"[(\[].*$", "", text)).strip(" .,;:|/-–—•*@\"'")
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
    if len(tokens) == 1 and (len(text) <= 3 or not text[0].isupper()):
        return None
    fits = all(
        t[0].isupper() or t.casefold() in _PARTICLES or "-" in t or t.startswith(("'", "’")) for t in tokens
    )
    return text if fits else None


def split_tail(paragraph: str, words: Lexicon) -> tuple[str, Makers]:
    """Parts the marks of the makers from the end of a paragraph: `… (Reporter: A; Editor: B)`, `… (ant/kmp)`.

    Gives the paragraph without initials and bylines, and what they name; a bracket that names outlets only
    stays where it is.
    """
    text = paragraph
    bylines: list[Byline] = []
    outlets: list[str] = []
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
        makers = read_byline(f"({inner})", words, colonless=False) or _reports_for(inner, words)
        parts = [p.strip() for p in re.split(r"[/;,|]", inner) if any(map(str.isalnum, p))]
        named = [p for p in parts if _is_named_outlet(p, words)]
        if makers:
            bylines.extend(makers.bylines)
            outlets.extend(makers.outlets)
        elif _sentence_before(text[: match.start()]) and _are_initials(parts, inner, words):
            bylines.extend(_signed(parts, words))
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


def _is_named_outlet(part: str, words: Lexicon) -> bool:
    """Whether a sign-off names an outlet; in small letters, only agencies and domains are no given names."""
    surely = looks_like_domain(part) or words.has("outlets.agencies", part)
    return surely or (is_outlet(part, words) and part[0].isupper())


def _sentence_before(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", '"', "”", "’", "'", ")", "]"))


def _are_initials(parts: list[str], inner: str, words: Lexicon) -> bool:
    """Whether a bracket holds abbreviated names of makers, or outlets, and not words of the sentence."""
    signs = [p for p in parts if not is_outlet(p, words)]
    if " " in "".join(signs) or not all(_INITIALS.match(p) for p in signs):
        return False
    return "/" in inner or (inner.islower() and len(inner) <= 8) or len(inner) <= 3


def _signed(parts: list[str], words: Lexicon) -> list[Byline]:
    """Makers who sign with their initials: the last of several is the editor, by the custom of newsrooms."""
    signs = [
        (place, part)
        for place, part in enumerate(parts)
        if part.isalpha() and len(part) <= _LONGEST_SIGN
        if not is_outlet(part, words) and not words.has("bylines.nobody", part)
    ]
    return [Byline(p, "editor" if place == len(parts) - 1 > 0 else "author") for place, p in signs]


def _labelled(text: str, found: list[re.Match[str]], words: Lexicon) -> Makers | None:
    bylines: list[Byline] = []
    outlets: list[str] = []
    for label, following in zip(found, [*found[1:], None], strict=True):
        segment = text[label.end() : following.start() if following else len(text)].strip(" ,;|/()-–—•")
        if word_count(segment) > 14:
            return None
        for role_word in (label["a"], label["b"]):
            if role_word is None:
                continue
            role = words.roles[clean(role_word.casefold())]
            names, named_outlets = _names(segment, words)
            bylines.extend(Byline(name, role) for name in names)
            if role != "photographer":
                outlets.extend(o for o in named_outlets if o not in outlets)
    return Makers(tuple(dict.fromkeys(bylines)), tuple(outlets))


def _names(segment: str, words: Lexicon) -> tuple[list[str], list[str]]:
    names: list[str] = []
    outlets: list[str] = []
    for piece in _BETWEEN.split(segment):
        piece = _WHERE.split(piece.strip(), maxsplit=1)[0]
        if not piece or words.starts("bylines.reports_for", piece):
            continue
        if _DEGREE.match(piece) and names:
            continue
        if is_outlet(piece, words):
            outlets.append(piece)
        elif name := clean_name(piece, words):
            names.append(name)
    return names, outlets


def _reports_for(text: str, words: Lexicon) -> Makers | None:
    """`Laporan wartawan Warta.com, Siti Contoh`."""
    match = re.match(
        rf"{any_of(words.lists['bylines.reports_for'])}\s*:?\s+(?P<rest>.+)$", text, re.IGNORECASE
    )
    if not match or word_count(text) > 12 or "," not in match["rest"]:
        return None
    outlet, _, person = match["rest"].partition(",")
    names = [name for piece in _BETWEEN.split(person) if (name := clean_name(piece, words))]
    if not names or word_count(outlet) > 4:
        return None
    return Makers(tuple(Byline(name, "reporter") for name in names), loose=True)


def _plain_roles(words: Lexicon) -> frozenset[str]:
    return frozenset(role for role in words.roles if role in _PLAIN_ROLES or role.endswith(("oleh", "by")))


def _plain(text: str, words: Lexicon) -> Makers | None:
    """`Oleh Siti Contoh`, `Editor Budi Misal`, and both words run together."""
    match = re.match(
        rf"(?P<role>{any_of(_plain_roles(words))})(?:\s+|(?<=[a-z])(?=[A-Z]))(?P<rest>[A-Z].+)$",
        text,
        re.IGNORECASE,
    )
    if not match or word_count(text) > 8 or not match["rest"][0].isupper() or not match["role"][0].isupper():
        return None
    found = words.roles.get(clean(match["role"].casefold()))
    names, _ = _names(match["rest"], words)
    return Makers(tuple(Byline(name, found) for name in names)) if found and names else None


def _name_and_outlet(text: str, words: Lexicon) -> Makers | None:
    """`Siti Contoh - Warta.com`: a name, a dash, an outlet, and nothing else."""
    match = re.match(r"(?P<name>[^\W\d_][^-–—|,]{2,50}?)\s*[-–—|,]\s*(?P<outlet>[^-–—|,]{3,30})$", text)
    if not match or not (is_outlet(match["outlet"], words) or looks_like_domain(match["outlet"])):
        return None
    name = clean_name(match["name"], words)
    host = (match["outlet"].strip(),)
    if name is None or word_count(name) > 4:
        return Makers((), hosts=host) if words.starts("bylines.nobody", match["name"]) else None
    return Makers((Byline(name, "author"),), hosts=host)
