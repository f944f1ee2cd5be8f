"""Quotations: which stretches of a paragraph are somebody's speech."""

from __future__ import annotations

from riwayat.model import Span

_MARKS = '"“”«»'
_SPEECH_WORDS = 4
"""Words from which on a quotation is speech, and not a word held at arm's length."""


def quotations(text: str, paragraph: Span) -> list[tuple[int, int]]:
    """Stretches of quoted speech of a paragraph, marks included; an unclosed one runs to its end."""
    found, opened = [], None
    for i in range(paragraph.start, paragraph.end):
        mark = text[i]
        if mark not in _MARKS:
            continue
        if opened is None:
            opened = i
        elif mark in "”»" or (mark == '"'):
            found.append((opened, i + 1))
            opened = None
        elif mark in "“«":  # the one before was never closed
            found.append((opened, i))
            opened = i
    if opened is not None:
        found.append((opened, paragraph.end))
    return [(a, b) for a, b in found if len(text[a:b].split()) >= _SPEECH_WORDS]
