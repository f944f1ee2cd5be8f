"""English attributions: the wordings by which news says whose word something is, and whom it means."""

from __future__ import annotations

import pytest

from riwayat.model import Reading

from .told import chain, kinds, told


def read(text: str) -> Reading:
    return told(text, language="en", outlet="Valley News")


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Eleven shepherds are missing, per a notice from the governorate.", "are missing", ["document"]),
        ("The deaths were confirmed by the governor, Omar Hassan.", "deaths were", ["person"]),
        ("The rumours were dismissed as nonsense by the defence ministry.", "rumours were", ["official"]),
        ("The tomb was looted, a winemaker who lives nearby said.", "tomb was", ["anonymous"]),
        ("As a local councillor put it, the state is a rumour here.", "state is a", ["official"]),
        ("Nine villages were burnt, a tally by the diocese shows.", "were burnt", ["document"]),
        ("In the ministry's version of events, the pit held animal bones.", "the pit held", ["official"]),
        ("The bridge, by the army's own count, was hit nine times.", "was hit nine", ["official"]),
        ("Villagers were robbed, according to the testimonies of 21 survivors.", "were robbed", ["witness"]),
        (
            "But a security source, speaking to Reuters on the condition he not be named, said the base was lost.",
            "base was lost",
            ["agency", "anonymous"],
        ),
        (
            "The hostages are alive, Al Jazeera quoted a Hamas official as saying.",
            "hostages are alive",
            ["outlet", "anonymous"],
        ),
        (
            "The ferry was overloaded, its owner was quoted as saying in the daily Kathimerini.",
            "was overloaded",
            ["outlet", "witness"],
        ),
        (
            "Video posted on social media and verified by Reuters showed a burning tank.",
            "burning tank",
            ["agency", "social", "video"],
        ),
        (
            "The footage, which Sky News has geolocated, appears to show a column of prisoners.",
            "column of prisoners",
            ["outlet", "video"],
        ),
        (
            "Sham FM, quoting what it called a field source, said four died.",
            "four died",
            ["outlet", "anonymous"],
        ),
        (
            "The Observatory counts 15 dead, based on testimonies of survivors.",
            "counts 15",
            ["group", "witness"],
        ),
        (
            "Saba, the agency run by the rebels, said the port was open.",
            "port was open",
            ["outlet"],
        ),
        ("An AFP journalist at the scene saw three burnt cars.", "burnt cars", ["agency"]),
    ],
)
def test_a_wording_names_the_narrators_in_the_order_the_words_came(
    sentence: str, words: str, expected: list[str]
) -> None:
    assert kinds(read(sentence), words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The road was mined, the army said. The claim could not be independently verified.", "claim could"),
        (
            "The road was mined, the army said. It did not respond to a request for comment.",
            "did not respond",
        ),
        ("The road was mined, the army said. We have not been able to confirm this.", "have not been"),
        ("The president will resign, without citing a source.", "will resign"),
        ("Men claiming to belong to the army burnt the mill.", "burnt the mill"),
        ("Our correspondent gathered that the mill burnt for two days.", "mill burnt"),
    ],
)
def test_what_an_outlet_knows_itself_rests_on_nobody_else(text: str, words: str) -> None:
    assert not kinds(read(text), words)


def test_she_is_nobody_who_is_called_he() -> None:
    text = (
        "Government spokesman Omar Hassan said the road was open. Aid worker Leila Kanaan, a spokeswoman for "
        "the clinic, said it was not. She said nobody had come for days."
    )
    assert chain(read(text), "nobody had come")[-1].name == "Leila Kanaan"


def test_he_is_no_body_of_several() -> None:
    text = (
        "The mayor, Omar Hassan, said the road was open. Residents said it was mined. "
        "He said the army would come by noon."
    )
    assert chain(read(text), "army would come")[-1].name == "Omar Hassan"


def test_he_may_be_whoever_the_paragraph_tells_of() -> None:
    text = 'It was left to an old man to say what others think. "They drink the oil," he said.'
    last = chain(read(text), "drink the oil")[-1]
    assert (last.kind, last.name) == ("witness", "old man")


def test_the_ministry_is_none_of_the_officials_heard_before() -> None:
    text = "Two diplomats said the pit was new.\nThe ministry, for its part, maintains that it held animal bones."
    assert chain(read(text), "animal bones")[-1].name == "ministry"


def test_a_description_points_back_to_the_longer_word() -> None:
    text = 'One of them, a schoolteacher, said the army had fled. "Nobody was left," said the teacher.'
    assert chain(read(text), "Nobody was left")[-1].description == chain(read(text), "army had fled")[-1].name


def test_an_aside_rests_on_its_own_speaker_only() -> None:
    text = "Rwanda, which experts say backs the rebels with troops, has denied that it sent anybody."
    assert kinds(read(text), "backs the rebels") == ["anonymous"]
    assert "anonymous" not in kinds(read(text), "sent anybody")


def test_a_second_verb_goes_on_with_the_same_speaker() -> None:
    text = "The mayor, Omar Hassan, denied that anybody was hurt and said the mill would open at noon."
    reading = read(text)
    assert kinds(reading, "anybody was hurt") == kinds(reading, "would open at noon") == ["person"]


def test_one_who_disclosed_this_stands_behind_the_sentences_before() -> None:
    text = (
        "Nine farmers were abducted on the road to Gusau. Omar Hassan, the governor, disclosed this to "
        "journalists on Monday."
    )
    assert chain(read(text), "farmers were abducted")[-1].name == "Omar Hassan"


def test_what_was_contained_in_a_statement_rests_on_whose_statement_it_was() -> None:
    text = (
        "The road to Gusau has been closed. This was contained in a statement issued on Monday by the governor, "
        "Omar Hassan."
    )
    assert chain(read(text), "has been closed")[-1].name == "Omar Hassan"


def test_who_asks_is_not_who_answers() -> None:
    text = "\n".join(
        (
            "Gayane Petrosyan drove the last bus. She spoke to Valley News's Ani Simonyan in a school.",
            "When did you leave?",
            "On the Tuesday, when the power went. My nephew was with me.",
            "Who gave the order?",
            "Nobody. I asked the mayor for fuel and he told me to wait.",
            "Were you shot at?",
            "Once. I heard only stones.",
        )
    )
    assert chain(read(text), "when the power went")[-1].name == "Gayane Petrosyan"


def test_a_narrator_keeps_its_name_apart_from_the_phrase_that_names_it() -> None:
    last = chain(read("Omar Hassan, who heads the council, said the well was dry."), "well was dry")[-1]
    assert last.name == "Omar Hassan"


FAR = [
    (
        "A trader who hid because he was not allowed to speak to the press disclosed that the rebels had left.",
        "the rebels had left",
        "trader",
    ),
    (
        "A nurse said that villagers she had treated in the ward told her the soldiers came by boat.",
        "the soldiers came by boat",
        "villagers",
    ),
    ("A resident who identified himself only as Musa said he saw ten bodies.", "he saw ten bodies", "Musa"),
    ("Health ministry: 12 people died in the strike on the camp.", "12 people died", "Health ministry"),
    (
        "The indictment names five men. In March, it says, the men met in a bar.",
        "the men met in a bar",
        "indictment",
    ),
    (
        "The gate was shut on Monday. Many said they had been turned away at dawn.",
        "they had been turned away",
        "Many",
    ),
]


@pytest.mark.parametrize(("text", "words", "origin"), FAR)
def test_whose_word_it_is_stands_far_off_or_before_a_colon(text: str, words: str, origin: str) -> None:
    assert origin in (chain(read(text), words)[-1].name or "")
