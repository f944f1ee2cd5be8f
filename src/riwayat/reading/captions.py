"""Captions: the lines of a report's text that stand under a picture, and whose word they are."""

from __future__ import annotations

from riwayat.model import Link, Span
from riwayat.reading.links import Chain
from riwayat.reading.tied import Tied
from riwayat.reading.voices import Voices
from riwayat.text.folding import fold


class Captions:
    """Which paragraphs of one report are captions."""

    def __init__(self, tied: Tied, voices: Voices) -> None:
        self._tied, self._voices = tied, voices
        credits = {" ".join(p.caption.split()): p.credit for p in tied.report.photos if p.caption}
        self._of: dict[int, tuple[str, str | None]] = {}
        for number, span in tied.paragraphs.items() if credits else ():
            line = " ".join(tied.report.text[span.start : span.end].split())
            caption = next((c for c in credits if line.startswith(c) or c.startswith(line)), None)
            if caption is not None:
                self._of[number] = (caption, credits[caption])

    @property
    def paragraphs(self) -> frozenset[int]:
        """The numbers of the paragraphs that are captions."""
        return frozenset(self._of)

    def chain(self, paragraph: int, sentence: Span) -> Chain:
        """The picture that a caption stands under, behind the agency or outlet that it is credited to."""
        caption, credit = self._of[paragraph]
        kind, name = self._voices.pictured(f"{caption} {credit or ''}")
        picture = Link(kind, name, span=sentence)
        outlet = self._voices.credited(credit or "")
        if outlet is None or fold(outlet) == fold(self._tied.own.name or ""):
            return (picture,)
        return (Link(self._voices.outlet_kind(outlet), outlet, span=sentence), picture)
