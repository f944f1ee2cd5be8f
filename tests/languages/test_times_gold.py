"""The sentences with times of every language are read and tied; no text makes the readers fail."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat import languages
from riwayat.grounding.times import resolve
from riwayat.model import Time

FOLDER = Path(__file__).parents[2] / "evaluation" / "times"
PIECES = {
    "en": "last next Monday Friday May 12 12th 2019 of the from to between and in early late night week month "
    "Q3 first second quarter ago two days 1990s ' s - / . , summer rest later than more within morning 3 p.m",
    "ar": "الأحد الماضي المقبل يوم من إلى بين و في 12 2019 مايو أيار شهر هذا الأسبوع أول الثالث الربع عام قبل بعد "
    "يومين مساء صباح الليلة الساعة 3 - / . ، صيف بقية منذ حتى السبعينيات القرن متأخر وقت غد",
}


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("split", ["dev", "held"])
def test_at_least_95_percent_of_the_sentences_are_right(code: str, split: str) -> None:
    with (FOLDER / f"{code}.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["split"] == split]
    wrong = [row["text"] for row in rows if not is_right(code, row)]
    assert len(rows) >= 60
    assert len(wrong) <= 0.05 * len(rows), wrong


def is_right(code: str, row: dict[str, str]) -> bool:
    before = Time(row["previous"], row["previous"], "day") if row["previous"] else None
    got = []
    for found in languages.rules(code, "times").find(row["text"]):
        told = resolve(found, date.fromisoformat(row["anchor"]), future=row["future"] == "1", previous=before)
        got.append((found.text, told.start or "", told.end or "", told.granularity))
    if not row["expression"]:
        return not got
    return (row["expression"], row["start"], row["end"], row["granularity"]) in got


@pytest.mark.parametrize("code", sorted(PIECES))
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_words_of_time_in_any_order_are_read_in_order_and_tied_or_not(
    code: str, data: st.DataObject
) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(PIECES[code].split()), max_size=9)))
    future = data.draw(st.booleans())
    last = 0
    for found in languages.rules(code, "times").find(text):
        assert last <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        last = found.end
        told = resolve(found, date(2019, 5, 27), future=future)
        assert told.start is None or told.end is None or told.start[:10] <= told.end[:10]
        assert resolve(found, None).granularity == told.granularity
