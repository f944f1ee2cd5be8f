from __future__ import annotations

from dataclasses import replace

import pytest

from riwayat.model import Happening, Outlet, Reading, Source
from riwayat.told import MASK, Mask, Names, names_of


def _names(
    private: tuple[str, ...] = (),
    unsure: tuple[str, ...] = (),
    public: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
) -> Names:
    return Names(frozenset(private), frozenset(unsure), frozenset(public), frozenset(others))


def test_private_people_are_masked_and_public_ones_named() -> None:
    mask = Mask([_names(private=("Siti Aminah",), public=("Yasir al-Darwisy",))])
    told = mask.text("Siti Aminah ditembak, kata Yasir al-Darwisy.")
    assert told == f"{MASK} ditembak, kata Yasir al-Darwisy."


def test_of_whom_one_cannot_tell_counts_as_private() -> None:
    assert Mask([_names(unsure=("Siti Aminah",))]).text("kata Siti Aminah") == f"kata {MASK}"


def test_another_report_may_tell_that_somebody_is_public() -> None:
    assert not Mask([_names(unsure=("Siti Aminah",)), _names(public=("SITI AMINAH",))])


def test_that_somebody_is_private_outweighs_that_he_is_public() -> None:
    mask = Mask([_names(private=("Siti Aminah",)), _names(public=("Siti Aminah",))])
    assert mask.text("kata Siti Aminah") == f"kata {MASK}"


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        ("Siti Nurhaliza", "SITI NURHALIZA TEWAS", f"{MASK} TEWAS"),
        ("Siti Nurhaliza", "ibu Nurhaliza menangis", f"ibu {MASK} menangis"),
        ("Siti Nurhaliza", "Siti\nNurhaliza", MASK),
        ("Siti Nurhaliza", "Nurhalizah", "Nurhalizah"),
        ("خالد العبسي", "قال خالد العبسي لنا", f"قال {MASK} لنا"),
        ("خالد العبسي", "شكرا لخالد العبسي وخالد العبسي", f"شكرا ل{MASK} و{MASK}"),
        ("Omar's", "Omar's house", f"{MASK} house"),
        ("A. (Bob) Hill", "with A. (Bob) Hill, 34", f"with {MASK}, 34"),
    ],
)
def test_names_are_found_in_the_forms_in_which_texts_have_them(name: str, words: str, told: str) -> None:
    assert Mask([_names(private=(name,))]).text(words) == told


def test_a_longer_name_of_somebody_else_stays_whole() -> None:
    mask = Mask([_names(private=("Rabwah",), public=("Rabwah Hasan",), others=("Liwa al-Rabwah",))])
    assert mask.text("Liwa al-Rabwah dan Rabwah Hasan, bukan Rabwah") == (
        f"Liwa al-Rabwah dan Rabwah Hasan, bukan {MASK}"
    )


def test_a_part_that_names_a_place_too_is_no_name_alone() -> None:
    mask = Mask([_names(private=("Sulaiman Darkush",), others=("Darkush",))])
    assert mask.text("Sulaiman di Darkush") == f"{MASK} di Darkush"


def test_a_mask_without_names_changes_nothing() -> None:
    assert not Mask()
    assert Mask().text("Siti Aminah") == "Siti Aminah"


def test_addresses_stay_as_they_are() -> None:
    source = Source(
        "sha256:1",
        Outlet("Kabar"),
        "Siti Aminah tewas",
        "id",
        None,
        "2021-06-14",
        url="https://x.example/Siti",
    )
    masked = Mask([_names(private=("Siti Aminah", "Siti"))]).of(source)
    assert masked == replace(source, title=f"{MASK} tewas")


def test_all_words_of_a_happening_are_masked() -> None:
    value = Happening(
        id="h0",
        type="ASSAULT",
        what="Siti Aminah tewas.",
        time=None,
        place=None,
        actors=("Liwa",),
        recipients=("Siti Aminah",),
        reports=(),
        origins=(),
        untraced=(),
        independent_origins=0,
        disputes=(),
    )
    masked = Mask([_names(private=("Siti Aminah",))]).of(value)
    assert (masked.what, masked.recipients, masked.actors) == (f"{MASK} tewas.", (MASK,), ("Liwa",))


def test_the_names_of_a_reading_are_sorted_by_whether_they_may_be_told(sample_reading: Reading) -> None:
    names = names_of(sample_reading)
    assert {"Yasir al-Darwisy"} <= names.public | names.unsure | names.private
    assert {"Liwa al-Rabwah", "Kafr Laimun"} <= names.others


def test_where_private_names_stand_is_told_too() -> None:
    mask = Mask([_names(private=("خالد العبسي",), others=("Liwa al-Rabwah",))])
    words = "شكرا لخالد العبسي"
    assert [words[start:end] for start, end in mask.hidden(words)] == ["خالد العبسي"]
    assert mask.hidden("Liwa al-Rabwah") == []
    assert Mask().hidden(words) == []
