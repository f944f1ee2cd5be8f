"""English reports: who said what to whom, who belongs where, what was done."""

from __future__ import annotations

import pytest

from riwayat.model import Reading

from .told import chain, kinds, told


def read(text: str) -> Reading:
    return told(text, language="en", outlet="Valley News")


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar Hassan said the bridge had been closed since March.",
        "According to Omar Hassan, the bridge had been closed since March.",
        "The bridge had been closed since March, Omar Hassan said.",
        "The bridge had been closed since March, said Omar Hassan.",
        "The mayor, Omar Hassan, said on Monday that the bridge had been closed since March.",
        '"The bridge has been closed since March," said Omar Hassan, the mayor.',
        "The deputy governor of the province for roads, Omar Hassan, said the bridge was closed since March.",
    ],
)
def test_a_named_speaker_stands_behind_his_words(sentence: str) -> None:
    last = chain(read(sentence), "closed since March")[-1]
    assert (last.kind, last.name) == ("person", "Omar Hassan")


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("A security source told Reuters that the convoy had left.", "convoy had left", ["agency", "anonymous"]),
        ("Reuters quoted a source as saying that the convoy had left.", "had left", ["agency", "anonymous"]),
        ("Residents said the convoy had left.", "convoy had left", ["witness"]),
        ("The convoy has reportedly left the town.", "convoy has", ["unspecified"]),
        ("Videos circulating on social media appear to show a burning convoy.", "burning convoy", ["social", "video"]),
        ("A leaked memo seen by The Guardian warns that the fuel is running out.", "fuel is", ["outlet", "document"]),
        (
            "A diplomat said a Syrian officer had told his guards that the fuel was running out.",
            "fuel was",
            ["official", "official"],
        ),
        (
            "A general, asked about it by Reuters, said the fuel was running out.",
            "fuel was",
            ["agency", "official"],
        ),
    ],
)  # fmt: skip
def test_narrators_stand_in_the_order_in_which_the_words_came(
    sentence: str, words: str, expected: list[str]
) -> None:
    assert kinds(read(sentence), words) == expected


def test_a_newspaper_keeps_its_article() -> None:
    found = chain(read("A diplomat told The National that the talks had failed."), "talks had failed")
    assert found[0].kind == "outlet"


@pytest.mark.parametrize(
    ("sentence", "member", "group"),
    [
        ("HTS leader Abu Mohammed al-Jolani met elders in Idlib.", "Abu Mohammed al-Jolani", "HTS"),
        ("Yahya Saree, a spokesman for the Houthis, said so.", "Yahya Saree", "Houthis"),
        ("Yahya Saree, who has led the Houthis, said so.", "Yahya Saree", "Houthis"),
        ("Yahya Saree, known as Abu Jibril, the head of the Houthis, said so.", "Yahya Saree", "Houthis"),
        ("Haftar's forces left Gharyan, said General Khalifa Haftar.", "Khalifa Haftar", "Haftar's forces"),
        ("Army spokesman Colonel Ibrahim Kone said so.", "Ibrahim Kone", "Army"),
        ("Chad closed its border. Prime Minister Ibrahim Kone said so.", "Ibrahim Kone", "Chad"),
        ("The Joint Resistance Leadership of Omar Ali and Ali Kamal met.", "Ali Kamal", "Joint Resistance Leadership"),
        ("Kenya's Interior Cabinet Secretary Omar Hassan said so.", "Omar Hassan", "Kenya"),
        ("UN Secretary-General Omar Hassan said so.", "Omar Hassan", "UN"),
        ("The governor of the Odesa region, Oleh Kiper, said so.", "Oleh Kiper", "Odesa"),
        ("Omar Hassan, a police spokesman, said so.", "Omar Hassan", "police"),
        ("Omar Hassan, of the rights group Karapatan, said so.", "Omar Hassan", "Karapatan"),
        ("Omar Hassan, the US envoy to Sudan, said so.", "Omar Hassan", "US"),
        ("Foreign Minister Omar Hassan of Sudan said so.", "Omar Hassan", "Sudan"),
        ("Its commander, Omar Hassan, left. The Karen National Army stayed.", "Omar Hassan", "Karen National Army"),
    ],
)  # fmt: skip
def test_members_of_groups(sentence: str, member: str, group: str) -> None:
    reading = read(sentence)
    names = {e.id: e.name for e in reading.entities}
    assert (member, group) in {(names[a.member], names[a.group]) for a in reading.affiliations}


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        ("The United States said so.", "United States", "group"),
        ("Vietnam, which also claims the reefs, said so.", "Vietnam", "group"),
        ("He was linked to al Qaeda in Mali.", "al Qaeda", "group"),
        ("The 27th brigade left Goma.", "27th brigade", "group"),
        ("The envoy went to New York on Monday.", "New York", "place"),
        ("They left Chikun Local Government Area of Kaduna State.", "Kaduna State", "place"),
        ("One of them, Hrant Petrosyan, 61, left.", "Hrant Petrosyan", "person"),
    ],
)
def test_names_that_are_easily_missed(sentence: str, name: str, type_: str) -> None:
    assert name in {e.name for e in read(sentence).entities if e.type == type_}


@pytest.mark.parametrize(
    ("sentence", "kind", "actor", "recipient"),
    [
        ("Israeli jets attacked a base in Homs.", "ASSAULT", "Israeli", "base"),
        ("Three farmers were kidnapped by armed men in Homs.", "ASSAULT", "armed men", "Three farmers"),
        ("The militia kidnapped three aid workers in Homs.", "ASSAULT", "militia", "three aid workers"),
        ("Turkey slapped sanctions on two ministers.", "SANCTION", "Turkey", "two ministers"),
    ],
)
def test_deeds_have_doers_and_those_they_are_done_to(
    sentence: str, kind: str, actor: str, recipient: str
) -> None:
    event = read(sentence).events[0]
    text = sentence
    assert event.type == kind
    assert any(actor in text[p.start : p.end] for p in event.actors)
    assert any(recipient in text[p.start : p.end] for p in event.recipients)
