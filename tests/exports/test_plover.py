from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import duckdb
import pytest
from tests.chronicle.made import account, source, told
from tests.exports.made import entry, exported

from riwayat import languages
from riwayat.exports.plover_types import QUADS, Coded, coded
from riwayat.model import EventType, Modality, Party


def _events() -> dict[str, dict[str, Any]]:
    events = [json.loads(line) for line in exported("plover").splitlines()]
    return {event["Riwayat Type"]: event for event in events}


def test_duckdb_reads_an_event_a_line(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(exported("plover"))
    found = duckdb.sql(
        'select "Event Type", "Event Date", "Latitude", "Country", "Reports", "Independent Origins" '
        f"from read_json('{path}', format='newline_delimited') order by \"Event Date\" nulls last"
    ).fetchall()
    assert [row[0] for row in found] == ["ASSAULT", "AGREE", "RETREAT"]
    assert (str(found[0][1]), *found[0][2:]) == ("2021-06-12", 35.91, "SYR", 2, 2)


def test_every_type_has_its_quad() -> None:
    assert set(QUADS) == set(get_args(EventType))
    assert _events()["ASSAULT"]["Quad Code"] == "MATERIAL CONFLICT"


def test_names_stand_in_one_field_as_in_polecat() -> None:
    clash = _events()["ASSAULT"]
    assert clash["Actor Name"] == "Liwa al-Rabwah; Yasser al-Darwishi"
    assert clash["Recipient Name"].split("; ")[0] == "Katibah Zaitun"
    assert clash["Source"] == "Kabar Lembah; Orontes Daily"
    assert clash["Disputed"] == "killed"


def _coded(
    type: EventType, words: str, language: str, *, modality: Modality = "asserted", mode: str | None = None
) -> Coded:
    """What the manual makes of a deed told by these words, done by Ali and Bekir."""
    telling = told(outlet="X", sentence=words, modality=modality)
    made = account(
        source("a", "X", language=language),
        replace(telling, trigger=telling.sentence),
        type=type,
        actors=(Party("Ali", "group"), Party("Bekir", "group")),
    )
    return coded(entry(replace(made, mode=mode), unmask=True))


@pytest.mark.parametrize("promised", ["CONSULT", "SUPPORT", "COOPERATE", "AID"])
def test_what_is_announced_is_an_agreement(promised: EventType) -> None:
    assert _coded(promised, "will", "en", modality="planned").type == "AGREE"
    assert _coded(promised, "did", "en").type == promised


def test_an_announced_withdrawal_is_a_concession() -> None:
    assert _coded("RETREAT", "will withdraw", "en", modality="planned").type == "CONCEDE"
    assert _coded("RETREAT", "withdrew", "en").type == "RETREAT"


@pytest.mark.parametrize(
    ("ours", "words", "language", "theirs"),
    [
        ("CONCEDE", "released", "en", "RETREAT"),
        ("CONCEDE", "dibebaskan", "id", "RETREAT"),
        ("CONCEDE", "أفرج عن", "ar", "RETREAT"),
        ("CONCEDE", "membebaskan", "ms", "RETREAT"),
        ("CONCEDE", "apologised", "en", "CONCEDE"),
        ("AGREE", "signed", "en", "SUPPORT"),
        ("AGREE", "menandatangani", "id", "SUPPORT"),
        ("AGREE", "وقّعت", "ar", "SUPPORT"),
        ("AGREE", "agreed", "en", "AGREE"),
        ("COERCE", "indicted", "en", "ACCUSE"),
        ("COERCE", "didakwa", "id", "ACCUSE"),
        ("COERCE", "sentenced", "en", "SANCTION"),
        ("COERCE", "divonis", "id", "SANCTION"),
        ("COERCE", "arrested", "en", "COERCE"),
        ("ASSAULT", "released", "en", "ASSAULT"),
        ("CONCEDE", "released", "xx", "CONCEDE"),
    ],
)
def test_deeds_that_the_manual_counts_elsewhere(
    ours: EventType, words: str, language: str, theirs: EventType
) -> None:
    assert _coded(ours, words, language).type == theirs


def test_prisoners_released_have_the_mode_of_the_manual() -> None:
    assert _coded("CONCEDE", "released", "en").mode == "release"


def test_a_visitor_acts_and_his_host_receives() -> None:
    visited = _coded("CONSULT", "visited", "en", mode="visit")
    assert (visited.actors, visited.recipients) == (("Ali",), ("Bekir",))
    hosted = _coded("CONSULT", "received", "en", mode="visit")
    assert (hosted.actors, hosted.recipients) == (("Bekir",), ("Ali",))
    met = _coded("CONSULT", "met", "en")
    assert (met.actors, met.recipients) == (("Ali", "Bekir"), ())


@pytest.mark.parametrize("language", ["ar", "en", "id"])
def test_wordings_are_sorted_and_the_same_lists_stand_in_each_language(language: str) -> None:
    lists = languages.words(language, "plover")
    assert lists.keys() == languages.words("id", "plover").keys()
    for words in lists.values():
        assert list(words) == sorted(words)
