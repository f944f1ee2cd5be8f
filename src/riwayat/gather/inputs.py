"""What a user names, files, folders, standard input, addresses, turned into pages, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from riwayat.errors import RiwayatError, UnreadableInput
from riwayat.gather.fetch import Fetcher
from riwayat.model import Page

__all__ = ["Failure", "Pages", "pages"]

_TYPES: Final = {".htm": "text/html", ".html": "text/html", ".txt": "text/plain", ".xhtml": "text/html"}
"""What files in a folder are read, and as what; a file named by itself is read whatever its name."""
_MOST_BYTES: Final = 32 * 1024 * 1024
"""Of one file; a news page is hardly ever a hundredth of it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no page."""

    source: str
    """What the user called it."""
    error: RiwayatError
    """Why, in one line that names the input."""


class Pages:
    """The pages of several inputs: `len` tells how many to expect, iterating brings them in, in order.

    A bad input gives a `Failure` in its place and the rest goes on.  Each iteration reads anew.
    """

    def __init__(
        self, sources: tuple[str | Failure, ...], fetcher: Fetcher | None, stdin: BinaryIO | None
    ) -> None:
        self._sources = sources
        self._fetcher = fetcher
        self._stdin = stdin

    def __len__(self) -> int:
        return len(self._sources)

    def __iter__(self) -> Iterator[Page | Failure]:
        own: Fetcher | None = None

        def fetcher() -> Fetcher:
            nonlocal own
            if self._fetcher is not None:
                return self._fetcher
            own = own or Fetcher()
            return own

        try:
            for source in self._sources:
                yield source if isinstance(source, Failure) else self._one(source, fetcher)
        finally:
            if own is not None:
                own.close()

    def _one(self, source: str, fetcher: Callable[[], Fetcher]) -> Page | Failure:
        try:
            if source == "-":
                stream = self._stdin or sys.stdin.buffer
                return Page(_bounded(stream, "-"), source="-")
            if _is_address(source):
                return fetcher().page(source)
            path = Path(source)
            with path.open("rb") as stream:
                data = _bounded(stream, source)
            return Page(data, media_type=_TYPES.get(path.suffix.lower()), source=source)
        except RiwayatError as error:
            return Failure(source, error)
        except (OSError, ValueError) as error:
            return Failure(source, UnreadableInput(f"{source}: cannot be read ({_reason(error)})"))


def pages(sources: Iterable[str], *, fetcher: Fetcher | None = None, stdin: BinaryIO | None = None) -> Pages:
    """The pages that the sources name: paths, folders, `-` for standard input, http(s) addresses.

    Of a folder, all text and HTML files at any depth, sorted by path.  Folders are listed at once, so that
    the number of inputs is known; nothing is read or fetched before iterating.  Without a `fetcher` one is
    made when the first address comes, and closed at the end.
    """
    found: list[str | Failure] = []
    for source in sources:
        try:
            is_folder = source != "-" and not _is_address(source) and Path(source).is_dir()
        except (OSError, ValueError):
            is_folder = False
        found.extend(_listed(source) if is_folder else [source])
    return Pages(tuple(found), fetcher, stdin)


def _listed(folder: str) -> list[str | Failure]:
    root = Path(folder)
    try:
        files = sorted(p for p in root.rglob("*") if p.suffix.lower() in _TYPES and p.is_file())
    except OSError as error:
        return [Failure(folder, UnreadableInput(f"{folder}: cannot be listed ({_reason(error)})"))]
    if not files:
        kinds = ", ".join(sorted(_TYPES))
        return [Failure(folder, UnreadableInput(f"{folder}: holds no page (files ending in {kinds})"))]
    return [str(path) for path in files]


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def _bounded(stream: BinaryIO, source: str) -> bytes:
    data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UnreadableInput(f"{source}: is larger than {_MOST_BYTES // 2**20} MiB")
    return data


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else str(error)) or type(error).__name__
