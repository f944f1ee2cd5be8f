from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.told import CLASH, TALKS, add, write

from riwayat.store import models
from riwayat.store.queries import Wanted, copies, happenings

pytestmark = pytest.mark.usefixtures("store")

MORE = (
    "Warga desa mengungsi ke sekolah di tepi sungai setelah pertempuran pecah di dekat pasar lama.\n\n"
    "Listrik padam sejak pagi, dan jalan menuju kota ditutup oleh pejuang kedua kelompok itu.\n"
)
ORIGINAL = CLASH + "\n" + MORE
VERBATIM = ORIGINAL.replace("Ahad, 13 Juni 2021 06:42 WIB", "Selasa, 15 Juni 2021 08:00 WIB").replace(
    "KABAR LEMBAH", "MIMBAR TIMUR"
)


def test_a_report_that_repeats_another_is_a_copy_of_it_with_the_sentences_side_by_side(
    tmp_path: Path,
) -> None:
    add(*write(tmp_path, a=ORIGINAL, b=VERBATIM))
    (copy,) = copies()
    first, second = models.Report.objects.order_by("id")
    assert (copy.report, copy.of, copy.how) == (second.key, first.key, "verbatim")
    assert copy.share > 0.8
    assert MORE.split(".")[0] in [pair.here.text.rstrip(".") for pair in copy.evidence]


def test_it_makes_no_difference_which_of_them_was_added_first(tmp_path: Path) -> None:
    add(*write(tmp_path, a=VERBATIM, b=ORIGINAL))
    (copy,) = copies()
    later, earlier = models.Report.objects.order_by("id")
    assert (copy.report, copy.of) == (later.key, earlier.key)


def test_copies_add_no_origin(tmp_path: Path) -> None:
    add(*write(tmp_path, a=ORIGINAL))
    (alone,) = happenings(Wanted(type="ASSAULT", actor="Katibah Zaitun"))
    add(*write(tmp_path, b=VERBATIM))
    (both,) = happenings(Wanted(type="ASSAULT", actor="Katibah Zaitun"))
    assert both.id == alone.id
    assert len(both.reports) == 2
    assert both.independent_origins == alone.independent_origins


def test_versions_of_one_page_are_no_copies_of_each_other(tmp_path: Path) -> None:
    add(*write(tmp_path, a=ORIGINAL))
    add(*write(tmp_path, a=ORIGINAL.replace("Tiga orang", "Empat orang")))
    assert models.Report.objects.count() == 2
    assert list(copies()) == []


def test_what_a_copy_left_unread_is_lent_to_it_though_the_original_is_added_after_it(tmp_path: Path) -> None:
    original = TALKS + "\n" + MORE
    copy = original.replace("SUARA RABWAH", "MIMBAR TIMUR").replace("Ahad, 20 Juni", "Rabu, 23 Juni")
    add(*write(tmp_path, a=copy.replace("menggelar pertemuan", "minum kopi")))
    assert not list(happenings(Wanted(type="CONSULT")))
    add(*write(tmp_path, b=original))
    [talks] = happenings(Wanted(type="CONSULT"))
    assert len(talks.reports) == 2


def test_a_retelling_stays_one_when_another_source_of_the_report_is_added_later(tmp_path: Path) -> None:
    retold = (
        "Selasa, 15 Juni 2021 08:00 WIB\n\n"
        "MIMBAR TIMUR, Idlib – Seperti dilansir Harian Orontes, bentrok antara Katibah Zaitun dan Liwa al-Rabwah pecah "
        "di Kafr Laimun pada Sabtu malam (12/6/2021). Korban tewas mencapai tiga orang.\n\n" + MORE
    )
    add(*write(tmp_path, a=CLASH.replace("KABAR LEMBAH", "HARIAN ORONTES"), b=retold))
    assert [copy.how for copy in copies()] == ["retelling"]
    report = models.Report.objects.get(outlet__name="MIMBAR TIMUR").key
    add(*write(tmp_path, c="Ahad, 13 Juni 2021 10:00 WIB\n\nSUARA RABWAH, Idlib – " + MORE))
    assert sorted(copy.how for copy in copies() if copy.report == report) == ["edited", "retelling"]
