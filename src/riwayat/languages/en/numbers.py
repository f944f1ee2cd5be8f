"""English figures: what befell those that a sentence counts (`killed three people`, `12 people were wounded`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from riwayat.languages.en.amounts import Counts
from riwayat.text.atomreading import FoundCount
from riwayat.text.numbers import Count, Figure

# How far a status may stand from what it is said of, in words that are no verb of their own.
_REACH_AFTER, _REACH_BEFORE = 7, 8
# A smaller crowd than this is no crowd.
_CROWD = 5

Side: TypeAlias = Literal["before", "after", "itself"]


def find_counts(text: str) -> list[Count]:
    """The counts of `text` in order: number, bounds and the noun counted (`at least 12 civilians`)."""
    return [found.count for found in _Reader(text).counts if found.count.noun is not None]


def casualties(sentence: str) -> list[Figure]:
    """The figures of `sentence`: killed, wounded, detained, displaced, missing, participants, things.

    Of figures within a figure (`including two children`) the same is told; *none* is left out.
    """
    reader = _Reader(sentence)
    told = reader.statuses()
    return [reader.figure(found, status) for found, status in zip(reader.counts, told, strict=True) if status]


@dataclass(frozen=True, slots=True)
class _Status:
    """What befell those counted (empty: something a thing's own noun tells), and the atoms that say so."""

    what: str
    side: Side
    first: int
    after: int
    adjacent: bool


class _Reader(Counts):
    """Counts, and what is said of them."""

    def statuses(self) -> list[_Status | None]:
        """For each count what befell it, if the sentence says; lists share what is said of one of them."""
        told = [self._status(found) for found in self.counts]
        for k in range(len(told) - 2, -1, -1):
            following = told[k + 1]
            if told[k] is None and following and following.side == "after" and self._listed(k):
                told[k] = self._fits(
                    self.counts[k],
                    _Status(following.what, "after", self.counts[k].first, self.counts[k].after, True),
                )
        for k in range(1, len(told)):
            before = told[k - 1]
            if told[k] is None and before and before.side == "before" and self._listed(k - 1):
                told[k] = self._fits(
                    self.counts[k],
                    _Status(before.what, "before", self.counts[k].first, self.counts[k].after, True),
                )
        for k, found in enumerate(self.counts):
            if told[k] is None and self._subset(found):
                told[k] = self._of_whole(k, told)
        return [status or self._by_noun(found) for found, status in zip(self.counts, told, strict=True)]

    def _of_whole(self, k: int, told: Sequence[_Status | None]) -> _Status | None:
        """What befell those of whom count `k` is a part: of the count before it, else of one behind it."""
        found = self.counts[k]
        whole = next((told[n] for n in range(k - 1, -1, -1) if told[n] is not None), None)
        if whole is None or not whole.what:
            return None
        return self._fits(found, _Status(whole.what, "itself", found.first, found.after, adjacent=False))

    def _listed(self, k: int) -> bool:
        """Whether only commas and `and` stand between count `k` and the next, which is of something else."""
        between = range(self.counts[k].after, self.counts[k + 1].first)
        named = self.counts[k].count.noun is not None and self.counts[k + 1].count.noun is not None
        return named and len(between) > 0 and all(self.lower[i] in (",", "and") for i in between)

    def _status(self, found: FoundCount) -> _Status | None:
        if self._subset(found) or self.skip("none_of", found.first - 1) == found.first:
            return None
        before, after = self._said_before(found), self._said_after(found)
        if (
            before is not None
            and after is not None
            and after.adjacent
            and after.what
            and after.first == found.after
        ):
            # `killed 12 and 30 wounded` against `killed 12 wounded soldiers`
            return self._fits(found, after) if before.what in ("", after.what) else self._fits(found, before)
        return self._fits(found, before) or self._fits(found, after)

    def _fits(self, found: FoundCount, status: _Status | None) -> _Status | None:
        """The status, unless what is counted cannot have met with it; things detained are things seized."""
        if status is None:
            return None
        noun = (found.count.noun or "").casefold()
        thing = bool(noun) and noun.split()[-1] in self.words.sets["things_not_people"]
        if not status.what:
            counted = found.count.noun is not None and noun not in ("others", "more") and status.adjacent
            return status if counted else None
        if thing:
            return (
                _Status("", status.side, status.first, status.after, status.adjacent)
                if status.what in ("detained",)
                else None
            )
        if status.what == "participants":
            low, high = found.count.low, found.count.high
            crowd = high >= _CROWD if high is not None else low is not None
            return status if crowd else None
        return status

    def _by_noun(self, found: FoundCount) -> _Status | None:
        """`two bodies`, `hundreds of demonstrators`: the noun itself says it."""
        if found.count.noun is None or self._subset(found):
            return None
        for at in range(found.number, found.after):
            read = self.words.itself.read(self.lower, at)
            if read and read[1] == found.after:
                return self._fits(found, _Status(read[0], "itself", at, read[1], adjacent=False))
        return None

    def _subset(self, found: FoundCount) -> bool:
        if any(self.skip("subset", found.first - n) == found.first for n in (1, 2, 3)):
            return True
        return self.words.parts.read(self.lower, found.after) is not None  # `six of them women`

    def _said_after(self, found: FoundCount) -> _Status | None:
        """A status behind the count, past auxiliaries, an insertion and a few words that are no verb."""
        i, unknown, adjacent = found.after, 0, True
        related = False
        starts = {other.first for other in self.counts}
        while i < len(self.atoms) and unknown <= _REACH_AFTER:
            read = self.words.after.read(self.lower, i)
            if read:
                return _Status(read[0], "after", i, read[1], adjacent)
            word = self.lower[i]
            if word in self.words.sets["breaks"] or word in (".", "\n", ";", ":") or i in starts:
                return None
            if word in ("who", "that") and i == found.after:
                related, adjacent, i = (
                    True,
                    False,
                    i + 1,
                )  # `fighters who were hiding among them were arrested`
                continue
            insertion = self._insertion(i)
            if insertion is not None:
                i, adjacent = insertion, False
            elif word in self.words.sets["between"] or word.endswith("ly"):
                i += 1
            elif word == "," or found.count.noun is None or (self._acts(i) and not related):
                return None
            else:
                i, unknown, adjacent = i + 1, unknown + (not self.atoms[i].is_capital), False
        return None

    def _acts(self, i: int) -> bool:
        """Whether a word is plainly a verb of its own."""
        return self.lower[i].endswith("ed") or self.lower[i].endswith("ing")

    def _insertion(self, at: int) -> int | None:
        """The place after `, including two children,` or `(…)`."""
        if self.word(at) == "(":
            return next((i + 1 for i in range(at, len(self.atoms)) if self.lower[i] == ")"), None)
        opened = at if self.word(at) == "including" else at + 1 if self.word(at) == "," else None
        if opened is None or (
            self.skip("subset", opened) is None
            and self.word(opened) not in ("mostly", "some", "most", "many")
        ):
            return None
        return next((i + 1 for i in range(at + 1, len(self.atoms)) if self.lower[i] in (",",)), None)

    def _said_before(self, found: FoundCount) -> _Status | None:
        """A status before the count: right before, or as the subject of `rose to` and the like."""
        stop = found.first
        if self.word(stop - 1) == "(":
            return None
        status = self._ending_at(stop)
        if status is not None:
            return status
        back = stop
        while back > 0 and (
            self.word(back - 1) in self.words.sets["copulas"] or self.word(back - 1).endswith("ly")
        ):
            back -= 1
        if back == stop:
            return None
        for place in range(back, max(0, back - _REACH_BEFORE), -1):
            if self.lower[place - 1] in self.words.sets["breaks"] or self.lower[place - 1] in (
                ".",
                "\n",
                ",",
            ):
                return None
            status = self._ending_at(place)
            if status and self.lower[status.after - 1] in ("toll", "dead", "fatalities", "missing"):
                return _Status(status.what, "before", status.first, status.after, adjacent=False)
        return None

    def _ending_at(self, stop: int) -> _Status | None:
        for length in (4, 3, 2, 1):
            read = self.words.before.read(self.lower, stop - length) if stop >= length else None
            if read and read[1] == stop:
                return _Status(read[0], "before", stop - length, stop, adjacent=True)
        return None

    def figure(self, found: FoundCount, status: _Status) -> Figure:
        """The figure of a count and what befell it."""
        count, first, after = found.count, found.first, found.after
        if status.adjacent:
            first, after = min(first, status.first), max(after, status.after)
        start, end = self.atoms[first].start, self.atoms[after - 1].end
        noun = count.noun or ""
        general = not noun or noun.split()[-1].casefold() in self.words.sets["general"]
        itself = status.side == "itself" and not self._subset(found)
        side = None if general or not status.what or itself else noun
        return Figure(status.what or noun, count.low, count.high, side, start, end, self.text[start:end])
