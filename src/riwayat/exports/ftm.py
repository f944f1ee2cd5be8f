"""FollowTheMoney entities as JSON Lines: what happened, who took part, and which articles say so.

Written without the library.  One party under several spellings is one entity within a happening; across happenings
known actors and organisations of one name are one, people are not: two may have the same name.  Private people have no
entity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Any, BinaryIO, Final

from riwayat.chronicle.sameness import same_party
from riwayat.exports.common import days_of, outlets, urls
from riwayat.exports.entry import Entry
from riwayat.exports.writing import write_lines
from riwayat.model import EntityType, Narrator, Party
from riwayat.text.folding import fold
from riwayat.told import MASK
from riwayat.told.forms import ReportTold

__all__ = ["ENDING", "FIELDS", "write"]

ENDING: Final = ".ftm.json"
FIELDS: Final = {
    "Event.name": "PLOVER type, place and day in one line.",
    "Event.summary": "The words of the report that tells it most fully.",
    "Event.startDate": "First day on which it may have happened.",
    "Event.endDate": "Last such day.",
    "Event.location": "Name of the place.",
    "Event.country": "Country in which the place lies, ISO 3166-1 alpha-2 in lower case.",
    "Event.involved": "Who did it and to whom it was done, where they have a name.",
    "Event.keywords": "PLOVER type, modes, modality; `disputed` where anything is.",
    "Event.notes": "Sides with those who have no name; number of independent origins, and who they are.",
    "Event.publisher": "Outlets that tell it.",
    "Event.sourceUrl": "Addresses of the reports.",
    "Event.proof": "The articles.",
    "Article.title": "Headline.",
    "Article.publisher": "Who publishes it.",
    "Article.publishedAt": "Day of publication, by its own word.",
    "Article.language": "ISO 639-3.",
    "Article.sourceUrl": "Its address.",
    "Article.fileName": "Name of the file it was read from.",
    "Person.name": "Name, as the first report has it.",
    "Person.alias": "Other spellings.",
    "Organization.name": "Name, as the first report has it: of a group, an agency, an outlet.",
    "Organization.alias": "Other spellings.",
    "LegalEntity.name": "Name of a place that acts: its government.",
    "LegalEntity.alias": "Other spellings.",
    "Documentation.document": "An article.",
    "Documentation.entity": "The event that it tells.",
    "Documentation.role": "`tells`.",
    "Documentation.summary": "The sentences that tell it.",
    "Mention.document": "An article.",
    "Mention.resolved": "Whom it names, as taking part or as a narrator.",
    "Mention.name": "The name that it uses.",
    "Mention.detectedSchema": "`Person`, `Organization` or `LegalEntity`.",
    "Membership.member": "Somebody who takes part or is a narrator.",
    "Membership.organization": "The group that a report says he belongs to.",
    "Membership.role": "As what, as worded.",
    "Membership.summary": "The words that say so.",
    "Membership.publisher": "The outlet that says so.",
    "Membership.sourceUrl": "Address of its report.",
}
_SCHEMATA: Final[dict[EntityType, str]] = {
    "person": "Person",
    "group": "Organization",
    "outlet": "Organization",
    "place": "LegalEntity",
}
_NARRATORS: Final[dict[str, EntityType]] = {
    "person": "person",
    "group": "group",
    "agency": "group",
    "official": "group",
    "outlet": "outlet",
}
_LANGUAGES: Final = {"ar": "ara", "en": "eng", "id": "ind", "ms": "msa"}


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """Writes an entity a line, each id once."""
    write_lines(_once(entity for entry in entries for entity in _entities(entry)), out)


def _once(entities: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for entity in entities:
        if entity["id"] not in seen:
            seen.add(entity["id"])
            yield entity


@dataclass(slots=True)
class _Somebody:
    """A party of one happening, under all its spellings."""

    party: Party
    id: str
    names: dict[str, None] = field(default_factory=dict)

    @property
    def schema(self) -> str:
        return _SCHEMATA[self.party.type or "group"]


class _Cast:
    """Who is named in a happening."""

    def __init__(self, happening: str) -> None:
        self._happening = happening
        self.people: list[_Somebody] = []

    def add(self, party: Party) -> _Somebody | None:
        """The one who this party is; null for who has no name, or none that may be shown."""
        if party.type is None or MASK in party.name:
            return None
        found = self.find(party)
        if found is None:
            found = _Somebody(party, self._id(party))
            self.people.append(found)
        found.names[party.name] = None
        return found

    def find(self, party: Party) -> _Somebody | None:
        """The one who this party is, where he was named before."""
        schema = _SCHEMATA[party.type or "group"]
        alike = (one for one in self.people if one.schema == schema)
        return next(
            (one for one in alike if party.name in one.names or same_party(one.party, party) is not None),
            None,
        )

    def _id(self, party: Party) -> str:
        if party.known_as:
            return f"riwayat-{party.known_as}"
        schema = _SCHEMATA[party.type or "group"]
        within = self._happening if schema == "Person" else ""
        return _id(schema, within, fold(party.name))


def _entities(entry: Entry) -> Iterator[dict[str, Any]]:
    happening = entry.happening
    cast = _Cast(happening.id)
    involved: dict[str, None] = {}
    mentions: dict[str, dict[str, Any]] = {}
    for account in entry.accounts:
        sides = (*account.actors, *account.recipients)
        named = {entity.name for entity in entry.reading(account.source.id).entities}
        voices = [_voice(narrator, named) for told in account.tellings for narrator in told.chain[1:]]
        for number, party in enumerate((*sides, *(voice for voice in voices if voice))):
            somebody = cast.add(party)
            if somebody is None:
                continue
            if number < len(sides):
                involved[somebody.id] = None
            mention = _mention(account.source.id, somebody, party.name)
            mentions.setdefault(mention["id"], mention)
    memberships = list(_memberships(entry, cast))
    yield from map(_article, happening.reports)
    yield from map(_party, cast.people)
    yield _event(entry, list(involved))
    yield from _documentations(entry)
    yield from mentions.values()
    yield from memberships


def _event(entry: Entry, involved: list[str]) -> dict[str, Any]:
    happening = entry.happening
    days = days_of(happening)
    country = happening.where.country if happening.where else None
    modes = [account.mode for account in entry.accounts if account.mode]
    return _entity(
        happening.id,
        "Event",
        name=[_title(entry)],
        summary=[happening.what],
        startDate=[days.first.isoformat()] if days else [],
        endDate=[days.last.isoformat()] if days else [],
        location=[happening.place] if happening.place else [],
        country=[country.lower()] if country else [],
        involved=involved,
        keywords=[
            happening.type,
            *modes,
            happening.modality,
            *(["disputed"] if happening.disputes else []),
        ],
        notes=[
            f"By: {', '.join(happening.actors)}" if happening.actors else "",
            f"To: {', '.join(happening.recipients)}" if happening.recipients else "",
            f"Independent origins: {happening.independent_origins}"
            + "".join(f"; {origin.name} ({origin.kind})" for origin in happening.origins),
        ],
        publisher=outlets(happening),
        sourceUrl=_web(*urls(happening)),
        proof=[_article_id(report.id) for report in happening.reports],
    )


def _title(entry: Entry) -> str:
    days = days_of(entry.happening)
    parts = (entry.happening.type, entry.happening.place, days.first.isoformat() if days else None)
    return ", ".join(part for part in parts if part)


def _article(report: ReportTold) -> dict[str, Any]:
    language = _LANGUAGES.get(report.language)
    return _entity(
        _article_id(report.id),
        "Article",
        title=[report.title or ""],
        publisher=[report.outlet or ""],
        publishedAt=[report.published or ""],
        language=[language] if language else [],
        sourceUrl=_web(report.url),
        fileName=[report.file or ""],
    )


def _party(somebody: _Somebody) -> dict[str, Any]:
    name, *others = somebody.names
    return _entity(somebody.id, somebody.schema, name=[name], alias=others)


def _documentations(entry: Entry) -> Iterator[dict[str, Any]]:
    sentences: dict[str, dict[str, None]] = {}
    for account in entry.accounts:
        told = sentences.setdefault(account.source.id, {})
        told.update(dict.fromkeys(telling.sentence.text for telling in account.tellings))
    for report, words in sentences.items():
        document = _article_id(report)
        yield _entity(
            _id("Documentation", document, entry.happening.id),
            "Documentation",
            document=[document],
            entity=[entry.happening.id],
            role=["tells"],
            summary=list(words),
        )


def _mention(report: str, somebody: _Somebody, name: str) -> dict[str, Any]:
    document = _article_id(report)
    return _entity(
        _id("Mention", document, somebody.id, name),
        "Mention",
        document=[document],
        resolved=[somebody.id],
        name=[name],
        detectedSchema=[somebody.schema],
    )


def _memberships(entry: Entry, cast: _Cast) -> Iterator[dict[str, Any]]:
    """Who of those named belongs to whom, as the reports say."""
    for report in entry.happening.reports:
        reading = entry.reading(report.id)
        entities = {entity.id: entity for entity in reading.entities}
        for said in reading.affiliations:
            member, group = (
                entry.mask.of(Party(one.name, one.type, one.known_as, one.public))
                for one in (entities[said.member], entities[said.group])
            )
            who = cast.find(member) if MASK not in member.name else None
            body = cast.add(group) if who else None
            if who is None or body is None or body.schema != "Organization":
                continue
            yield _entity(
                _id("Membership", report.id, who.id, body.id, said.role or ""),
                "Membership",
                member=[who.id],
                organization=[body.id],
                role=[entry.mask.text(said.role or "")],
                summary=[entry.mask.text(said.evidence.text)],
                publisher=[report.outlet or ""],
                sourceUrl=_web(report.url),
            )


def _voice(narrator: Narrator, named: Set[str]) -> Party | None:
    """A narrator as a party, where it has a name of its own: `polisi` is a body, but not everywhere the same."""
    kind = _NARRATORS.get(narrator.kind)
    if kind is None or narrator.name is None or narrator.name not in named:
        return None
    return Party(narrator.name, kind, narrator.known_as, narrator.public)


def _entity(identifier: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    """An entity; properties without a value are left out, values given twice stand once."""
    stated = {
        name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items() if any(values)
    }
    return {"id": identifier, "schema": schema, "properties": stated}


def _web(*addresses: str | None) -> list[str]:
    """Those addresses that a browser can open."""
    return [address for address in addresses if address and address.startswith(("http://", "https://"))]


def _article_id(report: str) -> str:
    return f"report-{report.removeprefix('sha256:')}"


def _id(*parts: str) -> str:
    return sha1("\n".join(parts).encode(), usedforsecurity=False).hexdigest()
