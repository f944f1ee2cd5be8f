"""What an engine is to `read`: marks in, a reading out."""

from __future__ import annotations

import re

import pytest

from riwayat.contract import from_json, to_json
from riwayat.model import Report, Span
from riwayat.reading import Engine, Markup, read
from riwayat.reading.markup import Attribution, Mention, Narrator, Sentence, Trigger
from riwayat.reading.rules import RulesEngine

from .told import actors, entities, report, rests_on, told


@pytest.mark.parametrize("language", ["xx", "en-unknown", ""])
def test_a_language_without_a_folder_gives_the_text_and_nothing_else(language: str) -> None:
    text = "Der Bürgermeister sagte, die Brücke sei gesperrt."
    given = report(text, language=language)
    reading = read(given)
    assert reading.report == given
    assert (reading.entities, reading.affiliations, reading.statements, reading.events) == ((), (), (), ())
    assert from_json(to_json(reading)) == reading


@pytest.mark.parametrize("text", ["", "\n \n", "   "])
def test_a_report_without_words_gives_an_empty_reading(text: str) -> None:
    reading = read(report(text))
    assert (reading.entities, reading.statements, reading.events) == ((), (), ())


def test_marks_come_in_order_of_the_text() -> None:
    text = (
        "Menurut Rahmat Hidayat, Turki menyerang Liwa al-Rabwah di Darkush.\n"
        '"Warga takut sekali pulang," kata Sulastri. Liwa al-Rabwah lalu mundur.'
    )
    marks = RulesEngine().mark(report(text))
    assert [s.paragraph for s in marks.sentences] == [0, 1, 1]
    for spans in (
        [s.span for s in marks.sentences],
        [m.span for m in marks.mentions],
        [a.cue for a in marks.attributions],
        [t.span for t in marks.triggers],
    ):
        assert spans
        assert [s.start for s in spans] == sorted(s.start for s in spans)
        assert all(text[s.start : s.end] == s.text for s in spans)


def test_the_scope_of_an_attribution_lies_in_its_sentence_and_holds_what_is_said() -> None:
    text = "Hujan turun. Rahmat Hidayat mengatakan bahwa jembatan itu retak. Pasar ditutup."
    marks = RulesEngine().mark(report(text))
    (only,) = marks.attributions
    sentence = marks.sentences[1].span
    assert sentence.start <= only.scope.start < only.scope.end <= sentence.end
    assert "jembatan itu retak" in only.scope.text


class Shouting:
    """An engine of somebody else: whoever is written in capitals said the rest of the line, and hit the last word."""

    name = "shouting"

    def mark(self, report: Report) -> Markup:
        text = report.text
        sentences, mentions, attributions, triggers = [], [], [], []
        for number, line in enumerate(re.finditer(r"[^\n]+", text)):
            whole = Span(line.start(), line.end(), line.group())
            sentences.append(Sentence(whole, number))
            names = [
                Span(line.start() + m.start(), line.start() + m.end(), m.group())
                for m in re.finditer(r"\b[A-Z]{3,}\b", line.group())
            ]
            mentions += [Mention(name, "person") for name in names]
            if names:
                cue = Span(names[0].end, names[0].end + 1, text[names[0].end])
                attributions.append(Attribution("say", cue, Narrator("person", names[0], names[0]), whole))
            if len(names) > 1:
                at = text.index("hit", line.start())
                hit = Span(at, at + 3, "hit")
                triggers.append(
                    Trigger(hit, "ASSAULT", None, "asserted", (names[0],), (names[1],), None, None, ())
                )
        return Markup(tuple(sentences), tuple(mentions), (), tuple(attributions), tuple(triggers))


def test_an_engine_of_somebody_else_may_find_the_marks() -> None:
    engine: Engine = Shouting()
    reading = read(report("ANNA: I hit BERTA hard\nnothing else\nANNA: yes"), engine)
    assert entities(reading, "person") == ["ANNA", "BERTA"]
    rests_on(reading, "I hit", ("person", "ANNA"))
    rests_on(reading, "nothing else")
    rests_on(reading, "yes", ("person", "ANNA"))
    assert actors(reading, "ASSAULT") == {"ANNA"}


def test_an_engine_that_finds_nothing_leaves_the_report_alone() -> None:
    class Silent:
        name = "silent"

        def mark(self, report: Report) -> Markup:
            return Markup((), (), (), (), ())

    given = report("Rahmat Hidayat mengatakan bahwa pasar ditutup.")
    reading = read(given, Silent())
    assert reading.report == given
    assert reading.statements == ()


def test_the_rules_are_the_engine_unless_another_is_named() -> None:
    text = "Rahmat Hidayat mengatakan bahwa pasar ditutup."
    assert told(text) == read(report(text), RulesEngine())
