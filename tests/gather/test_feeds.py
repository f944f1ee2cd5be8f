from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from riwayat.gather.feeds import feed_from
from riwayat.model import Page

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar Lembah</title>
<item><title>Satu</title><link>https://berita.example/satu</link>
<pubDate>Sun, 13 Jun 2021 06:42:00 +0700</pubDate></item>
<item><title>Dua</title><link>/dua</link></item>
<item><title>Dua lagi</title><link>https://berita.example/dua</link></item>
<item><title>Surat</title><link>mailto:redaksi@berita.example</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar Lembah</title>
<entry><title>Satu</title><link href="https://berita.example/satu"/><updated>2021-06-12T23:42:00Z</updated></entry>
<entry><title>Dua</title><link href="dua"/></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Kabar Lembah",
        "items": [
            {"id": "1", "url": "https://berita.example/satu", "date_published": "2021-06-13T06:42:00+07:00"},
            {"id": "2", "external_url": "https://berita.example/dua"},
        ],
    }
)


def _page(text: str, kind: str | None = None) -> Page:
    return Page(text.encode(), url="https://berita.example/umpan", media_type=kind)


@pytest.mark.parametrize("text", [RSS, ATOM, JSON], ids=["rss", "atom", "json"])
def test_a_feed_names_each_page_once_by_its_full_address(text: str) -> None:
    feed = feed_from(_page(text))
    assert feed is not None
    assert feed.title == "Kabar Lembah"
    assert [e.url for e in feed.entries] == ["https://berita.example/satu", "https://berita.example/dua"]
    assert feed.entries[0].updated == datetime(2021, 6, 12, 23, 42, tzinfo=UTC)
    assert feed.entries[1].updated is None


@pytest.mark.parametrize("text", [RSS[:-40], RSS.replace("<title>Satu</title>", "<title>Satu & dua</title>")])
def test_a_faulty_feed_gives_what_can_be_made_out(text: str) -> None:
    feed = feed_from(_page(text, "text/xml"))
    assert feed is not None
    assert "https://berita.example/satu" in [entry.url for entry in feed.entries]


@pytest.mark.parametrize(
    "text",
    [
        "<html><p>rss",
        "Tiga orang tewas.",
        '{"items": []}',
        "",
        '{"version": "https://jsonfeed.org/version/1", "x',
    ],
)
def test_other_pages_are_no_feeds(text: str) -> None:
    assert feed_from(_page(text)) is None
