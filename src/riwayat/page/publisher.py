"""Who publishes a page, as its furniture shows it: the name that the page calls itself by.

A page that declares no outlet still names itself: in the banner, before the section in the breadcrumb, where
it asks to be followed or subscribed to, in its imprint, beside its own photographers and reporters.  None of
these signs is sure alone; a name is the publisher's when they add up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from riwayat.page.furniture import FURNITURE, weight
from riwayat.page.lexicon import Lexicon, any_of
from riwayat.page.lines import capital, has_case, is_prose, word_count
from riwayat.page.opening import read_opening
from riwayat.page.outlets import PICTURED, copyright_owner, has_outlet_word, is_outlet, same_outlet
from riwayat.page.people import is_name_line
from riwayat.page.places import is_place

__all__ = ["ENOUGH", "read_publisher"]

ENOUGH: Final = 2
"""Signs that a name needs to be the publisher's."""

_RUN: Final = re.compile(r"\s*[\"“]?(?P<run>[^\W_][\w'’&.-]*(?:\s+[^\W_][\w'’&.-]*){0,5})")
_CRUMB: Final = re.compile(r"\s*[›»>]\s*|\s+/\s+")
_SLOGAN: Final = re.compile(r"\s+[-–—|:]\s+|:\s+")
_BESIDE: Final = re.compile(r"^(?P<name>[^\W\d_][^,|\d]{2,40}?)\s*[,|]\s.*(?:19|20)?\d\d")
_CREDITED: Final = re.compile(r"[(\[](?P<parts>[^()\[\]/]{2,40}(?:/[^()\[\]/]{2,40}){1,2})[)\]]\.?$")
_FOTO: Final = re.compile(
    r"^\(?(?:foto|photo)\s?:\s?(?P<parts>[^/]{2,40}(?:/[^/]{2,40})+?)\)?$", re.IGNORECASE
)
_OWNED: Final = re.compile(r"^(?P<name>[^|©]{3,40}?)\s*(?:©|\(c\))[\s\d–-]*(?:[|•·].*)?$", re.IGNORECASE)
_NAME_BESIDE: Final = re.compile(
    r"^(?P<person>[^\W\d_][^,|]{3,40}?)\s*(?:[,|]|\s[-–—])\s*(?P<name>[^,|]{3,40})$"
)
_LONGEST: Final = 5
"""Words of a name."""
_MENU: Final = 3
"""Entries of menus in a line that is one."""
_FIRST: Final = 3
"""Paragraphs among which the one with the outlet's head is found; a deck or caption may stand above it."""
_LAST: Final = 6
"""Lines at the end of a page among which a site tells about itself."""
_HEAD: Final = 5
"""Lines from the headline on that belong to the head of the page."""


@dataclass(slots=True)
class _Candidate:
    name: str
    signs: int = 0
    primary: bool = False
    """Some sign is of the page itself, not only of somebody's credit, which names persons as well."""
    kinds: set[str] = field(default_factory=set)

    def see(self, kind: str, signs: int, *, primary: bool = True) -> None:
        """Counts a sign; the same kind of sign twice is no surer than once."""
        if kind not in self.kinds:
            self.kinds.add(kind)
            self.signs += signs
            self.primary = self.primary or primary


class _Candidates:
    """Names seen so far, in order, whatever their case or the end of a domain."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.found: list[_Candidate] = []

    def see(self, name: str | None, kind: str, signs: int, *, primary: bool = True) -> None:
        name = _named(name or "", self.words)
        if name is None:
            return
        own = next((c for c in self.found if same_outlet(c.name, name)), None)
        if own is None:
            own = _Candidate(name)
            self.found.append(own)
        own.see(kind, signs, primary=primary)


def read_publisher(
    lines: Sequence[str],
    words: Lexicon,
    *,
    title: str | None,
    title_at: int,
    banner: str | None,
    site: str | None = None,
) -> str | None:
    """The name by which the page calls itself, or nothing where too little shows it.

    `title_at` is the headline's index among the lines, -1 where it is none of them; `banner` the line at
    the top that may be the site's name; `site` what the page's own title says beside the headline.
    """
    seen = _Candidates(words)
    seen.see(site, "title", 2)
    for part in _beside_title(title or ""):
        seen.see(part, "title", 1)
    _read_top(lines, title_at, banner, seen)
    agency = False
    for line in [line for line in lines if is_prose(line)][:_FIRST]:
        head = read_opening(line, words, is_place, lambda _: False)
        printed = head.outlets[0] if head and head.outlets else ""
        agency = agency or words.agency(printed)
        if not words.agency(printed) and (not printed.isupper() or " " in printed):
            seen.see(printed, "printed", 2)
    furniture = [
        line for line in lines if not is_prose(line) or weight(line, words, trailing=True) >= FURNITURE
    ]
    for line in furniture:
        if title and not has_case(title) and PICTURED.search(line):
            continue
        seen.see(copyright_owner(line, words), "copyright", 2)
        before = _OWNED.match(line)
        seen.see(before["name"] if before else None, "copyright", 1)
        for name, signs in _called(line, words):
            seen.see(name, "called" if signs > 1 else "addressed", signs)
    for line, following in pairwise(lines):
        if words.has("outlets.signs", line.rstrip(" ,:")):
            seen.see(following, "signed", 2)
    for line in lines[-_LAST:]:
        seen.see(_about(line, words), "about", 2)
    for line in lines:
        for part in _credited(line):
            if not words.has("captions.credits", part) and not words.agency(part):
                seen.see(part, "credit", 1, primary=False)
    for candidate in seen.found:
        _confirm(candidate, lines, furniture, words)
    # Who prints an agency's report is somebody else, as a rule, so less tells who.
    enough = 1 if agency else ENOUGH
    sure = [c for c in seen.found if c.primary and c.signs >= enough]
    return max(sure, key=lambda c: c.signs).name if sure else None


def _read_top(lines: Sequence[str], title_at: int, banner: str | None, seen: _Candidates) -> None:
    """The signs at the top of the page: banner, motto, breadcrumb, the name beside the date."""
    words = seen.words
    for index, line in enumerate(lines[: max(title_at, 0) + _HEAD]):
        if index == title_at or is_prose(line) or re.match(r"\w+://", line):
            continue
        crumbs = [part for part in _CRUMB.split(line) if part.strip()]
        if len(crumbs) >= 2:
            seen.see(crumbs[0], "crumb", 1)
        beside = _BESIDE.match(line)
        if beside and (index == 0 or index > title_at) and not _is_person(beside["name"], words):
            seen.see(beside["name"], "date", 1)
        signed = _NAME_BESIDE.match(line)
        if signed and index > title_at and is_name_line(signed["person"], words):
            seen.see(signed["name"], "byline", 1)
        motto = _SLOGAN.split(line)
        if index == 0 and title_at > 0 and len(motto) == 2 and word_count(motto[1]) >= 2:
            seen.see(motto[0], "banner", 1)
    if banner:
        seen.see(banner, "banner", 2 if has_outlet_word(banner, words) or _is_coined(banner) else 1)


def _is_coined(name: str) -> bool:
    """Whether a name is written as only a brand is (`lintasKabar`)."""
    return re.search(r"[a-z][A-Z]", name) is not None


def _is_person(name: str, words: Lexicon) -> bool:
    tokens = name.casefold().split()
    return bool(tokens) and any(token.strip(".,") in words.people for token in tokens)


def _beside_title(title: str) -> Iterator[str]:
    """The short first or last part of a headline that a bar or dash parts from the long rest."""
    parts = re.split(r"\s+[-|–—•»]+\s+", title)
    if len(parts) == 2:
        for part, other in ((parts[0], parts[1]), (parts[1], parts[0])):
            if word_count(part) <= 4 and word_count(other) >= 4:
                yield part


def _called(line: str, words: Lexicon) -> Iterator[tuple[str, int]]:
    """Names that stand where a page speaks of itself, each with how much that tells.

    A headline among the links may use the same words (`Redaksi Kabar Satu Diteror`), so a line must speak to
    its reader, name a service, or end with the name.
    """
    if not has_case(line) and (
        words.has("furniture.lines", line) or words.holds("furniture.lines", line) >= _MENU
    ):
        return
    speaks = weight(line, words, trailing=False) >= FURNITURE
    channels = any_of(words.lists["outlets.channels"])
    for entry in ("outlets.calls", "outlets.weak_calls"):
        for match in words.patterns[entry].finditer(line):
            # `Gabung Telegram Harian Rimba`
            via = re.compile(rf"\s+(?:di\s+)?{channels}(?!\w)", re.IGNORECASE).match(line, match.end())
            run = _RUN.match(line, via.end() if via else match.end())
            name = _leading_name(run["run"], words) if run else ""
            if run is None or not name or (match.start() > 0 and not speaks):
                continue
            rest = line[run.start("run") + len(name) :]
            channel = re.match(
                rf"\s+(?:di|pada|lewat|melalui|via|on)\s+(?:\w+\s+)?{channels}",
                rest,
                re.IGNORECASE,
            )
            ends = not any(map(str.isalpha, rest)) and not words.holds("outlets.channels", match[0])
            strong = entry == "outlets.calls" and (speaks or ends)
            yield name, 2 if channel or via or strong else 1


def _leading_name(run: str, words: Lexicon) -> str:
    """The capitalised words at the start, up to a word that no name of an outlet holds."""
    taken: list[str] = []
    tokens = run.split()
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        if taken and token in ("of", "the") and capital(following[:1]):  # Voice of …
            taken.append(token)
            continue
        bare = token.rstrip(".,:;!?")
        if not bare or bare.casefold() in words.lists["outlets.name_stops"]:
            break
        if not (capital(bare[0]) or _is_coined(bare) or is_outlet(bare, words)) and not (
            taken and bare.isdigit()
        ):
            break
        taken.append(bare)
        if bare != token:
            break
    return " ".join(taken)


def _about(line: str, words: Lexicon) -> str | None:
    """The name in `Lensa Bahari adalah majalah perjalanan …`."""
    kinds = any_of(words.lists["outlets.kinds"])
    match = re.match(
        rf"(?P<name>[^\W\d_].{{2,40}}?)\s+(?:adalah|merupakan|is)\s+(?:\w+\s+)?{kinds}(?!\w)", line
    )
    return match["name"] if match else None


def _credited(line: str) -> Iterator[str]:
    match = _CREDITED.search(line) or _FOTO.match(line)
    for part in match["parts"].split("/") if match else ():
        if capital(part.strip()[:1]):
            yield part.strip()


def _confirm(candidate: _Candidate, lines: Sequence[str], furniture: Sequence[str], words: Lexicon) -> None:
    """Looks for the name a second time: in other furniture, and where somebody spoke to it."""
    name = re.compile(rf"(?<![\w.]){re.escape(candidate.name)}(?![\w])", re.IGNORECASE)
    # A long line that holds it may be the headline of another report.
    own = [
        line
        for line in furniture
        if word_count(line) <= 6 or weight(line, words, trailing=False) >= FURNITURE
    ]
    if sum(1 for line in own if name.search(line)) >= 2:
        candidate.see("again", 1, primary=False)
    squeezed = re.sub(r"\W", "", candidate.name).casefold()
    handle = re.compile(rf"(?:@|/|\b){re.escape(squeezed)}(?:@|\.\w|\b)", re.IGNORECASE)
    if len(squeezed) >= 5 and any(
        handle.search(token) for line in furniture for token in line.split() if re.search(r"[@/.]\w", token)
    ):
        candidate.see("handle", 1, primary=False)
    spoken_to = re.compile(
        rf"(?<!\w)(?i:{any_of(words.lists['outlets.spoke_to'])})\s+{re.escape(candidate.name)}(?!\w)"
    )
    if any(spoken_to.search(line) for line in lines if is_prose(line)):
        candidate.see("spoken to", 1, primary=False)


def _named(text: str, words: Lexicon) -> str | None:
    """The name of an outlet without what its services add to it, or nothing where it can be none."""
    name = re.sub(r"\s*\([A-Z]{2,6}\)$", "", text).strip(" \t-–—|:·•.,\"“”'")
    tokens = name.split()
    while len(tokens) > 1 and (words.has("outlets.services", tokens[-1])):
        tokens.pop()
    while len(tokens) > 1 and words.has("outlets.before_name", tokens[0]):
        tokens.pop(0)
    name = " ".join(tokens)
    if not 3 <= len(name) <= 45 or len(tokens) > _LONGEST or not name[0].isalnum():
        return None
    if not any(capital(token[0]) or _is_coined(token) for token in tokens) and not is_outlet(name, words):
        return None
    barred = (
        words.has("furniture.lines", name)
        or words.has("furniture.headings", name)
        or words.has("outlets.not_names", name)
        or words.has("outlets.releases", name)
        or words.starts("outlets.channels", name)
        or words.has("dates.weekdays", tokens[0])
        or tokens[0].casefold() in words.months
        or all(words.has("furniture.lines", token) for token in tokens)
    )
    if barred or (is_place(name) and not is_outlet(name, words)):
        return None
    return name
