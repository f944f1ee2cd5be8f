"""Sentences end where they end, and not at abbreviations; paragraphs are lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat.model import Span
from riwayat.text.sentences import paragraphs, sentences

ABBREVIATIONS = {"jend.", "dr.", "jl.", "kh."}


def cut(text: str) -> list[str]:
    return [s.text for s in sentences(text, Span(0, len(text), text), ABBREVIATIONS)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Pasar ditutup.", "Hujan turun."],
        ["Benarkah?", "Ya!", "Hujan turun…", "Sepi."],
        ['"Pasar ditutup."', "Hujan turun."],
        ["“Pasar ditutup.”", "“Hujan turun,” kata warga."],
        ["Pasar dibuka pukul 05.30.", "Ia pulang."],
        ["Korban 1.200 orang.", "12 hilang."],
        ["Sumbernya Arabi21.com.", "Pasar ditutup."],
        ["Hujan turun...", "Lalu reda."],
        ["Pasar (di kota itu) ditutup.", "(Tamat)"],
    ],
)
def test_marks_of_ending_end_a_sentence(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Jend. Rahmat tiba di pasar.",
        "Menurut dr. Siti, pasar itu aman.",
        "Kantornya di Jl. Merdeka 12.",
        "KH. Hasan dan M. Taufik hadir.",
        "Hj. Nur menolak.",
        "Kolonel J.O. Sembiring hadir.",
        "Harganya 12.500 rupiah per kg.",
        "Ia membaca www.kabar.co.id setiap hari.",
        "Kata mereka ... tidak tahu.",
        "Tanpa tanda akhir",
    ],
)
def test_other_full_stops_do_not(text: str) -> None:
    assert cut(text) == [text]


def test_a_full_stop_before_a_small_letter_ends_nothing() -> None:
    assert cut("Harga naik 5 pct. sejak Mei. Pasar sepi.") == ["Harga naik 5 pct. sejak Mei.", "Pasar sepi."]


def test_sentences_count_from_the_start_of_the_whole_text() -> None:
    text = "Judul\nPasar ditutup. Hujan turun."
    _, second = paragraphs(text)
    assert sentences(text, second, ABBREVIATIONS) == [
        Span(6, 20, "Pasar ditutup."),
        Span(21, 33, "Hujan turun."),
    ]


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    assert paragraphs("\n  satu  \n\n\t\ndua") == [Span(3, 7, "satu"), Span(13, 16, "dua")]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from('aB.!?…"”)( \n\u00a0\t,1é'), max_size=60))
def test_sentences_cover_their_paragraph_and_keep_its_characters(text: str) -> None:
    for paragraph in paragraphs(text):
        found = sentences(text, paragraph, ABBREVIATIONS)
        assert all(text[s.start : s.end] == s.text and s.text for s in found)
        assert (found[0].start, found[-1].end) == (paragraph.start, paragraph.end)
        assert all(not text[a.end : b.start].strip() and a.end <= b.start for a, b in pairwise(found))
