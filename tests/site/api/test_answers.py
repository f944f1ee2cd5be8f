"""What all answers have in common: readable from any page, told apart by ETags, errors in one form."""

from __future__ import annotations

import httpx
import pytest
from tests.site.conftest import Site


def test_any_page_may_read_it(site: Site) -> None:
    answer = site.get("/api/happenings")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    asked_first = httpx.options(
        f"{site.address}/api/happenings",
        headers={
            "Origin": "https://elsewhere.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        },
    )
    assert asked_first.status_code == 204
    assert asked_first.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in asked_first.headers["Access-Control-Allow-Headers"]


def test_pages_for_people_stay_closed_to_other_pages(site: Site) -> None:
    assert "Access-Control-Allow-Origin" not in site.get("/en/").headers


@pytest.mark.parametrize("path", ["happenings", "reports?limit=2", "outlets/1", "openapi.json"])
def test_what_has_not_changed_is_not_sent_again(site: Site, path: str) -> None:
    first = site.get(f"/api/{path}")
    again = httpx.get(f"{site.address}/api/{path}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    other = httpx.get(f"{site.address}/api/{path}", headers={"If-None-Match": '"something-else"'})
    assert other.json() == first.json()


def test_other_questions_have_other_etags(site: Site) -> None:
    assert (
        site.get("/api/happenings", limit="1").headers["ETag"] != site.get("/api/happenings").headers["ETag"]
    )


def test_the_head_alone_can_be_asked_for(site: Site) -> None:
    whole = httpx.get(f"{site.address}/api/outlets", headers={"Accept-Encoding": "identity"})
    head = httpx.head(f"{site.address}/api/outlets", headers={"Accept-Encoding": "identity"})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.headers["Content-Length"] == str(len(whole.content))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_changed(site: Site, method: str) -> None:
    answer = httpx.request(method, f"{site.address}/api/happenings")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("query", "name", "said"),
    [
        ("limit=0", "limit", "greater than or equal to 1"),
        ("limit=201", "limit", "less than or equal to 200"),
        ("limit=many", "limit", "must be a whole number"),
        ("from=2022", "from", "must be a day like 2021-06-13"),
        ("to=20220304", "to", "must be a day like 2021-06-13"),
        ("as_of=2022-02-30", "as_of", "day"),
        ("disputed=yes", "disputed", "must be true or false"),
        ("type=QUARREL", "type", "ASSAULT"),
        ("place=", "place", "at least 1 character"),
        ("place=%00", "place", "pattern"),
        ("cursor=elsewhere", "cursor", "pattern"),
        ("frm=2022-03-04", None, "'frm' is no parameter here; these are: actor, as_of"),
        ("limit=1&limit=2", None, "'limit' stands twice"),
        ("from=2022-03-05&to=2022-03-04", None, "from 2022-03-05 is later than to 2022-03-04"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(site: Site, query: str, name: str | None, said: str) -> None:
    answer = site.get(f"/api/happenings?{query}")
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["type"], problem["title"], problem["status"]) == ("about:blank", "Bad Request", 400)
    assert said in problem["detail"]
    assert [wrong["name"] for wrong in problem["errors"]] == ([name] if name else [])


@pytest.mark.parametrize(
    "path",
    [
        "nowhere",
        "happenings/",
        "actors/a%0Ab",
        "outlets/99",
        "places/Nowhere",
        "reports/0123456789",
        "copies?report=x",
    ],
)
def test_what_is_not_there_is_a_problem_too(site: Site, path: str) -> None:
    answer = site.get(f"/api/{path}")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]
