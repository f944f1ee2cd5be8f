"""Pages out of web archives (WARC), one after another; a damaged archive gives what stands before the damage."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator
from datetime import UTC
from email.message import Message
from pathlib import Path
from typing import BinaryIO, Final

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from riwayat.errors import UnreadableInput
from riwayat.gather.failure import Failure
from riwayat.model import Page

__all__ = ["INSIDE", "SUFFIXES", "is_archive", "pages_of_archive"]

SUFFIXES: Final = (".warc", ".warc.gz")
INSIDE: Final = " > "
"""Parts the name of an archive from the address of a page in it, in `Page.source`."""
_TYPES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_MOST_BYTES: Final = 32 * 1024 * 1024
_CHUNK: Final = 1 << 20
_MOST_HEAD: Final = 1 << 16
_LENGTH: Final = re.compile(rb"^content-length:\s*(\d+)", re.IGNORECASE | re.MULTILINE)


def is_archive(source: str) -> bool:
    """Whether a file is a web archive, by its name."""
    return source.lower().endswith(SUFFIXES)


def pages_of_archive(source: str) -> Iterator[Page | Failure]:
    """The text and HTML pages that an archive holds: responses with status 200, and resources.

    An archive that breaks off, or is damaged, gives a failure that names the byte, after the pages before it.

    Raises:
        OSError: the file cannot be opened.
    """
    path = Path(source)
    reached = 0
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                reached = record.stream_pos
                if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
                    continue
                length = record.content_length
                block = record.reader.read(_MOST_BYTES + 1)
                if "Content-Length" not in record.headers or len(block) < min(length, _MOST_BYTES + 1):
                    break  # fastwarc gives what there is, and says nothing
                page = _page(record, bytes(block), source) if length <= _MOST_BYTES else None
                if page is not None:
                    yield page
        except (OSError, ValueError):
            pass  # where the damage begins is looked up below
    end = _sound_until(path, reached)
    if end is not None:
        why = f"{source}: the archive breaks off or is damaged at byte {end}; what stands before was taken"
        yield Failure(source, UnreadableInput(why))


def _page(record: WarcRecord, block: bytes, archive: str) -> Page | None:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    if not address.startswith(("http://", "https://")):
        return None
    data = block
    kind: str | None
    charset: str | None
    if record.is_http:
        record.set_bytes_content(block)
        record.parse_http(auto_decode="all")
        if record.http_headers is None or record.http_headers.status_code != 200:
            return None
        kind, charset = record.http_content_type, record.http_charset
        data = bytes(record.reader.read(_MOST_BYTES + 1))
    else:
        message = Message()
        message["content-type"] = record.headers.get("Content-Type") or ""
        kind, charset = message.get_content_type(), message.get_content_charset()
    if kind not in _TYPES or len(data) > _MOST_BYTES:
        return None
    date = record.record_date
    return Page(
        data,
        url=address,
        media_type=kind,
        charset=charset,
        source=f"{archive}{INSIDE}{address}",
        fetched=date.astimezone(UTC).isoformat(timespec="seconds") if date else None,
    )


def _sound_until(path: Path, start: int) -> int | None:
    """From the record at `start` on: the byte where the first record begins that is not whole; None if all are."""
    with path.open("rb") as stream:
        packed = stream.read(2) == b"\x1f\x8b"
        stream.seek(start)
        return _members_until(stream, start) if packed else _records_until(stream, start)


def _members_until(stream: BinaryIO, start: int) -> int | None:
    begin, unpack, rest = start, zlib.decompressobj(wbits=31), b""
    while data := rest or stream.read(_CHUNK):
        try:
            unpack.decompress(data)
        except zlib.error:
            return begin
        rest = unpack.unused_data
        if unpack.eof:
            begin = stream.tell() - len(rest)
            unpack = zlib.decompressobj(wbits=31)
    size = stream.tell()
    return None if begin == size else begin


def _records_until(stream: BinaryIO, start: int) -> int | None:
    size = stream.seek(0, os.SEEK_END)
    while start < size:
        stream.seek(start)
        head = stream.read(_MOST_HEAD)
        if not head.strip():
            return None
        found = _LENGTH.search(head)
        end_of_head = head.find(b"\r\n\r\n")
        if found is None or found.start() > end_of_head:
            return start
        end = start + end_of_head + 4 + int(found[1]) + 4
        if end > size:
            return start
        start = end
    return None
