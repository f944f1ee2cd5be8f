"""What a user names, files, folders, standard input, addresses, turned into pages, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from riwayat.errors import RiwayatError, UnreadableInput
from riwayat.gather.archives import SUFFIXES, is_archive, pages_of_archive
from riwayat.gather.failure import Failure
from riwayat.gather.feeds import feed_from
from riwayat.gather.fetch import Fetcher
from riwayat.model import Page

__all__ = ["Failure", "Pages", "pages"]

_TYPES: Final = {".htm": "text/html", ".html": "text/html", ".txt": "text/plain", ".xhtml": "text/html"}
"""What files in a folder are read, and as what; a file named by itself is read whatever its name."""
_MOST_BYTES: Final = 32 * 1024 * 1024
"""Of one file; a news page is hardly ever a hundredth of it."""


class Pages:
    """The pages of several inputs: `len` tells how many were named, iterating brings them in, in order.

    A bad input gives a `Failure` in its place and the rest goes on.  Each iteration reads anew.
    """

    def __init__(
        self,
        sources: tuple[str | Failure, ...],
        fetcher: Fetcher | None,
        stdin: BinaryIO | None,
        *,
        collections: bool,
    ) -> None:
        self._sources = sources
        self._fetcher = fetcher
        self._stdin = stdin
        self._collections = collections

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
                if isinstance(source, Failure):
                    yield source
                elif self._collections:
                    yield from self._several(source, fetcher)
                else:
                    yield self._one(source, fetcher)
        finally:
            if own is not None:
                own.close()

    def _several(self, source: str, fetcher: Callable[[], Fetcher]) -> Iterator[Page | Failure]:
        """The pages that an archive holds, or that a feed names; of anything else the page itself."""
        if source != "-" and not _is_address(source) and is_archive(source):
            try:
                yield from pages_of_archive(source)
            except OSError as error:
                yield Failure(source, UnreadableInput(f"{source}: cannot be read ({_reason(error)})"))
            return
        page = self._one(source, fetcher)
        feed = feed_from(page) if isinstance(page, Page) else None
        if feed is None:
            yield page
            return
        for entry in feed.entries:
            yield self._one(entry.url, fetcher)

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


def pages(
    sources: Iterable[str],
    *,
    fetcher: Fetcher | None = None,
    stdin: BinaryIO | None = None,
    collections: bool = False,
) -> Pages:
    """The pages that the sources name: paths, folders, `-` for standard input, http(s) addresses.

    With `collections` also web archives (`.warc`, `.warc.gz`; in folders too), which stand for the pages they
    hold, and feeds (by path or address), which stand for the pages they name.

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
        found.extend(_listed(source, collections=collections) if is_folder else [source])
    return Pages(tuple(found), fetcher, stdin, collections=collections)


def _listed(folder: str, *, collections: bool) -> list[str | Failure]:
    root = Path(folder)
    endings = (*_TYPES, *SUFFIXES) if collections else tuple(_TYPES)
    try:
        files = sorted(p for p in root.rglob("*") if p.name.lower().endswith(endings) and p.is_file())
    except OSError as error:
        return [Failure(folder, UnreadableInput(f"{folder}: cannot be listed ({_reason(error)})"))]
    if not files:
        kinds = ", ".join(sorted(endings))
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
