"""Who publishes a page is told from its furniture, and never guessed."""

from __future__ import annotations

import pytest

from riwayat.errors import UnreadableInput
from riwayat.model import Page, Report
from riwayat.page import report_from

STORY = """\
Sekelompok warga menutup jalan desa dengan bambu sejak Selasa pagi karena truk tambang merusak sumur mereka.

Kepala desa meminta perusahaan memperbaiki jalan sebelum truk boleh lewat lagi.

"Kami sudah tiga kali menyurati," kata seorang warga."""


def read(top: str, bottom: str = "", head: str = "SUMEDANG – ") -> Report:
    page = f"{top}\nWarga Tutup Jalan Tambang di Sumedang\n\n{head}{STORY}\n\n{bottom}"
    return report_from(Page(page.strip().encode(), media_type="text/plain"))


@pytest.mark.parametrize(
    ("top", "bottom"),
    [
        ("", "Berita Terkait\nRedaksi Kabar Pagi Diteror Orang Tak Dikenal\nAplikasi MyBensin Sulit Dibuka"),
        ("", "Ikuti kami di Instagram\nTentang Kami\nRedaksi\nPedoman Media Siber"),
        ("Nasional\nJawa Barat", "Tags: tambang, Sumedang, Jawa Barat"),
        ("Beranda › Daerah › Jawa Barat", "Daerah\nJawa Barat"),
        ("Piala Dunia | Liga 1 | MotoGP", "Piala Dunia\nJadwal Piala Dunia Hari Ini"),
        ("", "Dukung Palestina\nTim Nasional Menang Besar"),
        ("", "Foto: Agus Salim/Budi Santoso"),
        ("", "Kanal YouTube Komedian Terkenal Diblokir"),
        ("Oleh: Siti Aminah\n2 Mei 2019", "Siti Aminah adalah dosen di Bandung."),
    ],
)
def test_headlines_sections_and_people_are_no_publishers(top: str, bottom: str) -> None:
    assert read(top, bottom).outlet.name is None


@pytest.mark.parametrize(
    "bottom",
    [
        "Unduh aplikasi Kabar Sela di Play Store",
        "Ikuti Kabar Sela di Google News",
        "Gabung Telegram Kabar Sela",
        "Kabar Sela adalah portal berita dari Landak.",
        "Langganan Kabar Sela Plus",
        "Redaksi Kabar Sela",
        "Hak cipta © 2020 Kabar Sela",
        "Hormat kami,\nKabar Sela",
        "Dapatkan notifikasi dari Kabar Sela setiap pagi",
        "Tentang Kabar Sela\nredaksi@kabarsela.example",
    ],
)
def test_a_page_names_itself_where_it_speaks_of_itself(bottom: str) -> None:
    assert read("", bottom).outlet.name == "Kabar Sela"


def test_an_agency_in_the_head_is_the_publisher_only_where_no_other_is_named() -> None:
    alone = read("", head="Kyiv (AFP) – ")
    assert (alone.outlet.name, alone.cites) == ("AFP", ())
    printed_elsewhere = read("", "Ikuti Kabar Sela di Instagram", head="Kyiv (AFP) – ")
    assert (printed_elsewhere.outlet.name, printed_elsewhere.cites) == ("Kabar Sela", ("AFP",))
    own_copy = read("", "COPYRIGHT © ANTARA News Kalbar 2021", head="Ngabang (ANTARA) - ")
    assert (own_copy.outlet.name, own_copy.cites) == ("ANTARA", ())


def test_a_known_outlet_alone_before_a_dash_is_no_dateline() -> None:
    report = read("LENSA SYAM\nKabar dari bumi Syam", "Ikuti Lensa Syam di Telegram", head="LENSA SYAM – ")
    assert report.outlet.name == "LENSA SYAM"
    assert report.dateline is None


@pytest.mark.parametrize("page", ["<html><bo", "<p>\u200b</p>", "...", "12345"])
def test_what_holds_no_words_is_refused(page: str) -> None:
    with pytest.raises(UnreadableInput, match="shows no"):
        report_from(Page(page.encode()))


@pytest.mark.parametrize("agency", ["Nile Wire", "Palk News Agency", "Noon"])
def test_whoever_stands_in_the_datelines_brackets_wrote_it_for_the_outlet_that_the_page_shows(
    agency: str,
) -> None:
    page = (
        "Gezira Gazette\nWednesday, 23 August 2023\n\nShelling Kills Six in Khartoum Market\n\n"
        f"KHARTOUM ({agency}) – Shells hit a vegetable market in Khartoum on Tuesday and killed six people.\n\n"
        "The market had opened an hour before the shells fell on the stalls.\n\n© Gezira Gazette 2023"
    )
    report = report_from(Page(page.encode(), media_type="text/plain"))
    assert (report.outlet.name, report.cites) == ("Gezira Gazette", (agency,))


def test_a_section_of_the_menu_does_not_name_the_outlet() -> None:
    page = (
        "جريدة المرسى\nأخبار محلية\n\nالإفراج عن بحارة بعد عامين من الاحتجاز\n01/12/2022\n\n"
        "أفرجت إريتريا أمس عن أربعة وثلاثين بحارا يمنيا بعد عامين من الاحتجاز في سجون الساحل.\n\n"
        "ووصل البحارة إلى ميناء الخوخة على متن قارب واحد، وكان ستة منهم مرضى عند الوصول."
    )
    assert report_from(Page(page.encode(), media_type="text/plain")).outlet.name == "جريدة المرسى"


def test_the_name_before_a_menu_on_the_first_line_is_the_outlets() -> None:
    page = (
        "Caucasus Ledger | Conflict | Economy | Podcasts\n\nMine clearer says work will take thirty years\n"
        "5 April 2022\n\nElchin Rzayev leads a team of sixteen mine clearers in Aghdam and finds mines daily.\n\n"
        "Last week the mine clearer found 212 mines along one irrigation canal near the town."
    )
    assert report_from(Page(page.encode(), media_type="text/plain")).outlet.name == "Caucasus Ledger"


def test_an_agency_as_the_author_is_where_the_report_comes_from() -> None:
    page = (
        "Karakoram Mail\n20 Feb, 2023\n\nAvalanche road reopened after protest\n\nBy Hunza News Agency\n\n"
        "The army reopened the road to Shimshal on Sunday after villagers had blocked the highway for two days."
    )
    report = report_from(Page(page.encode(), media_type="text/plain"))
    assert (report.bylines, report.cites) == ((), ("Hunza News Agency",))


def test_a_line_on_top_that_begins_with_a_word_for_outlets_is_no_headline() -> None:
    page = (
        "شبكة وادي بردى الإعلامية\nأخبار | صور | فيديو\n\nخطف تاجر في ريف دمشق\n3 آذار 2022\n\n"
        "خطف مجهولون تاجر أقمشة من أمام متجره في بلدة عين الفيجة مساء الأربعاء.\n\n"
        "وهذه خامس حادثة خطف في المنطقة منذ بداية العام، بحسب سكان البلدة."
    )
    report = report_from(Page(page.encode(), media_type="text/plain"))
    assert report.title == "خطف تاجر في ريف دمشق"
    assert report.outlet.name == "وادي بردى الإعلامية"
