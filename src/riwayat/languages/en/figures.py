"""Reading English dates in figures: `2019-05-27`, `5/27/2019`, `22/04`."""

from __future__ import annotations

import re

from riwayat.languages.en.timewords import FIRST_YEAR, LAST_YEAR, WordReader
from riwayat.text.timefinding import Found
from riwayat.text.times import Calendar, Meaning


class FigureReader(WordReader):
    """Dates in figures, on top of words and numbers."""

    def figures(self, at: int) -> tuple[str, int]:
        """Digits joined by marks without a space between: `2019-05-27`; and the place after them."""
        i = at
        if not self.word(i)[:1].isdigit() or (self.word(at - 1) in ("-", "/") and self.glued(at)):
            return "", at
        i += 1
        while (
            self.word(i) in ("-", "/")
            and self.glued(i)
            and self.glued(i + 1)
            and self.word(i + 1)[:1].isdigit()
        ):
            i += 2
        if (
            i < len(self.atoms)
            and self.glued(i)
            and (self.word(i) in ("-", "/", "%") or self.word(i).isalpha())
        ):
            return self.word(at), at + 1
        return "".join(self.lower[at:i]), i

    def numeric(self, at: int) -> Found[Meaning]:
        """`2019-05-27`, `27/05/2019`, `5/27/2019`, `2015/3`, `22/04`: the month first where both may be."""
        text, after = self.figures(at)
        if not text or text.isdigit():
            return None
        if match := re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", text):
            return _valid(int(match[1]), int(match[3]), int(match[4]), after)
        if match := re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})(?:\2|,)(\d{4}|\d{2})", text):
            first, second, year = int(match[1]), int(match[3]), int(match[4])
            month, day = (first, second) if first <= 12 and match[2] != "." else (second, first)
            if month > 12:
                month, day = day, month
            return _valid(year, month, day, after)
        if self.word(after) in self.words.sets["counted"]:
            return None
        match = re.fullmatch(r"(\d{4})([-/])(\d{1,2})", text)
        if match or (match := re.fullmatch(r"(\d{1,2})([-/])(\d{4})", text)):
            year, month = sorted((int(match[1]), int(match[3])), reverse=True)
            # `2011-12` is a season that runs into the next year.
            season = match[2] == "-" and (year + 1) % 100 == month
            if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and not season:
                return Calendar(year, month), after
            return None
        return self.figures_without_year(at, text, after)

    def figures_without_year(self, at: int, text: str, after: int) -> Found[Meaning]:
        """`4/22`, `22/04`; where it might be a share or a score, only behind a word that points at days."""
        match = re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})", text)
        if match is None or text in self.words.sets["no_dates"]:
            return None
        month, day = int(match[1]), int(match[3])
        if month > 12:
            month, day = day, month
        pointed = self.word(at - 1) in self.words.sets["before_figures"]
        plain = match[2] == "/" and day > 12
        if not 1 <= month <= 12 or not 1 <= day <= 31 or not (pointed or plain):
            return None
        if match[2] != "/" and (self.word(at - 1) != "on" or day <= 12):
            return None
        return (Calendar(None, month, day), after) if self.closed(after) else None


def _valid(year: int, month: int, day: int, after: int) -> Found[Meaning]:
    return (Calendar(year, month, day), after) if 1 <= month <= 12 and 1 <= day <= 31 else None
