"""How the site bears many readers: 10,000 happenings, 50 readers with a second's thought between pages.

Run by hand:  python benchmarks/site_load.py [--happenings N] [--readers N] [--seconds N] [--folder DIR]

Makes a chronicle as `made_chronicle` says (or takes the one that `--folder` has from before), starts the site as
docs/deploying.md does (gunicorn, two processes of four threads, SQLite), and prints for each kind of page the median
and the 95th percentile of the response time in milliseconds, from the request to the last byte, each over a
connection of its own as from a proxy; errors; and the processor's milliseconds for a request, in the server. First of
all one page is asked for alone, twice: the first time after the start, and when the server is warm.

Readers and server share the machine, and whatever else runs there takes its part: `uptime` says how calm it is.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

from made_chronicle import GROUPS, OUTLETS, PLACES, make_chronicle

HOST = "chronicle.example"
_HEADERS = {"Host": HOST, "X-Forwarded-Proto": "https", "Accept-Encoding": "gzip"}
_LANGUAGES = ("en", "id", "ar")
_WORDS = ("detainees", "pos", "killing", "اجتماعا", "pertemuan", "withdrew", "residents", "serangan")
_TYPES = ("ASSAULT", "CONSULT", "RETREAT", "PROTEST")
_MS = 1000


@dataclass
class Known:
    """What there is to ask for."""

    happenings: list[str]
    reports: list[str]


@dataclass
class Seen:
    """What the readers got; shared by their threads."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)


def main() -> int:
    """Print a line for each kind of page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--happenings", type=int, default=10_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--folder", type=Path, help="keep the chronicle here, or take the one that is there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        os.environ |= {
            "RIWAYAT_HOME": str(folder), "RIWAYAT_HOSTS": HOST, "RIWAYAT_HTTPS": "1", "RIWAYAT_SECRET": "x" * 50,
            "DJANGO_SETTINGS_MODULE": "riwayat.web.settings",
        }  # fmt: skip
        known = _chronicle(options)
        subprocess.run(
            [sys.executable, "-m", "django", "collectstatic", "--noinput"], check=True, capture_output=True
        )
        with _served() as (port, spent):
            for when in ("first page of all", "first page, warm"):
                took, size = _get(port, "/en/")
                print(f"{when:18} {took * _MS:8.0f} ms {size / 1000:6.0f} kB packed")
            for _ in range(8):  # each process knows its templates now
                _get(port, "/en/")
            _load(port, known, options, spent)
    return 0


def _chronicle(options: argparse.Namespace) -> Known:
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.store.models import Happening, Report

    if not Happening.objects.exists():
        started = time.perf_counter()
        make_chronicle(options.happenings, options.seed, options.corpus)
        print(f"made in {time.perf_counter() - started:.0f} s")
    known = Known(
        list(Happening.objects.order_by("pk").values_list("pk", flat=True)),
        [key[7:19] for key in Report.objects.order_by("pk").values_list("key", flat=True)],
    )
    print(f"{len(known.happenings)} happenings, {len(known.reports)} reports, {os.cpu_count()} processors")
    return known


@contextmanager
def _served() -> Iterator[tuple[int, Callable[[], float]]]:
    """The port of the site, and what tells the seconds of the processor that its processes have taken."""
    command = [sys.executable, "-m", "gunicorn", "riwayat.web.wsgi", "--bind", "127.0.0.1:0"]
    command += ["--workers", "2", "--threads", "4"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        port, workers = 0, []
        for line in server.stderr:
            if found := re.search(r"Listening at: http://127\.0\.0\.1:(\d+)", line):
                port = int(found[1])
            if found := re.search(r"Booting worker with pid: (\d+)", line):
                workers.append(int(found[1]))
            if len(workers) == 2:
                break
        threading.Thread(target=server.stderr.read, daemon=True).start()
        try:
            yield port, lambda: sum(map(_processor_seconds, workers))
        finally:
            server.terminate()


def _processor_seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _get(port: int, path: str) -> tuple[float, int]:
    """Seconds and bytes of an answer; raises where it is none."""
    started = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers=_HEADERS)
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status not in (200, 304):
        raise RuntimeError(f"{answer.status} {path}")
    return time.perf_counter() - started, len(body)


def _load(port: int, known: Known, options: argparse.Namespace, spent: Callable[[], float]) -> None:
    seen = Seen()
    until = time.monotonic() + options.seconds
    before = spent()
    readers = [
        threading.Thread(target=_read, args=(port, known, seen, until, random.Random(options.seed + number)))
        for number in range(options.readers)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    took = spent() - before
    every = [one for times in seen.times.values() for one in times]
    print(
        f"{options.readers} readers, {options.seconds} s\n\n{'':22} {'asked':>6} {'median':>7} {'95 %':>7}  ms"
    )
    for kind in sorted(seen.times):
        _line(kind, seen.times[kind])
    _line("all", every)
    for error in sorted(set(seen.errors))[:10]:
        print(f"error: {error}")
    print(
        f"\n{len(seen.errors)} errors; {took / max(1, len(every)) * _MS:.0f} ms of the processor for a request"
    )


def _line(kind: str, times: list[float]) -> None:
    high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    print(f"{kind:22} {len(times):6} {median(times) * _MS:7.0f} {high * _MS:7.0f}")


def _read(port: int, known: Known, seen: Seen, until: float, chance: random.Random) -> None:
    """One reader, from a random moment on."""
    time.sleep(chance.random() * 2)
    kinds, weights = zip(*((make, weight) for make, weight in _KINDS.values()), strict=True)
    names = list(_KINDS)
    while time.monotonic() < until:
        (which,) = chance.choices(range(len(kinds)), weights)
        path = kinds[which](known, chance)
        try:
            took, _ = _get(port, path)
        except (OSError, RuntimeError, http.client.HTTPException) as error:
            seen.errors.append(f"{names[which]}: {error}")
        else:
            seen.times[names[which]].append(took)
        time.sleep(0.5 + chance.random())


def _under(path: str, chance: random.Random) -> str:
    return f"/{chance.choice(_LANGUAGES)}/{path}"


def _group(chance: random.Random) -> str:
    return quote(chance.choice(chance.choice(GROUPS)))


def _place(chance: random.Random) -> str:
    return quote(chance.choice(chance.choice(PLACES)))


def _filtered(known: Known, chance: random.Random) -> str:
    asked = [
        f"type={chance.choice(_TYPES)}&page={chance.randint(1, 9)}",
        f"actor={_group(chance)}",
        f"place={_place(chance)}&disputed=yes",
        f"outlet={quote(chance.choice(OUTLETS)[0])}&origins=2",
        f"since={chance.randint(2016, 2022)}-03-01&until=2023-06-30&type={chance.choice(_TYPES)}",
    ]
    return _under(f"?{chance.choice(asked)}", chance)


def _api(known: Known, chance: random.Random) -> str:
    asked = [
        "happenings?limit=50",
        f"happenings?actor={_group(chance)}&order=newest",
        f"happenings/{chance.choice(known.happenings)}",
        f"search?words={quote(chance.choice(_WORDS))}",
        f"reports?language={chance.choice(_LANGUAGES)}",
    ]
    return f"/api/{chance.choice(asked)}"


_KINDS: dict[str, tuple[Callable[[Known, random.Random], str], int]] = {
    "chronicle": (lambda known, chance: _under("", chance), 10),
    "chronicle, filters": (_filtered, 14),
    "chronicle, search": (
        lambda known, chance: _under(f"?words={quote(chance.choice(_WORDS))}", chance),
        8,
    ),
    "map points": (lambda known, chance: _under("points.json", chance), 6),
    "happening": (lambda known, chance: _under(f"happening/{chance.choice(known.happenings)}", chance), 25),
    "report": (lambda known, chance: _under(f"report/{chance.choice(known.reports)}", chance), 12),
    "actor": (lambda known, chance: _under(f"actor/{_group(chance)}", chance), 8),
    "place": (lambda known, chance: _under(f"place/{_place(chance)}", chance), 5),
    "outlet": (lambda known, chance: _under(f"outlet/{chance.randint(1, len(OUTLETS))}", chance), 5),
    "API": (_api, 7),
}
"""What is asked for, and how often of a hundred times."""


if __name__ == "__main__":
    sys.exit(main())
