"""Cues: the wordings of attribution in one sentence, before their scopes are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from riwayat.reading.markup import Narrator, Role


@dataclass(slots=True)
class Cue:
    """A wording of attribution, by tokens: the cue, and where its own clause begins and ends."""

    role: Role
    order: Literal["before", "after", "whole"]
    """Whether the narrator stands before what it says, after it, or frames the whole sentence."""
    first: int
    stop: int
    clause: int
    """First token of the cue's clause (the subject's, where it has one)."""
    close: int
    """Token after the last of its narrator phrase."""
    narrator: Narrator
    behind: Cue | None = None
    """The cue right behind whose narrator this one stands, where the same words name both."""
    inner: bool = False
    """Whether it is what another narrator of the sentence passes on (`SANA, mengutip sumber militer`)."""
    back: bool = False
    """Whether it reaches over what stands before its sentence."""
    more: bool = False
    """Whether it goes on with what its speaker said before (`…, X said, adding that …`)."""
    done: bool = False
    """Whether it is a deed of speech told in the passive (`was denied by X`)."""
    medium: bool = False
    """Whether it only says by what means somebody spoke, if somebody did (`dalam video itu X mengatakan`)."""
