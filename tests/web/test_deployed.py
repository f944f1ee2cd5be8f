"""The site in production, as docs/deploying.md tells: its settings, gunicorn, SQLite and PostgreSQL."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from tests.store.told import CLASH, CLASH_TOO, write
from tests.web.deployed import HOST, SECRET, Deployed

pytest.importorskip("gunicorn", reason="gunicorn is not installed")

ROOT = Path(__file__).parent.parent.parent
DOCUMENT = ROOT / "docs" / "deploying.md"
UNITS = sorted((ROOT / "docs" / "deploying").glob("riwayat*"))
PROXIED = {"Host": HOST, "X-Forwarded-Proto": "https"}
TEN_YEARS = "max-age=315360000, public, immutable"


@dataclass(frozen=True)
class Asked:
    """A running site, asked as the proxy before it asks."""

    port: int

    def get(self, path: str, **headers: str) -> httpx.Response:
        return httpx.get(f"http://127.0.0.1:{self.port}{path}", headers={**PROXIED, **headers}, timeout=60)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    folder = tmp_path_factory.mktemp("deployed")
    more = {}
    if request.param == "postgresql":
        more["RIWAYAT_DATABASE"] = request.getfixturevalue("postgresql")
    deployed = Deployed(folder, {**more, "RIWAYAT_CACHE": _cache_with_places(folder)})
    deployed.riwayat("add", *write(folder, clash=CLASH, too=CLASH_TOO))
    deployed.django("collectstatic", "--noinput")
    with deployed.served() as port:
        yield Asked(port)


def _cache_with_places(folder: Path) -> str:
    """A cache folder of its own, but for the index of places, which takes long to make."""
    from platformdirs import user_cache_path

    cache = folder / "cache"
    cache.mkdir()
    there = Path(os.environ.get("RIWAYAT_CACHE") or user_cache_path("riwayat"))
    for entry in there.iterdir() if there.exists() else ():
        if entry.name != "site":
            (cache / entry.name).symlink_to(entry)
    return str(cache)


def test_django_finds_nothing_to_say_of_the_way_to_public(tmp_path: Path) -> None:
    said = Deployed(tmp_path).django("check", "--deploy", "--fail-level", "WARNING")
    assert said == "System check identified no issues (0 silenced).\n"


@pytest.mark.parametrize("path", ["/en/", "/ar/?words=bentrokan", "/api/happenings", "/en/feed.atom"])
def test_pages_are_served_with_the_heads_of_a_public_site(site: Asked, path: str) -> None:
    answer = site.get(path)
    assert answer.status_code == 200
    assert "Kafr Laimun" in answer.text
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_scripts_and_styles_have_a_digest_in_their_names_and_are_kept_for_good(site: Asked) -> None:
    names = re.findall(r'(?:src|href)="(/static/[^"]+)"', site.get("/en/").text)
    assert len(names) >= 4
    for name in names:
        assert re.search(r"\.[0-9a-f]{12}\.", name), name
        answer = site.get(name, **{"Accept-Encoding": "gzip"})
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, TEN_YEARS), name
        if name.endswith((".css", ".js")):
            assert answer.headers["Content-Encoding"] == "gzip", name


def test_without_https_before_it_a_visitor_is_sent_there(site: Asked) -> None:
    answer = site.get("/en/", **{"X-Forwarded-Proto": "http"})
    assert (answer.status_code, answer.headers["Location"]) == (301, f"https://{HOST}/en/")


def test_other_hosts_are_refused_and_no_host_is_taken_from_the_proxy(site: Asked) -> None:
    assert site.get("/en/", Host="elsewhere.example").status_code == 400
    assert site.get("/en/", **{"X-Forwarded-Host": "elsewhere.example"}).status_code == 200


def test_cookies_are_for_https_alone(site: Asked) -> None:
    cookies = site.get("/en/sign-in").headers.get_list("Set-Cookie")
    assert cookies
    assert all("Secure" in cookie for cookie in cookies)
    assert site.get("/en/").headers.get_list("Set-Cookie") == []


def test_what_is_not_there_says_so_and_nothing_more(site: Asked) -> None:
    answer = site.get("/en/happening/h000000000000")
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_every_setting_is_in_the_table() -> None:
    read = set()
    for module in (ROOT / "src" / "riwayat").rglob("*.py"):
        read |= set(re.findall(r'environ(?:\.get\(|\[)"(RIWAYAT_\w+)"', module.read_text(encoding="utf-8")))
    table = DOCUMENT.read_text(encoding="utf-8").split("## All settings")[1].split("## ")[0]
    assert set(re.findall(r"^\| (.*?) \|", table, re.MULTILINE)) >= {"`RIWAYAT_HOME`"}
    assert set(re.findall(r"RIWAYAT_[A-Z_]+", table)) == read


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd-analyze")
def test_the_units_are_sound(tmp_path: Path) -> None:
    """With the programs that they name in place."""
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8")
        (tmp_path / unit.name).write_text(
            re.sub(r"/opt/riwayat/bin/\w+", str(program), text), encoding="utf-8"
        )
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(str(tmp_path / unit.name) for unit in UNITS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_image_and_the_unit_start_the_site_alike() -> None:
    unit = (ROOT / "docs" / "deploying" / "riwayat.service").read_text(encoding="utf-8")
    image = (ROOT / "Containerfile").read_text(encoding="utf-8")
    started = re.search(r"^ExecStart=/opt/riwayat/bin/(.*)$", unit, re.MULTILINE)
    command = re.search(r"^CMD \[(.*)\]$", image, re.MULTILINE)
    assert started and command
    words = command[1].replace('"', "").split(", ")
    assert started[1].split()[2:3] + started[1].split()[4:] == words[2:3] + words[4:]
    assert SECRET not in image
