from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.conftest import Clock
from tests.store.told import CLASH, CLASH_TOO, TALKS, add, write

from riwayat.gather.archives import pages_of_archive
from riwayat.gather.kept import KeptPageError, Place
from riwayat.store import adding, models, removal, search
from riwayat.store.deriving import derive
from riwayat.store.judging import NotThereError, judge
from riwayat.store.queries import Wanted, happenings

WORD = "jarangterdengar"
"""Stands nowhere else."""


def test_nothing_of_a_removed_report_stays_in_any_file_and_the_rest_is_whole(
    store: Path, tmp_path: Path, clock: Clock
) -> None:
    paths = write(
        tmp_path, clash=CLASH + f"\nSeorang saksi, Pak {WORD}, melihatnya.\n", too=CLASH_TOO, talks=TALKS
    )
    add(*paths)
    before = {h.id for h in happenings(Wanted())}
    removal.remove(paths[0], because="asked by the outlet", now=clock())
    derive()
    for file in store.rglob("*"):
        if file.is_file():
            assert WORD.encode() not in file.read_bytes(), file
    assert models.Report.objects.count() == 2
    assert list(search.matching(WORD)) == []
    assert [len(h.reports) for h in happenings(Wanted(type="ASSAULT"))] == [1]
    assert before > {h.id for h in happenings(Wanted(type="CONSULT"))}
    for page in models.Page.objects.all():
        place = Place(page.kept_file, page.kept_offset, page.kept_length)
        assert adding.kept().read(place).decode() in (CLASH_TOO, TALKS)


def test_the_file_of_kept_pages_stays_a_sound_archive(store: Path, tmp_path: Path, clock: Clock) -> None:
    paths = write(tmp_path, one=CLASH, two=CLASH_TOO, three=TALKS)
    add(*paths)
    row = models.Page.objects.get(address=paths[1])
    place = Place(row.kept_file, row.kept_offset, row.kept_length)
    (kept,) = (store / "kept").iterdir()
    size = kept.stat().st_size
    removal.remove(paths[1], because="asked", now=clock())
    assert kept.stat().st_size == size
    assert list(pages_of_archive(str(kept))) == [], (
        "pages of files have no web address, and nothing is damaged"
    )
    with pytest.raises(KeptPageError):
        adding.kept().read(place)


def test_adding_it_again_is_refused_wherever_it_comes_from(store: Path, tmp_path: Path, clock: Clock) -> None:
    paths = write(tmp_path, clash=CLASH)
    add(*paths)
    removal.remove(paths[0], because="asked", now=clock())
    (elsewhere,) = write(tmp_path / "elsewhere", other=CLASH)
    (edited,) = write(tmp_path, clash=CLASH.replace("Tiga", "Empat"))
    (padded,) = write(tmp_path / "elsewhere", padded=CLASH + "\n\n")
    for path in (elsewhere, edited, padded):
        summary = add(path)
        assert (summary.added, summary.failed) == (0, 1)
        assert "was removed" in models.Failure.objects.get(source=path).reason
    assert not models.Report.objects.exists()
    tombstones = list(models.Tombstone.objects.values_list("digest", flat=True))
    assert tombstones and all(digest.startswith("sha256:") for digest in tombstones)


def test_all_versions_of_a_page_go_together(store: Path, tmp_path: Path, clock: Clock) -> None:
    (path,) = write(tmp_path, clash=CLASH)
    add(path, clock=clock)
    clock.later(days=1)
    write(tmp_path, clash=CLASH.replace("Tiga", "Empat"))
    add(path, clock=clock)
    gone = removal.remove(path, because="asked", now=clock())
    assert (gone.reports, gone.pages) == (2, 2)
    assert not models.Happening.objects.exists()


def test_judgements_on_a_removed_report_go_with_it(store: Path, tmp_path: Path, clock: Clock) -> None:
    paths = write(tmp_path, clash=CLASH, talks=TALKS)
    add(*paths)
    a, b = (h.id for h in happenings(Wanted()))
    judge("different", a, b, because="two things", now=clock())
    removal.remove(models.Report.objects.order_by("id")[0].key, because="asked", now=clock())
    assert not models.Correction.objects.filter(subject="happening").exists()


def test_a_report_that_is_not_there_is_said_not_to_be(store: Path, clock: Clock) -> None:
    with pytest.raises(NotThereError, match="no report"):
        removal.remove("sha256:0123456789", because="asked", now=clock())
