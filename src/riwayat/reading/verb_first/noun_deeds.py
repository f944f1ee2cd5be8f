"""Deeds told by nouns: `قصف الطيران قرية X`, `غارات على X`, `مقتل X`, `اشتباكات بين X وY`."""

from __future__ import annotations

from riwayat.reading.rules.event_words import EventWord
from riwayat.reading.rules.phrases_about import Parts
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.verb_first.grammar import is_definite, is_owned
from riwayat.reading.verb_first.objects import Objects
from riwayat.reading.verb_first.parties import REACH
from riwayat.text.tokens import Token

_CLOSE = 3
"""Words before a noun within which another may say that its deed is done."""
_FAR = 14
"""Words before a noun within which the verb stands that governs it."""


class NounDeeds(Objects):
    """Finds the parties of deeds that a noun tells."""

    def _of_noun(self, scene: Scene, first: int, stop: int, word: EventWord) -> Parts:
        """The parties of a deed told by a noun: `قصف الطيران قرية X`, `غارات على X`, `مقتل X ب…`."""
        tokens = scene.tokens
        if is_owned(tokens[stop - 1]) and (own := self._owned(scene, first, stop, word)) is not None:
            return own
        if word.kind == "noun_mutual":
            sides = self._sides(scene, self._past_adjectives(scene, stop))
            return Parts(sides or self._light_subject(scene, first))
        by = self._by(scene, stop) or self._relative_agent(scene, stop) or self._light_subject(scene, first)
        owned = is_owned(tokens[stop - 1])
        stop = self._past_adjectives(scene, stop)
        alone = owned or is_definite(tokens[stop - 1])
        genitive = None if alone else self._phrase(scene, stop)
        if self._of_patient.match(tokens, first):
            suffered = self._struck(scene, self._split(scene, genitive))
            return Parts(by, suffered or self._after(scene, stop, self._against, 3))
        actor: tuple[Range, ...] = ()
        patient: tuple[Range, ...] = ()
        after = stop
        if genitive is not None:
            parties = tuple(p for p in self._split(scene, genitive) if self._may_suffer(scene, p))
            acts = bool(parties) and not by and self._acts(scene, genitive)
            actor, patient = (parties, ()) if acts else ((), parties)
            after = genitive[1]
            if acts and (further := self._phrase(scene, self._past(tokens, after))) is not None:
                patient = self._split(scene, further)
        to = self._after(scene, after, self._against - self._bare, REACH)
        if not actor and not by:
            actor = self._after(scene, after, self._aims, 2)
        return Parts(by or actor, self._struck(scene, to or patient))

    def _owned(self, scene: Scene, first: int, stop: int, word: EventWord) -> Parts | None:
        """The parties of a deed whose noun bears a pronoun (`خلال استقباله وفدا`); null where none shows."""
        behind = self._phrase(scene, stop)
        if behind is not None and not self._may_suffer(scene, behind):
            behind = None
        others = self._split(scene, behind) or self._after(scene, stop, self._with | self._against, 3)
        main = self._verb_before(scene, first)
        doer = self.subject_of(scene, main) if main is not None else ()
        if not others or (self._of_patient.match(scene.tokens, first) and word.type != "CONSULT"):
            return None
        if word.kind == "noun_mutual" or word.type == "CONSULT":
            return Parts(doer + others)
        return Parts(doer, self._struck(scene, others))

    def _verb_before(self, scene: Scene, at: int) -> int | None:
        """The nearest verb before a word, light ones passed over."""
        tokens = scene.tokens
        return next(
            (
                k
                for k in range(at - 1, -1, -1)
                if self._grammar.is_verb(tokens[k]) and not self._grammar.is_light(tokens[k])
            ),
            None,
        )

    def subject_of(self, scene: Scene, verb: int) -> tuple[Range, ...]:
        """The subject of a verb, before it or behind it."""
        phrase = self.subject_before(scene, verb) or self._phrase(scene, self._past(scene.tokens, verb + 1))
        return tuple(p for p in self._split(scene, phrase) if self.is_party(scene, p))

    def _past_adjectives(self, scene: Scene, stop: int) -> int:
        """Past the adjectives of a deed's noun (`اشتباكات عنيفة`, `القصف المدفعي`)."""
        tokens, k = scene.tokens, stop
        if self._grammar.is_preposition(tokens[stop - 1]):
            return stop
        definite = is_definite(tokens[stop - 1])
        while k < len(tokens) and tokens[k].is_word and is_definite(tokens[k]) == definite:
            token = tokens[k]
            named = any(m.span.start <= token.start < m.span.end for m in scene.mentions)
            if self._grammar.is_preposition(token) or self._grammar.is_verb(token) or scene.is_time(token):
                break
            if not definite and (
                named
                or token.text[0].isdigit()
                or self._is_people(tokens, k)
                or not (token.lower in self._qualities or token.lower.endswith(self._relational))
            ):
                break
            if definite and (named or self._grammar.is_conjunction(token)):
                break
            k += 1
        return k

    def _acts(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase behind a deed's noun is who does it: a body, or armed."""
        tokens = scene.tokens[phrase[0] : phrase[1]]
        if any(m.type in ("group", "person") for m in scene.within(scene.span(*phrase))):
            return True
        return any(t.lower in self._armed for t in tokens)

    def _sides(self, scene: Scene, stop: int) -> tuple[Range, ...]:
        """`بين X وY`, `مع X`."""
        tokens = scene.tokens
        for k in range(stop, min(len(tokens), stop + REACH)):
            if self._grammar.is_mark(tokens[k]) and tokens[k].text not in "()":
                break
            if tokens[k].lower in self._between:
                found: tuple[Range, ...] = ()
                at = k + 1
                for _ in range(4):
                    phrase = self._phrase(scene, at)
                    if phrase is None:
                        break
                    found += self._split(scene, phrase)
                    at = phrase[1]
                    if at < len(tokens) and self._grammar.is_conjunction(tokens[at]):
                        at += 1
                        if at < len(tokens) and tokens[at].lower in self._between:
                            at += 1
                        continue
                    break
                return found
        return self._after(scene, stop, self._with - self._against, 5)

    def _relative_agent(self, scene: Scene, stop: int) -> tuple[Range, ...]:
        """`غارات شنتها طائرات روسية`, `الهجوم الذي نفذه X`: who a light verb behind a noun names."""
        tokens = scene.tokens
        for k in range(stop, min(len(tokens), stop + 6)):
            if self._grammar.is_mark(tokens[k]):
                return ()
            if self._grammar.is_verb(tokens[k]):
                return (
                    self._split(scene, self._phrase(scene, self._past(tokens, k + 1)))
                    if is_owned(tokens[k])
                    else ()
                )
        return ()

    def _light_subject(self, scene: Scene, first: int) -> tuple[Range, ...]:
        """Who a verb before a noun names as doing its deed (`شنت طائرات روسية غارات`)."""
        tokens = scene.tokens
        verb = self.light_verb(scene, first)
        if verb is None:
            return ()
        word = tokens[verb].lower
        if word in self._telling and (word in self._outcome or self._befell.match(tokens, first)):
            return ()
        before = self.subject_before(scene, verb)
        at = self._past(tokens, verb + 1)
        phrase = before or self._phrase(scene, at)
        if word in self._blaming:
            after = at if before else (phrase[1] if phrase else at)
            blamed = self._object(scene, after)
            if blamed is None or blamed[1] > first:  # `واتهم إيران بإرسال`
                blamed = phrase if before is None else None
            phrase = blamed if blamed is not None and blamed[1] <= first else None
        if phrase is None or phrase[1] > first:
            return self._doers(scene, before) if before and word not in self._blaming else ()
        return self._doers(scene, phrase)

    def _doers(self, scene: Scene, phrase: Range) -> tuple[Range, ...]:
        """The parties of a phrase that may act: no places where something happens (`شهدت المدينة اشتباكات`)."""
        return tuple(p for p in self._split(scene, phrase) if not self._is_place(scene, p))

    def light_verb(self, scene: Scene, first: int) -> int | None:
        """The verb before a noun that says that its deed was done, will be, or is said to have been."""
        tokens = scene.tokens
        for k in range(first - 1, max(-1, first - _CLOSE), -1):  # `لإجراء مباحثات`
            if tokens[k].lower in self._light_nouns:
                return k
        for k in range(first - 1, max(-1, first - _FAR), -1):
            if self._grammar.is_mark(tokens[k]) and tokens[k].text not in "()،,":
                return None
            if self._grammar.is_opener(tokens[k]) or self._grammar.is_relative(tokens[k]):
                return None
            if self._grammar.is_verb(tokens[k]) and not self._grammar.is_light(tokens[k]):
                return k if tokens[k].lower in self._light and not is_owned(tokens[k]) else None
        return None

    def is_light_verb(self, token: Token) -> bool:
        """Whether a verb says nothing of its own."""
        return token.lower in self._light

    def may_act(self, scene: Scene, first: int, stop: int) -> bool:
        """Whether the words between a verb and its noun hold a subject, and not only how many (`نفذت ثلاث ضربات`)."""
        tokens = scene.tokens
        return any(
            t.is_word
            and not self._grammar.is_determiner(t)
            and not self._grammar.is_preposition(t)
            and not self._grammar.is_light(t)
            and not scene.is_time(t)
            and t.lower not in self._members
            for t in tokens[first:stop]
        )

    def placed(self, scene: Scene, stop: int) -> bool:
        """Whether a place, or somebody, stands at once behind a noun as where or at whom (`غارة على كفررمان`)."""
        tokens = scene.tokens
        for k in range(stop, min(len(tokens) - 1, stop + 3)):
            if self._grammar.is_mark(tokens[k]) or self._grammar.is_verb(tokens[k]):
                return False
            if tokens[k].lower in self._held:
                return True
            if tokens[k].lower in self._spatial:
                near = scene.span(k + 1, min(len(tokens), k + 4))
                return any(near.start <= m.span.start < near.end for m in scene.mentions if m.type == "place")
        return False

    def happens(self, scene: Scene, first: int, stop: int) -> bool:
        """Whether a verb says that a noun's deed took place (`اندلعت اشتباكات`, `الهجوم وقع`)."""
        tokens = scene.tokens
        near = [*range(max(0, first - 4), first), *range(stop, min(len(tokens), stop + 4))]
        return any(self._grammar.is_verb(tokens[k]) and tokens[k].lower in self._light_passive for k in near)

    def _by(self, scene: Scene, at: int) -> tuple[Range, ...]:
        """Who acts, behind `by` (`على يد`, `من قبل`)."""
        tokens = scene.tokens
        for k in range(at, min(len(tokens), at + 14)):
            if n := self._agent.match(tokens, k):
                return self._split(scene, self._phrase(scene, k + n))
            if self._grammar.is_mark(tokens[k]):
                return ()
        return ()
