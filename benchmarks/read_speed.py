"""How fast reports are read, beside extracting the text of the same pages with trafilatura alone.

Run by hand:  python benchmarks/read_speed.py [--cases DIR] [--rounds N]

Each side runs in a process of its own, so that the peak memory is its own; the first page, which loads
word lists and gazetteer, is timed apart.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from measuring import measured, page_at, pages_in


def riwayat() -> Callable[[Path], object]:
    """The whole of `riwayat read`, without printing."""
    from riwayat.pipeline import read_page

    return lambda path: read_page(page_at(path))


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


def main() -> int:
    """Print a line for each side."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cases", type=Path, default=Path("corpus/id/train"))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    paths = pages_in(options.cases)
    print(f"{len(paths)} pages of {options.cases}, {options.rounds} rounds; Python {sys.version.split()[0]}")
    print(f"{'':22} {'first page':>10} {'reports/s':>10} {'peak memory':>12}")
    for make in (riwayat, trafilatura):
        try:
            first, rate, peak = measured(make, paths, options.rounds)
        except EOFError:
            return 1
        name = f"{make.__name__} {version(make.__name__)}"
        print(f"{name:22} {first:8.2f} s {rate:10.1f} {peak:8.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
