"""How well a chronicle agrees with the designed truth of a story: pure functions over its JSON.

Copies are pairs of reports.  A copy of a copy, or two copies of one report, is neither right nor wrong.
Each happening of the truth is matched with at most one of the chronicle's, of its type, the one that
shares most reports with it first.  Below the happenings, scores are those of reports: over matched
happenings (`happenings.reports`), and over pairs of a report and a happening that it tells (items),
as a clustering (`happenings.b-cubed`, after Bagga and Baldwin 1998, and `happenings.pairs`).  An item
that the chronicle has in no happening of that type costs recall only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, TypeAlias

from riwayat_eval.match import FIGURES, any_name, content_words, fold, same_place
from riwayat_eval.score import Overlap, Share

__all__ = ["ROWS", "Means", "StorySheet", "matched", "same_dispute", "score_story"]

Json: TypeAlias = Mapping[str, Any]
Reports: TypeAlias = frozenset[str]

_FIXED_SUBJECTS = FIGURES | {"who", "whether", "place", "time"}
_YES_NO = {"true": "yes", "false": "no"}


@dataclass(slots=True)
class Means:
    """Precision and recall that are means over items, each of which has its own."""

    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)

    @property
    def n(self) -> int:
        """How many items gold has."""
        return len(self.recalls)

    @property
    def precision(self) -> float:
        """Mean over the items that were found."""
        return sum(self.precisions) / len(self.precisions) if self.precisions else 0.0

    @property
    def recall(self) -> float:
        """Mean over all items of gold."""
        return sum(self.recalls) / self.n if self.n else 0.0

    @property
    def score(self) -> float:
        """F1, the harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


ROWS = (
    "copies",
    "copies.how",
    "copies.credited",
    "happenings",
    "happenings.reports",
    "happenings.b-cubed",
    "happenings.pairs",
    "origins.exact",
    "origins.off by one",
    "disputes",
)
"""The rows of the table, in order."""


@dataclass(slots=True)
class StorySheet:
    """The measures of some stories, and notes on what was not right."""

    shares: dict[str, Share] = field(
        default_factory=lambda: {
            row: Share() for row in ("copies.how", "copies.credited", "origins.exact", "origins.off by one")
        }
    )
    overlaps: dict[str, Overlap] = field(
        default_factory=lambda: {
            row: Overlap()
            for row in ("copies", "happenings", "happenings.reports", "happenings.pairs", "disputes")
        }
    )
    b_cubed: Means = field(default_factory=Means)
    notes: list[str] = field(default_factory=list)

    def __getitem__(self, row: str) -> Share | Overlap | Means:
        if row == "happenings.b-cubed":
            return self.b_cubed
        return self.shares[row] if row in self.shares else self.overlaps[row]

    def add(self, other: StorySheet) -> None:
        """Take in the counts and notes of another sheet."""
        for row, share in other.shares.items():
            self.shares[row].add(share)
        for row, overlap in other.overlaps.items():
            self.overlaps[row].add(overlap)
        self.b_cubed.precisions += other.b_cubed.precisions
        self.b_cubed.recalls += other.b_cubed.recalls
        self.notes += other.notes


def score_story(
    truth: Json,
    happenings: Sequence[Json],
    copies: Iterable[Json],
    files: Mapping[str, str] | None = None,
) -> StorySheet:
    """The measures of one story.

    Args:
        truth: a story's `truth.json`, decoded.
        happenings: what `riwayat chronicle --json` gives.
        copies: what `riwayat copies --json` gives.
        files: file names by id of report, for reports that stand in no happening.
    """
    sheet = StorySheet()
    named = dict(files or {})
    named |= {report["id"]: _file_name(report) for one in happenings for report in one["reports"]}
    _copies(truth, copies, named, sheet)
    told = [frozenset(named[report["id"]] for report in one["reports"]) for one in happenings]
    match = matched(truth["happenings"], happenings, told)
    _found(truth["happenings"], happenings, match, sheet)
    _reports(truth["happenings"], told, match, sheet)
    _clusters(truth["happenings"], happenings, told, match, sheet)
    for at, gold in enumerate(truth["happenings"]):
        got = happenings[match[at]] if at in match else None
        if got is not None:
            _origins(gold, got, sheet)
        _disputes(gold, got, sheet)
    for at, got in enumerate(happenings):
        if at not in match.values():
            sheet.overlaps["disputes"].extra += len(got["disputes"])
    return sheet


def _file_name(report: Json) -> str:
    return str(report["file"]).replace("\\", "/").rsplit("/", 1)[-1]


# copies


def _copies(truth: Json, copies: Iterable[Json], named: Mapping[str, str], sheet: StorySheet) -> None:
    gold = {(copy["report"], copy["of"]): copy for copy in truth["copies"]}
    got = {tuple(named.get(copy[key], copy[key]) for key in ("report", "of")): copy for copy in copies}
    group = _connected(gold)
    for (report, of), copy in sorted(got.items()):
        wanted = gold.get((report, of))
        if wanted is not None:
            sheet.overlaps["copies"].both += 1
            for key in ("how", "credited"):
                sheet.shares[f"copies.{key}"].see(copy[key] == wanted[key])
                if copy[key] != wanted[key]:
                    sheet.notes.append(f"copy {report} of {of}: {key} is {copy[key]}, not {wanted[key]}")
        elif (of, report) in gold or group.get(report, report) != group.get(of, of):
            sheet.overlaps["copies"].extra += 1
            sheet.notes.append(f"copy {report} of {of}: is none")
    for report, of in sorted(gold.keys() - got.keys()):
        sheet.overlaps["copies"].missed += 1
        sheet.notes.append(f"copy {report} of {of}: not found")


def _connected(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each report the name of the group of reports that copies tie it to."""
    group: dict[str, str] = {}
    for one, other in pairs:
        a, b = group.setdefault(one, one), group.setdefault(other, other)
        group.update({report: a for report, its in group.items() if its == b})
    return group


# happenings


def matched(gold: Sequence[Json], got: Sequence[Json], told: Sequence[Reports]) -> dict[int, int]:
    """Which happening of the chronicle each of the truth's is, by their places in the lists.

    One to one, of one type, those with most reports in common first; ties go to what agrees in time,
    place and words, then to what stands first.
    """
    ranked = []
    for i, wanted in enumerate(gold):
        for j, one in enumerate(got):
            shared = len(told[j] & wanted["reports"].keys())
            if shared and one["type"] == wanted["type"]:
                words = len(content_words(wanted["what"]) & content_words(one["what"]))
                agrees = _times_meet(wanted["time"], one["time"]) + same_place(wanted["place"], one["place"])
                ranked.append((-shared, -agrees, -words, i, j))
    match: dict[int, int] = {}
    for *_, i, j in sorted(ranked):
        if i not in match and j not in match.values():
            match[i] = j
    return match


def _times_meet(gold: Sequence[str] | None, time: Json | None) -> bool:
    if not gold or not time or not time.get("start") or not time.get("end"):
        return False
    return bool(gold[0] <= time["end"][:10] and time["start"][:10] <= gold[1])


def _found(gold: Sequence[Json], got: Sequence[Json], match: Mapping[int, int], sheet: StorySheet) -> None:
    overlap = sheet.overlaps["happenings"]
    overlap.both += len(match)
    overlap.missed += len(gold) - len(match)
    overlap.extra += len(got) - len(match)
    sheet.notes += [f"{one['id']} ({one['what']}): not found" for i, one in enumerate(gold) if i not in match]
    sheet.notes += [
        f"happening of the chronicle, not of the story: {one['type']} {one['what']}"
        for j, one in enumerate(got)
        if j not in match.values()
    ]


def _reports(
    gold: Sequence[Json], told: Sequence[Reports], match: Mapping[int, int], sheet: StorySheet
) -> None:
    overlap = sheet.overlaps["happenings.reports"]
    for i, wanted in enumerate(gold):
        has = wanted["reports"].keys()
        found = told[match[i]] if i in match else frozenset()
        overlap.both += len(has & found)
        overlap.missed += len(has - found)
        overlap.extra += len(found - has)
        if i in match:
            sheet.notes += [f"{wanted['id']}: lacks {name}" for name in sorted(has - found)]
            sheet.notes += [f"{wanted['id']}: has {name}, too" for name in sorted(found - has)]


def _clusters(
    gold: Sequence[Json],
    got: Sequence[Json],
    told: Sequence[Reports],
    match: Mapping[int, int],
    sheet: StorySheet,
) -> None:
    """Both clusterings of the items: where the truth has them, and where the chronicle has them."""
    placed = _placed(gold, got, told, match)
    items = [(report, i) for i, one in enumerate(gold) for report in sorted(one["reports"])]
    together: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for item in items:
        if item in placed:
            together[placed[item]].append(item)
    for item in items:
        size = len(gold[item[1]]["reports"])
        if item not in placed:
            sheet.b_cubed.recalls.append(0.0)
            continue
        with_it = together[placed[item]]
        right = sum(other[1] == item[1] for other in with_it)
        sheet.b_cubed.precisions.append(right / len(with_it))
        sheet.b_cubed.recalls.append(right / size)
    overlap = sheet.overlaps["happenings.pairs"]
    for a, b in combinations(items, 2):
        in_gold = a[1] == b[1]
        in_got = a in placed and b in placed and placed[a] == placed[b]
        overlap.both += in_gold and in_got
        overlap.missed += in_gold and not in_got
        overlap.extra += in_got and not in_gold


def _placed(
    gold: Sequence[Json], got: Sequence[Json], told: Sequence[Reports], match: Mapping[int, int]
) -> dict[tuple[str, int], int]:
    """The chronicle's happening of each item: the matched one, else another of its type that has the report.

    What a report tells once stands for one item only.
    """
    placed = {
        (report, i): match[i]
        for i, one in enumerate(gold)
        if i in match
        for report in one["reports"]
        if report in told[match[i]]
    }
    taken = {(report, j) for (report, _), j in placed.items()}
    for i, one in enumerate(gold):
        has = one["reports"].keys()
        likely = sorted(
            (j for j, other in enumerate(got) if other["type"] == one["type"]),
            key=lambda j: (-len(told[j] & has), j),
        )
        for report in sorted(has):
            if (report, i) in placed:
                continue
            found = next((j for j in likely if report in told[j] and (report, j) not in taken), None)
            if found is not None:
                placed[report, i] = found
                taken.add((report, found))
    return placed


# origins and disputes


def _origins(gold: Json, got: Json, sheet: StorySheet) -> None:
    off = abs(got["independent_origins"] - gold["independent"])
    sheet.shares["origins.exact"].see(off == 0)
    sheet.shares["origins.off by one"].see(off <= 1)
    if off:
        names = ", ".join(origin["name"] for origin in got["origins"])
        sheet.notes.append(
            f"{gold['id']}: {got['independent_origins']} origins ({names}), not {gold['independent']}"
        )


def _disputes(gold: Json, got: Json | None, sheet: StorySheet) -> None:
    overlap, left = sheet.overlaps["disputes"], list(got["disputes"]) if got else []
    for wanted in gold["disputes"]:
        at = next((n for n, one in enumerate(left) if same_dispute(wanted, one)), None)
        if at is None:
            overlap.missed += 1
            sheet.notes.append(f"{gold['id']}: dispute about {wanted['about']} not found")
        else:
            del left[at]
            overlap.both += 1
    overlap.extra += len(left)
    sheet.notes += [
        f"{gold['id']}: no dispute about {one['about']}: {' / '.join(str(s['value']) for s in one['sides'])}"
        for one in left
    ]


def same_dispute(gold: Json, got: Json) -> bool:
    """Whether two disputes have one subject and the same values, in any order.

    Figures without a fixed name have one subject, whatever they count.
    """
    about = fold(gold["about"])
    named = {about, fold(got["about"])}
    if len(named) > 1 and named & _FIXED_SUBJECTS:
        return False
    values = [[side["value"], *side.get("also", [])] for side in gold["sides"]]
    found = [str(side["value"]) for side in got["sides"]]
    return all(any(_same_value(about, value, one) for one in found) for value in values) and all(
        any(_same_value(about, value, one) for value in values) for one in found
    )


def _same_value(about: str, gold: Sequence[str], got: str) -> bool:
    if about == "who":
        return any(any_name(gold, part) for part in (got, *re.split(r"[,،]\s*", got)))
    if about == "place":
        return any_name(gold, got) or any(same_place(one, got) for one in gold)
    if about == "whether":
        return _YES_NO.get(fold(got), fold(got)) == fold(gold[0])
    if about == "time":
        return gold[0] == got
    return any(_figures(one) == _figures(got) for one in gold)


def _figures(value: str) -> list[float]:
    """The numbers in a value: `1,200`, `at least 7`, `5–7`."""
    plain = re.sub(r"(?<=\d)[,.](?=\d{3}(?!\d))", "", value)
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", plain)]
