"""Participants where the verb comes first: who does a deed, and to whom, by what stands behind the word for it."""

from __future__ import annotations

from collections.abc import Sequence

from riwayat.reading.lexicon import Lexicon
from riwayat.reading.rules.event_words import EventWord
from riwayat.reading.rules.participants import Parts
from riwayat.reading.rules.scene import Range, Scene
from riwayat.reading.verb_first.grammar import QUOTES, Grammar, is_definite, is_owned
from riwayat.reading.world import World
from riwayat.text.tokens import Token
from riwayat.text.words import Word

_TO_SOMEBODY = ("ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
"""Types of deeds whose recipient is somebody, and no thing."""
_FAR = 16
"""Words behind a subject within which the object is looked for."""
_REACH = 8
"""Words behind a deed within which a preposition may open a party."""


class Participants:
    """Finds the parties of deeds in the sentences of one report."""

    def __init__(self, lexicon: Lexicon, world: World, grammar: Grammar) -> None:
        self._lexicon, self._world, self._grammar = lexicon, world, grammar
        self._people = lexicon.set("names", "collective_nouns")
        self._armed = lexicon.set("names", "armed_or_official")
        self._agent = lexicon.phrases("words", "agent")
        self._against = lexicon.set("words", "patient_prepositions")
        self._with = lexicon.set("words", "with")
        self._between = lexicon.set("words", "between")
        self._of_patient = lexicon.phrases("events", "of_patient")
        self._light = lexicon.set("events", "light.active")
        self._light_passive = lexicon.set("events", "light.passive")
        self._with_pronoun = lexicon.set("words", "with_pronoun")
        self._today = lexicon.set("attribution", "today") | lexicon.set("names", "weekdays")
        self._bounds = lexicon.phrases("words", "bounds")
        self._determiners = lexicon.set("words", "determiners")
        self._members = lexicon.set("names", "members_of")
        self._places = lexicon.set("names", "place_heads")
        self._offices = (lexicon.phrases("names", "role_nouns"), lexicon.phrases("names", "person_titles"))
        self._inner = lexicon.set("words", "attached")
        self._strikes = lexicon.set("events", "strike_prepositions")
        self._targets = lexicon.set("events", "targets")
        self._held = lexicon.set("events", "held_places")
        self._spatial = lexicon.set("names", "place_prepositions")
        self._deeds = lexicon.set("events", "of_patient")

    def of(self, scene: Scene, first: int, stop: int, word: EventWord, split: Range | None) -> Parts:
        """Who does what tokens `first`..`stop` tell, and to whom; `split` is a subject that parts its words."""
        if word.kind in ("noun", "noun_mutual"):
            return self._of_noun(scene, first, stop, word)
        tokens = scene.tokens
        before = self.subject_before(scene, first)
        if before is not None and split is None and stop - first > 1 and tokens[stop - 1].lower in self._against:
            # `القوات ألقت القبض على 24`: the form ends before whom it is done to
            aimed = self._split(scene, self._phrase(scene, stop))
            if word.type in _TO_SOMEBODY:
                aimed = tuple(p for p in aimed if self.is_party(scene, p))
            return Parts(self._split(scene, before), self._struck(scene, aimed))
        if split is not None:
            subject, at = split, stop
        else:
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
            to = self._after(scene, after, self._against, _REACH)
            found = self._split(scene, behind) or to
            if word.type in _TO_SOMEBODY:
                found = tuple(p for p in found if self.is_party(scene, p))
            return Parts(self._split(scene, subject), self._struck(scene, found))
        if word.kind in ("mutual", "mutual_active"):
            others = self._split(scene, behind) + self._after(scene, after, self._with, _REACH)
            return Parts(self._split(scene, subject) + tuple(p for p in others if self.is_party(scene, p)))
        if split is None and subject is not None and stop - first > 1 and before is None:
            # `أطلق النار على مدنيين`: what follows at once is aimed at
            if any(t.lower in self._against for t in tokens[first + 1 : stop]):
                return Parts((), self._struck(scene, self._split(scene, subject)))
        to = self._after(scene, after if subject else at, self._against, _REACH)
        if split is not None and any(t.lower in self._against for t in tokens[split[1] : stop]):
            to = self._split(scene, self._phrase(scene, self._past(tokens, stop))) or to
        if word.type in _TO_SOMEBODY:
            to = tuple(p for p in to if self.is_party(scene, p))
        return Parts(self._split(scene, subject), self._struck(scene, to))

    def behind(self, scene: Scene, at: int, word: EventWord) -> Parts:
        """The parties behind a word that has no subject of its own: its object, or whom a preposition gives."""
        at = self._past(scene.tokens, at)
        found = self._split(scene, self._phrase(scene, at)) if word.kind == "active" else ()
        found = tuple(p for p in found if self.is_party(scene, p))
        return Parts((), found or self._after(scene, at, self._against, _REACH))

    def subject_of(self, scene: Scene, verb: int) -> tuple[Range, ...]:
        """The subject of a verb, before it or behind it."""
        phrase = self.subject_before(scene, verb) or self._phrase(scene, self._past(scene.tokens, verb + 1))
        return tuple(p for p in self._split(scene, phrase) if self.is_party(scene, p))

    def _if_party(self, scene: Scene, phrase: Range | None) -> Range | None:
        return phrase if phrase is not None and not self._is_place(scene, phrase) else None

    def _with_name(self, scene: Scene, subject: Range | None) -> Range | None:
        """A subject with the name behind what attaches to his office (`النائب عن المحافظة رحيم الدراجي`)."""
        tokens = scene.tokens
        if subject is None or subject[1] >= len(tokens) or not self._grammar.is_preposition(tokens[subject[1]]):
            return subject
        if not any(p.match(tokens, subject[0]) for p in self._offices):
            return subject
        for k in range(subject[1] + 1, min(len(tokens), subject[1] + 5)):
            if self._grammar.is_mark(tokens[k]) or self._grammar.is_verb(tokens[k]):
                return subject
            for m in scene.mentions:
                if m.type == "person" and m.span.start == tokens[k].start:
                    stop = next((n for n in range(k, len(tokens)) if tokens[n].start >= m.span.end), len(tokens))
                    return (k, stop)
        return subject

    def _patient_alone(self, scene: Scene, verb: int, phrase: Range, word: EventWord) -> bool:
        """Whether the one party behind a verb is its object: counted, or asked by whoever spoke before."""
        tokens = scene.tokens
        if word.kind != "active":
            return False
        counted = tokens[phrase[0]].text[0].isdigit() or self._bounds.match(tokens, phrase[0]) > 0
        if counted and word.type in ("ASSAULT", "COERCE"):
            return True
        if word.type not in _TO_SOMEBODY or phrase[1] >= len(tokens):
            return False
        opens = tokens[phrase[1]].lower in self._against or self._grammar.is_opener(tokens[phrase[1]])
        spoke = any(self._grammar.is_verb(t) and not self._grammar.is_light(t) for t in tokens[:verb])
        we = tokens[verb].text[0] == "ن" and isinstance(tokens[verb], Word) and tokens[verb].tense == "present"
        joined = verb > 0 and self._grammar.is_conjunction(tokens[verb - 1])
        person = any(m.type == "person" for m in scene.within(scene.span(*phrase)))
        return opens and (we or (joined and spoke) or (joined and verb == 1 and not person))

    def _object(self, scene: Scene, at: int) -> Range | None:
        """The object behind a subject: the first phrase that no preposition governs, times passed over."""
        tokens, k = scene.tokens, at
        stop = min(len(tokens), at + _FAR)
        while k < stop:
            token = tokens[k]
            if token.text in ",،" and k + 1 < stop and self._aside(scene, k + 1):
                k = next((n for n in range(k + 1, stop) if tokens[n].text in ",،"), stop) + 1
                continue
            if self._grammar.is_mark(token) or self._grammar.is_opener(token) or self._grammar.is_relative(token):
                return None
            if self._grammar.is_verb(token) or self._grammar.is_conjunction(token):
                return None
            if self._grammar.is_preposition(token):
                k = max(self._grammar.noun_phrase_end(tokens, k + 1), k + 1)
                continue
            past = self._past(tokens, k)
            if past > k:
                k = past
                continue
            phrase = self._phrase(scene, k)
            if phrase is None:
                return None
            if self._takes_time(scene, phrase) or not self._may_suffer(scene, phrase):
                k = phrase[1]
                continue
            return phrase
        return None

    def _aside(self, scene: Scene, k: int) -> bool:
        """Whether a time or place stands in commas from `k` on."""
        token = scene.tokens[k]
        return scene.is_time(token) or self._grammar.is_preposition(token) or token.lower in self._spatial

    def _may_suffer(self, scene: Scene, phrase: Range) -> bool:
        first = scene.tokens[phrase[0]]
        return (
            self.is_party(scene, phrase)
            or first.text[0].isdigit()
            or first.lower in self._targets
            or first.text in QUOTES
        )

    def _is_place(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase is a place that somebody may hold, and not who is there."""
        named = [m for m in scene.within(scene.span(*phrase)) if m.type != "place"]
        if named or self.is_named(scene, phrase):
            return False
        starts = any(m.span.start == scene.tokens[phrase[0]].start for m in scene.mentions if m.type == "place")
        return starts or scene.tokens[phrase[0]].lower in self._held

    def _struck(self, scene: Scene, parties: tuple[Range, ...]) -> tuple[Range, ...]:
        """Recipients without towns and districts."""
        return tuple(p for p in parties if not self._is_place(scene, p))

    # -- phrases ---------------------------------------------------------------------------------------

    def _past(self, tokens: Sequence[Token], k: int) -> int:
        """Past what may stand between a verb and its parties."""
        while k < len(tokens) and not self._bounds.match(tokens, k) and (
            tokens[k].lower in self._with_pronoun
            or tokens[k].lower in self._today
            or (self._grammar.is_light(tokens[k]) and not is_definite(tokens[k]))
        ):
            k += 1
        return k

    def _takes_time(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase says when."""
        return scene.is_time(scene.tokens[phrase[0]])

    def _phrase(self, scene: Scene, first: int) -> Range | None:
        """The noun phrase that begins at `first`, its number and bounds included."""
        tokens = scene.tokens
        if first >= len(tokens):
            return None
        k = first
        if n := self._bounds.match(tokens, k):
            k += n
        token = tokens[k] if k < len(tokens) else None
        if token is None or (self._grammar.is_mark(token) and token.text != "("):
            return None
        if (
            self._grammar.is_preposition(token)
            or self._grammar.is_verb(token)
            or self._grammar.is_opener(token)
            or self._grammar.is_relative(token)
            or self._grammar.is_conjunction(token)
        ):
            return None
        stop = self._grammar.noun_phrase_end(tokens, k)
        for _ in range(4):
            if stop >= len(tokens) or stop <= k:
                break
            attached = (
                tokens[stop].lower in self._inner
                and stop + 1 < len(tokens)
                and (self._counted(tokens, k, stop) or tokens[k].lower in self._members)
            )
            joined = self._grammar.is_conjunction(tokens[stop]) and self._joins(scene, k, stop)
            if not attached and not joined:
                break
            further = self._grammar.noun_phrase_end(tokens, stop + 1)
            if further <= stop + 1:
                break
            stop = further
        return (first, stop) if stop > first else None

    def _counted(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """`ستة من المطلوبين`: a bare number, and of whom."""
        return stop - first == 1 and (tokens[first].text[0].isdigit() or tokens[first].lower in self._members)

    def _joins(self, scene: Scene, first: int, at: int) -> bool:
        """Whether what follows a conjunction is another party of the same kind."""
        tokens = scene.tokens
        if at + 1 >= len(tokens) or self._grammar.is_verb(tokens[at + 1]):
            return False
        after = tokens[at + 1]
        named = any(m.span.start == after.start and m.type in ("person", "group") for m in scene.mentions)
        return named or (self._is_people(tokens, at + 1) and self._is_people(tokens, first))

    def subject_before(self, scene: Scene, verb: int) -> Range | None:
        """The noun phrase before a verb as its subject: `الثوار صدوا`, `مسلحون مجهولون قتلوا`, `الذي نفذه`."""
        tokens = scene.tokens
        k = verb
        while k and (self._grammar.is_light(tokens[k - 1]) and not is_definite(tokens[k - 1])):
            k -= 1
        if not k:
            return None
        before = tokens[k - 1]
        if self._grammar.is_relative(before):
            k -= 1
            start = self._start(scene, k)
            return (start, k) if start < k else None
        if self._grammar.is_conjunction(before) or self._grammar.is_opener(before):
            return None
        start = self._start(scene, k)
        if start == k or (
            start
            and self._grammar.is_verb(tokens[start - 1])
            and not self._grammar.is_light(tokens[start - 1])
        ):
            return None
        if start and self._grammar.is_preposition(tokens[start - 1]):
            return None
        opens = (
            start == 0
            or self._grammar.is_opener(tokens[start - 1])
            or self._grammar.is_conjunction(tokens[start - 1])
            or self._grammar.is_coordinator(tokens[start - 1])
            or self._grammar.is_light(tokens[start - 1])
            or self._grammar.is_mark(tokens[start - 1])
            or tokens[start - 1].text in QUOTES
        )
        return (start, k) if opens and any(t.is_word for t in tokens[start:k]) else None

    def _start(self, scene: Scene, stop: int) -> int:
        """Where the noun phrase that ends before `stop` begins, what prepositions attach to it included."""
        tokens, k = scene.tokens, stop
        while k:
            token = tokens[k - 1]
            if (
                self._grammar.is_mark(token)
                or self._grammar.is_verb(token)
                or self._grammar.is_opener(token)
                or self._grammar.is_coordinator(token)
                or self._grammar.is_relative(token)
                or (self._grammar.is_light(token) and not is_definite(token))
            ):
                break
            if self._grammar.is_conjunction(token) and not self._joined_back(scene, k):
                break
            k -= 1
        while k < stop and self._grammar.is_preposition(tokens[k]):
            return stop
        return k

    def _joined_back(self, scene: Scene, k: int) -> bool:
        """Whether a conjunction before token `k` joins two parties."""
        tokens = scene.tokens
        return (
            k > 1
            and (is_definite(tokens[k]) or any(m.span.start == tokens[k].start for m in scene.mentions))
            and (not self._grammar.is_mark(tokens[k - 2]))
        )

    def _after(self, scene: Scene, at: int, prepositions: frozenset[str], reach: int) -> tuple[Range, ...]:
        """The parties behind the first of some prepositions in the clause."""
        tokens = scene.tokens
        for k in range(at, min(len(tokens), at + reach)):
            if (
                self._grammar.is_mark(tokens[k])
                or self._grammar.is_opener(tokens[k])
                or self._grammar.is_relative(tokens[k])
            ):
                return ()
            if k > at and self._grammar.is_verb(tokens[k]):
                return ()
            if tokens[k].lower in prepositions and k + 1 < len(tokens):
                phrase = self._phrase(scene, k + 1)
                found = self._split(scene, phrase)
                kept = tuple(
                    p
                    for p in found
                    if self.is_party(scene, p)
                    or (tokens[k].lower in self._strikes and tokens[p[0]].lower in self._targets)
                )
                if kept:
                    return kept
        return ()

    def _by(self, scene: Scene, at: int) -> tuple[Range, ...]:
        """Who acts, behind `by` (`على يد`, `من قبل`)."""
        tokens = scene.tokens
        for k in range(at, min(len(tokens), at + 14)):
            if n := self._agent.match(tokens, k):
                return self._split(scene, self._phrase(scene, k + n))
            if self._grammar.is_mark(tokens[k]):
                return ()
        return ()

    def _from(self, scene: Scene, at: int) -> tuple[Range, ...]:
        return self._after(scene, at, frozenset({"من"}), 4)

    # -- nouns -----------------------------------------------------------------------------------------

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
            if not by and not self._of_patient.match(tokens, first) == 0:
                by = self._attached_agent(scene, stop)
            return Parts(by, self._split(scene, genitive) or self._after(scene, stop, self._against, 3))
        actor: tuple[Range, ...] = ()
        patient: tuple[Range, ...] = ()
        after = stop
        if genitive is not None:
            parties = self._split(scene, genitive)
            acts = bool(parties) and not by and self._acts(scene, genitive)
            actor, patient = (
                (parties, ())
                if acts
                else ((), parties if tokens[genitive[0]].lower not in self._places else parties)
            )
            after = genitive[1]
            if acts and (further := self._phrase(scene, self._past(tokens, after))) is not None:
                patient = self._split(scene, further)
        to = self._after(scene, after, self._against - {"ب", "من", "ل"}, _REACH)
        if not actor and not by:
            actor = self._after(scene, after, frozenset({"ل"}), 2)
        return Parts(by or actor, self._struck(scene, to or patient))

    def _attached_agent(self, scene: Scene, at: int) -> tuple[Range, ...]:
        """Who acts in the deed that one suffers by (`مقتل ثلاثة بقصف الطيران الروسي`)."""
        return ()

    def _acts(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase behind a deed's noun is who does it: a body, or armed."""
        tokens = scene.tokens[phrase[0] : phrase[1]]
        if any(m.type in ("group", "person") for m in scene.within(scene.span(*phrase))):
            return True
        return any(t.lower in self._armed for t in tokens)

    def _sides(self, scene: Scene, stop: int) -> tuple[Range, ...]:
        """`بين X وY`, `مع X`."""
        tokens = scene.tokens
        for k in range(stop, min(len(tokens), stop + _REACH)):
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

    # -- parties ---------------------------------------------------------------------------------------

    def _split(self, scene: Scene, phrase: Range | None) -> tuple[Range, ...]:
        """The parties of a phrase; what a conjunction joins are several."""
        if phrase is None:
            return ()
        tokens = scene.tokens
        inside = {
            k
            for m in scene.mentions
            for k in range(phrase[0], phrase[1])
            if m.span.start < tokens[k].start < m.span.end
        }
        parts: list[Range] = []
        start = phrase[0]
        for k in range(phrase[0], phrase[1] + 1):
            if k == phrase[1] or (self._grammar.is_conjunction(tokens[k]) and k not in inside):
                if k > start:
                    parts.append((start, k))
                start = k + 1
        return tuple(p for p in (self._party(scene, *part) for part in parts) if p is not None)

    def _party(self, scene: Scene, first: int, stop: int) -> Range | None:
        """A phrase reduced to who acts: a name in it, else its words."""
        tokens = scene.tokens
        while first < stop and (self._grammar.is_mark(tokens[first]) or tokens[first].text in QUOTES):
            first += 1
        while stop > first and (self._grammar.is_mark(tokens[stop - 1])):
            stop -= 1
        if first >= stop or scene.is_time(tokens[first]):
            return None
        names = [m for m in scene.within(scene.span(first, stop)) if m.type in ("person", "group", "outlet")]
        if names:
            best = next(
                (m for m in names if m.type == "person"), max(names, key=lambda m: m.span.end - m.span.start)
            )
            described = (
                best.type != "person"
                and best.span.start > tokens[first].start + 1
                and (
                    tokens[first].lower in self._people or any(p.match(tokens, first) for p in self._offices)
                )
                and tokens[first].lower not in self._members
            )
            if not described:
                return (
                    next(k for k in range(first, stop) if tokens[k].end > best.span.start),
                    next(k for k in range(stop, first, -1) if tokens[k - 1].start < best.span.end),
                )
        if not any(t.is_word for t in tokens[first:stop]):
            return None
        return first, stop

    def is_named(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase holds the name of somebody; a state or capital is somebody too."""
        return any(
            m.type in ("person", "group", "outlet") or self._world.government(m.called)
            for m in scene.within(scene.span(*phrase))
        )

    def is_party(self, scene: Scene, phrase: Range) -> bool:
        """Whether a phrase names or describes somebody."""
        return self.is_named(scene, phrase) or any(
            self._is_people(scene.tokens, k) for k in range(phrase[0], min(phrase[1], phrase[0] + 4))
        )

    def _is_people(self, tokens: Sequence[Token], at: int) -> bool:
        word = tokens[at].lower
        return word in self._people or (isinstance(tokens[at], Word) and word in self._armed)
