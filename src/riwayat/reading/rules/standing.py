"""Standing: whether a person is named in an office or a private role."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.found import Found
from riwayat.reading.rules.offices import Offices
from riwayat.text.tokens import Token


class Standing:
    """Judges the people of one document."""

    def __init__(self, lexicon: Lexicon, clauses: Clauses, offices: Offices) -> None:
        self._clauses, self._offices = clauses, offices
        self._naming = lexicon.set("names", "naming_words")
        self._relatives = lexicon.phrases("names", "relatives")
        self._private = lexicon.phrases("names", "private_roles")
        self._public = lexicon.phrases("names", "public_roles")
        self._courtesies = lexicon.phrases("heads", "courtesies")
        self._titles = lexicon.phrases("names", "person_titles")

    def public(self, f: Found) -> bool | None:
        """True for people with an office or rank, false for those in a private role, null where neither shows."""
        tokens, first, stop = f.line.tokens, f.piece.first, f.piece.stop
        role = self._standing_before(tokens, first)
        if role is None and stop + 1 < len(tokens) and tokens[stop].text == ",":
            role = self._standing(tokens, self._offices.past_article(tokens, stop + 1))
        if (
            role is None
            and stop + 1 < len(tokens)
            and tokens[stop].text == "("
            and tokens[stop + 1].text.isdigit()
        ):
            return False
        return role

    def _standing(self, tokens: Sequence[Token], k: int) -> bool | None:
        """Whether the role that begins at `k` is an office or a private one; null where none does.

        Of two that begin there the longer one counts, of the same words the private (`guru`).
        """
        courtesy = self._courtesies.match(tokens, k)
        office = max(self._titles.match(tokens, k), self._public.match(tokens, k))
        private = self._private.match(tokens, k)
        if private and private >= office:
            return False
        return True if office > courtesy else None

    def _standing_before(self, tokens: Sequence[Token], first: int) -> bool | None:
        """The role that heads the noun phrase before a name (`juru bicara Pentagon X`, `seorang warga, X`)."""
        at = first
        if at and tokens[at - 1].text == ",":
            at -= 1
        found: bool | None = None
        for k in range(at - 1, max(-1, at - 12), -1):
            if self._offices.parts_office(tokens, k) and tokens[k].lower not in self._naming:
                break
            if self._clauses.is_preposition(tokens[k]) and not tokens[k].is_capital:
                break
            if at == first and self._relatives.match(tokens, k):
                break  # `anak Gubernur X`
            here = self._standing(tokens, k)
            found = found if here is None else here
        return found
