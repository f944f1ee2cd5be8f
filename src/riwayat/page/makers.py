"""Who made a report: lines that name its makers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from riwayat.model import Byline, BylineRole
from riwayat.page.dates import dates_in
from riwayat.page.initials import are_initials, is_named_outlet, signed
from riwayat.page.lexicon import Lexicon, any_of
from riwayat.page.lines import clean, word_count
from riwayat.page.outlets import is_outlet, looks_like_domain
from riwayat.page.people import clean_name, is_called, without_dates
from riwayat.page.places import is_place

__all__ = ["Makers", "read_byline", "reports_for", "role_alone"]

_DEGREE: Final = re.compile(
    r"^(?:[SMD]\.?[A-Z][\w.]*|Ph\.?D\.?|MBA|Lc\.?|MA|SH|MH|ST|SE|MM|MT|SIP|SPd|MPd)\.?$"
)
_BETWEEN: Final = re.compile(r"\s*(?:[,;/&+•|]|\bdan\b|\band\b|\s[-–—]\s)\s*")
_PLAIN_ROLES: Final = frozenset({"editor", "penerjemah", "penulis", "penyunting", "pewarta", "redaktur"})
"""Roles that a name may follow without a colon; other role words begin ordinary headlines too."""
_WHERE: Final = re.compile(r"\s+(?:di|dari|in|at)\s+(?=[A-Z\d])")
_FROM: Final = re.compile(r"\sdari\s+(?P<outlet>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3})\.?$")
_UNTIL: Final = re.compile(
    r"\s+(?:di|at|on|pada|pukul|in)\s|\s(?:label|kategori)\s?:|\s*[|•·]", re.IGNORECASE
)


_CONTRIBUTED: Final = 24
"""Words of a sentence that says who helped with a report."""
_LONG_NAME: Final = 4
_SHORT: Final = 9
"""Words of a byline that begins with a small letter (`by Siti Contoh and Budi Misal`)."""
_NAME_IN: Final = re.compile(
    r"^(?P<names>[^\W\d_][^,|:;.]{3,60}?)(?:\s+in\s+|,\s+)(?P<place>[A-Z][^,|:;.\d]{2,30})$"
)
_GAVE: Final = re.compile(
    r"(?P<names>[A-Z][^.:;]{2,90}?)\s+"
    r"(?:reported from|contributed (?:to this|reporting|from)|in \S+ contributed)\b"
)


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
    return re.compile(rf"(?<!\w)(?P<a>{role})(?:\s*(?:&|/|dan|,|و)\s*(?P<b>{role}))?{end}", re.IGNORECASE)


def _labels(words: Lexicon, *, bracketed: bool) -> re.Pattern[str]:
    return _roles(tuple(sorted(words.roles)), bracketed)


def read_byline(line: str, words: Lexicon, *, colonless: bool = True) -> Makers | None:
    """The makers that a line names, or nothing where it is no byline.

    With `colonless`, forms without a colon count too (`Oleh Siti Contoh`).
    """
    text = line.strip().lstrip("–—- ")
    if agency := _agency(text, words):
        return Makers((), (agency,))
    if len(text) > 240 or is_outlet(text, words):
        return None
    if (text[:1], text[-1:]) in (("(", ")"), ("[", "]")):
        text = text[1:-1].strip()
    found = list(_labels(words, bracketed=text != line.strip()).finditer(text))
    if not found and ";" in text:  # `Reporting by X in Goma; Editing by Y`
        listed = list(_labels(words, bracketed=True).finditer(text))
        found = listed if len(listed) > 1 and listed[0].start() == 0 else []
    if found and found[0].end() < len(text) and _only_dates(text[: found[0].start()], words):
        return _labelled(text, found, words)
    if text != line.strip() and "/" in text:
        parts = [p.strip() for p in text.split("/") if any(map(str.isalnum, p))]
        if parts and are_initials(parts, text, words):
            named = tuple(p for p in parts if is_named_outlet(p, words))
            return Makers(tuple(signed(parts, words)), named)
    if not colonless:
        return None
    return (
        reports_for(text, words)
        or _plain(text, words)
        or _journalist_of(text, words)
        or _name_and_outlet(text, words)
        or _name_and_place(text, words)
        or _contributed(text, words)
    )


def _agency(text: str, words: Lexicon) -> str | None:
    """The agency behind a role, and nothing else (`By Hunza News Agency`)."""
    match = re.match(rf"{any_of(_plain_roles(words))}\s+(?P<rest>[A-Z].+)$", text, re.IGNORECASE)
    return match["rest"] if match and words.agency(match["rest"]) else None


def _only_dates(text: str, words: Lexicon) -> bool:
    """Whether nothing but a date and its trimmings stands here, as before `| LAPORAN: SITI CONTOH`."""
    for found in reversed(dates_in(text, words)):
        text = text[: found.start] + text[found.end :]
    for name in ("dates.weekdays", "dates.zones", "dates.labels"):
        text = words.patterns[name].sub(" ", text)
    return not any(character.isalpha() for character in text)


def role_alone(line: str, words: Lexicon) -> BylineRole | None:
    """The role where a line holds nothing else, so that the name follows on the next line."""
    return words.roles.get(line.casefold().strip(" :"))


def _labelled(text: str, found: list[re.Match[str]], words: Lexicon) -> Makers | None:
    bylines: list[Byline] = []
    outlets: list[str] = []
    for label, following in zip(found, [*found[1:], None], strict=True):
        segment = text[label.end() : following.start() if following else len(text)].strip(" ,;|/()-–—•")
        segment = without_dates(segment, words)
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
        piece = _without_outlet_behind(piece, outlets, words)
        if not piece or words.starts("bylines.reports_for", piece) or (names and is_place(piece)):
            continue  # the last is where the one before was
        if _DEGREE.match(piece) and names:
            continue
        if is_outlet(piece, words):
            outlets.append(piece)
        elif name := clean_name(piece, words) or _initials(piece, words):
            names.append(name)
    return names, outlets


def _without_outlet_behind(piece: str, outlets: list[str], words: Lexicon) -> str:
    """A name without the agency that it runs into (`SAMY MAGDY Associated Press`), which is kept."""
    tokens = piece.split()
    for size in range(min(3, len(tokens) - 2), 0, -1):
        outlet = " ".join(tokens[-size:])
        if is_outlet(outlet, words):
            outlets.append(outlet)
            return " ".join(tokens[:-size])
    return piece


def _initials(piece: str, words: Lexicon) -> str | None:
    """A maker's initials behind a label (`Editor: TGH`)."""
    fits = re.fullmatch(r"[A-Z]{2,4}|[a-z]{2,4}", piece) and not words.has("bylines.nobody", piece)
    return piece if fits and not words.has("captions.credits", piece) else None


def reports_for(text: str, words: Lexicon) -> Makers | None:
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
    """`Oleh Siti Contoh`, `Editor Budi Misal`, both words run together, `Diposting oleh Siti di 09.12`."""
    undated = without_dates(text, words)
    match = re.match(
        rf"(?P<role>{any_of(_plain_roles(words))})(?:\s+|(?<=[a-z])(?=[A-Z]))(?P<rest>[A-Z].+)$",
        undated,
        re.IGNORECASE,
    )
    # Behind a date the role goes on in small letters (`2 Mei 2016 oleh Siti Contoh`).
    small = match is not None and match["role"] == "by" and word_count(text) <= _SHORT
    if match is None or not match["rest"][0].isupper():
        return None
    if not (match["role"][0].isupper() or undated != text or small):
        return None
    rest = _UNTIL.split(match["rest"], maxsplit=1)[0]
    if word_count(rest) > 7:
        return None
    found = words.roles.get(clean(match["role"].casefold()))
    names, outlets = _names(rest, words)
    # `Diterjemahkan oleh Siti Contoh dari Harian Rimba`
    source = _FROM.search(match["rest"]) if found == "translator" else None
    outlets += [source["outlet"]] if source else []
    return Makers(tuple(Byline(name, found) for name in names), tuple(outlets)) if found and names else None


def _journalist_of(text: str, words: Lexicon) -> Makers | None:
    """`Siti Contoh, wartawan Harian Rimba`."""
    match = re.match(
        rf"(?P<name>[^\W\d_][^,|:]{{2,40}}),\s*(?i:{any_of(words.lists['bylines.reports_for'])})\s+"
        r"(?P<outlet>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})$",
        text,
    )
    name = clean_name(match["name"], words) if match else None
    if match is None or name is None or word_count(name) > 4:
        return None
    return Makers((Byline(name, "reporter"),), hosts=(match["outlet"],))


def _name_and_outlet(text: str, words: Lexicon) -> Makers | None:
    """`Siti Contoh - Warta.com`: a name or two, a dash, an outlet, and nothing else."""
    match = re.match(r"(?P<name>[^\W\d_][^-–—|,]{2,50}?)\s*[-–—|,]\s*(?P<outlet>[^-–—|,]{3,30})$", text)
    if match and words.has("bylines.nobody", match["name"]):
        return None
    if not match or not (is_outlet(match["outlet"], words) or looks_like_domain(match["outlet"])):
        return None
    pieces = _BETWEEN.split(match["name"])
    names = [name for piece in pieces if (name := clean_name(piece, words)) and word_count(name) <= 4]
    host = (match["outlet"].strip(),)
    if len(names) < len(pieces) or is_place(match["name"]):
        return Makers((), hosts=host) if words.starts("bylines.nobody", match["name"]) else None
    return Makers(tuple(Byline(name, "author") for name in names), hosts=host)


def _name_and_place(text: str, words: Lexicon) -> Makers | None:
    """`Siti Contoh in Bogotá`, `Siti Contoh, Jableh`: one or two people, where they were, and nothing else."""
    match = _NAME_IN.match(text)
    if not match or not is_place(match["place"]) or is_place(match["names"]):
        return None
    pieces = _BETWEEN.split(match["names"])
    names = [name for piece in pieces if (name := clean_name(piece, words)) and is_called(name, words)]
    if len(names) < len(pieces) or not names:
        return None
    return Makers(tuple(Byline(name, "author") for name in names))


def _contributed(text: str, words: Lexicon) -> Makers | None:
    """`Contoh reported from Cairo. Associated Press writer Budi Misal in Goma contributed to this report.`"""
    found: list[Byline] = []
    outlets: list[str] = []
    for sentence in re.split(r"(?<=[^.\s]{3}\.)\s+", text):
        match = _GAVE.match(sentence)
        if not match or word_count(sentence) > _CONTRIBUTED:
            return None
        for piece in _BETWEEN.split(match["names"]):
            piece = _WHERE.split(piece.strip(), maxsplit=1)[0]
            behind = words.patterns["bylines.reports_for"].search(piece)
            if behind and behind.end() < len(piece):
                outlet, piece = piece[: behind.start()].strip(), piece[behind.end() :].strip()
                outlets += [outlet] if is_outlet(outlet, words) else []
            name = clean_name(piece, words)
            if name and word_count(name) <= _LONG_NAME and not is_place(name):
                found.append(Byline(name, "reporter"))
    return Makers(tuple(found), tuple(outlets)) if found else None
