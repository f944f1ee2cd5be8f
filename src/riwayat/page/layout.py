"""What each line of a page is: title, byline, date, caption, source, paragraph of the report, or furniture.

The same rules serve a text as a crawler saved it and the lines taken from HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from riwayat.model import Byline, Photo
from riwayat.page.captions import read_caption
from riwayat.page.dates import PrintedDate, publication_line
from riwayat.page.furniture import FURNITURE, is_heading, is_last_heading, weight
from riwayat.page.lexicon import Lexicon
from riwayat.page.lines import content_words, has_quotation, is_prose, key, word_count
from riwayat.page.makers import (
    Makers,
    clean_name,
    name_beside_date,
    read_byline,
    read_closing_line,
    read_name_and_site,
    role_alone,
    split_tail,
)
from riwayat.page.opening import has_outlet_head
from riwayat.page.sources import read_source_line

__all__ = ["Layout", "lay_out"]

_ITEM: Final = re.compile(r"^(?:\d{1,2}[.)]|[a-z][.)]|[-–•*·])\s+\S")
_NEAR: Final = 2
"""Lines above the headline in which a date can be the report's own."""
_LABEL: Final = re.compile(r"^(?:judul|title)\s*:\s*", re.IGNORECASE)


@dataclass(slots=True)
class Layout:
    """A page taken apart."""

    title: str | None = None
    body: list[str] = field(default_factory=list)
    """Paragraphs, captions and source lines, in order."""
    photos: list[Photo] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    loose_bylines: list[Byline] = field(default_factory=list)
    """Makers named in a head line of the text; others name them again with their role."""
    cites: list[str] = field(default_factory=list)
    credited: list[str] = field(default_factory=list)
    """Outlets named where the makers of the report are."""
    banner: str | None = None
    """A name that stands at the very top of the page, above other lines than the headline."""
    hosts: list[str] = field(default_factory=list)
    """The outlet itself, where a byline names it (`Siti Contoh - Warta.com`)."""
    source_lines: list[str] = field(default_factory=list)
    """Those lines of the body that say where the report comes from."""
    dates: list[tuple[str, PrintedDate]] = field(default_factory=list)
    """Lines that state the date of publication, the surest first."""
    banner_dates: list[tuple[str, PrintedDate]] = field(default_factory=list)
    """Dates far above the headline: of the report, or of the visit."""
    furniture: list[str] = field(default_factory=list)
    """All other lines, in order."""

    def add(self, makers: Makers) -> None:
        """Takes in what a byline says."""
        (self.loose_bylines if makers.loose else self.bylines).extend(makers.bylines)
        self.credited.extend(makers.outlets)
        self.hosts.extend(makers.hosts)


def lay_out(
    lines: Sequence[str], words: Lexicon, *, title: str | None = None, captions: frozenset[str] = frozenset()
) -> Layout:
    """Takes a page apart.  `title` and `captions` are what the page itself declares, where it does."""
    found = Layout(title=title)
    start = _first_paragraph(lines, words, title)
    head = list(range(start))
    if title is None:
        chosen = _choose_title(lines, start, words)
        if start < len(lines) and _may_be_title(lines, start, words, over=chosen):
            chosen, start = start, start + 1
            head = list(range(start))
        if chosen is not None:
            found.title = _LABEL.sub("", lines[chosen])
            head.remove(chosen)
    at = lines.index(found.title) if found.title in lines else -1
    if at >= 2 and _is_banner(lines[0], lines[1:at], words):
        found.banner = lines[0]
    _read_head([(i, lines[i]) for i in head], at, words, found)
    _Body(lines[start:], words, found, captions).read()
    return found


def _plain(line: str, words: Lexicon) -> bool:
    """Neither furniture nor a byline, source, date or caption."""
    return (
        weight(line, words, trailing=False) < FURNITURE
        and read_byline(line, words, colonless=False) is None
        and read_source_line(line, words) is None
        and role_alone(line, words) is None
        and not is_heading(line, words)
    )


def _first_paragraph(lines: Sequence[str], words: Lexicon, title: str | None) -> int:
    """Index of the first line that is a paragraph of the report; the number of lines where none is."""
    same = key(title) if title else None
    for least in (8, 4):
        for index, line in enumerate(lines):
            if (
                (is_prose(line, least) or has_outlet_head(line, words))
                and key(line) != same
                and _plain(line, words)
                and read_caption(line, words, before_body=True) is None
                and publication_line(line, words, most=80) is None
            ):
                return index
    first_plain = next(
        (i for i, line in enumerate(lines) if word_count(line) >= 3 and _plain(line, words)), None
    )
    return len(lines) if first_plain is None else min(first_plain + (title is None), len(lines))


def _is_banner(line: str, others: Sequence[str], words: Lexicon) -> bool:
    """Whether the first line of a page can be the name of its site.

    A few capitalised words will do; a single word must be written as only a name is, or come again.
    """
    tokens = line.split()
    if not 1 <= len(tokens) <= 6 or any(character.isdigit() for character in line):
        return False
    if (
        weight(line, words, trailing=False) >= FURNITURE
        or is_heading(line, words)
        or read_byline(line, words)
    ):
        return False
    if len(tokens) == 1:
        again = any(re.search(rf"(?<!\w){re.escape(line)}(?!\w)", other) for other in others)
        return again or re.search(r"[a-z][A-Z]", line) is not None
    return all(not token[0].islower() or len(token) <= 3 for token in tokens)


def _may_be_title(lines: Sequence[str], start: int, words: Lexicon, *, over: int | None) -> bool:
    """Whether what looks like the first paragraph is the headline: short, and above the story."""
    line = lines[start]
    below = [other for other in lines[start + 1 : start + 8] if is_prose(other) and _plain(other, words)]
    if not below or word_count(line) > 22:
        return False
    if over is not None:
        # A question or exclamation above the story is rather its headline than a site's motto is.
        story = content_words(" ".join(below[:4]))
        own, other = content_words(line) & story, content_words(lines[over]) & story
        return line.endswith(("?", "!")) and len(own) > len(other)
    return not line.endswith(".") or (word_count(line) <= 16 and word_count(below[0]) >= 14)


def _choose_title(lines: Sequence[str], start: int, words: Lexicon) -> int | None:
    """The headline among the lines above the story: the one that shares most words with it."""
    story = content_words(" ".join(lines[start : start + 5]))
    best: tuple[float, int] | None = None
    for index in range(start):
        line = lines[index]
        if (
            word_count(line) < 2
            or word_count(line) > 35
            or not _plain(line, words)
            or publication_line(line, words, most=60) is not None
            or (index > 0 and read_byline(line, words) is not None)
            or read_caption(line, words, before_body=True) is not None
        ):
            continue
        own = content_words(line)
        score = 2.0 * len(own & story) + min(word_count(line), 10) / 5 - 0.05 * index
        score -= 1.5 * line.endswith(".")
        if best is None or score > best[0]:
            best = (score, index)
    return best[1] if best else None


def _read_head(head: Sequence[tuple[int, str]], title_at: int, words: Lexicon, found: Layout) -> None:
    """Bylines, dates and captions between the top of the page and the first paragraph."""
    dated: list[tuple[int, str, PrintedDate]] = []
    role = None
    previous_was_credit = False
    for index, line in head:
        if found.title and key(line) == key(found.title):
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
        photo = read_caption(line, words, before_body=True)
        if photo is not None:
            previous_was_credit = photo.caption is None
            _add_photo(found, photo, line)
            continue
        makers = read_byline(line, words) or read_name_and_site(line, found.banner, words)
        date = publication_line(line, words)
        if date is not None:
            dated.append((index, line, date))
        if makers is not None:
            found.add(makers)
            previous_was_credit = False
            continue
        if date is not None:
            found.furniture.append(line)
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
        plain = weight(line, words, trailing=False) < FURNITURE
        if previous_was_credit and word_count(line) >= 4 and plain:
            _add_photo(found, Photo(caption=line), line)
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


def _add_photo(found: Layout, photo: Photo, line: str) -> None:
    if photo in found.photos:
        return
    if photo.caption is None and found.photos and found.photos[-1].credit is None:
        found.photos[-1] = Photo(found.photos[-1].url, found.photos[-1].caption, photo.credit)
        return
    if photo.caption is not None and found.photos and found.photos[-1].caption is None:
        found.photos[-1] = Photo(found.photos[-1].url, photo.caption, photo.credit or found.photos[-1].credit)
    else:
        found.photos.append(photo)
    if photo.caption is not None and line not in found.body:
        found.body.append(line)


class _Body:
    """Reads the lines from the first paragraph on, keeping in mind what came before."""

    def __init__(self, lines: Sequence[str], words: Lexicon, found: Layout, captions: frozenset[str]) -> None:
        self.lines = lines
        self.words = words
        self.found = found
        self.captions = captions
        self.seen = {key(line) for line in found.body} | ({key(found.title)} if found.title else set())
        self.subject = set(content_words(found.title or ""))
        self.kept = 0
        """Paragraphs of the story so far."""
        self.waiting: list[str] = []
        """Short lines that are subheadings if a paragraph follows, links if none does."""
        self.in_block = False
        """Below a heading of links or a form."""
        self.in_links = False
        """That heading is one that also stands between the paragraphs of a story."""
        self.ended = False
        """Past the makers or the sources of the report."""
        self.last_story = self._last_story_line()

    def read(self) -> None:
        role = None
        for index, line in enumerate(self.lines):
            if role is not None:
                name = clean_name(line, self.words)
                if name:
                    self.found.bylines.append(Byline(name, role))
                    self.ended = self.kept > 2
                    role = None
                    continue
            role = role_alone(line, self.words)
            if role is not None:
                continue
            if self.kept >= 2 and is_last_heading(line, self.words):
                self.found.furniture.extend(self.waiting + list(self.lines[index:]))
                self.waiting = []
                break
            self._take(line, trailing=index > self.last_story)
        self._settle(False)

    def _last_story_line(self) -> int:
        """Index of the last line that is surely a paragraph of a story."""
        found = -1
        for index, line in enumerate(self.lines):
            if is_prose(line, 12) and weight(line, self.words, trailing=False) < 1.0:
                found = index
        return found

    def _take(self, line: str, *, trailing: bool) -> None:
        words, found = self.words, self.found
        if key(line) in self.seen:
            if not is_prose(line):
                found.furniture.append(line)
            return
        if self._is_listed(line) and weight(line, words, trailing=False) < FURNITURE:
            self._settle(True)
            self._keep(line)
            return
        source = read_source_line(line, words)
        if source is not None:
            self._settle(False)
            found.cites.extend(source)
            if weight(line, words, trailing=False) < FURNITURE:
                found.body.append(line)
                found.source_lines.append(line)
                self.seen.add(key(line))
            self.ended = self.ended or self.kept > 2
            return
        photo = read_caption(line, words, before_body=False)
        if photo is not None and photo.caption is None and not self.in_block:
            _add_photo(found, photo, line)
            return
        makers = read_byline(line, words) or (read_closing_line(line, words) if self.kept > 2 else None)
        if makers is not None and not (is_prose(line) and not makers.bylines):
            found.add(makers)
            date = publication_line(line, words)
            if date is not None:
                found.dates.append((line, date))
            self.ended = self.ended or self.kept > 2
            return
        if is_heading(line, words):
            self._settle(False)
            self.in_block = True
            self.in_links = words.has("furniture.inline", line)
            found.furniture.append(line)
            return
        if line in self.captions:
            self._keep_caption(line, Photo(caption=line))
            return
        if photo is not None and weight(line, words, trailing=False) < FURNITURE and not self.in_block:
            self._keep_caption(line, photo)
            return
        date = publication_line(line, words, most=90)
        if date is not None and not is_prose(line):
            labelled = words.holds("dates.published", line) > 0
            if self.kept < 2 or (labelled and not self.in_block):
                found.dates.append((line, date))
            found.furniture.append(line)
            return
        if weight(line, words, trailing=trailing) >= FURNITURE:
            found.furniture.append(line)
            return
        if not self._tells(line, trailing=trailing):
            self._short(line)
        elif self._belongs(line):
            self._settle(True)
            self._keep(line)
        else:
            found.furniture.append(line)

    def _tells(self, line: str, *, trailing: bool) -> bool:
        """Whether the line is a paragraph, however short, or leads up to a list."""
        if line.endswith(":"):
            return word_count(line) >= 6
        return is_prose(line, 3 if trailing else 1) or has_outlet_head(line, self.words)

    def _belongs(self, line: str) -> bool:
        """Whether a paragraph goes on with the report, and is no teaser of another."""
        if not (self.in_block or self.ended):
            return True
        count, shared = word_count(line), len(content_words(line) & self.subject)
        if self.ended:
            return count >= 25 and shared >= 5 and not self.in_block
        if self.in_links:
            return shared >= 1 and (count >= 8 or has_quotation(line))
        return shared >= 2 and count >= 10

    def _short(self, line: str) -> None:
        if self.in_block or self.ended:
            self.found.furniture.append(line)
        else:
            self.waiting.append(line)

    def _is_listed(self, line: str) -> bool:
        """An item of a list in the story: after a colon, or like the item before it."""
        if self.in_block or self.ended or not (self.waiting or self.found.body):
            return False
        last = self.waiting[-1] if self.waiting else self.found.body[-1]
        return bool(_ITEM.match(line)) and (last.endswith(":") or bool(_ITEM.match(last)))

    def _settle(self, goes_on: bool) -> None:
        """Decides on the short lines that wait: one or two before a paragraph are subheadings."""
        listed = bool(self.found.body) and self.found.body[-1].endswith(":")
        few = len(self.waiting) == 1 or (
            len(self.waiting) == 2 and all(word_count(w) < 6 for w in self.waiting)
        )
        if self.waiting and (listed or (goes_on and few)):
            self.found.body.extend(self.waiting)
            self.seen.update(map(key, self.waiting))
        else:
            self.found.furniture.extend(self.waiting)
        self.waiting = []

    def _keep(self, line: str) -> None:
        self.in_block = False
        self.ended = False
        text, makers = split_tail(line, self.words)
        self.seen.add(key(line))
        if text:
            self.found.body.append(text)
            self.kept += 1
            self.subject |= content_words(text)
        self.found.add(makers)
        if text and (makers.bylines or (text != line and self.kept > 2)):
            self.ended = True

    def _keep_caption(self, line: str, photo: Photo) -> None:
        self._settle(True)
        _add_photo(self.found, photo, line)
        self.seen.add(key(line))
