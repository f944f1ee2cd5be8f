"""Who said what: people and bodies that are named."""

from __future__ import annotations

import pytest

from .told import chain, kinds, rests_on, statement, told

RAHMAT = ("person", "Rahmat Hidayat")


@pytest.mark.parametrize(
    "sentence",
    [
        "Menurut Rahmat Hidayat, jembatan itu retak sejak Maret.",
        "Rahmat Hidayat mengatakan bahwa jembatan itu retak sejak Maret.",
        "Rahmat Hidayat menyebut jembatan itu retak sejak Maret.",
        "Bupati Rahmat Hidayat, Senin (14/6), menegaskan jembatan itu retak sejak Maret.",
        "Rahmat Hidayat, bupati setempat, menjelaskan jembatan itu retak sejak Maret.",
        '"Jembatan tua itu retak sejak Maret," kata Rahmat Hidayat.',
        '"Jembatan tua itu retak sejak Maret," ujar Bupati Rahmat Hidayat di Darkush.',
        "“Jembatan tua itu retak sejak Maret,” tutur Rahmat Hidayat.",
        "Jembatan tua di kota itu retak sejak Maret, menurut Rahmat Hidayat.",
        "Jembatan tua di kota itu retak sejak Maret, kata Rahmat Hidayat.",
    ],
)
def test_a_speaker_stands_behind_his_words(sentence: str) -> None:
    rests_on(told(sentence), "retak sejak Maret", RAHMAT)


@pytest.mark.parametrize("pronoun", ["Dia", "Ia", "Beliau"])
def test_a_pronoun_is_the_speaker_before(pronoun: str) -> None:
    reading = told(
        f"Rahmat Hidayat mengatakan bahwa jembatan itu retak. {pronoun} menambahkan bahwa pasar akan dibuka."
    )
    rests_on(reading, "pasar akan dibuka", RAHMAT)


@pytest.mark.parametrize("tail", ["katanya", "ujarnya", "kata dia", "tuturnya", "imbuhnya"])
def test_a_pronoun_behind_a_quotation_is_the_speaker_before(tail: str) -> None:
    reading = told(
        "Rahmat Hidayat mengatakan bahwa jembatan itu retak.\n"
        f'"Warga harus menyeberang dengan perahu," {tail}.'
    )
    rests_on(reading, "menyeberang dengan perahu", RAHMAT)


def test_the_speaker_of_a_long_quotation_is_named_at_its_end() -> None:
    reading = told(
        "Pasar ditutup pada Sabtu.\n"
        '"Jembatan itu retak sejak lama. Kami sudah melapor. Belum ada jawaban," kata Rahmat Hidayat.'
    )
    for words in ("retak sejak lama", "Kami sudah melapor", "Belum ada jawaban"):
        rests_on(reading, words, RAHMAT)
    assert kinds(reading, "Pasar ditutup") == []


def test_two_speakers_of_one_sentence_part_it() -> None:
    reading = told(
        "Rahmat Hidayat mengatakan jembatan itu runtuh karena banjir, "
        "sementara Sulastri menyebut beton jembatan sudah retak sejak lama."
    )
    rests_on(reading, "runtuh karena banjir", RAHMAT)
    rests_on(reading, "sudah retak sejak lama", ("person", "Sulastri"))


def test_a_new_speaker_ends_the_voice_before() -> None:
    reading = told(
        "Rahmat Hidayat menyebut lima rumah hanyut. "
        "Namun Sulastri membantah jumlah itu dan menyebut hanya satu rumah."
    )
    rests_on(reading, "lima rumah hanyut", RAHMAT)
    rests_on(reading, "hanya satu rumah", ("person", "Sulastri"))


def test_a_voice_carries_on_within_its_paragraph_and_ends_with_it() -> None:
    reading = told(
        "Rahmat Hidayat mengatakan sekolah ditutup. Guru mengajar dari rumah.\n"
        "Hujan turun di kota itu sepanjang hari."
    )
    rests_on(reading, "Guru mengajar dari rumah", RAHMAT)
    assert kinds(reading, "Hujan turun") == []


def test_one_more_of_what_a_voice_told_is_told_by_it_in_the_next_paragraph_too() -> None:
    reading = told(
        "Rahmat Hidayat mengatakan para pihak menyusun tiga kesepakatan.\n"
        "Kesepakatan lain, jalan ke kota itu akan dibuka."
    )
    rests_on(reading, "jalan ke kota itu", RAHMAT)


@pytest.mark.parametrize("opening", ["Sebelumnya,", "Adapun", "Sementara itu,", "Tercatat,"])
def test_a_word_of_return_ends_the_voice_within_its_paragraph(opening: str) -> None:
    reading = told(f"Rahmat Hidayat mengatakan sekolah ditutup. {opening} hujan turun di kota itu.")
    rests_on(reading, "sekolah ditutup", RAHMAT)
    assert kinds(reading, "hujan turun") == []


@pytest.mark.parametrize(
    "wording",
    [
        "Hal itu disampaikan Bupati Rahmat Hidayat di kantornya.",
        "Hal tersebut dikatakan oleh Rahmat Hidayat, Senin (14/6).",
        "Pernyataan itu disampaikan Rahmat Hidayat seusai rapat.",
    ],
)
@pytest.mark.parametrize("parted", [" ", "\n"])
def test_a_pointing_back_covers_what_stands_before(wording: str, parted: str) -> None:
    reading = told(
        f"Sekolah di Darkush ditutup selama sepekan.{parted}{wording}\nHujan turun sepanjang hari."
    )
    rests_on(reading, "ditutup selama sepekan", RAHMAT)
    assert kinds(reading, "Hujan turun") == []


def test_a_pointing_back_leaves_older_paragraphs_alone() -> None:
    reading = told(
        "Hujan turun sepanjang hari di Darkush.\n"
        "Sekolah ditutup selama sepekan.\n"
        "Hal itu disampaikan Bupati Rahmat Hidayat."
    )
    assert kinds(reading, "Hujan turun") == []
    rests_on(reading, "ditutup selama sepekan", RAHMAT)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Kementerian Pertahanan Rusia", "official"),
        ("Militer Israel", "official"),
        ("Observatorium Suriah untuk Hak Asasi Manusia", "group"),
        ("Hamas", "group"),
        ("Liwa al-Rabwah", "group"),
    ],
)
def test_bodies_of_a_state_are_official_and_others_groups(body: str, kind: str) -> None:
    reading = told(f"{body} mengatakan bahwa jalan ke kota itu sudah dibuka.")
    rests_on(reading, "jalan ke kota itu", (kind, body))


def test_a_spokesman_by_name_is_a_person() -> None:
    reading = told("Juru bicara Liwa al-Rabwah, Yasir al-Darwisy, mengatakan bahwa jalan itu sudah dibuka.")
    rests_on(reading, "jalan itu sudah dibuka", ("person", "Yasir al-Darwisy"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Rahmat Hidayat mengatakan kepada AFP bahwa jembatan itu retak.",
        "Kepada AFP, Rahmat Hidayat mengatakan bahwa jembatan itu retak.",
        '"Jembatan tua itu sudah lama retak," kata Rahmat Hidayat kepada AFP.',
        "Rahmat Hidayat yang dihubungi AFP mengatakan bahwa jembatan itu retak.",
        '"Jembatan tua itu sudah lama retak," kata Rahmat Hidayat, seperti dikutip dari AFP.',
        "Menurut Rahmat Hidayat, seperti dikutip AFP, jembatan itu retak.",
    ],
)
def test_the_outlet_somebody_spoke_to_comes_before_him(sentence: str) -> None:
    rests_on(told(sentence), "retak", ("agency", "AFP"), RAHMAT)


def test_a_demand_rests_on_who_makes_it() -> None:
    rests_on(
        told("PBB mendesak Israel membuka penyeberangan itu."), "membuka penyeberangan", ("group", "PBB")
    )


def test_a_narrator_is_tied_to_his_entity_and_place_in_the_text() -> None:
    text = "Menurut Rahmat Hidayat, jembatan itu retak."
    reading = told(text)
    (link,) = chain(reading, "retak")
    (person,) = (e for e in reading.entities if e.type == "person")
    assert link.entity == person.id
    assert link.span is not None
    assert text[link.span.start : link.span.end] == link.span.text == "Rahmat Hidayat"


def test_a_cue_lies_in_its_statement() -> None:
    reading = told("Rahmat Hidayat mengatakan bahwa jembatan itu retak. Hujan turun.\nPasar ditutup.")
    s = statement(reading, "retak")
    (link,) = chain(reading, "retak")
    assert link.cue is not None
    assert s.start <= link.cue.start < link.cue.end <= s.end


def test_who_is_named_between_commas_tells_what_the_subject_said() -> None:
    reading = told("Kepada tim gereja, kata Obaja Yikwa, Tenius Kogoya menjelaskan bahwa jalan itu baru.")
    rests_on(reading, "jalan itu baru", ("person", "Obaja Yikwa"), ("person", "Tenius Kogoya"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Kepala desa Henry Sirait saat dikonfirmasi membantah truk itu ditahan.",
        "Lanjut Henry Sirait, truk itu ditahan sejak Rabu.",
        "Menteri Henry Sirait, dalam wawancara dengan stasiun televisi, mengatakan truk itu ditahan.",
    ],
)
def test_where_a_speaker_may_stand(sentence: str) -> None:
    rests_on(told(sentence), "truk itu ditahan", ("person", "Henry Sirait"))


def test_who_refuses_to_comment_says_nothing() -> None:
    assert kinds(told("Menteri Henry Sirait menolak berkomentar mengenai serangan itu."), "serangan") == []


@pytest.mark.parametrize("name", ["dr. Henry Sirait", "H. Henry Sirait", "Letkol Inf. Henry Sirait"])
def test_a_short_title_with_a_full_stop_is_part_of_who_speaks(name: str) -> None:
    reading = told(f'"Jalan itu aman," kata {name}, seperti dikutip AFP.')
    rests_on(reading, "aman", ("agency", "AFP"), ("person", "Henry Sirait"))


@pytest.mark.parametrize(
    ("sentence", "heard"),
    [
        ('"Seorang klien saya bilang uang itu milik keluarga," kata Henry Sirait.', ("witness", "klien")),
        ('"Tetangga itu bilang uang itu milik keluarga," tutur Henry Sirait.', ("witness", "Tetangga")),
        (
            '"Klien kami, Bu Rusmini, bilang uang itu milik keluarga," kata Henry Sirait.',
            ("person", "Rusmini"),
        ),
    ],
)
def test_what_a_speaker_passes_on_in_a_quotation_has_one_more_link(
    sentence: str, heard: tuple[str, str]
) -> None:
    rests_on(told(sentence), "milik keluarga", ("person", "Henry Sirait"), heard)


def test_what_a_speaker_says_of_himself_has_no_further_link() -> None:
    reading = told('"Kami mengatakan uang itu milik keluarga," kata Henry Sirait.')
    rests_on(reading, "milik keluarga", ("person", "Henry Sirait"))


def test_what_somebody_did_before_he_demanded_is_told_by_the_outlet() -> None:
    reading = told("Henry Sirait bertemu para tetua di balai desa dan meminta jalan itu segera dibuka.")
    assert kinds(reading, "bertemu para tetua") == []
    rests_on(reading, "segera dibuka", ("person", "Henry Sirait"))
