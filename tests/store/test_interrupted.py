"""Killed at any moment and started again, a run ends where an undisturbed one does."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from made_reports import made_reports
from tests.store.dump import digests, dump
from tests.store.told import CLASH, CLASH_TOO, TALKS, write

from riwayat.examples import pages
from riwayat.store.setup import open_store

KILLS = int(os.environ.get("RIWAYAT_KILLS", "2"))
"""`.ci/nightly` asks for many."""
MANY = int(os.environ.get("RIWAYAT_REPORTS", "0"))
"""Made reports that a run is killed among; `.ci/nightly` asks for thousands."""

_RUN = """
import sys
from riwayat.gather import pages
from riwayat.store.setup import open_store

if __name__ == "__main__":
    open_store()
    from riwayat.store import batch, deriving

    if sys.argv[2] != "many":
        deriving.CHUNK = batch.CHUNK = 3
    add = batch.add_pages
    summary = add(pages(sys.argv[3:]), jobs=int(sys.argv[1]), step=lambda done: print(done, flush=True))
    print("done", flush=True)
"""


def _reports(folder: Path) -> list[str]:
    story = [str(path) for path in pages()]
    copy = CLASH.replace("KABAR LEMBAH", "MIMBAR TIMUR").replace("13 Juni", "15 Juni")
    return [*story, *write(folder, clash=CLASH, copy=copy, empty="", too=CLASH_TOO, talks=TALKS, again=CLASH)]


def _run(
    script: Path,
    home: Path,
    jobs: int,
    sources: list[str],
    *,
    until: int | None,
    wait: float,
    scale: str = "few",
) -> bool:
    """Runs the script; where `until` is given it is killed so long after so many pages.  Whether it came to its end."""
    with subprocess.Popen(
        [sys.executable, str(script), str(jobs), scale, *sources],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"RIWAYAT_HOME": str(home)},
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == "done":
                return process.wait() == 0
            if until is not None and int(line) >= until:
                break
        time.sleep(wait)
        process.kill()
    return False


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_is_lost_and_nothing_double(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "run.py"
    script.write_text(_RUN, encoding="utf-8")
    sources = _reports(tmp_path / "pages")
    chance = random.Random(jobs)
    for _ in range(KILLS):
        until = chance.randrange(1, len(sources) + 1)
        _run(script, tmp_path / "killed", jobs, sources, until=until, wait=chance.uniform(0, 0.4))
    assert _run(script, tmp_path / "killed", jobs, sources, until=None, wait=0)
    assert _run(script, tmp_path / "whole", jobs, sources, until=None, wait=0)
    found = []
    for home in ("killed", "whole"):
        monkeypatch.setenv("RIWAYAT_HOME", str(tmp_path / home))
        open_store()
        found.append(dump())
    killed, whole = found
    for failure in (*killed["Failure"], *whole["Failure"]):
        failure.pop("tries")  # each run tries what failed again
    assert killed == whole
    assert len(whole["Report"]) == len(sources) - 2, "one is empty, one is the same as another"
    assert len(whole["Copy"]) >= 1


@pytest.mark.skipif(not MANY, reason="long: .ci/nightly sets RIWAYAT_REPORTS")
def test_nothing_is_lost_among_thousands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script, folder = tmp_path / "run.py", tmp_path / "pages"
    script.write_text(_RUN, encoding="utf-8")
    _make_reports(folder)
    chance = random.Random(MANY)
    for until in sorted(chance.sample(range(1, MANY), KILLS)):
        # Pages that are there already are gone through again, so `until` counts from the first.
        wait = chance.uniform(0, 2)
        assert not _run(script, tmp_path / "killed", 2, [str(folder)], until=until, wait=wait, scale="many")
    found = []
    for home in ("killed", "whole"):
        assert _run(script, tmp_path / home, 2, [str(folder)], until=None, wait=0, scale="many")
        monkeypatch.setenv("RIWAYAT_HOME", str(tmp_path / home))
        open_store()
        found.append(digests())
    killed, whole = found
    assert killed == whole
    assert whole["Report"][0] == MANY


def _make_reports(folder: Path) -> None:
    root = Path(__file__).parents[2]
    folder.mkdir()
    for number, report in enumerate(made_reports(MANY, 1, root / "corpus")):
        (folder / f"{number:05}.txt").write_text(report.text, encoding="utf-8")


def test_workers_end_with_whoever_started_them(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(_RUN, encoding="utf-8")
    _run(script, tmp_path / "home", 2, _reports(tmp_path / "pages"), until=2, wait=0)
    deadline = time.monotonic() + 60
    while _with_argument(str(script)) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert _with_argument(str(script)) == []


def _with_argument(argument: str) -> list[str]:
    """Processes whose command line, or whose parent's environment, names a file (where the system shows them)."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes() + (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if (
            Path(argument).parent.name.encode() + b"/home" in environment
            and b"multiprocessing" in environment
        ):
            found.append(folder.name)
    return found
