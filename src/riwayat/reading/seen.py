"""What another engine saw in a report, for the rules to go by.

The rules say who did what, where and when by how a sentence is built.  They can do so too for names and words
for deeds that are in none of their lists, if somebody else tells them that they are such.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from riwayat.model import EventType
from riwayat.reading.markup import Mention, Trigger
from riwayat.reading.rules.event_words import EventWord

_MUTUAL: Final = ("AGREE", "CONSULT", "COOPERATE")
"""Types of deeds that several do with each other."""
_ALONE: Final = ("MOBILIZE", "PROTEST", "RETREAT")
"""Types of deeds that are done to nobody."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What another engine saw."""

    names: Callable[[Sequence[Mention]], Sequence[Mention]] = list
    """From the names that the rules find to those that hold."""
    deeds: Mapping[int, Trigger] = field(default_factory=dict)
    """Words that tell a deed, by where they begin."""


NOTHING: Final = Seen()


def as_word(type_: EventType, *, verb: bool, passive: bool = False) -> EventWord:
    """How a word that no list holds is built into its sentence, going by its type and what part of speech it is."""
    if not verb:
        return EventWord(type_, "noun_mutual" if type_ in _MUTUAL else "noun", None, False)
    if type_ in _MUTUAL:
        return EventWord(type_, "mutual", None, False)
    if type_ in _ALONE:
        return EventWord(type_, "subject", None, False)
    return EventWord(type_, "passive" if passive else "active", None, False)
