"""Which outlet a report, or a part of it, is taken from."""

from __future__ import annotations

import pytest

from .told import chain, kinds, rests_on, told

RELAYS = [
    ("seperti dilansir Suara Orontes", "outlet", "Suara Orontes"),
    ("dikutip dari Suara Orontes", "outlet", "Suara Orontes"),
    ("lapor Reuters", "agency", "Reuters"),
    ("sebagaimana dilaporkan kantor berita Antara", "agency", "Antara"),
    ("seperti diberitakan Al Jazeera", "outlet", "Al Jazeera"),
]


@pytest.mark.parametrize(("wording", "kind", "name"), RELAYS)
def test_an_outlet_retold_in_the_opening_stands_second_in_every_chain(
    wording: str, kind: str, name: str
) -> None:
    reading = told(f"Jembatan tua itu runtuh pada Sabtu, {wording}.\nWarga menyeberang dengan perahu.")
    rests_on(reading, "Jembatan tua itu runtuh", (kind, name))
    rests_on(reading, "Warga menyeberang", (kind, name))


@pytest.mark.parametrize(
    "wording", ["Melansir Al Jazeera,", "Mengutip laporan Al Jazeera,", "Dilansir dari Al Jazeera,"]
)
def test_the_outlet_may_stand_before_what_is_retold(wording: str) -> None:
    reading = told(f"{wording} jembatan tua itu runtuh pada Sabtu.\nWarga menyeberang dengan perahu.")
    rests_on(reading, "jembatan tua itu runtuh", ("outlet", "Al Jazeera"))
    rests_on(reading, "Warga menyeberang", ("outlet", "Al Jazeera"))


def test_the_wording_that_shows_it_is_the_cue() -> None:
    text = "Jembatan tua itu runtuh pada Sabtu, seperti dilansir Suara Orontes."
    (link,) = chain(told(text), "Jembatan tua itu runtuh")
    assert link.cue is not None
    assert "dilansir" in link.cue.text
    assert text[link.cue.start : link.cue.end] == link.cue.text


def test_a_source_line_stands_behind_the_whole_report() -> None:
    reading = told(
        "Jembatan tua itu runtuh pada Sabtu.\nWarga menyeberang dengan perahu.\nSumber: Suara Orontes",
        cites=["Suara Orontes"],
    )
    rests_on(reading, "Jembatan tua itu runtuh", ("outlet", "Suara Orontes"))
    rests_on(reading, "Warga menyeberang", ("outlet", "Suara Orontes"))
    assert all("Sumber:" not in s.text for s in reading.statements)


def test_speakers_come_behind_the_outlet_that_heard_them() -> None:
    reading = told(
        "Jembatan tua itu runtuh pada Sabtu.\n"
        "Rahmat Hidayat mengatakan bahwa perahu sudah disiapkan.\n"
        "Sumber: Suara Orontes",
        cites=["Suara Orontes"],
    )
    rests_on(reading, "perahu sudah disiapkan", ("outlet", "Suara Orontes"), ("person", "Rahmat Hidayat"))


def test_a_closing_line_stands_behind_the_whole_report() -> None:
    reading = told(
        "Jembatan tua itu runtuh pada Sabtu.\n"
        "Warga menyeberang dengan perahu.\n"
        "Demikian dilansir Al Jazeera, Senin (14/6)."
    )
    rests_on(reading, "Jembatan tua itu runtuh", ("outlet", "Al Jazeera"))
    rests_on(reading, "Warga menyeberang", ("outlet", "Al Jazeera"))


def test_outlets_retold_side_by_side_each_have_their_own_part() -> None:
    reading = told(
        "Jembatan tua itu runtuh pada Sabtu, seperti dilansir Reuters.\n"
        "Menurut laporan AFP, lima rumah ikut hanyut.\n"
        "Sementara itu, Al Jazeera melaporkan bahwa sekolah ditutup.\n"
        "Hujan turun sepanjang hari."
    )
    rests_on(reading, "Jembatan tua itu runtuh", ("agency", "Reuters"))
    rests_on(reading, "lima rumah ikut hanyut", ("agency", "AFP"))
    rests_on(reading, "sekolah ditutup", ("outlet", "Al Jazeera"))
    assert kinds(reading, "Hujan turun") == []


def test_an_outlet_named_far_down_does_not_stand_behind_the_opening() -> None:
    reading = told(
        "Jembatan tua itu runtuh pada Sabtu.\n"
        "Warga menyeberang dengan perahu.\n"
        "Pasar tetap buka.\n"
        "Menurut Al Jazeera, jembatan itu dibangun pada 1920.\n"
        "Bupati menjanjikan jembatan baru."
    )
    assert kinds(reading, "Warga menyeberang") == []
    rests_on(reading, "dibangun pada 1920", ("outlet", "Al Jazeera"))


@pytest.mark.parametrize(
    "opening", ["Untuk diketahui,", "Sebagai informasi,", "Seperti diketahui,", "Perlu diketahui,"]
)
def test_what_the_outlet_knows_itself_is_its_own_word(opening: str) -> None:
    reading = told(
        "Melansir Al Jazeera, jembatan tua itu runtuh pada Sabtu.\n"
        f"{opening} jembatan itu dibangun pada 1920."
    )
    assert kinds(reading, "dibangun pada 1920") == []


@pytest.mark.parametrize(
    "wording",
    [
        "Kabar Lembah melaporkan bahwa pasar ditutup.",
        "Menurut pantauan KABAR LEMBAH, pasar ditutup.",
        "Kepada KABAR LEMBAH, Rahmat Hidayat mengatakan bahwa pasar ditutup.",
        "Rahmat Hidayat mengatakan kepada KABAR LEMBAH bahwa pasar ditutup.",
    ],
)
def test_the_publishing_outlet_never_stands_twice(wording: str) -> None:
    reading = told(wording)
    assert [link.kind for s in reading.statements for link in s.chain].count("outlet") == len(
        reading.statements
    )


def test_cites_name_the_outlets_retold_and_not_the_speakers() -> None:
    reading = told(
        "Jembatan tua itu runtuh pada Sabtu, seperti dilansir Suara Orontes.\n"
        "Rahmat Hidayat mengatakan bahwa perahu sudah disiapkan."
    )
    assert reading.report.cites == ("Suara Orontes",)


def test_an_outlet_that_retells_another() -> None:
    reading = told(
        "Tarif angkutan di Darkush naik, seperti dikutip Anadolu dari Wall Street Journal, Kamis (10/6)."
    )
    rests_on(reading, "Tarif", ("agency", "Anadolu"), ("outlet", "Wall Street Journal"))


def test_an_outlet_retold_behind_a_quotation_covers_what_the_speaker_said_around_it() -> None:
    reading = told(
        "Pasar dibuka kembali.\n"
        "Sekolah masih tutup.\n"
        "Pengacara Khaled Mahrous mengatakan kliennya tidak di lokasi. "
        '"Polisi memukuli mereka," ujarnya seperti dikutip Reuters. '
        "Ia menambahkan sidang itu tidak adil."
    )
    for words in ("tidak di lokasi", "memukuli", "tidak adil"):
        rests_on(reading, words, ("agency", "Reuters"), ("person", "Khaled Mahrous"))
    assert kinds(reading, "Sekolah") == []


def test_what_the_outlet_takes_over_stays_its_own_to_the_end_of_the_paragraph() -> None:
    reading = told(
        "Seorang pejabat mengatakan jalan itu aman. "
        "Untuk diketahui, jalan itu dibangun pada 1998. Jalan tersebut menghubungkan dua kota.\n"
        "Hujan turun sejak pagi.",
        cites=["Reuters"],
    )
    assert kinds(reading, "menghubungkan") == []
    assert kinds(reading, "Hujan") == ["agency"]


def test_an_outlet_is_itself_without_the_ending_of_its_address() -> None:
    reading = told("Nuraini mengatakan kepada Kabarindo anaknya selamat.", outlet="KABARINDO.CO.ID")
    assert kinds(reading, "selamat") == ["person"]


def test_a_speaker_who_closes_the_sentence() -> None:
    reading = told("Presiden memperpanjang keadaan darurat selama tiga bulan, kantor berita MENA melaporkan.")
    rests_on(reading, "memperpanjang", ("agency", "MENA"))


def test_an_agency_named_behind_its_description() -> None:
    reading = told("Menurut kantor berita Arab Saudi, SPA, dua gudang terbakar.")
    rests_on(reading, "dua gudang", ("agency", "SPA"))


def test_whom_the_source_of_the_report_quotes_does_not_hide_it() -> None:
    reading = told(
        "Istana itu direbut kembali, seperti dilansir Sudan Tribune yang mengutip sumber militer.\n"
        "Warga kembali ke rumah."
    )
    rests_on(reading, "Istana", ("outlet", "Sudan Tribune"), ("anonymous", "sumber militer"))
    rests_on(reading, "Warga", ("outlet", "Sudan Tribune"))


def test_whom_an_outlet_quotes_at_the_end_told_the_outlet_alone() -> None:
    reading = told(
        "Duta besar Ahmad Fauzi mengatakan sidang ditunda.\n"
        "Sebelumnya, kantor berita Yonhap melaporkan kunjungan itu disepakati sejak Mei, "
        "mengutip seorang pejabat."
    )
    rests_on(reading, "disepakati", ("agency", "Yonhap"), ("official", "pejabat"))


def test_what_the_outlet_says_of_itself_ends_the_voice_before() -> None:
    reading = told(
        "Sejumlah akun menyebarkan kabar bahwa polisi menahan 80 pemuda. "
        "KABAR LEMBAH belum dapat memastikan kabar tersebut."
    )
    assert kinds(reading, "memastikan") == []


def test_who_quotes_between_commas_is_an_outlet_though_nobody_knows_it() -> None:
    reading = told("Utara, mengutip dua pejabat, mengabarkan rancangan itu ditolak.\nPasar dibuka kembali.")
    rests_on(reading, "rancangan", ("outlet", "Utara"), ("official", "dua pejabat"))


def test_an_outlet_retold_for_a_speaker_holds_in_the_next_paragraph() -> None:
    reading = told(
        "Duta besar Ahmad Fauzi mengatakan sidang ditunda.\n"
        '"Kami menunggu," kata Fauzi, dikutip Reuters.\n'
        "Fauzi menambahkan gedung itu dijaga.\n"
        "Pasar dibuka kembali."
    )
    for words in ("sidang ditunda", "menunggu", "gedung itu dijaga"):
        rests_on(reading, words, ("agency", "Reuters"), ("person", "Ahmad Fauzi"))


@pytest.mark.parametrize("press", ["media", "sejumlah media", "wartawan", "media setempat"])
def test_the_press_at_large_is_no_link(press: str) -> None:
    reading = told(f'"Gedung itu dijaga," kata Ahmad Fauzi kepada {press}.')
    rests_on(reading, "dijaga", ("person", "Ahmad Fauzi"))


def test_an_outlet_without_a_name_stands_behind_the_one_that_the_report_retells() -> None:
    reading = told(
        "Gudang itu terbakar, seperti dilansir Reuters.\nPolisi menahan dua orang, menurut media setempat."
    )
    rests_on(reading, "menahan", ("agency", "Reuters"), ("outlet", "media setempat"))


def test_the_report_that_is_pointed_back_to_is_its_outlets() -> None:
    reading = told(
        "Duta besar Ahmad Fauzi mengatakan sidang ditunda.\n"
        "Pasar dibuka kembali.\n"
        "Dilansir Al Jazeera, Griffiths bertemu para tetua di Sanaa. "
        "Laporan itu mengutip seorang pejabat PBB yang mengatakan jalan dibuka kembali."
    )
    rests_on(reading, "jalan dibuka", ("outlet", "Al Jazeera"), ("group", "pejabat PBB"))


def test_a_paper_goes_on_behind_a_man_it_quoted_where_the_verb_is_hers() -> None:
    text = (
        "ذكرت صحيفة هماكور أن الجيش يبني قاعدة جديدة.\n"
        "ونقلت عن ضابط كبير قوله إن القوات ستبقى هناك.\n"
        "{} أن الوزارة رصدت تسعين مليونا للمشروع."
    )
    hers = told(text.format("وأضافت"), language="ar")
    rests_on(hers, "رصدت تسعين مليونا", ("outlet", "هماكور"))
    his = told(text.format("وأضاف"), language="ar")
    rests_on(his, "رصدت تسعين مليونا", ("outlet", "هماكور"), ("official", "ضابط كبير"))


def test_the_adjective_that_agrees_with_a_papers_name_is_of_the_name() -> None:
    text = "ذكرت صحيفة المنبر {} أن السوق أغلق أبوابه."
    rests_on(told(text.format("العراقي"), language="ar"), "السوق أغلق", ("outlet", "المنبر العراقي"))
    (link,) = chain(told(text.format("العراقية"), language="ar"), "السوق أغلق")
    assert link.name == "المنبر"


@pytest.mark.parametrize("own", ["RB", "Radio Bafoussam"])
def test_an_outlet_called_by_part_of_its_name_or_its_first_letters_is_itself(own: str) -> None:
    reading = told(
        f"{own} has learned that gendarmes arrested 14 students.",
        language="en",
        outlet="Radio Bafoussam News",
    )
    rests_on(reading, "gendarmes arrested 14 students")


def test_what_an_outlet_made_is_its_word() -> None:
    reading = told(
        "Strikes killed 67 herders, according to an investigation by Al Jazeera.\n"
        "Families have received no money.",
        language="en",
    )
    rests_on(reading, "Strikes killed 67 herders", ("outlet", "Al Jazeera"))
    rests_on(reading, "Families have received", ("outlet", "Al Jazeera"))


def test_behind_what_the_outlet_could_not_check_it_tells_what_it_knows_itself() -> None:
    reading = told(
        "Workers found a prison below the port, Reuters reported on Sunday.\n"
        "The cells had no windows.\n"
        "Kabar Lembah could not independently verify the report. The army has said that it will open all prisons.",
        language="en",
    )
    rests_on(reading, "The cells had no windows", ("agency", "Reuters"))
    rests_on(reading, "it will open all prisons", ("official", "army"))
