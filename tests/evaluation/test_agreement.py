from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwayat_eval.agreement import agreement, main

PAGE = "Bentrok di Kafr Laimun\n\nKABAR LEMBAH - Liwa Rabwah menyerang Kafr Laimun pada Senin, kata Umar Sahid.\n"


def _gold(modality: str) -> str:
    outlet = {"kind": "outlet", "name": "KABAR LEMBAH"}
    gold = {
        "language": "id",
        "outlet": "KABAR LEMBAH",
        "title": "Bentrok di Kafr Laimun",
        "published": None,
        "dateline": None,
        "people": [{"name": "Umar Sahid", "also": [], "group": None}],
        "groups": [{"name": "Liwa Rabwah", "also": []}],
        "places": [],
        "statements": [
            {
                "quote": "Liwa Rabwah menyerang Kafr Laimun pada Senin",
                "chain": [outlet, {"kind": "person", "name": "Umar Sahid"}],
            }
        ],
        "events": [
            {
                "type": "ASSAULT",
                "quote": "Liwa Rabwah menyerang Kafr Laimun",
                "triggers": ["menyerang"],
                "modality": modality,
                "actors": ["Liwa Rabwah"],
                "recipients": [],
                "place": None,
                "time": None,
                "quantities": [],
                "statement": 0,
            }
        ],
    }
    return json.dumps(gold)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "corpus" / "id" / "test", tmp_path / "second" / "id"
    for folder, modality in ((first, "asserted"), (second, "alleged")):
        folder.mkdir(parents=True)
        (folder / "clash.gold.json").write_text(_gold(modality), encoding="utf-8")
    (first / "clash.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path / "corpus", tmp_path / "second"


def test_what_both_say_agrees_and_the_rest_does_not(folders: tuple[Path, Path]) -> None:
    ((language, count, sheet),) = agreement(*folders)
    assert (language, count) == ("id", 1)
    assert sheet["chain.exact"].score == 1.0
    assert sheet["events"].score == 1.0
    assert sheet["event.modality"].score == 0.0


def test_it_prints_a_column_for_each_language(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(f) for f in folders]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["id", "(1", "pages)"]
    assert ["event.actors", "1.000"] in [line.split() for line in lines]
    assert not any(line.startswith("meta.") for line in lines)


def test_a_page_that_only_the_second_has_is_an_error(folders: tuple[Path, Path]) -> None:
    (folders[1] / "id" / "other.gold.json").write_text(_gold("asserted"), encoding="utf-8")
    with pytest.raises(FileNotFoundError, match="other"):
        list(agreement(*folders))
