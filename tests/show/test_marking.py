from __future__ import annotations

from dataclasses import replace

from riwayat.model import Entity, Reading, Span
from riwayat.show.marking import marked, spans


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
    assert marked(text, 0, 14, spans(reading), colour=False).plain == "[militer Suriah]"


def test_signs_nest_where_spans_share_their_ends() -> None:
    marks = [(0, 10, "cue"), (0, 10, "trigger"), (4, 10, "person")]
    plain = marked("0123456789", 0, 10, marks, colour=False).plain  # type: ignore[arg-type]
    assert plain == "_*0123[456789]*_"


def test_a_span_that_reaches_out_of_the_piece_is_cut() -> None:
    assert marked("0123456789", 2, 6, [(0, 4, "person")], colour=False).plain == "[23]45"
