"""The project's own corpus, read into examples: gold quotes words, and here they are found in the page.

What gold says of a report as a whole (its names, its times) holds wherever the words stand.  What it says
of a stretch (who attributes what, which words tell an event) holds there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from riwayat.languages import available
from riwayat.model import Report, Span
from riwayat.page import report_from
from riwayat.reading.body import body
from riwayat.reading.tagger.labels import FLAGS, KINDS, MODALITIES, NameType
from riwayat.text.tokens import Token, tokens
from riwayat_eval.gold import Case, cases
from riwayat_eval.match import find_quote
from riwayat_eval.parts import page_of
from riwayat_training.examples import DONE_BY, NAMED_BY, SAID_BY, Example, Predicate

LANGUAGES: Final = ("ar", "en", "id")
_CLITICS: Final = {"ar": re.compile(r"[وفبلك]?(?:ال|لل|[وفبلك])?")}
"""What may stand before a name within its word."""

Range = tuple[int, int]


def corpus(folder: Path, part: str) -> list[Example]:
    """The examples of a part (`train`, `dev`, `test`) in all languages that can be read."""
    return [
        example
        for language in LANGUAGES
        if language in available()
        for case in cases(folder / language / part)
        for example in examples_of(case)
    ]


def examples_of(case: Case) -> list[Example]:
    """The sentences of one report."""
    return list(_Marked(case).examples())


class _Marked:
    """One report with its gold, found in its text."""

    def __init__(self, case: Case) -> None:
        self._gold = case.gold
        self._report: Report = report_from(page_of(case))
        self._language = case.gold["language"]
        self._text = self._report.text
        self._aliases = _aliases(case.gold)

    def examples(self) -> Iterator[Example]:
        for sentence in body(self._report):
            words = tokens(self._text, sentence.span.start, sentence.span.end)
            if words:
                yield self._example(sentence.span, words)

    def _example(self, span: Span, words: Sequence[Token]) -> Example:
        example = Example([w.text for w in words], self._language, f"corpus-{self._language}")
        named = self._names(example, words)
        self._attributions(example, span, words)
        self._events(example, span, words, named)
        example.all_outside(names=True, cues=True, triggers=True)
        return example

    def _names(self, example: Example, words: Sequence[Token]) -> dict[Range, str]:
        """Mark all names; what comes back says which of gold's names stands where."""
        wanted: dict[str, set[NameType]] = {}
        for key, kind in (("people", "person"), ("groups", "group"), ("places", "place")):
            for item in self._gold[key]:
                for name in (item["name"], *item.get("also", [])):
                    wanted.setdefault(name, set()).add(kind)  # type: ignore[arg-type]
        for name in self._outlets():
            wanted.setdefault(name, {"outlet"})
        for key, kind in (("times", "time"), ("amounts", "amount")):
            for name in self._gold.get(key, []):
                wanted.setdefault(name, {kind})  # type: ignore[arg-type]
        found: dict[Range, str] = {}
        taken = [False] * len(words)
        order = sorted(wanted, key=lambda n: (bool(wanted[n] & {"time", "amount"}), -len(n), n))
        for name in order:
            for start, end in self._runs(words, name):
                if not any(taken[start:end]):
                    example.name(start, end, wanted[name])
                    taken[start:end] = [True] * (end - start)
                    found[start, end] = name
        for start, end in found:
            self._membership(example, found, start, end)
        return found

    def _outlets(self) -> Iterator[str]:
        if self._gold["outlet"]:
            yield self._gold["outlet"]
        yield from self._gold["cites"]
        for statement in self._gold["statements"]:
            for link in statement["chain"]:
                if link["kind"] in ("outlet", "agency") and link.get("name"):
                    yield link["name"]

    def _membership(self, example: Example, found: Mapping[Range, str], start: int, end: int) -> None:
        name = found[start, end]
        person = next((p for p in self._gold["people"] if name in (p["name"], *p.get("also", []))), None)
        if person is None:
            return
        group = self._aliases.get(person["group"], frozenset()) if person["group"] else frozenset()
        runs = tuple(("group", a, b) for (a, b), n in sorted(found.items()) if n in group)
        if runs or not person["group"]:
            example.predicates.append(Predicate(start, NAMED_BY, runs))  # type: ignore[arg-type]

    def _runs(self, words: Sequence[Token], name: str) -> Iterator[Range]:
        """Where a name stands among words; in Arabic a small word may be written with its first word."""
        wanted = [t.text for t in tokens(name)]
        clitic = _CLITICS.get(self._language)
        for i in range(len(words) - len(wanted) + 1) if wanted else ():
            head = words[i].text
            same = (
                head == wanted[0]
                or bool(
                    clitic and head.endswith(wanted[0]) and clitic.fullmatch(head.removesuffix(wanted[0]))
                )
                or bool(clitic and wanted[0].startswith("ال") and head == "لل" + wanted[0][2:])
            )
            if same and all(words[i + k].text == w for k, w in enumerate(wanted) if k):
                yield i, i + len(wanted)

    def _attributions(self, example: Example, span: Span, words: Sequence[Token]) -> None:
        for a in self._gold.get("attributions", []):
            at = find_quote(self._text, a["at"])
            if at is None or not span.start <= at[0] < span.end:
                continue
            cue = _covered(words, _inside(self._text, at, a["cue"]))
            if cue is None:
                continue
            example.cue(*cue, a["role"])
            example.kind[cue[0]] = KINDS.index(a["kind"])
            source = _covered(words, _inside(self._text, at, a["source"]))
            told = _covered(words, _inside(self._text, at, a["told"]))
            content = _covered(words, find_quote(self._text, a["content"]) if a["content"] else None)
            example.flags[cue[0], FLAGS.index("anaphor")] = self._points_back(a)
            runs = [(r, *w) for r, w in (("source", source), ("told", told), ("content", content)) if w]
            example.predicates.append(Predicate(cue[0], SAID_BY, tuple(runs)))  # type: ignore[arg-type]

    @staticmethod
    def _points_back(attribution: Mapping[str, Any]) -> bool:
        """Whether the narrator is only pointed at: nobody is named, or with words that are not in his name."""
        if attribution["kind"] == "unspecified":
            return False
        source, name = attribution["source"] or "", attribution["name"] or ""
        return (
            not source
            or len(source.split()) <= 2 < len(name.split())
            or (len(source) <= 4 and source.casefold() not in name.casefold())
        )

    def _events(
        self, example: Example, span: Span, words: Sequence[Token], named: Mapping[Range, str]
    ) -> None:
        for event in self._gold["events"]:
            quotes = [event["quote"], *event.get("see", [])]
            for number, (quote, trigger) in enumerate(zip(quotes, event.get("triggers", []), strict=False)):
                at = find_quote(self._text, quote)
                if at is None or not trigger:
                    continue
                run = _covered(words, _inside(self._text, at, trigger))
                if run is None:
                    continue
                example.trigger(*run, event["type"])
                if not number:
                    example.modality[run[0]] = MODALITIES.index(event["modality"])
                example.flags[run[0], FLAGS.index("retold")] = bool(number)
                runs: list[tuple[str, int, int]] = []
                for relation, names in (("actor", event["actors"]), ("recipient", event["recipients"])):
                    for name in names:
                        runs += [(relation, *r) for r in self._standing(words, named, name, run[0])]
                if event.get("place"):
                    runs += [("place", *r) for r in self._standing(words, named, event["place"], run[0])]
                if event.get("when") and (when := self._nearest(words, event["when"], run[0])):
                    runs.append(("time", *when))
                example.predicates.append(Predicate(run[0], DONE_BY, tuple(runs)))  # type: ignore[arg-type]

    def _standing(
        self, words: Sequence[Token], named: Mapping[Range, str], name: str, near: int
    ) -> list[Range]:
        """The run nearest to a word that names somebody, by any of the names he has."""
        names = self._aliases.get(name, frozenset({name}))
        runs = [r for r, n in named.items() if n in names] or list(self._runs(words, name))
        return sorted(runs, key=lambda r: (abs(r[0] - near), r))[:1]

    def _nearest(self, words: Sequence[Token], name: str, near: int) -> Range | None:
        return min(self._runs(words, name), key=lambda r: (abs(r[0] - near), r), default=None)


def _aliases(gold: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for key in ("people", "groups", "places"):
        for item in gold[key]:
            names = frozenset((item["name"], *item.get("also", [])))
            for name in names:
                found[name] = found.get(name, frozenset()) | names
    return found


def _inside(text: str, at: Range, part: str | None) -> Range | None:
    """Where a part stands within a stretch of the text."""
    if not part:
        return None
    found = find_quote(text[at[0] : at[1]], part)
    return (at[0] + found[0], at[0] + found[1]) if found else None


def _covered(words: Sequence[Token], at: Range | None) -> Range | None:
    """The words that a stretch of the text covers."""
    if at is None:
        return None
    covered = [i for i, w in enumerate(words) if at[0] < w.end and w.start < at[1]]
    return (covered[0], covered[-1] + 1) if covered else None
