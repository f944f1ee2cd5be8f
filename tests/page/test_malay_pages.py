"""Pages as Malay news sites print them, all made up."""

from __future__ import annotations

import pytest

from riwayat.model import Page, Report
from riwayat.page import report_from

PAGE = """\
{outlet}
Utama | Jenayah | Sukan

JENAYAH

Dua lelaki ditahan di Ipoh

12 Mei 2022, 6:15 petang

Oleh Siti Aminah

IPOH, 12 Mei{agency} -- Dua lelaki ditahan selepas sebuah kereta dirampas di sini semalam.

Ketua Polis Perak, Datuk Yahaya Hassan berkata, siasatan dijalankan.

Jurucakapnya menafikan sebarang dakwaan, kata kenyataan itu. - {sign}

BACA JUGA: Lori terbabas

{last}
"""


def read(**parts: str) -> Report:
    filled = {"outlet": "Kosmo", "agency": "", "sign": "K! ONLINE", "last": "Artikel Berkaitan"} | parts
    return report_from(Page(PAGE.format(**filled).encode(), media_type="text/plain"))


@pytest.mark.parametrize(
    "last",
    [
        "Hak Cipta Terpelihara",
        "Hak Cipta Terpelihara 2022 © Media Mulia Sdn. Bhd.",
        "© New Straits Times Press (M) Bhd",
        "Ikuti kami di media sosial: Facebook | X",
    ],
)
def test_neither_a_company_nor_a_reserved_right_is_the_outlet(last: str) -> None:
    report = read(last=last)
    assert report.outlet.name == "Kosmo"
    assert last not in report.text


def test_head_and_foot() -> None:
    report = read(agency=" (Bernama)")
    assert (report.language, report.title) == ("ms", "Dua lelaki ditahan di Ipoh")
    assert report.published is not None and report.published.start.startswith("2022-05-12")
    assert report.dateline is not None and report.dateline.text == "IPOH"
    assert [(b.name, b.role) for b in report.bylines] == [("Siti Aminah", "author")]
    assert "Lori terbabas" not in report.text


def test_a_last_paragraph_may_be_signed() -> None:
    assert "menafikan sebarang dakwaan" in read().text
