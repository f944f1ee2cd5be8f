"""What each line of a page is: title, byline, date, caption, source, paragraph of the report, or furniture.

The same rules serve a text as a crawler saved it and the lines taken from HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from riwayat.page.body import read_body
from riwayat.page.head import read_head
from riwayat.page.headline import (
    choose_title,
    first_paragraph,
    may_be_title,
    read_banner,
    read_masthead,
)
from riwayat.page.lexicon import Lexicon
from riwayat.page.opening import whole_openings
from riwayat.page.parts import Layout
from riwayat.page.publisher import read_publisher
from riwayat.page.sources import source_lines_apart
from riwayat.page.ticker import entries

__all__ = ["lay_out"]

_LABEL: Final = re.compile(r"^(?:judul|title)\s*:\s*", re.IGNORECASE)


def lay_out(
    lines: Sequence[str],
    words: Lexicon,
    *,
    title: str | None = None,
    captions: frozenset[str] = frozenset(),
    site: str | None = None,
) -> Layout:
    """Takes a page apart.

    `title`, `captions` and the name of the `site` are what the page itself declares, where it does.
    """
    printed = source_lines_apart(lines, words)
    lines = whole_openings(printed, words)
    start, chosen = _begin(lines, words, title)
    shown = title if chosen is None else _LABEL.sub("", lines[chosen])
    at = lines.index(shown) if shown in lines else -1
    banner = read_banner(lines, at, words)
    publisher = read_publisher(lines, words, title=shown, title_at=at, banner=banner, site=site)
    masthead = read_masthead(lines, start, words) if title is None else None
    own = words.with_outlets(name for name in (banner, publisher, masthead) if name)
    if own is not words:
        # What is credited to the publisher is a caption, and the story begins below it.
        lines = whole_openings(printed, own)
        start, chosen = _begin(lines, own, title)
        shown = title if chosen is None else _LABEL.sub("", lines[chosen])
        at = lines.index(shown) if shown in lines else -1
    found = Layout(title=shown, banner=banner, publisher=publisher, masthead=masthead)
    read_head([(i, lines[i]) for i in range(start) if i != chosen], at, own, found)
    read_body(lines[start:], own, found, captions)
    return found


def _begin(lines: Sequence[str], words: Lexicon, title: str | None) -> tuple[int, int | None]:
    """Where the first paragraph stands, and the headline above it where the page declares none."""
    ticker = entries(lines)
    start = min((first_paragraph(lines, words, title), *ticker))
    if title is not None:
        return start, None
    chosen = choose_title(lines, start, words, read_masthead(lines, start, words))
    if start in ticker:
        return start, chosen
    if start < len(lines) and may_be_title(lines, start, words, over=chosen):
        return start + 1, start
    return start, chosen
