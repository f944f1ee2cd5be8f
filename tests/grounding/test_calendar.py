"""The times of a reading's events, tied to its day of publication."""

from __future__ import annotations

import pytest

from riwayat.grounding.calendar import BACKGROUND, tie_times
from riwayat.model import Event, Outlet, Reading, Report, Time
from riwayat.reading import read


def reading(text: str, published: str | None = "2021-06-14", language: str = "id") -> Reading:
    time = Time(published, published, "day") if published else None
    return read(Report("", None, None, Outlet("KABAR"), None, language, time, None, (), (), (), text))


def tied(text: str, published: str | None = "2021-06-14") -> tuple[Event, ...]:
    return tie_times(reading(text, published)).events


def days(event: Event) -> tuple[str | None, str | None]:
    assert event.time is not None
    return event.time.start, event.time.end


def test_a_weekday_is_the_last_one_for_what_was_done_and_the_next_for_what_will_be() -> None:
    (past,) = tied("Turki menyerang Liwa al-Rabwah pada Sabtu.")
    (future,) = tied("Turki akan menyerang Liwa al-Rabwah pada Sabtu.")
    assert days(past) == ("2021-06-12", "2021-06-12")
    assert days(future) == ("2021-06-19", "2021-06-19")


def test_a_night_belongs_to_the_day_it_begins() -> None:
    (found,) = tied("Turki menyerang Liwa al-Rabwah pada Ahad malam.")
    assert days(found) == ("2021-06-13T18:00", "2021-06-14T06:00")


def test_the_words_and_their_place_are_kept() -> None:
    text = "Turki menyerang Liwa al-Rabwah pada Ahad malam."
    (found,) = tied(text)
    assert found.time is not None
    assert found.time.evidence is not None
    assert found.time.text == found.time.evidence.text == "Ahad malam"
    assert text[found.time.evidence.start : found.time.evidence.end] == "Ahad malam"


@pytest.mark.parametrize("words", ["pada Sabtu", "pekan lalu", "kemarin"])
def test_without_a_day_of_publication_words_that_need_one_stay_open(words: str) -> None:
    (found,) = tied(f"Turki menyerang Liwa al-Rabwah {words}.", None)
    assert days(found) == (None, None)
    assert found.modality == "asserted"


def test_a_full_date_needs_no_day_of_publication() -> None:
    (found,) = tied("Turki menyerang Liwa al-Rabwah pada 3 Mei 2021.", None)
    assert days(found) == ("2021-05-03", "2021-05-03")


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("pada 2015", "background"),
        ("pada Maret 2021", "background"),
        ("pada 14 Mei 2021", "background"),
        ("pada 15 Mei 2021", "asserted"),
        ("pada Sabtu", "asserted"),
    ],
)
def test_what_was_done_more_than_thirty_days_before_is_background(words: str, modality: str) -> None:
    assert BACKGROUND.days == 30
    (found,) = tied(f"Turki menyerang Liwa al-Rabwah {words}.")
    assert found.modality == modality
    assert [t.modality for t in found.tellings] == [modality]


def test_what_was_denied_stays_denied_however_long_ago() -> None:
    (found,) = tied("Turki tidak menyerang Liwa al-Rabwah pada 2015.")
    assert found.modality == "denied"


def test_a_deed_without_a_time_keeps_none() -> None:
    (found,) = tied("Turki menyerang Liwa al-Rabwah.")
    assert found.time is None


def test_a_reading_without_times_comes_back_as_it_is() -> None:
    for text in ("Hujan turun.", "Turki menyerang Liwa al-Rabwah."):
        given = reading(text)
        assert tie_times(given) is given
    unread = reading("Turki menyerang Liwa al-Rabwah pada Sabtu.", language="xx")
    assert tie_times(unread) is unread


def test_tying_twice_changes_nothing() -> None:
    once = tie_times(reading("Turki menyerang Liwa al-Rabwah pada Ahad malam. Iran mundur pada 2015."))
    assert tie_times(once) == once


def test_nothing_but_times_and_modality_changes() -> None:
    given = reading("Turki menyerang Liwa al-Rabwah pada 2015. Iran mundur dari Idlib pada Sabtu.")
    found = tie_times(given)
    assert (found.report, found.entities, found.statements) == (
        given.report,
        given.entities,
        given.statements,
    )
    assert [(e.id, e.trigger, e.actors) for e in found.events] == [
        (e.id, e.trigger, e.actors) for e in given.events
    ]
