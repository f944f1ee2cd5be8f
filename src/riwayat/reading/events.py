"""Events of a report: triggers that tell one deed become one event with its tellings, the fullest first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from riwayat.model import EntityType, Event, Participant, Quantity, Span, Statement, Telling, Time
from riwayat.reading.entities import entity_at
from riwayat.reading.markup import Markup, Trigger
from riwayat.text.folding import fold

_ROLES = ("actors", "recipients")
_DONE_SOMEWHERE = ("ASSAULT", "COERCE", "PROTEST")
"""Types of deeds that are always done in some place."""
NEAR = 6
"""Sentences within which a telling that names nobody may be of the event before it."""

_DEEDS = 200
"""Deeds of one type that a further telling is held against, the latest first: more than any news report has."""

_PRESENT_REACH = 10
"""Sentences within which people said to be present were at the meeting before."""

_WORD = 3
"""Letters above which a word of a description says something."""

_TOLL_REACH = 6
"""Sentences within which a toll is taken for that of the deed before it."""

Index = Mapping[tuple[int, int, EntityType], str]


@dataclass(slots=True)
class _Told:
    """A trigger in its place."""

    trigger: Trigger
    sentence: int
    statement: str
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: str | None
    carried: bool = False
    """Whether its place is only that of a deed told before it."""

    @property
    def fullness(self) -> int:
        t = self.trigger
        people = sum(2 if p.entity else 1 for p in (*self.actors, *self.recipients))
        return (
            people
            + (self.place is not None)
            + 2 * (t.time is not None)
            + len(t.quantities)
            + (t.modality == "asserted")
        )


@dataclass(slots=True)
class _Deed:
    """What several triggers tell."""

    told: list[_Told] = field(default_factory=list)

    def keys(self, role: str) -> set[str]:
        """The entities in a role; descriptions (`para komandan`) contradict nobody."""
        return {p.entity for t in self.told for p in getattr(t, role) if p.entity}


def gather_events(
    markup: Markup,
    index: Index,
    statements: Sequence[Statement],
    meant: Callable[[Span], str | None],
    pronouns: frozenset[str] | None = None,
    places_carry: bool = False,
    near: int = NEAR,
    lands: frozenset[str] = frozenset(),
) -> tuple[Event, ...]:
    """Events in order of their fullest telling's place.

    Args:
        markup: the marks of the report.
        index: the entity of each mention.
        statements: the report's statements.
        meant: the entity that a pronoun stands for, where that is sure.
        near: sentences within which a telling that names nobody may be of the event before it.
        places_carry: whether a deed without a place is where the deed of the sentence before was.
        lands: the places that are whole countries, which hold others.
        pronouns: the pronouns of the language, which contradict nobody; without them, described actors never do.

    Two triggers tell one event where their types agree, nobody and nothing in one contradicts the other
    (people, place, time), and they share a participant or stand close together.
    """
    told = [
        t
        for t in (_placed(trigger, markup, index, statements, meant) for trigger in markup.triggers)
        if t is not None
    ]
    if places_carry:
        _carry_places(told)
    told.sort(key=lambda t: (t.sentence, t.trigger.dependent))  # `tiga orang tewas dalam serangan`
    deeds: dict[str, list[_Deed]] = {}
    for one in told:
        alike = deeds.setdefault(one.trigger.type, [])
        home = next((d for d in reversed(alike[-_DEEDS:]) if _same_deed(d, one, pronouns, near, lands)), None)
        if home is None and not (one.trigger.present or one.trigger.dependent):
            alike.append(_Deed([one]))
        elif home is not None:
            home.told.append(one)
    events = [_event(d, lands) for alike in deeds.values() for d in alike]
    events.sort(key=lambda e: e.trigger)
    return tuple(replace(e, id=f"v{n}") for n, e in enumerate(events, start=1))


def _placed(
    trigger: Trigger,
    markup: Markup,
    index: Index,
    statements: Sequence[Statement],
    meant: Callable[[Span], str | None],
) -> _Told | None:
    at = trigger.span.start
    n = bisect_right(statements, at, key=lambda s: s.start) - 1
    if n < 0 or at >= statements[n].end:
        return None
    return _Told(
        trigger,
        bisect_right(markup.sentences, at, key=lambda s: s.span.start) - 1,
        statements[n].id,
        tuple(_participant(s, index, meant) for s in trigger.actors),
        tuple(_participant(s, index, meant) for s in trigger.recipients),
        entity_at(index, trigger.place, "place") if trigger.place else None,
    )


def _carry_places(told: Sequence[_Told]) -> None:
    """Deeds that name no place were done where those of the sentence before were, or those beside them."""
    where: dict[int, str] = {}
    for t in told:
        if t.place is not None:
            where.setdefault(t.sentence, t.place)
    for t in told:
        if t.place is None and t.trigger.type in _DONE_SOMEWHERE:
            t.place = where.get(t.sentence, where.get(t.sentence - 1))
            t.carried = t.place is not None


def _participant(span: Span, index: Index, meant: Callable[[Span], str | None]) -> Participant:
    entity = entity_at(index, span, "person", "group", "outlet", "place") or meant(span)
    return Participant(entity, span.start, span.end, span.text)


def _key(p: Participant) -> str:
    return p.entity or fold(p.text)


def _same_deed(
    deed: _Deed, one: _Told, pronouns: frozenset[str] | None, near: int, lands: frozenset[str]
) -> bool:
    first = deed.told[0].trigger
    if first.type != one.trigger.type:
        return False
    if one.trigger.present:
        return one.sentence - max(t.sentence for t in deed.told) <= _PRESENT_REACH
    actors, recipients = ({p.entity for p in people if p.entity} for people in (one.actors, one.recipients))
    have_actors, have_recipients = deed.keys("actors"), deed.keys("recipients")
    places = {t.place for t in deed.told if t.place and not t.carried} - lands
    times = {t.trigger.time.text for t in deed.told if t.trigger.time}
    tolled = one.trigger.toll or all(t.trigger.toll for t in deed.told)
    beside = tolled and any(t.sentence == one.sentence for t in deed.told)
    if one.place and places and not beside and not one.carried and one.place not in places | lands:
        return False
    if one.trigger.time and times and one.trigger.time.text not in times:
        return False
    if {one.trigger.modality, first.modality} & {
        "planned",
        "hypothetical",
    } and one.trigger.modality != first.modality:
        return False
    if any(t.sentence == one.sentence and _apart(t, one) for t in deed.told):
        return False
    distance = one.sentence - max(t.sentence for t in deed.told)
    if tolled:
        return distance <= _TOLL_REACH
    if actors and have_actors and not actors & have_actors:
        return False
    if (
        distance > 0
        and pronouns is not None
        and any(_described_apart(deed, one, role, pronouns) for role in _ROLES)
    ):
        return False
    if distance == 0 and actors & have_actors:
        return True  # `menewaskan tiga orang dan melukai tujuh lainnya`
    if recipients and have_recipients and not recipients & have_recipients:
        return False
    shared = bool(actors & have_actors) or bool(recipients & have_recipients)
    return shared or (distance <= near and not (actors and recipients))


def _described_apart(deed: _Deed, one: _Told, role: str, pronouns: frozenset[str]) -> bool:
    """Whether those in a role are all described, and by no word in common (`troops`, `police`)."""
    ours = [p for t in deed.told for p in getattr(t, role)]
    theirs = getattr(one, role)
    if not ours or not theirs or any(p.entity or p.text.casefold() in pronouns for p in (*ours, *theirs)):
        return False
    words, other = (
        {w for p in who for w in fold(p.text).split() if len(w) > _WORD} for who in (ours, theirs)
    )
    return bool(words and other) and not words & other


def _apart(a: _Told, b: _Told) -> bool:
    """Whether one sentence tells two deeds, by others each (`A dan B bertempur, setelah C merebut …`)."""
    ours, theirs = ({p.entity or fold(p.text) for p in t.actors} for t in (a, b))
    return bool(ours and theirs) and not ours & theirs


def _event(deed: _Deed, lands: frozenset[str]) -> Event:
    told = sorted(
        deed.told, key=lambda t: (t.trigger.present or t.trigger.dependent, -t.fullness, t.trigger.span)
    )
    best = told[0]
    tellings: dict[str, Telling] = {}
    for t in told:
        telling = tellings.setdefault(
            t.statement, Telling(t.statement, t.trigger.span, t.trigger.modality, t.trigger.quantities)
        )
        said = {(q.start, q.end): q for q in (*telling.quantities, *t.trigger.quantities)}
        tellings[t.statement] = replace(telling, quantities=tuple(said[k] for k in sorted(said)))
    time = next((t.trigger.time for t in told if t.trigger.time), None)
    figures: dict[tuple[int, int], Quantity] = {
        (q.start, q.end): q for t in told for q in t.trigger.quantities
    }
    return Event(
        id="",
        type=best.trigger.type,
        mode=next((t.trigger.mode for t in told if t.trigger.mode), None),
        modality=best.trigger.modality,
        statement=best.statement,
        trigger=best.trigger.span,
        tellings=tuple(tellings.values()),
        actors=_together(t.actors for t in told),
        recipients=_together(t.recipients for t in told),
        place=_finest(told, lands),
        time=Time(None, None, "unspecified", time.text, time) if time else None,
        quantities=tuple(figures[k] for k in sorted(figures)),
    )


def _finest(told: Sequence[_Told], lands: frozenset[str]) -> str | None:
    """The place of the fullest telling that names one itself; a country only where no other is named."""
    places = [t.place for t in sorted(told, key=lambda t: (t.carried, t.place in lands)) if t.place]
    return next(iter(places), None)


def _together(groups: Iterable[tuple[Participant, ...]]) -> tuple[Participant, ...]:
    """The participants of the fullest telling; of the others only those that are entities."""
    found: dict[str, Participant] = {}
    for n, group in enumerate(groups):
        for p in group:
            if n == 0 or p.entity or not found:
                found.setdefault(_key(p), p)
    named = [p for p in found.values() if p.entity]
    # A meeting of `petinggi faksi`, who are named further on, has no further actors.
    return tuple(named if len(named) > 1 else found.values())
