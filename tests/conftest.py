"""A small report with a full and true reading, for tests of what is made of readings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from riwayat.model import Reading
from riwayat_eval.perfect import perfect_reading

SAMPLE_TEXT = """\
KABAR LEMBAH, Darkush – Dua kelompok bentrok di Kafr Laimun pada Sabtu malam.
Seperti dilansir Harian Orontes, seorang sumber mengatakan tiga orang tewas dalam bentrokan itu. \
Namun juru bicara Liwa al-Rabwah, Yasir al-Darwisy, \
membantah jumlah itu dan menyebut korban tewas hanya satu orang.
Katibah Zaitun dilaporkan akan menarik pasukannya dari Kafr Laimun."""

OUTLET = {"kind": "outlet", "name": "KABAR LEMBAH"}
CITED = {"kind": "outlet", "name": "Harian Orontes", "cue": "Seperti dilansir"}

SAMPLE_GOLD: dict[str, Any] = {
    "language": "id",
    "outlet": "KABAR LEMBAH",
    "title": "Dua Kelompok Bentrok di Kafr Laimun",
    "published": "2021-06-14",
    "dateline": "Darkush",
    "bylines": [{"name": "Ratna Wulandari", "role": "editor"}],
    "cites": ["Harian Orontes"],
    "not_report": ["Daftarkan surel Anda"],
    "people": [
        {"name": "Yasir al-Darwisy", "also": ["Yasir"], "group": "Liwa al-Rabwah", "role": "juru bicara"}
    ],
    "groups": [{"name": "Liwa al-Rabwah", "also": []}, {"name": "Katibah Zaitun", "also": []}],
    "places": [{"name": "Darkush", "also": []}, {"name": "Kafr Laimun", "also": []}],
    "statements": [
        {"quote": "Dua kelompok bentrok di Kafr Laimun", "chain": [OUTLET]},
        {
            "quote": "seorang sumber mengatakan tiga orang tewas dalam bentrokan itu",
            "chain": [OUTLET, CITED, {"kind": "anonymous", "name": "seorang sumber", "cue": "mengatakan"}],
        },
        {
            "quote": "membantah jumlah itu dan menyebut korban tewas hanya satu orang",
            "chain": [OUTLET, CITED, {"kind": "person", "name": "Yasir al-Darwisy", "cue": "membantah"}],
        },
        {
            "quote": "Katibah Zaitun dilaporkan akan menarik pasukannya",
            "chain": [OUTLET, {"kind": "unspecified", "name": None, "cue": "dilaporkan"}],
        },
    ],
    "events": [
        {
            "type": "ASSAULT",
            "quote": "Dua kelompok bentrok di Kafr Laimun",
            "triggers": ["bentrok"],
            "modality": "asserted",
            "actors": ["Dua kelompok"],
            "recipients": [],
            "place": "Kafr Laimun",
            "time": ["2021-06-12", "2021-06-12"],
            "when": "Sabtu malam",
            "quantities": [
                {"what": "killed", "low": 3, "high": 3, "quote": "tiga orang tewas"},
                {"what": "killed", "low": 1, "high": 1, "quote": "korban tewas hanya satu orang"},
            ],
            "statement": 0,
            "see": ["tewas dalam bentrokan itu", "korban tewas hanya satu orang"],
        },
        {
            "type": "REJECT",
            "quote": "membantah jumlah itu",
            "modality": "asserted",
            "actors": ["Yasir al-Darwisy"],
            "recipients": [],
            "place": None,
            "time": None,
            "quantities": [],
            "statement": 2,
        },
        {
            "type": "RETREAT",
            "quote": "akan menarik pasukannya dari Kafr Laimun",
            "triggers": ["menarik"],
            "modality": "planned",
            "actors": ["Katibah Zaitun"],
            "recipients": [],
            "place": "Kafr Laimun",
            "time": None,
            "quantities": [],
            "statement": 3,
        },
    ],
}


@pytest.fixture(scope="session", autouse=True)
def _nobodys_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What whoever runs the tests added to the known world, and his terminal, have no part in them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RIWAYAT_HOME", str(tmp_path_factory.mktemp("nobody") / "home"))
        patch.delenv("TERM", raising=False)
        yield


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own for what a user adds; not there yet."""
    monkeypatch.setenv("RIWAYAT_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def sample_gold() -> dict[str, Any]:
    """Gold of the sample report."""
    return SAMPLE_GOLD


@pytest.fixture
def sample_reading() -> Reading:
    """The sample report, read without fault."""
    return perfect_reading(SAMPLE_GOLD, SAMPLE_TEXT)
