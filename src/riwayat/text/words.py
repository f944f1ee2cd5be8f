"""Words of languages that write small words together with the next one, or bend a word at its end.

A language's `forms` module cuts such text into these: each keeps its exact place, and says what it comes to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from riwayat.text.tokens import Token

Tense: TypeAlias = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Word(Token):
    """A word with the form that word lists hold it in."""

    form: str = ""
    """The form it is looked up by: without article and endings."""
    whole: str = ""
    """The word as it stands by itself, its article restored where something attached has swallowed it."""
    definite: bool = False
    """Whether it bears the article."""
    owned: bool = False
    """Whether it bears an ending for whose it is, or for what is done to."""
    tense: Tense | None = None
    """Of verbs."""
    bound: bool = False
    """Whether it is written together with the word before it."""
    plural: bool = False
    """Whether its ending is that of several, or of two."""
    passive: bool = False
    """Whether its form shows that what a verb tells was done to its subject."""

    @property
    def lower(self) -> str:
        """The form it is looked up by."""
        return self.form

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital; always false in a script without them."""
        return self.text[0].isupper()
