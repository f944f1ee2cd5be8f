"""Examples for training: masks, swapped names, and what may not be learnt from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from riwayat_training.augment import Swapped, replaced
from riwayat_training.corpus import examples_of
from riwayat_training.examples import ANY, OUTSIDE, Example, Predicate, name_mask
from riwayat_training.open_sets import idner, plover, proper, wojood
from riwayat_training.overlap import OverlapError, refuse, without

from riwayat.reading.tagger.labels import CUES, KINDS, NAMES, TRIGGERS
from riwayat_eval.gold import Case


def _labels(masks: list[int], labels: tuple[str, ...]) -> list[set[str]]:
    return [set() if m == ANY else {labels[k] for k in range(len(labels)) if m >> k & 1} for m in masks]


def test_a_set_that_knows_organisations_leaves_open_whether_they_are_groups_or_outlets(
    tmp_path: Path,
) -> None:
    path = tmp_path / "train.txt"
    path.write_text(
        "Kata VERB O\nKompas PROPN B-ORG\nTV PROPN I-ORG\ndi ADP O\nJakarta PROPN B-LOC\n\nIa PRON O\npergi VERB O\n",
        encoding="utf-8",
    )
    first, second = idner(path)
    assert first.words == ["Kata", "Kompas", "TV", "di", "Jakarta"]
    named = _labels(first.names, NAMES)
    assert named[1:3] == [{"B-group", "B-outlet"}, {"I-group", "I-outlet"}]
    assert named[4] == {"B-place"}
    assert "O" in named[3]
    assert not {"B-person", "B-place"} & named[3]
    assert first.cues == [ANY] * 5, "a set without cues says nothing of cues"
    assert second.words == ["Ia", "pergi"]


def test_nested_arabic_names_are_taken_by_their_outermost_span(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text(
        "رئيس O\nمجلس B-ORG\nمدينة I-ORG\nحلب I-ORG B-GPE\nخالد B-PERS\nأمس B-DATE\n", encoding="utf-8"
    )
    (only,) = wojood(path)
    assert _labels(only.names, NAMES)[1:] == [
        {"B-group", "B-outlet"},
        {"I-group", "I-outlet"},
        {"I-group", "I-outlet"},
        {"B-person"},
        {"B-time"},
    ]


def test_marked_actors_and_event_words_become_a_trigger_with_its_parties(tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    record = {"event": "FIGHT", "textInfo": {"markup": "(SRC: Rebels) (EVT: attacked) the (TAR: town) ."}}
    path.write_text(json.dumps([record]), encoding="utf-8")
    (only,) = plover(path)
    assert only.words == ["Rebels", "attacked", "the", "town", "."]
    assert _labels(only.triggers, TRIGGERS)[1] == {"B-ASSAULT"}
    (predicate,) = only.predicates
    assert (predicate.word, set(predicate.words)) == (1, {("actor", 0, 1), ("recipient", 3, 4)})


@pytest.mark.parametrize(
    ("words", "is_proper"),
    [
        ("the Syrian army", False),
        ("the Security Council", True),
        ("members of the Security Council", False),
        ("President Assad", True),
        ("We", False),
        ("", False),
    ],
)
def test_a_mention_is_proper_by_its_head(words: str, is_proper: bool) -> None:
    assert proper(words.split()) is is_proper


@st.composite
def _examples(draw: st.DrawFn) -> Example:
    """A sentence with one name, a predicate on every word, and a run of words that stands to it."""
    count = draw(st.integers(1, 8))
    start = draw(st.integers(0, count - 1))
    end = draw(st.integers(start + 1, count))
    example = Example([f"w{i}" for i in range(count)], "id", "made-up")
    example.name(start, end, ("person",))
    for word in range(count):
        if not start < word < end:
            example.predicates.append(Predicate(word, frozenset({"actor"}), (("actor", start, end),)))
    example.all_outside(names=True, cues=True, triggers=True)
    return example


@given(_examples(), st.lists(st.sampled_from(["Umar", "bin", "Sahid"]), min_size=1, max_size=3))
def test_a_replaced_name_keeps_everything_else_in_its_place(example: Example, name: list[str]) -> None:
    start = next(i for i, m in enumerate(example.names) if m == name_mask(("person",), first=True))
    inner = name_mask(("person",), first=False)
    end = start + 1 + sum(m == inner for m in example.names)
    new = replaced(example, start, end, name)
    assert new.words == [*example.words[:start], *name, *example.words[end:]]
    assert len(new.names) == len(new.cues) == len(new.triggers) == len(new.words)
    assert [m == OUTSIDE for m in new.names] == [
        not start <= i < start + len(name) for i in range(len(new.words))
    ]
    for before, after in zip(example.predicates, new.predicates, strict=True):
        ((_, a, b),) = after.words
        assert new.words[a:b] == name
        if not start <= before.word < end:
            assert new.words[after.word] == example.words[before.word]


def test_epochs_differ_in_their_names_and_come_out_the_same_again() -> None:
    examples = []
    for name in ("Umar", "Sahid", "Karim"):
        example = Example([name, "pergi"], "id", "made-up")
        example.name(0, 1, ("person",))
        example.all_outside(names=True)
        examples.append(example)
    swapped = Swapped(examples)
    epochs = [[e.words[0] for e in swapped.at(n, seed=1)] for n in range(20)]
    assert epochs == [[e.words[0] for e in swapped.at(n, seed=1)] for n in range(20)]
    assert len({tuple(e) for e in epochs}) > 1
    assert all(set(e) <= {"Umar", "Sahid", "Karim"} for e in epochs)


def test_a_sentence_that_is_scored_on_may_not_be_learnt_from() -> None:
    scored = [Example(["Tiga", "orang", "tewas", "di", "Idlib", "."], "id", "test")]
    learnt = Example(["tiga", "orang", "tewas", "di", "Idlib"], "id", "other")
    assert without([learnt], scored) == []
    with pytest.raises(OverlapError, match="other"):
        refuse([learnt], scored)
    refuse([Example(["Baca", "juga", ":"], "id", "other")], [Example(["Baca", "juga", ":"], "id", "test")])


def test_gold_teaches_names_cues_and_triggers_where_it_quotes_them(tmp_path: Path) -> None:
    page = tmp_path / "clash.txt"
    page.write_text(
        "Bentrokan di Idlib\n\nKABAR LEMBAH, Idlib - Umar Sahid mengatakan pasukan Liwa Rabwah menyerang kota itu "
        "pada Ahad malam. Ia menambahkan tiga orang tewas.\n\nHujan turun sejak pagi dan jalan ditutup.\n",
        encoding="utf-8",
    )
    gold = {
        "language": "id",
        "outlet": "KABAR LEMBAH",
        "cites": [],
        "people": [{"name": "Umar Sahid", "also": [], "group": "Liwa Rabwah"}],
        "groups": [{"name": "Liwa Rabwah", "also": []}],
        "places": [{"name": "Idlib", "also": [], "geonames": None}],
        "statements": [
            {"quote": "menyerang kota itu", "chain": [{"kind": "outlet", "name": "KABAR LEMBAH"}]}
        ],
        "attributions": [
            {
                "at": "Umar Sahid mengatakan pasukan",
                "role": "say",
                "cue": "mengatakan",
                "source": "Umar Sahid",
                "told": None,
                "content": "pasukan Liwa Rabwah menyerang kota itu pada Ahad malam",
                "kind": "person",
                "name": "Umar Sahid",
            }
        ],
        "events": [
            {
                "type": "ASSAULT",
                "quote": "pasukan Liwa Rabwah menyerang kota itu",
                "modality": "asserted",
                "actors": ["Liwa Rabwah"],
                "recipients": ["kota itu"],
                "place": None,
                "when": "Ahad malam",
                "triggers": ["menyerang"],
            }
        ],
        "times": ["Ahad malam"],
        "amounts": ["tiga orang"],
    }
    first = next(e for e in examples_of(Case("clash", page, gold)) if "menyerang" in e.words)
    at = first.words.index
    assert _labels(first.names, NAMES)[at("Umar")] == {"B-person"}
    assert _labels(first.names, NAMES)[at("Liwa")] == {"B-group"}
    assert _labels(first.names, NAMES)[at("Ahad")] == {"B-time"}
    cue, trigger = at("mengatakan"), at("menyerang")
    assert _labels(first.cues, CUES)[cue] == {"B-say"}
    assert KINDS[first.kind[cue]] == "person"
    assert _labels(first.triggers, TRIGGERS)[trigger] == {"B-ASSAULT"}
    stands = {(p.word, r): first.words[a:b] for p in first.predicates for r, a, b in p.words}
    assert stands[cue, "source"] == ["Umar", "Sahid"]
    assert stands[cue, "content"][0] == "pasukan"
    assert stands[trigger, "actor"] == ["Liwa", "Rabwah"]
    assert stands[trigger, "recipient"] == ["kota", "itu"]
    assert stands[trigger, "time"] == ["Ahad", "malam"]
    assert stands[at("Umar"), "group"] == ["Liwa", "Rabwah"]
