from __future__ import annotations

import json
from typing import Any

import pytest

from riwayat.cli.app import run
from riwayat.told import MASK

pytestmark = pytest.mark.usefixtures("filled")

Capture = pytest.CaptureFixture[str]


def _id(capsys: Capture, *asked: str) -> str:
    capsys.readouterr()
    assert run(["chronicle", "--json", *asked]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    return str(json.loads(line)["id"])


def _view(capsys: Capture, *arguments: str) -> str:
    capsys.readouterr()
    assert run(["show", "--width", "100", *arguments]) == 0
    return capsys.readouterr().out


def _json(capsys: Capture, *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["show", "--json", *arguments]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_from_each_origin_the_way_leads_through_outlets_to_reports(capsys: Capture) -> None:
    told = _view(capsys, _id(capsys, "--disputed"))
    lines = told.splitlines()
    origin = lines.index("● Yasir al-Darwisy  person  2 reports")
    assert lines[origin + 1].startswith("└ KABAR LEMBAH  Sun 13 Jun 2021, 06:42 · Indonesian")
    assert "Yasir al-Darwisy “kata”" in lines[origin + 2]
    assert "● seorang petugas medis  official  1 report" in lines


def test_a_copy_lies_under_what_it_repeats(capsys: Capture) -> None:
    told = _view(capsys, _id(capsys, "--disputed"))
    assert "  └ edited copy, credited: SUARA UTARA" in told


def test_disputes_stand_side_by_side(capsys: Capture) -> None:
    told = _view(capsys, _id(capsys, "--disputed"))
    beneath = told[told.index("DISPUTED") :].splitlines()
    assert beneath[1].split() == ["killed", "3", "5"]
    assert "“Tiga orang tewas”" in beneath[3] and "“Lima orang tewas”" in beneath[3]


def test_in_a_narrow_window_they_stand_below_each_other(capsys: Capture) -> None:
    told = _view(capsys, "--width", "44", _id(capsys, "--disputed"))
    assert told.index("“Tiga orang tewas”") < told.index("“Lima orang tewas”")
    assert max(map(len, told.splitlines())) <= 44


def test_the_words_stay_in_their_language(capsys: Capture) -> None:
    told = _view(
        capsys,
        _id(
            capsys,
            "--place",
            "إدلب",
            "--type",
            "assault",
            "--from",
            "2021-06-12",
            "--to",
            "2021-06-12",
            "--outlet",
            "سانا",
        ),
    )
    assert "قُتل ثلاثة أشخاص" in told
    assert "· Arabic" in told


def test_private_people_are_masked_unless_asked_for(capsys: Capture) -> None:
    talks = _id(capsys, "--type", "consult")
    assert "Nurhaliza" not in _view(capsys, talks) + json.dumps(_json(capsys, talks))
    assert f"● {MASK}  person" in _view(capsys, talks)
    assert "● Siti Nurhaliza  person" in _view(capsys, "--unmask", talks)


def test_json_adds_every_telling_with_its_chain(capsys: Capture) -> None:
    one = _json(capsys, _id(capsys, "--disputed"))
    first = one["tellings"][0]
    assert one["origins"][first["origin"]]["name"] == "Yasir al-Darwisy"
    assert [link["name"] for link in first["chain"]] == ["KABAR LEMBAH", "Yasir al-Darwisy"]
    assert first["chain"][1]["cue"]["text"] == "kata"
    assert "Tiga orang tewas" in first["quote"]["text"]
    copied = [telling["repeats"] for telling in one["tellings"] if telling["repeats"]]
    assert [(copy["report"], copy["how"]) for copy in copied] == [(first["report"], "edited")]


def test_as_of_a_day_it_is_told_as_it_could_be_known(capsys: Capture) -> None:
    clash = _id(capsys, "--disputed")
    then = _view(capsys, "--as-of", "2021-06-13", clash)
    assert "as it could be known on 2021-06-13" in then
    assert "SUARA UTARA" not in then and "DISPUTED" not in then
    capsys.readouterr()
    assert run(["show", "--as-of", "2021-06-12", clash]) == 1
    assert capsys.readouterr().err == f"riwayat: {clash}: nothing of it could be known on 2021-06-12\n"


def test_an_unknown_happening_is_refused_in_one_line(capsys: Capture) -> None:
    for command in ("show", "explain"):
        assert run([command, "h000000000000"]) == 1
        said = capsys.readouterr().err
        assert said == (
            "riwayat: h000000000000: no happening or account is called so (riwayat chronicle lists them)\n"
        )
