"""Pages that are kept at hand: the same for everybody, and never older than the chronicle."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.site.conftest import Site, riwayat, serving

CLASH = (
    "Sabtu, 5 Maret 2022 14:20 WIB\n\nKABAR LEMBAH, Idlib – Tiga orang tewas dalam serangan Liwa al-Rabwah terhadap "
    "Katibah Zaitun di Darkush pada Jumat (4/3/2022), kata seorang saksi.\n"
)
ASKED = ("/en/", "/en/?words=saksi", "/en/points.json", "/api/happenings", "/en/feed.json")


@pytest.fixture(scope="module")
def growing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of a chronicle with one report, to which a test may add."""
    folder = tmp_path_factory.mktemp("growing")
    home = folder / "home"
    (folder / "clash.txt").write_text(CLASH, encoding="utf-8")
    riwayat(home, "add", str(folder / "clash.txt"))
    with serving(home) as served:
        yield served


def test_what_is_added_or_removed_shows_at_once_in_every_thread(growing: Site, tmp_path: Path) -> None:
    def shown(word: str) -> set[bool]:
        """Whether the word stands in what several readers get at the same time."""
        found: set[bool] = set()
        ask = [
            threading.Thread(target=lambda path=path: found.add(word in growing.get(path).text))
            for path in ASKED * 6
        ]
        for one in ask:
            one.start()
        for one in ask:
            one.join()
        return found

    assert shown("Kafr Takharim") == {False}
    (tmp_path / "later.txt").write_text(
        CLASH.replace("Darkush", "Kafr Takharim").replace("KABAR LEMBAH", "SUARA UTARA"), encoding="utf-8"
    )
    riwayat(growing.home, "add", str(tmp_path / "later.txt"))
    assert shown("Kafr Takharim") == {True}
    key = re.findall(r"sha256:[0-9a-f]{64}", growing.get("/api/reports", outlet="SUARA UTARA").text)[0]
    riwayat(growing.home, "remove", key, "--because", "asked for")
    assert shown("Kafr Takharim") == {False}


def test_readers_get_the_same_heads_from_what_is_kept(growing: Site) -> None:
    first, second = (growing.get("/en/") for _ in range(2))
    for head in ("Content-Security-Policy", "Content-Type", "Content-Encoding", "Content-Language", "Vary"):
        assert first.headers.get(head) == second.headers.get(head) is not None, head
    assert first.text == second.text


def test_a_part_of_a_page_and_the_page_are_kept_apart(growing: Site) -> None:
    for _ in range(2):
        assert "<html" in growing.get("/en/").text
        assert "<html" not in httpx.get(growing.address + "/en/", headers={"HX-Request": "true"}).text


def test_forms_are_made_for_each_reader(growing: Site) -> None:
    tokens = {
        re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', growing.get("/en/follow").text)[0]
        for _ in range(3)
    }
    assert len(tokens) == 3


def test_whoever_comes_under_another_host_is_refused_though_the_page_is_kept(growing: Site) -> None:
    growing.get("/en/")
    assert httpx.get(growing.address + "/en/", headers={"Host": "elsewhere.example"}).status_code == 400
