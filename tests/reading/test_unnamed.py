"""Narrators without a name: sources, officials, witnesses, papers, pictures, and nobody at all."""

from __future__ import annotations

import pytest

from riwayat.model import Photo

from .told import chain, kinds, rests_on, told


@pytest.mark.parametrize(
    ("narrator", "kind"),
    [
        ("Seorang sumber keamanan", "anonymous"),
        ("Sumber militer", "anonymous"),
        ("Sebuah sumber yang menolak disebutkan namanya", "anonymous"),
        ("Seorang pejabat kementerian yang enggan disebutkan namanya", "official"),
        ("Seorang perwira", "official"),
        ("Polisi", "official"),
        ("Saksi mata", "witness"),
        ("Warga setempat", "witness"),
        ("Keluarga korban", "witness"),
    ],
)
def test_unnamed_people_are_told_apart_by_what_they_are(narrator: str, kind: str) -> None:
    assert kinds(told(f"{narrator} mengatakan bahwa dua kendaraan terbakar."), "dua kendaraan") == [kind]


def test_a_source_that_returns_keeps_its_fullest_description() -> None:
    reading = told(
        "Seorang sumber keamanan di Darkush mengatakan bahwa dua roket jatuh di pangkalan.\n"
        "Sumber itu menambahkan bahwa tidak ada korban."
    )
    rests_on(reading, "tidak ada korban", ("anonymous", "sumber keamanan di Darkush"))


def test_where_a_source_is_and_how_many_it_says_it_is() -> None:
    reading = told("Dua sumber keamanan di Darkush mengatakan bahwa roket itu meleset.")
    (link,) = chain(reading, "meleset")
    assert link.stated == 2
    assert link.place == next(e.id for e in reading.entities if e.name == "Darkush")


def test_a_source_comes_behind_the_outlet_it_spoke_to() -> None:
    reading = told(
        "Seorang sumber keamanan mengatakan kepada AFP bahwa dua roket jatuh di pangkalan. "
        "Sumber itu menambahkan bahwa tidak ada korban."
    )
    for words in ("dua roket jatuh", "tidak ada korban"):
        rests_on(reading, words, ("agency", "AFP"), ("anonymous", "sumber keamanan"))


@pytest.mark.parametrize(
    "sentence",
    [
        "SANA, mengutip sumber militer, melaporkan bahwa jalan itu sudah dibuka.",
        "Kantor berita SANA melaporkan, mengutip sumber militer, jalan itu sudah dibuka.",
        "SANA mengutip sumber militer yang mengatakan bahwa jalan itu sudah dibuka.",
    ],
)
def test_a_source_quoted_by_an_outlet_comes_behind_it(sentence: str) -> None:
    rests_on(told(sentence), "jalan itu sudah dibuka", ("agency", "SANA"), ("anonymous", "sumber militer"))


def test_what_a_source_says_of_another_passes_through_both() -> None:
    reading = told("Sumber itu mengatakan bahwa Rahmat Hidayat menyebut jembatan itu sudah retak.")
    rests_on(reading, "sudah retak", ("anonymous", "sumber"), ("person", "Rahmat Hidayat"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Menurut data BMKG, gempa itu terjadi pada pukul 05.30.",
        "Dokumen rahasia itu menyebutkan bahwa gempa itu terjadi pagi hari.",
        "Laporan Komisi Orang Hilang menunjukkan bahwa gempa itu terjadi pagi hari.",
    ],
)
def test_papers_and_data_are_documents(sentence: str) -> None:
    assert kinds(told(sentence), "gempa itu terjadi") == ["document"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Dalam foto itu terlihat puluhan kendaraan berjajar di lapangan.", "photo"),
        ("Sebuah foto memperlihatkan puluhan kendaraan berjajar di lapangan.", "photo"),
        ("Keterangan foto itu menunjukkan bahwa puluhan kendaraan berjajar di lapangan.", "photo"),
        ("Dalam rekaman itu tampak puluhan kendaraan berjajar di lapangan.", "video"),
        ("Video tersebut menampilkan puluhan kendaraan berjajar di lapangan.", "video"),
    ],
)
def test_what_a_picture_shows_rests_on_it(sentence: str, kind: str) -> None:
    assert kinds(told(sentence), "puluhan kendaraan") == [kind]


@pytest.mark.parametrize(
    ("sentence", "sharer"),
    [
        ("Aktivis menyebarkan video yang memperlihatkan asap di atas kota.", ("social", "aktivis")),
        ("Video yang diunggah Liwa al-Rabwah memperlihatkan asap di atas kota.", ("group", "Liwa al-Rabwah")),
        ("Liwa al-Rabwah merilis video yang memperlihatkan asap di atas kota.", ("group", "Liwa al-Rabwah")),
    ],
)
def test_who_shared_a_video_comes_before_it(sentence: str, sharer: tuple[str, str]) -> None:
    rests_on(told(sentence), "asap di atas kota", sharer, ("video", "video"))


def test_who_leaked_a_document_comes_before_it() -> None:
    reading = told("Dokumen yang dibocorkan aktivis menunjukkan bahwa dana itu dialihkan.")
    assert kinds(reading, "dana itu dialihkan") == ["social", "document"]


CAPTION = "Warga Darkush berkumpul di alun-alun kota."


def test_a_caption_rests_on_its_photo_and_nothing_after_it_does() -> None:
    reading = told(f"{CAPTION}\nPasar ditutup pada Sabtu.", photos=[Photo(None, CAPTION, None)])
    assert kinds(reading, "berkumpul di alun-alun") == ["photo"]
    assert kinds(reading, "Pasar ditutup") == []


def test_who_a_photo_is_credited_to_comes_before_it() -> None:
    reading = told(
        f"Pasar ditutup pada Sabtu.\n{CAPTION} Foto: Reuters", photos=[Photo(None, CAPTION, "Reuters")]
    )
    rests_on(reading, "berkumpul di alun-alun", ("agency", "Reuters"), ("photo", ""))
    assert kinds(reading, "Pasar ditutup") == []


def test_a_caption_is_not_the_word_of_the_outlet_that_the_report_retells() -> None:
    reading = told(
        f"Pasar ditutup pada Sabtu, seperti dilansir Suara Orontes.\n{CAPTION}",
        photos=[Photo(None, CAPTION, None)],
    )
    assert kinds(reading, "berkumpul di alun-alun") == ["photo"]


@pytest.mark.parametrize("word", ["dilaporkan", "dikabarkan", "diberitakan"])
def test_a_report_by_nobody_is_unspecified(word: str) -> None:
    reading = told(f"Pasukan itu {word} sudah meninggalkan pangkalan.\nHujan turun di kota.")
    assert kinds(reading, "meninggalkan pangkalan") == ["unspecified"]
    assert kinds(reading, "Hujan turun") == []


@pytest.mark.parametrize(
    "parted", [", seperti dikutip dari Reuters.", ". Seperti dilansir Reuters, jalan sepi."]
)
def test_a_report_by_nobody_rests_on_a_source_named_next_to_it(parted: str) -> None:
    reading = told(f"Pasukan itu dilaporkan sudah meninggalkan pangkalan{parted}")
    rests_on(reading, "meninggalkan pangkalan", ("agency", "Reuters"))


@pytest.mark.parametrize("other", ["Sumber kedua", "Sumber lain", "Seorang sumber lain"])
def test_a_further_source_is_not_the_one_before(other: str) -> None:
    reading = told(
        f"Seorang sumber keamanan di Darkush mengatakan dua roket jatuh. {other} mengatakan roket itu meleset."
    )
    rests_on(reading, "meleset", ("anonymous", other.split(" ", other.count(" ") - 1)[-1]))
    assert "Darkush" not in (chain(reading, "meleset")[-1].description or "")


def test_an_army_that_is_no_states_is_a_group() -> None:
    reading = told(
        "Tentara Pembebasan Nasional Papua Barat mengklaim menembak dua prajurit.\n"
        "Tentara Myanmar mengatakan klaim itu bohong."
    )
    assert kinds(reading, "menembak") == ["group"]
    assert kinds(reading, "bohong") == ["official"]


def test_the_office_of_a_person_is_not_he() -> None:
    reading = told("Kantor Netanyahu mengatakan draf itu tidak pernah dibuat.")
    rests_on(reading, "tidak pernah dibuat", ("official", "Kantor Netanyahu"))


def test_somebody_of_a_trade_in_no_list_is_unnamed() -> None:
    reading = told("Seorang satpam mengatakan pintu itu dikunci dari luar.")
    rests_on(reading, "dikunci", ("anonymous", "satpam"))


def test_a_station_that_shows_footage_comes_before_it() -> None:
    reading = told("Televisi Telesur menayangkan rekaman warga melempar batu ke arah petugas.")
    rests_on(reading, "melempar batu", ("outlet", "Telesur"), ("video", "rekaman"))
    moving = told("Gambar yang disiarkan televisi Telesur memperlihatkan jembatan itu runtuh.")
    assert kinds(moving, "runtuh") == ["outlet", "video"]


def test_posters_who_spread_a_rumour() -> None:
    reading = told("Sejumlah akun Twitter menyebarkan kabar bahwa polisi menahan 80 pemuda.")
    rests_on(reading, "menahan", ("social", "akun Twitter"))


def test_what_somebody_heard_from_his_people() -> None:
    reading = told(
        "Husein Tubaka mengaku mendapat laporan dari warganya bahwa penyerang datang dengan perahu. "
        '"Mereka turun di pantai," katanya.'
    )
    rests_on(reading, "dengan perahu", ("person", "Husein Tubaka"), ("witness", "warganya"))
    rests_on(reading, "turun di pantai", ("person", "Husein Tubaka"))


def test_somebody_of_a_group_is_not_the_group() -> None:
    reading = told("Seorang politikus Gerakan Amal menuturkan kepada Al-Akhbar, draf itu buruk.")
    rests_on(reading, "draf itu buruk", ("outlet", "Al-Akhbar"), ("anonymous", "politikus Gerakan Amal"))


def test_where_a_source_sits_is_not_who_speaks() -> None:
    reading = told(
        "Harian Reforma mengutip sumber di kejaksaan negara bagian yang mengatakan pelakunya buron."
    )
    rests_on(reading, "buron", ("outlet", "Reforma"), ("anonymous", "sumber di kejaksaan"))


def test_what_stands_written_in_a_document_an_outlet_got() -> None:
    reading = told(
        "Dokumen yang diperoleh Tempo menunjukkan aliran dana itu.\nDalam dokumen itu tertulis dua nama."
    )
    rests_on(reading, "aliran dana", ("outlet", "Tempo"), ("document", "Dokumen"))
    assert chain(reading, "dua nama")[-1].kind == "document"


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Analis militer Henry Sirait", "person"),
        ("Warga bernama Henry Sirait", "person"),
        ("Keluarga Henry Sirait", "witness"),
        ("Sumber dekat Henry Sirait", "anonymous"),
    ],
)
def test_a_name_behind_a_trade_is_its_bearers_and_behind_kin_somebody_elses(phrase: str, kind: str) -> None:
    assert kinds(told(f"{phrase} mengatakan gedung itu kosong."), "kosong") == [kind]


def test_a_group_goes_by_the_name_it_gives_itself() -> None:
    reading = told("Sebuah kelompok yang menamakan diri Saraya Ansar al-Sunnah mengklaim ledakan itu.")
    rests_on(reading, "ledakan", ("group", "Saraya Ansar al-Sunnah"))
