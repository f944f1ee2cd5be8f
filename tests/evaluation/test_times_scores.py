from __future__ import annotations

from pathlib import Path

from riwayat_eval.times import times

HEADER = "split,text,anchor,expression,start,end,granularity,future,previous\n"


def test_times_are_scored_by_their_words_and_by_their_days(tmp_path: Path) -> None:
    (tmp_path / "id.csv").write_text(
        HEADER
        + "dev,Terjadi pada Ahad malam.,2019-05-27,Ahad malam,2019-05-26T18:00,2019-05-27T06:00,night,,\n"
        + "dev,Kesepakatan ditandatangani 27 Mei di Istanbul.,2019-05-28,27 Mei,2019-05-01,2019-05-01,day,,\n"
        + "dev,Mereka berunding tanpa hasil.,2019-05-28,,,,,,\n",
        encoding="utf-8",
    )
    (build,) = times(tmp_path)
    assert [(row.task, row.score, row.n) for row in build.rows] == [
        ("times.found", 1.0, 3),
        ("times.tied", 0.5, 2),
    ]
    assert build.key == "id/dev/times"
