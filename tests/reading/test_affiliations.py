"""Who belongs to, leads or speaks for whom."""

from __future__ import annotations

import pytest

from .told import memberships, told

YASIR = ("Yasir al-Darwisy", "Liwa al-Rabwah")


@pytest.mark.parametrize(
    "sentence",
    [
        "Yasir al-Darwisy (Liwa al-Rabwah) hadir dalam rapat itu.",
        "Juru bicara Liwa al-Rabwah, Yasir al-Darwisy, menolak tawaran itu.",
        "Juru bicara Liwa al-Rabwah Yasir al-Darwisy menolak tawaran itu.",
        "Komandan Liwa al-Rabwah, Yasir al-Darwisy, menolak tawaran itu.",
        "Yasir al-Darwisy, juru bicara Liwa al-Rabwah, menolak tawaran itu.",
        "Yasir al-Darwisy, komandan Liwa al-Rabwah, menolak tawaran itu.",
        "Yasir al-Darwisy dari Liwa al-Rabwah menolak tawaran itu.",
        "Liwa al-Rabwah pimpinan Yasir al-Darwisy menolak tawaran itu.",
        "Liwa al-Rabwah yang dipimpin Yasir al-Darwisy menolak tawaran itu.",
        "Liwa al-Rabwah pimpinan Jenderal Yasir al-Darwisy menolak tawaran itu.",
        "Komandan Liwa al-Rabwah, Kolonel Yasir al-Darwisy, menolak tawaran itu.",
        "Juru bicara Liwa al-Rabwah di Idlib, Yasir al-Darwisy, menolak tawaran itu.",
        "Komandan senior dari Liwa al-Rabwah, Yasir al-Darwisy, menolak tawaran itu.",
        "Kelompok pimpinan Yasir al-Darwisy, Liwa al-Rabwah, menolak tawaran itu.",
    ],
)
def test_a_person_is_tied_to_the_body_he_is_named_with(sentence: str) -> None:
    assert memberships(told(sentence)) == {YASIR}


def test_each_name_of_a_list_keeps_the_body_in_its_own_brackets() -> None:
    reading = told(
        "Hadir pula Yasir al-Darwisy (Liwa al-Rabwah), Hassan Soufan (Ahrar Syam), dan Jami Saleh (Jaisyul Izzah)."
    )
    assert memberships(reading) == {YASIR, ("Hassan Soufan", "Ahrar Syam"), ("Jami Saleh", "Jaisyul Izzah")}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Menteri Pertahanan Turki Hulusi Akar meninjau pasar.", "Menteri Pertahanan"),
        ("Menteri Pertahanan Turki, Hulusi Akar, meninjau pasar.", "Menteri Pertahanan"),
        ("Hulusi Akar, Menteri Pertahanan Turki, meninjau pasar.", "Menteri Pertahanan"),
        ("Ia menelepon sejawatnya dari Turki, Hulusi Akar, pada Sabtu.", "sejawatnya"),
        ("Ia menelepon sejawatnya dari Turki Hulusi Akar pada Sabtu.", "sejawatnya"),
    ],
)
def test_an_office_of_a_state_ties_to_the_state(sentence: str, role: str) -> None:
    reading = told(sentence)
    assert memberships(reading) == {("Hulusi Akar", "Turki")}
    assert [a.role for a in reading.affiliations] == [role]


def test_the_words_that_say_so_are_kept() -> None:
    text = "Juru bicara Liwa al-Rabwah, Yasir al-Darwisy, menolak tawaran itu."
    (only,) = told(text).affiliations
    assert text[only.evidence.start : only.evidence.end] == only.evidence.text
    assert "Liwa al-Rabwah" in only.evidence.text


def test_an_age_in_brackets_is_no_body() -> None:
    assert memberships(told("Rahmat Hidayat (45) menolak tawaran Liwa al-Rabwah.")) == set()


def test_who_is_only_attacked_by_a_body_does_not_belong_to_it() -> None:
    assert memberships(told("Liwa al-Rabwah menyerang Yasir al-Darwisy di pasar.")) == set()


@pytest.mark.parametrize(
    ("sentence", "person", "group", "role"),
    [
        (
            "Komandan Katibah Zaitun Abu Qatadah al-Jabali menolak.",
            "Abu Qatadah al-Jabali",
            "Katibah Zaitun",
            "Komandan",
        ),
        (
            "Ketua Dewan Lokal Kafr Laimun, Samir al-Tinawi, menolak.",
            "Samir al-Tinawi",
            "Dewan Lokal Kafr Laimun",
            "Ketua",
        ),
        (
            "Direktur Pemantau Lembah Orontes, Laila Qasimiyah, menolak.",
            "Laila Qasimiyah",
            "Pemantau Lembah Orontes",
            "Direktur",
        ),
        (
            "Panglima Kodap III Ndugama Egianus Kogoya menolak.",
            "Egianus Kogoya",
            "Kodap III Ndugama",
            "Panglima",
        ),
        (
            "Direktur Rumah Sakit Al-Thawra Siti Aminah menolak.",
            "Siti Aminah",
            "Rumah Sakit Al-Thawra",
            "Direktur",
        ),
        ("Wartawan Harian Orontes Samir Haddad menolak.", "Samir Haddad", "Harian Orontes", "Wartawan"),
    ],
)
def test_an_office_in_a_named_body_ties_to_the_whole_name(
    sentence: str, person: str, group: str, role: str
) -> None:
    reading = told(sentence)
    assert memberships(reading) == {(person, group)}
    assert [a.role for a in reading.affiliations] == [role]


def test_of_two_bodies_a_member_is_of_the_one_his_office_is_in() -> None:
    reading = told("Anggota DPRD Bengkulu dari Fraksi Golkar, Rahmat Hidayat, menolak tawaran itu.")
    assert memberships(reading) == {("Rahmat Hidayat", "DPRD Bengkulu")}


@pytest.mark.parametrize("back", ["forum itu", "forum tersebut", "forum"])
def test_a_body_named_before_may_be_called_by_its_head_word(back: str) -> None:
    reading = told(f"Forum Warga Lembah menolak tawaran itu. Ketua {back}, Rahmat Hidayat, berpidato.")
    assert memberships(reading) == {("Rahmat Hidayat", "Forum Warga Lembah")}
    assert [a.role for a in reading.affiliations] == ["Ketua"]


def test_a_head_word_that_no_body_before_begins_with_ties_nobody() -> None:
    reading = told("Partai Tani Lembah menolak tawaran itu. Ketua forum itu, Rahmat Hidayat, berpidato.")
    assert memberships(reading) == set()


def test_a_short_form_in_brackets_may_stand_between_a_body_and_its_head() -> None:
    reading = told("Presiden Komite Internasional Palang Merah (ICRC) Rahmat Hidayat menolak tawaran itu.")
    assert memberships(reading) == {("Rahmat Hidayat", "Komite Internasional Palang Merah")}
