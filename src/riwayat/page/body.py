"""The lines from the first paragraph on: paragraphs, captions, sources and makers of the report, or furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from riwayat.model import Byline, Photo
from riwayat.page.captions import read_caption
from riwayat.page.dates import publication_line
from riwayat.page.furniture import FURNITURE, is_heading, is_last_heading, weight
from riwayat.page.lexicon import Lexicon
from riwayat.page.lines import content_words, has_quotation, is_prose, key, word_count
from riwayat.page.makers import read_byline, role_alone
from riwayat.page.opening import has_outlet_head
from riwayat.page.parts import Layout
from riwayat.page.people import clean_name
from riwayat.page.places import is_place
from riwayat.page.signoffs import read_closing_line, split_tail
from riwayat.page.sources import read_source_line
from riwayat.page.ticker import entries
from riwayat.page.uncased import read_credits

__all__ = ["read_body"]

_HEAD: Final = 2
"""Paragraphs before which a line that names place and makers still belongs to the head."""
_ITEM: Final = re.compile(r"^(?:\d{1,2}[.)]|[a-z][.)]|[-–•*·])\s+\S")


def read_body(lines: Sequence[str], words: Lexicon, found: Layout, captions: frozenset[str]) -> None:
    """Takes the lines from the first paragraph on into `found`; `captions` are known to be such."""
    _Body(lines, words, found, captions).read()


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
        self.entries = entries(lines)
        """Indexes of the entries of a ticker."""

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
            if index in self.entries and weight(line, self.words, trailing=False) < FURNITURE:
                self._settle(False)
                self._keep(line)
                continue
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
        beside = read_credits(line, words, is_place, whole=True) if self.kept < _HEAD else None
        if beside is not None and (beside.place or beside.makers):
            found.loose_bylines.extend(beside.makers)
            if beside.date is not None:
                found.dates.append((line, beside.date))
            (found.body if beside.place else found.furniture).append(line)
            self.seen.add(key(line))
            return
        photo = read_caption(line, words, before_body=False)
        if photo is not None and photo.caption is None and not self.in_block:
            found.add_photo(photo, line)
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
            alone = not found.dates and not re.search(r"[^\W\d_]{2,}", line[: date.start] + line[date.end :])
            if self.kept < 2 or ((labelled or alone) and not self.in_block):
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
        self.found.add_photo(photo, line)
        self.seen.add(key(line))
