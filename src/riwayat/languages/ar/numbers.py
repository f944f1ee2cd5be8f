"""Arabic counts and figures: what is counted, within which bounds, and what befell it.

Bounds follow the project's annotation conventions: `ما لا يقل عن 12` has no upper bound, `عشرات` is 20 to 99,
`نحو 40` is 40, `عدة` has no bounds at all.  Ordinals, dates, times, ages, money and measures are no counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwayat import languages
from riwayat.languages.ar.amounts import amount, exact, phrase_at, phrases
from riwayat.languages.ar.clitics import tokens
from riwayat.languages.ar.times import find as find_times
from riwayat.text.folding import plain
from riwayat.text.numbers import Count, Figure
from riwayat.text.words import Word

_REACH = 3
"""Words between what is counted and what befell it."""
_BACK = 9
"""Words before a count within which it is said."""
_STATUSES = ("killed", "wounded", "detained", "displaced", "missing", "participants")


def find_counts(text: str) -> list[Count]:
    """The counts of `text` in order: number, bounds and the noun counted."""
    return [found.count for found in _Reader(text).counts]


def casualties(sentence: str) -> list[Figure]:
    """The figures of `sentence`: killed, wounded, detained, displaced, missing, participants, things counted."""
    reader = _Reader(sentence)
    return [figure for found in reader.counts if (figure := reader.figure(found)).what]


@dataclass(frozen=True, slots=True)
class _Found:
    """A count with its place among the words."""

    count: Count
    first: int
    after: int
    noun: int
    """The first word of the noun, or `after` where none is named."""


class _Reader:
    """One text's words, its counts, and what is said of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: Sequence[Word] = tokens(text)
        self.exact = [exact(w) for w in self.words]
        self.times = [(t.start, t.end) for t in find_times(text)]
        lists = languages.words("ar", "numbers")
        self.sets = {k: frozenset(plain(w) for w in v) for k, v in lists.items() if isinstance(v, tuple)}
        self.dual = frozenset(plain(w) for w in lists["dual"]["nouns"])
        self.not_dual = frozenset(plain(w) for w in lists["dual"]["names"])
        self.singles = self.dual | self.sets["one_more"]
        words = languages.words("ar", "words")
        self.small = frozenset(
            plain(w)
            for key in (
                "adverbs",
                "auxiliaries",
                "clause_openers",
                "conjunctions",
                "prepositions",
                "relative",
            )
            for w in words[key]
        )
        self.people = frozenset(
            plain(w) for w in languages.words("ar", "names")["collective_nouns"]
        ) | frozenset(self.sets["general"])
        self.ordinals = frozenset(plain(w) for w in languages.words("ar", "names")["ordinals"])
        self.sound_plurals = frozenset(plain(w) for w in lists["dual"]["same_as_plural"])
        self._befell = frozenset(
            plain(w) for what in ("killed", "wounded") for w in lists["before"][what] if " " not in w
        )
        self.counts = list(self._all())
        self._told: dict[int, str | None] = {}

    def _all(self) -> Iterator[_Found]:
        at = 0
        while at < len(self.words):
            found = self._count(at) or self._two(at) or self._single(at)
            if found is None:
                at += 1
                continue
            yield found
            at = found.after

    def _list(self, at: int, key: str) -> int:
        return phrase_at(self.words, at, "numbers", key)

    def _count(self, at: int) -> _Found | None:
        """The count that starts at word `at`."""
        if self._in_time(at):
            return None
        bound, i = self._bound(at)
        read = amount(self.words, i)
        if read is None or self._none(i, read.next):
            return None
        if i > at and self._in_time(i):
            return None
        low, high, after = read.low, read.high, read.next
        if low is not None and bound is None and self.exact[i][0].isdigit() and self._ranged(after):
            second = amount(self.words, after + 1)
            if second is not None and second.high is not None and second.high > (high or 0):
                high, after = second.high, second.next
        number_end = self.words[after - 1].end
        noun, begin, end = self._noun(after, bare=read.low is None)
        if noun is None and read.low is None:
            return None
        if n := self._list(end, "at_least_behind"):
            bound, end = "at_least", end + n
        if bound == "at_least":
            high = None
        elif bound == "less_than":
            low = 0
        start, stop = self.words[at].start, self.words[end - 1].end
        count = Count(start, stop, self.text[start:stop], low, high, noun, start, number_end)
        return _Found(count, at, end, begin)

    def _ranged(self, at: int) -> bool:
        return (
            at + 1 < len(self.words)
            and self.exact[at] in ("الي", "الى", "-", "او")
            and self.exact[at + 1][0].isdigit()
        )

    def _two(self, at: int) -> _Found | None:
        """`جنديان`, `دبابتين`: two in one word."""
        word = self.words[at]
        text = self.exact[at]
        if word.definite or word.owned or len(text) < 5 or not text.endswith(("ان", "ين")):
            return None
        if text in self.not_dual:
            return None
        stem = text[:-2]
        stem = f"{stem[:-1]}ة" if stem.endswith("ت") else stem
        if stem not in self.dual:
            return None
        if text.endswith("ين") and not self._dual_here(at, stem):
            return None
        after = at + 1
        if after < len(self.words) and self.exact[after] in ("اثنين", "اثنان", "اثنتين", "اثنتان"):
            after += 1
        end = self._tail(after)
        start, stop = word.start, self.words[end - 1].end
        count = Count(start, stop, self.text[start:stop], 2, 2, word.text, start, word.end)
        return _Found(count, at, end, at)

    def _single(self, at: int) -> _Found | None:
        """`مقتل ضابط`: one, right behind what befell him."""
        word = self.words[at]
        if word.definite or word.owned or word.plural or self.exact[at] not in self.singles or at == 0:
            return None
        if self.exact[at - 1] not in self._befell and self.words[at - 1].lower not in self._befell:
            return None
        end = self._tail(at + 1)
        start, stop = word.start, self.words[end - 1].end
        return _Found(
            Count(start, stop, self.text[start:stop], 1, 1, self.text[start:stop], start, word.end),
            at,
            end,
            at,
        )

    def _dual_here(self, at: int, stem: str) -> bool:
        """Whether an ending that may also mean several means two: of things, or beside another two."""
        if stem.endswith("ة") or (at + 1 < len(self.words) and self.exact[at + 1] in ("اثنين", "اثنتين")):
            return True
        plural = stem in self.sound_plurals
        before = self.exact[at - 1] if at else ""
        return not plural or before in ("مقتل", "اصابة", "اعتقال", "استشهاد", "جرح", "قتل", "اصيب")

    def _bound(self, at: int) -> tuple[str | None, int]:
        """A word that bounds the number after it."""
        said: str | None = None
        i = at
        for _ in range(2):
            for name in ("at_least", "less_than", "about"):
                if n := self._list(i, name):
                    said = said or name
                    i += n
                    break
        return said, i

    def _none(self, at: int, after: int) -> bool:
        """Whether the number is a date, an age, a measure, part of a name."""
        before = self.exact[at - 1] if at else ""
        if (
            at
            and self.words[at - 1].end == self.words[at].start
            and self.words[at - 1].is_word
            and len(before) > 1
        ):
            return True
        bare_before = before.removeprefix("ال")
        following = self.exact[after] if after < len(self.words) else ""
        if self._in_time(at) or bare_before in self.ordinals:
            return True
        if before in self.sets["not_after"] or bare_before in self.sets["not_after"]:
            return True
        if following in self.sets["measures"] or (
            following.removeprefix("ال") in self.sets["measures"] and self.exact[at][0].isdigit()
        ):
            return True
        if after < len(self.words) and phrase_at(self.words, after, "numbers", "measures"):
            return True
        if before in ("/", "-") or following == "/" or (before == "(" and following in (")", "عاما")):
            return True
        word = self.words[at]
        if not self.exact[at][0].isdigit() and word.definite and amount(self.words, at + 1) is None:
            return bare_before not in ("ال",) and self.exact[at].removeprefix("ال") not in {
                "عشرات",
                "مئات",
                "الاف",
            }
        return self.exact[at] in ("احد", "احدى", "واحد", "واحدة", "واحدا") and after == at + 1

    def _in_time(self, at: int) -> bool:
        return any(a <= self.words[at].start < b for a, b in self.times)

    def _noun(self, at: int, *, bare: bool) -> tuple[str | None, int, int]:
        """What is counted, its first word, and the word after it."""
        begin = at
        if begin < len(self.words) and self.exact[begin] == "من" and begin + 1 < len(self.words):
            begin += 1  # `ستة من المطلوبين`
        if begin >= len(self.words) or not self._is_noun(begin):
            return None, at, at
        end = self._tail(begin + 1)
        start = self.words[begin].start
        return self.text[start : self.words[end - 1].end], begin, end

    def _tail(self, at: int) -> int:
        """Where a counted noun ends: behind one adjective or genitive."""
        goes_on = (
            at < len(self.words)
            and self._is_noun(at)
            and not self._in_time(at)
            and self.words[at].tense is None
            and not any(self.exact[at] == w for w in self.sets["general"])
            and not self._status_word(at)
            and not self.words[at].owned
            and (self.words[at].definite or not self.words[at - 1].definite)
        )
        return at + 1 if goes_on else at

    def _status_word(self, at: int) -> bool:
        return any(
            phrase_at(self.words, at, "numbers", f"{side}.{what}")
            for side in ("after", "itself", "before")
            for what in _STATUSES
        )

    def _is_noun(self, at: int) -> bool:
        word = self.words[at]
        text = self.exact[at]
        if not word.is_word or word.tense is not None or text in self.sets["not_nouns"]:
            return False
        if word.lower in self.small and not word.definite:
            return False
        return amount(self.words, at) is None and text not in self.sets["measures"] and len(text) > 1

    # -- what befell them ------------------------------------------------------------------------------

    def figure(self, found: _Found) -> Figure:
        """A count with what befell it; of things, their own noun."""
        what, first, after = self._status(found)
        start, end = self.words[min(first, found.first)].start, self.words[max(after, found.after) - 1].end
        noun = found.count.noun
        side = None
        if what is not None:
            head = exact(self.words[found.noun]) if found.noun < found.after else ""
            general = head.removeprefix("ال") in self.sets["general"] or not head
            side = None if general else noun
            if general and found.noun < found.after - 1:
                side = self.words[found.after - 1].text
        return Figure(
            what or noun or "", found.count.low, found.count.high, side, start, end, self.text[start:end]
        )

    def _status(self, found: _Found) -> tuple[str | None, int, int]:
        """What befell those counted, and the words that say so."""
        before = self._before(found)
        if found.noun < found.after:
            for what in _STATUSES:
                if self._says(found.noun, f"itself.{what}"):
                    if (
                        what == "participants"
                        and before is not None
                        and before[0] in ("killed", "wounded", "detained")
                    ):
                        break  # `اعتقال خمسة محتجين`
                    return what, found.first, found.after
        if before is not None:
            return before[0], before[1], found.after
        for k in range(found.after, min(len(self.words), found.after + _REACH)):
            for what in _STATUSES:
                if n := self._says(k, f"after.{what}"):
                    return what, found.first, k + n
            if self.exact[k] not in self.sets["between"]:
                break
        return None, found.first, found.after

    def _says(self, at: int, key: str) -> int:
        """How many words at `at` are one of a list's, in whatever person or with the article."""
        if n := phrase_at(self.words, at, "numbers", key):
            return n
        word = self.words[at]
        bare = word.lower if word.tense is not None else self.exact[at].removeprefix("ال")
        return int((bare,) in phrases("numbers", key))

    def _before(self, found: _Found) -> tuple[str, int] | None:
        """The word before a count that says what befell those counted."""
        k = found.first - 1
        steps = 0
        while k >= 0 and steps < _BACK:
            word = self.words[k]
            if self.exact[k] in self.sets["breaks"]:
                return None
            for what in _STATUSES:
                for phrase in self._phrases(what):
                    if (
                        word.lower == phrase
                        or self.exact[k] == phrase
                        or self.exact[k].removeprefix("ال") == phrase
                    ):
                        return (what, k) if self._may_befall(word, found) else None
            if self._count_ends(k + 1) and steps > 0 and not self._listed(k + 1, found):
                return None
            k, steps = k - 1, steps + 1
        return None

    def _may_befall(self, word: Word, found: _Found) -> bool:
        """Whether what a word says may be said of what is counted: things are seized, and nobody is detained."""
        if word.lower not in self.sets["things_too"] or found.noun >= found.after:
            return True
        noun = self.words[found.noun]
        return noun.plural or noun.lower in self.people or self.exact[found.noun] in self.people

    def _count_ends(self, at: int) -> bool:
        return any(other.after == at for other in self.counts)

    def _listed(self, at: int, found: _Found) -> bool:
        """Whether only joining words stand between another count and this one."""
        return all(
            t in ("،", ",", "و") or t in self.sets["subset"] or t in ("من",) or self.words[k].definite
            for k, t in enumerate(self.exact[at : found.first], start=at)
        )

    def _phrases(self, what: str) -> frozenset[str]:
        table = languages.words("ar", "numbers")["before"][what]
        return frozenset(
            plain(p.split()[-1]) if p.endswith("على") is False else plain(p.split()[0]) for p in table
        )
