"""Marks of an engine held against gold's: cues, sources, contents, triggers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwayat.model import Report, Span
from riwayat.reading.body import body
from riwayat.reading.markup import Attribution, Markup, Narrator, Trigger
from riwayat_eval.marks import marks
from riwayat_eval.parts import Part

SENTENCE = "Umar Sahid mengatakan Liwa Rabwah menyerang kota itu pada Ahad malam."
PAGE = (
    f"Bentrok di Kafr Laimun\n\nKABAR LEMBAH - {SENTENCE}\n\nHujan turun di seluruh lembah sejak pagi hari.\n"
)


class Told:
    """An engine that marks the words it is told to."""

    name = "told"

    def __init__(
        self, cue: str, source: str | None, type_: str = "ASSAULT", trigger: str = "menyerang"
    ) -> None:
        self._cue, self._source, self._type, self._trigger = cue, source, type_, trigger

    def mark(self, report: Report) -> Markup:
        def span(words: str) -> Span:
            at = report.text.index(words)
            return Span(at, at + len(words), words)

        scope = span(SENTENCE.removesuffix("."))
        narrator = Narrator("person", span(self._source) if self._source else None)
        return Markup(
            tuple(body(report)),
            (),
            (),
            (Attribution("say", span(self._cue), narrator, scope),),
            (Trigger(span(self._trigger), self._type, None, "asserted", (), (), None, None, ()),),  # type: ignore[arg-type]
        )


@pytest.fixture
def part(tmp_path: Path) -> Part:
    gold = {
        "language": "id",
        "attributions": [
            {
                "at": "Umar Sahid mengatakan Liwa Rabwah",
                "cue": "mengatakan",
                "source": "Umar Sahid",
                "told": None,
                "content": "Liwa Rabwah menyerang kota itu pada Ahad malam",
            }
        ],
        "events": [
            {
                "type": "ASSAULT",
                "quote": "Liwa Rabwah menyerang kota itu",
                "see": [],
                "triggers": ["menyerang"],
            }
        ],
    }
    (tmp_path / "clash.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "clash.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return Part("id", "test", tmp_path)


def _scores(part: Part, engine: Told) -> dict[str, float]:
    return {row.task.removeprefix("marks."): row.score for row in marks(part, engine)}


def test_the_words_that_gold_quotes_are_right(part: Part) -> None:
    right = {"cue": 1.0, "source": 1.0, "content": 1.0, "trigger": 1.0}
    assert _scores(part, Told("mengatakan", "Umar Sahid")) == right


def test_a_source_and_a_content_count_only_with_their_cue(part: Part) -> None:
    assert _scores(part, Told("pada Ahad", "Umar Sahid")) == {
        "cue": 0.0,
        "source": 0.0,
        "content": 0.0,
        "trigger": 1.0,
    }


def test_half_of_a_source_is_enough_and_less_is_not(part: Part) -> None:
    assert _scores(part, Told("mengatakan", "Sahid"))["source"] == 1.0
    assert _scores(part, Told("mengatakan", "Umar"))["source"] == 0.0
    assert _scores(part, Told("mengatakan", None))["source"] == 0.0


def test_a_trigger_of_another_type_or_place_is_wrong(part: Part) -> None:
    assert _scores(part, Told("mengatakan", "Umar Sahid", type_="COERCE"))["trigger"] == 0.0
    assert _scores(part, Told("mengatakan", "Umar Sahid", trigger="kota"))["trigger"] == 0.0


def test_gold_without_marks_has_no_rows(part: Part) -> None:
    path = part.folder / "clash.gold.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    del gold["attributions"]
    path.write_text(json.dumps(gold), encoding="utf-8")
    assert marks(part, Told("mengatakan", "Umar Sahid")) == []
