"""Phrases and clauses of a language whose verb stands before its subject.

Words carry what their language's `forms` module knows of them: whether a word is a verb, bears the article,
is written together with the word before.  The word classes come from the language folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from riwayat.model import EventType
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Mention
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.agreement import TANWIN, Agreement
from riwayat.reading.world import World
from riwayat.text.folding import plain
from riwayat.text.tokens import Token
from riwayat.text.words import Word

_DOUBLED = "\u0651"
"""The mark of a doubled letter: written, it tells a verb from a preposition (`بيّن`)."""
_THEIRS = 6
"""Letters from which on a word in `ي…ون` or `ي…ان` is a verb, if it is unknown."""
QUOTES = frozenset('"“”«»„')
_ENDS = frozenset(".,;:!?…،؛؟()[]–—-") | {"--", "..", "..."}


def is_definite(token: Token) -> bool:
    """Whether a word bears the article."""
    return isinstance(token, Word) and token.definite


def is_owned(token: Token) -> bool:
    """Whether a word bears an ending for whose it is."""
    return isinstance(token, Word) and token.owned


def called(tokens: Sequence[Token], first: int, stop: int) -> str:
    """The words `first`..`stop` as a name: what is attached to the first left off, quotation marks left out."""
    out, end = "", -1
    for token in tokens[first:stop]:
        if token.text in QUOTES:
            continue
        apart = bool(out) and token.start > end
        word = token.whole if isinstance(token, Word) and (apart or not out) else token.text
        out, end = out + " " * apart + (word or token.text), token.end
    return out


def of_nation(world: World, token: Token) -> bool:
    """Whether a word is the adjective of a country, or its name."""
    whole = token.text
    bare = token.text.removeprefix("ال")
    forms = (
        whole,
        bare,
        token.lower,
        bare.removesuffix("ة"),
        bare.removesuffix("ين"),
        bare.removesuffix("ون"),
    )
    return any(world.country(form) for form in forms if len(form) > 2)


def nation_forms(token: Token) -> tuple[str, ...]:
    """The forms that an adjective of a country may be listed in."""
    bare = token.text.removeprefix("ال")
    return (
        token.text,
        bare,
        token.lower,
        bare.removesuffix("ة"),
        bare.removesuffix("ين"),
        bare.removesuffix("ون"),
    )


class Grammar(Clauses):
    """Answers questions about the words of one sentence at a time."""

    def __init__(
        self,
        lexicon: Lexicon,
        lines: Iterable[Line],
        mentions: Iterable[Mention] = (),
        world: World | None = None,
    ) -> None:
        """`mentions` name somebody: no word inside one is a verb or function word; `world` knows places."""
        self._world = world
        self._offices = lexicon.set("names", "person_titles") | lexicon.set("names", "role_nouns")
        lines, mentions = tuple(lines), tuple(mentions)
        names = [m.span for m in mentions]
        self._bodies = frozenset(m.span.start for m in mentions if m.type != "person")
        self._ends = frozenset(m.span.end for m in mentions)
        self._called = frozenset(at for span in names for at in range(span.start, span.end))
        self._nouns = lexicon.set("names", "place_heads") | lexicon.set("names", "collective_nouns")
        self._nouns |= frozenset(
            word for type_ in get_args(EventType) for word in lexicon.set("events", f"{type_}.noun")
        )
        self._with_pronoun = lexicon.set("words", "with_pronoun")
        self.lines = lines
        super().__init__(lexicon, lines, names)
        self._determiners = lexicon.set("words", "determiners")
        self._many = tuple(sorted(lexicon.set("words", "plural_endings")))
        self._particles = lexicon.set("words", "particles")
        self._agreement = Agreement(lexicon)
        self._numerals = lexicon.set("names", "members_of") | frozenset(
            word for key in ("ones", "tens", "hundreds", "scales") for word in lexicon.set("numbers", key)
        )
        self._places = lexicon.set("names", "generic_places")
        self._before_verbs = lexicon.set("words", "before_verbs")
        self._his = lexicon.set("words", "endings.his")
        self._unbound = tuple(
            sorted(lexicon.set("words", "endings.nominative") | lexicon.set("words", "endings.oblique"))
        )
        self._several, self._adjectival, self._relational, self._accusative = (
            tuple(sorted(lexicon.set("words", f"endings.{key}")))
            for key in ("nominative", "adjectival", "relational_accusative", "accusative")
        )
        self._day_parts = lexicon.set("names", "day_parts")
        self._days = lexicon.set("attribution", "today") | lexicon.set("names", "weekdays")
        self._pronouns = lexicon.set("words", "pronouns")
        self._that = lexicon.set("attribution", "that")
        self._pointing = lexicon.set("attribution", "demonstratives")
        self._verbs = frozenset(
            token.start for line in lines for k, token in enumerate(line.tokens) if self._acts(line.tokens, k)
        )

    def _acts(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a word is a verb where it stands, and no noun of the same letters."""
        token = tokens[k]
        if not isinstance(token, Word) or token.definite or token.start in self._named:
            return False
        if token.tense is None:
            return self._unknown_verb(token)
        behind = tokens[k + 1].lower if k + 1 < len(tokens) else ""
        if token.lower in self._day_parts and behind in self._days:
            return False  # `فجر اليوم`
        bends = plain(token.text) != token.lower or _DOUBLED in token.text
        says = behind in self._prepositions or behind in self._that
        if token.lower in self._prepositions and not bends and not says:
            return False  # `عبر تلغرام`, but `عبر عن`, `بين أن`
        if not k:
            return True
        before = tokens[k - 1]
        governs = before.lower in self._prepositions and before.lower not in self._with_pronoun
        governs = governs and not is_owned(before)  # `من ناحيته قال`
        if governs and before.lower not in self._before_verbs:
            return False
        twice = isinstance(before, Word) and before.tense and token.tense == "past" and not is_owned(token)
        if twice and self._plain_verb(before):
            return False  # `ندد حاكم منطقة`
        ruled = before.lower in self._offices and not is_definite(before) and not is_owned(token)
        if ruled and token.tense == "past":
            return False  # `ناطق تحالف العدوان`
        if token.tense == "present" and self._world is not None and self._world.strong_place(token.text):
            return False  # `تعز`
        return is_owned(before) or not (before.lower in self._determiners and token.tense == "past")

    def _unknown_verb(self, token: Word) -> bool:
        """Whether a word that no list knows has the form of what several do (`يستقلون`)."""
        text = plain(token.text)
        return (
            len(text) >= _THEIRS
            and text[0] in self._his
            and text.endswith(self._several)
            and token.lower == text
        )

    def _plain_verb(self, token: Token) -> bool:
        """Whether a form of a verb is one that no other verb stands behind at once."""
        small = self._auxiliaries | self._prepositions | self._particles
        return token.lower not in small

    def is_verb(self, token: Token) -> bool:
        """Whether a word is a verb where it stands."""
        return token.start in self._verbs

    def named(self, token: Token) -> bool:
        """Whether a word stands within a name."""
        return token.start in self._named

    def is_stop(self, token: Token) -> bool:
        """Whether a mark parts phrases."""
        return token.text in _ENDS or token.text in QUOTES

    def is_mark(self, token: Token) -> bool:
        """Whether a mark other than a quotation mark parts phrases."""
        return token.text in _ENDS

    def is_conjunction(self, token: Token) -> bool:
        """Whether a word sets another beside one (`و`)."""
        return token.lower in self._conjunctions and token.start not in self._named

    def clause_start(self, tokens: Sequence[Token], at: int, floor: int = 0) -> int:
        """The first word of the clause that the verb at `at` heads: what opens or joins it is left out."""
        i = at
        while i > floor:
            token = tokens[i - 1]
            if token.text in _ENDS or self.is_opener(token) or self.is_coordinator(token):
                break
            if self.is_conjunction(token) and self.is_verb(tokens[i]):
                break
            i -= 1
        return i

    def noun_phrase_end(self, tokens: Sequence[Token], first: int) -> int:
        """Where the noun phrase that begins at `first` ends, what prepositions attach to it left out.

        A noun without the article may govern the next; once a word with the article, or a name, has come, a
        noun without it begins another phrase.
        """
        i, closed, quoted = first, False, False
        accusative = first < len(tokens) and self._agreement.case(tokens[first]) == "object"
        while i < len(tokens):
            token = tokens[i]
            counts = token.text[0].isdigit() or token.lower in self._numerals
            accusative = accusative or counts or self.is_determiner(token)
            if token.text in QUOTES:
                quoted = not quoted
                i += 1
                continue
            if quoted:
                i += 1
                closed = True
                continue
            named = token.start in self._named
            if (
                i > first
                and closed
                and token.start in self._bodies
                and (not is_definite(token) or tokens[i - 1].end in self._ends)
            ):
                break
            if (
                i > first + 1
                and token.start in self._bodies
                and not is_definite(token)
                and self._describes(tokens, first, i - 1)
            ):
                break  # `ناشطون محليون قوات …`
            if i > first and not named:
                if (
                    token.text in _ENDS
                    or self.is_verb(token)
                    or self.is_opener(token)
                    or self.is_relative(token)
                    or self.is_preposition(token)
                    or self.is_coordinator(token)
                    or self.is_conjunction(token)
                    or token.lower in self._pronouns
                    or (
                        token.lower in self._adverbs
                        and not is_definite(token)
                        and not self._agrees(tokens, i)
                    )
                    or token.lower in self._auxiliaries
                ):
                    break
                if closed and not is_definite(token) and token.lower not in self._pointing:
                    break
                if i > first + 1 and self._describes(tokens, first, i - 1) and is_definite(token):
                    break  # `مسؤولون محليون الحريق`
                if is_definite(token) and not is_definite(tokens[i - 1]) and self._whole(tokens[i - 1]):
                    break  # `متظاهرون العلم`
                bare_object = not is_definite(token) and self._agreement.case(token) == "object"
                adjective = token.text.endswith(self._many) and self._agreement.case(tokens[first]) is None
                if bare_object and not accusative and not adjective:
                    break  # `مسلحون مهندسا`, but `بحسب سكان محليين`
                if (
                    closed
                    and token.lower in self._pointing
                    and i + 1 < len(tokens)
                    and is_definite(tokens[i + 1])
                ):
                    break  # `مصدر في الجهاز هذه الرواية`
                if (
                    closed
                    and token.lower in self._nouns
                    and is_definite(tokens[i - 1])
                    and not self._ruled(tokens, i)
                ):
                    break
                if token.text[0].isdigit():
                    break
            elif i == first and (token.text in _ENDS or self.is_opener(token)):
                break
            if named and token.start not in self._called and not is_definite(token):
                closed = False  # `الناطق باسم`: the office goes on
            else:
                closed = closed or is_definite(token) or is_owned(token) or token.start in self._called
            i += 1
        while i > first and tokens[i - 1].text in QUOTES and not self._opened(tokens, first, i - 1):
            i -= 1
        return i

    def _describes(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Whether the word at `at` is an adjective of a head without article, so that nothing depends on it."""
        plural = tokens[at].text.endswith(self._many) and tokens[first].text.endswith(self._many)
        return plural and not any(is_definite(t) for t in tokens[first : at + 1])

    def _whole(self, token: Token) -> bool:
        """Whether a noun's ending shows that it governs no other (`متظاهرون`, but `متظاهرو`)."""
        return self._agreement.case(token) is not None and token.text.endswith(self._unbound)

    def _ruled(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a noun with the article is an adjective of the one before (`القوات المسلحة`)."""
        return tokens[i].text.endswith(self._adjectival) and tokens[i].lower not in self._places

    def _agrees(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether what may be an adverb is an adjective of the noun before (`مرجعا أمنيا`)."""
        before = tokens[i - 1].text.rstrip(TANWIN)
        agrees = tokens[i].text.endswith(self._relational) and before.endswith(self._accusative)
        return agrees and not is_definite(tokens[i - 1])

    def _opened(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Whether the quotation mark at `at` closes one that stands in the phrase."""
        return sum(t.text in QUOTES for t in tokens[first:at]) % 2 == 1
