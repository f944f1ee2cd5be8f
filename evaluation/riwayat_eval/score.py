"""How well readings agree with gold: the measures of the annotation convention.

A reading is compared in the form in which everybody gets it, the JSON of the contract.  Precision,
recall and F are micro-averaged over the cases; a share is right / gold.  Agency and outlet count as
one kind of narrator, official and group too.  Where gold has no place or time there is no credit to
win, and a value there costs precision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from riwayat_eval.gold import Gold
from riwayat_eval.match import (
    FIGURES,
    any_name,
    content_words,
    find_quote,
    fold,
    same_days,
    same_name,
    same_phrase,
    same_place,
    sentence_around,
    span_of_days,
    tokens,
)

__all__ = ["EMPTY", "ROWS", "Measure", "Overlap", "Share", "Sheet", "score_case"]

Json: TypeAlias = Mapping[str, Any]
G = TypeVar("G")
P = TypeVar("P")

EMPTY: Json = {"report": {"text": ""}, "entities": [], "affiliations": [], "statements": [], "events": []}
"""What a case that cannot be read counts as."""

_ONE_KIND = {"agency": "outlet", "official": "group"}
_NAMED_KINDS = ("outlet", "person", "group")
_ENTITY_KEYS = (("person", "people"), ("group", "groups"), ("place", "places"))
_ROLES = ("actors", "recipients")


@dataclass(slots=True)
class Overlap:
    """Two lists compared: found in both, only in the reading, only in gold."""

    both: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def n(self) -> int:
        """How many gold has."""
        return self.both + self.missed

    @property
    def precision(self) -> float:
        """Of what the reading has, how much is in gold."""
        return self.both / (self.both + self.extra) if self.both + self.extra else 0.0

    @property
    def recall(self) -> float:
        """Of what gold has, how much is in the reading."""
        return self.both / self.n if self.n else 0.0

    @property
    def score(self) -> float:
        """F1, the harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def match(self, gold: Iterable[G], got: Iterable[P], same: Callable[[G, P], bool]) -> None:
        """Pair each of gold with the first of what is left that is the same."""
        left = list(got)
        for wanted in gold:
            at = next((i for i, one in enumerate(left) if same(wanted, one)), None)
            if at is None:
                self.missed += 1
            else:
                del left[at]
                self.both += 1
        self.extra += len(left)

    def add(self, other: Overlap) -> None:
        """Take in the counts of another."""
        self.both += other.both
        self.extra += other.extra
        self.missed += other.missed


@dataclass(slots=True)
class Share:
    """How often something is right."""

    right: int = 0
    n: int = 0

    @property
    def score(self) -> float:
        """Right / all."""
        return self.right / self.n if self.n else 0.0

    def see(self, right: bool) -> None:
        """Count one more."""
        self.n += 1
        self.right += bool(right)

    def add(self, other: Share) -> None:
        """Take in the counts of another."""
        self.right += other.right
        self.n += other.n


Measure: TypeAlias = Overlap | Share

_SHARES = (
    "meta.language", "meta.outlet", "meta.title", "meta.published", "meta.dateline",
    "meta.furniture kept out", "chain.origin", "chain.exact", "chain.origin, attributed only",
    "chain.exact, attributed only", "chain.exact, three links or more", "event.modality",
    "event.modality, other than asserted", "event.origin", "entities not merged", "offsets hold",
)  # fmt: skip
_OVERLAPS = (
    "meta.bylines", "meta.cites", "people", "groups", "places", "affiliations", "events",
    "event.actors", "event.recipients", "event.place", "event.time", "event.quantities",
)  # fmt: skip
ROWS = (
    *_SHARES[:6],
    *_OVERLAPS[:6],
    *_SHARES[6:11],
    "events",
    *_SHARES[11:14],
    *_OVERLAPS[7:],
    *_SHARES[14:],
)
"""The rows of the table, in order."""


@dataclass(slots=True)
class Sheet:
    """The measures of some cases, and notes on what was not right."""

    shares: dict[str, Share] = field(default_factory=lambda: {row: Share() for row in _SHARES})
    overlaps: dict[str, Overlap] = field(default_factory=lambda: {row: Overlap() for row in _OVERLAPS})
    notes: list[str] = field(default_factory=list)

    def __getitem__(self, row: str) -> Measure:
        return self.shares[row] if row in self.shares else self.overlaps[row]

    def add(self, other: Sheet) -> None:
        """Take in the counts and notes of another sheet."""
        for row, share in other.shares.items():
            self.shares[row].add(share)
        for row, overlap in other.overlaps.items():
            self.overlaps[row].add(overlap)
        self.notes += other.notes


def score_case(gold: Gold, reading: Json) -> Sheet:
    """The measures of one case; `reading` is the contract's JSON, decoded."""
    sheet, book = Sheet(), _Names(gold, reading)
    _metadata(gold, reading["report"], sheet)
    _entities(gold, reading, book, sheet)
    _affiliations(gold, reading, book, sheet)
    _chains(gold, reading, book, sheet)
    _events(gold, reading, book, sheet)
    _offsets(reading, sheet)
    return sheet


def _names(item: Json) -> list[str]:
    return [item["name"], *item.get("also", [])]


class _Names:
    """What everything is called: in gold by each of its names, in the reading by entity id."""

    def __init__(self, gold: Gold, reading: Json) -> None:
        listed = [item for _, key in _ENTITY_KEYS for item in gold.get(key, [])]
        self._gold = {name: _names(item) for item in listed for name in _names(item)}
        self._entities = {e["id"]: e for e in reading["entities"]}

    def known(self, name: str) -> bool:
        """Whether gold lists this name."""
        return name in self._gold

    def of_gold(self, name: str) -> list[str]:
        """All names of what gold calls so."""
        return self._gold.get(name, [name])

    def of_entity(self, id_: str | None) -> list[str]:
        """All forms of an entity; an unknown id is taken for a name."""
        entity = self._entities.get(id_ or "")
        if entity is None:
            return [id_ or ""]
        return [entity["name"], *sorted({m["text"] for m in entity.get("mentions", [])})]

    def of_participant(self, participant: Json | str) -> list[str]:
        """All forms of an actor or recipient, and the words it stands in."""
        if isinstance(participant, str):
            return self.of_entity(participant)
        entity = participant.get("entity")
        return [*(self.of_entity(entity) if entity else []), participant.get("text") or ""]


def _metadata(gold: Gold, report: Json, sheet: Sheet) -> None:
    days = [gold.get("published"), *gold.get("published_also", [])]
    right = {
        "language": report.get("language") == gold.get("language"),
        "outlet": same_name(gold.get("outlet"), (report.get("outlet") or {}).get("name")),
        "title": fold(gold.get("title")) == fold(report.get("title")),
        "published": any(same_days((d, d) if d else None, report.get("published")) for d in days),
        "dateline": same_name(gold.get("dateline"), (report.get("dateline") or {}).get("text")),
    }
    for key, ok in right.items():
        sheet.shares[f"meta.{key}"].see(ok)
        if not ok:
            sheet.notes.append(f"meta {key}: gold {gold.get(key)!r}, got {report.get(key)!r}")
    sheet.overlaps["meta.bylines"].match(gold.get("bylines", []), report.get("bylines", []), _same_byline)
    sheet.overlaps["meta.cites"].match(gold.get("cites", []), report.get("cites", []), same_name)
    text = report.get("text") or ""
    for quote in gold.get("not_report", []):
        out = bool(text) and find_quote(text, quote) is None
        sheet.shares["meta.furniture kept out"].see(out)
        if not out:
            sheet.notes.append(f"furniture kept: {quote!r}")


def _same_byline(gold: Json, got: Json) -> bool:
    return same_name(gold["name"], got.get("name")) and gold["role"] == got.get("role")


def _entities(gold: Gold, reading: Json, book: _Names, sheet: Sheet) -> None:
    for kind, key in _ENTITY_KEYS:
        wanted = gold.get(key, [])
        got = [
            e for e in reading["entities"] if e["type"] == kind or (kind == "group" and _is_group(e, gold))
        ]
        same_form = same_place if kind == "place" else same_name

        def same(g: Json, p: Json, same_form: Callable[[str, str], bool] = same_form) -> bool:
            return any(same_form(a, n) for a in _names(g) for n in book.of_entity(p["id"]))

        sheet.overlaps[key].match(wanted, got, same)
        _note_names(key, wanted, got, same, sheet)
        folded = [{fold(n) for n in _names(g)} for g in wanted]
        forms = [{fold(n) for n in book.of_entity(p["id"])} for p in got]
        merged = [sorted(f) for f in forms if sum(bool(names & f) for names in folded) > 1]
        sheet.shares["entities not merged"].see(not merged)
        sheet.notes += [f"{key}: two in one: {f}" for f in merged]


def _is_group(entity: Json, gold: Gold) -> bool:
    """An outlet that gold lists among the groups."""
    return entity["type"] == "outlet" and any(
        any_name(_names(g), entity["name"]) for g in gold.get("groups", [])
    )


def _note_names(
    key: str, wanted: Sequence[Json], got: Sequence[Json], same: Callable[[Json, Json], bool], sheet: Sheet
) -> None:
    missed = [g["name"] for g in wanted if not any(same(g, p) for p in got)]
    extra = [p["name"] for p in got if not any(same(g, p) for g in wanted)]
    if missed or extra:
        sheet.notes.append(f"{key}: missed {missed}, extra {extra}")


def _affiliations(gold: Gold, reading: Json, book: _Names, sheet: Sheet) -> None:
    groups = {n: _names(g) for g in gold.get("groups", []) for n in _names(g)}
    wanted = [
        (_names(p), groups.get(p["group"], [p["group"]])) for p in gold.get("people", []) if p.get("group")
    ]
    got = [(book.of_entity(a["member"]), book.of_entity(a["group"])) for a in reading.get("affiliations", [])]

    def same(g: tuple[list[str], list[str]], p: tuple[list[str], list[str]]) -> bool:
        return all(any(any_name(names, n) for n in forms) for names, forms in zip(g, p, strict=True))

    sheet.overlaps["affiliations"].match(wanted, got, same)
    sheet.notes += [
        f"affiliation missed: {g[0][0]} in {g[1][0]}" for g in wanted if not any(same(g, p) for p in got)
    ]
    sheet.notes += [
        f"affiliation extra: {p[0][0]} in {p[1][0]}" for p in got if not any(same(g, p) for g in wanted)
    ]


def _same_link(gold: Json, got: Json, book: _Names) -> bool:
    kind, kind_got = (_ONE_KIND.get(link["kind"], link["kind"]) for link in (gold, got))
    if kind != kind_got:
        return False
    if kind == "unspecified":
        return True
    if not gold.get("name"):
        return not got.get("name") or kind not in _NAMED_KINDS
    wanted = [gold["name"], *gold.get("also", [])]
    if book.known(gold["name"]):
        wanted += book.of_gold(gold["name"])
    names = [got.get("name"), *(book.of_entity(got["entity"]) if got.get("entity") else [])]
    forms = [n for n in names if n]
    if any(any_name(wanted, form) for form in forms):
        return True
    if kind == "group":
        return any(same_phrase(w, f) for w in wanted if not book.known(w) for f in forms)
    if kind in _NAMED_KINDS:
        return False
    said = got.get("name")
    shorter = bool(said) and content_words(said) <= set(tokens(gold["name"]))
    return shorter or any(same_phrase(w, f) for w in wanted for f in forms)


def _same_chain(gold: Sequence[Json], got: Sequence[Json], book: _Names) -> bool:
    return len(gold) == len(got) and all(_same_link(g, p, book) for g, p in zip(gold, got, strict=True))


def _chain_at(quote: str, reading: Json) -> Sequence[Json]:
    """The chain of the statement that covers four fifths of a quote, within its paragraph; the shortest of
    those that cover most."""
    text = reading["report"].get("text") or ""
    at = find_quote(text, quote)
    if at is None:
        return ()
    first = text.rfind("\n", 0, at[0]) + 1
    last = text.find("\n", at[1])
    last = len(text) if last < 0 else last
    fitting = [s for s in reading["statements"] if s["start"] >= first - 1 and s["end"] <= last + 1]

    def rank(s: Json) -> tuple[int, int, str]:
        return min(at[1], s["end"]) - max(at[0], s["start"]), s["start"] - s["end"], s["id"]

    best = max(fitting, key=rank, default=None)
    if best is None or rank(best)[0] < 0.8 * (at[1] - at[0]):
        return ()
    chain: Sequence[Json] = best["chain"]
    return chain


def _chains(gold: Gold, reading: Json, book: _Names, sheet: Sheet) -> None:
    for statement in gold.get("statements", []):
        wanted, chain = statement["chain"], _chain_at(statement["quote"], reading)
        origin = bool(chain) and _same_link(wanted[-1], chain[-1], book)
        exact = _same_chain(wanted, chain, book)
        sheet.shares["chain.origin"].see(origin)
        sheet.shares["chain.exact"].see(exact)
        if len(wanted) > 1 and wanted[-1]["kind"] != "outlet":
            sheet.shares["chain.origin, attributed only"].see(origin)
            sheet.shares["chain.exact, attributed only"].see(exact)
        if len(wanted) > 2:
            sheet.shares["chain.exact, three links or more"].see(exact)
        if not exact:
            sheet.notes.append(
                f"chain {statement['quote'][:50]!r}: gold {_drawn(wanted)} | got {_drawn(chain)}"
            )


def _drawn(chain: Sequence[Json]) -> str:
    return " < ".join(f"{link['kind']}:{link.get('name')}" for link in chain) or "nothing"


def _events(gold: Gold, reading: Json, book: _Names, sheet: Sheet) -> None:
    text = reading["report"].get("text") or ""
    left = list(reading["events"])
    rivals_last = sorted(gold.get("events", []), key=lambda e: e.get("same_as") is not None)
    for event in rivals_last:
        near = _near(event, left, text)
        hit = max(near, key=lambda p: _agreement(event, p, book), default=None)
        if hit is not None:
            left.remove(hit)
        if (
            event.get("same_as") is not None
        ):  # a rival telling of an event already listed: free to find or not
            continue
        if hit is None:
            sheet.overlaps["events"].missed += 1
            sheet.notes.append(f"event missed: {event['type']} {event['quote'][:60]!r}")
            continue
        sheet.overlaps["events"].both += 1
        _event(event, hit, gold, reading, book, sheet)
    sheet.overlaps["events"].extra += len(left)
    for got in left:
        at = got["trigger"]
        around = text[max(0, at["start"] - 20) : at["end"] + 30]
        sheet.notes.append(f"event extra: {got['type']} {around!r}")


def _near(event: Json, left: Sequence[Json], text: str) -> list[Json]:
    """The events of its type that have a trigger in a sentence that gold quotes."""
    quotes = [find_quote(text, q) for q in (event["quote"], *event.get("see", []))]
    sentences = [sentence_around(text, *at) for at in quotes if at]

    def triggers(got: Json) -> list[Json]:
        return [got["trigger"], *(t["trigger"] for t in got.get("tellings", []) if t.get("trigger"))]

    return [
        got
        for got in left
        if got["type"] == event["type"]
        and any(first <= t["start"] < last for first, last in sentences for t in triggers(got))
    ]


def _same_participant(gold: str, got: Json, book: _Names) -> bool:
    wanted = book.of_gold(gold)
    loosely = not book.known(gold)
    return any(
        any_name(wanted, form) or (loosely and same_phrase(gold, form)) for form in book.of_participant(got)
    )


def _days(event: Json) -> tuple[str, str] | None:
    time = event.get("time")
    return (time[0], time[1]) if time else None


def _agreement(event: Json, got: Json, book: _Names) -> int:
    """How well the arguments agree: decides where one sentence holds several events of a type."""
    found = [
        any(_same_participant(name, p, book) for p in got.get(role, []))
        for role in _ROLES
        for name in event.get(role, [])
    ]
    return sum(found) + same_days(_days(event), got.get("time"))


def _event(event: Json, got: Json, gold: Gold, reading: Json, book: _Names, sheet: Sheet) -> None:
    """The arguments of an event that was found."""
    label = f"{event['type']} {event['quote'][:40]!r}"
    same_modality = got.get("modality") == event.get("modality")
    sheet.shares["event.modality"].see(same_modality)
    if event.get("modality") != "asserted":
        sheet.shares["event.modality, other than asserted"].see(same_modality)
    if not same_modality:
        sheet.notes.append(f"modality of {label}: gold {event.get('modality')}, got {got.get('modality')}")
    at, told = event.get("statement"), gold.get("statements", [])
    if isinstance(at, int) and at < len(told):
        chains = {s["id"]: s["chain"] for s in reading["statements"]}
        chain = chains.get(got.get("statement")) or []
        sheet.shares["event.origin"].see(bool(chain) and _same_link(told[at]["chain"][-1], chain[-1], book))
    for role in _ROLES:
        wanted, have = event.get(role, []), got.get(role, [])
        one = Overlap()
        one.match(wanted, have, lambda g, p: _same_participant(g, p, book))
        sheet.overlaps[f"event.{role}"].add(one)
        if one.extra or one.missed:
            sheet.notes.append(f"{role} of {label}: gold {wanted}, got {[p.get('text') for p in have]}")
    places = [got["place"]] if got.get("place") else []
    where = Overlap()
    where.match(
        [event["place"]] if event.get("place") else [],
        places,
        lambda g, p: any(same_place(w, n) for w in book.of_gold(g) for n in book.of_entity(p)),
    )
    sheet.overlaps["event.place"].add(where)
    if where.extra or where.missed:
        named = [book.of_entity(p)[0] for p in places]
        sheet.notes.append(f"place of {label}: gold {event.get('place')!r}, got {named}")
    days, time = _days(event), got.get("time")
    times = [time] if span_of_days(time) else []
    sheet.overlaps["event.time"].match([days] if days else [], times, same_days)
    if span_of_days(time) != days:
        sheet.notes.append(f"time of {label}: gold {days}, got {span_of_days(time)}")
    figures = Overlap()
    figures.match(event.get("quantities", []), got.get("quantities", []), _same_figure)
    sheet.overlaps["event.quantities"].add(figures)
    if figures.extra or figures.missed:
        wanted, have = (
            [f"{q['what']} {q['low']}-{q['high']}" for q in e.get("quantities", [])] for e in (event, got)
        )
        sheet.notes.append(f"quantities of {label}: gold {wanted}, got {have}")


def _same_figure(gold: Json, got: Json) -> bool:
    if (gold["low"], gold["high"]) != (got.get("low"), got.get("high")):
        return False
    return gold["what"] == got.get("what") or gold["what"] not in FIGURES


def _offsets(reading: Json, sheet: Sheet) -> None:
    """Every span of the reading must be a piece of its text, word for word."""
    text = reading["report"].get("text") or ""
    spans = [m for e in reading["entities"] for m in e.get("mentions", [])]
    spans += [e["trigger"] for e in reading["events"]]
    spans += reading["statements"]
    spans += [link["cue"] for s in reading["statements"] for link in s["chain"] if link.get("cue")]
    spans += [a["evidence"] for a in reading.get("affiliations", []) if a.get("evidence")]
    spans += [p for e in reading["events"] for role in _ROLES for p in e.get(role, [])]
    for span in spans:
        holds = span["end"] > span["start"] and text[span["start"] : span["end"]] == span["text"]
        sheet.shares["offsets hold"].see(holds)
        if not holds:
            sheet.notes.append(f"offset: {span['start']}–{span['end']} is not {span['text']!r}")
