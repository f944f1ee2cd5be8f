"""JSON written piece by piece, so that an export need not fit into memory."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

__all__ = ["as_json", "write_between", "write_lines"]


def as_json(value: Any) -> bytes:
    """A value as JSON on one line, in UTF-8; letters stay as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def write_lines(values: Iterable[Any], out: BinaryIO) -> None:
    """A value on each line (JSON Lines)."""
    for value in values:
        out.write(as_json(value) + b"\n")


def write_between(head: bytes, pieces: Iterable[bytes], tail: bytes, out: BinaryIO) -> None:
    """Pieces of JSON with commas between them, each on a line, after a head and before a tail."""
    out.write(head)
    before = b"\n"
    for piece in pieces:
        out.write(before + piece)
        before = b",\n"
    out.write(b"\n" + tail + b"\n")
