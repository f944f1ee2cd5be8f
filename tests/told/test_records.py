from __future__ import annotations

from dataclasses import replace

from riwayat import model
from riwayat.told.records import Record, merged, parts, record


def _source(name: str, day: str) -> model.Source:
    return model.Source(name, model.Outlet(name.title()), None, "id", model.Time(day, day, "day"), day)


FIRST, SECOND, THIRD = (
    _source("satu", "2021-06-13"),
    _source("dua", "2021-06-14"),
    _source("tiga", "2021-06-15"),
)
MINISTRY = model.Origin("the ministry", "official", ("satu",), (), "the-ministry", side="the-state")
AGENCY = model.Origin("its agency", "agency", ("dua",), (), "the-agency", side="the-state")
MEDIC = model.Origin("Dr Sami", "person", ("tiga",), (), public=True)
UNNAMED = model.Origin("a source", "anonymous", ("dua",), ())


def _happening(*origins: model.Origin, **more: object) -> model.Happening:
    value = model.Happening(
        id="h1",
        type="ASSAULT",
        what="…",
        time=None,
        place=None,
        actors=(),
        recipients=(),
        reports=(FIRST, SECOND, THIRD),
        origins=origins,
        untraced=(),
        independent_origins=len(origins),
        disputes=(),
    )
    return replace(value, **more)  # type: ignore[arg-type]


def _record(happening: model.Happening, name: str) -> Record:
    (part,) = [part for part in parts(happening) if part.name == name]
    return record(part)


def test_a_later_origin_of_another_side_counts_and_one_of_the_same_side_does_not() -> None:
    later = _record(_happening(MINISTRY, AGENCY, MEDIC), "the ministry").asserted_later
    assert [(one.by, one.day, one.report) for one in later] == [("Dr Sami", "2021-06-15", "tiga")]


def test_who_comes_last_was_asserted_by_nobody_later() -> None:
    assert _record(_happening(MINISTRY, MEDIC), "Dr Sami").asserted_later == ()


def test_a_denial_asserts_nothing() -> None:
    whether = model.Dispute("whether", (model.Side("yes", ("the ministry",)), model.Side("no", ("Dr Sami",))))
    one = _record(_happening(MINISTRY, MEDIC, disputes=(whether,)), "the ministry")
    assert one.asserted_later == ()
    assert [(d.about, d.value, d.others) for d in one.disputed] == [("whether", "yes", ("no",))]


def test_what_an_origin_took_back_stands_with_its_report() -> None:
    change = model.Correction("whether", "Dr Sami", "yes", "no", "tiga")
    happening = _happening(MINISTRY, MEDIC, corrections=(change,))
    assert [one.after for one in _record(happening, "Dr Sami").withdrew] == ["no"]
    assert _record(happening, "the ministry").withdrew == ()


def test_unnamed_sources_have_no_record_but_the_outlet_that_heard_them_has() -> None:
    named = {part.name: part for part in parts(_happening(UNNAMED))}
    assert "a source" not in named
    assert record(named["Dua"]).rests[0].traced
    assert not record(named["Satu"]).rests[0].traced


def test_records_of_one_narrator_come_together_by_day() -> None:
    early = _record(_happening(MINISTRY), "the ministry")
    late = _record(_happening(replace(MINISTRY, reports=("tiga",)), id="h2"), "the ministry")
    assert [one.happening for one in merged([late, early]).rests] == ["h1", "h2"]
