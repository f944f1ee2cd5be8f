"""Times against the specifications of Recognizers-Text: English and Arabic, three parsers.

    python -m riwayat_eval.recognizers FOLDER [-v]

FOLDER is a copy of the project's `Specs` (or the folder `DateTime` in it): JSON lists of sentences, each with the
day it is said on and the expressions in it.  A case is right if every expression in it is found by its exact words
and tied to the start and end that the specification gives for the past or for the future; a case without any is
right if nothing is found.

What is compared, where the two write the same time differently:

- Letter case, vowel marks and marks at the ends of a span count for nothing.
- Their period ends where the next begins, ours with its last day: their end is the day after ours.
- Where the words themselves name the end (`from Monday to Friday`, `May 2015 to 2018`), theirs is where the last time
  named begins, ours where it ends.  What runs up to the day of speaking, or to a day counted from it (`the last
  two weeks`, `within five days`, `the rest of the month`), ends with that day in both.
- They end `the rest of the week` with its last day and `later this week` with the day after it: either will do.
- Theirs ends a day at 23:59:59, ours at the next midnight or at 23:59.
- A day that does not exist is their year 1, and no day for us; what they do not tie (seasons) must not be tied.
- The hours of the parts of the day, and `early` and `late` as halves of a week, month or year, are conventions that
  differ from ours (a night is theirs from 20 to 24 o'clock, ours from 18 to 6).  They are given to `resolve` as theirs;
  the column `own` says what is right without that, under our own.
- The reference day is the day of publication and also the time told before (`the next day`).

`recognizers_out.csv` lists the cases that name what news never says, with the reason; at most one in ten of a
language may be there, and they count in no share.
"""

from __future__ import annotations

import calendar
import csv
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from riwayat.grounding.extents import OURS, Conventions
from riwayat.grounding.times import resolve
from riwayat.languages import rules
from riwayat.model import Time
from riwayat.text.times import (
    Between,
    Calendar,
    Meaning,
    Nth,
    Open,
    Part,
    Partly,
    Shift,
    Stretch,
    TimeExpression,
)

__all__ = ["Score", "main", "score"]

LANGUAGES = {"en": "English", "ar": "Arabic"}
PARSERS = ("DateParser", "DatePeriodParser", "DateTimePeriodParser")
MOST_OUT = 0.1
"""The share of a language's cases that may be left out."""

_HOURS: dict[Part, tuple[int, int]] = {
    "small_hours": (0, 8),
    "dawn": (4, 8),
    "morning": (8, 12),
    "midday": (12, 16),
    "afternoon": (12, 16),
    "dusk": (16, 20),
    "evening": (16, 20),
    "night": (20, 24),
}
_THEIRS = Conventions(_HOURS, halves=True)
_OUT = Path(__file__).resolve().parents[1] / "times" / "recognizers_out.csv"
_NONE = ("", "")
_NO_DAY = "0001-01-01"


@dataclass(slots=True)
class Score:
    """Of one language and parser: cases, those right, those left out, and the sentences of the wrong ones."""

    language: str
    parser: str
    n: int = 0
    right: int = 0
    own: int = 0
    """Right under our own conventions."""
    out: int = 0
    wrong: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The share that is right, of those not left out."""
        return self.right / self.n if self.n else 0.0


def score(folder: Path, out: Path | None = _OUT) -> list[Score]:
    """The scores by language and parser; raises `ValueError` if more is left out than may be."""
    left_out = set(_left_out(out)) if out else set()
    base = folder / "DateTime" if (folder / "DateTime").is_dir() else folder
    scores = []
    for code, name in LANGUAGES.items():
        here = [
            _score(code, parser, base / name / f"{parser}.json", left_out)
            for parser in PARSERS
            if (base / name / f"{parser}.json").is_file()
        ]
        cases, listed = sum(s.n + s.out for s in here), sum(s.out for s in here)
        if listed > MOST_OUT * cases:
            raise ValueError(f"{name}: {listed} of {cases} cases are left out, more than one in ten")
        scores += here
    return scores


def _left_out(path: Path) -> Iterator[tuple[str, str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        for line in csv.DictReader(stream):
            if not line["reason"].strip():
                raise ValueError(f"{path.name}: no reason given for {line['input']!r}")
            yield line["language"], line["parser"], line["input"]


def _score(code: str, parser: str, path: Path, left_out: set[tuple[str, str, str]]) -> Score:
    found = Score(code, parser)
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        if (code, parser, case["Input"].strip()) in left_out:
            found.out += 1
            continue
        found.n += 1
        found.own += _right(code, case, OURS)
        if _right(code, case, _THEIRS):
            found.right += 1
        else:
            found.wrong += (case["Input"],)
    return found


def _right(code: str, case: Mapping[str, Any], conventions: Conventions) -> bool:
    said = case.get("Context", {}).get("ReferenceDateTime")
    anchor = date.fromisoformat(said[:10]) if said else None
    expressions: Sequence[TimeExpression] = rules(code, "times").find(case["Input"])
    if not case["Results"]:
        return not expressions
    for result in case["Results"]:
        words = _plain(result["Text"])
        value = result.get("Value") or {}
        wanted = [_ends(value.get(f"{side}Resolution") or {}) for side in ("Past", "Future")]
        hits = [e for e in expressions if _plain(e.text) == words]
        if not any(_tied(hit, anchor, ends, conventions) for hit in hits for ends in wanted):
            return False
    return True


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Mn")
    return bare.casefold().strip(" .,!?؟،")


def _ends(resolution: Mapping[str, str]) -> tuple[str, str]:
    """Start and end, as ISO 8601; empty where there is none."""
    values = [v.replace(" ", "T") for v in resolution.values()]
    if not values or any(v.startswith(_NO_DAY) for v in values):
        return _NONE
    return values[0], values[-1]


def _tied(
    hit: TimeExpression, anchor: date | None, wanted: tuple[str, str], conventions: Conventions
) -> bool:
    told = Time(anchor.isoformat(), anchor.isoformat(), "day") if anchor else None
    for future in (False, True):
        got = resolve(hit, anchor, future=future, previous=told, conventions=conventions)
        ours = (got.start or "", got.end or "")
        if "" in (*ours, *wanted):
            if ours == wanted:
                return True
        elif _instant(ours[0]) == _instant(wanted[0]) and _same_end(ours[1], wanted, hit.meaning):
            return True
    return False


def _same_end(ours: str, wanted: tuple[str, str], meaning: Meaning) -> bool:
    start, end = (_instant(w) for w in wanted)
    mine = _instant(ours)
    if "T" in ours or end.time() != datetime.min.time():
        # Their last second of a day is our next midnight, or its last minute.
        return mine in (end, end.replace(second=0), end + timedelta(seconds=1))
    if start == end:
        return mine == end
    if isinstance(meaning, Between):
        return mine == _finish(end, meaning.last)
    if isinstance(meaning, Partly) and meaning.side == "rest":
        return mine in (end, end - timedelta(days=1))
    if isinstance(meaning, (Stretch, Open, Partly)):
        return mine == end
    return mine == end - timedelta(days=1)


def _finish(begin: datetime, last: Meaning) -> datetime:
    """The last day of the time, named by `last`, that begins on `begin`."""
    match last:
        case Calendar(day=None, month=None) | Shift(unit="year"):
            return begin.replace(month=12, day=31)
        case Calendar(day=None) | Shift(unit="month"):
            return begin.replace(day=calendar.monthrange(begin.year, begin.month)[1])
        case Shift(unit="week") | Nth(what="week"):
            return begin + timedelta(days=6)
    return begin


def _instant(iso: str) -> datetime:
    return datetime.fromisoformat(iso)


def _table(scores: Sequence[Score]) -> str:
    lines = [f"{'language':<9}{'parser':<22}{'n':>5}{'right':>7}{'share':>8}{'own':>6}{'share':>8}{'out':>5}"]
    for code in LANGUAGES:
        own = [s for s in scores if s.language == code]
        if own:
            own.append(
                Score(code, "all", *(sum(getattr(s, k) for s in own) for k in ("n", "right", "own", "out")))
            )
        lines += [
            f"{s.language:<9}{s.parser:<22}{s.n:>5}{s.right:>7}{s.share:>8.1%}{s.own:>6}"
            f"{s.own / s.n if s.n else 0:>8.1%}{s.out:>5}"
            for s in own
        ]
    return "\n".join(lines)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-v", "--verbose", is_flag=True, help="Print the sentences that are not right.")
def main(folder: Path, verbose: bool) -> None:
    """Score the times of English and Arabic on the specifications in FOLDER."""
    try:
        scores = score(folder)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    if verbose:
        for found in scores:
            for sentence in found.wrong:
                click.echo(f"{found.language} {found.parser}: {sentence}")
    click.echo(_table(scores))


if __name__ == "__main__":
    main()
