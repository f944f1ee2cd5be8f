"""Circumstances: where and when a deed was done, how many it concerned, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from riwayat import languages
from riwayat.model import Modality, Quantity, Span
from riwayat.reading.figures import HOME
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Mention
from riwayat.reading.rules.clauses import Clauses
from riwayat.reading.rules.event_words import EventWord
from riwayat.reading.rules.phrases_about import Parts
from riwayat.reading.rules.scene import Scene
from riwayat.reading.world import World
from riwayat.text.numbers import Figure
from riwayat.text.times import TimeExpression
from riwayat.text.tokens import Token

_WORDS = ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
"""Types of deeds done in words: a place behind them is where what they are about is, not where they were said."""
_HELD = ("ASSAULT", "COERCE", "CONSULT", "PROTEST", "RETREAT")
"""Types of deeds whose object may be the place they are done at (`left Arbin`, `shelled Kupiansk`)."""
_BEFALLEN = {"abduct": "abducted", "arrest": "detained"}
"""By its mode, what befell the people that a deed's object counts."""
_BEFORE_NAME = 4
"""Words of a noun phrase that may stand before the name in it."""
_MODALITIES = (
    "alleged",
    "alleging",
    "background",
    "conditions",
    "deniers",
    "due",
    "hypothetical",
    "negators",
    "ongoing",
    "plain",
    "planned",
    "scheduled",
    "would",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A word of a sentence that tells a deed: its tokens, what it tells, and of whom."""

    first: int
    stop: int
    word: EventWord
    parts: Parts
    seen: bool = False
    """Whether another engine takes it for a deed, too."""
    listed: bool = True
    """Whether the rules know it for one themselves."""


class Circumstances:
    """Finds the circumstances of deeds in the sentences of one document."""

    def __init__(
        self, lexicon: Lexicon, world: World, clauses: Clauses, marked: Marked, elsewhere: Iterable[Span]
    ) -> None:
        """`elsewhere` are places that are no event's: the dateline's, and where a source sits."""
        self._world, self._clauses, self._marked = world, clauses, marked
        self._heads_last = lexicon.heads_last
        self._of = lexicon.set("words", "of")
        self._definite = lexicon.set("attribution", "definite")
        self._elsewhere = frozenset(span.start for span in elsewhere)
        self._sure = lexicon.set("attribution", "bare_sure")
        self._saying = (lexicon.phrases("attribution", "say"), lexicon.phrases("attribution", "passive"))
        self._topical = lexicon.set("words", "topical")
        self._demonstratives = lexicon.set("attribution", "demonstratives")
        self._origin = lexicon.set("words", "origin")
        self._being = lexicon.set("words", "be")
        self._conjunctions = lexicon.set("words", "conjunctions")
        self._place_prepositions = lexicon.set("names", "place_prepositions")
        self._place_heads = lexicon.set("names", "place_heads")
        self._modality = {key: lexicon.phrases("events", f"modality.{key}") for key in _MODALITIES}
        self._counts = languages.rules(lexicon.code, "numbers").find_counts
        self._casualties = languages.rules(lexicon.code, "numbers").casualties

    def figures(self, scene: Scene) -> list[Figure]:
        """The figures of a sentence; offsets count from its start."""
        found: list[Figure] = self._casualties(scene.sentence.text)
        return found

    def only_place(self, scene: Scene, span: Span) -> bool:
        """Whether a phrase names a place and nobody; a state or capital is somebody too."""
        inside = scene.within(span)
        return bool(inside) and all(
            m.type == "place" and not self._world.government(m.span.text) for m in inside
        )

    def place(self, scene: Scene, told: Told, others: Sequence[Told]) -> Span | None:
        """The place named behind the trigger in its clause, else before it in the sentence.

        `others` are the other deeds of the sentence: what stands behind one of them is that one's, and what
        stands behind a word of saying is the speaker's.
        """
        tokens = scene.tokens
        placed = self._placed(scene)
        if self._heads_last:
            if told.word.type in _WORDS:
                return None
            if (held := self._held(scene, told)) is not None:
                return held
            if told.word.type == "MOBILIZE":
                placed = [(k, s) for k, s in placed if tokens[k - 1].lower not in self._origin]
        deeds = (o.first for o in others if o.first >= told.stop)
        saying = (k for k in range(told.stop, len(tokens)) if any(p.match(tokens, k) for p in self._saying))
        end = min(next(saying, len(tokens)), *deeds, len(tokens))
        behind = [s for k, s in placed if told.stop <= k <= end and told.word.type not in _WORDS]
        if behind and tokens[told.first].lower not in self._topical:
            return behind[0]
        if (again := self._place_again(scene, told.stop)) is not None:
            return again
        near = [s for k, s in placed if k < told.first and not self._in_relative(tokens, k)]
        if near:
            return near[-1]
        objects = (scene.span(*p) for p in told.parts.recipients)
        taken = (span for span in objects if self.only_place(scene, span))
        return next((m.span for span in taken for m in scene.within(span)), None)

    def _held(self, scene: Scene, told: Told) -> Span | None:
        """The place that is the object of a deed (`stormed Mirebalais`, `Kupiansk was shelled`)."""
        tokens, at = scene.tokens, told.stop
        while at < len(tokens) and self._clauses.is_determiner(tokens[at]):
            at += 1
        objects = [m.span for m in scene.mentions if at < len(tokens) and m.span.start == tokens[at].start]
        objects += [m.span for p in told.parts.recipients for m in scene.within(scene.span(*p))]
        places = {m.span for m in scene.mentions if m.type == "place"}
        if told.word.type not in _HELD:
            return None
        return next((s for s in objects if s in places and not self._of_people(scene, s)), None)

    def _of_people(self, scene: Scene, span: Span) -> bool:
        """Whether a place stands before those who are of it (`Ukrainian soldiers`), and is not itself the object."""
        after = next((t for t in scene.tokens if t.start >= span.end), None)
        return self._world.nation(span.text) is not None or (
            after is not None
            and after.text.islower()
            and not self._clauses.is_preposition(after)
            and not self._clauses.is_stop(after)
            and not self._clauses.is_verb(after)
            and after.lower not in self._place_heads
            and not self._clauses.is_light(after)
        )

    def _placed(self, scene: Scene) -> list[tuple[int, Span]]:
        """The places behind a word of place (`di`, `Kota`), with their first tokens."""
        tokens = scene.tokens
        starts = {t.start: k for k, t in enumerate(tokens)}
        groups = [m.span for m in scene.mentions if m.type == "group"]
        found = []
        for m in scene.mentions:
            k = starts.get(m.span.start)
            if m.type != "place" or not k or m.span.start in self._elsewhere:
                continue
            if any(
                g.start <= m.span.start and m.span.end <= g.end and not (self._heads_last and g == m.span)
                for g in groups
            ):
                continue
            at = self._phrase_start(scene, k) if self._heads_last and not self._modifies(scene, m.span) else k
            if any(tokens[j - 1].lower in (*self._place_heads, *self._place_prepositions) for j in {at, k}):
                found.append((at, m.span))
        return found

    def _phrase_start(self, scene: Scene, k: int) -> int:
        """Where the noun phrase that ends in the name at token `k` begins (`in Yemen's oil-rich Shabwa`)."""
        tokens, at = scene.tokens, k
        while at > max(0, k - _BEFORE_NAME) and (
            self._clauses.is_determiner(tokens[at - 1])
            or tokens[at - 1].lower in self._definite
            or self._describes(scene, tokens[at - 1])
        ):
            at -= 1
        return at if at and tokens[at - 1].lower in self._place_prepositions else k

    def _modifies(self, scene: Scene, span: Span) -> bool:
        """Whether a place says of what kind or whose another thing is (`the Stockholm deal`, `Russia's base`)."""
        after = next((t for t in scene.tokens if t.start >= span.end), None)
        return self._of_people(scene, span) or (after is not None and after.text[0] in "'’")

    def _describes(self, scene: Scene, token: Token) -> bool:
        """Whether a word before a name may belong to it: no verb, no preposition, no mark, and no other place."""
        return (
            token.is_word
            and not self._clauses.is_preposition(token)
            and not self._clauses.is_verb(token)
            and not self._clauses.is_light(token)
            and not self._clauses.is_stop(token)
            and not self._clauses.is_opener(token)
            and token.lower not in self._place_prepositions
            and token.lower not in self._conjunctions
            and not scene.in_name(token)
        )

    def _place_again(self, scene: Scene, stop: int) -> Span | None:
        """The place named before that `kota itu` behind a trigger means."""
        tokens = scene.tokens
        for k in range(stop - 1, min(len(tokens) - 1, stop + 6)):
            if self._clauses.is_stop(tokens[k]) or self._clauses.is_opener(tokens[k]):
                return None
            pointed = any(t.lower in self._demonstratives for t in tokens[k + 1 : k + 3]) or (
                self._heads_last
                and tokens[k - 1].lower in self._definite
                and not (tokens[k + 1].text in self._of or tokens[k + 1].is_capital)
            )
            if tokens[k].lower in self._place_heads and pointed:
                earlier = self._marked.last_before(tokens[k].start)
                return next((m.span for m in earlier if self._may_return(m)), None)
        return None

    def _may_return(self, mention: Mention) -> bool:
        return (
            mention.type == "place"
            and mention.span.start not in self._elsewhere
            and not self._world.country(mention.span.text)
        )

    def _in_relative(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a word stands in a relative clause that nothing has closed (`yang aktif di Suriah utara`)."""
        for j in range(k - 1, -1, -1):
            if self._clauses.is_stop(tokens[j]):
                return False
            if self._clauses.is_relative(tokens[j]):
                return True
        return False

    def time(self, scene: Scene, told: Told) -> Span | None:
        """The time expression of the sentence that stands nearest to the trigger."""
        inside = [t for t in scene.times if not self._of_saying(scene, t, told.first)]
        if not inside:
            return None
        at = scene.tokens[told.first].start
        best = min(inside, key=lambda t: (abs(t.start - at), t.start))
        return Span(best.start, best.end, best.text)

    def _of_saying(self, scene: Scene, time: TimeExpression, first: int) -> bool:
        """Whether a time is that of the telling: `Senin (27/5), dilaporkan …`, `kata X, Senin (27/5)`."""
        tokens = scene.tokens
        after = next((k for k, t in enumerate(tokens) if t.start >= time.end), len(tokens))
        while after < len(tokens) and tokens[after].text in ",)":
            after += 1
        if after < len(tokens) and any(phrases.match(tokens, after) for phrases in self._saying):
            return True
        before = next((k for k, t in enumerate(tokens) if t.start >= time.start), len(tokens))
        return any(t.lower in self._sure for t in tokens[first:before])

    def quantities(
        self, scene: Scene, told: Told, others: Sequence[Told], figures: Sequence[Figure]
    ) -> tuple[Quantity, ...]:
        """The figures of the sentence that are this deed's: of its kind, and nearest to it."""
        base = scene.sentence.start

        def distance(of: Told, f: Figure) -> int:
            at = scene.tokens[of.first].start - base
            return min(abs(f.start - at), abs(f.end - at))

        found = []
        for f in figures:
            home = HOME.get(f.what)
            rivals = [o for o in others if home is None or o.word.type == home]
            known = [o for o in rivals if o.listed]
            if known and not told.listed:
                continue  # what the rules know goes before what only another engine sees
            rivals = known if told.listed else rivals
            elsewhere = home is not None and told.word.type != home and bool(rivals)
            nearer = any(distance(o, f) < distance(told, f) for o in rivals)
            if not elsewhere and not nearer:
                found.append(Quantity(f.what, f.low, f.high, f.of, f.start + base, f.end + base, f.text))
        if self._heads_last:
            found += self._counted(scene, told, [(f.start + base, f.end + base) for f in figures])
        return tuple(found)

    def _counted(self, scene: Scene, told: Told, taken: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
        """How many the parties of a deed are said to be, where no figure says so (`attacked three vehicles`)."""
        base, tokens = scene.sentence.start, scene.tokens
        actors, recipients = (
            [scene.span(*p) for p in parts] for parts in (told.parts.actors, told.parts.recipients)
        )
        behind = tokens[told.stop].start if told.stop < len(tokens) else None
        for count in self._counts(scene.sentence.text):
            start, end = count.start + base, count.end + base
            if any(a < end and start < b for a, b in taken):
                continue
            acts = any(span.start < end and start < span.end for span in actors)
            suffers = any(span.start < end and start < span.end for span in recipients) or start == behind
            what = count.noun or ""
            if acts and told.word.type == "PROTEST":
                what = "participants"
            elif suffers and not acts:
                what = _BEFALLEN.get(told.word.mode or "", what)
            if (acts or suffers) and what:
                yield Quantity(what, count.low, count.high, None, start, end, count.text)

    def intended(self, scene: Scene, first: int) -> bool:
        """Whether an infinitive is what somebody means or is said to do (`plans to deploy`), and no mere purpose."""
        keys = ("planned", "ongoing", "hypothetical", "negators", "plain")
        return any(self._modality[key].match_back(scene.tokens, first) for key in keys)

    def modality(self, scene: Scene, told: Told) -> Modality:
        """Denied, alleged, hypothetical, planned, ongoing or asserted, in that order where several fit."""
        tokens, first = scene.tokens, told.first
        start = self._clauses.clause_start(tokens, first)
        near = range(max(start, first - 3), first)
        clause = range(start, first)

        def holds(key: str, where: range) -> bool:
            return any(self._modality[key].match(tokens, k) for k in where)

        opened = bool(start) and self._modality["hypothetical"].match(tokens, start - 1) > 0
        denied = holds("negators", range(max(start, first - 2), first))
        if denied or holds("deniers", range(max(0, start - 6), first)):
            return "denied"
        joined = self._heads_last and first > 0 and tokens[first - 1].lower in self._conjunctions
        if holds("alleged", near if joined else clause) or self._modality["alleging"].match_back(
            tokens, start
        ):
            return "alleged"
        if opened or holds("hypothetical", near):
            return "hypothetical"
        if holds("would", near):
            return "hypothetical" if holds("conditions", range(len(tokens))) else "planned"
        due = holds("due", range(first, told.stop))
        if due or holds("planned", near) or holds("scheduled", clause):
            return "planned"
        if holds("ongoing", near) or self._progressive(tokens, first):
            return "ongoing"
        if holds("background", range(told.stop, min(len(tokens), told.stop + 6))):
            return "background"
        return "asserted"

    def _progressive(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a verb is told as under way (`are combing the area`, `is being negotiated`)."""
        at = first - 1
        while at > 0 and self._clauses.is_light(tokens[at]) and tokens[at].lower not in self._being:
            at -= 1
        if at < 0 or tokens[at].lower not in self._being:
            return False
        return tokens[at].lower == "being" or tokens[first].lower.endswith("ing")
