"""Stories: made-up reports about one thread of happenings, with a designed truth beside them.

A story is a folder: its pages (`.txt`, `.html`), and `truth.json`, which says who told what first
(`origins`), who took it from whom (`copies`), and what happened by whose word (`happenings`).  A side
of a dispute may have other names of its value (`also`).  Sides of a dispute about `whether` are `yes`
and `no`; times are ISO days.  `problems` says where a truth does not hold to its form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from riwayat.languages import available, words
from riwayat.model import EventType, NarratorKind
from riwayat_eval.gold import occurrences, page_words

__all__ = ["HOW", "TRUTH", "Story", "load", "pages", "problems", "stories"]

Truth = Mapping[str, Any]

TRUTH = "truth.json"
HOW = ("verbatim", "edited", "translation", "retelling")
"""How one report repeats another, from its very words to its sense."""

_KINDS = frozenset(get_args(NarratorKind)) - {"unspecified"}
_PAGES = (".html", ".txt")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@dataclass(frozen=True, slots=True)
class Story:
    """A folder of pages and what is true of them."""

    name: str
    folder: Path
    truth: Truth


def load(folder: Path) -> Story:
    """The story of a folder.

    Raises:
        FileNotFoundError: the folder has no `truth.json`.
        ValueError: it is no JSON.
    """
    truth: Truth = json.loads((folder / TRUTH).read_text(encoding="utf-8"))
    return Story(folder.name, folder, truth)


def stories(root: Path) -> list[Story]:
    """The stories below a folder, sorted by name; or the folder itself, where it is one.

    Raises:
        FileNotFoundError: there is none.
    """
    if (root / TRUTH).exists():
        return [load(root)]
    found = [load(path.parent) for path in sorted(root.glob(f"*/{TRUTH}"))]
    if not found:
        raise FileNotFoundError(f"{root}: no stories there (folders with pages and {TRUTH})")
    return found


def pages(story: Story) -> list[Path]:
    """The pages that lie in the folder of a story, sorted."""
    return sorted(path for path in story.folder.iterdir() if path.suffix in _PAGES)


def problems(story: Story) -> list[str]:
    """What is wrong with a truth, one line each; empty where it holds to its form."""
    keys = ("about", "origins", "reports", "copies", "happenings")
    missing = [f"no {key!r}" for key in keys if key not in story.truth]
    return missing or list(_problems(story))


def _problems(story: Story) -> Iterator[str]:
    text = {path.name: page_words(path) for path in pages(story)}
    yield from _of_reports(story.truth, text)
    yield from _of_copies(story.truth)
    for name, origin in story.truth["origins"].items():
        if not origin.get("name") or origin.get("kind") not in _KINDS:
            yield f"origin {name}: no name, or kind {origin.get('kind')!r} is not allowed"
    seen: set[str] = set()
    for happening in story.truth["happenings"]:
        if happening["id"] in seen:
            yield f"{happening['id']}: stands twice"
        seen.add(happening["id"])
        yield from (f"{happening['id']}: {line}" for line in _of_happening(happening, story.truth, text))
    used = {origin for happening in story.truth["happenings"] for origin in happening["origins"]}
    yield from (f"origin {name}: nothing rests on it" for name in story.truth["origins"] if name not in used)


def _of_reports(truth: Truth, text: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{name}: is no page of the folder" for name in truth["reports"] if name not in text)
    yield from (f"{name}: is not in reports" for name in text if name not in truth["reports"])
    for name, report in truth["reports"].items():
        published = _day(report.get("published"))
        if not report.get("outlet") or published is None:
            yield f"{name}: no outlet, or no day of publication"
        elif report.get("language") not in available():
            yield f"{name}: language {report.get('language')!r} is not read"
        elif name in text:
            for wrong in _wrong_weekdays(text[name], report["language"], published):
                yield f"{name}: not that weekday: {wrong!r}"


def _of_copies(truth: Truth) -> Iterator[str]:
    seen = set()
    for copy in truth["copies"]:
        pair = copy["report"], copy["of"]
        what = f"copy {pair[0]} of {pair[1]}"
        if pair[0] == pair[1] or pair in seen or pair[::-1] in seen:
            yield f"{what}: of itself, or stands twice"
        seen.add(pair)
        if unknown := [name for name in pair if name not in truth["reports"]]:
            yield f"{what}: no such report: {', '.join(unknown)}"
        elif truth["reports"][pair[0]]["published"] < truth["reports"][pair[1]]["published"]:
            yield f"{what}: was published before it"
        if copy.get("how") not in HOW or not isinstance(copy.get("credited"), bool):
            yield f"{what}: how {copy.get('how')!r} or credited {copy.get('credited')!r} is not allowed"


def _of_happening(happening: Truth, truth: Truth, text: Mapping[str, str]) -> Iterator[str]:
    if happening.get("type") not in get_args(EventType):
        yield f"type {happening.get('type')!r} is not allowed"
    if not happening.get("what") or "place" not in happening:
        yield "no what, or no place"
    if happening["time"] is not None:
        days = [_day(day) for day in happening["time"]]
        if len(days) != 2 or None in days or happening["time"][0] > happening["time"][1]:
            yield f"time {happening['time']!r} is not a first and a last day"
    if not happening["reports"]:
        yield "no report tells it"
    for name, quotes in happening["reports"].items():
        if name not in truth["reports"]:
            yield f"no such report: {name}"
            continue
        if not quotes:
            yield f"{name}: no quote"
        for quote in quotes:
            if (n := occurrences(quote, text.get(name, ""))) != 1:
                yield f"{name}: stands {n} times in the page: {quote!r}"
    yield from _unknown(happening["untraced"], happening["reports"], "untraced, and does not tell it")
    yield from _unknown(happening["origins"], truth["origins"], "no such origin")
    if happening["independent"] != len(happening["origins"]):
        yield f"independent is {happening['independent']}, origins are {len(happening['origins'])}"
    if not happening["origins"] and set(happening["untraced"]) != set(happening["reports"]):
        yield "no origin, and yet not every report is untraced"
    for dispute in happening["disputes"]:
        if not dispute.get("about") or len(dispute["sides"]) < 2:
            yield "a dispute about nothing, or with one side"
        for side in dispute["sides"]:
            if not isinstance(side.get("value"), str) or not side["value"]:
                yield f"dispute about {dispute['about']}: no value"
            yield from _unknown(side["origins"], happening["origins"], f"dispute about {dispute['about']}")


def _unknown(names: Iterable[str], known: Iterable[str], what: str) -> Iterator[str]:
    known = set(known)
    yield from (f"{what}: {name}" for name in names if name not in known)


def _day(iso: object) -> date | None:
    try:
        return date.fromisoformat(str(iso))
    except ValueError:
        return None


def _wrong_weekdays(text: str, language: str, published: date) -> Iterator[str]:
    """The dates that stand beside the wrong name of their weekday; a year that is not said is the report's."""
    named = words(language, "times")
    weekday, month = (
        "|".join(sorted(map(re.escape, named[table]), key=len, reverse=True))
        for table in ("weekdays", "months")
    )
    pattern = re.compile(
        rf"(?<!\w)(?P<weekday>{weekday})[\s,،(]{{1,3}}(?:"
        rf"(?P<day>\d{{1,2}})(?:[/.-](?P<number>\d{{1,2}})|\s(?P<month>{month}))"
        rf"|(?P<month_first>{month})\s(?P<day_after>\d{{1,2}}))"
        r"(?:[/.,\s-]{1,2}(?P<year>\d{4}))?(?!\w)",
        re.IGNORECASE,
    )
    for found in pattern.finditer(text.translate(_DIGITS)):
        month_name = found["month"] or found["month_first"]
        number = named["months"][month_name.lower()] if month_name else int(found["number"])
        try:
            day = date(int(found["year"] or published.year), number, int(found["day"] or found["day_after"]))
        except ValueError:
            yield found[0]
            continue
        if day.weekday() != named["weekdays"][found["weekday"].lower()]:
            yield found[0]
