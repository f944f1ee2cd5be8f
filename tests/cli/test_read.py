from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from riwayat.cli.app import run
from riwayat.contract import from_json, schema
from riwayat.examples import pages

Capture = pytest.CaptureFixture[str]

STORY = [str(path) for path in pages()]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def test_one_report_is_one_json_object(capsys: Capture) -> None:
    assert run(["read", "--json", STORY[0]]) == 0
    out = capsys.readouterr().out
    reading = json.loads(out)
    jsonschema.validate(reading, schema())
    assert reading["report"]["title"] == "Bentrok Dua Faksi di Pedesaan Idlib, Tiga Orang Tewas"
    assert out.count("\n") == 1


def test_several_reports_are_one_object_a_line(capsys: Capture) -> None:
    assert run(["read", "--json", *STORY]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(STORY) == 6
    assert len({from_json(line).report.id for line in lines}) == 6


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path, capsys: Capture) -> None:
    for path in STORY:
        (tmp_path / Path(path).name).write_bytes(Path(path).read_bytes())
    assert run(["read", "--json", str(tmp_path)]) == 0
    titles = [json.loads(line)["report"]["title"] for line in capsys.readouterr().out.splitlines()]
    assert titles[1] == "Perebutan Jalan di Idlib Tewaskan Tiga Orang"


def test_reading_twice_gives_the_same_bytes(capsys: Capture) -> None:
    run(["read", "--json", *STORY])
    once = capsys.readouterr().out
    run(["read", "--json", *STORY])
    assert capsys.readouterr().out == once


def test_offsets_of_the_story_hold(capsys: Capture) -> None:
    run(["read", "--json", *STORY])
    for line in capsys.readouterr().out.splitlines():
        reading = from_json(line)
        text = reading.report.text
        spans = [m for e in reading.entities for m in e.mentions] + [e.trigger for e in reading.events]
        assert all(text[s.start : s.end] == s.text for s in [*spans, *reading.statements])


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(Path(STORY[0]).read_bytes()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert run(["read", "--only", "people", "-"]) == 0
    assert "Bentrok Dua Faksi" in capsys.readouterr().out


def test_a_pipe_gets_no_colour_and_no_trailing_spaces(capsys: Capture) -> None:
    assert run(["read", STORY[0]]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_a_pipe_is_a_hundred_columns_wide(capsys: Capture) -> None:
    run(["read", "--only", "events", STORY[0]])
    rules = [line for line in capsys.readouterr().out.splitlines() if line.endswith("─")]
    assert {len(rule) for rule in rules} == {100}


def test_width_is_as_told(capsys: Capture) -> None:
    run(["read", "--width", "40", STORY[0]])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 40


def test_colour_is_as_told(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["read", "--color", STORY[0]])
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    run(["read", STORY[0]])
    assert "\x1b[" in capsys.readouterr().out
    run(["read", "--no-color", STORY[0]])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    run(["read", STORY[0]])
    assert "\x1b" not in capsys.readouterr().out


def test_parts_can_be_chosen_and_the_text_left_out(capsys: Capture) -> None:
    run(["read", "--only", "events", "--only", "people", STORY[0]])
    out = capsys.readouterr().out
    assert ("EVENTS ─" in out, "PEOPLE, GROUPS, PLACES ─" in out, "TEXT ─" in out) == (True, True, False)
    run(["read", "--no-text", STORY[0]])
    out = capsys.readouterr().out
    assert ("STATEMENTS ─" in out, "TEXT ─" in out) == (True, False)


def test_output_can_go_into_a_file(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "readings.jsonl"
    assert run(["read", "--json", "-o", str(file), *STORY]) == 0
    assert capsys.readouterr().out == ""
    assert len(file.read_text(encoding="utf-8").splitlines()) == 6


def test_a_file_that_cannot_be_written_is_said_in_one_line(tmp_path: Path, capsys: Capture) -> None:
    assert run(["read", "-o", str(tmp_path / "no" / "such"), STORY[0]]) == 1
    assert capsys.readouterr().err.startswith(f"riwayat: {tmp_path / 'no' / 'such'}: ")


def test_a_missing_file_is_said_in_one_line(capsys: Capture) -> None:
    assert run(["read", "no-such-page.txt"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("riwayat: no-such-page.txt: ")
    assert captured.err.count("\n") == 1


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path, capsys: Capture) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run(["read", "--json", STORY[0], str(empty), "no-such-page.txt", STORY[1]]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    first, *rest = captured.err.splitlines()
    assert first == "riwayat: 2 of 4 inputs could not be read:"
    assert [line.split(":")[0].strip() for line in rest] == [str(empty), "no-such-page.txt"]


def test_a_fault_of_ours_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def broken(_page: object, _engine: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("riwayat.cli.inputs.read_page", broken)
    assert run(["read", STORY[0]]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "ZeroDivisionError: by zero" in err
    assert run(["read", "--debug", STORY[0]]) != 0
    assert "Traceback" in capsys.readouterr().err


def test_a_page_in_another_language_is_said_to_be_unread(tmp_path: Path, capsys: Capture) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Trupy nastupayut\n\nВійська атакували місто в понеділок, повідомили посадовці.", "utf-8")
    assert run(["read", "--json", str(page)]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["statements"] == []
    assert "are not read yet" in captured.err


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n\n ",
        b"<html><bo",
        b"<p>\xff\xfe</p",
        "Judul\n\nPolisi menangkap tiga orang pada Senin.".encode("utf-16"),
        bytes(range(256)),
        "‮ك\u0000 ".encode(),
        ("Polisi menangkap tiga orang di Jakarta, kata Budi Santoso. " * 800).encode(),
    ],
    ids=[
        "empty",
        "blank",
        "half a tag",
        "bad UTF-8",
        "UTF-16",
        "every byte",
        "bidi and null",
        "one long line",
    ],
)
def test_odd_pages_give_a_line_or_a_reading_but_never_a_traceback(
    data: bytes, tmp_path: Path, capsys: Capture
) -> None:
    for name in ("page.txt", "page.html"):
        (tmp_path / name).write_bytes(data)
        status = run(["read", "--json", str(tmp_path / name)])
        captured = capsys.readouterr()
        assert "unexpected" not in captured.err
        if status == 0:
            jsonschema.validate(json.loads(captured.out), schema())
        else:
            assert captured.err.count("\n") == 1


def test_output_is_utf_8_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "riwayat", "read", STORY[0]],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert "BY WHOSE WORD ─" in done.stdout.decode("utf-8")
