from __future__ import annotations

import json
from typing import Any

import pytest

from riwayat.cli.app import run

pytestmark = pytest.mark.usefixtures("filled")

Capture = pytest.CaptureFixture[str]


def _json(capsys: Capture, *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["who", "--json", *arguments]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_names_affiliations_deeds_and_words_are_told(capsys: Capture) -> None:
    group = _json(capsys, "Liwa al-Rabwah")
    assert (group["kind"], group["name"]) == ("group", "Liwa al-Rabwah")
    assert group["names"][0]["reports"] == 4
    tie = group["affiliations"][0]
    assert (tie["member"], tie["role"], tie["day"]) == ("Yasir al-Darwisy", "juru bicara", "2021-06-13")
    assert {(deed["type"], deed["part"]) for deed in group["deeds"]} >= {
        ("ASSAULT", "actor"),
        ("CONSULT", "actor"),
    }
    assert any("menggelar pertemuan" in said["quote"]["text"] for said in group["said_of"])


def test_what_rests_on_somebodys_word_is_what_he_said(capsys: Capture) -> None:
    man = _json(capsys, "Yasir al-Darwisy")
    assert man["said"] and man["said"][0]["by"] == ["KABAR LEMBAH", "Yasir al-Darwisy"]
    assert [tie["group"] for tie in man["affiliations"]] == ["Liwa al-Rabwah"] * 2


def test_a_part_of_a_name_is_enough_and_so_is_another_script(capsys: Capture) -> None:
    assert _json(capsys, "Zaitun")["name"] == "Katibah Zaitun"
    assert _json(capsys, "كتيبة الزيتون")["name"] == "Katibah Zaitun"
    assert _json(capsys, "Yaser al Darwisy")["name"] == "Yasir al-Darwisy"


def test_people_read_it_by_sections(capsys: Capture) -> None:
    assert run(["who", "--width", "90", "Yasir al-Darwisy"]) == 0
    told = capsys.readouterr().out
    assert "AFFILIATIONS" in told and "SAID" in told
    assert "Sun 13 Jun 2021" in told
    assert run(["who", "--limit", "1", "Yasir al-Darwisy"]) == 0
    assert "the latest 1 of 2 (--limit)" in capsys.readouterr().out


def test_as_of_a_day_later_words_are_not_known(capsys: Capture) -> None:
    assert _json(capsys, "--as-of", "2021-06-13", "Liwa al-Rabwah")["names"][0]["reports"] == 1
    assert run(["who", "--as-of", "2021-06-01", "Liwa al-Rabwah"]) == 1
    assert "nothing could be known on 2021-06-01" in capsys.readouterr().err


def test_of_private_people_nothing_is_told_unless_asked_for(capsys: Capture) -> None:
    assert run(["who", "Siti Nurhaliza"]) == 1
    said = capsys.readouterr()
    assert said.out == "" and "--unmask" in said.err
    assert _json(capsys, "--unmask", "Siti Nurhaliza")["said"]


def test_others_that_are_named_beside_somebody_stay_masked(capsys: Capture) -> None:
    assert "Nurhaliza" not in json.dumps(_json(capsys, "Katibah Zaitun"))


def test_several_of_one_name_are_told_apart_by_the_asker(capsys: Capture) -> None:
    assert run(["who", "Rabwah"]) == 1
    said = capsys.readouterr().err
    assert "Liwa al-Rabwah (group)" in said and "say which" in said


def test_whom_nobody_names_is_said_in_one_line(capsys: Capture) -> None:
    assert run(["who", "Nobody Atall"]) == 1
    assert capsys.readouterr().err == "riwayat: Nobody Atall: no report names anybody so\n"
