from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from riwayat.model import Reading
from riwayat.show import PARTS, Part, view

_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def _shown(
    reading: Reading, width: int = 80, *, colour: bool = False, parts: tuple[Part, ...] = PARTS
) -> str:
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    with console.capture() as capture:
        console.print(view(reading, width=width, colour=colour, parts=parts))
    return capture.get()


def _section(shown: str, title: str) -> str:
    found = re.search(rf"^{title}.*?\n(.*?)(?=^[A-Z][A-Z, ]+ ─|\Z)", shown, re.DOTALL | re.MULTILINE)
    assert found, f"no section {title}"
    return found.group(1)


def test_the_head_says_who_published_what_and_on_how_many_origins_it_rests(sample_reading: Reading) -> None:
    head = _shown(sample_reading).split("\n\n")[0]
    lines = [line.rstrip() for line in head.splitlines()]
    assert lines == [
        "Dua Kelompok Bentrok di Kafr Laimun",
        "KABAR LEMBAH · Darkush · Mon 14 Jun 2021 · Indonesian",
        "editor Ratna Wulandari",
        "cites Harian Orontes",
        "2 origins · 4 statements, 2 of them untraced · 3 events",
    ]


def test_the_overview_names_every_narrator_once_with_what_rests_on_it(sample_reading: Reading) -> None:
    overview = _section(_shown(sample_reading), "BY WHOSE WORD")
    assert overview.count("Harian Orontes") == 1
    assert re.search(r"● Yasir al-Darwisy +person +1 statement +2 events", overview)
    assert re.search(r"○ nobody named +unspecified +1 statement +1 event", overview)


def test_each_statement_stands_under_its_chain_from_outlet_to_origin(sample_reading: Reading) -> None:
    lines = [line.strip() for line in _section(_shown(sample_reading), "STATEMENTS").splitlines()]
    at = lines.index("└ seorang sumber  anonymous  “mengatakan”")
    assert lines[at - 2 : at] == ["KABAR LEMBAH  outlet", "└ Harian Orontes  outlet  “Seperti dilansir”"]
    assert lines[at + 1].startswith("s2 ")


def test_rival_figures_stand_beside_the_statements_that_give_them(sample_reading: Reading) -> None:
    events = _section(_shown(sample_reading, 120), "EVENTS")
    assert "3 killed s2" in events
    assert "1 killed s3" in events


def test_a_plan_is_marked_as_one_and_a_fact_is_not_marked(sample_reading: Reading) -> None:
    events = _section(_shown(sample_reading, 200), "EVENTS")
    assert "RETREAT planned" in events
    assert "asserted" not in events


def test_columns_that_nobody_fills_are_left_out(sample_reading: Reading) -> None:
    whom = "by whose word"
    header = _section(_shown(sample_reading, 120), "EVENTS").splitlines()[0]
    assert whom in header
    assert "whom" not in header.replace(whom, "")


@pytest.mark.parametrize("width", [20, 30, 40])
def test_narrow_terminals_get_records_instead_of_a_table(sample_reading: Reading, width: int) -> None:
    events = _section(_shown(sample_reading, width), "EVENTS")
    assert re.search(r"^ +who +Dua", events, re.MULTILINE)


@pytest.mark.parametrize("width", [20, 40, 63, 64, 80, 107, 108, 120, 200, 400])
@pytest.mark.parametrize("colour", [True, False])
def test_no_line_is_wider_than_the_terminal(sample_reading: Reading, width: int, colour: bool) -> None:
    lines = _ANSI.sub("", _shown(sample_reading, width, colour=colour)).splitlines()
    assert max(cell_len(line.rstrip()) for line in lines) <= min(width, 132)


def test_without_colour_there_is_not_one_escape_sequence(sample_reading: Reading) -> None:
    assert "\x1b" not in _shown(sample_reading)


def test_without_colour_names_cues_and_events_are_set_off_by_signs(sample_reading: Reading) -> None:
    text = _section(_shown(sample_reading, 100), "TEXT")
    assert "[Katibah Zaitun] _dilaporkan_ akan *menarik* pasukannya" in text


def test_in_colour_the_words_stay_as_they_were_written(sample_reading: Reading) -> None:
    shown = _shown(sample_reading, 100, colour=True)
    assert "\x1b[" in shown
    assert "Katibah Zaitun dilaporkan akan menarik pasukannya" in _ANSI.sub("", shown)


def test_the_margin_says_where_each_statement_begins(sample_reading: Reading) -> None:
    text = _section(_shown(sample_reading, 100), "TEXT")
    assert [line[:2] for line in text.splitlines() if line[:2].strip()] == ["s1", "s2", "s3", "s4"]


def test_only_the_parts_asked_for_are_shown(sample_reading: Reading) -> None:
    shown = _shown(sample_reading, parts=("events",))
    assert "EVENTS" in shown
    assert "STATEMENTS" not in shown
    assert "TEXT" not in shown


def test_a_page_cannot_command_the_terminal(sample_reading: Reading) -> None:
    evil = replace(sample_reading, report=replace(sample_reading.report, title="Berita\x1b[2J\x9b31m"))
    shown = _shown(evil)
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "Berita�[2J�31m" in shown


def test_an_empty_reading_is_shown_as_one(sample_reading: Reading) -> None:
    report = replace(sample_reading.report, text="", title=None, dateline=None, published=None)
    shown = _shown(Reading(1, report, (), (), (), ()))
    assert "(no title)" in shown
    assert "no date of publication" in shown
    assert "0 origins · 0 statements · 0 events" in shown


def test_a_report_in_a_language_that_is_not_read_says_so_and_shows_its_text(sample_reading: Reading) -> None:
    foreign = replace(sample_reading, report=replace(sample_reading.report, language="xx"))
    shown = _shown(replace(foreign, statements=(), events=()))
    assert "Reports in xx are not read yet" in shown
    assert "EVENTS ─" not in shown
    assert "TEXT ─" in shown
