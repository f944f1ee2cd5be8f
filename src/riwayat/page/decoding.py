"""Bytes to characters, and the refusal of what is no text."""

from __future__ import annotations

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from riwayat.errors import UnreadableInput
from riwayat.model import Page

__all__ = ["decode", "is_markup"]

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a ZIP or office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_META_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_MARKUP: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|div|section|script|p|br|h1|span|a\s+href)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")

_SAMPLE: Final = 65_536
"""Bytes shown to the guesser: more does not make it surer, only slower."""
_BROKEN_SHARE: Final = 0.01
"""Bytes that may be wrong in a page that still passes for UTF-8."""
_CONTROL_SHARE: Final = 0.005
"""Control characters that may stand in a text."""


def decode(page: Page) -> str:
    """The characters of a page; bytes that are wrong in its encoding become U+FFFD.

    UTF-8 is tried before the declared encoding: text in another encoding is hardly ever valid UTF-8, while
    declarations are often wrong.  Raises `UnreadableInput` where there is nothing to read, or no text.
    """
    data = page.data
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise UnreadableInput(f"{page.source}: nothing to read, the input is empty")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableInput(f"{page.source}: this is {what}, not a text or HTML page")
    text = _characters(data, page.charset)
    visible = text.strip("\ufeff \t\r\n")
    if not visible:
        raise UnreadableInput(f"{page.source}: nothing to read, the input is empty")
    if len(_CONTROL.findall(text)) > max(2, _CONTROL_SHARE * len(text)):
        raise UnreadableInput(f"{page.source}: these bytes are no text in any known encoding")
    return _CONTROL.sub(" ", text).removeprefix("\ufeff")


def is_markup(text: str, media_type: str | None) -> bool:
    """Whether the characters are HTML: by what the sender says and, failing that, by the tags they hold."""
    kind = (media_type or "").lower()
    head = text[:20_000]
    tags = len(_MARKUP.findall(head))
    if "html" in kind:
        return tags > 0 or "<" not in head or bool(re.search(r"</?[a-z]+[^<>]*>", head, re.IGNORECASE))
    if kind == "text/plain":
        return bool(re.match(r"\s*(?:<!doctype html|<html)\b", head, re.IGNORECASE))
    return tags >= 2 or bool(
        re.match(r"\s*<(?:!doctype html|html|body|article|p|div|h1)\b", head, re.IGNORECASE)
    )


def _characters(data: bytes, declared: str | None) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, errors="replace")
    wide = _wide(data, declared)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    meta = _META_CHARSET.search(data[:4096])
    names = [declared, meta.group(1).decode("ascii") if meta else None]
    for said in names:
        found = _known(said)
        if found and found != "utf-8":
            try:
                return data.decode(found)
            except (UnicodeDecodeError, ValueError):
                continue
    tolerant = data.decode("utf-8", errors="replace")
    multibyte = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]", data[:_SAMPLE]))
    broken = tolerant.count("\ufffd")
    says_utf8 = any(_known(name) == "utf-8" for name in names)
    if broken <= _BROKEN_SHARE * len(data) and (multibyte > 0 or says_utf8):
        return tolerant
    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None and best.encoding:
        return data.decode(best.encoding, errors="replace")
    return tolerant


def _known(name: str | None) -> str | None:
    """The codec's own name, or nothing where Python has no such text encoding."""
    if not name:
        return None
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    # Browsers read Latin-1 as its superset, in which quotation marks and dashes exist.
    usual: str = "windows-1252" if found.name in ("iso8859-1", "ascii") else found.name
    return usual if found._is_text_encoding else None


def _wide(data: bytes, declared: str | None) -> str | None:
    """UTF-16 without a mark: declared, or every other byte of it zero."""
    name = _known(declared)
    if name and name.startswith(("utf-16", "utf-32")):
        return name
    sample = data[:1000]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None
