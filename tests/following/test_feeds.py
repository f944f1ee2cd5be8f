"""Atom and JSON feeds of whatever can be followed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from tests.following.subscribers import PRIVATE
from tests.store.told import CLASH, CLASH_TOO

from riwayat.store.models import Happening

pytestmark = pytest.mark.usefixtures("chronicle")
More = Callable[..., None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Moves the clock on by an hour each time."""
    start = timezone.now()
    hours = [0]
    monkeypatch.setattr(timezone, "now", lambda: start + timezone.timedelta(hours=hours[0]))

    def _later() -> None:
        hours[0] += 1

    return _later


def _get(path: str, **headers: str) -> Any:
    return Client(headers={"host": "chronicle.example"}).get(path, headers=headers)


def _atom(query: str = "", language: str = "en") -> Any:
    found = feedparser.parse(_get(f"/{language}/feed.atom{query}").content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def _entries(query: str = "") -> dict[str, Any]:
    return {one.id: one for one in _atom(query).entries}


def test_it_is_atom_with_what_readers_need() -> None:
    answer = _get("/en/feed.atom?type=ASSAULT")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    found = _atom("?type=ASSAULT")
    assert found.version == "atom10"
    assert found.feed.title == "Riwayat: Attack"
    assert found.feed.id == "tag:chronicle.example,2026:feed/en?type=ASSAULT"
    assert {(one.rel, one.href) for one in found.feed.links} == {
        ("alternate", "https://chronicle.example/en/?type=ASSAULT"),
        ("self", "https://chronicle.example/en/feed.atom?type=ASSAULT"),
    }
    (entry,) = found.entries
    clash = Happening.objects.get(type="ASSAULT").pk
    assert entry.id == f"tag:chronicle.example,2026:happening/{clash}"
    assert entry.link == f"https://chronicle.example/en/happening/{clash}"
    assert "Attack" in entry.title
    assert "1 independent origin" in entry.summary
    assert entry.published_parsed
    assert entry.updated_parsed


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("", {"ASSAULT", "CONSULT"}),
        ("?type=CONSULT", {"CONSULT"}),
        ("?place=Kafr+Laimun", {"ASSAULT"}),
        ("?actor=Katibah+Zaitun&until=2021-06-14", {"ASSAULT"}),
        ("?words=desa", {"CONSULT"}),
        ("?disputed=yes", set()),
    ],
)
def test_there_is_a_feed_of_every_filter(query: str, types: set[str]) -> None:
    assert {one.tags[0].term for one in _atom(query).entries} == types
    told = json.loads(_get(f"/en/feed.json{query}").content)
    assert {one["tags"][0] for one in told["items"]} == types


def test_there_is_a_feed_of_a_happening(more: More) -> None:
    talks = Happening.objects.get(type="CONSULT").pk
    assert list(_entries(f"?happening={talks}")) == [f"tag:chronicle.example,2026:happening/{talks}"]


def test_ids_stay_and_the_time_moves_when_origins_or_disputes_change(
    more: More, later: Callable[[], None]
) -> None:
    before = _entries()
    later()
    more(orontes=CLASH_TOO)
    after = _entries()
    assert before.keys() == after.keys()
    moved = {one for one in after if after[one].updated_parsed > before[one].updated_parsed}
    assert {after[one].tags[0].term for one in moved} == {"ASSAULT"}
    assert all(after[one].published == before[one].published for one in after)
    assert _atom().entries[0].id in moved


def test_a_report_that_only_repeats_moves_no_time(more: More, later: Callable[[], None]) -> None:
    before, etag = _entries(), _get("/en/feed.atom")["ETag"]
    later()
    more(utara=CLASH.replace("KABAR LEMBAH, Darkush", "SUARA UTARA, Idlib"))
    after = _entries()
    assert {one: after[one].updated for one in after} == {one: before[one].updated for one in before}
    assert any("2 reports" in one.summary for one in after.values())
    assert _get("/en/feed.atom")["ETag"] != etag


@pytest.mark.parametrize("form", ["atom", "json"])
def test_whoever_has_it_already_is_not_sent_it_again(
    form: str, more: More, later: Callable[[], None]
) -> None:
    path = f"/en/feed.{form}"
    first = _get(path)
    by_etag, by_time = {"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}
    assert [_get(path, **by_etag).status_code, _get(path, **by_time).status_code] == [304, 304]
    later()
    more(orontes=CLASH_TOO)
    assert [_get(path, **by_etag).status_code, _get(path, **by_time).status_code] == [200, 200]


def test_the_same_chronicle_gives_the_same_bytes() -> None:
    for path in ("/en/feed.atom", "/ar/feed.json?type=ASSAULT", "/en/feed.atom?disputed=yes"):
        assert _get(path).content == _get(path).content


def test_the_json_feed_holds_the_same_with_figures(more: More) -> None:
    more(orontes=CLASH_TOO)
    answer = _get("/en/feed.json?type=ASSAULT")
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    told = json.loads(answer.content)
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    (item,) = told["items"]
    (entry,) = _atom("?type=ASSAULT").entries
    assert (item["id"], item["url"], item["title"]) == (entry.id, entry.link, entry.title)
    assert datetime.fromisoformat(item["date_modified"]).timetuple()[:6] == entry.updated_parsed[:6]
    rests = {name: item["_riwayat"][name] for name in ("independent_origins", "reports", "disputes")}
    assert rests == {"independent_origins": 2, "reports": 2, "disputes": ["killed"]}


def test_a_feed_speaks_the_language_of_its_address() -> None:
    found = _atom("?type=ASSAULT", language="ar")
    assert found.feed.language == "ar"
    assert re.search("[\u0600-\u06ff]", found.entries[0].title)
    assert found.entries[0].id == _atom("?type=ASSAULT").entries[0].id
    assert 'lang="id" dir="ltr"' in found.entries[0].summary or 'dir="ltr"' in found.entries[0].summary


def test_private_people_are_masked(more: More) -> None:
    more(utara=PRIVATE)
    for path in ("/en/feed.atom", "/en/feed.json"):
        told = _get(path).content.decode()
        assert "CONSULT" in told
        assert "Nurhaliza" not in told


def test_no_cookie_is_set() -> None:
    assert not _get("/en/feed.atom").cookies
