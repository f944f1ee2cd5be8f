"""Words of reports as pages quote them: short, masked, in their own language and direction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from riwayat.model import Source, Span
from riwayat.told.masking import MASK, Mask

__all__ = ["LONGEST", "Quote", "direction", "language_of", "masked", "quote"]

LONGEST: Final = 220
"""Characters of a quotation on a public page."""
_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ku", "ur"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A short quotation."""

    pieces: tuple[tuple[str, bool], ...]
    """The words, masked; with each whether it is what matters here."""
    source: Source
    start: int
    """Where in the report's text it stands."""

    @property
    def language(self) -> str:
        """ISO 639-1."""
        return self.source.language

    @property
    def dir(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.source.language)


def direction(language: str) -> str:
    """Which way a language is written."""
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def quote(
    source: Source, span: Span, marks: Iterable[Span | None], mask: Mask, *, longest: int = LONGEST
) -> Quote:
    """Quotes a span, with the marked spans in it set off; marks that lie elsewhere are put before it.

    What is longer than `longest` characters is cut, around the first mark.
    """
    inside: list[Span] = []
    before: list[Span] = []
    for one in sorted({m for m in marks if m is not None}, key=lambda m: m.start):
        (inside if span.start <= one.start and one.end <= span.end else before).append(one)
    first, last = _cut(span, inside[0] if inside else None, longest)
    pieces: list[tuple[str, bool]] = []
    for one in before[:1]:
        pieces += [(one.text, True), (" … ", False)]
    if first > span.start:
        pieces.append(("… ", False))
    at = first
    for one in inside:
        if one.start < at or one.end > last:
            continue
        pieces += [(span.text[at - span.start : one.start - span.start], False), (one.text, True)]
        at = one.end
    pieces.append((span.text[at - span.start : last - span.start], False))
    if last < span.end:
        pieces.append((" …", False))
    return Quote(tuple((mask.text(text), strong) for text, strong in pieces if text), source, first)


def _cut(span: Span, around: Span | None, longest: int) -> tuple[int, int]:
    """From where to where a span is quoted: at words."""
    if span.end - span.start <= longest:
        return span.start, span.end
    first = span.start
    if around is not None and around.end - span.start > longest:
        first = max(span.start, around.start - longest // 3)
        space = span.text.find(" ", first - span.start)
        first = span.start + space + 1 if 0 <= space < around.start - span.start else first
    last = min(span.end, first + longest)
    if last < span.end:
        space = span.text.rfind(" ", first - span.start, last - span.start)
        last = span.start + space if space > first - span.start else last
    return first, last


def masked(text: str) -> SafeString:
    """A masked text as HTML: what stands for a private person is set off, in the reader's language."""
    instead = format_html('<bdi class="masked">{}</bdi>', _("[private person]"))
    return format_html_join(instead, "{}", ((part,) for part in text.split(MASK)))


def language_of(text: str, sources: Iterable[Source]) -> str | None:
    """The language of words that one of these reports holds, where their letters or the reports leave no doubt."""
    languages = {source.language for source in sources}
    arabic = any("\u0600" <= letter <= "\u06ff" for letter in text)
    fitting = sorted(one for one in languages if (direction(one) == "rtl") == arabic)
    return fitting[0] if len(fitting) == 1 else None
