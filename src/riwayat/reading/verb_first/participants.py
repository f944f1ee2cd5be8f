"""Participants where the verb comes first: who does a deed, and to whom, by what stands behind the word for it."""

from __future__ import annotations

from riwayat.reading.rules.event_words import EventWord
from riwayat.reading.rules.phrases_about import Parts
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.verb_first.noun_deeds import NounDeeds
from riwayat.reading.verb_first.objects import TO_SOMEBODY
from riwayat.reading.verb_first.parties import REACH


class Participants(NounDeeds):
    """Finds the parties of deeds in the sentences of one report."""

    def of(self, scene: Scene, first: int, stop: int, word: EventWord, split: Range | None) -> Parts:
        """Who does what tokens `first`..`stop` tell, and to whom; `split` is a subject that parts its words."""
        if word.kind in ("noun", "noun_mutual"):
            return self._of_noun(scene, first, stop, word)
        tokens = scene.tokens
        before = self.subject_before(scene, first)
        if (
            before is not None
            and split is None
            and stop - first > 1
            and tokens[stop - 1].lower in self._against
        ):
            # `القوات ألقت القبض على 24`: the form ends before whom it is done to
            aimed = self._split(scene, self._phrase(scene, stop))
            if word.type in TO_SOMEBODY:
                aimed = tuple(p for p in aimed if self.is_party(scene, p))
            return Parts(self._split(scene, before), self._struck(scene, aimed))
        subject = split
        at = stop
        if split is None:
            at = self._past(tokens, stop)
            subject = self._phrase(scene, at)
            if subject is not None and self._takes_time(scene, subject):
                at = self._past(tokens, subject[1])
                subject = self._phrase(scene, at)
        if word.kind == "suffer":
            patient = before or subject
            return Parts(self._by(scene, stop), self._split(scene, patient))
        if word.kind == "passive":
            patient = split or before or None
            return Parts(self._by(scene, stop) or self._from(scene, stop), self._split(scene, patient))
        if before is not None and split is None:
            behind, subject = self._object(scene, at) or self._if_party(scene, subject), before
            after = at
        else:
            subject = self._with_name(scene, subject) if split is None else subject
            after = subject[1] if subject and split is None else at
            behind = self._object(scene, after) if subject is not None else None
            if subject is not None and behind is None and self._patient_alone(scene, first, subject, word):
                subject, behind = None, subject
        if word.kind == "active":
            to = self._after(scene, after, self._against, REACH)
            found = self._split(scene, behind) or to
            if word.type in TO_SOMEBODY:
                found = tuple(p for p in found if self.is_party(scene, p))
            return Parts(self._split(scene, subject), self._struck(scene, found))
        if word.kind in ("mutual", "mutual_active"):
            others = self._split(scene, behind) + self._after(scene, after, self._with, REACH)
            return Parts(self._split(scene, subject) + tuple(p for p in others if self.is_party(scene, p)))
        alone = split is None and subject is not None and stop - first > 1 and before is None
        if alone and any(t.lower in self._against for t in tokens[first + 1 : stop]):
            # `أطلق النار على مدنيين`: what follows at once is aimed at
            return Parts((), self._struck(scene, self._split(scene, subject)))
        to = self._after(scene, after if subject else at, self._against, REACH)
        if split is not None and any(t.lower in self._against for t in tokens[split[1] : stop]):
            to = self._split(scene, self._phrase(scene, self._past(tokens, stop))) or to
        if word.type in TO_SOMEBODY:
            to = tuple(p for p in to if self.is_party(scene, p))
        return Parts(self._split(scene, subject), self._struck(scene, to))

    def behind(self, scene: Scene, at: int, word: EventWord) -> Parts:
        """The parties behind a word that has no subject of its own: its object, or whom a preposition gives."""
        at = self._past(scene.tokens, at)
        found = self._split(scene, self._phrase(scene, at)) if word.kind == "active" else ()
        found = tuple(p for p in found if self.is_party(scene, p))
        return Parts((), found or self._after(scene, at, self._against, REACH))

    def subject_of(self, scene: Scene, verb: int) -> tuple[Range, ...]:
        """The subject of a verb, before it or behind it."""
        phrase = self.subject_before(scene, verb) or self._phrase(scene, self._past(scene.tokens, verb + 1))
        return tuple(p for p in self._split(scene, phrase) if self.is_party(scene, p))

    def _from(self, scene: Scene, at: int) -> tuple[Range, ...]:
        return self._after(scene, at, frozenset({"من"}), 4)
