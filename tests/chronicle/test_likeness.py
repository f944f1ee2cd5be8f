from __future__ import annotations

from tests.chronicle.made import IDLIB, SARAQIB, SYRIA, account, narrator, source, told

from riwayat.chronicle.likeness import likeness, may_be_one
from riwayat.model import Account, Party, Where

POLICE = narrator("official", "police")
SDF, HTS = Party("Syrian Democratic Forces", "group"), Party("هيئة تحرير الشام", "group")


def tells(
    name: str,
    day: str | None = "2019-05-26",
    place: Where | None = None,
    *actors: Party,
    killed: int | None = None,
    published: str = "2019-05-27",
) -> Account:
    figures = (("killed", killed, killed),) if killed else ()
    report = source(name, name, day=published)
    return account(report, told(POLICE, outlet=name, figures=figures), place=place, day=day, actors=actors)


def test_one_day_place_doer_and_toll_in_two_languages_are_one() -> None:
    one = tells("r1", "2019-05-26", IDLIB, Party("Hay'at Tahrir al-Sham", "group"), killed=7)
    other = tells("r2", "2019-05-26", IDLIB, HTS, killed=7)
    found = likeness(one, other)
    assert found.same
    assert len(found.reasons) == 4


def test_the_next_village_is_another_happening() -> None:
    one, other = tells("r1", place=IDLIB, killed=7), tells("r2", place=SARAQIB, killed=7)
    assert not likeness(one, other).same
    assert likeness(one, tells("r3", place=SYRIA, killed=7)).same


def test_the_next_day_is_another_happening() -> None:
    one, other = tells("r1", "2019-05-26", IDLIB), tells("r2", "2019-05-27", IDLIB)
    assert likeness(one, tells("r3", "2019-05-26", IDLIB)).score > likeness(one, other).score
    assert not likeness(one, other).same


def test_days_far_apart_are_not_even_asked() -> None:
    assert not may_be_one(tells("r1", "2019-05-26"), tells("r2", "2019-05-29"))
    # Where no day is told it lies in the week before the report.
    assert may_be_one(tells("r1", "2019-05-22"), tells("r2", None))
    assert not may_be_one(tells("r1", "2019-04-22"), tells("r2", None))


def test_sentences_that_say_the_same_speak_for_one_happening() -> None:
    one, other = tells("r1", place=IDLIB), tells("r2", None)
    far, near = likeness(one, other, nearness=0.8), likeness(one, other, nearness=0.93)
    assert near.score > likeness(one, other).score > far.score
    assert likeness(one, other, copied=True).score > likeness(one, other).score


def test_it_is_the_same_both_ways_round() -> None:
    one, other = tells("r1", "2019-05-26", IDLIB, SDF, killed=7), tells("r2", None, SYRIA, HTS, killed=9)
    assert likeness(one, other, nearness=0.9).score == likeness(other, one, nearness=0.9).score
