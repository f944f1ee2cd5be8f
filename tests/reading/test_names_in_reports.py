"""Who and what a report names, and which names are one and the same."""

from __future__ import annotations

import pytest

from riwayat.model import EntityType

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
    reading = told("Polisi menangkap Karim Mustafa di pasar.")
    assert entity(reading, "Karim Mustafa", "person").public is None


def test_an_office_said_once_counts_for_the_whole_report() -> None:
    reading = told("Rahmat Hidayat membuka pasar itu. Gubernur Rahmat Hidayat lalu pulang.")
    assert entity(reading, "Rahmat Hidayat", "person").public is True


def test_the_fields_of_an_office_are_nobody() -> None:
    reading = told(
        "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan Rahmat Hidayat mengatakan pasar aman."
    )
    assert [e.name for e in reading.entities] == ["Rahmat Hidayat"]


@pytest.mark.parametrize("credit", ["REUTERS/Omar Haj", "(Omar Haj/REUTERS)", "Foto: Xinhua/Omar Haj"])
def test_both_sides_of_a_slash_are_names_of_their_own(credit: str) -> None:
    reading = told(f"Warga mengungsi dari Idlib. {credit}")
    assert entities(reading, "person") == ["Omar Haj"]
    assert len(entities(reading, "outlet")) == 1
    assert not any("/" in e.name for e in reading.entities)


@pytest.mark.parametrize("body", ["Kodam XVII/Cenderawasih", "Kodim 0204/Deli Serdang"])
def test_a_slash_behind_a_number_holds_a_body_together(body: str) -> None:
    assert entity(told(f"Jalan itu ditutup oleh {body} pada Sabtu."), body, "group").name == body


def test_a_rank_ends_the_name_of_a_body() -> None:
    reading = told("Kepala Staf Angkatan Darat Jenderal Maruli Simanjuntak meninjau pasar.")
    assert entities(reading, "group") == ["Angkatan Darat"]
    assert entities(reading, "person") == ["Maruli Simanjuntak"]


@pytest.mark.parametrize("sentence", ["Abu Jabir menolak tawaran itu.", "Pasukan itu menyerang Umm Khalid."])
def test_who_is_called_by_a_child_is_no_place(sentence: str) -> None:
    assert entities(told(sentence), "place") == []


@pytest.mark.parametrize("sentence", ["Warga mengungsi ke Abu Kamal.", "Roket jatuh di Kota Abu Kamal."])
def test_a_place_called_like_a_parent_is_one_where_the_text_says_so(sentence: str) -> None:
    assert entities(told(sentence), "place") == ["Abu Kamal"]


@pytest.mark.parametrize("tail", [" Egianus Kogoya", ", Egianus Kogoya,"])
def test_a_numbered_command_keeps_its_region(tail: str) -> None:
    reading = told(f"Panglima Kodap III Ndugama{tail} menolak tawaran itu.")
    assert entities(reading, "group") == ["Kodap III Ndugama"]
    assert entities(reading, "person") == ["Egianus Kogoya"]


@pytest.mark.parametrize(
    "body",
    [
        "Bulan Sabit Lembah Orontes",
        "Pemantau Lembah Orontes",
        "Dewan Lokal Kafr Laimun",
        "Hay'at Lembah Orontes",
        "Hay’at Lembah Orontes",
    ],
)
def test_a_head_word_and_the_place_behind_it_are_one_body(body: str) -> None:
    reading = told(f"{body} telah mengirimkan obat.")
    assert entities(reading, "group") == [body]
    assert entities(reading, "person") == []


def test_a_newspaper_that_somebody_works_for_is_an_outlet() -> None:
    reading = told("Wartawan Harian Orontes yang berada di lokasi melihat api.")
    assert entities(reading, "outlet") == ["Harian Orontes"]
    assert entities(reading, "person") == []


@pytest.mark.parametrize("state", ["Suriah", "Rusia", "Israel"])
def test_an_army_in_lower_case_is_a_group_whatever_its_state(state: str) -> None:
    reading = told(f"Jalan itu ditutup oleh tentara {state} pada Sabtu.")
    assert entity(reading, f"tentara {state}", "group").name == f"tentara {state}"


def test_a_capital_that_only_tells_where_a_body_sits_is_no_government() -> None:
    reading = told("Mahasiswa berunjuk rasa di depan gedung DPR, Jakarta, Senin (14/6).")
    assert entities(reading, "group") == ["DPR"]
    assert entities(reading, "place") == ["Jakarta"]


@pytest.mark.parametrize("head", ["Pemerintah", "Pada Senin pemerintah"])
def test_a_known_group_that_governs_is_that_group(head: str) -> None:
    assert entities(told(f"{head} Taliban melarang perempuan bekerja."), "group") == ["Taliban"]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Roket jatuh di Kota Baru.", "Kota Baru"),
        ("Rapat itu di Desa Tua.", "Desa Tua"),
        ("Roket jatuh di Kota Marib.", "Marib"),
    ],
)
def test_an_everyday_adjective_is_no_place_without_its_head(sentence: str, place: str) -> None:
    assert entities(told(sentence), "place") == [place]


@pytest.mark.parametrize(
    "sentence",
    [
        "Juru bicara Pentagon Rahmat Hidayat menolak tawaran itu.",
        "Ketua GPL, Rahmat Hidayat, menolak tawaran itu.",
        "Menteri Luar Negeri Iran, Rahmat Hidayat, menolak tawaran itu.",
        "Rahmat Hidayat, juru bicara GPL, menolak tawaran itu.",
        "Bupati Rahmat Hidayat (45) menolak tawaran itu.",
        "Siti Aminah, istri Gubernur Rahmat Hidayat, menolak tawaran itu.",
    ],
)
def test_who_holds_an_office_or_speaks_for_a_body_is_public(sentence: str) -> None:
    assert entity(told(sentence), "Rahmat Hidayat", "person").public is True


@pytest.mark.parametrize(
    "sentence",
    [
        "Seorang warga, Siti Aminah, menolak tawaran itu.",
        "Seorang petani bernama Siti Aminah menolak tawaran itu.",
        "Siti Aminah, seorang pedagang, menolak tawaran itu.",
        "Siti Aminah (45) menolak tawaran itu.",
        "Istri Gubernur Rahmat Hidayat, Siti Aminah, menolak tawaran itu.",
    ],
)
def test_who_is_named_in_a_private_role_is_private(sentence: str) -> None:
    assert entity(told(sentence), "Siti Aminah", "person").public is False


@pytest.mark.parametrize("courtesy", ["Ibu", "Pak", "Haji"])
def test_a_form_of_address_tells_of_no_office(courtesy: str) -> None:
    assert entity(told(f"{courtesy} Siti Aminah menolak."), "Siti Aminah", "person").public is not True


def test_the_initials_of_a_state_are_that_state() -> None:
    reading = told("Menteri Luar Negeri AS Antony Blinken tiba. Amerika Serikat menolak tawaran itu.")
    assert entities(reading, "person") == ["Antony Blinken"]
    assert entities(reading, "group") == ["Amerika Serikat"]


def test_the_field_of_an_office_may_stand_between_it_and_its_state() -> None:
    reading = told("Menteri Komunikasi Burkina Faso, Remi Dandjinou, menolak tawaran itu.")
    assert entities(reading, "group") == ["Burkina Faso"]


@pytest.mark.parametrize(
    ("short", "full"),
    [("XVII/Cenderawasih", "Kodam XVII/Cenderawasih"), ("Kodap XII", "Kodap XII Lanny Jaya")],
)
def test_a_numbered_body_may_leave_out_its_head_or_its_region(short: str, full: str) -> None:
    reading = told(
        f"Jalan itu ditutup oleh {full}. Kapendam {short}, Kolonel Rahmat Hidayat, menolak tawaran itu."
    )
    assert entities(reading, "group") == [full]


def test_a_unit_is_named_with_the_body_it_is_of() -> None:
    reading = told("Juru bicara TPNPB Kodap XII Lanny Jaya, Tenius Kogoya, menolak tawaran itu.")
    assert entities(reading, "group") == ["TPNPB Kodap XII Lanny Jaya"]


@pytest.mark.parametrize(
    "sentence", ["Polresta Barelang membantah.", "Kata Kasi Humas Polresta Barelang Iptu Umar."]
)
def test_a_body_that_every_region_has_is_named_with_its_region(sentence: str) -> None:
    assert entities(told(sentence), "group") == ["Polresta Barelang"]


@pytest.mark.parametrize(("name", "type_"), [("Timbuktu Institute", "group"), ("Damascus Post", "outlet")])
def test_a_town_in_a_foreign_name_is_no_place(name: str, type_: EntityType) -> None:
    reading = told(f"Rahmat Hidayat, peneliti {name}, menolak tawaran itu.")
    assert entities(reading, type_) == [name]
    assert entities(reading, "place") == []


@pytest.mark.parametrize("verb", ["mengunjungi", "membom", "menguasai"])
def test_a_capital_that_something_is_done_to_is_no_government(verb: str) -> None:
    assert entities(told(f"Pasukan itu {verb} Ankara pada Sabtu."), "group") == []


@pytest.mark.parametrize("verb", ["menuduh", "mendesak", "mengecam"])
def test_a_capital_that_is_spoken_to_or_of_is_a_government(verb: str) -> None:
    assert entities(told(f"Pasukan itu {verb} Ankara pada Sabtu."), "group") == ["Ankara"]
