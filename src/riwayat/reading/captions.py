"""Captions: the lines of a report's text that stand under a picture, and whose word they are."""

from __future__ import annotations

from riwayat.model import Link, Span
from riwayat.reading.links import Chain
from riwayat.reading.tied import Tied
from riwayat.reading.voices import Voices
from riwayat.text.folding import fold

_LABEL = "-\u2013\u2014:|"
"""Marks that part a label from the caption behind it (`Arsip - …`, `Foto: …`)."""


def _stands_under(caption: str, line: str) -> bool:
    """Whether a line of the text is this caption, with a label before or a credit behind it at most."""
    before, found, after = line.partition(caption)
    labelled = bool(found) and before.rstrip()[-1:] in _LABEL and len(before) + len(after) < len(line) / 2
    return line.startswith(caption) or labelled or caption.startswith(line)


class Captions:
    """Which paragraphs of one report are captions."""

    def __init__(self, tied: Tied, voices: Voices) -> None:
        self._tied, self._voices = tied, voices
        credits = {" ".join(p.caption.split()): p.credit for p in tied.report.photos if p.caption}
        self._of: dict[int, tuple[str, str | None]] = {}
        for number, span in tied.paragraphs.items() if credits else ():
            line = " ".join(tied.report.text[span.start : span.end].split())
            caption = next((c for c in credits if _stands_under(c, line)), None)
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
        own = set(fold(self._tied.own.name or "").split())
        # `ANTARA/REUTERS`: whoever passed it on to the publishing outlet
        credited = self._voices.credited(credit or "")
        outlet = next((o for o in credited if not set(fold(o).split()) <= own), None)
        if outlet is None:
            return (picture,)
        return (Link(self._voices.outlet_kind(outlet), outlet, span=sentence), picture)
