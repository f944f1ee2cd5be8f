"""Pages as sites print them, all made up, and the report each must give."""

from __future__ import annotations

import pytest

from riwayat.errors import UnreadableInput
from riwayat.model import Byline, Page, Report
from riwayat.page import report_from

BODY = """\
Puluhan warga Desa Sukamaju memblokir jalan menuju tambang sejak pagi. Mereka menolak perluasan \
lahan yang disebut tidak pernah dibicarakan dengan warga.

"Kami tidak akan pergi sebelum bupati datang," kata koordinator aksi, Darmin Sulaeman.

Kepala Polres setempat, AKBP Hendro Wicak, mengatakan polisi hanya berjaga dan tidak menangkap siapa pun."""


def read(text: str, *, url: str | None = None, media_type: str | None = "text/plain") -> Report:
    return report_from(Page(text.encode(), url=url, media_type=media_type))


def names(report: Report) -> list[tuple[str, str]]:
    return [(byline.name, byline.role) for byline in report.bylines]


def test_a_text_saved_by_a_crawler_gives_all_its_parts() -> None:
    report = read(f"""Warga Blokir Jalan Tambang di Sukamaju

KABARDESA.NET, Sumedang – {BODY}

Sumber: Harian21.com
Redaktur: Siti El-Contoh

Mau Kabar Terbaru?
Titipkan surelmu di sini supaya kabar kami sampai setiap pagi.
Anda boleh keluar dari daftar kapan pun.
Mungkin menarik juga bagi Anda""")
    assert report.title == "Warga Blokir Jalan Tambang di Sukamaju"
    assert report.outlet.name == "KABARDESA.NET"
    assert report.outlet.domain == "kabardesa.net"
    assert report.dateline is not None
    assert report.dateline.text == "Sumedang"
    assert names(report) == [("Siti El-Contoh", "editor")]
    assert report.cites == ("Harian21.com",)
    assert report.language == "id"
    assert report.published is None
    assert report.text.split("\n")[-1] == "Sumber: Harian21.com"
    for furniture in ("Kabar Terbaru", "surelmu", "keluar dari daftar", "Mungkin menarik"):
        assert furniture not in report.text


@pytest.mark.parametrize(
    ("head", "outlet", "place"),
    [
        ("KABARDESA.NET, Idlib – ", "KABARDESA.NET", "Idlib"),
        ("JAKARTA, WARTAKINI.com - ", "WARTAKINI.com", "JAKARTA"),
        ("Jayapura (ANTARA) - ", "ANTARA", "Jayapura"),
        ("Jakarta, CNN Indonesia -- ", "CNN Indonesia", "Jakarta"),
        ("REPUBLIKA.CO.ID, GAZA -- ", "REPUBLIKA.CO.ID", "GAZA"),
        ("Beijing, (Xinhua) - ", "Xinhua", "Beijing"),
        ("Lintaskabar7.com, Jakarta - ", "Lintaskabar7.com", "Jakarta"),
        ("Lintaskabar7.com, Jakarta ", "Lintaskabar7.com", "Jakarta"),
        ("SUARAKOTA.COM - ", "SUARAKOTA.COM", None),
        ("Kabarumat.com--", "Kabarumat.com", None),
        ("Bogor, Harian Rimba – ", "Harian Rimba", "Bogor"),
        ("SURABAYA | WARTAJATIM.ID – ", "WARTAJATIM.ID", "SURABAYA"),
        ("Kabarsatu.com--Jakarta--", "Kabarsatu.com", "Jakarta"),
        ("IDLIB, SURIAH (kabar-umat.com) - ", "kabar-umat.com", "IDLIB"),
        ("BEIRUT, 27 Mei (Xinhua) -- ", "Xinhua", "BEIRUT"),
        ("KBRN, Jakarta : ", "KBRN", "Jakarta"),
        ("Jakarta: ", None, "Jakarta"),
        ("SANAA — ", None, "SANAA"),
        ("", None, None),
    ],
)
def test_outlet_and_dateline_are_found_in_their_many_forms(
    head: str, outlet: str | None, place: str | None
) -> None:
    report = read(f"Warga Blokir Jalan Tambang\n\n{head}{BODY}")
    assert report.outlet.name == outlet
    assert (report.dateline.text if report.dateline else None) == place
    assert report.text.startswith(head + "Puluhan warga")


@pytest.mark.parametrize(
    "start",
    [
        "Presiden Joko Contoh – yang baru tiba dari Solo – meninjau lokasi banjir bersama menteri.",
        "Serangan itu — yang terburuk tahun ini — menewaskan sedikitnya lima orang di pasar.",
        "Menteri Luar Negeri: pemerintah menolak usul gencatan senjata yang diajukan kemarin.",
        "Jakarta-Bandung kini dapat ditempuh dalam waktu kurang dari satu jam dengan kereta.",
    ],
)
def test_a_dash_in_a_sentence_makes_no_dateline(start: str) -> None:
    report = read(f"Judul Berita Hari Ini\n\n{start}\n\n{BODY}")
    assert report.dateline is None
    assert report.outlet.name is None


@pytest.mark.parametrize(
    ("line", "stamp", "granularity"),
    [
        ("Rabu, 14 Jun 2023 17:12 WIB", "2023-06-14T17:12", "hour"),
        ("Senin, 27 Mei 2019", "2019-05-27", "day"),
        ("27 Nop 1998", "1998-11-27", "day"),
        ("Selasa, 3 Pebruari 1987", "1987-02-03", "day"),
        ("Jum'at, 5 Agt 2016 | 08.15 WITA", "2016-08-05T08:15", "hour"),
        ("Wartakini.com - 23/08/2012, 18:13 WIB", "2012-08-23T18:13", "hour"),
        ("Diterbitkan: 2021-03-09", "2021-03-09", "day"),
        ("29 Oct 2019, 17:05 WIB", "2019-10-29T17:05", "hour"),
    ],
)
def test_a_date_line_below_the_headline_says_when_it_was_published(
    line: str, stamp: str, granularity: str
) -> None:
    report = read(f"Warga Blokir Jalan Tambang\n{line}\n\nSumedang – {BODY}")
    assert report.published is not None
    assert (report.published.start, report.published.end) == (stamp, stamp)
    assert report.published.granularity == granularity
    assert line not in report.text


def test_without_a_date_line_the_latest_full_date_of_the_first_paragraph_counts() -> None:
    first = "SUMEDANG - Warga, Senin (27/05/2019), menolak izin yang terbit pada 3 April 2018 itu."
    report = read(f"Warga Tolak Izin\n\n{first}\n\n{BODY}")
    assert report.published is not None
    assert report.published.start == "2019-05-27"
    assert report.published.evidence is not None
    span = report.published.evidence
    assert report.text[span.start : span.end] == span.text == "27/05/2019"


def test_a_day_that_the_first_paragraph_gives_twice_once_with_the_hour_is_one_day() -> None:
    first = "SUMEDANG - Warga, Senin (27/05/2019), berkumpul sejak 27 Mei 2019 pukul 08.15 di balai desa."
    report = read(f"Warga Tolak Izin\n\n{first}\n\n{BODY}")
    assert report.published is not None
    assert report.published.start == "2019-05-27"


def test_the_date_in_a_dateline_counts() -> None:
    report = read(f"Siaran Pers Warga\n\nSumedang, 12 Mei 2020 – {BODY}")
    assert report.published is not None
    assert report.published.start == "2020-05-12"
    assert report.dateline is not None
    assert report.dateline.text == "Sumedang"


def test_a_date_without_a_year_is_never_guessed() -> None:
    report = read(f"Warga Tolak Izin\n\nSUMEDANG - Warga, Senin (27/5), menolak izin tambang itu.\n\n{BODY}")
    assert report.published is None


def test_the_banners_date_of_the_visit_gives_way_to_the_reports_own() -> None:
    report = read(
        "Selasa, 24 November 2026\nBeranda\nDaerah\n\nWarga Blokir Jalan Tambang\nSenin, 27 Mei 2019\n\n"
        + BODY
    )
    assert report.published is not None
    assert report.published.start == "2019-05-27"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Redaktur: Sulhi Contoh", [("Sulhi Contoh", "editor")]),
        ("Penulis: Siti Aminah | Editor: Budi Misal", [("Siti Aminah", "author"), ("Budi Misal", "editor")]),
        (
            "(Reporter: Ana Uji; Penerjemah: Bayu Coba; Editor: Citra Dewi)",
            [("Ana Uji", "reporter"), ("Bayu Coba", "translator"), ("Citra Dewi", "editor")],
        ),
        ("Oleh: Ahmad Teladan dan Rina Umpama", [("Ahmad Teladan", "author"), ("Rina Umpama", "author")]),
        ("Pewarta: Joko Andai, S.Sos", [("Joko Andai", "reporter")]),
        ("Rep: Dedi Coba/ Red: Esti Misal", [("Dedi Coba", "reporter"), ("Esti Misal", "editor")]),
        ("Laporan wartawan Wartakini.com, Annas Uji", [("Annas Uji", "reporter")]),
        ("Editor Bayu Galih Contoh", [("Bayu Galih Contoh", "editor")]),
        ("EditorNasru Alam Contoh", [("Nasru Alam Contoh", "editor")]),
        ("Redaktur & Reporter : Sutomo", [("Sutomo", "editor"), ("Sutomo", "reporter")]),
        ("Penulis: Tim Redaksi", []),
        ("(ryn/arh)", [("ryn", "author"), ("arh", "editor")]),
        ("(ant/kmp)", [("kmp", "editor")]),
    ],
)
def test_makers_are_named_with_their_roles_and_leave_the_text(
    line: str, expected: list[tuple[str, str]]
) -> None:
    report = read(f"Warga Blokir Jalan Tambang\n\nSUMEDANG - {BODY}\n\n{line}")
    assert names(report) == expected
    assert line not in report.text
    assert report.text.endswith("menangkap siapa pun.")


def test_a_role_may_stand_on_the_line_above_its_name() -> None:
    report = read(
        f"Warga Blokir Jalan Tambang\n\nPenulis\nSiti Aminah\nEditor\nBudi Misal\n\nSUMEDANG - {BODY}"
    )
    assert report.bylines == (Byline("Siti Aminah", "author"), Byline("Budi Misal", "editor"))


def test_initials_at_the_end_of_the_last_paragraph_sign_it_and_are_no_text() -> None:
    signed = read(f"Judul Berita Warga\n\nSUMEDANG - {BODY} (tfq/isn)")
    assert signed.text.endswith("siapa pun.")
    assert names(signed) == [("tfq", "author"), ("isn", "editor")]
    assert read(f"Judul Berita Warga\n\nSUMEDANG - {BODY} [fdl/mae]").text.endswith("siapa pun.")
    assert read(f"Judul Berita Warga\n\nSUMEDANG - {BODY} (*)").text.endswith("siapa pun.")


def test_a_closing_agency_is_cited_and_stays() -> None:
    report = read(f"Judul Berita Warga\n\nWARTAKINI.COM - {BODY} (Reuters)")
    assert report.cites == ("Reuters",)
    assert report.outlet.name == "WARTAKINI.COM"


def test_the_agency_in_the_head_of_somebody_elses_page_is_its_source() -> None:
    report = read(
        f"Judul Berita Warga\n\nJayapura (ANTARA) - {BODY}\n\n© 2021 Harian Rimba. Hak cipta dilindungi."
    )
    assert report.outlet.name == "Harian Rimba"
    assert report.cites == ("ANTARA",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sumber: Arabi21.com", ("Arabi21.com",)),
        ("Sumber : Reuters, AFP dan Al Jazeera", ("Reuters", "AFP", "Al Jazeera")),
        ("Sumber: https://www.kabarlain.com/2019/05/berita", ("kabarlain.com",)),
        ("Sumber: Istimewa", ()),
        ('Artikel ini telah tayang di Kabarlain.com dengan judul "Warga Marah"', ("Kabarlain.com",)),
    ],
)
def test_source_lines_name_the_cited_outlets(line: str, expected: tuple[str, ...]) -> None:
    report = read(f"Judul Berita Warga\n\nWARTAKINI.COM, Sumedang - {BODY}\n\n{line}")
    assert report.cites == expected
    assert line in report.text.split("\n")


def test_a_sentence_about_a_source_is_no_source_line() -> None:
    sentence = "Sumber Arabi21.com di Idlib yang meminta tidak disebutkan namanya mengatakan perang usai."
    report = read(f"Judul Berita Warga\n\nWARTAKINI.COM, Idlib - {BODY}\n\n{sentence}")
    assert report.cites == ()
    assert sentence in report.text


def test_captions_are_lines_of_the_text_and_pictures_with_credit() -> None:
    caption = "Warga berkumpul di depan gerbang tambang, Senin (27/5/2019)."
    report = read(f"Judul Berita Warga\n\n{caption} (ANTARA FOTO/Galih Contoh)\n\nSUMEDANG - {BODY}")
    assert report.photos[0].caption == caption
    assert report.photos[0].credit == "ANTARA FOTO/Galih Contoh"
    assert caption in report.text
    assert ("Galih Contoh", "photographer") in names(report)
    assert report.dateline is not None


def test_a_paragraph_about_a_photo_is_no_caption() -> None:
    paragraph = "Foto pertemuan tersebut menyebar di saat warga menghadapi serangan di kota itu."
    report = read(f"Judul Berita Warga\n\nSUMEDANG - {BODY}\n\n{paragraph}")
    assert paragraph in report.text
    assert report.photos == ()


FURNITURE = [
    "Baca juga: Bupati Janji Tinjau Izin Tambang",
    "BACA JUGA Bupati Janji Tinjau Izin Tambang",
    "Simak Video \"Warga Hadang Alat Berat\"",
    "[Gambas:Video 20detik]",
    "ADVERTISEMENT",
    "SCROLL TO CONTINUE WITH CONTENT",
    "Halaman selanjutnya",
    "Tags: tambang, sumedang, warga",
    "#tambang #sumedang",
    "Bagikan: Facebook Twitter WhatsApp",
    "Facebook",
    "Ikuti kami di Google News untuk kabar terkini.",
    "Dapatkan update berita pilihan setiap hari dari kami. Mari bergabung di grup Telegram.",
    "Copyright © 2021 Wartakini. All rights reserved.",
    "Dilarang mengutip tanpa izin redaksi.",
    "Situs ini menggunakan cookie untuk meningkatkan kenyamanan Anda.",
    "Beranda › Daerah › Jawa Barat",
    "Tentang Kami | Redaksi | Pedoman Media Siber | Kontak",
    "https://wartakini.com/warga-blokir-jalan",
    "1.204 kali dibaca",
    "Suka dengan tulisan ini? Tinggalkan surelmu agar kabar kami sampai ke kotak suratmu.",
    "Pasang aplikasi kami, baca tanpa iklan!",
    "Ingin tahu kabar lainnya?",
]  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_after_the_story_is_left_out(line: str) -> None:
    report = read(f"Warga Blokir Jalan Tambang\n\nSUMEDANG - {BODY}\n\n{line}\n")
    assert line not in report.text
    assert report.text.endswith("menangkap siapa pun.")


@pytest.mark.parametrize("line", FURNITURE[:6])
def test_furniture_between_paragraphs_is_left_out(line: str) -> None:
    first, rest = BODY.split("\n\n", 1)
    report = read(f"Warga Blokir Jalan Tambang\n\nSUMEDANG - {first}\n\n{line}\n\n{rest}")
    assert line not in report.text
    assert report.text.count("\n") == 2


def test_a_block_of_links_with_teasers_after_the_makers_is_left_out() -> None:
    report = read(f"""Warga Blokir Jalan Tambang

SUMEDANG - {BODY}

Editor: Budi Misal

Lainnya dari Jawa Barat
Harga Cabai Turun di Pasar Tanjungsari
Pedagang mengaku pembeli mulai ramai lagi sejak akhir pekan lalu.
Persib Menang Tipis
Gol tunggal dicetak pada menit akhir pertandingan yang berlangsung keras itu.""")
    assert report.text.endswith("menangkap siapa pun.")


def test_comments_are_no_part_of_the_report() -> None:
    report = read(f"""Warga Blokir Jalan Tambang

SUMEDANG - {BODY}

Komentar (2)
Anak Desa: Benar sekali, kami sudah lama menunggu bupati datang ke kampung ini.
Warga Biasa
Semoga cepat selesai masalahnya dan semua orang dapat bekerja lagi seperti biasa.""")
    assert report.text.endswith("menangkap siapa pun.")


def test_short_paragraphs_quotations_subheadings_and_lists_stay() -> None:
    report = read(f"""Warga Blokir Jalan Tambang

SUMEDANG - {BODY}

Bohong.

Tuntutan warga

Warga menyampaikan tiga tuntutan kepada bupati dan perusahaan dalam surat terbuka itu:
1. Menghentikan perluasan lahan;
2. Membuka dokumen izin;
3. Memulihkan mata air desa.

"Anda harus mendengar kami," ujarnya.

Sampai sore, bupati belum menanggapi permintaan warga yang masih bertahan di jalan itu.""")
    for line in (
        "Bohong.",
        "Tuntutan warga",
        "2. Membuka dokumen izin;",
        '"Anda harus mendengar kami," ujarnya.',
    ):
        assert line in report.text.split("\n")


def test_lines_broken_at_a_fixed_width_become_paragraphs_again() -> None:
    report = read("""Warga Blokir Jalan Tambang

SUMEDANG - Puluhan warga Desa Sukamaju memblokir jalan menuju tambang
sejak pagi. Mereka menolak perluasan lahan yang disebut tidak pernah
dibicarakan dengan warga desa.

Kepala Polres setempat mengatakan polisi hanya berjaga di lokasi dan
tidak menangkap siapa pun.
""")
    assert report.text.split("\n") == [
        "SUMEDANG - Puluhan warga Desa Sukamaju memblokir jalan menuju tambang sejak pagi. Mereka menolak "
        "perluasan lahan yang disebut tidak pernah dibicarakan dengan warga desa.",
        "Kepala Polres setempat mengatakan polisi hanya berjaga di lokasi dan tidak menangkap siapa pun.",
    ]


def test_a_head_on_a_line_of_its_own_joins_its_paragraph() -> None:
    report = read(f"Warga Blokir Jalan\n\nJAKARTA, WARTAKINI.com -\n{BODY}")
    assert report.text.startswith("JAKARTA, WARTAKINI.com - Puluhan warga")


def test_the_headline_is_found_below_menus_and_loses_the_sites_name() -> None:
    report = read(f"""Beranda
Daerah
Olahraga
Warga Sukamaju Blokir Jalan Tambang | WARTAKINI.COM
Senin, 27 Mei 2019

SUMEDANG - {BODY}""")
    assert report.title == "Warga Sukamaju Blokir Jalan Tambang"
    assert report.outlet.name == "WARTAKINI.COM"


def test_a_headline_may_ask_or_quote() -> None:
    asking = "Tambang Meluas, Warga Sukamaju Blokir Jalan, Lalu Siapa yang Bertanggung Jawab?"
    assert read(f"{asking}\n\nSUMEDANG - {BODY}").title == asking
    quoting = 'Warga Sukamaju: "Kami Tidak Akan Pergi Sebelum Bupati Datang ke Desa"'
    assert read(f"{quoting}\n\nSUMEDANG - {BODY}").title == quoting


@pytest.mark.parametrize(
    ("furniture", "outlet"),
    [
        ("Copyright © 2021 Harian Rimba. All rights reserved.", "Harian Rimba"),
        ("https://www.wartakini.com/daerah/2021/warga", "wartakini.com"),
        ("WARTAKINI.COM", "WARTAKINI.COM"),
    ],
)
def test_the_outlet_may_stand_in_the_furniture_only(furniture: str, outlet: str) -> None:
    assert read(f"Warga Blokir Jalan\n\nSUMEDANG - {BODY}\n\n{furniture}").outlet.name == outlet


def test_malay_is_told_from_indonesian() -> None:
    malay = (
        "KUALA LUMPUR - Polis memberitahu bahawa mangsa dibawa ke hospital kerana cedera. Beliau berkata "
        "siasatan dijalankan oleh pihak berkuasa negeri berkenaan."
    )
    assert read(f"Polis Siasat Kemalangan\n\n{malay}").language == "ms"
    assert read(f"Warga Blokir Jalan\n\n{BODY}").language == "id"


def test_pages_in_languages_without_word_lists_are_read_too() -> None:
    english = read(
        "Villagers Block Mine Road\n\nNAIROBI, Kenya (AP) — Dozens of villagers blocked the road to a mine "
        'on Monday. They reject its expansion, their leader said.\n\n"We will not leave," he told reporters.'
    )
    assert english.language == "en"
    assert english.title == "Villagers Block Mine Road"
    arabic = read(
        "أهالي القرية يغلقون الطريق\n\nأغلق عشرات من أهالي القرية الطريق المؤدي إلى المنجم صباح اليوم."
    )
    assert arabic.language == "ar"
    assert arabic.title == "أهالي القرية يغلقون الطريق"


def test_the_identity_follows_words_and_outlet_not_white_space() -> None:
    one = read(f"Judul Berita\n\nWARTAKINI.COM, Sumedang - {BODY}")
    spaced = read(f"Judul Berita\n\n\n  WARTAKINI.COM,  Sumedang -   {BODY}\n\n")
    other = read(f"Judul Berita\n\nWARTALAMA.COM, Sumedang - {BODY}")
    assert one.id == spaced.id
    assert one.id.startswith("sha256:")
    assert one.id != other.id


@pytest.mark.parametrize(
    "data", [b"", b" \n\t ", b"\x00\x00", b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 8]
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        report_from(Page(data, source="berkas.bin"))
    assert str(refusal.value).startswith("berkas.bin: ")
    assert "\n" not in str(refusal.value)


def test_bytes_that_are_wrong_in_utf_8_are_replaced() -> None:
    data = f"Judul “Warga”\n\nSUMEDANG – {BODY}".encode().replace(b"Puluhan", b"Puluh\xffan")
    report = report_from(Page(data))
    assert "Puluh\ufffdan" in report.text
    assert report.title == "Judul “Warga”"


def test_other_encodings_are_read_as_declared_or_recognised() -> None:
    text = f"Judul “Warga” Desa\n\nSUMEDANG – {BODY}"
    assert report_from(Page(text.encode("cp1252"), charset="iso-8859-1")).title == "Judul “Warga” Desa"
    assert report_from(Page(text.encode("utf-16"))).title == "Judul “Warga” Desa"
    assert report_from(Page(text.encode("utf-16-le"))).title == "Judul “Warga” Desa"
    assert report_from(Page(text.encode(), charset="iso-8859-1")).title == "Judul “Warga” Desa"


@pytest.mark.parametrize(
    "line",
    [
        "Siti Aminah - Jumat, 2 Januari 2015 - 11:38 WIB",
        "Siti Aminah | 2 Januari 2015 11:38",
        "Siti Aminah Jumat, 11 Rabiul Awal 1436 H / 2 Januari 2015 11:38",
        "LAPORAN: SITI AMINAH | JUMAT, 2 JANUARI 2015 | 11:38 WIB",
        "JUMAT, 2 JANUARI 2015 | 11:38 WIB | LAPORAN: SITI AMINAH",
    ],
)
def test_a_maker_may_share_a_line_with_the_date(line: str) -> None:
    report = read(f"Warga Blokir Jalan Tambang\n\n{line}\n\nSUMEDANG - {BODY}")
    assert [byline.name.title() for byline in report.bylines] == ["Siti Aminah"]
    assert report.published is not None
    assert report.published.start == "2015-01-02T11:38"


def test_a_site_may_be_named_at_the_top_and_beside_the_author_only() -> None:
    report = read(
        "lintasKabar\nBeranda Berita Foto\nlintasKabar > Daerah\nWarga Blokir Jalan Tambang\n"
        f"Siti Aminah - lintasKabar\nRabu, 14 Agu 2024 09:47 WIB\n\nSumedang - {BODY}"
    )
    assert report.outlet.name == "lintasKabar"
    assert names(report) == [("Siti Aminah", "author")]


def test_a_closing_line_in_capitals_names_outlets_and_makers() -> None:
    report = read(f"Warga Blokir Jalan\n\nWARTAKINI.COM - {BODY}\n\nHARIAN RIMBA | REUTERS | SITI AMINAH")
    assert names(report) == [("SITI AMINAH", "author")]
    assert report.cites == ("HARIAN RIMBA", "REUTERS")


def test_the_date_of_a_later_visit_in_the_banner_is_not_taken() -> None:
    report = read(
        "Jadwal\n09/05/2025\nSubuh\n04:35\n\nWarga Blokir Jalan Tambang di Sukamaju\n\n"
        f"{BODY}\n\nAksi serupa terjadi pada Senin (10/05/2021) di desa sebelah yang juga dekat tambang."
    )
    assert report.published is None


def test_a_dash_before_a_caption_credit_is_seen() -> None:
    caption = "Warga menyalakan lilin di depan rumah duka, Rabu (14/6/2023) malam."
    report = read(f"Warga Blokir Jalan Tambang\n\n{caption} – Dok. Keluarga\n\nSumedang, Jubah – {BODY}")
    assert report.title == "Warga Blokir Jalan Tambang"
    assert report.photos[0].caption == caption
    assert report.photos[0].credit == "Dok. Keluarga"


def test_the_head_of_a_first_paragraph_like_its_own_caption_is_found() -> None:
    report = read(f"Warga Blokir Jalan Tambang\n\nPuluhan warga (Foto: dok. Istimewa)\n\nSumedang - {BODY}")
    assert report.dateline is not None
    assert report.dateline.text == "Sumedang"


def test_a_source_beside_a_maker_is_a_source() -> None:
    report = read(
        f"Warga Tolak Izin\n\nSUMEDANG, WARTAKINI.COM - {BODY}\n\nPenulis: Siti Contoh | Sumber: Xinhua"
    )
    assert names(report) == [("Siti Contoh", "author")]
    assert report.cites == ("Xinhua",)


ARABIC = """\
قُتل ثلاثة أشخاص، اليوم، في انفجار عبوة ناسفة على الطريق الرابط بين القريتين، وأصيب آخرون بجروح متفاوتة.

وقال مصدر طبي إن الجرحى نقلوا إلى المستشفى، وإن حالة اثنين منهم حرجة."""


@pytest.mark.parametrize(
    ("head", "place", "makers", "cites"),
    [
        ("غزة / سامر العلي / الأناضول", "غزة", [("سامر العلي", "reporter")], ("الأناضول",)),
        ("حلب – سامر العلي", "حلب", [("سامر العلي", "author")], ()),
        ("القاهرة: سامر العلي", "القاهرة", [("سامر العلي", "author")], ()),
        ("رويترز - غزة", "غزة", [], ("رويترز",)),
        ("صنعاء - خاص", "صنعاء", [], ()),
        ("كتب - سامر العلي:", None, [("سامر العلي", "author")], ()),
    ],
)
def test_place_outlet_and_makers_side_by_side_need_no_capitals(
    head: str, place: str | None, makers: list[tuple[str, str]], cites: tuple[str, ...]
) -> None:
    report = read(f"أخبار الوادي\n\nثلاثة قتلى في انفجار عبوة على طريق القريتين اليوم\n\n{head}\n\n{ARABIC}")
    assert (report.dateline.text if report.dateline else None) == place
    assert names(report) == makers
    assert report.cites == cites


def test_initials_below_the_story_sign_in_scripts_without_capitals() -> None:
    report = read(
        f"أخبار الوادي\n\nثلاثة قتلى في انفجار عبوة على طريق القريتين\n\n{ARABIC}\n\n{ARABIC[-60:]}\n\nم.ع/ ر.س"
    )
    assert names(report) == [("م.ع", "author"), ("ر.س", "editor")]


def test_entries_of_a_live_ticker_are_paragraphs_however_they_end() -> None:
    entries = [
        "حزب الغد: الجسر مغلق منذ الصباح",
        "وزارة الصحة: إصابة أربعة بجروح",
        "المراسل: حركة السير تتوقف تماما",
    ]
    hours = ["22:40", "22:05", "21:50"]
    lines = [line for hour, entry in zip(hours, entries, strict=True) for line in (hour, entry, "")]
    page = "\n".join(
        ["صوت الوادي", "لحظة بلحظة: إغلاق الجسر القديم", "الاثنين 21 تشرين الأول 2024", "", *lines]
    )
    assert all(entry in read(page).text for entry in entries)
