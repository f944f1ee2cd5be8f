"""How the time to add a report, and the memory, grow with the chronicle.

Run by hand:  python benchmarks/add_speed.py [--reports N] [--step N] [--jobs N] [--seed N] [--shuffled]

Makes reports as `made_reports` says, adds them to a store in a temporary folder, and prints a line for each step:
seconds for each report; the processor's seconds in the process that writes and in those that read, which a busy
machine hardly changes (the latter where there is a `/proc`); reports a minute; peak memory of the process that writes.
At the end, how much longer a report of the last tenth took than one of the first.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import tempfile
import time
from pathlib import Path

from made_reports import made_reports


def main() -> int:
    """Print the curve."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--step", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shuffled", action="store_true", help="add in any order, not by day of publication")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--folder", type=Path, help="keep pages and store here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        paths = _written(folder / "pages", options)
        os.environ["RIWAYAT_HOME"] = str(folder / "home")
        _add(paths, options)
    return 0


def _written(folder: Path, options: argparse.Namespace) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, made in enumerate(made_reports(options.reports, options.seed, options.corpus)):
        path = folder / f"{made.published}-{number:05}.txt"
        path.write_text(made.text, encoding="utf-8")
        paths.append(str(path))
    if options.shuffled:
        random.Random(options.seed).shuffle(paths)
    return paths


def _add(paths: list[str], options: argparse.Namespace) -> None:
    from riwayat.gather import pages
    from riwayat.store.setup import open_store

    open_store()
    from riwayat.store import models
    from riwayat.store.batch import add_pages

    print(
        f"{'reports':>8} {'s/report':>9} {'writing':>8} {'reading':>8} {'a minute':>9} {'memory':>9} "
        f"{'happenings':>11} {'copies':>7}"
    )
    times = [_times()]
    tenth = max(len(paths) // 10, 1)
    tenths = [times[0]]

    def step(done: int) -> None:
        if done % tenth == 0:
            tenths.append(_times())
        if done % options.step == 0:
            times.append(_times())
            each, writing, reading = ((b - a) / options.step for a, b in zip(*times[-2:], strict=True))
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            happenings, copies = models.Happening.objects.count(), models.Copy.objects.count()
            print(
                f"{done:8} {each:9.3f} {writing:8.3f} {reading:8.3f} {60 / each:9.0f} {memory:5.0f} MiB "
                f"{happenings:11} {copies:7}",
                flush=True,
            )

    summary = add_pages(pages(paths), jobs=options.jobs, step=step)
    print(f"{summary.added} added, {summary.known} known already, {summary.failed} failed")
    if len(tenths) > 2:
        first, last = ([b - a for a, b in zip(*two, strict=True)] for two in (tenths[:2], tenths[-2:]))
        print(
            f"last tenth beside the first: {last[0] / first[0]:.2f} times as long, "
            f"{sum(last[1:]) / sum(first[1:]):.2f} times the processor's time"
        )


def _times() -> tuple[float, float, float]:
    """Seconds by the clock, and of the processor in the process that writes and in those that read."""
    return time.perf_counter(), time.process_time(), sum(map(_processor, multiprocessing.active_children()))


def _processor(process: multiprocessing.process.BaseProcess) -> float:
    """The processor's seconds of another process so far; 0 where the system does not show them."""
    stat = Path(f"/proc/{process.pid}/stat")
    if not stat.exists():
        return 0.0
    user, system = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    raise SystemExit(main())
