"""What an engine finds in a report: marks on spans, before anything is tied together.

An engine (the rules, a tagger, one from outside) says which words name somebody, which words attribute
which words to whom, and which words tell an event.  What follows from the marks (entities, chains,
statements, events) is worked out once, the same way for every engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from riwayat.model import EntityType, EventType, Modality, NarratorKind, Quantity, Report, Span

Role: TypeAlias = Literal["relay", "say", "act", "show", "passive", "announced"]
"""How words attribute: an outlet retold (`dilansir`), a speaker (`mengatakan`), a demand or blame (`mendesak`),
a picture or document (`menunjukkan`), nobody in particular (`dilaporkan`), a speech pointed at
(`hal itu disampaikan`)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a person, group, place or outlet."""

    span: Span
    type: EntityType
    sure: bool = True
    """False where only the shape of the words speaks for the type."""
    public: bool | None = None
    """People: named with an office or rank (true), in a private role (false), or neither."""
    certainty: float = 1.0
    """How likely the engine takes it to be; 1 where it does not say."""
    name: str | None = None
    """The name itself, where its words are written together with others (`لأمم` of `الأمم`)."""

    @property
    def called(self) -> str:
        """The name as it stands by itself."""
        return self.name or self.span.text


@dataclass(frozen=True, slots=True)
class Membership:
    """A person is said to belong to, lead or speak for a group."""

    member: Span
    group: Span
    role: str | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Narrator:
    """Who is named as having said it, as the words put it."""

    kind: NarratorKind
    span: Span | None
    """The noun phrase; null where nobody is named (`dilaporkan`)."""
    mention: Span | None = None
    """The name within it that says who it is."""
    anaphor: bool = False
    """A pronoun or `sumber itu`: who it is must be found in what came before."""
    place: Span | None = None
    stated: int | None = None
    part: bool = False
    """Whether it is only some of those it points back to (`one of them`)."""
    neuter: bool = False
    """Whether it is a pronoun for a body, be it an outlet, a group or an office (`it`)."""
    otherwise: NarratorKind | None = None
    """What one who points back is where nobody he points to is found; null for nobody."""
    core: Span | None = None
    """The words that name it, where the whole phrase holds more (`X, who heads the office,`)."""

    @property
    def called(self) -> Span | None:
        """The words that name it."""
        return self.core or self.span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that rest some content on a narrator."""

    role: Role
    cue: Span
    narrator: Narrator
    scope: Span
    """All that rests on it in its sentence, its own words included."""
    told: Narrator | None = None
    """The outlet it was said to (`kepada AFP`, `kepada koran itu`)."""
    back: bool = False
    """Whether it reaches over what stands before it (`hal itu disampaikan X`, `demikian X`)."""
    certainty: float = 1.0
    """How likely the engine takes it to be; 1 where it does not say."""

    @property
    def content(self) -> Span:
        """What is attributed: the longest stretch of the scope between the words of the attribution itself."""
        own = [
            self.cue,
            *(n.span for n in (self.narrator, self.told) if n is not None and n.span is not None),
        ]
        start = end = at = self.scope.start
        for a, b in sorted([*((s.start, s.end) for s in own), (self.scope.end, self.scope.end)]):
            if a - at > end - start:
                start, end = at, a
            at = max(at, b)
        return Span(start, end, self.scope.text[start - self.scope.start : end - self.scope.start])


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event, with what its sentence says about it."""

    span: Span
    type: EventType
    mode: str | None
    modality: Modality
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    place: Span | None
    time: Span | None
    quantities: tuple[Quantity, ...]
    toll: bool = False
    """Whether it only tells who suffered (`12 orang tewas`), and so may belong to a deed told elsewhere."""
    dependent: bool = False
    """Whether it is no event by itself, but a telling of one that another trigger tells (`tiga orang tewas`)."""
    present: bool = False
    """Whether it only tells who was there: no event but by a meeting that another trigger tells."""
    certainty: float = 1.0
    """How likely the engine takes it to be; 1 where it does not say."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and which paragraph it stands in."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Markup:
    """All that an engine found in one report, each in order of the text.

    Attributions of one sentence come outermost first: who passed on before who was passed on.
    """

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    memberships: tuple[Membership, ...]
    attributions: tuple[Attribution, ...]
    triggers: tuple[Trigger, ...]


class Engine(Protocol):
    """Finds marks.  Pure: the same report gives the same markup."""

    name: str

    def mark(self, report: Report) -> Markup:
        """The marks of a report; empty where the engine does not know its language."""
        ...
