"""Corrections in the store: what follows from them, what outlives what, and that undoing leaves no trace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.store.conftest import Clock
from tests.store.standing import standing
from tests.store.told import CLASH, CLASH_TOO, TALKS, add, write

from riwayat.chronicle.correcting import LinkSaid, PlaceSaid, QuantitySaid
from riwayat.model import Happening, PlaceRef, Time
from riwayat.store import models, removal
from riwayat.store.correcting import (
    NothingCorrectedError,
    Who,
    correct_chain,
    correct_event,
    correct_name,
    different_names,
    same_name,
)
from riwayat.store.deriving import derive
from riwayat.store.judging import part
from riwayat.store.masks import Masks
from riwayat.store.queries import Wanted, accounts_of, happening_called, happenings, reading_of
from riwayat.store.rereading import reread
from riwayat.store.undoing import NothingSaidError, undo

pytestmark = pytest.mark.usefixtures("store")

IDLIB = PlaceSaid("Idlib", PlaceRef(169389, 35.93, 36.63, "SY", "town"))
PRIVATE = (
    "Ahad, 20 Juni 2021 21:05 WIB\n\n"
    "HARIAN ORONTES, Idlib – Katibah Zaitun menembaki Kafr Laimun pada Sabtu (19/6/2021), kata Siti Nurhaliza, "
    "seorang warga desa itu. Nurhaliza mengatakan dua orang tewas.\n"
)


@pytest.fixture
def files(tmp_path: Path, clock: Clock) -> list[str]:
    paths = write(tmp_path, clash=CLASH, too=CLASH_TOO, talks=TALKS, private=PRIVATE)
    add(*paths, clock=clock)
    return paths


@pytest.fixture
def by(clock: Clock) -> Who:
    return Who("read it again", clock(), "ratna")


def _clash() -> Happening:
    (found,) = [h for h in happenings(Wanted(type="ASSAULT")) if len(h.reports) == 2]
    return found


def _report(path: str) -> models.Report:
    return models.Report.objects.select_related("page").get(page__address=path)


def _called(happening: str) -> Happening:
    found = happening_called(happening)
    assert found is not None
    return found


def _place(by: Who, files: list[str]) -> int:
    return correct_event(_clash().accounts, {"place": IDLIB}, by)


def _type(by: Who, files: list[str]) -> int:
    return correct_event(_clash().accounts[:1], {"type": "COERCE", "modality": "alleged"}, by)


def _when(by: Who, files: list[str]) -> int:
    return correct_event(_clash().accounts[:1], {"time": Time("2021-06-01", "2021-06-01", "day")}, by)


def _no_event(by: Who, files: list[str]) -> int:
    return correct_event(_clash().accounts[-1:], {"told": False}, by)


def _figures(by: Who, files: list[str]) -> int:
    return correct_event(
        [a.key for a in accounts_of(_clash().id) if any("Lima" in t.statement.text for t in a.tellings)],
        {"quantities": (QuantitySaid("killed", 6, 6, "Lima orang tewas"),)},
        by,
    )


def _chain(by: Who, files: list[str]) -> int:
    chain = (
        LinkSaid("outlet", "HARIAN ORONTES"),
        LinkSaid("outlet", "Kabar Lembah"),
        LinkSaid("witness", None),
    )
    return correct_chain(_report(files[1]), "Lima orang tewas dalam bentrokan itu", chain, by)


def _renamed(by: Who, files: list[str]) -> int:
    return correct_name("group", "Katibah Zaitun", {"name": "Brigade Zaitun"}, by)


def _merged(by: Who, files: list[str]) -> int:
    return same_name("group", "Katibah Zaitun", "Liwa al-Rabwah", by)


def _parted(by: Who, files: list[str]) -> int:
    return different_names("group", "Katibah Zaitun", "Liwa al-Rabwah", by)


def _unmasked(by: Who, files: list[str]) -> int:
    return correct_name("person", "Siti Nurhaliza", {"public": True}, by)


EVERY = [_place, _type, _when, _no_event, _figures, _chain, _renamed, _merged, _parted, _unmasked]
Correct = Callable[[Who, list[str]], int]


@pytest.mark.parametrize("correct", EVERY)
def test_what_is_corrected_and_undone_leaves_no_trace(
    files: list[str], by: Who, clock: Clock, correct: Correct
) -> None:
    before = standing()
    number = correct(by, files)
    derive()
    assert standing() != before
    clock.later(hours=1)
    undo(number, now=clock(), who="sari")
    derive()
    assert standing() == before
    row = models.Correction.objects.get(pk=number)
    assert (row.undone_by, row.undone_at) == ("sari", clock())
    assert not row.reports.exists()


def test_a_rereading_comes_to_what_corrections_one_by_one_came_to(files: list[str], by: Who) -> None:
    for correct in (_place, _figures, _renamed, _unmasked, _when):
        correct(by, files)
        derive()
    before = standing()
    assert reread().failed == 0
    after = standing()
    for table in before:
        assert after[table] == before[table], table


def test_a_place_is_corrected_in_all_that_is_told_of_it_and_says_so(files: list[str], by: Who) -> None:
    identifier = _clash().id
    number = _place(by, files)
    derive()
    found = _called(identifier)
    assert (found.place, found.where) == ("Idlib", found.where)
    assert found.where is not None and found.where.ref == IDLIB.ref
    note = found.corrected[0]
    assert (note.number, note.what, note.was, note.who, note.because) == (
        number,
        "place",
        "Kafr Laimun",
        "ratna",
        "read it again",
    )
    assert found.id in {h.id for h in happenings(Wanted(place="Idlib"))}
    assert found.id not in {h.id for h in happenings(Wanted(place="Kafr Laimun"))}


def test_another_type_takes_an_account_out_of_its_happening_and_its_address_still_leads_to_it(
    files: list[str], by: Who
) -> None:
    identifier = _clash().id
    _type(by, files)
    derive()
    assert {h.type for h in happenings(Wanted())} >= {"COERCE", "ASSAULT"}
    assert _called(identifier).type == "COERCE"


def test_a_chain_changes_the_origins(files: list[str], by: Who) -> None:
    assert _clash().independent_origins == 2
    chain = (LinkSaid("outlet", "HARIAN ORONTES"), LinkSaid("person", "Yasir al-Darwisy"))
    correct_chain(_report(files[1]), "Lima orang tewas dalam bentrokan itu", chain, by)
    chains = [
        [narrator.name for narrator in told.chain]
        for account in accounts_of(_clash().id)
        for told in account.tellings
    ]
    assert ["Harian Orontes", "Yasir al-Darwisy"] in chains, "before happenings are worked out anew, too"
    derive()
    assert any(one.what == "chain" for one in _clash().corrected)


def test_corrections_are_kept_when_the_page_changes_around_their_words(
    files: list[str], by: Who, clock: Clock
) -> None:
    _figures(by, files)
    derive()
    clock.later(days=1)
    Path(files[1]).write_text(
        CLASH_TOO + "Jalan menuju kota itu ditutup sampai Ahad siang karena banyak ranjau.\n",
        encoding="utf-8",
    )
    assert add(files[1], clock=clock).versions == 1
    newer = models.Report.objects.get(page__address=files[1], replaced_by=None)
    assert [(c.what, c.number) for c in reading_of(newer).corrected] == [("quantities", 1)]
    assert {r.pk for r in models.Correction.objects.get().reports.all()} == {
        r.pk for r in models.Report.objects.filter(page__address=files[1])
    }


def test_what_rests_on_words_that_are_gone_stays_on_record(files: list[str], by: Who, clock: Clock) -> None:
    number = _figures(by, files)
    clock.later(days=1)
    Path(files[1]).write_text(CLASH_TOO.replace("Lima orang", "Enam orang"), encoding="utf-8")
    add(files[1], clock=clock)
    newer = models.Report.objects.get(page__address=files[1], replaced_by=None)
    assert reading_of(newer).corrected == ()
    assert models.Correction.objects.get(pk=number).undone_at is None


def test_a_report_that_comes_later_bears_what_was_said_of_names(
    files: list[str], by: Who, tmp_path: Path
) -> None:
    _renamed(by, files)
    (path,) = write(
        tmp_path / "more", more=TALKS.replace("SUARA RABWAH", "SUARA BARAT").replace("desa", "kota")
    )
    add(path)
    assert "Brigade Zaitun" in {e.name for e in reading_of(_report(path)).entities}


def test_names_of_one_are_one_and_can_be_parted_again(files: list[str], by: Who) -> None:
    number = _merged(by, files)
    derive()
    groups = {
        e.known_as for r in models.Report.objects.all() for e in reading_of(r).entities if e.type == "group"
    }
    assert len({one for one in groups if one and one.startswith("one:")}) == 1
    by_either = [
        {h.id for h in happenings(Wanted(actor=name))} for name in ("Katibah Zaitun", "Liwa al-Rabwah")
    ]
    assert by_either[0] == by_either[1]
    _parted(by, files)
    derive()
    reading = reading_of(_report(files[0]))
    parted = {e.name: e.known_as for e in reading.entities if e.type == "group"}
    assert parted["Katibah Zaitun"] != parted["Liwa al-Rabwah"]
    assert models.Correction.objects.filter(pk=number, undone_at=None).exists()


@pytest.mark.parametrize("rename_first", [False, True])
def test_masking_holds_whatever_happens_to_the_name(
    files: list[str], by: Who, clock: Clock, rename_first: bool
) -> None:
    key, name = _report(files[0]).key, "Yasir al-Darwisy"
    assert name in Masks().of([key]).text(f"kata {name}")
    number = correct_name("person", name, {"name": "Abu Yasir"}, by) if rename_first else None
    correct_name("person", "Abu Yasir" if rename_first else name, {"public": False}, by)
    if number:
        undo(number, now=clock())
    assert name not in Masks().of([key]).text(f"kata {name}")


def test_unmasking_can_be_for_one_report_alone(files: list[str], by: Who) -> None:
    key = _report(files[3]).key
    assert "Siti" not in Masks().of([key]).text("kata Siti Nurhaliza")
    correct_name("person", "Siti Nurhaliza", {"public": True}, by, report=_report(files[3]))
    assert "Siti Nurhaliza" in Masks().of([key]).text("kata Siti Nurhaliza")


def test_some_accounts_of_a_happening_are_parted_from_the_rest_in_one_go(
    files: list[str], by: Who, clock: Clock
) -> None:
    before = standing()
    happening = _clash()
    made = part(happening.accounts[:1], because="two nights", now=clock(), who="ratna")
    derive()
    assert [len(h.reports) for h in happenings(Wanted(type="ASSAULT"))] == [1, 1, 1]
    undo(made[-1].pk, now=clock())
    derive()
    assert standing() == before


def test_a_removed_report_takes_its_corrections_along_and_may_be_added_again_after_undo(
    files: list[str], by: Who, clock: Clock
) -> None:
    _figures(by, files)
    _renamed(by, files)
    _unmasked(by, files)
    gone = removal.remove(files[1], because="asked", now=clock(), who="ratna")
    derive()
    assert {row.what for row in models.Correction.objects.all()} == {"name", "public", "removed"}
    removal.remove(files[3], because="asked", now=clock(), who="ratna")
    assert {row.what for row in models.Correction.objects.all()} == {"name", "removed"}
    assert add(files[1]).failed == 1
    assert undo(gone.number, now=clock()).to_add_again
    assert add(files[1]).added == 1


def test_what_rests_on_nothing_is_refused_and_leaves_nothing(files: list[str], by: Who) -> None:
    refused: list[Callable[[], Any]] = [
        lambda: correct_event(_clash().accounts[:1], {"actors": ("Jabhat al-Tidak-Ada",)}, by),
        lambda: correct_event(_clash().accounts[:1], {"type": "PICNIC"}, by),
        lambda: correct_event(_clash().accounts[:1], {}, by),
        lambda: correct_event(_clash().accounts[:1], {"place": None}, Who(" ", by.now)),
        lambda: correct_chain(_report(files[0]), "tidak ada di sini", (LinkSaid("outlet", "X"),), by),
        lambda: correct_chain(_report(files[0]), "Tiga orang tewas", (LinkSaid("witness", None),), by),
        lambda: correct_name("person", "Katibah Zaitun", {"name": "X"}, by),
        lambda: same_name("group", "Katibah Zaitun", "Tidak Ada", by),
    ]
    before = standing()
    for correct in refused:
        with pytest.raises(NothingCorrectedError):
            correct()
    assert not models.Correction.objects.exists()
    assert standing() == before
    with pytest.raises(NothingSaidError):
        undo(7, now=by.now)
