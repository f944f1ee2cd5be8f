"""Reports found by their words, each with the place where a word stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from riwayat.model.reading import Documented
from riwayat.store import models as rows
from riwayat.store.masks import Masks
from riwayat.store.queries import reading_of
from riwayat.store.search import matching
from riwayat.text.folding import fold
from riwayat.told.masking import Mask

__all__ = ["Hit", "find", "hit"]

_AROUND: Final = 70
"""Characters shown before and behind a word."""
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Hit(Documented):
    """A report that holds the words."""

    id: str
    """`sha256:` and the digest of the normalised text and outlet."""
    title: str | None
    """Its headline."""
    outlet: str | None
    """Name of who publishes it, or the site's domain."""
    published: str | None
    """ISO 8601, by its own word."""
    language: str
    """ISO 639-1."""
    address: str
    """URL, or the file it was read from."""
    snippet: str
    """A stretch of its text with one of the words; private people masked."""

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return asdict(self)


def find(words: str, masks: Masks, *, most: int = 20, unmasked: bool = False) -> Iterator[Hit]:
    """Reports that hold all the words, best first; see `search.matching`."""
    for pk in matching(words, most=most, unmasked=unmasked):
        report = rows.Report.objects.select_related("outlet", "page").get(pk=pk)
        yield hit(report, words, masks.of([report.key]))


def hit(report: rows.Report, words: str, mask: Mask) -> Hit:
    """A report that holds the words; outlet and page should be loaded with it."""
    wanted = set(fold(words.replace('"', " ")).split())
    return Hit(
        id=report.key,
        title=mask.text(report.title) if report.title else report.title,
        outlet=report.outlet.name or report.outlet.domain or None,
        published=report.published_start,
        language=report.language,
        address=report.page.address,
        snippet=_snippet(mask.text(reading_of(report).report.text), wanted),
    )


def _snippet(text: str, wanted: set[str]) -> str:
    at = next((m.start() for m in _WORD.finditer(text) if wanted & set(fold(m[0]).split())), 0)
    start, end = max(0, at - _AROUND), min(len(text), at + _AROUND)
    start = text.find(" ", start, at) + 1 if start else 0
    end = text.rfind(" ", at, end) if end < len(text) and " " in text[at:end] else end
    stretch = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{stretch}{'…' if end < len(text) else ''}"
