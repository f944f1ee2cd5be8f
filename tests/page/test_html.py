"""HTML pages as sites build them, all made up."""

from __future__ import annotations

import pytest

from riwayat.errors import UnreadableInput
from riwayat.model import Page, Report
from riwayat.page import report_from

PARAGRAPHS = (
    "<strong>SUMEDANG, WARTAKINI.com</strong> &ndash; Puluhan warga Desa Sukamaju memblokir jalan menuju "
    '<a href="/tag/tambang">tambang</a>\n sejak pagi. Mereka menolak perluasan lahan yang disebut tidak '
    "pernah dibicarakan.",
    "&ldquo;Kami tidak akan pergi sebelum bupati datang,&rdquo; kata koordinator aksi, Darmin Sulaeman.",
    "Kepala Polres setempat, AKBP Hendro Wicak, mengatakan polisi hanya berjaga dan tidak menangkap orang.",
    "Perluasan tambang itu telah direncanakan sejak dua tahun lalu oleh perusahaan dan kabupaten.",
)


def html(body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )


def article(*extra: str) -> str:
    return (
        "<article><h1>Warga Blokir Jalan Tambang</h1>"
        + "".join(f"<p>{p}</p>" if not p.startswith("<div") else p for p in (*PARAGRAPHS, *extra))
        + "</article>"
    )


def read(markup: str, url: str | None = "https://www.wartakini.com/daerah/warga-blokir") -> Report:
    return report_from(Page(markup.encode(), url=url, media_type="text/html", charset="utf-8"))


def test_links_and_line_breaks_in_the_source_do_not_break_paragraphs() -> None:
    report = read(html(article()))
    first = report.text.split("\n")[0]
    assert first.startswith(
        "SUMEDANG, WARTAKINI.com – Puluhan warga Desa Sukamaju memblokir jalan menuju tambang sejak"
    )
    assert report.text.count("\n") == 3
    assert report.title == "Warga Blokir Jalan Tambang"
    assert report.dateline is not None
    assert report.dateline.text == "SUMEDANG"
    assert report.outlet.name == "WARTAKINI.com"
    assert report.outlet.domain == "wartakini.com"


def test_what_the_page_declares_in_json_ld_is_used() -> None:
    head = """<link rel="canonical" href="/daerah/1/warga-blokir">
    <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "Lain"},
      {"@type": "NewsArticle", "headline": "Warga Blokir Jalan Tambang",
       "datePublished": "2023-06-14T17:12:05+07:00",
       "author": [{"@type": "Person", "name": "Siti Aminah"}], "editor": {"name": "Budi Misal"},
       "publisher": {"@type": "Organization", "name": "Warta Kini"},
       "image": {"url": "/foto/1.jpg"}}]}</script>"""
    body = article().replace("SUMEDANG, WARTAKINI.com", "SUMEDANG")
    report = read(html(body, head))
    assert report.outlet.name == "Warta Kini"
    assert report.canonical_url == "https://www.wartakini.com/daerah/1/warga-blokir"
    assert report.published is not None
    assert report.published.start == "2023-06-14T17:12"
    assert [(b.name, b.role) for b in report.bylines] == [("Siti Aminah", "author"), ("Budi Misal", "editor")]
    assert report.photos[0].url == "https://www.wartakini.com/foto/1.jpg"


def test_opengraph_and_meta_elements_are_used() -> None:
    head = """<meta property="og:site_name" content="Warta Kini">
    <meta property="og:title" content="Warga Blokir Jalan Tambang - Warta Kini">
    <meta property="article:published_time" content="2023-06-14">"""
    report = read(html(article().replace("<h1>Warga Blokir Jalan Tambang</h1>", ""), head), url=None)
    assert report.title == "Warga Blokir Jalan Tambang"
    assert report.published is not None
    assert report.published.start == "2023-06-14"


def test_a_printed_local_date_wins_over_a_declared_one_in_utc() -> None:
    head = '<meta property="article:published_time" content="2023-06-13T22:30:00Z">'
    body = article().replace("</h1>", "</h1><div>Rabu, 14 Jun 2023 05:30 WIB</div>")
    report = read(html(body, head))
    assert report.published is not None
    assert report.published.start == "2023-06-14T05:30"


def test_the_pages_own_address_may_bear_the_date() -> None:
    report = read(html(article()), url="https://wartakini.com/2019/05/27/warga-blokir/")
    assert report.published is not None
    assert report.published.start == "2019-05-27"


def test_figures_give_pictures_and_lines() -> None:
    figure = (
        '<div><figure><img src="/foto/jalan.jpg"><figcaption>Warga duduk di jalan menuju tambang, Senin. '
        "(Foto: Dok. Warga)</figcaption></figure></div>"
    )
    report = read(html(article(figure)))
    assert report.photos[0].url == "https://www.wartakini.com/foto/jalan.jpg"
    assert report.photos[0].caption == "Warga duduk di jalan menuju tambang, Senin."
    assert report.photos[0].credit == "Dok. Warga"
    assert "Warga duduk di jalan menuju tambang, Senin." in report.text


def test_menus_related_links_forms_and_footers_stay_out() -> None:
    page = html(
        '<nav><a href="/">Beranda</a> <a href="/daerah">Daerah</a></nav>'
        + article('<div class="related">Baca juga: <a href="/2">Harga Cabai Turun di Pasar</a></div>')
        + '<aside><h3>Terpopuler</h3><ol><li><a href="/3">Persib Menang Tipis</a></li></ol></aside>'
        + "<form><label>Langganan kabar</label><input type=email><button>Kirim</button></form>"
        + "<footer>© 2023 Warta Kini. Seluruh hak dilindungi.</footer>"
    )
    text = read(page).text
    for furniture in ("Beranda", "Harga Cabai", "Persib", "Langganan", "Kirim", "2023"):
        assert furniture not in text
    assert text.endswith("dan kabupaten.")


def test_text_that_stands_in_no_element_of_its_own_is_kept() -> None:
    body = (
        "<h1>Warga Blokir Jalan Tambang</h1><div class='isi'>"
        + PARAGRAPHS[0]
        + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])
        + "</div>"
    )
    report = read(html(body))
    assert report.text.startswith("SUMEDANG, WARTAKINI.com – Puluhan warga")


def test_breaks_part_paragraphs_and_adverts_between_them_go() -> None:
    body = (
        "<h1>Warga Blokir Jalan Tambang</h1><div class='isi'>"
        + "<br><br>".join(
            (*PARAGRAPHS[:2], "<div class='iklan'>Advertisement</div>" + PARAGRAPHS[2], PARAGRAPHS[3])
        )
        + "</div>"
    )
    lines = read(html(body)).text.split("\n")
    assert len(lines) == 4
    assert lines[2].startswith("Kepala Polres")


def test_makers_and_sources_outside_the_article_are_found() -> None:
    body = "<div class='meta'>Alih bahasa: Ratna Contoh &bull; Sabtu, 23 Sep 2023 10:04 WIB</div>" + article(
        "<b>Sumber: Reuters</b>"
    )
    report = read(html(body))
    assert ("Ratna Contoh", "translator") in [(b.name, b.role) for b in report.bylines]
    assert report.cites == ("Reuters",)
    assert report.published is not None
    assert report.published.start == "2023-09-23T10:04"


@pytest.mark.parametrize(
    "markup",
    [
        "<",
        "<p",
        "<div><p>Hal",
        "<html><body><table><tr><td>satu",
        "<!doctype html>",
        "<html><head><title>Judul</title>",
    ],
)
def test_broken_and_empty_pages_are_read_or_refused(markup: str) -> None:
    for media_type in ("text/html", "text/plain", None):
        try:
            report_from(Page(markup.encode(), media_type=media_type))
        except UnreadableInput as refusal:
            assert "\n" not in str(refusal)


def test_a_page_that_is_no_news_is_read() -> None:
    report = read(html("<h1>Masuk</h1><form><input name=a></form><p>Lupa sandi?</p>"))
    assert report.published is None
    assert report.dateline is None


def test_a_page_of_two_megabytes_is_read() -> None:
    paragraph = f"<p>{PARAGRAPHS[3]}</p>"
    numbered = "".join(
        paragraph.replace("dua tahun", f"{n} tahun") for n in range(2_000_000 // len(paragraph))
    )
    report = read(html(article() + numbered))
    assert "Puluhan warga" in report.text


def test_deeply_nested_markup_is_no_trouble() -> None:
    page = html("<div>" * 3000 + article() + "</div>" * 3000)
    assert "Puluhan warga" in read(page).text
