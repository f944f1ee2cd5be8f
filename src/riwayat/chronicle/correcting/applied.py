"""A reading with the corrections put on it that its words bear."""

from __future__ import annotations

from collections.abc import Iterable

from riwayat.chronicle.correcting.chains import rechain
from riwayat.chronicle.correcting.draft import Changed, Draft
from riwayat.chronicle.correcting.events import mend
from riwayat.chronicle.correcting.naming import rename
from riwayat.chronicle.correcting.values import AboutEvent, AboutName, Correction
from riwayat.model import Corrected, Reading

__all__ = ["corrected"]


def corrected(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """The reading as curators have it; pure, whatever the order in which the corrections come.

    They are put on it in the order of their making, so that the last word counts.  `Reading.corrected` names those
    that the reading bears; one whose words are not there leaves no trace.
    """
    draft, told = Draft(reading), []
    for correction in sorted(corrections, key=lambda one: one.number):
        for about, was in _apply(draft, correction):
            told.append(
                Corrected(
                    number=correction.number,
                    about=about,
                    what=correction.what,
                    was=was,
                    who=correction.who,
                    because=correction.because,
                    at=correction.at,
                )
            )
    return draft.done(told) if told else reading


def _apply(draft: Draft, correction: Correction) -> list[Changed]:
    if isinstance(correction.about, AboutName):
        return rename(draft, correction.about, correction.what, correction.value)
    if isinstance(correction.about, AboutEvent):
        return mend(draft, correction.about, correction.what, correction.value)
    return rechain(draft, correction.about, correction.value)
