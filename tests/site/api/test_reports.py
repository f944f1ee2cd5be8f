"""Reports, copies and search over HTTP: short quotations for everybody, the text for curators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from tests.site.api.test_happenings import printed
from tests.site.conftest import PASSWORD, Site

LONGEST = 220


def _quotations(value: Any) -> list[dict[str, Any]]:
    """Everything in an answer that quotes a report."""
    if isinstance(value, list):
        return [one for item in value for one in _quotations(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if isinstance(value.get("start"), int) and isinstance(value.get("text"), str) else []
    return own + [one for item in value.values() for one in _quotations(item)]


def _texts(site: Site) -> dict[str, str]:
    """The texts of all reports by id."""
    files = {one["id"]: one["file"] for one in site.get("/api/reports").json()["items"]}
    with _signed_in(site) as client:
        return {key: client.get(f"/api/reports/{key}/reading").json()["report"]["text"] for key in files}


@contextmanager
def _signed_in(site: Site) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site.address, timeout=30) as client:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get("/en/sign-in").text)
        assert token is not None
        fields = {"csrfmiddlewaretoken": token[1], "username": "ratna", "password": PASSWORD}
        answer = client.post("/en/sign-in", data=fields, headers={"Referer": site.address})
        assert answer.status_code == 302
        yield client


def test_reports_are_listed_by_day_and_found_by_outlet_language_and_words(site: Site) -> None:
    every = site.get("/api/reports").json()["items"]
    assert [one["known_from"] for one in every] == sorted(one["known_from"] for one in every)
    assert len(every) == 8
    by_outlet = site.get("/api/reports", outlet="kabar lembah").json()["items"]
    assert [one["outlet"] for one in by_outlet] == ["KABAR LEMBAH"]
    arabic = site.get("/api/reports", language="ar").json()["items"]
    assert {one["id"] for one in arabic} == {one["id"] for one in every if one["language"] == "ar"}
    held = site.get("/api/reports", search="pos pemeriksaan").json()["items"]
    assert 0 < len(held) < 8
    first = every[0]["known_from"]
    early = site.get("/api/reports", to=first).json()["items"]
    assert [one["known_from"] for one in early] == [
        one["known_from"] for one in every if one["known_from"] <= first
    ]


def test_pages_of_reports_make_the_whole_list_either_way(site: Site) -> None:
    whole = site.get("/api/reports").json()["items"]
    for order, wanted in (("oldest", whole), ("newest", whole[::-1])):
        found, address = [], f"/api/reports?limit=3&order={order}"
        while address:
            page = site.get(address).json()
            found += page["items"]
            address = page["next"]
        assert found == wanted


def test_a_report_is_told_in_short_quotations_only(site: Site, curator: str) -> None:
    for key, text in _texts(site).items():
        shown = site.get(f"/api/reports/{key}").json()
        assert shown["said"]
        own = [said["quote"] for said in shown["said"]]
        assert sum(len(one["text"]) for one in own) <= max(600, 0.3 * len(text))
        assert all(
            text[one["start"] : one["end"]] == one["text"] for one in own if "[a person]" not in one["text"]
        )
        assert text not in site.get(f"/api/reports/{key}").text


def test_no_quotation_anywhere_is_long(site: Site) -> None:
    name = site.happening().removeprefix("happening/")
    for address in (
        "happenings",
        f"happenings/{name}",
        f"happenings/{name}/explanation",
        "copies",
        "actors/Liwa al-Sarwah",
    ):
        quoted = _quotations(site.get(f"/api/{address}").json())
        assert all(len(one["text"]) <= LONGEST + len("[a person]") * 3 for one in quoted), address


def test_the_text_is_for_signed_in_curators(site: Site, curator: str) -> None:
    key = site.get("/api/reports", outlet="KABAR LEMBAH").json()["items"][0]["id"]
    refused = site.get(f"/api/reports/{key}/reading")
    assert refused.status_code == 403
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.json()["detail"] == "the full text of a report is for signed-in curators"
    with _signed_in(site) as client:
        given = client.get(f"/api/reports/{key}/reading")
    assert given.json()["report"]["id"] == key
    assert len(given.json()["report"]["text"]) > 600
    assert given.headers["Cache-Control"] == "private"


def test_copies_are_those_of_the_command_line_with_few_sentences(site: Site) -> None:
    wanted = printed(site, "copies")
    found = site.get("/api/copies").json()["items"]
    assert [(c["report"], c["of"], c["how"], c["share"]) for c in found] == [
        (c["report"], c["of"], c["how"], c["share"]) for c in wanted
    ]
    assert max(len(copy["evidence"]) for copy in found) <= 3
    credited = site.get("/api/copies", credited="true").json()["items"]
    assert credited == [copy for copy in found if copy["credited"]]
    of_one = site.get("/api/copies", report=found[0]["report"]).json()["items"]
    assert of_one == [copy for copy in found if found[0]["report"] in (copy["report"], copy["of"])]


def test_search_finds_reports_the_best_first_without_telling_of_this_machine(site: Site) -> None:
    wanted = printed(site, "search", "pos")
    found = site.get("/api/search", words="pos").json()["items"]
    assert [hit["id"] for hit in found] == [hit["id"] for hit in wanted]
    assert all("/" not in hit["address"] for hit in found)
    first = site.get("/api/search", words="pos", limit="1").json()
    assert site.get(first["next"]).json()["items"] == found[1:2]
