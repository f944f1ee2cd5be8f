"""Which words of a sentence may tell a deed: verbs, their parts around a subject, nouns, participles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from riwayat.model import EventType
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Mention, Trigger
from riwayat.reading.rules.circumstances import Told
from riwayat.reading.rules.event_words import EventWord, event_words
from riwayat.reading.rules.phrases_about import Parts
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.seen import as_word
from riwayat.reading.verb_first.grammar import Grammar
from riwayat.reading.verb_first.participants import Participants
from riwayat.text.tokens import Token
from riwayat.text.words import Word

_NOUNS = ("noun", "noun_mutual")
_SPLIT = 9
"""Words within which the rest of a form follows its verb's subject."""


class Tellings:
    """Finds the words for deeds in the sentences of one report, with their parties."""

    def __init__(
        self,
        lexicon: Lexicon,
        grammar: Grammar,
        participants: Participants,
        mentions: Sequence[Mention],
        seen: Mapping[int, Trigger],
    ) -> None:
        """`seen` are deeds that another engine sees, by where their words begin."""
        self._seen = seen
        self._grammar, self._participants = grammar, participants
        self._forms, self._words = event_words(lexicon.code)
        self._split_forms = _by_verb(self._words)
        self._idle = lexicon.phrases("events", "idle")
        self._about = lexicon.set("words", "about")
        self._armed = lexicon.set("names", "armed_or_official")
        self._deciding = {
            role: {
                type_: found
                for type_ in get_args(EventType)
                if (found := lexicon.set("events", f"deciding.{role}.{type_}"))
            }
            for role in ("subjects", "objects")
        }
        self.traces = {
            word: EventWord(type_, "noun", None, True)
            for type_ in get_args(EventType)
            for word in lexicon.set("events", f"{type_}.traces")
        }
        """Nouns for those who suffered a deed."""
        self.adverbial = {
            form: verb
            for form in sorted(lexicon.set("events", "participle_of"))
            if (verb := lexicon.word("events", "participle_of", form)) is not None
        }
        """Participles that stand aside, and the verbs that they are of."""
        self._names = frozenset(
            at for m in mentions if m.type != "place" for at in range(m.span.start, m.span.end)
        )

    def of(self, scene: Scene) -> Iterator[Told]:
        """Every form of the event list in a sentence, the longest at each place, with its parties."""
        tokens, i = scene.tokens, 0
        taken: set[int] = set()
        while i < len(tokens):
            named = tokens[i].start in self._names and not self._grammar.is_verb(tokens[i])
            if named or i in taken:
                i += 1
                continue
            verb = self.adverbial.get(tokens[i].lower)
            if verb is not None and self._adverb(scene, i) and (told := self._aside(scene, i, verb)):
                yield told
                i += 1
                continue
            if idle := self._idle.match(tokens, i):
                i += idle
                continue
            if self.traces.get(tokens[i].lower) and not self._grammar.is_verb(tokens[i]):
                yield Told(i, i + 1, self.traces[tokens[i].lower], Parts())
                i += 1
                continue
            n = self._forms.match(tokens, i)
            parted = self._parted(scene, i) if self._grammar.is_verb(tokens[i]) else None
            if parted is not None and (n <= 1 or parted[1] - parted[0] > n):
                stop, split, words = parted[1], parted[2], parted[3]
                word = self._chosen(scene, i, i + 1, words, split)
                parts = self._participants.of(scene, i, stop, word, split)
                noun = self._noun_in(scene, parted[4], stop, word) if word.kind != "suffer" else None
                if noun is None and self._participants.is_light_verb(tokens[i]):
                    noun = stop - 1  # `أعربت … عن قلقها`
                if noun is None:
                    yield Told(i, i + 1, word, parts)
                else:
                    taken.add(noun)
                    yield Told(noun, stop, word, parts)
                i += 1
                continue
            key = " ".join(t.lower for t in tokens[i : i + n])
            words = self._fitting(scene, i, n, self._words[key]) if n else ()
            seen, known = self._seen.get(tokens[i].start), bool(words)
            if seen is not None and not words:
                n, words = 1, [as_word(seen.type, verb=self._grammar.is_verb(tokens[i]))]
            if words:
                word = self._chosen(scene, i, i + n, words, None)
                parts = self._participants.of(scene, i, i + n, word, None)
                yield Told(i, i + n, word, parts, seen is not None and word.type == seen.type, known)
                i += n
            else:
                i += 1

    def _adverb(self, scene: Scene, i: int) -> bool:
        """Whether a participle stands aside, and is no noun of the same letters (`، مطالبة السلطات`)."""
        nouns = any(w.kind in _NOUNS for w in self._words.get(scene.tokens[i].lower, ()))
        return not nouns or (i > 0 and self._grammar.is_stop(scene.tokens[i - 1]))

    def _aside(self, scene: Scene, i: int, verb: str) -> Told | None:
        """`… متهما خصومه`: a participle tells of the subject of the verb before it."""
        tokens = scene.tokens
        words = [w for w in self._words.get(verb, ()) if w.kind in ("active", "subject")]
        main = next(
            (
                k
                for k in range(i - 1, -1, -1)
                if self._grammar.is_verb(tokens[k]) and not self._grammar.is_light(tokens[k])
            ),
            None,
        )
        if not words or main is None:
            return None
        active = next((w for w in words if w.kind == "active"), words[0])
        parts = self._participants.behind(scene, i + 1, active)
        actors = self._participants.subject_of(scene, main)
        return Told(i, i + 1, active, replace(parts, actors=actors))

    def _noun_in(self, scene: Scene, first: int, stop: int, word: EventWord) -> int | None:
        """The noun that tells what a verb in front of it says only that it was done (`شن الطيران غارات`)."""
        for k in range(first, stop):
            n = min(self._forms.match(scene.tokens, k), stop - k)
            key = " ".join(t.lower for t in scene.tokens[k : k + n])
            if any(w.kind in _NOUNS and w.type == word.type for w in self._words.get(key, ())):
                return k
        return None

    def _parted(self, scene: Scene, i: int) -> tuple[int, int, Range | None, Sequence[EventWord], int] | None:
        """A form whose subject stands between its verb and the rest (`ألقت الشرطة القبض على`), which begins last."""
        tokens = scene.tokens
        for rest, words in self._split_forms.get(tokens[i].lower, ()):
            for k in range(i + 2, min(len(tokens) - len(rest) + 1, i + 2 + _SPLIT)):
                if any(
                    self._grammar.is_mark(t) or self._grammar.is_verb(t) or t.lower in self._about
                    for t in tokens[i + 1 : k]
                ):
                    break
                if tuple(t.lower for t in tokens[k : k + len(rest)]) == rest:
                    split = (i + 1, k) if self._participants.may_act(scene, i + 1, k) else None
                    return i, k + len(rest), split, words, k
        return None

    def _fitting(self, scene: Scene, i: int, n: int, words: Sequence[EventWord]) -> Sequence[EventWord]:
        """The readings of a form of `n` words that fit a verb, or a noun, whichever it is here."""
        nouns = [w for w in words if w.kind in _NOUNS]
        if n > 1 and nouns:
            return nouns  # `وقف إطلاق النار`
        if self._grammar.is_verb(scene.tokens[i]):
            return [w for w in words if w.kind not in _NOUNS] or ()
        return [w for w in words if w.kind in _NOUNS]

    def _chosen(
        self, scene: Scene, first: int, stop: int, words: Sequence[EventWord], split: Range | None
    ) -> EventWord:
        """Of several readings the one that fits: one who is killed, or one who kills."""
        words = self._decided(scene, first, stop, words, split)
        suffer = next((w for w in words if w.kind == "suffer"), None)
        active = next((w for w in words if w.kind in ("active", "subject", "mutual_active", "mutual")), None)
        if suffer is None or active is None or split is not None:
            return words[0] if suffer is None or active is not None else suffer
        return suffer if self._passive(scene, first, stop, active) else active

    def _decided(
        self, scene: Scene, first: int, stop: int, words: Sequence[EventWord], split: Range | None
    ) -> Sequence[EventWord]:
        """The readings that the subject or object decides for: courts convict, ambassadors are expelled."""
        if len({w.type for w in words}) < 2:
            return words
        parts = self._participants.of(scene, first, stop, words[0], split)
        for role, parties in (("subjects", parts.actors), ("objects", parts.recipients)):
            for type_, deciding in self._deciding[role].items():
                fits = [w for w in words if w.type == type_]
                if fits and any(scene.tokens[k].lower in deciding for a, b in parties for k in range(a, b)):
                    return fits
        undecided = [w for w in words if all(w.type not in types for types in self._deciding.values())]
        return undecided or words

    def _passive(self, scene: Scene, first: int, stop: int, active: EventWord) -> bool:
        """Whether a verb that may be either has its victim behind it: only one party, and that no armed body."""
        tokens = scene.tokens
        word = tokens[first]
        if isinstance(word, Word) and word.owned:
            return False
        parts = self._participants.of(scene, first, stop, active, None)
        before = self._participants.subject_before(scene, first)
        if before is not None:
            if parts.recipients:
                return False
            return not self._armed_first(scene, before)
        if parts.recipients and parts.actors:
            return False
        if not parts.actors:
            return False
        a, b = parts.actors[0]
        return not any(m.type == "group" for m in scene.within(scene.span(a, b))) or self._numbered(
            tokens, stop
        )

    def _numbered(self, tokens: Sequence[Token], at: int) -> bool:
        return at < len(tokens) and tokens[at].text[0].isdigit()

    def _armed_first(self, scene: Scene, phrase: Range) -> bool:
        return self._participants.is_named(scene, phrase) or any(
            t.lower in self._armed for t in scene.tokens[phrase[0] : phrase[1]]
        )


def _by_verb(
    words: Mapping[str, Sequence[EventWord]],
) -> dict[str, list[tuple[tuple[str, ...], Sequence[EventWord]]]]:
    """Forms of several words by their first, with the rest of them; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Sequence[EventWord]]]] = {}
    for form, readings in words.items():
        head, *rest = form.split()
        verbal = [w for w in readings if w.kind not in _NOUNS]
        if rest and verbal and any(len(word) > 2 for word in rest):
            found.setdefault(head, []).append((tuple(rest), verbal))
    for entries in found.values():
        entries.sort(key=lambda e: -len(e[0]))
    return found
