"""The report made of a page."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from riwayat.errors import UnreadableInput
from riwayat.model import Byline, Outlet, Page, Photo, Report, Span, Time
from riwayat.page import lexicon
from riwayat.page.captions import photographer, read_caption
from riwayat.page.dates import date_in_url, dates_in, time_of
from riwayat.page.decoding import decode, is_markup
from riwayat.page.language import language_of
from riwayat.page.layout import lay_out
from riwayat.page.lexicon import Lexicon
from riwayat.page.lines import has_case, key, paragraphs, word_count
from riwayat.page.markup import Markup, read_markup
from riwayat.page.opening import Opening, read_opening
from riwayat.page.outlets import (
    abbreviates,
    domain_in,
    domain_of_url,
    has_outlet_word,
    is_outlet,
    looks_like_domain,
    named_in,
    of_one_house,
    owner_in,
    same_outlet,
)
from riwayat.page.parts import Layout
from riwayat.page.people import clean_name
from riwayat.page.places import is_place

__all__ = ["report_from"]

_ENOUGH: Final = 0.25
"""Share of the page's own paragraphs that the extraction must hold to be trusted."""


_SITE_BEHIND: Final = re.compile(r"^(?P<rest>.+)\s+[-|–—•»]+\s+(?P<site>[^|–—•»]{2,40})$")
_SITE_BEFORE: Final = re.compile(r"^(?P<site>[^|–—•»:]{2,40}?)(?:\s+[-|–—•»]+|:)\s+(?P<rest>.+)$")
_CREDIT: Final = 100
"""Characters that a caption's line may have beside the caption."""
_SPOKEN: Final = 4
"""Letters from which a domain is more than initials."""
_STALE: Final = 31
"""Days after the last date in its text within which a report is published, as a rule."""


def report_from(page: Page) -> Report:
    """The report that a page holds: pure, the same bytes give the same report.

    Pages that hold no news give a report with what text they have.  Raises `UnreadableInput` where the
    bytes are empty or no text.
    """
    text = decode(page)
    markup = read_markup(text, page.url) if is_markup(text, page.media_type) else None
    if markup is not None:
        return _from_markup(markup, page)
    lines = paragraphs(text)
    if not any(map(str.isalpha, text)):
        raise UnreadableInput(f"{page.source}: the page shows no words")
    words = lexicon.for_language(language_of(text))
    return _assembled(lay_out(lines, words), None, page, words)


def _from_markup(markup: Markup, page: Page) -> Report:
    if not any(character.isalpha() for line in (*markup.whole, *markup.article) for character in line):
        raise UnreadableInput(f"{page.source}: the page shows no text")
    words = lexicon.for_language(language_of("\n".join(markup.article or markup.whole)))
    captions = frozenset(markup.captions)
    whole = lay_out(
        list(markup.whole),
        words,
        title=markup.title,
        captions=captions,
        site=markup.site,
    )
    if not markup.article:
        return _assembled(whole, markup, page, words)
    main = lay_out(
        list(markup.article),
        words.with_outlets([whole.publisher] if whole.publisher else []),
        title=markup.title,
        captions=captions,
        site=markup.site,
    )
    if sum(map(len, main.body)) < _ENOUGH * sum(map(len, whole.body)):
        return _assembled(whole, markup, page, words)
    # The extraction drops what lies outside the article's own block: makers, dates, sources.
    main.bylines += [b for b in whole.bylines if key(b.name) not in {key(m.name) for m in main.bylines}]
    main.loose_bylines = main.loose_bylines or whole.loose_bylines
    main.dates = main.dates or whole.dates
    main.credited = main.credited or whole.credited
    if not main.cites:
        main.cites = whole.cites
        main.body.extend(whole.source_lines)
    main.furniture = whole.furniture
    main.publisher = main.publisher or whole.publisher
    main.banner = main.banner or whole.banner
    main.hosts = main.hosts or whole.hosts
    return _assembled(main, markup, page, words)


def _assembled(layout: Layout, markup: Markup | None, page: Page, words: Lexicon) -> Report:
    declared = markup.declared if markup else None
    words = words.with_outlets(name for name in (layout.banner, layout.publisher) if name)
    body = [line for line in layout.body if line]
    photos = list(layout.photos)
    if markup:
        photos, body = _with_captions(markup, photos, body, words)
    paragraph, opening = _opening(body, photos, words)
    aside = _aside(body[paragraph], opening, layout, words) if opening else None
    outlet = _outlet(layout, declared.outlet if declared else None, opening, words, aside)
    words = words.with_outlets([outlet] if outlet else [])
    url_domain = domain_of_url(declared.canonical_url if declared else None) or domain_of_url(page.url)
    if outlet and url_domain and words.agency(outlet) and _elsewhere(outlet, url_domain):
        outlet = None  # the agency is read at somebody else's address
    name = outlet or url_domain
    text = "\n".join(body)
    offset = sum(len(line) + 1 for line in body[:paragraph])
    dateline = None
    if opening and opening.place:
        start, end = offset + opening.place[0], offset + opening.place[1]
        dateline = Span(start, end, text[start:end])
    title = _without_outlet(layout.title, name, words)
    published = _published(layout, markup, page, opening, body, paragraph, offset, words)
    return Report(
        id=_identity(text, name),
        url=page.url,
        canonical_url=declared.canonical_url if declared else None,
        outlet=Outlet(name, url_domain or domain_in(name) or _domain_beside(layout, name)),
        title=title,
        language=language_of(text or title or ""),
        published=published,
        dateline=dateline,
        bylines=tuple(
            b
            for b in _bylines(layout, opening.makers if opening else (), markup, photos, words)
            if not (name and same_outlet(b.name, name))
        ),
        cites=_cites(layout, opening, name, words),
        photos=tuple(photos),
        text=text,
    )


def _opening(body: list[str], photos: list[Photo], words: Lexicon) -> tuple[int, Opening | None]:
    """Which paragraph comes first, and its head if it has one; a deck or caption may stand above it."""
    captions = {p.caption for p in photos if p.caption}
    whole = "\n".join(body)

    def mentioned(name: str) -> bool:
        before = lexicon.any_of(words.lists["datelines.before_place"])
        return re.search(rf"(?<!\w){before}\s+{re.escape(name)}(?!\w)", whole, re.IGNORECASE) is not None

    plain = [
        i
        for i, line in enumerate(body)
        if not any(c in line and len(line) < len(c) + _CREDIT for c in captions)
    ]
    for index in plain[:4]:
        found = read_opening(body[index], words, is_place, mentioned)
        if found is not None:
            return index, found
    return (plain[0] if plain else 0), None


def _aside(paragraph: str, opening: Opening, layout: Layout, words: Lexicon) -> str | None:
    """The name in brackets beside a dateline's place (`KHARTOUM (Noon) –`) that the page calls itself nowhere."""
    printed = opening.outlets[0] if opening.outlets and opening.place else None
    if printed is None or f"({printed})" not in paragraph[: opening.end] or is_outlet(printed, words):
        return None
    elsewhere = " ".join(line for line in (*layout.furniture, layout.banner or "", layout.title or ""))
    return printed if key(printed) not in key(elsewhere) else None


def _outlet(
    layout: Layout, declared: str | None, opening: Opening | None, words: Lexicon, aside: str | None
) -> str | None:
    """The publishing outlet, as the page calls it; `aside` is whose text the dateline says it is."""
    printed = opening.outlets[0] if opening and opening.outlets else None
    # Some pages declare the section as the site.
    if declared and word_count(declared) <= 6 and not words.has("furniture.lines", declared):
        known = printed and is_outlet(printed, words) and not words.agency(printed)
        return printed if printed and (known or same_outlet(printed, declared)) else declared
    house = layout.masthead is not None and printed is not None and abbreviates(printed, layout.masthead)
    agency = printed is not None and (words.agency(printed) or printed == aside) and not house
    if layout.masthead and (printed is None or agency or _same_house(printed, layout.masthead)):
        return layout.masthead
    shown = _shown(layout, words)
    if printed and layout.banner and not has_case(printed) and not is_outlet(printed, words):
        return layout.banner
    if printed is None or agency or words.agency(printed):
        # An agency's name in the head of a page that belongs to somebody else is its source.
        other = shown or _addressed(layout.body, words) or layout.banner or _told(layout, words)
        if printed is None or (
            other and not of_one_house(printed, other) and not abbreviates(printed, other)
        ):
            return other
        if other and words.agency(printed) and abbreviates(printed, other):
            return printed  # `Syrian Arab News Agency` prints itself as SANA
    return shown if shown and abbreviates(printed, shown) else printed


def _same_house(printed: str, masthead: str) -> bool:
    """Whether what is printed in a story's head is the masthead's name, cut short; an agency keeps its initials."""
    initials = abbreviates(printed, masthead)
    return of_one_house(printed, masthead) or (initials and not printed.isupper())


def _elsewhere(agency: str, domain: str) -> bool:
    """Whether a domain is not the agency's own; a short one (`aa.com.tr`) may be of its first letters."""
    return len(domain.split(".")[0]) >= _SPOKEN and not of_one_house(agency, domain)


def _shown(layout: Layout, words: Lexicon) -> str | None:
    """The outlet as bylines and furniture show it, the surest sign first."""
    if layout.hosts:
        return layout.hosts[0]
    owner = owner_in(layout.furniture, layout.title, words)
    if owner or layout.publisher:
        return owner or layout.publisher
    named = named_in(layout.furniture, words)
    own = [o for o in layout.credited if looks_like_domain(o)]
    return named or (own[-1] if own else None)


def _addressed(body: Iterable[str], words: Lexicon) -> str | None:
    """The outlet that somebody in the story is said to have spoken to (`kepada Warta.com`)."""
    pattern = re.compile(
        rf"(?<!\w){lexicon.any_of(words.lists['outlets.spoke_to'])}\s+(?P<name>[\w-]+(?:\.[\w-]+)+)",
        re.IGNORECASE,
    )
    for line in body:
        match = pattern.search(line)
        if match and looks_like_domain(match["name"]):
            return match["name"]
    return None


def _told(layout: Layout, words: Lexicon) -> str | None:
    """The outlet that somebody in the story spoke to and the page's furniture names (`confirmed to The Daily`)."""
    pattern = re.compile(
        rf"(?<!\w)(?i:{lexicon.any_of(words.lists['outlets.spoke_to'])})\s+(?P<name>(?:[A-Z][\w'’-]*\s){{1,4}})"
    )
    furniture = key(" ".join(layout.furniture))
    names = (m["name"].strip() for line in layout.body for m in pattern.finditer(line))
    return next((n for n in names if has_outlet_word(n, words) and key(n) in furniture), None)


def _domain_beside(layout: Layout, name: str | None) -> str | None:
    """A domain in the page's furniture that carries the outlet's name."""
    for line in layout.furniture if name else ():
        for token in re.findall(r"[\w.-]+\.[a-z]{2,}", line, re.IGNORECASE):
            if looks_like_domain(token) and same_outlet(token, name or ""):
                return domain_in(token)
    return None


def _published(
    layout: Layout,
    markup: Markup | None,
    page: Page,
    opening: Opening | None,
    body: list[str],
    paragraph: int,
    offset: int,
    words: Lexicon,
) -> Time | None:
    """When it was published: as declared or printed, else by the dateline or the first paragraph."""
    printed = time_of(layout.dates[0][1], layout.dates[0][0]) if layout.dates else None
    declared = markup.declared.published if markup else None
    if declared and not (markup and markup.declared.in_utc and printed):
        return declared
    if printed:
        return printed
    banner = _banner_date(layout, body, words)
    if banner:
        return banner
    first = body[paragraph] if body else ""
    found = opening.date if opening else None
    if found is None:
        day = (
            date_in_url(markup.declared.canonical_url if markup else None)
            or date_in_url(page.url)
            or _address_date(layout)
        )
        if day is not None:
            return Time(day.isoformat(), day.isoformat(), "day")
        found = max(dates_in(first, words), key=lambda date: date.day, default=None)
    if found is None:
        return None
    time = time_of(found, first)
    return replace(
        time, evidence=Span(offset + found.start, offset + found.end, first[found.start : found.end])
    )


def _address_date(layout: Layout) -> date | None:
    """The day in the page's own address, where the page prints it: above the story, and no other's."""
    addresses = [line for line in layout.furniture if re.fullmatch(r"https?://\S+", line)]
    days = {day for line in addresses if (day := date_in_url(line))}
    return days.pop() if len(days) == 1 and len({domain_of_url(line) for line in addresses}) == 1 else None


def _banner_date(layout: Layout, body: list[str], words: Lexicon) -> Time | None:
    """The date in a page's banner, unless the story's own dates show it to be that of a later visit."""
    for line, found in layout.banner_dates:
        told = [
            other.day for paragraph in body for other in dates_in(paragraph, words) if other.day <= found.day
        ]
        if not told or (found.day - max(told)).days <= _STALE:
            return time_of(found, line)
    return None


def _bylines(
    layout: Layout, opening: tuple[Byline, ...], markup: Markup | None, photos: list[Photo], words: Lexicon
) -> tuple[Byline, ...]:
    bylines = list(dict.fromkeys(layout.bylines))
    wrote = [key(b.name) for b in bylines if b.role == "author"]
    bylines = [
        b
        for b in bylines
        if b.role != "reporter" or not any(n == key(b.name) or n.endswith(f" {key(b.name)}") for n in wrote)
    ]
    named = {key(byline.name) for byline in bylines}
    bylines += [b for b in dict.fromkeys((*layout.loose_bylines, *opening)) if key(b.name) not in named]
    for photo in photos:
        name = photographer(photo.credit, words)
        if name and Byline(name, "photographer") not in bylines:
            bylines.append(Byline(name, "photographer"))
    if markup:
        known = {key(b.name) for b in bylines}
        outlet = markup.declared.outlet or ""
        for names, role in ((markup.declared.authors, "author"), (markup.declared.editors, "editor")):
            for raw in names:
                name = clean_name(raw, words)
                # A page's software often declares its account or the site itself as the author.
                if (
                    name
                    and word_count(name) >= 2
                    and key(name) not in known
                    and not same_outlet(name, outlet)
                ):
                    if role == "author" and any(b.role in ("author", "reporter") for b in bylines):
                        continue
                    bylines.append(Byline(name, "author" if role == "author" else "editor"))
                    known.add(key(name))
    return tuple(bylines)


def _cites(layout: Layout, opening: Opening | None, outlet: str | None, words: Lexicon) -> tuple[str, ...]:
    alone = {line for line in layout.furniture if words.agency(line)}  # `Xinhua` as byline
    signed = alone if len(alone) == 1 else ()
    heads = opening.outlets if opening else ()
    if outlet and not has_case(outlet):  # `وطنية - طرابلس -` is how the outlet calls itself
        heads = tuple(name for name in heads if is_outlet(name, words) and not _article_aside(name, outlet))
    named = [*heads, *layout.cites, *layout.credited, *signed]
    found: list[str] = []
    for name in named:
        own = outlet and (same_outlet(name, outlet) or abbreviates(name, outlet) or abbreviates(outlet, name))
        own = own or (outlet and not has_case(outlet) and of_one_house(name, outlet))
        own = own or (outlet and words.agency(name) and set(key(outlet).split()) <= set(key(name).split()))
        known = any(same_outlet(name, f) or abbreviates(name, f) or abbreviates(f, name) for f in found)
        if not own and not known:
            found.append(name)
    return tuple(found)


def _article_aside(name: str, outlet: str) -> bool:
    """Whether a name is made of words of the outlet's, the Arabic article aside (`وطنية` of `الوكالة الوطنية`)."""
    own = {word.removeprefix("ال") for word in outlet.split()}
    return all(word.removeprefix("ال") in own for word in name.split())


def _with_captions(
    markup: Markup, photos: list[Photo], body: list[str], words: Lexicon
) -> tuple[list[Photo], list[str]]:
    """Adds the captions that the page marks up, with address and credit; to the text where missing."""
    found: list[Photo] = []
    lines = set(body)
    for photo in markup.photos:
        caption = photo.caption or ""
        parsed = read_caption(caption, words, before_body=True)
        if parsed is not None and parsed.caption is None:
            found.append(Photo(photo.url, None, parsed.credit))
            continue
        if caption not in lines and not any(caption in line for line in body):
            body = [*body, caption]
        found.append(
            Photo(photo.url, parsed.caption if parsed else caption, parsed.credit if parsed else None)
        )
    taken = {p.caption for p in found}
    rest = [p for p in photos if p.caption not in taken and p.caption not in markup.captions]
    if not found and not rest and markup.declared.image:
        rest = [Photo(markup.declared.image)]
    return found + rest, body


def _without_outlet(title: str | None, outlet: str | None, words: Lexicon) -> str | None:
    """The headline without the name of the site before or behind a dash or bar."""
    behind, before = _SITE_BEHIND.match(title or ""), _SITE_BEFORE.match(title or "")
    site = behind["site"] if behind else ""
    if behind and (same_outlet(site, outlet) if outlet and has_case(site) else is_outlet(site, words)):
        return behind["rest"]
    # Before a colon also stands whoever says what the headline tells.
    if before and outlet and same_outlet(before["site"], outlet):
        return before["rest"]
    return title


def _identity(text: str, outlet: str | None) -> str:
    """Digest of the words and the outlet: white space and Unicode forms make no new report."""
    normal = " ".join(unicodedata.normalize("NFC", text).split())
    owner = unicodedata.normalize("NFC", outlet or "").casefold()
    return "sha256:" + hashlib.sha256(f"{normal}\n{owner}".encode()).hexdigest()
