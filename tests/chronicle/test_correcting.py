"""What curators say put on a reading: the words decide what it is put on, the numbers which word is the last."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwayat.chronicle.accounts import accounts, source_of
from riwayat.chronicle.correcting import (
    AboutEvent,
    AboutName,
    AboutWords,
    Apart,
    Correction,
    LinkSaid,
    PlaceSaid,
    QuantitySaid,
    Same,
    Words,
    corrected,
    found,
    words_at,
)
from riwayat.contract import from_json, to_json
from riwayat.model import Event, PlaceRef, Reading, Statement, Time

IDLIB = PlaceRef(169389, 35.93, 36.63, "SY", "town")
WHY = {"who": "ratna", "because": "read it again", "at": "2021-06-20T12:00:00Z"}


def _said(number: int, about: Any, what: str, value: Any) -> Correction:
    return Correction(number, what, about, value, **WHY)


def _name(*names: str, kind: Any = "group") -> AboutName:
    return AboutName(kind, names)


def _clash(reading: Reading) -> Event:
    return next(event for event in reading.events if event.trigger.text == "bentrok")


def _event(reading: Reading) -> AboutEvent:
    text = reading.report.text
    start = text.index("Dua kelompok")
    at = text.index("bentrok", start) - start
    return AboutEvent(words_at(text, start, text.index("\n")), at, at + len("bentrok"), "ASSAULT")


def _statement(reading: Reading, word: str) -> Statement:
    at = reading.report.text.index(word)
    return next(s for s in reading.statements if s.start <= at < s.end)


def _words(reading: Reading, text: str) -> AboutWords:
    start = reading.report.text.index(text)
    return AboutWords(words_at(reading.report.text, start, start + len(text)))


def _whole(reading: Reading, prefix: str) -> Reading:
    """The same report with other words before it: every offset is another."""
    from tests.conftest import SAMPLE_GOLD, SAMPLE_TEXT

    from riwayat_eval.perfect import perfect_reading

    return perfect_reading(SAMPLE_GOLD, SAMPLE_TEXT.replace(" – Dua", f" – {prefix}Dua"))


@pytest.mark.parametrize(
    ("what", "value", "is_now"),
    [
        ("type", "COERCE", lambda e: e.type == "COERCE"),
        ("mode", "firearms", lambda e: e.mode == "firearms"),
        ("modality", "alleged", lambda e: e.modality == "alleged" == e.tellings[0].modality),
        ("place", None, lambda e: e.place is None),
        ("time", Time("2021-06-11", "2021-06-11", "day"), lambda e: e.time.start == "2021-06-11"),
        ("time", None, lambda e: e.time is None),
        ("actors", ("Katibah Zaitun",), lambda e: [p.text for p in e.actors] == ["Katibah Zaitun"]),
        ("recipients", ("kelompok",), lambda e: [p.text for p in e.recipients] == ["kelompok"]),
        (
            "quantities",
            (QuantitySaid("killed", 3, None, "tiga orang tewas"),),
            lambda e: [(q.what, q.low, q.high) for q in e.quantities] == [("killed", 3, None)],
        ),
    ],
)
def test_one_thing_of_an_event_is_corrected_and_says_so(
    sample_reading: Reading, what: str, value: Any, is_now: Any
) -> None:
    mended = corrected(sample_reading, [_said(4, _event(sample_reading), what, value)])
    event = next(e for e in mended.events if e.id == _clash(sample_reading).id)
    assert is_now(event)
    (note,) = mended.corrected
    assert (note.number, note.about, note.what, note.who, note.because) == (
        4,
        event.id,
        what,
        "ratna",
        "read it again",
    )
    assert [e for e in mended.events if e.id != event.id] == [
        e for e in sample_reading.events if e.id != event.id
    ]
    assert from_json(to_json(mended)) == mended
    for span in (*event.actors, *event.recipients, *event.quantities):
        assert mended.report.text[span.start : span.end] == span.text


def test_an_event_is_known_by_what_it_was_read_as_when_its_type_is_corrected(sample_reading: Reading) -> None:
    source = source_of(sample_reading.report, fetched="2021-06-15")
    mended = corrected(sample_reading, [_said(1, _event(sample_reading), "type", "COERCE")])
    before, after = accounts(sample_reading, source), accounts(mended, source)
    assert [account.key for account in before] == [account.key for account in after]
    (changed,) = [a for a, b in zip(after, before, strict=True) if a != b]
    assert (changed.type, [c.was for c in changed.corrected]) == ("COERCE", ["ASSAULT"])


def test_what_is_no_event_is_left_out(sample_reading: Reading) -> None:
    mended = corrected(sample_reading, [_said(1, _event(sample_reading), "told", False)])
    assert [e.type for e in mended.events] == ["REJECT", "RETREAT"]


def test_a_place_of_the_gazetteer_becomes_an_entity(sample_reading: Reading) -> None:
    said = _said(1, _event(sample_reading), "place", PlaceSaid("Idlib", IDLIB))
    mended = corrected(sample_reading, [said])
    places = {entity.id: entity for entity in mended.entities if entity.type == "place"}
    assert places[_clash(mended).place or ""].place == IDLIB
    assert mended.corrected[0].was == "Kafr Laimun"
    assert len(mended.entities) == len(sample_reading.entities) + 1


def test_participants_must_stand_in_the_report(sample_reading: Reading) -> None:
    said = _said(1, _event(sample_reading), "actors", ("Jabhat al-Tidak-Ada",))
    assert corrected(sample_reading, [said]) == sample_reading


def test_a_chain_is_put_behind_a_whole_statement(sample_reading: Reading) -> None:
    statement = _statement(sample_reading, "tiga orang tewas")
    chain = (LinkSaid("outlet", "KABAR LEMBAH"), LinkSaid("person", "Yasir al-Darwisy"))
    mended = corrected(sample_reading, [_said(1, _words(sample_reading, statement.text), "chain", chain)])
    (now,) = [s for s in mended.statements if s.id == statement.id]
    assert [link.kind for link in now.chain] == ["outlet", "person"]
    person = next(e for e in mended.entities if e.name == "Yasir al-Darwisy")
    assert now.chain[-1].entity == person.id
    assert mended.corrected[0].was is not None and "seorang sumber" in mended.corrected[0].was


def test_a_chain_of_some_words_cuts_the_statement_and_tellings_go_where_their_words_are(
    sample_reading: Reading,
) -> None:
    statement = _statement(sample_reading, "tiga orang tewas")
    chain = (LinkSaid("outlet", "KABAR LEMBAH"), LinkSaid("witness", "seorang warga"))
    said = _said(1, _words(sample_reading, "tiga orang tewas dalam bentrokan itu"), "chain", chain)
    mended = corrected(sample_reading, [said])
    pieces = [s for s in mended.statements if statement.start <= s.start < statement.end]
    assert len(pieces) >= 2
    assert {link.kind for s in pieces if "tewas" in s.text for link in s.chain} == {"outlet", "witness"}
    ids = {s.id: s for s in mended.statements}
    assert len(ids) == len(mended.statements)
    for event in mended.events:
        for telling in event.tellings:
            at = ids[telling.statement]
            assert at.start <= telling.trigger.start < at.end
    for one in mended.statements:
        assert mended.report.text[one.start : one.end] == one.text


def test_a_name_is_corrected_and_mentions_stay(sample_reading: Reading) -> None:
    mended = corrected(sample_reading, [_said(1, _name("Katibah Zaitun"), "name", "Brigade Zaitun")])
    before = next(e for e in sample_reading.entities if e.name == "Katibah Zaitun")
    after = next(e for e in mended.entities if e.id == before.id)
    assert (after.name, after.mentions) == ("Brigade Zaitun", before.mentions)
    # A later correction may call it by either name.
    both = [
        _said(1, _name("Katibah Zaitun"), "name", "Brigade Zaitun"),
        _said(2, _name("Brigade Zaitun"), "known_as", "zaitun"),
    ]
    assert next(e for e in corrected(sample_reading, both).entities if e.id == before.id).known_as == "zaitun"


def test_two_entities_become_one_and_everything_follows(sample_reading: Reading) -> None:
    one, other = _name("Liwa al-Rabwah"), "Katibah Zaitun"
    mended = corrected(sample_reading, [_said(1, one, "same", Same((other,), "one:x"))])
    kept = next(e for e in sample_reading.entities if e.name == "Liwa al-Rabwah")
    gone = next(e for e in sample_reading.entities if e.name == other)
    ids = {e.id for e in mended.entities}
    assert kept.id in ids and gone.id not in ids
    merged = next(e for e in mended.entities if e.id == kept.id)
    assert set(merged.mentions) == {*kept.mentions, *gone.mentions}
    assert merged.known_as == "one:x"
    assert (
        gone.id not in to_json(replace(mended, corrected=())).replace(f'"{gone.id}0', "").split('"text"')[0]
    )
    for event in mended.events:
        assert {p.entity for p in (*event.actors, *event.recipients)} <= {*ids, None}


def test_one_entity_becomes_two_by_its_mentions(sample_reading: Reading) -> None:
    merged = corrected(
        sample_reading, [_said(1, _name("Liwa al-Rabwah"), "same", Same(("Katibah Zaitun",), "one:x"))]
    )
    base = replace(merged, corrected=())
    apart = _said(2, _name("Liwa al-Rabwah"), "different", Apart(("Katibah Zaitun",), "one:a", "one:b"))
    mended = corrected(base, [apart])
    groups = {e.name: e for e in mended.entities if e.type == "group"}
    assert {name: e.known_as for name, e in groups.items()} == {
        "Liwa al-Rabwah": "one:a",
        "Katibah Zaitun": "one:b",
    }
    retreat = next(e for e in mended.events if e.type == "RETREAT")
    assert [p.entity for p in retreat.actors] == [groups["Katibah Zaitun"].id]


def test_a_person_is_masked_and_unmasked(sample_reading: Reading) -> None:
    about = _name("Yasir al-Darwisy", kind="person")
    for value in (False, True):
        mended = corrected(sample_reading, [_said(1, about, "public", value)])
        assert next(e for e in mended.entities if e.type == "person").public is value


def test_words_are_found_where_they_stand_now() -> None:
    text = "He came. He saw. Then he came. He left."
    second = words_at(text, text.index("came", 10), text.index("came", 10) + 4)
    longer = "At noon, all of a sudden: " + text
    span = found(second, longer)
    assert span is not None and longer[span.start - 3 : span.end] == "he came"
    assert found(second, "He left.") is None
    assert found(Words("", 0), text) is None


def test_corrections_follow_their_words_to_another_version_and_leave_it_where_these_are_gone(
    sample_reading: Reading,
) -> None:
    other = _whole(sample_reading, "Menurut laporan, ")
    about = _event(sample_reading)
    chain = (LinkSaid("outlet", "KABAR LEMBAH"), LinkSaid("witness", None))
    said = _said(1, _words(sample_reading, "tiga orang tewas dalam bentrokan itu"), "chain", chain)
    moved = corrected(other, [said])
    assert [c.number for c in moved.corrected] == [1]
    short = replace(about, words=words_at("Tiga kelompok bentrok", 0, 20))
    assert corrected(other, [_said(2, short, "modality", "alleged")]) == other


def _every(reading: Reading) -> list[Correction]:
    event = _event(reading)
    chain = (LinkSaid("outlet", "KABAR LEMBAH"), LinkSaid("witness", "seorang warga"))
    return [
        _said(1, event, "type", "COERCE"),
        _said(2, event, "type", "PROTEST"),
        _said(3, event, "place", PlaceSaid("Idlib", IDLIB)),
        _said(4, _words(reading, "tiga orang tewas dalam bentrokan itu"), "chain", chain),
        _said(5, _name("Katibah Zaitun"), "name", "Brigade Zaitun"),
        _said(6, _name("Brigade Zaitun", "Katibah Zaitun"), "same", Same(("Liwa al-Rabwah",), "one:x")),
        _said(7, _name("Yasir al-Darwisy", kind="person"), "public", False),
        _said(8, event, "actors", ("Yasir al-Darwisy",)),
    ]


def test_the_order_in_which_corrections_come_does_not_matter(sample_reading: Reading) -> None:
    every = _every(sample_reading)
    whole = corrected(sample_reading, every)
    assert _clash(whole).type == "PROTEST"
    for some in list(permutations(every))[:: 40320 // 40]:
        assert corrected(sample_reading, some) == whole


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_was_corrected_taking_it_back_gives_what_was(
    sample_reading: Reading, data: st.DataObject
) -> None:
    every = _every(sample_reading)
    standing = data.draw(st.lists(st.sampled_from(every), unique=True))
    more = data.draw(st.lists(st.sampled_from([c for c in every if c not in standing] or every), unique=True))
    before = corrected(sample_reading, standing)
    corrected(sample_reading, [*more, *standing])  # changes nothing of what it was given
    assert corrected(sample_reading, reversed(standing)) == before
    assert corrected(sample_reading, []) is sample_reading
    for one in before.statements:
        assert before.report.text[one.start : one.end] == one.text
    ids = {e.id for e in before.entities}
    named = [p.entity for e in before.events for p in (*e.actors, *e.recipients)]
    named += [link.entity for s in before.statements for link in s.chain]
    named += [e.place for e in before.events]
    assert set(named) <= {*ids, None}
