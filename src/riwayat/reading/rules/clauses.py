"""Where noun phrases and clauses begin and end: enough grammar to say who stands before a verb.

Built for languages in which the subject stands before its verb and modifiers are closed classes;
the word classes come from the language folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwayat.model import Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.lines import Line
from riwayat.text.tokens import Token

_STOPS = frozenset('.,;:!?()[]"“”«»–—…') | {"--", "-"}
VERBS = ("verb", "passive", "participle", "gerund")
"""Roles of words that are verbs: of a clause of their own, in the passive, describing a noun, as its deed."""
_MARKS = '"“”«»'


class Clauses:
    """Answers questions about the tokens of one sentence at a time."""

    def __init__(self, lexicon: Lexicon, lines: Iterable[Line], names: Iterable[Span] = ()) -> None:
        """`names` are the spans that name somebody: no word inside one is a function word (`Antara`)."""
        self.lexicon = lexicon
        self._named = frozenset(at for span in names for at in range(span.start, span.end)) | _inside_offices(
            lexicon, lines
        )
        self._roles = {
            line.tokens[i].start: role for line in lines for i, role in lexicon.roles(line.tokens).items()
        }
        self._demonstratives = lexicon.set("attribution", "demonstratives")
        self._determiners = lexicon.set("words", "determiners")
        self._heads_last = lexicon.heads_last
        self._owner = lexicon.set("words", "owner")
        self._pronouns = lexicon.set("words", "pronouns")
        self._numbers = lexicon.set("numbers", "starts") - self._determiners
        self._verb_prefixes = tuple(lexicon.set("words", "verb_prefixes"))
        self._bare_verbs = lexicon.set("words", "bare_verbs")
        self._not_verbs = lexicon.set("words", "not_verbs")
        self._openers = lexicon.set("words", "clause_openers")
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._coordinators = lexicon.set("words", "coordinators")
        self._prepositions = lexicon.set("words", "prepositions")
        self._auxiliaries = lexicon.set("words", "auxiliaries")
        self._adverbs = lexicon.set("words", "adverbs")
        self._before_past = lexicon.set("words", "before_past")
        self._purpose = lexicon.set("attribution", "purpose")
        self._relative = lexicon.set("words", "relative")

    def is_verb(self, token: Token) -> bool:
        """Whether a word is a verb by its form."""
        word = token.lower
        if token.start in self._named or word in self._not_verbs:
            return False
        if (role := self._roles.get(token.start)) is not None:
            return role in VERBS
        if word in self._bare_verbs:
            return True
        if len(word) < 5 or not token.text[0].islower():
            return False
        return word.startswith(self._verb_prefixes)

    def is_stop(self, token: Token) -> bool:
        """Whether a mark parts phrases."""
        return token.text in _STOPS and not (token.text == "." and token.start in self._named)

    def is_preposition(self, token: Token) -> bool:
        """Whether a word opens a prepositional phrase."""
        return (
            token.lower in self._prepositions
            and token.start not in self._named
            and self._roles.get(token.start) in (None, "preposition")
        )

    def is_opener(self, token: Token) -> bool:
        """Whether a word opens a clause (`bahwa`, `ketika`)."""
        if (role := self._roles.get(token.start)) is not None:
            return role == "opener"
        return token.lower in self._openers and token.start not in self._named

    def is_coordinator(self, token: Token) -> bool:
        """Whether a word sets a clause beside the one before it (`sementara`, `namun`)."""
        return token.lower in self._coordinators and token.start not in self._named

    def is_light(self, token: Token) -> bool:
        """Whether a word may stand between subject and verb."""
        if token.start in self._named:
            return False
        if (role := self._roles.get(token.start)) is not None:
            return role == "light"
        return token.lower in self._auxiliaries or token.lower in self._adverbs

    def is_passive(self, token: Token) -> bool:
        """Whether a verb tells what was done to its subject, as far as the language says so of words."""
        return self._roles.get(token.start) in ("passive", "participle")

    def is_reduced(self, token: Token) -> bool:
        """Whether a verb describes the noun before it like a relative clause (`people driven from …`)."""
        return self._roles.get(token.start) in ("participle", "gerund")

    def is_gerund(self, token: Token) -> bool:
        """Whether a verb in -ing stands behind a clause whose subject it shares (`…, killing two`)."""
        return self._roles.get(token.start) == "gerund"

    def is_noun(self, token: Token) -> bool:
        """Whether a word that may be a verb is none here."""
        return self._roles.get(token.start) == "noun"

    def is_infinitive(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word such as `to` stands before a verb, whatever light words between."""
        while at > 1 and self.is_light(tokens[at - 1]) and tokens[at - 1].lower not in self._purpose:
            at -= 1
        return at > 0 and tokens[at - 1].lower in self._purpose

    def is_before_past(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether a word of `first`..`stop` puts its verb before what is told (`had asked`)."""
        return any(t.lower in self._before_past for t in tokens[first:stop])

    def is_determiner(self, token: Token) -> bool:
        """Whether a word says which or how many, before its noun."""
        return token.lower in self._determiners or self._roles.get(token.start) == "determiner"

    def is_relative(self, token: Token) -> bool:
        """Whether a word opens a relative clause (`yang`)."""
        if (role := self._roles.get(token.start)) is not None:
            return role == "relative"
        return token.lower in self._relative

    def clause_start(self, tokens: Sequence[Token], at: int, floor: int = 0) -> int:
        """The first token of the clause that the verb at `at` belongs to.

        Goes left to a full stop of some kind, a quotation mark, a word that opens or sets beside a
        clause; over commas, since appositions and adverbials stand between them.
        """
        i = at
        while i > floor:
            token = tokens[i - 1]
            if self._heads_last and token.text in _MARKS and (over := self._over_quotation(tokens, i - 1)):
                i = over
                continue
            if token.text in _MARKS or token.text in {";", ":", "–", "—", "--", "-"}:
                break
            if self.is_coordinator(token) and tokens[i].lower not in self._demonstratives:
                break
            if self.is_opener(token) and not self._closed(tokens, i - 1, at):
                break
            i -= 1
        return i

    def _closed(self, tokens: Sequence[Token], opener: int, at: int) -> bool:
        """Whether what the opener opens ends before `at`: at a comma, or at once (`ketika itu`)."""
        commas = [k for k in range(opener, at) if tokens[k].text == ","]
        if (
            self._heads_last
            and not self.is_preposition(tokens[opener])
            and tokens[opener].lower not in self._prepositions
        ):
            return any(self.has_verb(tokens, opener + 1, k) for k in commas)
        return bool(commas) or tokens[opener + 1].lower in self._demonstratives

    def over_quotation(self, tokens: Sequence[Token], at: int) -> int:
        """Where a quotation of a few words begins that ends at `at`; 0 where what ends there is speech."""
        speech = at > 0 and tokens[at - 1].text in ",.!?…"
        return 0 if speech else self._over_quotation(tokens, at)

    def _over_quotation(self, tokens: Sequence[Token], at: int) -> int:
        """Where a quotation of a few words begins that ends at `at`: words held at arm's length are no speech."""
        for k in range(at - 1, max(-1, at - 5), -1):
            if tokens[k].text in _MARKS:
                return k
        return 0

    def segments(self, tokens: Sequence[Token], first: int, stop: int) -> list[tuple[int, int]]:
        """`first`..`stop` cut at commas, brackets left whole."""
        found, start, depth = [], first, 0
        for i in range(first, stop):
            text = tokens[i].text
            if text in "([":
                depth += 1
            elif text in ")]":
                depth = max(0, depth - 1)
            elif text == "," and not depth:
                if i > start:
                    found.append((start, i))
                start = i + 1
        if stop > start:
            found.append((start, stop))
        return found

    def adverbial(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether a comma-parted segment is no noun phrase: it opens with a preposition, opener, verb or adverb."""
        head = tokens[first]
        return (
            self.is_preposition(head)
            or self.is_opener(head)
            or self.is_coordinator(head)
            or head.lower in self._conjunctions
            or (self.is_light(head) and stop - first <= 3)
            or head.lower in self.lexicon.set("names", "weekdays")
            or not any(t.is_word and t.lower not in self._demonstratives for t in tokens[first:stop])
            or (head.lower.startswith(self._verb_prefixes) and self.is_verb(replace(head, text=head.lower)))
            or self._roles.get(head.start) in VERBS
        )

    def has_verb(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether `first`..`stop` holds a finite verb outside any relative clause."""
        if self._heads_last:
            relatives = 0
            for i, token in enumerate(tokens[first:stop], first):
                if self.is_relative(token):
                    relatives += 1
                elif self.is_verb(token) and not self.is_reduced(token) and not self.is_infinitive(tokens, i):
                    if not relatives:
                        return True
                    relatives -= 1
            return False
        return any(
            self.is_verb(tokens[i]) and not any(self.is_relative(t) for t in tokens[first:i])
            for i in range(first, stop)
        )

    def noun_phrase_end(self, tokens: Sequence[Token], first: int) -> int:
        """Where the noun phrase that begins at `first` ends: before a stop, verb, opener or preposition."""
        i = first
        while i < len(tokens):
            token = tokens[i]
            if i > first and self._begins_another(tokens, i):
                break
            if i > first and (
                self.is_stop(token)
                or self.is_verb(token)
                or self.is_opener(token)
                or self.is_coordinator(token)
                or self.is_preposition(token)
                or token.lower in self._conjunctions
                or (self.is_light(token) and not token.is_capital)
                or token.lower in self.lexicon.set("names", "weekdays")
            ):
                break
            i += 1
        return i

    def noun_phrase_start(self, tokens: Sequence[Token], stop: int, floor: int = 0) -> int:
        """Where the noun phrase that ends before `stop` begins; a relative clause in it is passed over."""
        i = stop
        while i > floor:
            token = tokens[i - 1]
            if (
                self.is_stop(token)
                or self.is_verb(token)
                or self.is_opener(token)
                or self.is_coordinator(token)
                or self.is_preposition(token)
                or token.lower in self._conjunctions
                or (self.is_light(token) and not token.is_capital)
            ):
                break
            if i < stop and self._begins_another(tokens, i):
                break
            i -= 1
        return i

    def begins_another(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a noun phrase begins at a word although none has ended (`arrested two men this morning`)."""
        return self._begins_another(tokens, i)

    def _begins_another(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a noun phrase begins at a word although none has ended (`told the channel the shot came …`)."""
        if not self._heads_last or tokens[i].start in self._named:
            return False
        token, before = tokens[i], tokens[i - 1]
        number = token.text[0].isdigit() or token.lower in self._numbers
        if before.lower in self._owner or self.is_determiner(before) or not before.is_word:
            return False
        if before.lower in self._conjunctions:
            return False
        if number:
            return before.text[0].isdigit() is False and before.lower not in self._numbers
        return self.is_determiner(token) or token.lower in self._pronouns


def _inside_offices(lexicon: Lexicon, lines: Iterable[Line]) -> frozenset[int]:
    """Where the later words of an office of several words stand: they are no verbs (`juru bicara`)."""
    offices = (lexicon.phrases("names", "role_nouns"), lexicon.phrases("names", "person_titles"))
    found: set[int] = set()
    for line in lines:
        for i in range(len(line.tokens)):
            n = max(phrases.match(line.tokens, i) for phrases in offices)
            found.update(t.start for t in line.tokens[i + 1 : i + n])
    return frozenset(found)
