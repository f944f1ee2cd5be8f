"""Feeds: RSS, Atom and JSON Feed, for the pages they name."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urljoin

from riwayat.model import Page

__all__ = ["Entry", "Feed", "feed_from"]

_SNIFFED: Final = 2048
"""Bytes in which a feed's outermost element begins."""
_ELEMENTS: Final = (b"<rss", b"<feed", b"<rdf:rdf")
_JSON_FEED: Final = b"jsonfeed.org/version"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a feed names."""

    url: str
    """Where it is."""
    updated: datetime | None
    """When it last changed, by the feed's word (UTC)."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says at the moment."""

    title: str | None
    """Its name."""
    entries: tuple[Entry, ...]
    """In the feed's order, each address once; only http and https."""


def feed_from(page: Page) -> Feed | None:
    """The feed that a page is; None where it is something else.  Faulty ones give what can be made out."""
    head = page.data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{"):
        return _json_feed(page) if _JSON_FEED in page.data else None
    if head.startswith(b"<") and any(element in head for element in _ELEMENTS):
        return _xml_feed(page)
    return None


def _json_feed(page: Page) -> Feed | None:
    try:
        told = json.loads(page.data)
    except ValueError:
        return None
    if not isinstance(told, dict) or not isinstance(told.get("items"), list):
        return None
    title = told.get("title")
    items = [item for item in told["items"] if isinstance(item, dict)]
    found = (
        (
            item.get("url") or item.get("external_url"),
            _iso(item.get("date_modified") or item.get("date_published")),
        )
        for item in items
    )
    return Feed(title if isinstance(title, str) else None, tuple(_entries(page, found)))


def _xml_feed(page: Page) -> Feed:
    import feedparser

    headers = {"content-location": page.url or ""}
    if page.media_type:
        kind = page.media_type
        headers["content-type"] = f"{kind}; charset={page.charset}" if page.charset else kind
    told: Mapping[str, Any] = feedparser.parse(
        io.BytesIO(page.data), response_headers=headers, sanitize_html=False
    )
    found = (
        (e.get("link"), _utc(dict.get(e, "updated_parsed") or dict.get(e, "published_parsed")))
        for e in told["entries"]
    )
    return Feed(told["feed"].get("title") or None, tuple(_entries(page, found)))


def _entries(page: Page, found: Iterator[tuple[Any, datetime | None]]) -> Iterator[Entry]:
    seen = set()
    for link, updated in found:
        if not isinstance(link, str):
            continue
        url = urljoin(page.url or "", link.strip())
        if url.startswith(("http://", "https://")) and url not in seen:
            seen.add(url)
            yield Entry(url, updated)


def _utc(parsed: Any) -> datetime | None:
    try:
        if not parsed:
            return None
        year, month, day, hour, minute, second = parsed[:6]
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except (TypeError, ValueError):
        return None


def _iso(text: Any) -> datetime | None:
    try:
        told = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)
