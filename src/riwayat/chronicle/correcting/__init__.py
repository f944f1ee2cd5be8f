"""Corrections: what curators say of a reading, put on top of it; pure."""

from riwayat.chronicle.correcting.applied import corrected
from riwayat.chronicle.correcting.values import (
    AboutEvent,
    AboutName,
    AboutWords,
    Apart,
    Correction,
    LinkSaid,
    PlaceSaid,
    QuantitySaid,
    Same,
    Words,
)
from riwayat.chronicle.correcting.words import found, words_at

__all__ = [
    "AboutEvent",
    "AboutName",
    "AboutWords",
    "Apart",
    "Correction",
    "LinkSaid",
    "PlaceSaid",
    "QuantitySaid",
    "Same",
    "Words",
    "corrected",
    "found",
    "words_at",
]
