"""What the pages say, over HTTP."""

from __future__ import annotations

import gzip
import re

import httpx
import pytest
from tests.site.conftest import Site

LANGUAGES = ("en", "id", "ar")
ACTOR = "/actor/لواء السروة"


def test_the_front_leads_to_the_chronicle_in_the_readers_language(site: Site) -> None:
    answer = httpx.get(
        site.address + "/", headers={"Accept-Language": "ar-SY,ar;q=0.9"}, follow_redirects=True
    )
    assert answer.url.path == "/ar/"
    assert '<html lang="ar" dir="rtl">' in answer.text


def test_an_entry_tells_origins_reports_and_dispute_at_a_glance(site: Site) -> None:
    page = re.sub(r"<[^>]+>|\s+", " ", site.get("/en/", type="ASSAULT").text)
    page = re.sub(r"\s+", " ", page)
    assert "5 independent origins 7 reports disputed Attack" in page
    assert "night of 4 March 2022" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_in_every_language(site: Site, language: str) -> None:
    happening, report = site.happening(), site.report("KABAR LEMBAH")
    for path in (
        "",
        happening,
        report,
        "actor/لواء السروة",
        "outlet/1",
        "narrator/Levant Ledger",
        "place/Kafr Sarwa",
        "sign-in",
    ):
        answer = site.get(f"/{language}/{path}")
        assert answer.status_code == 200, path
        assert f'<html lang="{language}"' in answer.text
        assert "msgid" not in answer.text


def test_arabic_pages_count_in_arabic(site: Site) -> None:
    page = site.get("/ar/" + site.happening()).text
    assert "<b>٥</b> مصادر أصلية مستقلة" in page
    assert "ليلة ٤ مارس ٢٠٢٢" in page


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        ({"type": "ASSAULT"}, True),
        ({"type": "RETREAT"}, False),
        ({"place": "Kafr Sarwa"}, True),
        ({"place": "Jakarta"}, False),
        ({"actor": "Liwa al-Sarwah"}, True),
        ({"outlet": "KABAR LEMBAH", "origins": "2"}, True),
        ({"outlet": "HARBOUR POST", "origins": "2"}, False),
        ({"disputed": "yes"}, True),
        ({"disputed": "no"}, False),
        ({"since": "2022-03-04", "until": "2022-03-04"}, True),
        ({"until": "2022-03-03"}, False),
        ({"words": "pos pemeriksaan"}, True),
        ({"words": "لواء السروة"}, True),
        ({"words": "widow"}, True),
        ({"words": "cassowary"}, False),
        ({"as_of": "2022-03-05"}, True),
        ({"as_of": "2022-03-04"}, False),
    ],
)
def test_filters_in_the_address_leave_what_fits(site: Site, filters: dict[str, str], fits: bool) -> None:
    identifier = site.happening().removeprefix("happening/")
    assert (f'id="{identifier}"' in site.get("/en/", **filters).text) == fits


def test_what_an_address_says_wrongly_counts_as_not_said(site: Site) -> None:
    answer = site.get("/en/", since="yesterday", type="PARTY", origins="-3", page="x", disputed="maybe")
    assert answer.status_code == 200
    assert site.happening().removeprefix("happening/") in answer.text


def test_a_happening_is_shown_as_it_could_be_known_on_a_day(site: Site) -> None:
    path = "/en/" + site.happening()
    then = site.get(path, as_of="2022-03-05").text
    assert "Levant Ledger" in then
    assert "Orontes Observer" not in then
    before = site.get(path, as_of="2022-03-01")
    assert before.status_code == 404
    assert "nothing was known of this" in before.text


def test_private_people_are_named_nowhere_on_public_pages(site: Site) -> None:
    for path in (
        "/en/",
        "/en/" + site.happening(),
        "/ar/" + site.happening(),
        "/en/" + site.report("Orontes Observer"),
    ):
        assert "Salma" not in site.get(path).text, path
    assert site.get("/en/actor/Salma Darwish").status_code == 404
    assert "[private person]" in site.get("/en/" + site.happening()).text


def test_the_map_shows_what_could_be_known_on_the_day(site: Site) -> None:
    def on(day: str) -> tuple[int, int]:
        (clash,) = site.get("/en/points.json", type="ASSAULT", as_of=day).json()["points"]
        return clash["origins"], clash["reports"]

    assert on("2022-03-05") == (2, 3)
    assert on("2022-03-07") == (5, 7)
    assert site.get("/en/points.json", as_of="2022-03-01").json() == {"points": []}


@pytest.mark.parametrize(
    "path",
    [
        "/en/?{}=Salma Darwish",
        "/api/happenings?{}=Salma Darwish",
        "/en/points.json?{}=Salma",
        "/en/feed.json?{}=Salma",
    ],
)
@pytest.mark.parametrize("asked", ["actor", "words"])
def test_that_somebody_private_is_named_cannot_be_asked(site: Site, path: str, asked: str) -> None:
    asked = "search" if "api" in path and asked == "words" else asked
    answer = site.get(path.format(asked))
    assert answer.status_code == 200
    assert not re.search(r"h[0-9a-f]{12}", answer.text)
    assert site.get("/api/search", words="Salma").json()["items"] == []
    assert site.get("/api/reports", search="widow Salma").json()["items"] == []
    assert site.get("/api/reports", search="widow").json()["items"] != []


def test_the_public_page_of_a_report_quotes_and_does_not_republish(site: Site) -> None:
    page = site.get("/en/" + site.report("KABAR LEMBAH")).text
    assert "Tiga orang tewas dalam" in re.sub(r"<[^>]+>", "", page)
    assert "Jalan itu menghubungkan" not in re.sub(r"<[^>]+>", "", page)


def test_the_outlet_page_counts_who_copies_it(site: Site) -> None:
    page = site.get("/en/narrator/صدى الوادي").text
    copied = page[page.index("Who copies it") :]
    assert "KABAR LEMBAH" in copied
    assert "Levant Ledger" in copied


def test_a_narrator_leads_to_what_it_takes_part_in(site: Site) -> None:
    page = site.get("/en/narrator/Mahmoud al-Ansari").text
    assert '<a href="/en/actor/Mahmoud%20al-Ansari">What it takes part in</a>' in page
    assert "What it takes part in" not in site.get("/en/narrator/Nabil al-Khatib").text


def test_an_actor_has_its_spellings_in_every_script(site: Site) -> None:
    page = site.get("/en" + ACTOR).text
    assert {"Liwa al-Sarwah", "Sarwah Brigade", "لواء السروة"} <= set(re.findall(r"<bdi>([^<]+)</bdi>", page))
    assert 'class="n against"' in page


def test_what_is_not_there_says_so(site: Site) -> None:
    for path in (
        "nothing",
        "happening/h000000000000",
        "report/000000000000",
        "outlet/99999",
        "place/Atlantis",
        "actor/Nobody",
    ):
        answer = site.get("/en/" + path)
        assert answer.status_code == 404, path
        assert "To the chronicle" in answer.text


def test_pages_allow_no_inline_scripts_and_name_no_other_host(site: Site) -> None:
    for path in ("/en/", "/en/" + site.happening(), "/en/place/Kafr Sarwa"):
        answer = site.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "script-src 'self';" in policy
        assert "default-src 'none'" in policy
        assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|\son\w+=", answer.text) == []
        loaded = re.findall(r'(?:src|<link[^>]*href)="([^"]+)"', answer.text)
        assert [one for one in loaded if not one.startswith("/")] == []


def test_the_first_page_with_all_it_loads_is_small(site: Site) -> None:
    packed = {"Accept-Encoding": "gzip"}
    page = httpx.get(site.address + "/en/", headers=packed)
    assert page.headers["Content-Encoding"] == "gzip"
    loaded = set(re.findall(r'(?:<script src|<link rel="(?:stylesheet|icon)" href)="([^"]+)"', page.text))
    size = len(gzip.compress(page.content))
    for one in loaded:
        with httpx.stream("GET", site.address + one, headers=packed) as answer:
            size += sum(map(len, answer.iter_raw()))
            assert "immutable" in answer.headers["Cache-Control"]
    assert len(loaded) >= 6
    assert size < 200_000


def test_outlines_of_countries_are_served_from_here(site: Site) -> None:
    found = site.get("/outlines.json").json()
    names = {one["properties"]["code"]: one["properties"]["ar"] for one in found["features"]}
    assert names["SY"] == "سوريا"
