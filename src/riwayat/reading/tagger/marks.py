"""From what the network says of a sentence to marks on the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from riwayat.model import EntityType, NarratorKind, Quantity, Span
from riwayat.reading.figures import HOME
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Attribution, Membership, Mention, Narrator, Trigger
from riwayat.reading.tagger.decode import certainty, faint_runs, relation_runs, runs_of
from riwayat.reading.tagger.labels import (
    CUES,
    FLAGS,
    KINDS,
    MODALITIES,
    NAMES,
    ROLES,
    TRIGGERS,
    TYPES,
    Relation,
)
from riwayat.reading.tagger.outputs import Tags
from riwayat.text.times import TimeExpression
from riwayat.text.tokens import Token

_ENTITIES: Final[tuple[EntityType, ...]] = ("person", "group", "place", "outlet")
_BY_KIND: Final[dict[NarratorKind, tuple[EntityType, ...]]] = {
    "person": ("person",),
    "outlet": ("outlet", "group"),
    "agency": ("outlet", "group"),
    "group": ("group", "outlet", "place"),
    "official": ("group", "place"),
}
"""The types of name that say who a narrator of a kind is, the surest first."""
_SUFFERED: Final = ("killed", "wounded", "missing", "displaced", "detained")

Range = tuple[int, int]


@dataclass(slots=True)
class Sentence:
    """One sentence with what was found in it; offsets count into the report's text."""

    text: str
    words: Sequence[Token]
    tags: Tags
    figures: Sequence[Quantity]
    times: Sequence[TimeExpression]
    lexicon: Lexicon
    known: frozenset[str] = frozenset()
    """Words that stand by themselves elsewhere in the report."""
    mentions: dict[Range, Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for first, stop, kind in runs_of(self.tags.names, NAMES):
            if kind in _ENTITIES:
                self.mentions[first, stop] = self.mention(first, stop, kind)

    def mention(self, first: int, stop: int, kind: EntityType) -> Mention:
        """Words as a name; small words written together with its first one are none of it."""
        sure = certainty(self.tags.names, NAMES, first, stop, kind)
        span, head = self.bare(first, stop), self._head(first)
        whole = getattr(head, "whole", "") or head.text
        name = f"{whole}{self.text[head.end : span.end]}" if head.start == span.start else span.text
        return Mention(span, kind, name=name if name != span.text else None, certainty=sure)

    def bare(self, first: int, stop: int) -> Span:
        """The stretch of text that words cover, without small words written together with the first."""
        head, span = self._head(first), self.span(first, stop)
        start = head.start if head.end == self.words[first].end else span.start
        return Span(start, span.end, self.text[start : span.end])

    def _head(self, word: int) -> Token:
        """A word, without small words written together with it."""
        at = self.words[word]
        return self.lexicon.tokens(self.text, at.start, at.end, self.known)[-1]

    def span(self, first: int, stop: int) -> Span:
        """The stretch of text that words cover."""
        start, end = self.words[first].start, self.words[stop - 1].end
        return Span(start, end, self.text[start:end])

    def runs(self, word: int, relation: Relation) -> list[Range]:
        """The runs of words that stand in a relation to a word."""
        return relation_runs(self.tags, word, relation)

    def best(self, word: int, relation: Relation) -> Range | None:
        """The longest of these runs."""
        return max(self.runs(word, relation), key=lambda r: (r[1] - r[0], -r[0]), default=None)

    def named(self, run: Range, *types: EntityType) -> list[Mention]:
        """The mentions that share words with a run, of some types, or of any."""
        return [
            m
            for (a, b), m in self.mentions.items()
            if a < run[1] and run[0] < b and (not types or m.type in types)
        ]


def mentions(s: Sentence, faint: float) -> Iterator[Mention]:
    """The names of a sentence; with those off the best path that are at least as likely as `faint`."""
    yield from s.mentions.values()
    for first, stop, kind in faint_runs(s.tags.names, NAMES, faint):
        if kind in _ENTITIES:
            yield s.mention(first, stop, kind)


def attributions(s: Sentence, faint: float) -> Iterator[Attribution]:
    """The attributions of a sentence, the one whose content holds another's before it."""
    found = []
    runs = runs_of(s.tags.cues, CUES) + faint_runs(s.tags.cues, CUES, faint)
    for first, stop, role in runs:
        if role not in ROLES:
            continue
        narrator = _narrator(s, first, stop, role)
        content = s.runs(first, "content")
        ends = [(first, stop), *content]
        if narrator.span is not None:
            source = s.best(first, "source")
            ends.append(source or (first, stop))
        scope = s.span(min(a for a, _ in ends), max(b for _, b in ends))
        told = s.best(first, "told")
        heard = s.named(told, "outlet", "group") if told else []
        found.append(
            Attribution(
                role,
                s.span(first, stop),
                narrator,
                scope,
                told=Narrator("outlet", heard[0].span, heard[0].span) if heard else None,
                back=role == "announced" and not content,
                certainty=certainty(s.tags.cues, CUES, first, stop, role),
            )
        )
    return iter(sorted(found, key=lambda a: (a.scope.start - a.scope.end, a.cue.start)))


def _narrator(s: Sentence, first: int, stop: int, role: str) -> Narrator:
    source = s.best(first, "source")
    order: list[NarratorKind] = [KINDS[int(i)] for i in np.argsort(-s.tags.kind[first], kind="stable")]
    named = [k for k in order if k != "unspecified"]
    if source is None:
        if role == "passive" or order[0] not in named:
            return Narrator("unspecified", None)
        return Narrator(named[0], None, anaphor=True)
    kind = named[0]
    pointing = bool(s.tags.flags[first, FLAGS.index("anaphor")] > 0)
    people = s.named(source, "person")
    if people and not pointing and kind in ("official", "group"):
        kind = "person"  # a named person speaks for himself, whatever his office
    if kind == "person" and not people and not pointing:
        kind = next(k for k in named if k != "person")
    types = _BY_KIND.get(kind, ())
    names = (
        sorted(s.named(source, *types), key=lambda m: (types.index(m.type), m.span.start)) if types else []
    )
    places = s.named(source, "place")
    return Narrator(
        kind,
        s.span(*source),
        names[0].span if names else None,
        anaphor=pointing and not names,
        place=places[0].span if places and kind not in ("person", "outlet", "agency") else None,
    )


def memberships(s: Sentence) -> Iterator[Membership]:
    """Who in a sentence is said to belong to which body."""
    for (first, _), person in s.mentions.items():
        if person.type != "person":
            continue
        for run in s.runs(first, "group"):
            for body in s.named(run, "group", "outlet"):
                start, end = min(person.span.start, body.span.start), max(person.span.end, body.span.end)
                yield Membership(person.span, body.span, None, Span(start, end, s.text[start:end]))


def triggers(s: Sentence, faint: float) -> Iterator[Trigger]:
    """The events that a sentence tells."""
    runs = runs_of(s.tags.triggers, TRIGGERS) + faint_runs(s.tags.triggers, TRIGGERS, faint)
    found = [(a, b, kind) for a, b, kind in sorted(runs) if kind in TYPES]
    for first, stop, kind in found:
        actors = tuple(_parties(s, first, "actor"))
        figures = [f for f in s.figures if _nearest(s, f, found) == first]
        yield Trigger(
            span=s.bare(first, stop),
            type=kind,
            mode=None,
            modality=MODALITIES[int(np.argmax(s.tags.modality[first]))],
            actors=actors,
            recipients=tuple(_parties(s, first, "recipient")),
            place=_place(s, first),
            time=_time(s, first),
            quantities=tuple(figures),
            toll=not actors and any(f.what in _SUFFERED for f in figures),
            dependent=bool(s.tags.flags[first, FLAGS.index("retold")] > 0),
            certainty=certainty(s.tags.triggers, TRIGGERS, first, stop, kind),
        )


def _parties(s: Sentence, word: int, relation: Relation) -> Iterator[Span]:
    for run in s.runs(word, relation):
        names = s.named(run, "person", "group", "outlet", "place")
        if names:
            yield from (m.span for m in names)
        else:
            yield s.span(*run)


def _place(s: Sentence, word: int) -> Span | None:
    run = s.best(word, "place")
    places = s.named(run, "place") if run else []
    return places[0].span if places else None


def _time(s: Sentence, word: int) -> Span | None:
    """The time expression that shares words with what the network takes for the time."""
    for run in s.runs(word, "time"):
        span = s.span(*run)
        time = next((t for t in s.times if t.start < span.end and span.start < t.end), None)
        if time is not None:
            return Span(time.start, time.end, time.text)
    return None


def _nearest(s: Sentence, figure: Quantity, found: Sequence[tuple[int, int, str]]) -> int:
    """The trigger that a figure belongs to: of its kind where there is one, and nearest to it."""
    fitting = [t for t in found if t[2] == HOME.get(figure.what)] or found
    return min(fitting, key=lambda t: abs(s.words[t[0]].start - figure.start))[0]
