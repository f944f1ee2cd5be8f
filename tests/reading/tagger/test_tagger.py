"""The tagger as an engine: from scores to marks, with a network that sees what the test tells it to."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading import read
from riwayat.reading.markup import Markup
from riwayat.reading.tagger import TaggerEngine
from riwayat.reading.tagger.outputs import Tags

from ..told import actors, entities, report, rests_on
from .scores import tags

SAID = "Umar Sahid mengatakan kepada Kabar Timur bahwa pasukan Liwa Rabwah menyerang Idlib Minggu malam."
#       0    1     2          3      4     5     6     7       8    9      10        11    12     13   14
SEEN = tags(
    15,
    names={
        0: "B-person",
        1: "I-person",
        4: "B-outlet",
        5: "I-outlet",
        8: "B-group",
        9: "I-group",
        11: "B-place",
        12: "B-time",
        13: "I-time",
    },
    cues={2: "B-say"},
    triggers={10: "B-ASSAULT"},
    modality={10: "alleged"},
    kind={2: "person"},
    relations=[
        ("source", 2, 0, 2),
        ("told", 2, 4, 6),
        ("content", 2, 6, 14),
        ("group", 0, 8, 10),
        ("actor", 10, 8, 10),
        ("recipient", 10, 11, 12),
        ("place", 10, 11, 12),
        ("time", 10, 12, 14),
    ],
)


def engine(*sentences: Tags) -> TaggerEngine:
    """A tagger whose network sees `sentences`, one for each sentence it is given."""

    def tag(words: Sequence[Sequence[str]]) -> list[Tags]:
        assert [len(w) for w in words] == [len(s.names) for s in sentences]
        return list(sentences)

    return TaggerEngine(tag)


def marked(text: str, *sentences: Tags) -> Markup:
    return engine(*sentences).mark(report(text))


def test_names_become_mentions_where_they_stand_and_times_do_not() -> None:
    found = marked(SAID, SEEN).mentions
    assert [(m.span.text, m.type) for m in found] == [
        ("Umar Sahid", "person"),
        ("Kabar Timur", "outlet"),
        ("Liwa Rabwah", "group"),
        ("Idlib", "place"),
    ]
    assert all(SAID[m.span.start : m.span.end] == m.span.text for m in found)


def test_a_cue_attributes_its_content_to_its_source() -> None:
    (only,) = marked(SAID, SEEN).attributions
    assert (only.role, only.cue.text, only.narrator.kind) == ("say", "mengatakan", "person")
    assert only.narrator.mention is not None
    assert only.narrator.mention.text == "Umar Sahid"
    assert only.told is not None
    assert only.told.mention is not None
    assert only.told.mention.text == "Kabar Timur"
    assert only.scope.text.startswith("Umar Sahid")
    assert only.scope.text.endswith("malam")


def test_a_trigger_has_its_parties_place_and_time() -> None:
    (only,) = marked(SAID, SEEN).triggers
    assert (only.type, only.modality, only.span.text) == ("ASSAULT", "alleged", "menyerang")
    assert [a.text for a in only.actors] == ["Liwa Rabwah"]
    assert [r.text for r in only.recipients] == ["Idlib"]
    assert only.place is not None
    assert only.place.text == "Idlib"
    assert only.time is not None
    assert only.time.text == "Minggu malam"


def test_a_person_belongs_to_the_body_it_is_tied_to() -> None:
    (only,) = marked(SAID, SEEN).memberships
    assert (only.member.text, only.group.text) == ("Umar Sahid", "Liwa Rabwah")


def test_the_reading_rests_on_these_marks_alone() -> None:
    reading = read(report(SAID), engine(SEEN))
    assert entities(reading, "person") == ["Umar Sahid"]
    rests_on(reading, "menyerang Idlib", ("outlet", "Kabar Timur"), ("person", "Umar Sahid"))
    assert actors(reading, "ASSAULT") == {"Liwa Rabwah"}


def test_a_named_person_is_a_person_whatever_his_office() -> None:
    seen = tags(
        7,
        names={2: "B-person"},
        cues={3: "B-say"},
        kind={3: "official"},
        relations=[("source", 3, 0, 3), ("content", 3, 4, 6)],
    )
    (only,) = marked("Kepala kepolisian Umar mengatakan pasar ditutup.", seen).attributions
    assert only.narrator.kind == "person"


def test_a_cue_without_a_source_points_back_or_at_nobody() -> None:
    text = "Ditambahkan pasar ditutup."
    back = tags(4, cues={0: "B-say"}, kind={0: "person"}, relations=[("content", 0, 1, 3)])
    nobody = tags(4, cues={0: "B-passive"}, kind={0: "unspecified"}, relations=[("content", 0, 1, 3)])
    (pointed,), (passive,) = marked(text, back).attributions, marked(text, nobody).attributions
    assert (pointed.narrator.kind, pointed.narrator.anaphor) == ("person", True)
    assert (passive.narrator.kind, passive.narrator.anaphor) == ("unspecified", False)


def test_who_passed_on_comes_before_who_was_passed_on() -> None:
    text = "Reuters mengutip Umar yang mengatakan pasar ditutup."
    seen = tags(
        8,
        names={0: "B-outlet", 2: "B-person"},
        cues={1: "B-relay", 4: "B-say"},
        kind={1: "agency", 4: "person"},
        relations=[
            *[("source", 1, 0, 1), ("content", 1, 2, 7)],
            *[("source", 4, 2, 3), ("content", 4, 5, 7)],
        ],
    )
    assert [a.role for a in marked(text, seen).attributions] == ["relay", "say"]


def test_words_beyond_what_the_network_sees_are_left_alone() -> None:
    assert marked("Hujan turun.", tags(3)).mentions == ()


def test_a_language_without_a_folder_has_no_marks() -> None:
    assert engine().mark(report("Der Regen fiel.", language="xx")) == Markup((), (), (), (), ())
