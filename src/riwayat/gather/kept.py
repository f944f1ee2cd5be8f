"""Pages kept as they came: WARC files that only grow, so that any reading can be made again.

Each page is a `resource` record (WARC 1.1, section 6.4) in a gzip member of its own.  Where a record lies is for
the store to remember; what stands behind the last one it remembers was cut short by a crash, and is cut off.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import uuid
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote

from fastwarc.warc import ArchiveIterator, WarcRecordType

from riwayat.errors import RiwayatError
from riwayat.model import Page

__all__ = ["Kept", "KeptPageError", "Place", "address_of", "digest_of"]

_MOST_BYTES: Final = 1 << 30
"""From this size on a new file is begun."""
_NAME: Final = re.compile(r"riwayat-(\d{5})\.warc\.gz")
_GZIP_COMMENT: Final = b"\x1f\x8b\x08\x10\0\0\0\0\0\xff"
"""Head of a gzip member with a comment (RFC 1952, section 2.3.1)."""


class KeptPageError(RiwayatError):
    """A kept page is not where it should be."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a kept page lies."""

    file: str
    """Name of the file in the folder of kept pages."""
    offset: int
    """Bytes."""
    length: int
    """Bytes, as compressed."""


def digest_of(data: bytes) -> str:
    """`sha256:` and the hexadecimal digest."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def address_of(page: Page) -> str:
    """What a page is known by, whatever stands there: its URL, or the absolute path of its file.

    What came by standard input has no address; its digest stands for one.
    """
    if page.url:
        return page.url
    return f"stdin:{digest_of(page.data)}" if page.source == "-" else os.path.abspath(page.source)  # noqa: PTH100


class Kept:
    """The folder of kept pages.  One process at a time may append or blank: the store's transaction sees to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def append(self, page: Page, fetched: datetime, last: Place | None) -> Place:
        """Writes a page behind the last one kept, and returns when it is on the disk.

        Whatever lies behind `last` (None: in the first file) belongs to nothing and is cut off.

        Raises:
            OSError: the disk does not take it.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        name, end = (last.file, last.offset + last.length) if last else (_named(1), 0)
        path = self._folder / name
        if end and (end >= _MOST_BYTES or not path.exists() or path.stat().st_size < end):
            name, end = _named(_number(name) + 1), 0
            path = self._folder / name
        record = _compressed(_record(page, fetched))
        with path.open("r+b" if path.exists() else "w+b") as stream:
            stream.truncate(end)
            stream.seek(end)
            stream.write(record)
            stream.flush()
            os.fsync(stream.fileno())
        return Place(name, end, len(record))

    def read(self, place: Place) -> bytes:
        """The bytes of a kept page.

        Raises:
            KeptPageError: the file is gone or damaged, or the page has been removed.
        """
        try:
            with (self._folder / place.file).open("rb") as stream:
                stream.seek(place.offset)
                member = stream.read(place.length)
            record = next(iter(ArchiveIterator(io.BytesIO(member), record_types=WarcRecordType.resource)))
            return bytes(record.reader.read())
        except (OSError, StopIteration) as error:
            where = f"{self._folder / place.file}, byte {place.offset}"
            raise KeptPageError(f"{where}: the page that was kept there cannot be read") from error

    def blank(self, place: Place) -> None:
        """Overwrites a kept page in its place with a record of the same length that holds nothing of it."""
        path = self._folder / place.file
        if not path.exists():
            return
        with path.open("r+b") as stream:
            stream.seek(place.offset)
            stream.write(_blank(place.length))
            stream.flush()
            os.fsync(stream.fileno())


def _named(number: int) -> str:
    return f"riwayat-{number:05}.warc.gz"


def _number(name: str) -> int:
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else 0


def _record(page: Page, fetched: datetime) -> bytes:
    kind = page.media_type or "application/octet-stream"
    address = address_of(page)
    return _raw(
        {
            "WARC-Type": "resource",
            "WARC-Record-ID": f"<{uuid.uuid4().urn}>",
            "WARC-Date": fetched.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "WARC-Target-URI": page.url or (f"file://{quote(address)}" if page.source != "-" else address),
            "WARC-Block-Digest": digest_of(page.data),
            "Content-Type": f"{kind}; charset={page.charset}" if page.charset else kind,
        },
        page.data,
    )


def _raw(headers: Mapping[str, str], block: bytes) -> bytes:
    lines = [f"{name}: {value}" for name, value in {**headers, "Content-Length": len(block)}.items()]
    head = "\r\n".join(["WARC/1.1", *lines, "", ""])
    return head.encode("utf-8") + block + b"\r\n\r\n"


def _compressed(record: bytes) -> bytes:
    packer = zlib.compressobj(level=6, wbits=31)
    return packer.compress(record) + packer.flush()


def _blank(length: int) -> bytes:
    """A gzip member of exactly so many bytes with an empty record; a comment in its head fills it up."""
    record = _raw(
        {"WARC-Type": "metadata", "WARC-Record-ID": f"<{uuid.uuid4().urn}>", "WARC-Date": _NO_DATE}, b""
    )
    packer = zlib.compressobj(level=9, wbits=-15)
    body = packer.compress(record) + packer.flush()
    tail = zlib.crc32(record).to_bytes(4, "little") + len(record).to_bytes(4, "little")
    filling = length - len(_GZIP_COMMENT) - 1 - len(body) - len(tail)
    if filling < 0:  # cannot be: a page's record says more than this one
        raise KeptPageError("the record of a kept page is too short to be overwritten")
    return _GZIP_COMMENT + b"-" * filling + b"\0" + body + tail


_NO_DATE: Final = "1970-01-01T00:00:00Z"
