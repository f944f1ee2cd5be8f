"""Web archives made for tests, by hand: the standard is short."""

from __future__ import annotations

import gzip


def record(url: str, body: bytes, *, kind: str = "text/html; charset=utf-8", status: int = 200) -> bytes:
    """A response record, not compressed."""
    http = (
        f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    )
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        "WARC-Date: 2021-06-14T07:30:00Z\r\n"
        f"WARC-Target-URI: {url}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """The records, each a gzip member."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
