from __future__ import annotations

from dataclasses import replace

from riwayat.model import Entity, Reading, Span
from riwayat.show.marking import Marks, marked, marks_of


def test_a_name_inside_a_name_is_marked_once(sample_reading: Reading) -> None:
    text = "militer Suriah"
    entities = (
        Entity("e1", "group", text, (Span(0, 14, text),)),
        Entity("e2", "place", "Suriah", (Span(8, 14, "Suriah"),)),
    )
    reading = replace(
        sample_reading,
        report=replace(sample_reading.report, text=text),
        entities=entities,
        statements=(),
        events=(),
    )
    assert marked(text, 0, 14, marks_of(reading), colour=False).plain == "[militer Suriah]"


def test_signs_nest_where_spans_share_their_ends() -> None:
    marks = Marks([(4, 10, "person"), (0, 10, "trigger"), (0, 10, "cue")])
    plain = marked("0123456789", 0, 10, marks, colour=False).plain
    assert plain == "_*0123[456789]*_"


def test_a_span_that_reaches_out_of_the_piece_is_cut() -> None:
    assert marked("0123456789", 2, 6, Marks([(0, 4, "person")]), colour=False).plain == "[23]45"
