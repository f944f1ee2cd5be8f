"""The chronicle over HTTP, as the command line prints it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import httpx
import pytest
from tests.site.conftest import Site

FILTERS = [
    {},
    {"from": "2022-03-04", "to": "2022-03-04"},
    {"place": "Kafr Sarwa"},
    {"actor": "Liwa al-Sarwah"},
    {"type": "ASSAULT"},
    {"outlet": "KABAR LEMBAH"},
    {"least_origins": "2"},
    {"disputed": "true"},
    {"disputed": "false"},
    {"search": "pos pemeriksaan"},
    {"as_of": "2022-03-05"},
]


def printed(site: Site, *arguments: str) -> list[Any]:
    """What the command line prints as JSON, for the store that the site shows."""
    done = subprocess.run(
        [sys.executable, "-m", "riwayat", *arguments, "--json"],
        env={**os.environ, "RIWAYAT_HOME": str(site.home)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def bare(value: Any) -> Any:
    """The same without the ends of quotations, which the API cuts where they are long."""
    if isinstance(value, list):
        return [bare(one) for one in value]
    if not isinstance(value, dict):
        return value
    quoted = isinstance(value.get("start"), int)
    return {name: bare(one) for name, one in value.items() if not (quoted and name in ("end", "text"))}


def _option(name: str, value: str) -> list[str]:
    if name == "disputed":
        return ["--disputed" if value == "true" else "--undisputed"]
    return [f"--{name.replace('_', '-')}", value]


@pytest.mark.parametrize("asked", FILTERS, ids=lambda asked: " ".join(asked) or "all")
def test_it_gives_what_the_command_line_prints(site: Site, asked: dict[str, str]) -> None:
    options = [part for name, value in asked.items() for part in _option(name, value)]
    wanted = printed(site, "chronicle", *options)
    assert bare(site.get("/api/happenings", **asked).json()) == bare({"items": wanted, "next": None})
    assert wanted


@pytest.mark.parametrize("order", ["oldest", "newest"])
@pytest.mark.parametrize("as_of", [{}, {"as_of": "2022-03-09"}], ids=["now", "then"])
def test_pages_one_after_the_other_make_the_whole_list(site: Site, order: str, as_of: dict[str, str]) -> None:
    whole = site.get("/api/happenings", order=order, **as_of).json()["items"]
    found, address = (
        [],
        httpx.URL("/api/happenings", params={"limit": 2, "order": order, **as_of}).raw_path.decode(),
    )
    while address:
        answer = site.get(address)
        page = answer.json()
        assert len(page["items"]) <= 2
        assert answer.headers.get("Link") == (f'<{page["next"]}>; rel="next"' if page["next"] else None)
        found += page["items"]
        address = page["next"]
    assert len(whole) > 2
    assert found == whole


def test_the_newest_come_first_when_asked_and_the_undated_last(site: Site) -> None:
    days = [
        one["time"] and one["time"]["start"]
        for one in site.get("/api/happenings", order="newest").json()["items"]
    ]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days[: len(dated)] == dated


def test_one_happening_comes_with_the_words_of_every_report(site: Site) -> None:
    name = site.happening().removeprefix("happening/")
    shown = site.get(f"/api/happenings/{name}").json()
    (wanted,) = printed(site, "show", name)
    assert bare(shown) == bare(wanted)


def test_a_happening_is_told_as_it_could_be_known_on_a_day(site: Site) -> None:
    name = site.happening().removeprefix("happening/")
    now, then = (site.get(f"/api/happenings/{name}", **day).json() for day in ({}, {"as_of": "2022-03-05"}))
    assert len(then["reports"]) < len(now["reports"])
    assert site.get(f"/api/happenings/{name}", as_of="2020-01-01").status_code == 404


def test_it_says_why_origins_are_one(site: Site) -> None:
    name = site.happening().removeprefix("happening/")
    why = site.get(f"/api/happenings/{name}/explanation").json()
    (wanted,) = printed(site, "explain", name)
    assert bare(why) == bare(wanted)


def test_related_happenings_are_those_of_the_page(site: Site) -> None:
    path = site.happening()
    found = [
        one["id"]
        for one in site.get(f"/api/{path.replace('happening/', 'happenings/')}/related").json()["items"]
    ]
    page = site.get(f"/en/{path}").text
    assert found
    assert [one for one in found if f"/en/happening/{one}" not in page] == []


def test_an_id_that_never_was_is_a_problem(site: Site) -> None:
    answer = site.get("/api/happenings/h000000000000")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"] == "no happening has this id; /api/happenings lists them"
