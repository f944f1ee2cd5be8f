"""Indonesian time expressions are found where they are, and nothing else is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat import languages
from riwayat.languages.id.times import find
from riwayat.text.times import Calendar, Open, PartOfDay, Recurring, Shift, Stretch, Weekday, Within


def texts(text: str) -> list[str]:
    return [found.text for found in find(text)]


def words() -> list[str]:
    data = languages.words("id", "times")
    listed = [word for value in data.values() for word in value]
    return [
        *listed,
        "27",
        "5",
        "2019",
        "05.30",
        "27/5",
        "(",
        ")",
        ",",
        ".",
        "-",
        "/",
        "dua",
        "ribu",
        "\n",
        "Mei",
    ]


def news() -> st.SearchStrategy[str]:
    """Texts made of the very words the grammar knows, in any order."""
    piece = st.one_of(
        st.sampled_from(words()), st.sampled_from(words()).map(str.capitalize), st.text(max_size=3)
    )
    return st.lists(piece, max_size=14).map(" ".join)


@given(st.one_of(st.text(max_size=60), news()))
@settings(deadline=None)
def test_spans_hold_on_any_text_and_never_overlap(text: str) -> None:
    found = find(text)
    assert all(text[time.start : time.end] == time.text for time in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(news())
@settings(deadline=None, max_examples=30)
def test_the_same_text_gives_the_same_times(text: str) -> None:
    assert find(text) == find(text)


def test_weekday_date_part_of_day_and_clock_are_one_expression() -> None:
    whole = "Senin (27/05/2019) malam sekitar pukul 20.00 WIB"
    assert texts(f"Rudal jatuh pada {whole}.") == [whole]


def test_a_line_end_parts_two_times() -> None:
    assert texts("Senin\n27 Mei 2019") == ["Senin", "27 Mei 2019"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ia tiba pada Minggu di Kairo.", Weekday(6)),
        ("Ia tiba pada minggu lalu.", Shift.by(-1, "week")),
        ("Ia tiba pada Minggu lalu.", Weekday(6, -1)),
        ("Minggu lalu ia tiba.", Shift.by(-1, "week")),
        ("Ia tiba hari Minggu lalu.", Weekday(6, -1)),
        ("Ia tiba minggu malam.", PartOfDay(Weekday(6), "night")),
        ("Ia tiba dua minggu lalu.", Shift.by(-2, "week")),
        ("Ia tiba akhir minggu ini.", Within(Shift.by(0, "week"), third="weekend")),
    ],
)
def test_minggu_is_a_day_or_a_week_by_what_stands_beside_it(text: str, expected: object) -> None:
    assert [found.meaning for found in find(text)] == [expected]


def test_the_night_named_before_a_day_is_its_eve() -> None:
    assert [found.meaning for found in find("pada malam Senin")] == [PartOfDay(Weekday(0), "night", eve=True)]
    assert [found.meaning for found in find("pada Senin malam")] == [PartOfDay(Weekday(0), "night")]


def test_a_month_is_never_made_a_day() -> None:
    assert [found.meaning for found in find("pada April")] == [Calendar(month=4)]


def test_a_duration_is_a_time_only_where_it_is_anchored() -> None:
    assert find("selama tiga hari") == []
    assert [found.meaning for found in find("selama tiga hari terakhir")] == [Stretch(3, "day", -1)]


def test_since_and_each_are_told_apart_from_the_day_itself() -> None:
    (since,), (each,) = find("sejak Jumat"), find("setiap Jumat")
    assert since.meaning == Open("since", Weekday(4))
    assert each.meaning == Recurring()


@pytest.mark.parametrize(
    "text",
    [
        "di Pasar Minggu",
        "di Jalan 17 Agustus",
        "di Jl. 10 November",
        "menurut Mei Lan",
        "usai salat Jumat",
        "Pasal 27 UU Nomor 11 Tahun 2008",
        "Aksi 212",
        "G30S",
        "Ahmad (27)",
        "34 tahun",
        "skor 3-2",
        "rasio 2/3",
        "Rp 5.150",
        "0812-2014-2019",
        "24 jam",
        "3 jam 20 menit",
        "abad ke-19",
        "hingga 2000 orang",
        "Pilkada 2020",
        "hari-hari berikutnya",
        "tahun 300 sebelum Masehi",
    ],
)
def test_names_numbers_ages_and_durations_are_no_times(text: str) -> None:
    assert find(text) == []


def test_then_after_a_date_is_not_last() -> None:
    assert texts("Selasa (28/5) lalu diterbangkan") == ["Selasa (28/5)"]
    assert texts("Selasa (28/5) lalu, warga") == ["Selasa (28/5) lalu"]
