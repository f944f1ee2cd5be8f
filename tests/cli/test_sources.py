from __future__ import annotations

import json
from typing import Any

import pytest

from riwayat.cli.app import run
from riwayat.told import MASK

pytestmark = pytest.mark.usefixtures("filled")

Capture = pytest.CaptureFixture[str]


def _json(capsys: Capture, *arguments: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run(["sources", "--json", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def _named(found: list[dict[str, Any]], name: str) -> dict[str, Any]:
    (one,) = [record for record in found if record["name"] == name]
    return one


def test_each_origin_with_a_name_and_each_outlet_has_a_record(capsys: Capture) -> None:
    names = [one["name"] for one in _json(capsys)]
    assert {"Yasir al-Darwisy", "KABAR LEMBAH", "SUARA UTARA", "سانا"} <= set(names)
    assert "مصدر طبي" not in names


def test_they_come_by_name_and_never_by_number(capsys: Capture) -> None:
    latin = [one["name"].casefold() for one in _json(capsys, "--kind", "outlet") if one["name"].isascii()]
    assert latin == sorted(latin)


def test_what_another_side_asserted_later_counts_for_who_was_first(capsys: Capture) -> None:
    found = _json(capsys)
    (later,) = _named(found, "Yasir al-Darwisy")["asserted_later"]
    assert (later["by"], later["day"]) == ("seorang petugas medis", "2021-06-14")
    assert _named(found, "KABAR LEMBAH")["asserted_later"] == [later]
    assert _named(found, "HARIAN ORONTES")["asserted_later"] == []


def test_disputes_show_what_others_say(capsys: Capture) -> None:
    (contested,) = _named(_json(capsys), "Yasir al-Darwisy")["disputed"]
    assert (contested["about"], contested["value"], contested["others"]) == ("killed", "3", ["5"])


def test_one_narrator_is_told_with_links(capsys: Capture) -> None:
    (one,) = _json(capsys, "Kabar Lembah")
    assert [resting["type"] for resting in one["rests"]] == ["ASSAULT"]
    assert run(["sources", "--width", "90", "Kabar Lembah"]) == 0
    told = capsys.readouterr().out
    assert "1 happening rest" in told or "1 happenings rest" in told
    assert one["rests"][0]["happening"] in told
    assert "ASSERTED LATER BY ANOTHER SIDE" in told


def test_the_list_counts_without_rate_or_rank(capsys: Capture) -> None:
    assert run(["sources", "--width", "100"]) == 0
    told = capsys.readouterr().out
    assert "%" not in told
    row = next(line for line in told.splitlines() if line.startswith("Yasir al-Darwisy"))
    assert row.split()[-4:] == ["1", "1", "1", "–"]


def test_as_of_a_day_nothing_later_counts(capsys: Capture) -> None:
    found = _json(capsys, "--as-of", "2021-06-13")
    assert {one["name"] for one in found} == {"KABAR LEMBAH", "Yasir al-Darwisy"}
    assert all(one["asserted_later"] == one["disputed"] == [] for one in found)


def test_private_people_are_masked_unless_asked_for(capsys: Capture) -> None:
    assert MASK in {one["name"] for one in _json(capsys)}
    assert run(["sources", "Siti Nurhaliza"]) == 1
    assert "--unmask" in capsys.readouterr().err
    assert _json(capsys, "--unmask", "Siti Nurhaliza")[0]["kind"] == "person"


def test_an_unknown_narrator_is_refused(capsys: Capture) -> None:
    assert run(["sources", "Nobody Atall"]) == 1
    assert "Nobody Atall" in capsys.readouterr().err
    assert run(["sources", "SANA", "--kind", "agency"]) == 2
