"""English reports: what was done, told by verbs, by nouns and by verbs that say nothing of their own."""

from __future__ import annotations

import pytest

from riwayat.grounding import ground
from riwayat.model import Event, Reading

from .told import told


def read(text: str) -> Reading:
    return ground(told(text, language="en", outlet="Valley News"))


def deed(text: str, type_: str) -> Event:
    found = [e for e in read(text).events if e.type == type_]
    assert found, f"no {type_} in {text!r}"
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The arrest of opposition leader Ousmane Sonko shocked Dakar.", "COERCE"),
        ("The killing of 15 people in Saut-d'Eau shocked the country.", "ASSAULT"),
        ("The army carried out a series of air strikes near Goma.", "ASSAULT"),
        ("A helicopter came under small-arms fire near Goma.", "ASSAULT"),
        ("Goma has been under siege since May.", "COERCE"),
        ("Clashes between the army and the RSF in Omdurman left 20 people dead.", "ASSAULT"),
        ("The governor paid a condolence visit to Gonin Gora.", "CONSULT"),
        ("Negotiations between Hamas and Israel are continuing in Cairo.", "CONSULT"),
        ("Iran put its army on alert.", "MOBILIZE"),
        ("The council held Rwanda responsible for the raid.", "ACCUSE"),
        ("The army thanked Rwandan troops for arresting four recruiters.", "COERCE"),
        ("Hundreds marched in Gedaref to demand weapons.", "PROTEST"),
    ],
)
def test_deeds_are_told_in_many_ways(sentence: str, type_: str) -> None:
    assert deed(sentence, type_)


@pytest.mark.parametrize(
    "sentence",
    [
        "A spokesman declined to comment.",
        "The minister was born on 31 March.",
        "The bank fell under the care of the state.",
        "The president has a history of violence in films.",
    ],
)
def test_words_in_passing_tell_no_deed(sentence: str) -> None:
    assert not read(sentence).events


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "recipients"),
    [
        ("Rebels said they would leave Goma by Friday.", "RETREAT", {"Rebels"}, set()),
        ("The shelling forced the charity to evacuate patients.", "AID", {"charity"}, {"patients"}),
        ("Iran, Oman and Qatar blacklisted two companies.", "SANCTION", {"Iran", "Oman", "Qatar"}, {"two companies"}),
        (
            "Fighters seized a post in Goma, kidnapping nine officers.",
            "ASSAULT",
            {"Fighters"},
            {"nine officers"},
        ),
        ("Hamas has been accused of killing two farmers.", "ASSAULT", {"Hamas"}, {"two farmers"}),
        ("A girl was wounded by sniper fire in Goma.", "ASSAULT", set(), {"girl"}),
        ("An Israeli strike on Beirut lasted an hour.", "ASSAULT", {"Israeli"}, {"Beirut"}),
    ],
)  # fmt: skip
def test_who_did_it_and_to_whom(sentence: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    event = deed(sentence, type_)
    assert {p.text for p in event.actors} == actors
    assert {p.text for p in event.recipients} == recipients


@pytest.mark.parametrize(
    ("sentence", "type_", "modality"),
    [
        ("The army said reinforcements would be sent to Goma.", "MOBILIZE", "planned"),
        ("The army said troops would be sent to Goma if talks failed.", "MOBILIZE", "hypothetical"),
        ("Lawyers complained that soldiers had beaten detainees in Goma.", "ASSAULT", "alleged"),
        ("Suspected rebels attacked Goma on Monday.", "ASSAULT", "asserted"),
        ("Troops are shelling Goma.", "ASSAULT", "ongoing"),
        ("The envoy is due in Goma on Monday.", "CONSULT", "planned"),
        ("The army denied shelling Goma.", "ASSAULT", "denied"),
    ],
)
def test_how_sure_a_deed_is(sentence: str, type_: str, modality: str) -> None:
    assert deed(sentence, type_).modality == modality


@pytest.mark.parametrize(
    ("text", "type_", "figures"),
    [
        ("Rebels attacked three vehicles in Goma.", "ASSAULT", {("vehicles", 3, 3)}),
        ("Five lawyers boycotted a hearing in Goma.", "PROTEST", {("participants", 5, 5)}),
        (
            "Rebels killed nine people in Goma, including two children.",
            "ASSAULT",
            {("killed", 9, 9), ("killed", 2, 2)},
        ),
        ("The two leaders held talks in Goma.", "CONSULT", {("leaders", 2, 2)}),
        (
            "Rebels attacked Goma on Monday. The ministry put the number of dead at 12.",
            "ASSAULT",
            {("killed", 12, 12)},
        ),
    ],
)
def test_how_many_it_concerned(text: str, type_: str, figures: set[tuple[str, int, int]]) -> None:
    assert {(q.what, q.low, q.high) for q in deed(text, type_).quantities} == figures


@pytest.mark.parametrize(
    ("text", "type_", "where"),
    [
        ("Rebels stormed Goma on Monday.", "ASSAULT", "Goma"),
        ("Rebels attacked a post in Goma. Three farmers were kidnapped.", "ASSAULT", "Goma"),
        ("The United Nations condemned the attack in Goma.", "ACCUSE", None),
        ("Two battalions will be sent from Goma.", "MOBILIZE", None),
    ],
)
def test_where_it_was_done(text: str, type_: str, where: str | None) -> None:
    reading = read(text)
    names = {e.id: e.name for e in reading.entities}
    found = [e for e in reading.events if e.type == type_][-1]
    assert names.get(found.place or "") == where
