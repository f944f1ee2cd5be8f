"""Times are tied to the calendar as the words allow, and no closer."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat import languages
from riwayat.grounding.times import resolve
from riwayat.languages.id.times import find
from riwayat.model import Time

MONDAY = date(2019, 5, 27)
GOLD = Path(__file__).parents[2] / "evaluation" / "times" / "id.csv"


def when(
    text: str, anchor: date | None = MONDAY, *, future: bool = False, previous: Time | None = None
) -> tuple[str | None, str | None, str]:
    (found,) = find(text)
    told = resolve(found, anchor, future=future, previous=previous)
    return told.start, told.end, told.granularity


def test_a_night_belongs_to_the_day_it_begins() -> None:
    assert when("Ahad malam") == ("2019-05-26T18:00", "2019-05-27T06:00", "night")


def test_the_small_hours_belong_to_the_day_named() -> None:
    assert when("Ahad dini hari") == ("2019-05-26T00:00", "2019-05-26T05:00", "part_of_day")


def test_a_weekday_is_the_last_one_up_to_the_anchor_and_for_the_future_the_next() -> None:
    assert when("Senin") == ("2019-05-27", "2019-05-27", "day")
    assert when("Selasa") == ("2019-05-21", "2019-05-21", "day")
    assert when("Selasa", future=True) == ("2019-05-28", "2019-05-28", "day")
    assert when("Senin lalu") == ("2019-05-20", "2019-05-20", "day")
    assert when("Senin mendatang") == ("2019-06-03", "2019-06-03", "day")


def test_weeks_run_from_monday_to_sunday() -> None:
    assert when("pekan lalu") == ("2019-05-20", "2019-05-26", "week")
    assert when("akhir pekan lalu") == ("2019-05-25", "2019-05-26", "range")


def test_a_date_without_a_year_is_the_near_one() -> None:
    assert when("24 Desember", date(2019, 1, 10)) == ("2018-12-24", "2018-12-24", "day")
    assert when("3 Juni") == ("2019-06-03", "2019-06-03", "day")
    assert when("17 Agustus") == ("2018-08-17", "2018-08-17", "day")
    assert when("17 Agustus", future=True) == ("2019-08-17", "2019-08-17", "day")


def test_a_weekday_settles_the_year_of_a_date() -> None:
    assert when("Sabtu (17/8)") == ("2019-08-17", "2019-08-17", "day")
    assert when("Jumat (17/8)") == ("2018-08-17", "2018-08-17", "day")


def test_a_month_is_a_month_and_its_beginning_ten_days() -> None:
    assert when("pada Mei") == ("2019-05-01", "2019-05-31", "month")
    assert when("awal Mei") == ("2019-05-01", "2019-05-10", "range")
    assert when("akhir Februari 2020") == ("2020-02-21", "2020-02-29", "range")


def test_a_range_over_the_new_year_keeps_its_order() -> None:
    assert when("29 Desember hingga 2 Januari", date(2019, 1, 5)) == ("2018-12-29", "2019-01-02", "range")


def test_what_cannot_be_tied_still_says_how_fine_it_is() -> None:
    assert when("dua hari lalu", None) == (None, None, "day")
    assert when("Ahad malam", None) == (None, None, "night")
    assert when("setiap Jumat") == (None, None, "unspecified")
    assert when("31 Juni 2019") == (None, None, "day")
    assert when("27 Mei 2019", None) == ("2019-05-27", "2019-05-27", "day")


def test_words_that_point_back_lean_on_the_time_told_before() -> None:
    told = Time("2019-05-24", "2019-05-24", "day")
    assert when("tiga hari sebelumnya", previous=told) == ("2019-05-21", "2019-05-21", "day")
    assert when("keesokan harinya", previous=told) == ("2019-05-25", "2019-05-25", "day")
    assert when("keesokan paginya", previous=told) == ("2019-05-25T05:00", "2019-05-25T11:00", "part_of_day")
    assert when("pukul 05.30 WIB", previous=told) == ("2019-05-24T05:30", "2019-05-24T05:30", "hour")
    assert when("tiga hari sebelumnya") == (None, None, "day")
    assert when("pukul 05.30 WIB") == (None, None, "hour")


def test_after_midnight_in_a_night_told_before_is_the_next_day() -> None:
    night = Time("2019-05-26T18:00", "2019-05-27T06:00", "night")
    assert when("pukul 01.30", previous=night) == ("2019-05-27T01:30", "2019-05-27T01:30", "hour")
    assert when("pukul 20.00", previous=night) == ("2019-05-26T20:00", "2019-05-26T20:00", "hour")


def test_since_runs_to_the_anchor_and_until_has_no_start() -> None:
    assert when("sejak 2014") == ("2014-01-01", "2019-05-27", "range")
    assert when("sejak 2014", None) == ("2014-01-01", None, "range")
    assert when("hingga Kamis", future=True) == (None, "2019-05-30", "range")


def test_hijri_dates_follow_the_tabulated_calendar() -> None:
    assert when("10 Muharram 1445 H", None) == ("2023-07-28", "2023-07-28", "day")
    assert when("selama Ramadan 1440 H") == ("2019-05-06", "2019-06-03", "month")


def test_a_common_date_beside_a_hijri_one_settles_the_day() -> None:
    assert when("1 Muharram 1441 H / Ahad, 01 September 2019") == ("2019-09-01", "2019-09-01", "day")
    assert when("15 Juni 2017 / 20 Ramadhan 1438 H") == ("2017-06-15", "2017-06-15", "day")


def test_date_and_hour_in_the_head_of_a_page_are_one_time() -> None:
    assert when("Rabu, 12 Nop 2025 | 16:05 WIB") == ("2025-11-12T16:05", "2025-11-12T16:05", "hour")
    assert when("23/03/2017, 19:25 WIB") == ("2017-03-23T19:25", "2017-03-23T19:25", "hour")


def test_lists_of_days_are_one_stretch() -> None:
    assert when("27, 28, dan 29 Mei 2019") == ("2019-05-27", "2019-05-29", "range")
    assert when("Sabtu-Minggu (25-26/5/2019)") == ("2019-05-25", "2019-05-26", "range")


def test_the_hours_of_each_day_do_not_lengthen_the_days() -> None:
    told = when("Kamis hingga Minggu (2/6), pukul 18.00 sampai 06.00 WIT", date(2019, 6, 3))
    assert told == ("2019-05-30", "2019-06-02", "range")


def test_a_range_may_share_its_day() -> None:
    assert when("Senin (27/5) pagi hingga siang") == ("2019-05-27T05:00", "2019-05-27T15:00", "range")
    assert when("pukul 08.00 hingga pukul 12.00 WIB, Senin (27/5)")[:2] == (
        "2019-05-27T08:00",
        "2019-05-27T12:00",
    )


def test_weeks_after_a_day_told_are_counted_in_days() -> None:
    told = Time("2023-07-12", "2023-07-12", "day")
    assert when("sepekan kemudian", previous=told) == ("2023-07-19", "2023-07-19", "day")
    assert when("sebulan kemudian", previous=told) == ("2023-08-01", "2023-08-31", "month")


def test_what_is_yet_to_begin_begins_within_its_own_time() -> None:
    assert when("mulai pekan depan") == ("2019-06-03", "2019-06-09", "range")


def test_the_evidence_is_the_expression() -> None:
    text = "Pertemuan itu terjadi pada Ahad malam."
    (found,) = find(text)
    told = resolve(found, MONDAY)
    assert told.text == "Ahad malam"
    assert told.evidence is not None
    assert text[told.evidence.start : told.evidence.end] == told.evidence.text == "Ahad malam"


def instant(edge: str, *, last: bool) -> datetime:
    if "T" in edge:
        return datetime.fromisoformat(edge)
    return datetime.combine(date.fromisoformat(edge), time.max if last else time.min)


def news() -> st.SearchStrategy[str]:
    listed = [word for value in languages.words("id", "times").values() for word in value]
    marks = ["27", "31", "99", "2019", "9999", "1440 H", "05.30", "27/5", "(", ")", ",", "-", "dua", "sejuta"]
    return st.lists(st.sampled_from([*listed, *marks]), max_size=12).map(" ".join)


TOLD = st.one_of(
    st.none(),
    st.sampled_from(
        [
            Time(None, None, "unspecified"),
            Time("2019-05-24", "2019-05-24", "day"),
            Time("2019-05-26T18:00", "2019-05-27T06:00", "night"),
            Time("gestern", None, "day"),
        ]
    ),
)


@given(news(), st.one_of(st.none(), st.dates()), st.booleans(), TOLD)
@settings(deadline=None, max_examples=300)
def test_resolving_never_fails_and_never_ends_before_it_starts(
    text: str, anchor: date | None, future: bool, previous: Time | None
) -> None:
    for found in find(text):
        told = resolve(found, anchor, future=future, previous=previous)
        if told.start and told.end:
            assert instant(told.start, last=False) <= instant(told.end, last=True)


@pytest.mark.parametrize("split", ["dev", "held"])
def test_at_least_95_percent_of_the_gold_expressions_are_found_and_tied(split: str) -> None:
    right, total = accuracy(split)
    assert total >= 100
    assert right / total >= 0.95


def accuracy(split: str) -> tuple[int, int]:
    """Right ones, and all that are in gold or were found; each with span, start, end and granularity."""
    with GOLD.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["split"] == split]
    by_text = defaultdict(list)
    for row in rows:
        by_text[row["text"], row["anchor"], row["future"], row["previous"]].append(row)
    right = total = 0
    for (text, anchor, future, previous), told in by_text.items():
        before = Time(previous, previous, "day") if previous else None
        wanted = {(r["expression"], r["start"], r["end"], r["granularity"]) for r in told if r["expression"]}
        got = set()
        for found in find(text):
            t = resolve(found, date.fromisoformat(anchor), future=future == "1", previous=before)
            got.add((found.text, t.start or "", t.end or "", str(t.granularity)))
        # A text without times is one case, right if nothing is found in it.
        total += max(1, len(wanted | got))
        right += len(wanted & got) if wanted | got else 1
    return right, total
