"""Deeds told by nouns: `قصف الطيران قرية X`, `غارات على X`, `مقتل X`, `اشتباكات بين X وY`."""

from __future__ import annotations

from riwayat.reading.rules.event_words import EventWord
from riwayat.reading.rules.phrases_about import Parts
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.verb_first.grammar import is_owned
from riwayat.reading.verb_first.objects import Objects
from riwayat.reading.verb_first.parties import REACH


class NounDeeds(Objects):
    """Finds the parties of deeds that a noun tells."""

    def _of_noun(self, scene: Scene, first: int, stop: int, word: EventWord) -> Parts:
        """The parties of a deed told by a noun: `قصف الطيران قرية X`, `غارات على X`, `مقتل X ب…`."""
        tokens = scene.tokens
        if word.kind == "noun_mutual":
            sides = self._sides(scene, stop)
            return Parts(sides or self._light_subject(scene, first))
        by = self._by(scene, stop) or self._relative_agent(scene, stop) or self._light_subject(scene, first)
        owned = is_owned(tokens[stop - 1])
        genitive = None if owned else self._phrase(scene, stop)
        if self._of_patient.match(tokens, first):
            return Parts(by, self._split(scene, genitive) or self._after(scene, stop, self._against, 3))
        actor: tuple[Range, ...] = ()
        patient: tuple[Range, ...] = ()
        after = stop
        if genitive is not None:
            parties = self._split(scene, genitive)
            acts = bool(parties) and not by and self._acts(scene, genitive)
            actor, patient = (parties, ()) if acts else ((), parties)
            after = genitive[1]
            if acts and (further := self._phrase(scene, self._past(tokens, after))) is not None:
                patient = self._split(scene, further)
        to = self._after(scene, after, self._against - {"ب", "من", "ل"}, REACH)
        if not actor and not by:
            actor = self._after(scene, after, frozenset({"ل"}), 2)
        return Parts(by or actor, self._struck(scene, to or patient))

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
        return self._after(scene, stop, self._with - {"ب", "إلى"}, 5)

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
        """Who a light verb before a noun names (`شنت طائرات روسية غارات`)."""
        tokens = scene.tokens
        verb = self.light_verb(scene, first)
        if verb is None:
            return ()
        before = self.subject_before(scene, verb)
        phrase = before or self._phrase(scene, self._past(tokens, verb + 1))
        if phrase is None or phrase[0] <= first < phrase[1] or phrase[0] > first:
            return self._split(scene, before) if before else ()
        return self._split(scene, phrase)

    def light_verb(self, scene: Scene, first: int) -> int | None:
        """The verb before a noun that says that its deed was done."""
        tokens = scene.tokens
        for k in range(first - 1, max(-1, first - 12), -1):
            if self._grammar.is_mark(tokens[k]) and tokens[k].text not in "()،,":
                return None
            if self._grammar.is_opener(tokens[k]):
                return None
            if self._grammar.is_verb(tokens[k]) and not self._grammar.is_light(tokens[k]):
                return k if tokens[k].lower in self._light else None
        return None

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
