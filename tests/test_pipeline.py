"""From a page's bytes to a reading that is tied to the world."""

from __future__ import annotations

import pytest

from riwayat.contract import to_json
from riwayat.errors import RiwayatError
from riwayat.model import Page
from riwayat.pipeline import read_page

LINES = """\
Dua Kelompok Bentrok di Idlib

KABAR LEMBAH, Damaskus – Liwa al-Rabwah, Senin (14/06/2021), dilaporkan menyerang Katibah Zaitun di Idlib.

Menurut Rahmat Hidayat, serangan itu terjadi pada Ahad malam dan menewaskan tiga orang. Warga kota itu mengungsi \
ke desa-desa di sekitarnya sejak pagi hari, dan pasar di kota itu ditutup untuk sementara waktu.

Seorang sumber keamanan mengatakan kepada AFP bahwa jalan menuju kota itu sudah ditutup. Sumber itu \
menambahkan bahwa sekolah-sekolah akan diliburkan selama sepekan karena keadaan belum aman.

Sumber: Al Jazeera
Redaktur: Sulastri
"""

HTML = """\
<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Dua Kelompok Bentrok di Idlib</title></head>
<body><nav><a href="/">Beranda</a> <a href="/politik">Politik</a></nav><article><h1>Dua Kelompok Bentrok di Idlib</h1>
{}</article><footer>Berlangganan buletin kami</footer></body></html>
""".format("\n".join(f"<p>{line}</p>" for line in LINES.split("\n")[1:] if line))

PAGES = {
    "text": Page(LINES.encode(), media_type="text/plain"),
    "html": Page(HTML.encode(), url="https://kabarlembah.example/1", media_type="text/html"),
}


@pytest.mark.parametrize("form", PAGES)
def test_a_page_is_read_down_to_who_said_what_was_done(form: str) -> None:
    reading = read_page(PAGES[form])
    assert reading.report.outlet.name == "KABAR LEMBAH"
    assert reading.report.language == "id"
    assert reading.report.cites[:1] == ("Al Jazeera",)
    by_words = {
        words: [link.kind for s in reading.statements if words in s.text for link in s.chain]
        for words in ("dilaporkan menyerang", "menewaskan tiga orang", "jalan menuju kota", "sekolah-sekolah")
    }
    assert by_words == {
        "dilaporkan menyerang": ["outlet", "outlet"],
        "menewaskan tiga orang": ["outlet", "outlet", "person"],
        "jalan menuju kota": ["outlet", "outlet", "agency", "anonymous"],
        "sekolah-sekolah": ["outlet", "outlet", "agency", "anonymous"],
    }


@pytest.mark.parametrize("form", PAGES)
def test_places_times_and_known_actors_are_tied(form: str) -> None:
    reading = read_page(PAGES[form])
    by_name = {e.name: e for e in reading.entities if e.type in ("place", "outlet")}
    idlib = by_name["Idlib"]
    assert idlib.place is not None
    assert idlib.place.country == "SY"
    assert by_name["AFP"].known_as is not None
    (attack,) = (e for e in reading.events if e.type == "ASSAULT")
    assert attack.place == idlib.id
    assert attack.time is not None
    assert (attack.time.start, attack.time.end) == ("2021-06-13T18:00", "2021-06-14T06:00")
    assert [(q.what, q.low, q.high) for q in attack.quantities] == [("killed", 3, 3)]


@pytest.mark.parametrize("form", PAGES)
def test_the_dateline_is_no_place_of_what_was_done(form: str) -> None:
    reading = read_page(PAGES[form])
    dateline = reading.report.dateline
    assert dateline is not None
    assert dateline.text == "Damaskus"
    seats = {e.id for e in reading.entities if e.name == "Damaskus"}
    assert not seats & {e.place for e in reading.events}


@pytest.mark.parametrize("form", PAGES)
def test_the_same_page_gives_the_same_bytes(form: str) -> None:
    assert to_json(read_page(PAGES[form])) == to_json(read_page(PAGES[form]))


def test_menus_and_footers_are_no_statement() -> None:
    said = " ".join(s.text for s in read_page(PAGES["html"]).statements)
    for furniture in ("Beranda", "Berlangganan", "Redaktur"):
        assert furniture not in said


@pytest.mark.parametrize("data", [b"", b"   \n ", b"\x00\x01\x02"])
def test_a_page_without_a_report_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(RiwayatError) as refused:
        read_page(Page(data, source="kosong.txt"))
    assert "\n" not in str(refused.value)
