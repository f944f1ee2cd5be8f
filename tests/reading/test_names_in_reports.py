"""Who and what a report names, and which names are one and the same."""

from __future__ import annotations

import pytest

from .told import entities, entity, told


@pytest.mark.parametrize(
    "sentence",
    [
        "Presiden Rahmat Hidayat tiba di kota itu.",
        "Gubernur Rahmat Hidayat meninjau pasar.",
        "Menurut Kolonel Rahmat Hidayat, jalan itu aman.",
        "Bupati setempat, Rahmat Hidayat, meninjau pasar.",
        "Rahmat Hidayat (45) menanam padi.",
        "Seorang petani bernama Rahmat Hidayat menanam padi.",
    ],
)
def test_a_title_is_no_part_of_a_name(sentence: str) -> None:
    assert entities(told(sentence), "person") == ["Rahmat Hidayat"]


@pytest.mark.parametrize(
    ("short", "full"),
    [("Rahmat", "Rahmat Hidayat"), ("al-Darwisy", "Yasir al-Darwisy"), ("Pranoto", "Joko Pranoto")],
)
def test_a_part_of_a_name_is_the_same_person(short: str, full: str) -> None:
    reading = told(f"Bupati {full} membuka pasar itu. Menurut {short}, pasar itu aman. {short} lalu pulang.")
    assert entities(reading, "person") == [full]
    assert len(entity(reading, full, "person").mentions) == 3


def test_two_people_who_share_a_part_of_their_names_stay_two() -> None:
    reading = told(
        "Bupati Ahmad Salim bertemu Kolonel Umar Salim di pasar. Ahmad mengatakan pasar aman. Umar setuju."
    )
    assert entities(reading, "person") == ["Ahmad Salim", "Umar Salim"]
    assert [m.text for m in entity(reading, "Umar", "person").mentions] == ["Umar Salim", "Umar"]


def test_the_longest_form_is_the_name_and_mentions_keep_the_order_of_the_text() -> None:
    text = "Menurut Hidayat, pasar aman. Bupati Rahmat Hidayat membuka pasar itu."
    found = entity(told(text), "Hidayat", "person")
    assert found.name == "Rahmat Hidayat"
    assert [m.text for m in found.mentions] == ["Hidayat", "Rahmat Hidayat"]


def test_a_direction_makes_no_other_place() -> None:
    reading = told("Roket jatuh di Idlib selatan. Warga Idlib mengungsi. Jalan ke Idlib utara ditutup.")
    assert len(entities(reading, "place")) == 1
    assert len(entity(reading, "Idlib", "place").mentions) == 3


@pytest.mark.parametrize(
    "sentence", ["Roket jatuh di Kabupaten Nduga.", "Warga Distrik Nduga mengungsi ke Kota Wamena."]
)
def test_generic_words_are_no_part_of_a_place(sentence: str) -> None:
    assert "Nduga" in entities(told(sentence), "place")


@pytest.mark.parametrize("body", ["militer Suriah", "pasukan Suriah", "Partai Lembah", "Liwa al-Rabwah"])
def test_bodies_are_groups_also_where_a_common_noun_heads_them(body: str) -> None:
    assert entity(told(f"Jalan itu ditutup oleh {body} pada Sabtu."), body, "group").name == body


@pytest.mark.parametrize(
    ("long_", "short"),
    [("Gerakan Pemuda Lembah", "GPL"), ("Hay'at Tahrir al-Sham", "HTS"), ("Partai Tani Lembah", "PTL")],
)
def test_a_short_form_explained_in_brackets_is_the_same_body(long_: str, short: str) -> None:
    reading = told(f"{long_} ({short}) membuka kantor di kota itu. Kantor {short} ramai.")
    assert entities(reading, "group") == [long_]
    assert [m.text for m in entity(reading, short, "group").mentions] == [long_, short, short]


def test_two_short_forms_that_no_words_tie_stay_two() -> None:
    assert entities(told("GPL dan PTL membuka kantor di kota itu."), "group") == ["GPL", "PTL"]


@pytest.mark.parametrize("verb", ["mengatakan", "menegaskan", "menyebut"])
def test_a_capital_that_speaks_is_a_government_and_a_place(verb: str) -> None:
    reading = told(f"Ankara {verb} bahwa perbatasan itu akan dibuka.")
    assert entities(reading, "group") == ["Ankara"]
    assert entities(reading, "place") == ["Ankara"]


def test_a_capital_where_something_happens_is_no_government() -> None:
    reading = told("Pasar di Ankara ditutup pada Sabtu.")
    assert entities(reading, "group") == []
    assert entities(reading, "place") == ["Ankara"]


def test_names_that_a_list_gives_one_actor_stay_two_bodies_in_one_report() -> None:
    reading = told(
        "Rusia menyerang pos itu. Kementerian Pertahanan Rusia membantah. Moskow menyebutnya bohong."
    )
    assert "Kementerian Pertahanan Rusia" in entities(reading, "group")
    assert entity(reading, "Rusia", "group") != entity(reading, "Kementerian Pertahanan Rusia", "group")


def test_outlets_are_outlets_and_no_groups() -> None:
    reading = told("Jembatan itu runtuh, lapor Reuters. Menurut Al Jazeera, lima rumah hanyut.")
    assert entities(reading, "outlet") == ["Reuters", "Al Jazeera"]
    assert entities(reading, "group") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Pertemuan itu pada Senin.",
        "Sejumlah komandan hadir.",
        "Hal Itu Benar.",
        "Ribuan warga pulang pada Mei.",
    ],
)
def test_days_months_and_common_nouns_are_nobody(sentence: str) -> None:
    assert entities(told(sentence), "person") == []


@pytest.mark.parametrize("title", ["Presiden", "Gubernur", "Jenderal", "Kapolda Papua Irjen"])
def test_who_is_named_with_an_office_or_rank_is_public(title: str) -> None:
    assert entity(told(f"{title} Rahmat Hidayat meninjau pasar."), "Rahmat Hidayat", "person").public is True


def test_who_is_named_in_no_office_is_not_taken_for_public() -> None:
    reading = told("Seorang petani bernama Karim Mustafa menanam padi. Warga lain, Siti Aminah, memanen.")
    assert entity(reading, "Karim Mustafa", "person").public is not True
    assert entity(reading, "Siti Aminah", "person").public is not True


def test_an_office_said_once_counts_for_the_whole_report() -> None:
    reading = told("Rahmat Hidayat membuka pasar itu. Gubernur Rahmat Hidayat lalu pulang.")
    assert entity(reading, "Rahmat Hidayat", "person").public is True
