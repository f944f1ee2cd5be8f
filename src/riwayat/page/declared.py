"""What an HTML page declares about itself: JSON-LD, OpenGraph, meta elements, times, links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from riwayat.model import Time
from riwayat.page.lines import clean

__all__ = ["Declared", "read_declared"]

_ARTICLES: Final = re.compile(r"article|posting|report$", re.IGNORECASE)
_PUBLISHED: Final = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "content_publisheddate",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "published_date",
    "date.issued",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "originalpublicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "date",
)
_STAMP: Final = re.compile(
    r"(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T\s]+(?P<h>\d{1,2}):(?P<min>\d\d)(?::\d\d(?:\.\d+)?)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)


@dataclass(frozen=True, slots=True)
class Declared:
    """Metadata of a page; null or empty where it declares none."""

    headline: str | None = None
    outlet: str | None = None
    canonical_url: str | None = None
    published: Time | None = None
    in_utc: bool = False
    """The time of publication is given in UTC, so its day may differ from the one printed."""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    image: str | None = None


def read_declared(tree: HtmlElement, url: str | None) -> Declared:
    """The metadata of a page, the more specific kind first: JSON-LD, then meta elements, then `<time>`."""
    article = next(_articles(tree), {})
    meta = _metas(tree)
    publisher = article.get("publisher")
    stamps = [article.get("datePublished"), *(meta.get(name) for name in _PUBLISHED), *_times(tree)]
    published, in_utc = next(((t, u) for s in stamps if s for t, u in [_time(str(s))] if t), (None, False))
    return Declared(
        headline=_text(article.get("headline"))
        or _text(meta.get("og:title"))
        or _text(meta.get("twitter:title")),
        outlet=_text(meta.get("og:site_name"))
        or next(iter(_names(publisher)), None)
        or _text(meta.get("application-name")),
        canonical_url=_canonical(tree, meta, url),
        published=published,
        in_utc=in_utc,
        authors=tuple(_names(article.get("author")))
        or tuple(_names(meta.get("author") or meta.get("content_author"))),
        editors=tuple(_names(article.get("editor")))
        or tuple(_names(meta.get("editor") or meta.get("content_editor"))),
        image=_address(_image(article.get("image")) or meta.get("og:image"), url),
    )


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            value = json.loads(script.text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk(value, 0)


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(k, str) and _ARTICLES.search(k) for k in kinds):
            yield value
        yield from _walk(value.get("@graph"), depth + 1)


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Contents of the meta elements by name, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content)
    return found


def _times(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("time"):
        stamp = element.get("datetime")
        if stamp and "updated" not in (element.get("class") or "").split():
            yield stamp


def _time(stamp: str) -> tuple[Time | None, bool]:
    match = _STAMP.search(stamp)
    if not match:
        return None, False
    try:
        day = date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return None, False
    words = clean(stamp)
    if match["h"] is None or int(match["h"]) > 23 or int(match["min"]) > 59:
        return Time(day, day, "day", words), False
    minute = f"{day}T{int(match['h']):02d}:{match['min']}"
    zone = (match["zone"] or "").replace(":", "")
    return Time(minute, minute, "hour", words), zone in ("Z", "+0000", "-0000")


def _names(value: Any) -> Iterator[str]:
    """Names in a JSON-LD person or organisation, a list of them, or a plain text."""
    if isinstance(value, list):
        for item in value:
            yield from _names(item)
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, str) and "://" not in value and (name := _text(value)):
        yield name


def _image(value: Any) -> str | None:
    if isinstance(value, list):
        return _image(value[0]) if value else None
    if isinstance(value, dict):
        return _image(value.get("url"))
    return value if isinstance(value, str) else None


def _canonical(tree: HtmlElement, meta: dict[str, str], url: str | None) -> str | None:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            found = _address(element.get("href"), url)
            if found:
                return found
    return _address(meta.get("og:url"), url)


def _address(value: str | None, base: str | None) -> str | None:
    """The absolute http(s) address, or nothing where it is none."""
    if not value or not value.strip():
        return None
    try:
        full = urljoin(base or "", value.strip())
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in ("http", "https") and parts.hostname else None


def _text(value: Any) -> str | None:
    return clean(value) or None if isinstance(value, str) else None
