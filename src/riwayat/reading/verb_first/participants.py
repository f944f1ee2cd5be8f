"""Participants where the verb comes first: who does a deed, and to whom, by what stands behind the word for it."""

from __future__ import annotations

from riwayat.reading.rules.event_words import EventWord
from riwayat.reading.rules.phrases_about import Parts
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.verb_first.noun_deeds import NounDeeds
from riwayat.reading.verb_first.objects import TO_SOMEBODY
from riwayat.reading.verb_first.parties import REACH
from riwayat.text.words import Word


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
        if split is not None and not any(
            tokens[k].lower in self._against for k in range(first + 1, split[0])
        ):
            joined = first > 0 and self._grammar.is_conjunction(tokens[first - 1])
            spoke = any(self._grammar.is_verb(t) and not self._grammar.is_light(t) for t in tokens[:first])
            own = self._phrase(scene, split[0])
            rest = self._phrase(scene, own[1]) if own is not None and own[1] < split[1] else None
            if own is not None and rest is not None and rest[1] <= split[1] and self.is_party(scene, rest):
                # `دعت الصين الجانبين إلى`
                return Parts(self._split(scene, own), self._struck(scene, self._split(scene, rest)))
            asked = word.type == "REQUEST" and joined and self._asked(scene, first, split, spoke)
            if asked or self._is_object(scene, first, split, word.type):  # `دعا الحكومة إلى`
                return Parts((), self._struck(scene, self._split(scene, split)))
        if split is None:
            at = self._past(tokens, stop)
            subject = self._phrase(scene, at)
            if subject is not None and self._takes_time(scene, subject):
                at = self._past(tokens, subject[1])
                subject = self._phrase(scene, at)
        if word.kind == "suffer":
            patient = before or subject
            return Parts(self._by(scene, stop), self._split(scene, patient))
        verb = tokens[first]
        if isinstance(verb, Word) and verb.passive and word.kind != "passive":
            return self._turned(scene, first, stop, word, before or split, subject)
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
        if subject is None and behind is not None and before is None and split is None and stop - first == 1:
            # `أمهلت وجهاء المدينة`: whom the endings show to be no subject
            return Parts((), self._struck(scene, self._split(scene, behind)))
        if subject is not None and split is None and before is None and stop - first > 1:
            subject = None if self._agreement.case(tokens[subject[0]]) == "object" else subject
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

    def _turned(
        self,
        scene: Scene,
        first: int,
        stop: int,
        word: EventWord,
        set_apart: Range | None,
        behind: Range | None,
    ) -> Parts:
        """The parties of a verb in the passive: `أحيل المتهمون`, `ألقي القبض على رجلين`, `أُفرج عن ثلاثة`."""
        by = self._by(scene, stop)
        if set_apart is not None or word.kind == "active":
            return Parts(by, self._struck(scene, self._split(scene, set_apart or behind)))
        if stop - first > 1:
            return Parts(by, self._struck(scene, self._split(scene, self._phrase(scene, stop))))
        return Parts(by, self._struck(scene, self._after(scene, stop, self._against, REACH)))

    def behind(self, scene: Scene, at: int, word: EventWord) -> Parts:
        """The parties behind a word that has no subject of its own: its object, or whom a preposition gives."""
        at = self._past(scene.tokens, at)
        found = self._split(scene, self._phrase(scene, at)) if word.kind == "active" else ()
        found = tuple(p for p in found if self.is_party(scene, p))
        return Parts((), found or self._after(scene, at, self._against, REACH))

    def carried(self, scene: Scene, verb: int) -> tuple[Range, ...]:
        """Who did what the verb before tells, where a verb joined to it agrees with him (`نفذ الجيش … واعتقل`)."""
        tokens = scene.tokens
        main = self._verb_before(scene, verb - 1)
        if main is None:
            return ()
        found = self.subject_of(scene, main)
        return found if found and not self._agreement.disagree(tokens[verb], tokens[slice(*found[0])]) else ()

    def _from(self, scene: Scene, at: int) -> tuple[Range, ...]:
        return self._after(scene, at, self._source, 4)
