"""What the reports of the store tell of somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, cast, get_args

from django.db.models import Q

from riwayat import model
from riwayat.store import models as rows
from riwayat.store.identity import Identity
from riwayat.store.queries import happening_called, reading_of
from riwayat.store.reading_rows import day
from riwayat.store.reports import standing, telling
from riwayat.told.forms import Quote
from riwayat.told.person import AffiliationTold, Deed, NameTold, Part, Said, Who

__all__ = ["deeds", "who"]

_NEVER: Final = date.max


@dataclass(slots=True)
class _Gathered:
    names: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Languages of the reports, by the name they give."""
    public: set[bool | None] = field(default_factory=set)
    affiliations: list[AffiliationTold] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    said_of: list[Said] = field(default_factory=list)


def who(identity: Identity, *, as_of: date | None = None) -> Who:
    """All that the reports which stand, or stood on a day, tell of one; names are not masked."""
    found = _Gathered()
    reports: dict[str, None] = {}
    for report in _reports(identity, as_of):
        reports[report.key] = None
        _gather(report, identity, found)
    done = deeds(identity, as_of=as_of)
    reports |= dict.fromkeys(telling(deed.happening for deed in done))
    names = sorted(found.names.items(), key=lambda item: (-len(item[1]), item[0]))
    return Who(
        name=names[0][0] if names else min(identity.folded),
        kind=identity.kind,  # type: ignore[arg-type]  # person, group or outlet
        known_as=identity.known_as,
        public=False if False in found.public else True in found.public or None,
        names=tuple(NameTold(name, tuple(sorted(set(langs))), len(langs)) for name, langs in names),
        affiliations=tuple(found.affiliations),
        deeds=tuple(done),
        said=tuple(found.said),
        said_of=tuple(found.said_of),
        reports=tuple(reports),
    )


def _is(identity: Identity) -> Q:
    named = Q(kind=identity.kind, folded__in=identity.folded)
    if identity.known_as:
        return Q(known_as=identity.known_as) | (named & Q(known_as=None))
    return named


def _reports(identity: Identity, as_of: date | None) -> Iterator[rows.Report]:
    asked = rows.Named.objects.filter(_is(identity), role="mentioned").values("report")
    found = rows.Report.objects.filter(standing(as_of), pk__in=asked)
    yield from found.order_by("known_from", "id").select_related("outlet").iterator(100)


def _gather(report: rows.Report, identity: Identity, found: _Gathered) -> None:
    reading = reading_of(report)
    names = {e.id: e.name for e in reading.entities}
    own = {e.id: e for e in reading.entities if identity.is_one(e.type, e.name, e.known_as)}
    known_from, outlet = report.known_from.isoformat(), report.outlet.name or report.outlet.domain or None

    def quote(span: model.Span | model.Statement) -> Quote:
        return Quote(report.key, span.start, span.end, span.text)

    for name in sorted({entity.name for entity in own.values()}):
        found.names[name].append(report.language)
    found.public |= {entity.public for entity in own.values()}
    for tie in reading.affiliations:
        if tie.member in own or tie.group in own:
            found.affiliations.append(
                AffiliationTold(
                    known_from, names[tie.member], names[tie.group], tie.role, quote(tie.evidence)
                )
            )
    for statement in reading.statements:
        by = tuple(names.get(link.entity or "") or link.description or link.name for link in statement.chain)
        said = Said(known_from, outlet, report.language, by, quote(statement))
        if statement.chain and statement.chain[-1].entity in own:
            found.said.append(said)
        elif not any(link.entity in own for link in statement.chain) and any(
            statement.start <= mention.start < statement.end
            for entity in own.values()
            for mention in entity.mentions
        ):
            found.said_of.append(said)


def deeds(identity: Identity, *, as_of: date | None = None) -> list[Deed]:
    """The happenings that one took part in, by day."""
    asked = rows.Named.objects.filter(_is(identity), standing(as_of, "report__"), role__in=get_args(Part))
    parts = sorted(set(asked.values_list("account__happening", "role")), key=str)
    found = []
    for happening, part in parts:
        value = happening_called(happening, as_of=as_of) if happening else None
        if value is not None:
            found.append(_deed(value, cast(Part, part)))
    return sorted(found, key=lambda one: (day(one.start) or _NEVER, one.happening, one.part))


def _deed(value: model.Happening, part: Part) -> Deed:
    return Deed(
        happening=value.id,
        part=part,
        type=value.type,
        modality=value.modality,
        start=value.time.start[:10] if value.time and value.time.start else None,
        place=value.place,
        actors=value.actors,
        recipients=value.recipients,
        independent_origins=value.independent_origins,
    )
