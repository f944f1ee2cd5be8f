"""When a voice carries on: what words and layout say about sentences that attribute nothing themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from riwayat.model import Link, NarratorKind, Span
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.links import PICTURED
from riwayat.reading.markup import Attribution, Markup
from riwayat.reading.world import World
from riwayat.text.folding import fold
from riwayat.text.sentences import paragraphs
from riwayat.text.tokens import Token

_ENDED = 5
"""Letters of a word whose ending says `us` or `me`."""
_SOURCE_LINE = 12
"""Words that a line naming a report's source has at most."""


class Voices:
    """The conventions of one language about voices."""

    def __init__(self, text: str, lexicon: Lexicon, world: World) -> None:
        self._text, self._world, self._cut = text, world, lexicon.tokens
        self._verb_first = lexicon.verb_first
        self.worded = self.explicit = False
        self.worded_apart = lexicon.heads_last
        """Whether pronouns stand as words of their own before the verb."""
        if not lexicon.verb_first:
            self.worded = True
        self.explicit = lexicon.verb_first
        self._resets = lexicon.phrases("attribution", "resets")
        self._ours = lexicon.set("attribution", "ours")
        self._unanswered = lexicon.phrases("attribution", "unanswered")
        self._relay = lexicon.phrases("attribution", "relay")
        self._publishing = lexicon.phrases("attribution", "publishing")
        self._quoting = lexicon.phrases("attribution", "quoting")
        self._relative = lexicon.set("words", "relative")
        self._of_one_sentence = lexicon.phrases("attribution", "of_one_sentence")
        self._according = lexicon.phrases("attribution", "according")
        self._determiners = lexicon.set("words", "determiners") | lexicon.set("attribution", "demonstratives")
        self._demonstratives = lexicon.set("attribution", "demonstratives")
        self._conjunctions = lexicon.set("words", "conjunctions") if lexicon.verb_first else frozenset()
        self._pronouns = lexicon.set("words", "pronouns")
        self._further = lexicon.set("attribution", "further")
        self._another = lexicon.set("attribution", "another")
        self._first = lexicon.set("attribution", "first_person")
        self._outlet_reports = lexicon.set("attribution", "outlet_reports")
        self._me = lexicon.set("attribution", "me")
        self._accounts = lexicon.phrases("attribution", "accounts")
        self._writing_down = lexicon.phrases("attribution", "writing_down")
        self._my_endings = tuple(lexicon.listed("attribution", "my_endings"))
        self._our_endings = tuple(lexicon.listed("attribution", "our_endings"))
        endings = ("endings.feminine", "endings.feminine_verb") if lexicon.verb_first else ()
        self._hers = tuple(ending for key in endings for ending in sorted(lexicon.set("words", key)))
        self._joined = lexicon.set("attribution", "joining") | lexicon.set("attribution", "then")
        self._ordinary, self._given, self._key = lexicon.ordinary, lexicon.given_names, lexicon.key
        self._bodies = lexicon.set("attribution", "neuter") | (
            lexicon.set("attribution", "plural") if lexicon.heads_last else frozenset()
        )
        self._singular = lexicon.set("attribution", "singular")
        self._own_voice = lexicon.phrases("attribution", "own_voice")
        self._picture_words = frozenset().union(
            *(lexicon.set("attribution", f"kinds.{kind}") for kind in PICTURED)
        )
        self._video = lexicon.set("attribution", "kinds.video")
        self.caption_name = next(iter(sorted(lexicon.set("attribution", "caption_name"))), None)

    def outlet_kind(self, name: str) -> NarratorKind:
        """What kind of narrator an outlet is."""
        return "agency" if self._world.agency(name) else "outlet"

    def outlet(self, name: str) -> bool:
        """Whether a name is that of a known outlet that is no agency."""
        return self._world.kind(name) == "outlet" and not self._world.agency(name)

    def frames(self, attribution: Attribution) -> bool:
        """Whether the wording takes over a whole report (`dilansir`), not one sentence."""
        words = self._cut(self._text, attribution.cue.start, attribution.cue.end)
        named = attribution.narrator.span
        forms = (self._relay, self._according, self._publishing)
        retells = bool(words) and any(form.match(words, 0) for form in forms)
        retells = retells and not self._of_one_sentence.match(words, 0)
        return retells and named is not None and named.start > attribution.cue.start

    def quotes(self, attribution: Attribution) -> bool:
        """Whether the wording is of an outlet that quotes somebody (`yang mengutip sumber militer`)."""
        words = self._cut(self._text, attribution.cue.start, attribution.cue.end)
        return bool(words) and self._quoting.match(words, 0) > 0

    def relative_before(self, at: int) -> bool:
        """Whether a relative clause opens right before a place (`sumber yang dikutip X`)."""
        words = self._text[max(0, at - 30) : at].split()
        return bool(words) and words[-1].casefold() in self._relative

    def source_line(self, name: str) -> Span | None:
        """The label of the source line that names the outlet (`Sumber:`), if the text keeps that line."""
        for line in reversed(paragraphs(self._text)):
            head, colon, rest = line.text.partition(":")
            if colon and name in rest and len(line.text.split()) <= _SOURCE_LINE:
                end = line.start + len(head) + 1
                return Span(line.start, end, self._text[line.start : end])
        return None

    def description(self, phrase: str) -> str:
        """A narrator's description without the words that only point (`sumber itu`, `seorang pejabat`)."""
        words = phrase.split()
        while len(words) > 1 and words[-1].casefold() in self._determiners - self._another:
            words.pop()
        return " ".join(words)

    def words(self, phrase: str) -> set[str]:
        """The words by which a description is known again, without those that only point."""
        plain = self.description(phrase)
        if not self._verb_first:
            return set(fold(plain).split())
        return {t.lower for t in self._cut(plain) if t.is_word and t.lower not in self._determiners}

    def another(self, phrase: str) -> bool:
        """Whether a description sets its narrator apart from the ones before (`sumber kedua`)."""
        return any(word.casefold() in self._another for word in phrase.split()[1:])

    def pronoun(self, phrase: str) -> Literal["first", "third", "body"] | None:
        """Whether a phrase is a pronoun, and for whom."""
        words = phrase.casefold().split()
        if not words or len(words) > 2:
            return None
        if words[0] in self._bodies:
            return "body"
        return "first" if words[0] in self._first else "third" if words[0] in self._singular else None

    def of_outlets(self, phrase: str) -> bool:
        """Whether a phrase opens with what an outlet publishes and is itself (`التقرير`, `التحقيق`)."""
        words = self._cut(phrase)
        return bool(words) and words[0].lower in self._outlet_reports

    def of_me(self, word: str) -> bool:
        """Whether a word is one by which somebody speaks of himself alone."""
        return any(
            form in self._me or (len(form) >= _ENDED and form.endswith(self._my_endings))
            for form in self._forms(word)
        )

    def of_us(self, word: str) -> bool:
        """Whether a word is one by which somebody speaks of himself, alone or with others."""
        forms = self._forms(word)
        if self.of_me(word) or any(form in self._first or form in self._ours for form in forms):
            return True
        # `بيانا` is `بيان` in another case, `خرجنا` is `we went out`
        ended = len(forms[0]) >= _ENDED and forms[0].endswith(self._our_endings)
        return ended and not any(self._ordinary(w) for form in forms for w in (form, form[:-1]))

    def _forms(self, word: str) -> tuple[str, ...]:
        """The forms a word is looked up by: its own, and without a conjunction written on to it (`وأنا`)."""
        form = self._key(word.casefold())
        apart = self._verb_first and form[:1] in self._joined and len(form) > 2
        return (form, form[1:]) if apart else (form,)

    def of_her(self, phrase: str) -> bool:
        """Whether the first word of a phrase ends as verbs and nouns of a woman or thing do; false where none tell."""
        first = phrase.split()[0] if phrase.split() else ""
        return bool(self._hers) and first.endswith(self._hers)

    def account(self, text: str) -> bool:
        """Whether a heading says that somebody tells what follows himself (`as told to`, `شهادة`)."""
        words = self._cut(text)
        return any(self._accounts.match(words, i) for i in range(len(words)))

    def wrote_down(self, before: str) -> bool:
        """Whether a text ends in words for who wrote an account down, up to two words for his office aside."""
        words = self._cut(before)
        return any(
            self._writing_down.match_back(words, k) for k in range(len(words), max(-1, len(words) - 6), -1)
        )

    def unanswered(self, text: str) -> bool:
        """Whether a text says that somebody did not answer the outlet."""
        words = self._cut(text)
        return any(self._unanswered.match(words, i) for i in range(len(words)))

    def bears_name(self, parts: Sequence[str]) -> bool:
        """Whether one of the words of a name is one that people are given."""
        return any(part in self._given for part in parts)

    def own_words(self, sentence: Span, own: str | None, dateline: Span | None) -> bool:
        """Whether a sentence is the publishing outlet's own, whatever the report is taken from.

        By its wording (`Untuk diketahui`), or since it speaks of the outlet; the head before the dateline does not.
        """
        words = self._cut(self._text, sentence.start, sentence.end)
        if not words or (dateline is not None and sentence.start <= dateline.start < sentence.end):
            return False
        opens_with_own = bool(own) and fold(sentence.text).startswith(fold(own or "") + " ")
        return self._own_voice.match(words, 0) > 0 or opens_with_own

    def credited(self, credit: str) -> list[str]:
        """The agencies and outlets that a picture's credit names; a photographer or an archive is none."""
        words = self._cut(credit)
        if len(words) == 1 and credit.strip().isupper():
            return [credit.strip()]
        phrases = (
            credit[words[first].start : words[first + length - 1].end]
            for length in range(min(4, len(words)), 0, -1)
            for first in range(len(words) - length + 1)
        )
        return [phrase for phrase in phrases if self._world.kind(phrase) == "outlet"]

    def pictured(self, caption: str) -> tuple[NarratorKind, str | None]:
        """Whether a caption stands under a photo or a video, and the word for it."""
        for word in self._cut(caption):
            if word.lower in self._video:
                return "video", word.text
        return "photo", self.caption_name

    def continues(
        self, markup: Markup, k: int, voice: Sequence[Link], quoted: Sequence[tuple[int, int]], *, fresh: bool
    ) -> bool:
        """Whether sentence `k`, which attributes nothing, still is in the voice before it.

        Args:
            markup: the marks of the report.
            k: number of the sentence.
            voice: the narrators the sentence before ended in.
            quoted: speech quotations of its paragraph.
            fresh: whether the sentence opens a paragraph.
        """
        if not voice:
            return False
        span = markup.sentences[k].span
        if any(a <= span.start and span.end <= b + 1 for a, b in quoted):
            return True
        words = self._cut(self._text, span.start, span.end)
        lead = 1 if len(words) > 1 and words[0].lower in self._conjunctions else 0
        if not words or self._resets.match(words, 0) or self._resets.match(words, lead):
            return False
        if not self._verb_first and words[0].lower in self._ours:
            return False  # `We have not been able to confirm it.`
        if any(self._unanswered.match(words, i) for i in range(len(words))):
            return False  # `X did not respond to a request for comment`
        if fresh:
            # `Kesepakatan lain …`: one more of what the voice was telling
            return len(words) > 1 and words[1].lower in self._further and voice[-1].kind not in PICTURED
        if self._new_actor(markup, words):
            return False
        return voice[-1].kind not in PICTURED or self._points_back(words)

    def _new_actor(self, markup: Markup, words: Sequence[Token]) -> bool:
        """Whether a sentence opens with a person or body that does something: plain narration again."""
        opening = [w for w in words[:4] if w.is_word]
        at = (
            bisect_left(markup.mentions, opening[0].start, key=lambda m: m.span.start)
            if opening
            else len(markup.mentions)
        )
        named = next(
            (
                m
                for m in markup.mentions[at : at + 3]
                if m.span.start == opening[0].start and m.type != "place"
            ),
            None,
        )
        if named is None:
            return False
        after = next((w for w in words if w.start >= named.span.end), None)
        return after is not None and after.lower not in self._demonstratives

    def _points_back(self, words: Sequence[Token]) -> bool:
        """Whether a sentence opens with a pronoun or a phrase such as `dokumen tersebut`."""
        opening = [w.lower for w in words[:3] if w.is_word]
        return bool(opening) and (
            opening[0] in self._pronouns
            or (opening[0] in self._picture_words and any(w in self._demonstratives for w in opening[1:]))
        )
