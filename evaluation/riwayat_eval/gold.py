"""Gold files: loading, and the checks that keep them honest.

A gold file lies beside its page: `NAME.txt` or `NAME.html`, and `NAME.gold.json`.  It quotes the
page verbatim instead of counting offsets; `problems` says where it does not hold to the convention.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

from riwayat.model import BylineRole, EventType, Modality, NarratorKind
from riwayat.reading.markup import Role

Gold = dict[str, Any]

_KEYS = (
    "language",
    "outlet",
    "title",
    "published",
    "dateline",
    "bylines",
    "cites",
    "not_report",
    "people",
    "groups",
    "places",
    "statements",
    "events",
)
_QUOTES = str.maketrans(dict.fromkeys("“”„«»″", '"') | dict.fromkeys("‘’‚′ʼ", "'"))


@dataclass(frozen=True, slots=True)
class Case:
    """One page and what is right about it."""

    name: str
    page: Path
    gold: Gold


def cases(folder: Path) -> list[Case]:
    """The cases of a folder, sorted by name.

    Raises:
        FileNotFoundError: a gold file has no page beside it.
    """
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        page = next((p for p in (folder / f"{name}.html", folder / f"{name}.txt") if p.exists()), None)
        if page is None:
            raise FileNotFoundError(f"{path}: no {name}.html or {name}.txt beside it")
        found.append(Case(name, page, json.loads(path.read_text(encoding="utf-8"))))
    return found


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skip += tag in ("script", "style")
        self.parts.append("" if tag in ("a", "b", "i", "em", "strong", "span", "u", "sup") else "\n")

    def handle_endtag(self, tag: str) -> None:
        self._skip -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.parts.append(data)


def page_words(page: Path) -> str:
    """The words of a page, for looking up quotes: tags dropped, entities decoded."""
    raw = page.read_text(encoding="utf-8")
    if page.suffix == ".html":
        parser = _Words()
        parser.feed(raw)
        raw = "".join(parser.parts)
    return raw


def _plain(text: str) -> str:
    text = "".join(c for c in text.translate(_QUOTES) if unicodedata.category(c) != "Cf")
    return " ".join(text.split())


def occurrences(quote: str, text: str) -> int:
    """How often a quote stands in a text, whatever the white space, quote marks and invisible characters."""
    return len(re.findall(re.escape(_plain(quote)), _plain(text))) if _plain(quote) else 0


def _names(gold: Gold, key: str) -> Iterator[str]:
    for item in gold.get(key, []):
        yield item["name"]
        yield from item.get("also", [])


def mark_problems(case: Case) -> list[str]:
    """What is wrong with the marks of a gold file: the words that a tagger learns from, one line each.

    Marks are `attributions`, the `triggers` and `when` of events, `times` and `amounts`, and the
    `geonames` of places; docs/evaluation.md says what each holds.
    """
    gold, text, out = case.gold, page_words(case.page), []

    def inside(part: str | None, whole: str, what: str) -> None:
        if part and not occurrences(part, whole):
            out.append(f"{what}: {part!r} is not in {whole!r}")

    out.extend(f"no {key!r}" for key in ("attributions", "times", "amounts") if key not in gold)
    for i, a in enumerate(gold.get("attributions", [])):
        what = f"attribution {i}"
        missing = {"at", "role", "cue", "source", "told", "content", "kind", "name"} - a.keys()
        if missing:
            out.append(f"{what}: lacks {', '.join(sorted(missing))}")
            continue
        if (n := occurrences(a["at"], text)) != 1:
            out.append(f"{what}: stands {n} times in the page: {a['at']!r}")
        if a["role"] not in get_args(Role):
            out.append(f"{what}: role {a['role']!r} is not allowed")
        if a["kind"] not in get_args(NarratorKind):
            out.append(f"{what}: kind {a['kind']!r} is not allowed")
        if not a["cue"]:
            out.append(f"{what}: no cue")
        for key in ("cue", "source", "told"):
            inside(a[key], a["at"], f"{what}: {key}")
        if a["content"] and not occurrences(a["content"], text):
            out.append(f"{what}: content is not in the page: {a['content']!r}")
    for i, event in enumerate(gold.get("events", [])):
        quotes, triggers = [event["quote"], *event.get("see", [])], event.get("triggers", [])
        if len(quotes) != len(triggers):
            out.append(f"event {i}: {len(triggers)} triggers for {len(quotes)} quotes (quote and see)")
        for quote, trigger in zip(quotes, triggers, strict=False):
            inside(trigger, quote, f"event {i}: trigger")
        if event.get("when") and not occurrences(event["when"], text):
            out.append(f"event {i}: when is not in the page: {event['when']!r}")
    for key in ("times", "amounts"):
        out.extend(
            f"{key}: not in the page: {words!r}"
            for words in gold.get(key, [])
            if not occurrences(words, text)
        )
    out.extend(f"places: no geonames: {p['name']!r}" for p in gold.get("places", []) if "geonames" not in p)
    return out


def problems(case: Case) -> list[str]:
    """What is wrong with a gold file, one line each; empty where it holds to the convention."""
    gold, text, out = case.gold, page_words(case.page), []

    def once(quote: str, what: str) -> None:
        n = occurrences(quote, text)
        if n != 1:
            out.append(f"{what}: stands {n} times in the page: {quote!r}")

    def somewhere(name: str, what: str) -> None:
        if not occurrences(name, text):
            out.append(f"{what}: not in the page: {name!r}")

    def known(value: object, allowed: object, what: str) -> None:
        if value not in get_args(allowed):
            out.append(f"{what}: {value!r} is not allowed")

    def span(value: object, what: str) -> None:
        try:
            first, last = (date.fromisoformat(d) for d in value)  # type: ignore[attr-defined]
        except (TypeError, ValueError):
            out.append(f"{what}: {value!r} is not [first day, last day]")
        else:
            if first > last:
                out.append(f"{what}: {value!r} ends before it starts")

    out.extend(f"no {key!r}" for key in _KEYS if key not in gold)
    if gold.get("published"):
        span([gold["published"]] * 2, "published")
    for byline in gold.get("bylines", []):
        known(byline["role"], BylineRole, "byline role")
        somewhere(byline["name"], "byline")
    for quote in gold.get("not_report", []):
        somewhere(quote, "not_report")
    for key in ("people", "groups", "places"):
        seen: set[str] = set()
        for name in _names(gold, key):
            somewhere(name, key)
            if name in seen:
                out.append(f"{key}: twice: {name!r}")
            seen.add(name)
    groups = set(_names(gold, "groups"))
    out.extend(
        f"people: the group of {person['name']!r} is not in groups: {person['group']!r}"
        for person in gold.get("people", [])
        if person.get("group") and person["group"] not in groups
    )
    for i, statement in enumerate(gold.get("statements", [])):
        once(statement["quote"], f"statement {i}")
        if len(statement["quote"].split()) < 5:
            out.append(f"statement {i}: fewer than five words: {statement['quote']!r}")
        if not statement["chain"] or statement["chain"][0]["kind"] != "outlet":
            out.append(f"statement {i}: the chain does not start with the outlet")
        for link in statement["chain"]:
            known(link["kind"], NarratorKind, f"statement {i}: kind")
            if link["kind"] != "unspecified" and not link.get("name"):
                out.append(f"statement {i}: a link without a name")
    places = set(_names(gold, "places"))
    for i, event in enumerate(gold.get("events", [])):
        known(event.get("type"), EventType, f"event {i}: type")
        known(event.get("modality"), Modality, f"event {i}: modality")
        for quote in [event["quote"], *event.get("see", [])]:
            once(quote, f"event {i}")
        if event.get("place") and event["place"] not in places:
            out.append(f"event {i}: its place is not in places: {event['place']!r}")
        if event.get("time"):
            span(event["time"], f"event {i}: time")
        if not 0 <= event.get("statement", -1) < len(gold.get("statements", [])):
            out.append(f"event {i}: no such statement: {event.get('statement')!r}")
        for role in ("actors", "recipients"):
            for name in event.get(role, []):
                somewhere(name, f"event {i}: {role}")
        out.extend(
            f"event {i}: a quantity lacks what, low or high: {quantity!r}"
            for quantity in event.get("quantities", [])
            if not {"what", "low", "high"} <= quantity.keys()
        )
    return out
