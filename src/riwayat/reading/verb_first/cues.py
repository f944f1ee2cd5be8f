"""Cues: the wordings of attribution in a sentence, and the word lists by which they are found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Narrator, Role
from riwayat.reading.rules.lines import Line
from riwayat.reading.verb_first.grammar import QUOTES, Grammar, is_definite, is_owned
from riwayat.reading.verb_first.narrators import Narrators
from riwayat.text.tokens import Token

FEW = 12
"""Words within which `that` follows a speaker."""
CLOSING = QUOTES | {")"}
"""Marks behind an outlet's name."""
LONG = 16
"""Words within which it follows a verb whose speaker is not named again."""


@dataclass(slots=True)
class Cue:
    """A wording of attribution in its sentence."""

    role: Role
    first: int
    stop: int
    """The tokens of the wording."""
    clause: int
    """First token of its clause."""
    close: int
    """Token after its narrator."""
    narrator: Narrator
    behind: bool = False
    """Whether it stands behind what it attributes (`…، بحسب X`)."""
    nested: bool = False
    """Whether it is told within the words of the one before."""
    told: Narrator | None = None
    back: bool = False
    resumes: Cue | None = None
    """The wording whose narrator goes on with this one."""


class Cues:
    """The word lists of attribution, and what all wordings ask of a sentence."""

    def __init__(self, text: str, lexicon: Lexicon, grammar: Grammar, narrators: Narrators) -> None:
        self._text, self._grammar, self._narrators = text, grammar, narrators
        table = "attribution"
        self._say = lexicon.set(table, "say")
        self._weak = lexicon.set(table, "weak_say")
        self._act = lexicon.set(table, "act")
        self._continuing = lexicon.set(table, "continuing")
        self._according = lexicon.phrases(table, "according")
        self._own_words = lexicon.phrases(table, "own_words")
        self._quoting = lexicon.phrases(table, "quoting")
        self._relay = lexicon.phrases(table, "relay")
        self._passing = lexicon.set(table, "passing_on")
        self._from = lexicon.set(table, "from")
        self._ascribing = lexicon.set(table, "ascribing")
        self._onto = lexicon.set(table, "ascribed_to")
        self._anonymity = lexicon.phrases(table, "anonymity")
        self._contacted = lexicon.set(table, "contacted")
        self._passive = lexicon.phrases(table, "passive")
        self._passive_phrases = lexicon.phrases(table, "passive_phrases")
        self._announced = lexicon.phrases(table, "announced")
        self._show = lexicon.set(table, "show")
        self._within = lexicon.phrases(table, "within")
        self._share = lexicon.set(table, "share")
        self._that = lexicon.set(table, "that")
        self._told = lexicon.phrases(table, "told")
        self._before_that = lexicon.set(table, "before_that")
        self._unsaid = lexicon.set(table, "unsaid")
        self._denials = lexicon.set(table, "denials")
        self._sayings = lexicon.set(table, "sayings")
        self._speeches = lexicon.set(table, "speeches")
        self._posters = lexicon.set(table, "posters")
        self._purpose = lexicon.set(table, "purpose")
        self._favours = lexicon.set(table, "favours")
        self._with_pronoun = lexicon.set("words", "with_pronoun")
        self._days = lexicon.set("names", "weekdays")
        self._today = lexicon.set("attribution", "today")
        self._outlet_reports = lexicon.set(table, "outlet_reports")
        self._that_said = lexicon.phrases(table, "that_said")
        self._issued = lexicon.phrases(table, "issued")
        self._objects = lexicon.set(table, "before_object")
        self._rumours = lexicon.set(table, "rumours")
        self._learning = lexicon.set(table, "learning")
        self._checks = lexicon.phrases(table, "own_checks")
        self._away = lexicon.set(table, "away")
        self._verbal = lexicon.set(table, "saying_nouns")
        self._telling = lexicon.set(table, "telling")
        self._pronouns = lexicon.set("words", "pronouns")
        self._goes_on = lexicon.set(table, "goes_on")
        self._acting_on = lexicon.set(table, "acting_on")
        self._by_saying = lexicon.set(table, "by_saying")
        self._claims = lexicon.set(table, "claims")
        self._obtained = lexicon.set(table, "obtained")
        self._hearsay_words = lexicon.set(table, "hearsay")
        self._to = lexicon.set(table, "to")
        self._at_place = lexicon.set(table, "at")
        self._about = lexicon.set(table, "about")
        self._telling_of = lexicon.set(table, "telling_of")
        self._pointing_at = lexicon.phrases(table, "pointing_at")
        self._addressing = lexicon.set(table, "addressing") | lexicon.set(table, "act")
        self._staff = lexicon.set(table, "staff")
        self._whatever = lexicon.set(table, "whatever")
        self._in_it = lexicon.set(table, "in_it")
        self._courts = lexicon.set(table, "courts")
        self._convicting = lexicon.set(table, "convicting")
        self._platforms = lexicon.set(table, "online")
        self._joining = lexicon.set(table, "joining")
        self._pointing_words = lexicon.set(table, "demonstratives") - lexicon.set(table, "same")
        self._authoring = lexicon.set(table, "authoring")
        self._standing = lexicon.set(table, "standing")
        self._places = lexicon.set("names", "place_heads")
        self._writers = lexicon.set(table, "outlet_people") | lexicon.set(table, "staff")
        self._earlier = lexicon.set(table, "earlier")
        self._by_him = lexicon.set(table, "by_him")
        self._learnt_from = lexicon.set(table, "learnt_from")
        self._subject_ahead = tuple(sorted(lexicon.set(table, "subject_ahead")))
        self._of_us = tuple(sorted(lexicon.set(table, "of_us")))

    def _past_light(self, tokens: Sequence[Token], k: int) -> int:
        """Past what may stand between a verb and its subject: `أمس`, `فيها`, a day of the week."""
        while k < len(tokens) and (
            tokens[k].lower in self._with_pronoun
            or tokens[k].lower in self._today
            or (tokens[k].lower in self._days and is_definite(tokens[k]))
            or (self._grammar.is_light(tokens[k]) and not is_definite(tokens[k]))
        ):
            k += 1
        return k

    def _past_listener(self, tokens: Sequence[Token], k: int) -> int:
        """Past the outlet that was told, where it stands before who told it (`صرح لوكالة سانا مدير الصحة`)."""
        if k + 1 < len(tokens) and tokens[k].lower in self._to:
            heard = self._narrators.outlet(tokens, k + 1)
            if heard is not None and heard.span is not None:
                end = heard.span.end
                after = (
                    n
                    for n in range(k, len(tokens))
                    if tokens[n].start >= end and tokens[n].text not in CLOSING
                )
                return next(after, len(tokens))
        return k

    def _opens_later(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether what is said begins behind a phrase for when, where or to whom (`حذر، خلال لقائه X، من أن`)."""
        if k >= len(tokens):
            return False
        while_he = self._grammar.is_conjunction(tokens[k]) and k + 1 < len(tokens)
        while_he = while_he and tokens[k + 1].lower in self._pronouns
        if not (tokens[k].text in ",،" or self._grammar.is_preposition(tokens[k]) or while_he):
            return False
        for n in range(k + 1, min(len(tokens), k + LONG)):
            token = tokens[n]
            if token.lower in self._that or token.text == ":":
                return True
            if token.text in ".؛" or self._grammar.is_coordinator(token):
                return False
            if self._grammar.is_verb(token) and not is_owned(token) and not self._grammar.is_light(token):
                return False
        return False

    def _quote_before(
        self, tokens: Sequence[Token], k: int, quoted: Sequence[tuple[int, int]]
    ) -> tuple[int, int] | None:
        """The quotation that closes right before token `k`, a comma or dash left aside."""
        n = k - 1
        while n >= 0 and (
            tokens[n].text in QUOTES or (tokens[n].text in ",،.!؟-–—…" or tokens[n].text in ("..", "..."))
        ):
            if tokens[n].text in QUOTES:
                return next((q for q in quoted if q[1] in (tokens[n].start, tokens[n].end)), None)
            n -= 1
        return None

    def _acted(self, tokens: Sequence[Token], stop: int) -> bool:
        """Whether a verb stands before in the sentence."""
        return any(self._grammar.is_verb(t) and not self._grammar.is_light(t) for t in tokens[:stop])

    def _speech_begins(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether what is said begins here, small words before `that` passed over."""
        if k >= len(tokens):
            return True
        if self._told.match(tokens, k) > 1:
            return True
        if tokens[k].lower in self._before_that and k + 1 < len(tokens):
            return (
                tokens[k + 1].lower in self._that
                or tokens[k + 1].text in QUOTES
                or self._outlet_next(tokens, k)
            )
        if tokens[k].text in QUOTES and k + 1 < len(tokens) and self._narrators.begins_name(tokens[k + 1]):
            return False
        return tokens[k].lower in self._that or tokens[k].text in ':"“«'

    def _outlet_next(self, tokens: Sequence[Token], k: int) -> bool:
        return tokens[k].lower in self._to and self._narrators.outlet(tokens, k + 1) is not None

    def _leads(self, tokens: Sequence[Token], i: int, stop: int, quoted: Sequence[tuple[int, int]]) -> bool:
        """Whether `that`, a colon or a quotation follows a speaker, behind what may stand between."""
        aside = 0
        for k in range(max(stop, i + 1), min(len(tokens), max(stop, i + 1) + FEW)):
            token = tokens[k]
            if token.lower in self._that or token.text == ":":
                return True
            if (
                is_definite(token)
                and token.lower in self._by_saying
                and self._grammar.is_preposition(tokens[k - 1])
            ):
                return True
            if any(a == token.start for a, b in quoted):
                return True
            if k < aside or self._anonymity.match(tokens, k):
                continue
            if token.text in ",،" and k + 1 < len(tokens) and self._grammar.is_relative(tokens[k + 1]):
                aside = next((n for n in range(k + 1, len(tokens)) if tokens[n].text in ",،"), k)
                continue
            if self._grammar.is_verb(token) and token.lower in self._say:
                return False
            if token.text in ".؛":
                return False
        return False

    def _voice(self, line: Line, i: int) -> Narrator:
        """Whoever spoke last."""
        return Narrator("person", None, anaphor=True)
