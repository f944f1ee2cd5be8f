from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.gather.warcs import packed, record

from riwayat.cli.app import run
from riwayat.examples import pages

Capture = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("own_home")

STORY = [str(path) for path in pages()]
PAGE = Path(STORY[0]).read_bytes()


def _json(capsys: Capture) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_summary_says_what_became_of_each(tmp_path: Path, capsys: Capture) -> None:
    assert run(["add", "--jobs", "1", STORY[0], STORY[1]]) == 0
    assert capsys.readouterr().out == "2 added\n"
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert run(["add", "--jobs", "1", STORY[1], STORY[2], str(empty)]) == 1
    said = capsys.readouterr()
    assert said.out == "1 added, 1 known already, 1 failed\n"
    assert str(empty) in said.err
    assert run(["add", "--json", STORY[0]]) == 0
    assert _json(capsys) == [{"added": 0, "versions": 0, "known": 1, "failed": 0, "failures": []}]


def test_an_archive_that_breaks_off_gives_what_stands_before(tmp_path: Path, capsys: Capture) -> None:
    whole = packed(
        record("https://qamar.example/1", PAGE, kind="text/plain; charset=utf-8"),
        record("https://qamar.example/2", Path(STORY[1]).read_bytes(), kind="text/plain; charset=utf-8"),
    )
    archive = tmp_path / "crawl.warc.gz"
    archive.write_bytes(whole[:-200])
    assert run(["add", str(archive)]) == 1
    assert capsys.readouterr().out == "1 added, 1 failed\n"
    run(["failures", "--json"])
    (failure,) = _json(capsys)
    assert failure["source"] == str(archive)
    assert "at byte" in str(failure["reason"])
    archive.write_bytes(whole)
    assert run(["failures", "--retry"]) == 0
    assert capsys.readouterr().out == "1 added, 1 known already\n"
    assert run(["failures"]) == 0
    assert capsys.readouterr() == ("", "none\n")


def test_what_was_added_is_found_by_its_words(capsys: Capture) -> None:
    run(["add", *STORY[:2]])
    capsys.readouterr()
    assert run(["search", "--json", "jenazah"]) == 0
    hits = _json(capsys)
    assert STORY[0] in [hit["address"] for hit in hits]
    assert all("jenazah" in str(hit["snippet"]) for hit in hits)
    assert run(["search", "tidakada"]) == 0
    assert capsys.readouterr() == ("", "nothing found\n")


def test_a_removed_report_is_refused_with_the_reason_in_the_failures(capsys: Capture) -> None:
    run(["add", STORY[0]])
    assert run(["remove", STORY[0], "--because", "asked by the outlet"]) == 0
    assert capsys.readouterr().out.endswith("removed, with 1 kept page (correction 1)\n")
    assert run(["add", STORY[0]]) == 1
    run(["failures"])
    assert "was removed" in capsys.readouterr().out


def test_readings_are_made_anew_and_a_judgement_taken_back(capsys: Capture) -> None:
    run(["add", *STORY[:3]])
    assert run(["reread", "--json"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == '{"changed": 0, "same": 3, "failed": 0}'
    assert run(["undo"]) == 1
    assert "no correction stands" in capsys.readouterr().err


def test_what_is_not_there_is_said_in_one_line(capsys: Capture) -> None:
    assert run(["judge", "same", "h0123456789ab", "h0123456789ac", "--because", "?"]) == 1
    assert "no happening or account is called so" in capsys.readouterr().err
    assert run(["watch", "--forget", "https://berita.example/rss"]) == 1
    assert run(["watch", "--every", "soon"]) == 2


def test_a_store_that_cannot_be_opened_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("RIWAYAT_DATABASE", "mysql://localhost/riwayat")
    assert run(["add", STORY[0]]) == 1
    assert capsys.readouterr().err.startswith("riwayat: RIWAYAT_DATABASE must look like postgresql://")
    monkeypatch.delenv("RIWAYAT_DATABASE")
    (tmp_path / "file").touch()
    monkeypatch.setenv("RIWAYAT_HOME", str(tmp_path / "file"))
    assert run(["add", STORY[0]]) == 1
    assert "cannot be opened" in capsys.readouterr().err


def test_reading_alone_does_not_load_the_store() -> None:
    code = (
        "import sys; from riwayat.cli.app import run; run(['read', '--json', sys.argv[1]])\n"
        "print([m for m in ('django', 'fastwarc.warc') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, STORY[0]], capture_output=True, text=True, check=True)
    assert "django" not in done.stderr
