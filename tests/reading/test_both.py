"""The rules and another engine together: what each sees, and what holds where they differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.reading.told import report, rests_on

from riwayat.model import Report, Span
from riwayat.reading.assemble import assemble
from riwayat.reading.both import BothEngine
from riwayat.reading.markup import Attribution, Markup, Mention, Narrator, Trigger
from riwayat.reading.rules import RulesEngine

Marks = Callable[[Report], Markup]


class Fixed:
    """An engine that sees what it is told to see."""

    name = "fixed"

    def __init__(self, *marks: Mention | Trigger | Attribution) -> None:
        self._marks = marks

    def mark(self, report: Report) -> Markup:
        """The same marks for every report."""
        sentences = RulesEngine().mark(report).sentences
        of = {
            kind: tuple(m for m in self._marks if isinstance(m, kind))
            for kind in (Mention, Trigger, Attribution)
        }
        return Markup(sentences, of[Mention], (), of[Attribution], of[Trigger])


def span(text: str, words: str) -> Span:
    """Where words first stand in a text."""
    at = text.index(words)
    return Span(at, at + len(words), words)


def names(text: str, *marks: Mention | Trigger | Attribution, language: str = "en") -> set[tuple[str, str]]:
    """The names, with their types, that both engines find, where the other engine sees these marks."""
    found = BothEngine(tagger=Fixed(*marks)).mark(report(text, language=language))
    return {(m.span.text, m.type) for m in found.mentions}


UNKNOWN = "Residents said zorvath came to the market on Sunday and spoke to the traders."


def test_a_name_that_only_the_other_engine_sees_is_taken_where_it_is_likely() -> None:
    seen = span(UNKNOWN, "zorvath")
    assert ("zorvath", "person") in names(UNKNOWN, Mention(seen, "person", certainty=0.9))
    assert ("zorvath", "person") not in names(UNKNOWN, Mention(seen, "person", certainty=0.1))


def test_a_name_of_other_words_replaces_that_of_the_rules_only_where_it_is_almost_certain() -> None:
    text = "The Zaitun Brigade in Kafr Laimun denied it on Sunday."
    whole, part = "Zaitun Brigade in Kafr Laimun", span(text, "Zaitun Brigade")
    assert (whole, "group") in names(text, Mention(part, "group", certainty=0.6))
    surely = names(text, Mention(part, "group", certainty=0.99))
    assert ("Zaitun Brigade", "group") in surely
    assert (whole, "group") not in surely


def _deed(text: str, word: str, certainty: float = 0.9) -> Trigger:
    return Trigger(span(text, word), "ASSAULT", None, "asserted", (), (), None, None, (), certainty=certainty)


@pytest.mark.parametrize(
    ("language", "text", "word", "actor"),
    [
        ("en", "Rebels snarfed the army post in Homs on Sunday.", "snarfed", "Rebels"),
        ("id", "Pasukan Israel memblagus pos tentara di Homs pada Minggu.", "memblagus", "Pasukan Israel"),
    ],
)
def test_of_a_deed_that_only_the_other_engine_knows_the_rules_say_by_whom_where_and_when(
    language: str, text: str, word: str, actor: str
) -> None:
    page = report(text, language=language)
    alone = RulesEngine().mark(page)
    assert word not in {t.span.text for t in alone.triggers}
    deed = _deed(text, word)
    both = BothEngine(tagger=Fixed(*alone.mentions, deed)).mark(page)
    (told,) = (t for t in both.triggers if t.span.text == word)
    assert [a.text for a in told.actors] == [actor]
    assert told.place is not None and told.place.text == "Homs"
    assert told.time is not None


def test_an_unlikely_deed_is_none() -> None:
    text = "Rebels snarfed the army post in Homs on Sunday."
    page = report(text, language="en")
    faint = BothEngine(tagger=Fixed(_deed(text, "snarfed", certainty=0.2))).mark(page)
    assert "snarfed" not in {t.span.text for t in faint.triggers}


def test_an_attribution_that_only_the_other_engine_sees_is_added_where_the_rules_see_none() -> None:
    text = "The bridge had fallen, grumped the mayor."
    cue, source = span(text, "grumped"), span(text, "the mayor")
    seen = Attribution("say", cue, Narrator("official", source), span(text, text), certainty=0.9)
    page = report(text, language="en")
    assert not RulesEngine().mark(page).attributions
    rests_on(assemble(page, BothEngine(tagger=Fixed(seen)).mark(page)), "bridge", ("official", "the mayor"))


def test_what_neither_engine_knows_the_language_of_has_no_marks() -> None:
    found = BothEngine(tagger=Fixed()).mark(report("Il presidente ha parlato ieri.", language="it"))
    assert found == Markup((), (), (), (), ())
