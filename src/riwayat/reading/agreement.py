"""Agreement: whom a pronoun may mean, by number and gender, as far as a description or a use before tells.

What the words do not tell excludes nobody.
"""

from __future__ import annotations

import re

from riwayat.model import Link, NarratorKind, Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import OUTLETS, identity

_INTRODUCED = re.compile(r"(?<!\w)(?:[Aa]n?|[Oo]ne|[Aa]nother)(?: [a-z][a-z-]+){1,4}")
"""`an old man`, as far as its head may stand."""
_OPENS = re.compile(r"(?:The|This|That|A|An|Its) ((?:[\w-]+ ){1,4})")
"""The first words of a sentence, behind its article."""
_BEFORE = 4
"""Words before a name that may say whether it is a man's or a woman's (`the spokeswoman X`)."""
_DESCRIBING = ("ed", "ing")
"""Endings of words that describe the noun before them."""
_PLURAL = "s"
_NOT_PLURAL = ("ss", "us", "is")


class Agreement:
    """Number and gender of the narrators of one report."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        table = "attribution"
        self.known = lexicon.heads_last
        """Whether the language tells number and gender by its words."""
        self._male, self._female = lexicon.set(table, "male"), lexicon.set(table, "female")
        self._many = lexicon.set(table, "many")
        self._bodies = lexicon.set(table, "bodies")
        self._plural = lexicon.set(table, "plural")
        self._counting = lexicon.set(table, "parts") | lexicon.set(table, "stated")
        self._ends = (
            lexicon.set("words", "prepositions")
            | lexicon.set("words", "relative")
            | lexicon.set("words", "conjunctions")
            | {",", "who", "that"}
        )
        kinds: tuple[NarratorKind, ...] = ("witness", "anonymous")
        self._people = {kind: lexicon.set(table, f"kinds.{kind}") for kind in kinds}
        self._articles = lexicon.set("words", "determiners")
        self._documents = lexicon.set(table, "kinds.document")
        self._gender: dict[str, str] = {}

    def heard(self, link: Link, pronoun: str | None = None) -> None:
        """Keep what a narrator's own words, or the pronoun that meant it, tell of its gender."""
        gender = self._of_word(pronoun) if pronoun else self._told(link)
        if gender is not None:
            self._gender.setdefault(identity(link), gender)

    def fits(self, link: Link, pronoun: str) -> bool:
        """Whether a pronoun may mean a narrator."""
        if not self.known:
            return True
        word = pronoun.casefold().split()[0] if pronoun.split() else ""
        if word in self._plural:
            return True
        gender = self._of_word(word)
        if gender is None:
            return True
        if link.kind in OUTLETS or self.many(link) or self.body(link):
            return False
        known = self._gender.get(identity(link))
        return known is None or known == gender

    def many(self, link: Link) -> bool:
        """Whether a description is of more than one (`residents`, `two officials`)."""
        if not self.known or link.kind == "person" or link.entity is not None:
            return False
        head = self._head(link)
        if not head:
            return False
        if head[0] in self._counting and head[0] not in ("one", "another") and len(head) > 1:
            return True
        last = head[-1]
        return last in self._many or (last.endswith(_PLURAL) and not last.endswith(_NOT_PLURAL))

    def body(self, link: Link) -> bool:
        """Whether a narrator is a body, and nobody in it."""
        if not self.known or link.kind == "person":
            return False
        if link.entity is not None:
            return link.span is None or self._names_body(link.span.text)
        return self._names_body(" ".join(self._head(link)))

    def is_plural(self, pronoun: str) -> bool:
        """Whether a pronoun means several."""
        words = pronoun.casefold().split()
        return self.known and bool(words) and words[0] in self._plural

    def same_head(self, link: Link, phrase: str) -> bool:
        """Whether a description ends in the word that another narrator's does (`the teacher`, `a schoolteacher`)."""
        words = phrase.casefold().split()
        if not self.known or link.entity is not None or not words:
            return True
        head = self._head(link)
        return not head or any(
            w.rstrip("s").endswith(words[-1].rstrip("s")) for w in (head[-1], *self._set_beside(link))
        )

    def described(self, start: int, pronoun: Span) -> tuple[NarratorKind, Span] | None:
        """The last one whom `a` and a word for people introduce before a pronoun that may mean him."""
        gender = self._of_word(pronoun.text)
        if not self.known or gender is None:
            return None
        found = None
        for match in _INTRODUCED.finditer(self._text, start, pronoun.start):
            words = match[0].casefold().split()
            before = self._text[start : match.start()]
            if before.count('"') % 2 or before.count("“") > before.count("”"):
                continue  # told of in somebody's words
            for end in range(len(words), 1, -1):
                kind = next((k for k, heads in self._people.items() if words[end - 1] in heads), None)
                if kind is None or words[end - 1].endswith(_PLURAL):
                    continue
                known = {g for w in words[:end] if (g := self._of_word(w))}
                if known <= {gender}:
                    text = " ".join(match[0].split()[1:end])
                    at = self._text.index(text, match.start())
                    found = (kind, Span(at, at + len(text), text))
                break
        return found

    def document(self, sentence: Span) -> Span | None:
        """The document that a sentence opens with (`The 22-page indictment`)."""
        match = _OPENS.match(sentence.text) if self.known else None
        if match is None:
            return None
        words = match[1].split()
        for end in range(1, len(words) + 1):
            if words[end - 1].casefold() in self._ends | self._articles:
                break
            if words[end - 1].casefold() in self._documents:
                text = " ".join(words[:end])
                at = sentence.start + match.start(1)
                return Span(at, at + len(text), text)
        return None

    def is_body(self, phrase: str) -> bool:
        """Whether a description ends in a word for a body (`the ministry`)."""
        words = phrase.casefold().split()
        return bool(words) and words[-1] in self._bodies

    def _names_body(self, phrase: str) -> bool:
        words = phrase.casefold().replace("’", "'").split()
        return not phrase.islower() or (bool(words) and words[-1] in self._bodies)

    def _head(self, link: Link) -> list[str]:
        words = (link.description or link.name or "").casefold().replace(",", " ,").split()
        end = next((i for i, w in enumerate(words) if i and w in self._ends), len(words))
        while end > 1 and words[end - 1].endswith(_DESCRIBING):
            end -= 1  # `an official briefed on the case`
        return words[:end]

    @staticmethod
    def _set_beside(link: Link) -> list[str]:
        """The last word of what a comma sets beside a description (`one of them, a teacher`)."""
        parts = (link.description or link.name or "").casefold().split(",")
        return [part.split()[-1] for part in parts[1:] if part.split()]

    def _of_word(self, word: str | None) -> str | None:
        if word is None:
            return None
        low = word.casefold()
        return "m" if low in self._male else "f" if low in self._female else None

    def _told(self, link: Link) -> str | None:
        words = [w.strip("(),.'’").casefold() for w in (link.description or link.name or "").split()]
        if link.span is not None:
            before = self._text[max(0, link.span.start - 80) : link.span.start].splitlines()
            words += [w.strip("(),").casefold() for w in (before[-1] if before else "").split()[-_BEFORE:]]
            words += [w.strip("(),").casefold() for w in link.span.text.split()]
            words = [w for w in words if w not in ("he", "him", "his", "she", "her")]
        found = {g for w in words if (g := self._of_word(w) or self._of_word(w.rstrip(".")))}
        return next(iter(found)) if len(found) == 1 else None
