"""What holds for every page, whatever is on it."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat.errors import UnreadableInput
from riwayat.model import Page, Report
from riwayat.page import report_from

PIECES = (
    "KABARDESA.NET, Idlib – ", "JAKARTA (ANTARA) - ", "Senin (27/05/2019)", "Rabu, 14 Jun 2023 17:12 WIB",
    "Sumber: Reuters", "Editor: Budi Misal", "(ant/kmp)", "Baca juga: Judul Lain", "Komentar", "Terpopuler",
    "Warga memblokir jalan menuju tambang sejak pagi karena menolak perluasan lahan.", "Foto: Antara",
    '"Kami lapar," ujarnya.', "Copyright © 2021 Warta", "\n", "\n\n", " ", "<p>", "</p>", "<br>", "<h1>",
    "</h1>", "•", "1. ", "https://wartakini.com/a", "«", "\u200f", "31/02/2019", "99-99-9999", ":", "--", "(",
    ")",
)  # fmt: skip

pages = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=25).map("".join)


def read(text: str, media_type: str | None) -> Report | None:
    try:
        return report_from(Page(text.encode("utf-8", "surrogatepass"), media_type=media_type))
    except UnreadableInput:
        return None


@settings(max_examples=150, deadline=None)
@given(pages, st.sampled_from(["text/plain", "text/html", None]))
def test_nothing_but_a_refusal_is_ever_raised(text: str, media_type: str | None) -> None:
    read(text, media_type)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        report_from(Page(data))
    except UnreadableInput as refusal:
        assert str(refusal)


@settings(max_examples=150, deadline=None)
@given(pages)
def test_spans_quote_the_text(text: str) -> None:
    report = read(text, "text/plain")
    if report is None:
        return
    evidence = report.published.evidence if report.published else None
    for span in (report.dateline, evidence):
        if span is not None:
            assert report.text[span.start : span.end] == span.text != ""


@settings(max_examples=150, deadline=None)
@given(pages)
def test_the_text_holds_only_what_the_page_holds(text: str) -> None:
    report = read(text, "text/plain")
    if report is None:
        return
    page = re.sub(r"\s+", "", report_text(text))
    for line in report.text.split("\n"):
        assert re.sub(r"\s+", "", line) in page


@settings(max_examples=40, deadline=None)
@given(pages, st.sampled_from(["text/plain", "text/html"]))
def test_the_same_bytes_give_the_same_report(text: str, media_type: str) -> None:
    assert read(text, media_type) == read(text, media_type)


def report_text(text: str) -> str:
    """The page's characters as they are decoded: control characters become blanks, wrong ones U+FFFD."""
    decoded = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return re.sub(r"[\x00-\x08\x0e-\x1b\x7f]", " ", decoded)
