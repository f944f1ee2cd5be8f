"""Indonesian counts and figures: what is counted, within which bounds, and what befell it.

Bounds follow the project's annotation conventions: `sedikitnya 12` has no upper bound, `puluhan` is 20 to
99, `sekitar 40` is 40, `beberapa` has no bounds at all.  `kurang dari 10` is 0 to 10: nobody counts below
nothing.
Ordinals (`ketiga`), dates, times, ages, money and measures are no counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, TypeAlias

from riwayat import languages
from riwayat.languages.id.times import find as find_times
from riwayat.text.atomreading import CountReader, FoundCount, bounded
from riwayat.text.numbers import Amount, Count, Figure, NumberWords, PhraseTable, read_number

_VERB = re.compile(r"(?:di|me[lmnrwy]|ber|ter)[a-z]{3,}|(?:meng|meny|di)[a-z]{2,}")
# `yang bersenjata`: after `yang`, only says who they are.
_STATE = re.compile(r"(?:ber|ter)[a-z]{3,}")
# How far a status may stand from what it is said of, in words that are no verb of their own.
_REACH_AFTER, _REACH_BEFORE = 6, 12
_NOUN_TAILS = 3
# A smaller crowd than this is no crowd: `diikuti satu temannya`.
_CROWD = 5

Side: TypeAlias = Literal["before", "after", "itself"]


def find_counts(text: str, code: str = "id") -> list[Count]:
    """The counts of `text` in order: number, bounds and the noun counted (`sedikitnya 12 warga sipil`)."""
    return [found.count for found in _Reader(text, code).counts if found.count.noun is not None]


def casualties(sentence: str, code: str = "id") -> list[Figure]:
    """The figures of `sentence`: killed, wounded, detained, displaced, missing, participants, things.

    A status is sought before what is counted (`menewaskan tiga orang`, `korban tewas mencapai 12`) and after
    it (`tiga orang, termasuk dua anak, tewas`); figures in a list share it.  Figures within a figure
    (`termasuk dua anak`) are left out, and so is *none* (`tidak ada korban jiwa`), which is no quantity.
    """
    reader = _Reader(sentence, code)
    told = reader.statuses()
    return [reader.figure(found, status) for found, status in zip(reader.counts, told, strict=True) if status]


@dataclass(frozen=True)
class _Words:
    numbers: NumberWords
    lists: Mapping[str, PhraseTable[bool]]
    sets: Mapping[str, frozenset[str]]
    after: PhraseTable[str]
    before: PhraseTable[str]
    itself: PhraseTable[str]


@cache
def _words(code: str) -> _Words:
    data: Mapping[str, Any] = languages.words(code, "numbers")
    plain = {key: value for key, value in data.items() if not isinstance(value, Mapping)}

    def by_status(key: str, things: str | None) -> PhraseTable[str]:
        table = {phrase: what for what, phrases in data[key].items() for phrase in phrases}
        return PhraseTable(table | dict.fromkeys(data["things"][things] if things else (), ""))

    return _Words(
        NumberWords.of(data),
        {key: PhraseTable.set(value) for key, value in plain.items()},
        {key: frozenset(value) for key, value in plain.items()},
        by_status("after", "after"),
        by_status("before", "before"),
        by_status("itself", None),
    )


@dataclass(frozen=True, slots=True)
class _Status:
    """What befell those counted (empty: something a thing's own noun tells), and the atoms that say so."""

    what: str
    side: Side
    first: int
    after: int
    adjacent: bool


class _Reader(CountReader[_Words]):
    """One text's atoms, its counts, and what is said of them."""

    def __init__(self, text: str, code: str) -> None:
        super().__init__(text, _words(code), [(time.start, time.end) for time in find_times(text, code)])

    # -- counts ----------------------------------------------------------------------------------------

    def count(self, at: int) -> FoundCount | None:
        """The count that starts at atom `at`, its noun null where none is named."""
        bound, i = self.bound(at)
        one = self.skip("one", i)
        amount = Amount(1, 1, one) if one is not None else self.amount(i)
        if amount is None or self.no_count(i, amount.next):
            return None
        low, high, after = amount.low, amount.high, amount.next
        more = self.skip("more_after", after)
        if more is not None and bound is None and self.word(more) not in ("dari", "dulu"):
            bound, after = "at_least", more
        low, high = bounded(low, high, bound)
        if self.word(after) == "-" and self.word(after + 1) == "an":
            after += 2
        number_end = self.atoms[after - 1].end
        noun, stop = self.noun(after)
        start, end = self.atoms[at].start, self.atoms[stop - 1].end
        count = Count(start, end, self.text[start:end], low, high, noun, start, number_end)
        return FoundCount(count, at, stop, after)

    def amount(self, at: int) -> Amount | None:
        """A number or a range of two (`dua hingga tiga`, `10-15 ribu`, `antara 10 dan 15`)."""
        between = self.word(at) == "antara"
        first = read_number(self.atoms, at + between, self.words.numbers)
        if first is None or first.low is None:
            return None if between else first
        if self.word(first.next) == "dari":
            # `empat dari lima sandera` are four.
            whole = read_number(self.atoms, first.next + 1, self.words.numbers)
            return Amount(first.low, first.high, whole.next) if whole else first
        joined = self.skip("to", first.next)
        if between and self.word(first.next) == "dan":
            joined = first.next + 1
        second = read_number(self.atoms, joined, self.words.numbers) if joined is not None else None
        if second is None or second.low is None or second.high is None:
            return None if between else first
        low = first.low
        if first.scale == 1 and second.scale > 1 and low * second.scale < second.high:
            low *= second.scale
        if low >= second.high:
            # `3-2` is a score.
            return None if self.word(first.next) in ("-", "–") else first
        return Amount(low, second.high, second.next, second.scale)

    def no_count(self, at: int, after: int) -> bool:
        """Whether the number is an ordinal, a date, an age, a measure, a price, part of a name."""
        before, following = self.word(at - 1), self.word(after)
        if at and self.atoms[at - 1].is_word and self.atoms[at - 1].end == self.atoms[at].start:
            return True  # m2
        last, behind = self.atoms[after - 1], self.atoms[after : after + 1]
        if last.is_number and behind and behind[0].is_word and behind[0].start == last.end:
            return True  # 1st
        if self.in_time(at):
            return True
        dotted = before == "." and self.word(at - 2) in self.words.sets["not_after"]
        if before in self.words.sets["not_after"] or dotted or following in self.words.sets["measures"]:
            return True
        if before in ("-", "salah", "ke", "+") or (before == "(" and following == ")") or following == "/":
            return True
        if following == "-" and self.word(after + 1) not in ("an", ""):
            return True
        capital = after < len(self.atoms) and self.atoms[after].is_capital
        named = at > 1 and self.atoms[at - 1].is_capital and self.atoms[at - 1].is_word
        spelled = at > 0 and self.atoms[at].is_capital and self.word(at - 1) not in (".", ":", '"', "“", "\n")
        return capital and (named or spelled)

    def noun(self, at: int) -> tuple[str | None, int]:
        """What is counted, classifier left off, and the atom after it."""
        classifier = self.skip("classifiers", at)
        begin = at if classifier is None else classifier
        if classifier is not None and self.word(classifier) == "-":
            return None, at  # orang-orang
        if not self.is_noun(begin):
            return (self.atoms[at].text, begin) if classifier is not None else (None, at)
        end = begin + 1
        if self.word(begin) in self.words.sets["containers"] and self.is_noun(end):
            end += 1
        if self.word(begin) not in self.words.sets["remains"]:
            end = self.noun_end(begin, end)
        return self.text[self.atoms[begin].start : self.atoms[end - 1].end], end

    def noun_end(self, begin: int, end: int) -> int:
        """Where the noun that begins at `begin` ends: with its tails, one more noun, and a name behind it."""
        tails = 0
        while end < len(self.atoms) and not self.in_time(end) and tails < _NOUN_TAILS:
            if self.word(end) == "-" and self.word(end + 1) == self.word(end - 1):
                end += 2  # anak-anak
            elif self.words.after.read(self.lower, end) is not None:
                break
            elif self.atoms[end].is_capital:
                end += 1
            elif self.word(end) in self.words.sets["noun_tails"] or (end == begin + 1 and self.is_noun(end)):
                end, tails = end + 1, tails + 1  # rumah warga
            else:
                break
        return end

    def is_noun(self, at: int) -> bool:
        if at >= len(self.atoms) or not self.atoms[at].is_word or len(self.lower[at]) < 2:
            return False
        word = self.lower[at]
        if word in self.words.sets["nouns"] or word in self.words.sets["containers"]:
            return True
        if any(word in self.words.sets[name] for name in ("not_nouns", "measures", "one")):
            return False
        if self.words.after.read(self.lower, at) and not self.words.itself.read(self.lower, at):
            return False
        if word in self.words.sets["between"] or word in self.words.sets["breaks"]:
            return False
        return not _VERB.fullmatch(word) and read_number(self.atoms, at, self.words.numbers) is None

    # -- what befell them ------------------------------------------------------------------------------

    def statuses(self) -> list[_Status | None]:
        """For each count what befell it, if the sentence says; lists share what is said of one of them."""
        own = [self.status(found) for found in self.counts]
        told = list(own)
        for k in range(len(own) - 2, -1, -1):
            following = told[k + 1]
            if (
                told[k] is None
                and following
                and following.side == "after"
                and self.listed(k)
                and self.named(k)
            ):
                told[k] = self.shared(self.counts[k], following)
        for k in range(1, len(own)):
            before = told[k - 1]
            if (
                told[k] is None
                and before
                and before.side == "before"
                and self.listed(k - 1)
                and self.named(k)
            ):
                told[k] = self.shared(self.counts[k], before)
        return [status or self.by_noun(found) for found, status in zip(self.counts, told, strict=True)]

    def fits(self, found: FoundCount, status: _Status | None) -> _Status | None:
        """The status, unless what is counted cannot have met with it; things detained are things seized."""
        if status is None:
            return None
        if not status.what:
            # A thing is a figure where it is counted, not where `sebuah` only introduces it.
            if found.count.noun in self.words.sets["remains"]:
                return replace(status, what="killed")
            counted = found.count.noun is not None and self.skip("one", found.first) is None
            return status if counted and status.adjacent else None
        head = (found.count.noun or "").split(" ")[0].casefold()
        if head in self.words.sets["things_not_people"]:
            if status.what == "detained":
                return replace(status, what="")
            return status if status.what == "missing" and head in self.words.sets["losable"] else None
        low, high = found.count.low, found.count.high
        crowd = high >= _CROWD if high is not None else low is not None
        return status if crowd or status.what != "participants" else None

    def shared(self, found: FoundCount, status: _Status) -> _Status | None:
        """What is said of the next or last figure of a list, said of this one too."""
        if self.subset(found):
            return None
        return self.fits(found, _Status(status.what, status.side, found.first, found.after, adjacent=True))

    def named(self, k: int) -> bool:
        return self.counts[k].count.noun is not None

    def listed(self, k: int) -> bool:
        """Whether only commas and joining words stand between count `k` and the next."""
        between = range(self.counts[k].after, self.counts[k + 1].first)
        return len(between) > 0 and all(self.lower[i] in self.words.sets["joins"] for i in between)

    def status(self, found: FoundCount) -> _Status | None:
        if self.subset(found) or self.denied(found):
            return None
        before, after = self.said_before(found), self.said_after(found)
        if before and after and self.lower[before.first] in self.words.sets["weak"]:
            before = None
        return self.fits(found, before) or self.fits(found, after)

    def denied(self, found: FoundCount) -> bool:
        """`tidak ada satu orang pun tewas`."""
        return self.skip("none_of", found.first - 2) == found.first

    def by_noun(self, found: FoundCount) -> _Status | None:
        """`dua jenazah`, `ratusan demonstran`, `500 pengungsi`: the noun itself says it."""
        if found.count.noun is None or self.subset(found):
            return None
        for at in range(found.first, found.after):
            read = self.words.itself.read(self.lower, at)
            if read:
                return _Status(read[0], "itself", at, read[1], adjacent=False)
        return None

    def subset(self, found: FoundCount) -> bool:
        return any(self.skip("subset", found.first - length) == found.first for length in (1, 2))

    def said_after(self, found: FoundCount) -> _Status | None:
        """A status after the count, past auxiliaries, an insertion and a few words that are no verb."""
        i, unknown, adjacent = found.after, 0, True
        starts = {other.first for other in self.counts}
        while i < len(self.atoms) and unknown <= _REACH_AFTER:
            read = self.words.after.read(self.lower, i)
            if read and found.count.noun is None and self.lower[i] in self.words.sets["need_noun"]:
                return None
            if read:
                return _Status(read[0], "after", i, read[1], adjacent)
            word = self.lower[i]
            part = self.skip("subset", i)
            inner = next((other for other in self.counts if other.first == part), None)
            if inner is not None:
                i, adjacent = inner.after, False
                continue
            if word in self.words.sets["breaks"] or word in (".", "\n", "dan", "serta") or i in starts:
                return None
            insertion = self.insertion(i)
            if insertion is not None:
                i, adjacent = insertion, False
            elif word in self.words.sets["between"]:
                i += 1
            elif self.word(i - 1) == "yang" and _STATE.fullmatch(word):
                i, unknown, adjacent = i + 1, unknown + 1, False
            elif (
                word == ","
                or found.count.noun is None
                or (_VERB.fullmatch(word) and word not in self.words.sets["nouns"])
            ):
                return None
            else:
                # Names of places and bodies may be long; other words between are few.
                i, unknown, adjacent = i + 1, unknown + (not self.atoms[i].is_capital), False
        return None

    def insertion(self, at: int) -> int | None:
        """The place after `, termasuk dua anak,`, `, Bripda FK,` or `(…)`."""
        if self.word(at) == "(":
            return next((i + 1 for i in range(at, len(self.atoms)) if self.lower[i] == ")"), None)
        if self.word(at) != "," or at + 1 >= len(self.atoms):
            return None
        opens = self.skip("subset", at + 1) is not None or self.word(at + 1) in self.words.sets["insertions"]
        if not opens and not self.atoms[at + 1].is_capital:
            return None
        return next((i + 1 for i in range(at + 1, len(self.atoms)) if self.lower[i] == ","), None)

    def said_before(self, found: FoundCount) -> _Status | None:
        """A status before the count: right before, or as the subject of `mencapai` and the like."""
        stop, copula = found.first, False
        while stop > 0 and self.word(stop - 1) in self.words.sets["between"] | self.words.sets["copulas"]:
            copula = copula or self.word(stop - 1) in self.words.sets["copulas"]
            stop -= 1
        status = self.ending_at(stop)
        if status or not copula:
            return status
        ends = {other.after for other in self.counts}
        for place in range(stop - 1, max(0, stop - _REACH_BEFORE), -1):
            if (
                place in ends
                or self.lower[place] in self.words.sets["breaks"]
                or self.lower[place] in (".", "\n")
            ):
                return None
            status = self.ending_at(place)
            if status and self.lower[status.first] in ("korban", "massa"):
                return _Status(status.what, "before", status.first, status.after, adjacent=False)
        return None

    def ending_at(self, stop: int) -> _Status | None:
        for length in (3, 2, 1):
            read = self.words.before.read(self.lower, stop - length) if stop >= length else None
            if read and read[1] == stop:
                return _Status(read[0], "before", stop - length, stop, adjacent=True)
        return None

    def figure(self, found: FoundCount, status: _Status) -> Figure:
        count = found.count
        first, after = found.first, found.after
        if status.adjacent:
            first, after = min(first, status.first), max(after, status.after)
        start, end = self.atoms[first].start, self.atoms[after - 1].end
        noun = count.noun or ""
        side = None if self.is_general(noun) or not status.what else noun
        if noun.casefold() in self.words.sets["remains"] and self.is_noun(found.after):
            side = self.noun(found.after)[0]
        elif status.side == "itself":
            side = None
        return Figure(status.what or noun, count.low, count.high, side, start, end, self.text[start:end])

    def is_general(self, noun: str) -> bool:
        return not noun or noun.split()[0].casefold() in self.words.sets["general"]
