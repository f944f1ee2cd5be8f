"""What holds of every reading, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat.contract import from_json, to_json
from riwayat.grounding import ground
from riwayat.model import Photo, Reading, Report, Span
from riwayat.reading import read

from .told import report

FRAGMENTS = [
    "Rahmat Hidayat", "Bupati", "Presiden Turki Recep Tayyip Erdogan", "militer Suriah", "Hay'at Tahrir al-Sham",
    "(HTS)", "(", ")", "HTS", "Ankara", "Idlib", "di Darkush", "Suriah utara", "Abu Muhammad al-Jaulani", "al-Jaulani",
    "mengatakan", "mengatakan bahwa", "kata", "katanya", "ujarnya", "menurut", "Menurut", "seperti dilansir",
    "dikutip dari",
    "lapor", "mengutip", "Reuters", "Al Jazeera", "AFP", "kepada", "KABAR LEMBAH", "Arabi21.com", "sumber militer",
    "sumber itu", "seorang pejabat", "saksi mata", "Dia", "ia", "kami", "mereka", "hal itu disampaikan", "dilaporkan",
    "foto itu", "video yang diunggah", "terlihat", "menunjukkan", "dokumen", "Untuk diketahui,", "sementara", "namun",
    "menyerang", "diserang oleh", "menewaskan", "bertemu", "bertemu dengan", "sepakat", "menolak", "akan", "tidak",
    "sedang", "diduga", "jika", "pertempuran", "antara", "dan", "atau", "yang", "itu", "tersebut", "ini", "untuk",
    "tiga orang", "12 tentara", "1.200", "puluhan", "lebih dari 300", "5–7", "(45)", "Senin (27/5/2019)", "Ahad malam",
    "pekan lalu", "pukul 05.30", "31 Juni", "Densus 88", "Jend.", "dr.", "S.H.", "bin", "pimpinan", "juru bicara",
    '"', "“", "”", "«", "»", "'", ",", ".", "!", "?", "…", "...", ":", ";", "–", "-", "/", "&", "\n", "\n\n", "\t",
    "\u00a0",
    "Sumber: Reuters", "Foto: Antara", "\u200b", "e\u0301", "İ", "ß", "ﬁ", "١٢", "²", "\U0001f525",
]  # fmt: skip

news = st.lists(st.sampled_from(FRAGMENTS), max_size=45).map(" ".join)
anything = st.text(max_size=120)
mixed = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), max_size=25).map("".join)
texts = st.one_of(news, news, mixed, anything)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text = draw(texts)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    caption = draw(st.sampled_from([None, *lines]))
    return report(
        text,
        outlet=draw(st.sampled_from(["KABAR LEMBAH", "Reuters", None])),
        published=draw(st.sampled_from(["2019-05-27", None])),
        cites=draw(st.sampled_from([(), ("Reuters",), ("Al Jazeera", "AFP")])),
        photos=[Photo(None, caption, draw(st.sampled_from([None, "Reuters", ""])))] if caption else (),
    )


def spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Every place in the text that a reading points at."""

    def of(*found: Span | None) -> Iterator[tuple[int, int, str]]:
        yield from ((s.start, s.end, s.text) for s in found if s is not None)

    for e in reading.entities:
        yield from of(*e.mentions)
    yield from of(*(a.evidence for a in reading.affiliations))
    for s in reading.statements:
        yield s.start, s.end, s.text
        for link in s.chain:
            yield from of(link.cue, link.span)
    for v in reading.events:
        yield from of(v.trigger, v.time.evidence if v.time else None)
        yield from ((p.start, p.end, p.text) for p in (*v.actors, *v.recipients))
        for t in v.tellings:
            yield from of(t.trigger)
            yield from ((q.start, q.end, q.text) for q in t.quantities)
        yield from ((q.start, q.end, q.text) for q in v.quantities)


@settings(max_examples=60, deadline=None)
@given(reports())
def test_every_span_quotes_the_text_where_it_says(given_report: Report) -> None:
    text = given_report.text
    for start, end, words in spans(ground(read(given_report))):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words


@settings(max_examples=60, deadline=None)
@given(reports())
def test_statements_are_in_order_within_paragraphs_and_lose_no_word(given_report: Report) -> None:
    text, reading = given_report.text, read(given_report)
    assert all(a.end <= b.start for a, b in pairwise(reading.statements))
    for s in reading.statements:
        assert "\n" not in s.text.strip("\n")
        assert s.chain
        assert (s.chain[0].kind, s.chain[0].cue) == ("outlet", None)
    for a, b in pairwise(reading.statements):
        between = text[a.end : b.start]
        assert "\n" in between or not between.strip()


@settings(max_examples=60, deadline=None)
@given(reports())
def test_every_identifier_that_is_used_exists(given_report: Report) -> None:
    reading = ground(read(given_report))
    by_id = {e.id: e for e in reading.entities}
    statements = {s.id for s in reading.statements}
    assert len(by_id) == len(reading.entities)
    assert len(statements) == len(reading.statements)
    for a in reading.affiliations:
        assert by_id[a.member].type == "person"
        assert by_id[a.group].type in ("group", "outlet")
    for s in reading.statements:
        assert {link.entity for link in s.chain} - {None} <= by_id.keys()
        assert all(by_id[link.place].type == "place" for link in s.chain if link.place)
    for v in reading.events:
        assert v.statement in statements
        assert v.tellings[0].statement == v.statement
        assert {t.statement for t in v.tellings} <= statements
        assert {p.entity for p in (*v.actors, *v.recipients)} - {None} <= by_id.keys()
        assert v.place is None or by_id[v.place].type == "place"


@settings(max_examples=60, deadline=None)
@given(reports())
def test_reading_twice_gives_the_same_bytes(given_report: Report) -> None:
    once, twice = (to_json(ground(read(given_report))) for _ in range(2))
    assert once == twice
    assert to_json(from_json(once)) == once


@settings(max_examples=60, deadline=None)
@given(reports())
def test_nobody_stands_twice_in_one_chain(given_report: Report) -> None:
    for s in read(given_report).statements:
        ids = [link.entity for link in s.chain if link.entity]
        assert len(ids) == len(set(ids))
