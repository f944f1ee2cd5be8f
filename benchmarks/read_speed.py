"""How fast reports are read, beside extracting the text of the same pages with trafilatura alone.

Run by hand:  python benchmarks/read_speed.py [--cases DIR] [--rounds N]

Each side runs in a process of its own, so that the peak memory is its own; the first page, which loads
word lists and gazetteer, is timed apart.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from multiprocessing.connection import Connection
from pathlib import Path

SUFFIXES = (".html", ".txt")


def riwayat() -> Callable[[Path], object]:
    """The whole of `riwayat read`, without printing."""
    from riwayat.model import Page
    from riwayat.pipeline import read_page

    media = {".html": "text/html", ".txt": "text/plain"}
    return lambda path: read_page(Page(path.read_bytes(), media_type=media[path.suffix], source=path.name))


def trafilatura() -> Callable[[Path], object]:
    """Text and metadata of the page; bare text is put into a page first, since it reads HTML only."""
    from html import escape

    from trafilatura import bare_extraction

    def read(path: Path) -> object:
        page = path.read_text(encoding="utf-8", errors="replace")
        if path.suffix == ".txt":
            paragraphs = "".join(f"<p>{escape(line)}</p>" for line in page.splitlines() if line.strip())
            page = f"<html><body><article>{paragraphs}</article></body></html>"
        return bare_extraction(page, with_metadata=True)

    return read


def measure(
    make: Callable[[], Callable[[Path], object]], paths: list[Path], rounds: int, out: Connection
) -> None:
    """Send (seconds for the first page, reports a second after it, peak memory in MiB)."""
    start = time.perf_counter()
    read = make()
    read(paths[0])
    first = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(rounds):
        for path in paths:
            read(path)
    rate = rounds * len(paths) / (time.perf_counter() - start)
    out.send((first, rate, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def main() -> int:
    """Print a line for each side."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cases", type=Path, default=Path("corpus/id/train"))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    paths = sorted(p for p in options.cases.iterdir() if p.suffix in SUFFIXES)
    print(f"{len(paths)} pages of {options.cases}, {options.rounds} rounds; Python {sys.version.split()[0]}")
    print(f"{'':22} {'first page':>10} {'reports/s':>10} {'peak memory':>12}")
    start = multiprocessing.get_context("spawn")
    for make in (riwayat, trafilatura):
        receiver, sender = start.Pipe(duplex=False)
        process = start.Process(target=measure, args=(make, paths, options.rounds, sender))
        process.start()
        sender.close()
        try:
            first, rate, peak = receiver.recv()
        except EOFError:
            return 1
        finally:
            process.join()
        name = f"{make.__name__} {version(make.__name__)}"
        print(f"{name:22} {first:8.2f} s {rate:10.1f} {peak:8.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
