"""PROV-JSON (W3C): by whose word each report tells a happening, and which reports repeat each other.

Each happening is a bundle.  In it what a report says is an entity, quoted from the report; behind it stands, link by
link, what each narrator of the chain is said to have said.  PROV-JSON writes `wasQuotedFrom` and `hadPrimarySource`
as derivations of the types `prov:Quotation` and `prov:PrimarySource`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, BinaryIO, Final

from riwayat.chronicle.identities import CARRIERS
from riwayat.exports.entry import Entry
from riwayat.exports.writing import as_json, write_between
from riwayat.model import Account, Copy, Narrator, NarratorKind, Party, Source, Span, Told
from riwayat.text.folding import fold
from riwayat.text.quotations import quotations
from riwayat.told import MASK

__all__ = ["ENDING", "FIELDS", "write"]

ENDING: Final = ".json"
FIELDS: Final = {
    "prefix": "`riwayat` is `urn:riwayat:`.",
    "bundle": "The happenings, each a bundle named `riwayat:` and its id.",
    "entity.prov:type": "`riwayat:Happening`, `riwayat:Report`, `riwayat:Statement` (what a report says), "
    "`riwayat:Word` (what a narrator is said to have said); `prov:Bundle` outside the bundles.",
    "entity.prov:label": "Of a happening the words that tell it most fully; of a report its headline.",
    "entity.prov:value": "Of a statement its words, a paragraph at most.",
    "entity.riwayat:event": "Of a happening: PLOVER type, by our own conventions.",
    "entity.riwayat:independentOrigins": "Of a happening: number of independent origins.",
    "entity.riwayat:outlet": "Of a report: who publishes it.",
    "entity.riwayat:url": "Of a report: its address.",
    "entity.riwayat:language": "Of a report: ISO 639-1.",
    "entity.riwayat:knownFrom": "Of a report: day from which it could be known.",
    "entity.riwayat:start": "Of a statement: first code point in the report's text.",
    "entity.riwayat:end": "Of a statement: code point after the last.",
    "entity.riwayat:cue": "Of a narrator's word: the wording that attributes it.",
    "agent.prov:type": "`prov:Person` or `prov:Organization`; neither for a photo, a document, or nobody named.",
    "agent.prov:label": "Name or description of the narrator.",
    "agent.riwayat:kind": "Sort of narrator.",
    "agent.riwayat:knownAs": "Id of a known actor.",
    "wasAttributedTo.prov:entity": "A report or statement, and its outlet; a narrator's word, and the narrator.",
    "wasAttributedTo.prov:agent": "See `wasAttributedTo.prov:entity`.",
    "actedOnBehalfOf.prov:delegate": "A spokesman.",
    "actedOnBehalfOf.prov:responsible": "The body he speaks for.",
    "wasDerivedFrom.prov:generatedEntity": "What came later: a happening from statements, a statement from its report "
    "and from a narrator's word, that from the next narrator's; a report from one that it repeats.",
    "wasDerivedFrom.prov:usedEntity": "What it came from.",
    "wasDerivedFrom.prov:type": "`prov:Quotation` where the words were taken over; `prov:PrimarySource` where the "
    "chain ends in somebody who is no outlet or agency; both, or neither.",
    "wasDerivedFrom.riwayat:how": "Of reports: `verbatim`, `edited`, `translation` or `retelling`.",
    "wasDerivedFrom.riwayat:credited": "Of reports: whether the later one names the earlier one's outlet.",
    "wasDerivedFrom.riwayat:share": "Of reports: how much of the later one's text is taken over, 0 to 1.",
}
_PEOPLE: Final[frozenset[NarratorKind]] = frozenset({"person"})
_BODIES: Final[frozenset[NarratorKind]] = frozenset({"agency", "group", "outlet"})
_QUOTED, _PRIMARY = "prov:Quotation", "prov:PrimarySource"


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """Writes one document, a bundle a line."""
    names: list[str] = []

    def bundles() -> Iterator[bytes]:
        for entry in entries:
            names.append(f"riwayat:{entry.happening.id}")
            yield as_json(names[-1]) + b":" + as_json(_Bundle(entry).content())

    write_between(b'{"prefix":{"riwayat":"urn:riwayat:"},"bundle":{', bundles(), b"},", out)
    declared = (as_json(name) + b":" + as_json({"prov:type": _name("prov:Bundle")}) for name in names)
    write_between(b'"entity":{', declared, b"}}", out)


class _Bundle:
    """The provenance of one happening."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._entities: dict[str, dict[str, Any]] = {}
        self._agents: dict[str, dict[str, Any]] = {}
        self._attributed: dict[tuple[str, str], dict[str, Any]] = {}
        self._delegated: dict[tuple[str, str], dict[str, Any]] = {}
        self._derived: dict[tuple[str, str], dict[str, Any]] = {}
        happening = entry.happening
        self._happening = self._entity(
            f"riwayat:happening-{happening.id}",
            "riwayat:Happening",
            {
                "prov:label": happening.what,
                "riwayat:event": happening.type,
                "riwayat:independentOrigins": happening.independent_origins,
            },
        )
        for account in entry.accounts:
            for telling in account.tellings:
                self._telling(account, telling)
        for copy in entry.copies:
            self._copy(copy)

    def content(self) -> dict[str, Any]:
        """The bundle as PROV-JSON."""
        parts: dict[str, dict[str, Any]] = {
            "entity": self._entities,
            "agent": self._agents,
            "wasAttributedTo": _numbered("a", self._attributed.values()),
            "actedOnBehalfOf": _numbered("b", self._delegated.values()),
            "wasDerivedFrom": _numbered("d", self._derived.values()),
        }
        return {name: part for name, part in parts.items() if part}

    def _telling(self, account: Account, telling: Told) -> None:
        if not telling.chain:
            return
        source, said = account.source, telling.statement
        publisher = self._agent(telling.chain[0], source)
        report = self._report(source, publisher)
        where = f"{_digest(source.id)}-{said.start}-{said.end}"
        statement = self._entity(
            f"riwayat:statement-{where}",
            "riwayat:Statement",
            {"prov:value": said.text, "riwayat:start": said.start, "riwayat:end": said.end},
        )
        self._attribute(statement, publisher)
        self._derive(statement, report, [_QUOTED])
        self._derive(self._happening, statement)
        later = statement
        for number, narrator in enumerate(telling.chain[1:], start=1):
            word = self._entity(
                f"riwayat:word-{where}-{number}",
                "riwayat:Word",
                {"riwayat:cue": narrator.cue.text if narrator.cue else None},
            )
            self._attribute(word, self._agent(narrator, source))
            last = number == len(telling.chain) - 1
            self._derive(later, word, self._kinds(source, telling, narrator) if last else [])
            later = word

    def _kinds(self, source: Source, telling: Told, origin: Narrator) -> list[str]:
        """What the last step of a chain is: words taken over, and from somebody who was there."""
        text = self._entry.reading(source.id).report.text
        statement, word = telling.statement, telling.trigger
        speech = quotations(text, Span(statement.start, statement.end, text[statement.start : statement.end]))
        quoted = any(start <= word.start and word.end <= end for start, end in speech)
        primary = origin.kind not in CARRIERS and origin.kind != "unspecified"
        return [kind for kind, holds in ((_QUOTED, quoted), (_PRIMARY, primary)) if holds]

    def _report(self, source: Source, publisher: str) -> str:
        name = self._entity(
            _report_name(source.id),
            "riwayat:Report",
            {
                "prov:label": source.title,
                "riwayat:outlet": source.outlet.name or source.outlet.domain,
                "riwayat:url": source.url,
                "riwayat:language": source.language,
                "riwayat:knownFrom": source.known_from,
            },
        )
        self._attribute(name, publisher)
        return name

    def _copy(self, copy: Copy) -> None:
        later, earlier = _report_name(copy.report), _report_name(copy.of)
        if later in self._entities and earlier in self._entities:
            self._derive(later, earlier, [_QUOTED] if copy.how == "verbatim" else [])
            self._derived[later, earlier] |= {
                "riwayat:how": copy.how,
                "riwayat:credited": copy.credited,
                "riwayat:share": round(copy.share, 4),
            }

    def _agent(self, narrator: Narrator, source: Source) -> str:
        name = _agent_name(narrator, source)
        kind = narrator.kind
        self._add_agent(name, kind, narrator.name or kind, narrator.known_as)
        if narrator.body is not None and MASK not in narrator.body.name:
            body = _body_name(narrator.body)
            self._add_agent(body, "group", narrator.body.name, narrator.body.known_as)
            if body != name:
                self._delegated[name, body] = {"prov:delegate": name, "prov:responsible": body}
        return name

    def _add_agent(self, name: str, kind: NarratorKind, label: str, known_as: str | None) -> None:
        type_ = "prov:Person" if kind in _PEOPLE else "prov:Organization" if kind in _BODIES else None
        if name not in self._agents:
            self._agents[name] = _stated(
                {
                    "prov:type": _name(type_) if type_ else None,
                    "prov:label": label,
                    "riwayat:kind": kind,
                    "riwayat:knownAs": known_as,
                }
            )

    def _entity(self, name: str, type_: str, more: dict[str, Any]) -> str:
        self._entities.setdefault(name, {"prov:type": _name(type_), **_stated(more)})
        return name

    def _attribute(self, entity: str, agent: str) -> None:
        self._attributed[entity, agent] = {"prov:entity": entity, "prov:agent": agent}

    def _derive(self, later: str, earlier: str, kinds: Sequence[str] = ()) -> None:
        derived = self._derived.setdefault(
            (later, earlier), {"prov:generatedEntity": later, "prov:usedEntity": earlier}
        )
        if kinds and "prov:type" not in derived:
            derived["prov:type"] = [_name(kind) for kind in kinds]


def _numbered(letter: str, records: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {f"_:{letter}{number}": record for number, record in enumerate(records, start=1)}


def _stated(attributes: dict[str, Any]) -> dict[str, Any]:
    """The attributes without those that nobody states."""
    return {name: value for name, value in attributes.items() if value is not None}


def _name(name: str) -> dict[str, str]:
    """A qualified name as a value."""
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _report_name(report: str) -> str:
    return f"riwayat:report-{report.removeprefix('sha256:')}"


def _agent_name(narrator: Narrator, source: Source) -> str:
    """One name for one narrator; who has no name of his own, or must not be named, is known in his report only."""
    if narrator.known_as:
        return f"riwayat:actor-{narrator.known_as}"
    own = narrator.name or ""
    if narrator.named and own and MASK not in own:
        return f"riwayat:narrator-{_digest(_class_of(narrator.kind), fold(own))}"
    place = f"{narrator.span.start}-{narrator.span.end}" if narrator.span and MASK in own else fold(own)
    return f"riwayat:narrator-{_digest(source.id, narrator.kind, place)}"


def _body_name(body: Party) -> str:
    return (
        f"riwayat:actor-{body.known_as}"
        if body.known_as
        else f"riwayat:narrator-{_digest('group', fold(body.name))}"
    )


def _class_of(kind: NarratorKind) -> str:
    return "person" if kind in _PEOPLE else "group"


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:16]
