"""What is followed as a feed, in Atom (RFC 4287) and as JSON Feed 1.1.

An entry is a happening.  Its id is a tag (RFC 4151) that stays while the happening grows; its time moves when its
origins or disputes change, not when one more report repeats them.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date, quote_etag
from django.utils.translation import get_language

from riwayat.following.letters import Told, told
from riwayat.following.models import Change
from riwayat.following.news import Item, items
from riwayat.following.subject import Subject

__all__ = ["Feed", "Written", "answer", "atom", "feed", "json_feed"]

_MOST: Final = 50
_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
_UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A happening in a feed."""

    told: Told
    item: Item
    title: str
    published: datetime
    updated: datetime

    @property
    def tag(self) -> str:
        """Its id."""
        return _tag(f"happening/{self.told.id}")

    def html(self) -> str:
        """What a reader shows of it."""
        return render_to_string("following/_entry.html", {"one": self.told})


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, those that changed last first."""

    subject: Subject
    title: str
    language: str
    entries: tuple[Entry, ...]
    updated: datetime
    """When the origins or disputes of one changed last."""
    modified: datetime
    """When anything of one did."""


@dataclass(frozen=True, slots=True)
class Written:
    """A feed as it is sent."""

    body: bytes
    media_type: str
    modified: datetime


def feed(subject: Subject) -> Feed:
    """The feed of what is followed, in the language that is active."""
    log = Change.objects.filter(happening=OuterRef("pk"))
    found = subject.rows().annotate(
        published=Subquery(log.order_by("id").values("at")[:1]),
        updated=Subquery(log.order_by("-id").values("core_since")[:1]),
        modified=Subquery(log.order_by("-id").values("at")[:1]),
    )
    rows = list(found.order_by("-updated", "pk")[:_MOST])
    entries = []
    for row, item in zip(rows, items(rows, {}), strict=True):
        one = told(item)
        entries.append(Entry(one, item, _title(one), row.published or _NEVER, row.updated or _NEVER))
    return Feed(
        subject=subject,
        title=_clean(f"Riwayat: {subject.title()}"),
        language=get_language() or "en",
        entries=tuple(entries),
        updated=max((one.updated for one in entries), default=_NEVER),
        modified=max((row.modified or _NEVER for row in rows), default=_NEVER),
    )


def atom(value: Feed) -> Written:
    """A feed in Atom."""
    made = _Atom(
        title=value.title,
        link=settings.RIWAYAT_ADDRESS + value.subject.path(),
        description="",
        language=value.language,
        author_name="Riwayat",
        feed_url=_address(value, "feed-atom"),
        feed_guid=_tag(f"feed/{value.language}?{value.subject}"),
        updated=value.updated,
    )
    for one in value.entries:
        made.add_item(
            title=one.title,
            link=one.told.address,
            description=_clean(one.html()),
            unique_id=one.tag,
            pubdate=one.published,
            updateddate=one.updated,
            categories=[one.item.entry.type],
        )
    return Written(made.writeString("utf-8").encode(), "application/atom+xml; charset=utf-8", value.modified)


def json_feed(value: Feed) -> Written:
    """A feed as JSON Feed 1.1; `_riwayat` says in figures what each entry rests on."""
    made: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": value.title,
        "home_page_url": settings.RIWAYAT_ADDRESS + value.subject.path(),
        "feed_url": _address(value, "feed-json"),
        "language": value.language,
        "authors": [{"name": "Riwayat"}],
        "items": [
            {
                "id": one.tag,
                "url": one.told.address,
                "title": one.title,
                "content_html": one.html(),
                "content_text": f"{one.told.counts}\n“{one.told.what}”",
                "date_published": one.published.isoformat(),
                "date_modified": one.updated.isoformat(),
                "tags": [one.item.entry.type],
                "_riwayat": {
                    "happening": one.told.id,
                    "independent_origins": one.item.entry.origins,
                    "reports": one.item.entry.reports,
                    "disputes": list(one.item.disputes),
                },
            }
            for one in value.entries
        ],
    }
    body = json.dumps(made, ensure_ascii=False, indent=1).encode()
    return Written(body, "application/feed+json; charset=utf-8", value.modified)


def answer(request: HttpRequest, written: Written) -> HttpResponseBase:
    """The feed, or word that whoever asks has it already."""
    etag = quote_etag(hashlib.sha256(written.body).hexdigest()[:32])
    modified = int(written.modified.timestamp())
    response = HttpResponse(written.body, content_type=written.media_type)
    response["ETag"] = etag
    response["Last-Modified"] = http_date(modified)
    response["Cache-Control"] = "public, max-age=60"
    return get_conditional_response(request, etag=etag, last_modified=modified, response=response) or response


class _Atom(Atom1Feed):
    """Atom whose time is that of what stands in it; the library takes the clock's for an empty feed."""

    def latest_post_date(self) -> datetime:
        moment: datetime = self.feed["updated"]
        return moment


def _title(one: Told) -> str:
    who = f"{one.who} → {one.whom}" if one.who and one.whom else one.who or one.whom
    parts = (f"{one.type}: {who}" if who else one.type, one.facts)
    return _clean(" · ".join(part for part in parts if part))


def _address(value: Feed, name: str) -> str:
    asked = str(value.subject)
    return settings.RIWAYAT_ADDRESS + reverse(name) + (f"?{asked}" if asked else "")


def _tag(specific: str) -> str:
    return f"tag:{urlsplit(settings.RIWAYAT_ADDRESS).hostname},2026:{quote(specific, safe='/?&=%+')}"


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)
