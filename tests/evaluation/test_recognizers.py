"""Specifications in the form of the recognizers' own are scored by span and by start and end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from riwayat_eval.recognizers import main, score

HEADER = "language,parser,input,reason\n"


def case(text: str, words: str | None, **past: str) -> dict[str, Any]:
    value = {"PastResolution": past, "FutureResolution": past}
    results = [{"Text": words, "Type": "date", "Value": value}] if words else []
    return {"Input": text, "Context": {"ReferenceDateTime": "2019-05-27T10:00:00"}, "Results": results}


def specs(folder: Path, **parsers: list[dict[str, Any]]) -> Path:
    for parser, cases in parsers.items():
        path = folder / "DateTime" / "English" / f"{parser}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(cases), encoding="utf-8-sig")
    return folder


def right(folder: Path, **parsers: list[dict[str, Any]]) -> list[tuple[int, int, int]]:
    return [(s.n, s.right, s.own) for s in score(specs(folder, **parsers), None)]


def test_a_day_is_right_by_its_words_and_its_date(tmp_path: Path) -> None:
    cases = [
        case("They left yesterday.", "yesterday", date="2019-05-26"),
        case("They left yesterday.", "yesterday", date="2019-05-25"),
        case("They left yesterday.", "left yesterday", date="2019-05-26"),
        case("They left without a word.", None),
        case("They left today.", None),
    ]
    assert right(tmp_path, DateParser=cases) == [(5, 2, 2)]


def test_their_periods_end_where_the_next_begins(tmp_path: Path) -> None:
    cases = [
        case("It fell last week.", "last week", startDate="2019-05-20", endDate="2019-05-27"),
        case("It fell last week.", "last week", startDate="2019-05-20", endDate="2019-05-26"),
        case("from 3 to 7 May", "from 3 to 7 May", startDate="2019-05-03", endDate="2019-05-07"),
        case("from 2014 to 2018", "from 2014 to 2018", startDate="2014-01-01", endDate="2018-01-01"),
        case("from 2014 to 2018", "from 2014 to 2018", startDate="2014-01-01", endDate="2019-01-01"),
    ]
    assert right(tmp_path, DatePeriodParser=cases) == [(5, 3, 3)]


def test_their_hours_of_the_day_count_beside_our_own(tmp_path: Path) -> None:
    ends = {"startDateTime": "2019-05-27 20:00:00", "endDateTime": "2019-05-27 23:59:59"}
    assert right(tmp_path, DateTimePeriodParser=[case("They leave tonight", "tonight", **ends)]) == [
        (1, 1, 0)
    ]


def test_a_day_that_does_not_exist_is_tied_to_nothing(tmp_path: Path) -> None:
    cases = [case("on 31 June 2019", "31 June 2019", date="0001-01-01")]
    assert right(tmp_path, DateParser=cases) == [(1, 1, 1)]


def test_at_most_one_in_ten_may_be_left_out_and_each_with_a_reason(tmp_path: Path) -> None:
    cases = [
        case(f"They left on {day} May 2019.", f"{day} May 2019", date=f"2019-05-{day}")
        for day in range(10, 20)
    ]
    folder = specs(tmp_path, DateParser=cases)
    out = tmp_path / "out.csv"
    out.write_text(HEADER + "en,DateParser,They left on 10 May 2019.,made up\n", encoding="utf-8")
    (found,) = score(folder, out)
    assert (found.n, found.right, found.out) == (9, 9, 1)
    out.write_text(
        HEADER + "".join(f"en,DateParser,They left on {d} May 2019.,x\n" for d in (10, 11)), encoding="utf-8"
    )
    with pytest.raises(ValueError, match="more than one in ten"):
        score(folder, out)
    out.write_text(HEADER + "en,DateParser,They left on 10 May 2019., \n", encoding="utf-8")
    with pytest.raises(ValueError, match="no reason"):
        score(folder, out)


def test_the_table_has_a_line_for_each_parser_and_the_wrong_ones_on_request(tmp_path: Path) -> None:
    folder = specs(tmp_path, DateParser=[case("They left today.", None)])
    result = CliRunner().invoke(main, [str(folder), "-v"])
    assert result.exit_code == 0
    assert "en DateParser: They left today." in result.output
    assert "0.0%" in result.output
