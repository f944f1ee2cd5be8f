from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.exports.made import ACCOUNTS, entry, exported

from riwayat.model import Time


@pytest.fixture
def rows(tmp_path: Path) -> list[dict[str, Any]]:
    path = tmp_path / "happenings.csv"
    path.write_bytes(exported("csv"))
    found = duckdb.sql(f"from read_csv('{path}')")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def test_duckdb_reads_numbers_and_days_as_such(rows: list[dict[str, Any]]) -> None:
    clash = rows[0]
    assert (clash["low"], clash["best"], clash["high"]) == (3, 5, 5)
    assert str(clash["date_start"]) == str(clash["date_end"]) == "2021-06-12"
    assert (clash["latitude"], clash["longitude"]) == (35.91, 36.42)
    assert (clash["where_prec"], clash["date_prec"], clash["year"]) == (1, 1, 2021)
    assert (clash["number_of_sources"], clash["number_of_origins"]) == (2, 2)
    assert (clash["country"], clash["country_code"]) == ("Syria", "SY")


def test_sources_stand_beside_their_days_and_headlines(rows: list[dict[str, Any]]) -> None:
    clash = rows[0]
    assert clash["source_office"] == "Kabar Lembah; Orontes Daily"
    assert clash["source_date"] == "2021-06-13; 2021-06-14"
    assert clash["source_article"].split("; ")[1] == "Orontes Daily, 2021-06-14, “Five killed”"
    assert "Yasir al-Darwisy" in clash["source_original"].split("; ")
    assert clash["disputed"] == "killed: 5 / 3"


def test_what_nobody_says_is_empty(rows: list[dict[str, Any]]) -> None:
    release = rows[2]
    for column in ("best", "low", "high", "date_start", "year", "latitude", "country", "where_prec"):
        assert release[column] is None, column


def test_words_of_strangers_are_no_formulas(rows: list[dict[str, Any]]) -> None:
    assert rows[0]["source_headline"].startswith("'=Bentrok")


@pytest.mark.parametrize(
    ("end", "prec"),
    [("2021-06-12", 1), ("2021-06-13", 2), ("2021-06-18", 3), ("2021-07-12", 4), ("2021-12-31", 5)],
)
def test_the_precision_of_a_time_is_its_length(end: str, prec: int) -> None:
    told = replace(ACCOUNTS[0], time=Time("2021-06-12", end, "range"))
    assert f",{prec},2021-06-12,{end}," in exported("csv", [entry(told)]).decode()
