"""Statements: they cover the report, stay within paragraphs, and begin with who publishes it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from .told import OUTLET, told

REPORTS = [
    "Hujan turun sepanjang hari.",
    "Rahmat Hidayat mengatakan jembatan itu runtuh, sementara Sulastri menyebut pasar ditutup.\n"
    "Hujan turun sepanjang hari. Dia menambahkan bahwa sekolah libur.",
    '"Jembatan itu retak. Kami sudah melapor," kata Rahmat Hidayat.\n\n'
    "   Hal itu dibenarkan Sulastri.   \nSumber keamanan mengatakan kepada AFP bahwa roket jatuh.",
    "Pasukan itu dilaporkan mundur, seperti dilansir Reuters.\nFoto itu menunjukkan jalan yang kosong.\nSepi.",
    "Menurut Reuters, pasar ditutup; “tidak ada yang tahu sampai kapan” kata warga.\nTamat",
]


@pytest.mark.parametrize("text", REPORTS)
def test_statements_cover_every_paragraph_in_order_without_overlap(text: str) -> None:
    reading = told(text)
    covered = [False] * len(text)
    for s in reading.statements:
        assert text[s.start : s.end] == s.text
        assert "\n" not in s.text
        covered[s.start : s.end] = [True] * (s.end - s.start)
    assert all(done or char.isspace() for done, char in zip(covered, text, strict=True))
    assert all(a.end <= b.start for a, b in pairwise(reading.statements))


@pytest.mark.parametrize("text", REPORTS)
def test_every_chain_starts_with_the_publishing_outlet(text: str) -> None:
    for s in told(text).statements:
        assert (s.chain[0].kind, s.chain[0].name, s.chain[0].cue) == ("outlet", OUTLET, None)


@pytest.mark.parametrize("text", REPORTS)
def test_neighbours_within_a_paragraph_differ_in_their_chain(text: str) -> None:
    reading = told(text)
    for a, b in pairwise(reading.statements):
        if "\n" not in text[a.end : b.start]:
            one, other = ([(link.kind, link.entity, link.name) for link in s.chain] for s in (a, b))
            assert one != other


def test_two_paragraphs_of_one_voice_are_two_statements() -> None:
    reading = told("Hujan turun sepanjang hari.\nPasar ditutup.")
    assert [s.text for s in reading.statements] == ["Hujan turun sepanjang hari.", "Pasar ditutup."]


def test_an_outlet_without_a_name_still_begins_the_chain() -> None:
    (only,) = told("Rahmat Hidayat mengatakan bahwa pasar ditutup.", outlet=None).statements
    assert [(link.kind, link.name) for link in only.chain] == [("outlet", None), ("person", "Rahmat Hidayat")]


def test_a_source_line_is_no_statement() -> None:
    reading = told("Pasar ditutup pada Sabtu.\nSumber: Reuters", cites=["Reuters"])
    assert [s.text for s in reading.statements] == ["Pasar ditutup pada Sabtu."]
