"""What curators correct in readings: events, chains, names.  Each act is one transaction, and is undone as one.

Corrections rest on words, not on readings, so they hold whatever is read anew.
"""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from pydantic import ValidationError

from riwayat import model
from riwayat.chronicle.correcting import (
    AboutEvent,
    AboutName,
    AboutWords,
    Apart,
    LinkSaid,
    Same,
    words_at,
)
from riwayat.chronicle.correcting.values import About
from riwayat.errors import RiwayatError
from riwayat.store import models as rows
from riwayat.store.adding import writing
from riwayat.store.correction_rows import OWN, name_keys, plain, standing
from riwayat.store.judging import account_named
from riwayat.store.reading_rows import account_of, reading_of, source_of
from riwayat.store.refreshing import refresh
from riwayat.text.folding import fold

__all__ = [
    "NothingCorrectedError",
    "Who",
    "correct_chain",
    "correct_event",
    "correct_events",
    "correct_name",
    "different_names",
    "kinds_called",
    "same_name",
]

_NAMED: Final[tuple[model.EntityType, ...]] = ("person", "group", "place", "outlet")


class NothingCorrectedError(RiwayatError):
    """A correction that rests on nothing, or says what cannot be said."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who corrects, why, and when."""

    because: str
    now: datetime
    who: str | None = None
    """The user of this machine without it."""


@dataclass(slots=True)
class _Said:
    about: About
    what: str
    value: Any
    keys: set[str]
    reports: set[int] = field(default_factory=set)


def correct_event(accounts: Sequence[str], changes: Mapping[str, Any], by: Who) -> int:
    """Corrects what some accounts tell, by their keys or the ids of happenings that they founded.

    Args:
        accounts: those of which all of this is said.
        changes: values by what is corrected, of the types in `riwayat.chronicle.correcting.values.VALUES`.
        by: who says so.
    Returns:
        The number of the act.
    Raises:
        NotThereError: there is no such account.
        NothingCorrectedError: the report does not have the words, or nothing is said.
    """
    return correct_events(dict.fromkeys(accounts, changes), by)


def correct_events(changes: Mapping[str, Mapping[str, Any]], by: Who) -> int:
    """The same with changes for each account, as one act.

    Raises:
        NotThereError: there is no such account.
        NothingCorrectedError: a report does not have the words, or nothing is said.
    """
    said: dict[tuple[str, int], list[_Said]] = {}
    for name, values in changes.items():
        account = _own(account_named(name))
        about, key = _about_event(account)
        said[key, about.words.start + about.start] = [
            _Said(about, what, value, {key}, {account.report_id}) for what, value in values.items()
        ]
    return _put([one for those in said.values() for one in those], by)


def correct_chain(report: rows.Report, words: str, chain: Sequence[LinkSaid], by: Who, *, at: int = 0) -> int:
    """Says by whose word some words of a report are: the outlet that publishes it first, the origin last.

    `at` tells which of several places is meant: the nearest to it.  The number of the act.

    Raises:
        NothingCorrectedError: the words do not stand in one paragraph of the report, or the chain is none.
    """
    text = reading_of(report).report.text
    start = min(_places(words, text), key=lambda place: abs(place - at), default=-1)
    if not words.strip() or start < 0:
        raise NothingCorrectedError(f"the report does not have these words: {_short(words)}")
    if "\n" in words:
        raise NothingCorrectedError("words of more than one paragraph have more than one chain")
    if not chain or chain[0].kind != "outlet":
        raise NothingCorrectedError("a chain begins with the outlet that publishes the report")
    about = AboutWords(words_at(text, start, start + len(words)))
    return _put([_Said(about, "chain", tuple(chain), {report.page.address}, {report.pk})], by)


def correct_name(
    kind: model.EntityType,
    name: str,
    changes: Mapping[str, Any],
    by: Who,
    *,
    report: rows.Report | None = None,
) -> int:
    """Corrects what is known of somebody, or something, that reports call so; in one report, or in all.

    The number of the act.

    Raises:
        NothingCorrectedError: no report, or not this one, names anything of that kind so.
    """
    called = _called(kind, name, report)
    keys = {report.page.address} if report else name_keys(called.names)
    about = AboutName(kind, tuple(sorted(called.names)))
    return _put([_Said(about, what, value, keys, set(called.reports)) for what, value in changes.items()], by)


def same_name(kind: model.EntityType, one: str, other: str, by: Who) -> int:
    """Says that two names are of one; the number of the act.

    Raises:
        NothingCorrectedError: no report names anybody by one of them.
    """
    a, b = _called(kind, one, None), _called(kind, other, None)
    known = [id_ for id_ in (a.known_as, b.known_as) if id_]
    actors = [id_ for id_ in known if not id_.startswith(OWN)]
    known_as = next(iter([*actors, *known]), _identifier(kind, a.names | b.names))
    about = AboutName(kind, tuple(sorted(a.names)))
    value = Same(tuple(sorted(b.names)), known_as)
    keys = name_keys(a.names | b.names)
    return _put([_Said(about, "same", value, keys, a.reports | b.reports)], by)


def different_names(kind: model.EntityType, one: str, other: str, by: Who) -> int:
    """Says that two names are of two, the first of them the one that both are known as now; the number of the act.

    Raises:
        NothingCorrectedError: no report names anybody by one of them.
    """
    a, b = _two(kind, one, other)
    own, others = a.names, b.names
    if set(map(fold, own)) & set(map(fold, others)):
        raise NothingCorrectedError(
            f"{one} and {other} are one name; corrections of one report tell them apart"
        )
    known_as = a.known_as or _identifier(kind, own)
    apart = b.known_as if b.known_as not in (None, known_as) else _identifier(kind, others)
    about = AboutName(kind, tuple(sorted(own)))
    value = Apart(tuple(sorted(others)), known_as, apart or "")
    return _put([_Said(about, "different", value, name_keys(own | others), a.reports | b.reports)], by)


def kinds_called(name: str) -> list[model.EntityType]:
    """What sorts of thing reports call so: people, groups, places, outlets."""
    found = rows.Named.objects.filter(folded=fold(name), role="mentioned", kind__in=_NAMED)
    kinds = set(found.values_list("kind", flat=True))
    return [kind for kind in _NAMED if kind in kinds]


def _two(kind: model.EntityType, one: str, other: str) -> tuple[_Called, _Called]:
    """Two names that readings may have as one: then one of them stands among the mentions of the other only."""
    try:
        a = _called(kind, one, None, alone=True)
    except NothingCorrectedError:
        b = _called(kind, other, None, alone=True)
        return _Called({one}, b.known_as, set(b.reports)), b
    try:
        return a, _called(kind, other, None, alone=True)
    except NothingCorrectedError:
        return a, _Called({other}, a.known_as, set(a.reports))


@dataclass(slots=True)
class _Called:
    names: set[str] = field(default_factory=set)
    """All names it is or was shown by where it is called so now."""
    known_as: str | None = None
    reports: set[int] = field(default_factory=set)


def _called(kind: model.EntityType, name: str, report: rows.Report | None, *, alone: bool = False) -> _Called:
    """Who is called so in the reports, or in one; with `alone` without the names that curators said are the same."""
    renamed = ("name",) if alone else ("name", "same")
    found, wanted = _Called(), fold(name)
    asked = rows.Report.objects.filter(named__folded=wanted, named__kind=kind).distinct().order_by("pk")
    for row in [report] if report else asked:
        reading = reading_of(row)
        for entity in reading.entities:
            was = {c.was for c in reading.corrected if c.about == entity.id and c.what in renamed and c.was}
            names = {entity.name, *was}
            if entity.type == kind and wanted in set(map(fold, names)):
                found.names |= names
                found.known_as = found.known_as or entity.known_as
                found.reports.add(row.pk)
    if not found.names:
        where = "the report" if report else "no report"
        raise NothingCorrectedError(
            f"{name}: {where} {'does not name' if report else 'names'} {_article(kind)} so"
        )
    return found


def _article(kind: str) -> str:
    return f"{'an' if kind == 'outlet' else 'a'} {kind}"


def _identifier(kind: str, names: Iterable[str]) -> str:
    """An identifier that tells nothing of the names it stands for."""
    return f"{OWN}{sha256('|'.join([kind, *sorted(map(fold, names))]).encode()).hexdigest()[:12]}"


def _own(account: rows.Account) -> rows.Account:
    """The account itself; of one that a copy was lent, the one that lent it."""
    value = account_of(account, source_of(account.report))
    return account_named(value.lent_by) if value.lent_by else account


def _about_event(account: rows.Account) -> tuple[AboutEvent, str]:
    value = account_of(account, source_of(account.report))
    if not value.tellings:
        raise NothingCorrectedError(f"{account.key}: no words of the report tell it")
    told = value.tellings[0]
    text = reading_of(account.report).report.text
    start, end = told.trigger.start - told.sentence.start, told.trigger.end - told.sentence.start
    read_as: Any = account.key.rpartition("/")[2]
    about = AboutEvent(words_at(text, told.sentence.start, told.sentence.end), start, end, read_as)
    return about, account.report.page.address


def _places(words: str, text: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _put(said: Sequence[_Said], by: Who) -> int:
    """Writes down one act, and puts it on the readings; nothing of it stays where a part of it finds no words."""
    if not said:
        raise NothingCorrectedError("nothing is said that could be corrected")
    if not by.because.strip():
        raise NothingCorrectedError("a correction needs a reason, for those who come after you")
    with writing():
        made: list[rows.Correction] = []
        reports: set[int] = set()
        for one in said:
            made.append(_row(one, made[0].pk if made else None, by))
            reports |= one.reports | _near(one)
        refresh(reports)
        for one, row in zip(said, made, strict=True):
            if not row.reports.exists():
                raise NothingCorrectedError(f"{_what(one)}: no report has the words that this needs")
        return made[0].pk


def _row(said: _Said, act: int | None, by: Who) -> rows.Correction:
    try:
        about, value = plain(said.about, said.what, said.value)
    except ValidationError as error:
        why = error.errors(include_url=False)[0]["msg"]
        raise NothingCorrectedError(f"{said.what}: {why}") from None
    row = rows.Correction.objects.create(
        act=act or 0,
        subject={AboutEvent: "event", AboutName: "name", AboutWords: "words"}[type(said.about)],
        what=said.what,
        about=about,
        value=value,
        because=by.because.strip(),
        who=by.who or getpass.getuser(),
        at=by.now,
    )
    if act is None:
        row.act = row.pk
        row.save(update_fields=["act"])
    rows.About.objects.bulk_create([rows.About(correction=row, key=key) for key in sorted(said.keys)])
    return row


def _near(said: _Said) -> set[int]:
    """Reports beside those that name it so now: those where it was called otherwise by a correction, other versions."""
    earlier = rows.Report.objects.filter(corrections__in=standing(said.keys))
    found = set(earlier.values_list("pk", flat=True))
    found |= set(rows.Report.objects.filter(page__address__in=said.keys).values_list("pk", flat=True))
    folded = [key.removeprefix("name/") for key in said.keys if key.startswith("name/")]
    found |= set(
        rows.Named.objects.filter(folded__in=folded, role="mentioned").values_list("report", flat=True)
    )
    return found


def _what(said: _Said) -> str:
    if isinstance(said.about, AboutName):
        return f"{said.what} of {said.about.names[0]}"
    return f"{said.what} of “{_short(said.about.words.text)}”"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + " …"
