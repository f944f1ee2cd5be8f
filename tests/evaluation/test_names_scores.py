from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from riwayat_eval.names import main, names

HEADER = "split,kind,a,b,why\n"


def test_pairs_of_one_and_pairs_of_two_are_scored_apart(tmp_path: Path) -> None:
    (tmp_path / "same.csv").write_text(
        HEADER + "train,person,al-Jaulani,الجولاني,script\ntrain,person,Ali,Umar,wrong\n", encoding="utf-8"
    )
    (tmp_path / "not_same.csv").write_text(HEADER + "train,person,Hassan,Hussein,like\n", encoding="utf-8")
    (train,) = names(tmp_path)
    assert train.key == "names/train"
    assert [(row.task, row.score, row.n) for row in train.rows] == [
        ("names.same", 0.5, 2),
        ("names.not same", 1.0, 1),
    ]


def test_the_open_sets_are_measured_where_they_lie(tmp_path: Path) -> None:
    pairs, bench = tmp_path / "name-pairs-wikidata", tmp_path / "nomenklatura-name-bench"
    pairs.mkdir()
    bench.mkdir()
    (pairs / "wd_arabic_20.tsv").write_text("salim\tس ل ي م\t1\nkhalid\tخ ا ل د\t2\n", encoding="utf-8")
    (bench / "cases.csv").write_text(
        "schema,name1,name2,is_match\nPerson,Hasan Ali,Hassan Aly,true\nPerson,Hasan Ali,Husain Ali,false\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, [str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert "first of 1000: 1.000 of 2 names" in result.output
    assert "F 1.000 of 2 pairs" in result.output


def test_the_lists_of_the_project_hold_no_pair_twice_and_none_is_merged() -> None:
    folder = Path(__file__).parents[2] / "evaluation/names"
    for part in names(folder):
        scores = {row.task: row.score for row in part.rows}
        assert scores["names.not same"] == 1.0
