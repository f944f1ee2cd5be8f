"""How sure a deed is, where and when it was done, and how many it concerned."""

from __future__ import annotations

import pytest

from riwayat.grounding import ground
from riwayat.model import Reading
from riwayat.reading import read

from .told import event, figures, place, report, told


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Turki menyerang Liwa al-Rabwah.", "asserted"),
        ("Turki akan menyerang Liwa al-Rabwah.", "planned"),
        ("Turki berencana menyerang Liwa al-Rabwah.", "planned"),
        ("Turki hendak menyerang Liwa al-Rabwah.", "planned"),
        ("Turki sedang menyerang Liwa al-Rabwah.", "ongoing"),
        ("Turki tengah menyerang Liwa al-Rabwah.", "ongoing"),
        ("Turki masih menyerang Liwa al-Rabwah.", "ongoing"),
        ("Turki tidak menyerang Liwa al-Rabwah.", "denied"),
        ("Turki membantah telah menyerang Liwa al-Rabwah.", "denied"),
        ("Turki membantah menyerang Liwa al-Rabwah.", "denied"),
        ("Turki diduga menyerang Liwa al-Rabwah.", "alleged"),
        ("Turki dituduh menyerang Liwa al-Rabwah.", "alleged"),
        ("Jika Turki menyerang Liwa al-Rabwah, perang akan meluas.", "hypothetical"),
        ("Turki mungkin akan menyerang Liwa al-Rabwah.", "hypothetical"),
        ("Turki bisa menyerang Liwa al-Rabwah.", "hypothetical"),
    ],
)
def test_how_sure_a_deed_is(sentence: str, modality: str) -> None:
    reading = told(sentence)
    assert event(reading, "ASSAULT").modality == modality


@pytest.mark.parametrize("opening", ["Sumber di Beirut mengatakan bahwa", "Menurut sumber di Beirut,"])
def test_where_a_source_sits_is_not_where_a_deed_was_done(opening: str) -> None:
    assert place(told(f"{opening} Turki menyerang Liwa al-Rabwah."), "ASSAULT") is None


def test_the_dateline_alone_is_no_place_of_a_deed() -> None:
    text = "KABAR LEMBAH, Darkush – Turki menyerang Liwa al-Rabwah pada Sabtu."
    assert place(told(text, dateline="Darkush"), "ASSAULT") is None


def test_the_place_of_the_dateline_counts_where_the_text_names_it_again() -> None:
    text = "KABAR LEMBAH, Darkush – Turki menyerang Liwa al-Rabwah di Darkush pada Sabtu."
    assert place(told(text, dateline="Darkush"), "ASSAULT") == "Darkush"


@pytest.mark.parametrize(
    "sentence",
    [
        "Turki menyerang Liwa al-Rabwah di Darkush pada Sabtu.",
        "Di Darkush, Turki menyerang Liwa al-Rabwah.",
        "Pada Sabtu, Turki menyerang Liwa al-Rabwah di kota Darkush.",
    ],
)
def test_the_place_named_with_a_deed_is_its_place(sentence: str) -> None:
    assert place(told(sentence), "ASSAULT") == "Darkush"


def when(reading: Reading, type_: str) -> tuple[str | None, str | None, str] | None:
    time = event(ground(reading), type_).time
    return (time.start, time.end, time.granularity) if time else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pada Sabtu", ("2021-06-12", "2021-06-12", "day")),
        ("pada Senin (14/6)", ("2021-06-14", "2021-06-14", "day")),
        ("pada Sabtu malam", ("2021-06-12T18:00", "2021-06-13T06:00", "night")),
        ("pada Ahad malam", ("2021-06-13T18:00", "2021-06-14T06:00", "night")),
        ("pekan lalu", ("2021-06-07", "2021-06-13", "week")),
        ("", None),
    ],
)
def test_when_a_deed_was_done(words: str, expected: tuple[str, str, str] | None) -> None:
    assert (
        when(told(f"Turki menyerang Liwa al-Rabwah di Darkush {words}.".replace(" .", ".")), "ASSAULT")
        == expected
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Liwa al-Rabwah, Senin (14/6), dilaporkan mundur dari Darkush.",
        "Liwa al-Rabwah mundur dari Darkush, kata Rahmat Hidayat, Senin (14/6).",
        '"Liwa al-Rabwah mundur dari Darkush," kata Rahmat Hidayat, Senin (14/6).',
    ],
)
def test_the_day_of_the_telling_is_not_the_day_of_the_deed(sentence: str) -> None:
    assert event(told(sentence), "RETREAT").time is None


def test_what_lies_far_back_is_background() -> None:
    reading = ground(told("Pada 2015, Turki menyerang Liwa al-Rabwah."))
    found = event(reading, "ASSAULT")
    assert found.modality == "background"
    assert {t.modality for t in found.tellings} == {"background"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("menewaskan tiga orang", [("killed", 3, 3)]),
        ("menewaskan sedikitnya tiga orang", [("killed", 3, None)]),
        ("menewaskan puluhan orang", [("killed", 20, 99)]),
        ("menewaskan lebih dari 300 orang", [("killed", 300, None)]),
        ("menewaskan tiga orang dan melukai tujuh lainnya", [("killed", 3, 3), ("wounded", 7, 7)]),
        ("melukai belasan warga", [("wounded", 11, 19)]),
    ],
)
def test_a_toll_belongs_to_the_deed_before(words: str, expected: list[tuple[str, int, int | None]]) -> None:
    reading = told(f"Turki menyerang Liwa al-Rabwah pada Sabtu. Serangan itu {words}.")
    assert figures(reading, "ASSAULT") == expected


@pytest.mark.parametrize(
    "toll",
    [
        "Tiga prajurit gugur.",
        "Tiga tentara tewas dalam serangan itu.",
        "Dalam serangan itu, tiga tentara tewas.",
        "Tiga anggota Liwa al-Rabwah tewas.",
    ],
)
def test_who_fell_joins_the_deed_before(toll: str) -> None:
    reading = told(f"Turki menyerang Liwa al-Rabwah pada Sabtu. {toll}")
    assert figures(reading, "ASSAULT") == [("killed", 3, 3)]


def test_rival_tolls_of_one_deed_are_both_kept_each_with_its_statement() -> None:
    reading = told(
        "Turki menyerang Liwa al-Rabwah pada Sabtu. "
        "Rahmat Hidayat mengatakan serangan itu menewaskan 12 orang. "
        "Namun Sulastri menyebut serangan itu menewaskan lima orang."
    )
    assert figures(reading, "ASSAULT") == [("killed", 12, 12), ("killed", 5, 5)]
    told_by = {t.statement: [q.low for q in t.quantities] for t in event(reading, "ASSAULT").tellings}
    assert sorted(told_by.values()) == [[], [5], [12]]


def test_whose_side_a_figure_counts_is_kept_as_written() -> None:
    reading = told("Turki menyerang Darkush. Serangan itu menewaskan 12 warga sipil.")
    (figure,) = event(reading, "ASSAULT").quantities
    assert figure.of == "warga sipil"


def test_a_figure_without_a_number_has_no_bounds() -> None:
    reading = told("Turki menyerang Liwa al-Rabwah. Serangan itu menewaskan sejumlah orang.")
    assert figures(reading, "ASSAULT") == [("killed", None, None)]


def test_a_report_without_a_date_leaves_weekdays_open() -> None:
    text = "Turki menyerang Liwa al-Rabwah pada Sabtu."
    assert when(read(report(text, published=None)), "ASSAULT") == (None, None, "day")
