from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwayat.cli.app import run
from riwayat.exports import NAMES

CLASH = (
    "Ahad, 13 Juni 2021 06:42 WIB\n\n"
    "KABAR LEMBAH, Darkush – Tiga orang tewas dalam bentrokan antara Liwa al-Rabwah dan Katibah Zaitun "
    "di Kafr Laimun pada Sabtu malam, kata juru bicara Liwa al-Rabwah, Yasir al-Darwisy.\n"
)
TALKS = (
    "Ahad, 20 Juni 2021 19:05 WIB\n\n"
    "SUARA RABWAH, Idlib – Katibah Zaitun dan Liwa al-Rabwah menggelar pertemuan di Jisr al-Shughur "
    "pada Jumat (18/6/2021), kata Siti Aminah, seorang warga desa.\n"
)


@pytest.fixture
def filled(own_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Path]:
    """A store with two reports; the folder for exports."""
    for name, text in (("a", CLASH), ("b", TALKS)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(["add", "--jobs", "1", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 0
    capsys.readouterr()
    yield tmp_path
    from django.db import connections

    connections.close_all()


def _types(path: Path) -> set[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["event_type"] for row in csv.DictReader(file)}


def test_it_writes_every_form_to_a_file(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in NAMES:
        path = filled / f"chronicle.{name}"
        assert run(["export", name, "-o", str(path)]) == 0
        assert path.stat().st_size > 100
        assert f"{path}: " in capsys.readouterr().err
    assert list(filled.glob("*.part")) == []


def test_filters_leave_what_fits(filled: Path) -> None:
    path = filled / "out.csv"
    assert run(["export", "csv", "-o", str(path), "--type", "consult"]) == 0
    assert _types(path) == {"CONSULT"}
    assert run(["export", "csv", "-o", str(path), "--as-of", "2021-06-13"]) == 0
    assert "CONSULT" not in _types(path) and _types(path)
    assert run(["export", "csv", "-o", str(path), "--from", "2022-01-01"]) == 0
    assert _types(path) == set()


@pytest.mark.usefixtures("filled")
def test_private_people_are_named_only_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "plover"]) == 0
    assert "Aminah" not in capsys.readouterr().out
    assert run(["export", "plover", "--unmask"]) == 0
    shown = capsys.readouterr().out
    assert "Siti Aminah" in shown
    assert all(json.loads(line)["Event ID"] for line in shown.splitlines())


def test_what_was_there_stays_when_writing_fails(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled / "out.parquet"
    path.write_text("before")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run(["export", "parquet", "-o", str(path)]) == 1
    assert "pip install" in capsys.readouterr().err
    assert path.read_text() == "before"
    assert list(filled.glob("*.part")) == []


def test_an_empty_chronicle_gives_an_empty_file(own_home: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.geojson"
    assert run(["export", "geojson", "-o", str(path)]) == 0
    assert json.loads(path.read_text()) == {"type": "FeatureCollection", "features": []}


def test_an_unknown_form_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "xml"]) == 2
    assert "geojson" in capsys.readouterr().err
