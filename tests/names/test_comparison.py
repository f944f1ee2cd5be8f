from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat.names import Comparison, Kind, compare

KINDS: tuple[Kind, ...] = ("person", "group", "place", "outlet")


def same(a: str, b: str, kind: Kind = "person") -> bool:
    return compare(a, b, kind).same


def test_al_jaulani_is_one_man_in_every_spelling() -> None:
    spellings = ["al-Jaulani", "al-Julani", "al-Golani", "el-Colani", "الجولاني", "Abu Muhammad al-Jaulani"]
    assert all(same(a, b) for a in spellings for b in spellings)


def test_hassan_is_not_hussein() -> None:
    assert not any(same(a, b) for a in ("Hassan", "Hasan", "حسن") for b in ("Hussein", "Husain", "حسين"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rami Abdurrahman", "Rami Abd al-Rahman"),
        ("Rami Abdul Rahman", "رامي عبدالرحمن"),
        ("Noureddine al-Bitar", "Nur al-Din al-Bitar"),
        ("Hasan Nashrullah", "حسن نصر الله"),
    ],
)
def test_names_of_several_words_are_one_however_they_are_joined(a: str, b: str) -> None:
    assert same(a, b)


def test_a_kunya_is_one_unit_and_not_the_name_in_it() -> None:
    assert same("Abou Obeida", "أبو عبيدة")
    assert not same("Abu Hassan", "Hassan")
    assert not same("Abu Khalid", "Umm Khalid")
    assert not same("Abu Muhammad al-Jaulani", "Abu Muhammad al-Adnani")


def test_titles_and_degrees_are_not_part_of_a_name() -> None:
    assert same("Brigjen Pol. Ahmad Ramadhan", "Ahmed Ramadan")
    assert same("Dr. H. Anies Rasyid Baswedan, Ph.D.", "Anies Baswedan")
    assert same("الشيخ علي خميس", "Ali Khamis")


def test_a_title_that_is_a_name_too_tells_men_apart() -> None:
    assert same("Habib Rizieq Shihab", "Muhammad Rizieq Shihab")
    assert not same("Habib Bourguiba", "Hatib Bourguiba")


def test_father_and_son_stay_two() -> None:
    assert not same("Hafez al-Assad", "Bashar Hafez al-Assad")
    assert not same("Ali Hassan", "Hassan Ali")
    assert not same("Ferdinand Marcos", "Ferdinand Marcos Jr.")


def test_other_orders_of_one_name_are_one_where_they_are_no_chain_of_given_names() -> None:
    assert same("Xi Jinping", "Jinping Xi")
    assert same("Lavrov, Sergei", "Sergey Lavrov")


def test_a_surname_may_stand_alone_and_a_common_given_name_may_not() -> None:
    assert same("Netanyahu", "Benjamin Netanyahu")
    assert not same("Muhammad", "Muhammad Ali")


def test_the_score_falls_with_what_only_one_has() -> None:
    whole, part = (
        compare("Sergei Lavrov", "Sergey Lavrov", "person"),
        compare("Lavrov", "Sergei Lavrov", "person"),
    )
    assert whole.score > part.score
    assert whole.whole
    assert not part.whole


def test_initials_stand_for_names_but_do_not_make_one() -> None:
    assert same("Donald J. Trump", "Donald John Trump")
    assert not same("D. J.", "Donald John")


def test_a_slip_of_the_pen_passes_where_the_rest_is_certain() -> None:
    assert same("Prabowo Subianto", "Prabowo Subinato")
    assert not same("Ahmad Rahmani", "Ahmad Rahmano")


def test_other_names_in_the_text_of_one_count() -> None:
    assert same("Santoso alias Abu Wardah", "Abu Wardah")
    assert same("Jaysh al-Izza (Army of Glory)", "Jaisyul Izzah", "group")


def test_groups_are_one_across_schemes_and_translations() -> None:
    assert same("Jaisyul Izzah", "جيش العزة", "group")
    assert same("Front Nusra", "Jabhat al-Nusra", "group")
    assert same("Tentara Nasional Suriah", "الجيش الوطني السوري", "group")
    assert not same("Jaisyul Izzah", "Jaisyul Islam", "group")


def test_abbreviations_stand_for_first_letters_in_either_script() -> None:
    assert same("HTS", "Hay'at Tahrir al-Sham", "group")
    assert same("هتش", "هيئة تحرير الشام", "group")
    assert same("HTS", "هيئة تحرير الشام", "group")
    assert not same("SDF", "SAF", "group")
    assert not same("SDF", "Self-Defense Forces", "group")


def test_numbers_of_units_must_agree() -> None:
    assert same("1st Coastal Division", "الفرقة الساحلية الأولى", "group")
    assert same("Kodam XVII/Cenderawasih", "Kodam 17 Cenderawasih", "group")
    assert not same("First Coastal Division", "2nd Coastal Division", "group")


def test_bodies_of_two_states_are_two_and_a_state_is_no_body_of_its() -> None:
    assert not same("Russian Ministry of Defence", "وزارة الدفاع التركية", "group")
    assert not same("Kementerian Pertahanan Azerbaijan", "Azerbaijan", "group")
    assert not same("Taliban", "Pakistani Taliban", "group")


def test_places_are_one_but_for_gaps_and_the_word_for_what_they_are() -> None:
    assert same("Kafr Nabl", "Kafranbel", "place")
    assert same("Provinsi Idlib", "محافظة إدلب", "place")
    assert not same("Kota Bandung", "Kabupaten Bandung", "place")
    assert not same("Sudan", "South Sudan", "place")
    assert not compare("Gaza", "Kota Gaza", "place").whole


def test_other_scripts_are_read_too() -> None:
    assert same("Владимир Путин", "فلاديمير بوتين")
    assert same("习近平", "Xi Jinping")


def test_the_reason_says_what_was_weighed() -> None:
    assert compare("Ahmad al-Sharaa", "Farouk al-Sharaa", "person").reason == "ahmad against farouk"
    assert "only one has" in compare("Lavrov", "Sergei Lavrov", "person").reason


PIECES = [
    *(
        "Abu",
        "Abd",
        "al-Rahman",
        "Ahmad",
        "bin",
        "Hassan",
        "حسن",
        "أبو",
        "عبد",
        "الله",
        "الدين",
        "ال",
        "HTS",
        "XVII",
    ),
    *(
        "1st",
        "(ISIS)",
        "alias",
        ",",
        ".",
        "-",
        "Dr.",
        "Путин",
        "习",
        "Jaisyul",
        "Jr.",
        "J.",
        "ben",
        "Muhammad",
        "'Ā",
    ),
    *("Habib", "Kota", "Tentara", "Suriah", "الأولى", "Izzuddin"),
]
NAMES = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(PIECES),
        max_size=6,
    ).map(" ".join),
)


@settings(max_examples=300, deadline=None)
@given(NAMES, NAMES, st.sampled_from(KINDS))
def test_any_two_names_compare_the_same_both_ways_round(a: str, b: str, kind: Kind) -> None:
    found = compare(a, b, kind)
    assert found == compare(b, a, kind)
    assert 0.0 <= found.score <= 1.0
    assert found.reason


@settings(max_examples=200, deadline=None)
@given(NAMES, st.sampled_from(KINDS))
def test_any_name_is_itself(name: str, kind: Kind) -> None:
    found = compare(name, name, kind)
    assert found == Comparison(1.0, True, "written alike") or (not found.same and found.reason == "no name")
