from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pytest
from tests.exports.made import FIRST, exported

from riwayat.exports.parquet import MissingLibrary


def test_duckdb_reads_rows_with_all_that_hangs_on_them(tmp_path: Path) -> None:
    path = tmp_path / "happenings.parquet"
    path.write_bytes(exported("parquet"))
    rows = duckdb.sql(
        "select type, day_from, killed_best, len(reports), reports[1].id, disputes[1].about, "
        "list_sort(list_transform(disputes[1].sides, lambda side: side.value)) "
        f"from '{path}' order by day_from nulls last"
    ).fetchall()
    assert [row[0] for row in rows] == ["ASSAULT", "CONSULT", "CONCEDE"]
    assert str(rows[0][1]) == "2021-06-12"
    assert rows[0][2:] == (5, 2, FIRST.id, "killed", ["3", "5"])


def test_where_pyarrow_is_missing_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingLibrary, match=r"pip install \"riwayat\[parquet\]\""):
        exported("parquet")
