"""Somebody whom reports name: in which spellings, belonging to whom, with and against whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q

from riwayat import model
from riwayat.chronicle.sameness import same_name
from riwayat.names import Kind
from riwayat.site.quoted import Quote, quote
from riwayat.store import models as rows
from riwayat.store.correction_rows import as_one
from riwayat.store.queries import reading_of
from riwayat.store.reading_rows import source_of
from riwayat.text.folding import fold
from riwayat.told import Mask
from riwayat.world.own_actors import known

__all__ = ["Belonging", "Relation", "Somebody", "belongings", "relations", "somebody"]

_FRIENDLY: Final = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "SUPPORT"})
_HOSTILE: Final = frozenset({"ACCUSE", "ASSAULT", "COERCE", "REJECT", "SANCTION", "THREATEN"})
_READINGS: Final = 60
"""Reports that are looked through for affiliations; the newest."""
_ACCOUNTS: Final = 5000
_COMPARED: Final[tuple[Kind, ...]] = ("person", "group", "outlet")
_SPELLINGS: Final = 400
"""Names that are compared with its own."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, group or outlet, as its names in the tables are told."""

    name: str
    """Its best known name, else the one asked for."""
    known_as: str | None
    names: tuple[str, ...]
    """All spellings, the most frequent first."""
    kinds: tuple[str, ...]
    which: Q
    """Its rows among the named and the narrators."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """Who belongs to whom, as said in some words."""

    other: str
    role: str | None
    member: bool
    """Whether the other is the body, and this one its member."""
    day: str
    evidence: Quote


@dataclass(frozen=True, slots=True)
class Relation:
    """How often two acted with and against each other, by the happenings that tell it."""

    other: str
    together: int
    against: int
    kind: str


def somebody(name: str) -> Somebody | None:
    """Who is called so; null where no report names anybody so."""
    actor = known().find(name) or known().get(name)
    folded = fold(name)
    which = Q(known_as=actor.id) | Q(folded=folded) if actor else Q(folded=folded)
    which = as_one(which)
    called = rows.Named.objects.filter(which).exclude(kind__in=["place", ""])
    kinds = tuple(sorted(set(called.values_list("kind", flat=True))))
    which |= Q(folded__in=_spelled_otherwise(name, actor.id if actor else None, kinds, which))
    found = Counter(rows.Named.objects.filter(which).exclude(kind="place").values_list("name", flat=True))
    narrated = rows.Narrated.objects.filter(which, name__isnull=False).values_list("name", flat=True)
    found.update(one for one in narrated if one)
    if not found:
        return None
    names = tuple(one for one, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
    return Somebody(
        actor.names[0] if actor else next((one for one in names if one == name), names[0]),
        actor.id if actor else None,
        names,
        kinds,
        which,
    )


def _spelled_otherwise(name: str, known_as: str | None, kinds: tuple[str, ...], which: Q) -> list[str]:
    """Folded names, in other scripts and spellings, of the same one in the happenings that it takes part in."""
    kind: Kind | None = next((one for one in _COMPARED if one in kinds), None)
    if kind is None:
        return []
    theirs = rows.Named.objects.filter(which, account__happening__isnull=False).values("account__happening")
    beside = rows.Named.objects.filter(account__happening__in=theirs, kind=kind)
    others = dict(beside.order_by("name").values_list("name", "known_as")[:_SPELLINGS])
    return sorted({fold(one) for one, as_ in others.items() if same_name(name, known_as, one, as_, kind)})


def belongings(who: Somebody, mask: Mask) -> list[Belonging]:
    """Its affiliations, oldest first; each pair and role once."""
    reports = rows.Named.objects.filter(who.which, role="mentioned").values("report")
    found: dict[tuple[str, str | None, bool], Belonging] = {}
    newest = rows.Report.objects.filter(pk__in=reports).order_by("-known_from", "-id")[:_READINGS]
    for report in sorted(newest.select_related("outlet", "page"), key=lambda one: (one.known_from, one.pk)):
        reading = reading_of(report)
        entities = {entity.id: entity for entity in reading.entities}
        for one in reading.affiliations:
            member, group = entities[one.member], entities[one.group]
            for here, other, is_member in ((member, group, True), (group, member, False)):
                if _is(here, who):
                    key = (fold(other.name), one.role, is_member)
                    evidence = quote(source_of(report), one.evidence, [], mask)
                    found.setdefault(
                        key,
                        Belonging(
                            mask.text(other.name),
                            one.role,
                            is_member,
                            report.known_from.isoformat(),
                            evidence,
                        ),
                    )
    return list(found.values())


def relations(who: Somebody, mask: Mask, since: date | None, until: date | None) -> list[Relation]:
    """With and against whom it acted in a span of time: those of most happenings first."""
    theirs = rows.Named.objects.filter(
        who.which, role__in=["actor", "recipient"], account__happening__reports__gt=0
    )
    if since:
        theirs = theirs.filter(account__happening__day_to__gte=since)
    if until:
        theirs = theirs.filter(account__happening__day_from__lte=until)
    accounts = list(theirs.values_list("account", flat=True).distinct()[:_ACCOUNTS])
    beside = rows.Named.objects.filter(account__in=accounts, role__in=["actor", "recipient"]).exclude(kind="")
    by_account: defaultdict[int, list[tuple[str, str, str, str | None, str, str]]] = defaultdict(list)
    for one in beside.values_list(
        "account", "account__happening", "account__type", "role", "name", "folded", "known_as", "kind"
    ):
        by_account[one[0]].append((one[1], one[2], one[3], one[6], one[4], one[7]))
    together: defaultdict[str, set[str]] = defaultdict(set)
    against: defaultdict[str, set[str]] = defaultdict(set)
    named: dict[str, tuple[str, str]] = {}
    for those in by_account.values():
        here = {role for _, _, role, known_as, name, _ in those if _called(name, known_as, who)}
        aimed = {role for _, _, role, known_as, name, _ in those if not _called(name, known_as, who)}
        for happening, type, role, known_as, name, kind in those:
            if _called(name, known_as, who):
                continue
            key = known_as or fold(name)
            named.setdefault(key, (name, kind))
            if _opposed(type, role, here, aimed):
                against[key].add(happening)
            elif type in _FRIENDLY or role in here:
                together[key].add(happening)
    found = [
        Relation(mask.text(name), len(together[key]), len(against[key]), kind)
        for key, (name, kind) in named.items()
    ]
    return sorted(
        (one for one in found if one.together or one.against),
        key=lambda one: (-(one.together + one.against), one.other),
    )


def _opposed(type: str, role: str, here: set[str], aimed: set[str]) -> bool:
    """Whether one in this role stands against one in those roles, by what was done."""
    if type not in _HOSTILE:
        return False
    if role not in here:
        return True
    # A clash: two do it, and nobody else is named to whom it was done.
    return type == "ASSAULT" and role == "actor" and "recipient" not in aimed


def _is(entity: model.Entity, who: Somebody) -> bool:
    return _called(entity.name, entity.known_as, who)


def _called(name: str, known_as: str | None, who: Somebody) -> bool:
    if who.known_as and known_as:
        return known_as == who.known_as
    return fold(name) in _folded(who.names)


def _folded(names: Iterable[str]) -> set[str]:
    return {fold(name) for name in names}
