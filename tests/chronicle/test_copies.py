from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.chronicle.made import source

from riwayat.chronicle.copies import Beside, Text, bands, chosen, retellings, shared
from riwayat.chronicle.copies.texts import words_of
from riwayat.model import Source, Span
from riwayat.text.folding import fold

WIRE = (
    "Gunmen attacked a convoy of lorries near the town of Boni on Friday morning.",
    "At least nine drivers were killed and a dozen vehicles were set on fire, a local official said.",
    "The road has been closed for most of the year because of mines and ambushes.",
    "Soldiers who escorted the convoy withdrew towards Douentza before noon.",
)
OTHER = (
    "The price of rice rose for the third month in a row in the capital.",
    "Traders at the central market blamed the cost of fuel and bad roads.",
)


def text(report: Source, *sentences: str, carriers: tuple[str, ...] = (), first_hand: bool = False) -> Text:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence), sentence))
        at += len(sentence) + 1
    return Text(
        source=report,
        sentences=tuple(spans),
        words=tuple(map(words_of, sentences)),
        carriers=carriers,
        body=" ".join(sentences),
        first_hand=first_hand,
    )


def copies_of(here: Text, *those: Text) -> list[tuple[str, str, bool]]:
    return [(c.of, c.how, c.credited) for c in chosen(shared(here, there) for there in those)]


def test_the_same_words_a_day_later_are_a_verbatim_copy() -> None:
    first, second = text(source("r1", "A"), *WIRE), text(source("r2", "B", day="2019-05-28"), *WIRE)
    assert copies_of(second, first) == [("r1", "verbatim", False)]
    assert copies_of(first, second) == []


def test_lifted_sentences_among_own_ones_are_an_edited_copy_with_the_share_that_was_taken() -> None:
    first = text(source("r1", "A"), *WIRE)
    second = text(source("r2", "B", day="2019-05-28"), *WIRE[:2], *OTHER, carriers=("A",))
    [copy] = chosen([shared(second, first)])
    assert (copy.how, copy.credited) == ("edited", True)
    assert 0.5 < copy.share < 0.7
    assert [pair.there.text for pair in copy.evidence] == list(WIRE[:2])


def test_one_quotation_in_common_is_no_copy() -> None:
    said = '"We saw them come down from the hills with their lamps out and we ran," said Aissata.'
    first, second = (text(source(f"r{n}", f"Site {n}"), said, own) for n, own in enumerate(OTHER))
    assert copies_of(second, first) == copies_of(first, second) == []


def test_other_news_is_no_copy() -> None:
    assert copies_of(text(source("r2", "B", day="2019-05-28"), *OTHER), text(source("r1", "A"), *WIRE)) == []


def test_of_two_on_one_day_the_one_that_credits_the_other_is_the_copy() -> None:
    first = text(source("r1", "Mindaview"), *WIRE)
    second = text(source("r2", "Courier"), *WIRE, carriers=("Mindaview",))
    assert copies_of(second, first) == [("r1", "verbatim", True)]
    assert copies_of(first, second) == []


def test_clocks_are_compared_in_their_zones() -> None:
    def at(name: str, hour: str, zone: str, day: str) -> Text:
        report = source(name, name, day=day, hour=hour)
        assert report.published is not None
        return text(replace(report, published=replace(report.published, text=f"{hour} {zone}")), *WIRE)

    kyiv, boston = at("kyiv", "00:40", "EET", "2025-01-23"), at("boston", "18:25", "EST", "2025-01-22")
    assert copies_of(boston, kyiv) == [("kyiv", "verbatim", False)]
    assert copies_of(kyiv, boston) == []


def test_without_clocks_the_one_whose_outlet_was_there_is_the_first() -> None:
    first, second = text(source("r1", "A"), *WIRE, first_hand=True), text(source("r2", "B"), *WIRE)
    assert copies_of(second, first) == [("r1", "verbatim", False)]
    assert copies_of(first, second) == []


def test_of_several_likely_sources_the_credited_one_gave_it() -> None:
    a, b = text(source("r1", "Alpha Post"), *WIRE), text(source("r2", "Beta Post"), *WIRE)
    third = text(source("r3", "C", day="2019-05-28"), *WIRE, carriers=("Beta Post",))
    assert copies_of(third, a, b) == [("r2", "verbatim", True)]


def test_passages_of_two_reports_are_two_copies() -> None:
    a, b = text(source("r1", "A"), *WIRE), text(source("r2", "B"), *OTHER)
    third = text(source("r3", "C", day="2019-05-28"), *WIRE, *OTHER)
    assert copies_of(third, a, b) == [("r1", "edited", False), ("r2", "edited", False)]


def test_the_fuller_page_of_one_outlet_grew_out_of_its_flash() -> None:
    flash, full = text(source("r1", "AFP"), *WIRE[:2]), text(source("r2", "AFP"), *WIRE)
    assert copies_of(full, flash) == [("r1", "edited", False)]
    assert copies_of(flash, full) == []


def test_translated_sentences_are_found_by_their_vectors_alone() -> None:
    said, unsaid = np.linalg.qr(np.random.default_rng(0).normal(size=(384, 16)))[0].T.reshape(2, 8, 384)
    first = replace(text(source("r1", "A"), *WIRE, *WIRE), vectors=said.astype(np.float32))
    report = source("r2", "B", day="2019-05-28", language="id")
    second = replace(text(report, *WIRE, *WIRE), vectors=first.vectors)
    assert [c[1] for c in copies_of(second, first)] == ["translation"]
    assert copies_of(replace(second, vectors=unsaid.astype(np.float32)), first) == []
    assert copies_of(replace(second, vectors=None), first) == []


def test_a_report_that_credits_another_and_tells_its_happening_retells_it() -> None:
    first = text(source("r1", "Mindaview"), *WIRE)
    second = text(source("r2", "B", day="2019-05-28"), *OTHER, carriers=("Mindaview",))
    found = retellings(second, [Beside(first, 1)], {})
    assert [(c.of, c.how, c.credited) for c in found] == [("r1", "retelling", True)]
    assert retellings(second, [Beside(first, 0)], {}) == ()
    assert retellings(replace(second, carriers=()), [Beside(first, 1)], {}) == ()
    # What came with a copy of a third is that one's retelling.
    third = text(source("r3", "C"), *OTHER, carriers=("Mindaview",))
    assert retellings(second, [Beside(first, 1)], {"r3": third}) == ()


def test_an_outlet_is_named_by_its_name_and_not_by_a_word_like_it() -> None:
    first = text(source("r1", "Antara", language="id"), *WIRE)
    named = text(
        source("r2", "B", day="2019-05-28", language="id"), "Demikian dilaporkan ANTARA dari Papua tengah."
    )
    not_named = text(
        source("r3", "C", day="2019-05-28", language="id"), "Jarak antara dua kota itu sangat jauh."
    )
    assert retellings(named, [Beside(first, 1)], {}) != ()
    assert retellings(not_named, [Beside(first, 1)], {}) == ()


words = st.lists(st.text("abcdefghij", min_size=2, max_size=5), min_size=5, max_size=20)


@given(words)
def test_bands_are_always_the_same_and_fit_a_column(sentence: list[str]) -> None:
    found = bands(sentence)
    assert found == bands([fold(word) for word in sentence])
    assert len(found) == 8
    assert all(0 <= band < 2**63 for band in found)


def test_sentences_with_most_words_in_common_share_a_band_and_others_none() -> None:
    cut = words_of(WIRE[1].replace(", a local official said", ""))
    assert set(bands(words_of(WIRE[1]))) & set(bands(cut))
    assert not set(bands(words_of(WIRE[0]))) & set(bands(words_of(OTHER[0])))
