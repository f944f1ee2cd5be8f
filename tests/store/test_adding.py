from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.conftest import Clock
from tests.store.told import CLASH, CLASH_TOO, TALKS, add, write

from riwayat.gather.kept import Place
from riwayat.model import Reading
from riwayat.pipeline import read_page
from riwayat.store import adding, models
from riwayat.store.queries import Wanted, happenings, reading_of

pytestmark = pytest.mark.usefixtures("store")


def test_a_report_is_kept_with_its_reading_its_accounts_and_its_page(tmp_path: Path) -> None:
    (path,) = write(tmp_path, clash=CLASH)
    assert add(path).added == 1
    report = models.Report.objects.get()
    reading = reading_of(report)
    assert isinstance(reading, Reading)
    assert report.key == reading.report.id
    assert [a.type for a in report.accounts.order_by("position")] == [e.type for e in reading.events]
    page = report.page
    assert page.address == path
    kept = adding.kept().read(Place(page.kept_file, page.kept_offset, page.kept_length))
    assert kept == CLASH.encode()


def test_the_same_page_again_adds_nothing(tmp_path: Path) -> None:
    paths = write(tmp_path, clash=CLASH, talks=TALKS)
    add(*paths)
    assert (again := add(*paths)).added == 0
    assert again.known == 2
    assert models.Page.objects.count() == models.Report.objects.count() == 2


def test_the_same_report_at_another_address_is_one_report_and_two_pages(tmp_path: Path) -> None:
    assert add(*write(tmp_path, one=CLASH, other=CLASH)).known == 1
    assert models.Report.objects.count() == 1
    assert models.Report.objects.get().pages.count() == 2


def test_the_same_page_twice_in_one_run_is_added_once(tmp_path: Path) -> None:
    (path,) = write(tmp_path, clash=CLASH)
    summary = add(path, path)
    assert (summary.added, summary.known) == (1, 1)


def test_a_page_that_has_changed_is_a_new_version(tmp_path: Path, clock: Clock) -> None:
    (path,) = write(tmp_path, clash=CLASH)
    add(path, clock=clock)
    clock.later(days=2)
    write(tmp_path, clash=CLASH.replace("Tiga orang", "Empat orang"))
    assert add(path, clock=clock).versions == 1
    old, new = models.Report.objects.order_by("id")
    assert old.replaced_by == new
    assert old.known_from.isoformat() == "2021-06-13", "the day that the report bears"
    assert new.known_from.isoformat() == "2021-06-22", "the day on which the change was seen"


def test_the_chronicle_tells_the_newer_version_and_the_older_as_of_before(
    tmp_path: Path, clock: Clock
) -> None:
    (path,) = write(tmp_path, clash=CLASH)
    add(path, clock=clock)
    clock.later(days=2)
    write(tmp_path, clash=CLASH.replace("Tiga orang", "Empat orang"))
    add(path, clock=clock)

    def killed(wanted: Wanted) -> list[str]:
        return [
            figure.text
            for happening in happenings(wanted)
            if happening.type == "ASSAULT"
            for report in happening.reports
            for account in models.Account.objects.filter(report__key=report.id, type="ASSAULT")
            for event in reading_of(account.report).events
            if event.type == "ASSAULT"
            for figure in event.quantities
        ]

    today, before = killed(Wanted()), killed(Wanted(as_of=clock().date().replace(day=21)))
    assert today and all("Empat" in text for text in today)
    assert before and all("Tiga" in text for text in before)


def test_a_version_that_comes_back_stands_again(tmp_path: Path, clock: Clock) -> None:
    (path,) = write(tmp_path, clash=CLASH)
    changed = CLASH.replace("Tiga orang", "Empat orang")
    for text in (CLASH, changed, CLASH):
        write(tmp_path, clash=text)
        add(path, clock=clock)
        clock.later(hours=1)
    old, new = models.Report.objects.order_by("id")
    assert (old.replaced_by, new.replaced_by) == (None, old)


def test_a_page_that_gives_no_report_is_remembered_with_the_reason_until_it_does(tmp_path: Path) -> None:
    bad, good = write(tmp_path, bad="", clash=CLASH)
    summary = add(bad, good)
    assert (summary.added, summary.failed) == (1, 1)
    failure = models.Failure.objects.get()
    assert (failure.source, failure.tries, failure.resolved) == (bad, 1, None)
    assert failure.reason
    add(bad)
    assert models.Failure.objects.get().tries == 2
    write(tmp_path, bad=TALKS)
    add(bad)
    assert models.Failure.objects.get().resolved is not None


def test_a_transaction_that_fails_leaves_nothing_and_the_next_page_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = write(tmp_path, first=CLASH, second=CLASH_TOO, third=TALKS)
    add(first)
    with monkeypatch.context() as patch:
        patch.setattr("riwayat.store.search.index", _fails)
        with pytest.raises(RuntimeError):
            add(second)
    assert models.Report.objects.count() == models.Page.objects.count() == 1
    add(third)
    places = [Place(p.kept_file, p.kept_offset, p.kept_length) for p in models.Page.objects.order_by("id")]
    assert places[1].offset == places[0].length, "what the failed one had left behind is cut off"
    assert [adding.kept().read(place) for place in places] == [CLASH.encode(), TALKS.encode()]


def _fails(*_: object) -> None:
    raise RuntimeError


def test_workers_read_the_same_as_the_process_itself(tmp_path: Path) -> None:
    texts = {
        f"r{n}": CLASH.replace("Tiga", word)
        for n, word in enumerate(["Tiga", "Dua", "Enam", "Tujuh", "Lima"])
    }
    paths = write(tmp_path, **texts, empty="", talks=TALKS)
    summary = add(*paths, jobs=2)
    assert (summary.added, summary.failed) == (6, 1)
    for report, path in zip(
        models.Report.objects.order_by("id"), [p for p in paths if "empty" not in p], strict=True
    ):
        (page,) = list(_page(path))
        assert reading_of(report) == read_page(page)


def _page(path: str):  # type: ignore[no-untyped-def]
    from riwayat.gather.inputs import pages

    return pages([path])
