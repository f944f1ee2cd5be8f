"""A reading while corrections are put on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from riwayat.model import Corrected, Entity, EntityType, Event, Link, Participant, Reading, Statement
from riwayat.text.folding import fold

__all__ = ["Changed", "Draft"]

Changed = tuple[str, str | None]
"""The id of what was changed, and what stood there before, in words."""


class Draft:
    """The parts of a reading, to be changed one after the other."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.text = reading.report.text
        self.entities = {entity.id: entity for entity in reading.entities}
        self.statements = list(reading.statements)
        self.events = list(reading.events)
        self.affiliations = list(reading.affiliations)
        self.read_types = {event.id: event.type for event in reading.events}
        """As they were read, whatever they have been corrected to."""
        self._names = {entity.id: {fold(entity.name)} for entity in reading.entities}
        self._chosen = {*self.entities, *(s.id for s in self.statements)}

    def done(self, corrected: Iterable[Corrected]) -> Reading:
        """The reading as it is now."""
        return replace(
            self._reading,
            entities=tuple(self.entities.values()),
            affiliations=tuple(self.affiliations),
            statements=tuple(sorted(self.statements, key=lambda s: (s.start, s.end))),
            events=tuple(self.events),
            corrected=tuple(corrected),
        )

    def called(self, names: Iterable[str], kind: EntityType | None = None) -> Iterator[Entity]:
        """The entities that have, or had before they were corrected, one of these names."""
        wanted = {fold(name) for name in names}
        for entity in list(self.entities.values()):
            if kind in (None, entity.type) and self._names[entity.id] & wanted:
                yield entity

    def entity(self, name: str, kinds: Iterable[EntityType]) -> Entity | None:
        """The entity of one of these kinds with this name, else with a mention of these words."""
        wanted, among = fold(name), [e for e in self.entities.values() if e.type in set(kinds)]
        named = [entity for entity in among if wanted in self._names[entity.id]]
        mentioned = [e for e in among if any(fold(mention.text) == wanted for mention in e.mentions)]
        return next(iter([*named, *mentioned]), None)

    def put(self, entity: Entity) -> None:
        """An entity in place of the one with its id, or a new one."""
        self.entities[entity.id] = entity
        self._names.setdefault(entity.id, set()).add(fold(entity.name))

    def forget(self, identifier: str, names: Iterable[str]) -> None:
        """Lets an entity not be called so any more."""
        self._names[identifier] -= set(map(fold, names))

    def free_id(self, letter: str) -> str:
        """An id that nothing has had yet."""
        number = 1 + max((int(i[1:]) for i in self._chosen if i[0] == letter and i[1:].isdigit()), default=0)
        self._chosen.add(f"{letter}{number}")
        return f"{letter}{number}"

    def merge(self, kept: str, gone: str) -> None:
        """Lets one entity stand for two."""
        one, other = self.entities[kept], self.entities.pop(gone)
        public = False if False in (one.public, other.public) else one.public or other.public
        self.put(replace(one, mentions=tuple(sorted({*one.mentions, *other.mentions})), public=public))
        self._names[kept] |= self._names.pop(gone)
        self.refer(lambda entity, _: kept if entity == gone else entity)
        ties = (
            replace(
                t, member=kept if t.member == gone else t.member, group=kept if t.group == gone else t.group
            )
            for t in self.affiliations
        )
        self.affiliations = [tie for tie in ties if tie.member != tie.group]

    def refer(self, to: Callable[[str, tuple[int, int] | None], str]) -> None:
        """Asks of every narrator, participant and place which entity it is.

        `to` is given the id, and where the words stand that name it, if that is known.
        """

        def link(one: Link) -> Link:
            at = (one.span.start, one.span.end) if one.span else None
            return replace(
                one,
                entity=to(one.entity, at) if one.entity else None,
                place=to(one.place, None) if one.place else None,
            )

        def parties(those: tuple[Participant, ...]) -> tuple[Participant, ...]:
            named = (replace(p, entity=to(p.entity, (p.start, p.end)) if p.entity else None) for p in those)
            once: dict[tuple[str | None, int], Participant] = {}
            for one in named:
                once.setdefault((one.entity, -1 if one.entity else one.start), one)
            return tuple(once.values())

        def event(one: Event) -> Event:
            return replace(
                one,
                actors=parties(one.actors),
                recipients=parties(one.recipients),
                place=to(one.place, None) if one.place else None,
            )

        def statement(one: Statement) -> Statement:
            return replace(one, chain=tuple(map(link, one.chain)))

        self.statements = list(map(statement, self.statements))
        self.events = list(map(event, self.events))
