"""Reading amounts of Arabic time and times longer than a day: weeks, months, quarters, parts of them, decades."""

from __future__ import annotations

from typing import Literal

from riwayat.languages.ar.amounts import amount
from riwayat.languages.ar.dates import DateReader
from riwayat.text.timefinding import Found, longest
from riwayat.text.times import (
    Around,
    Calendar,
    Counted,
    Meaning,
    Nth,
    Partly,
    Season,
    Shift,
    Stretch,
    Unit,
    Within,
    Years,
)

_PLURALS: dict[str, Unit] = {
    "الايام": "day",
    "الاسابيع": "week",
    "الاشهر": "month",
    "الشهور": "month",
    "السنوات": "year",
    "الاعوام": "year",
    "الساعات": "hour",
    "اليومين": "day",
    "الشهرين": "month",
    "العامين": "year",
    "السنتين": "year",
    "الاسبوعين": "week",
    "الساعتين": "hour",
}


class LongerReader(DateReader):
    """Amounts of time and times longer than a day, on top of dates."""

    def span(self, at: int) -> Found[tuple[int | None, int | None, Unit]]:
        """An amount of time: `ثلاثة أيام`, `يومين`, `48 ساعة`, `عدة أشهر`, `أيام`."""
        two = self.table("two", at)
        if two:
            factor, unit = two[0]
            return (factor, factor, unit), two[1]
        single = self.table("units", at)
        if single and self.listed("plurals", at):
            return (None, None, single[0][1]), single[1]
        read = amount(self.words, at)
        if read is not None:
            unit_read = self.table("units", read.next)
            if unit_read:
                factor, unit = unit_read[0]
                low = None if read.low is None else read.low * factor
                high = None if read.high is None else read.high * factor
                return (low, high, unit), unit_read[1]
            return None
        if single and self.year(at) is None and self.listed("singulars", at):
            if self.weekday_name(at + 1) or (self.word(at) == "شهر" and self.month_name(at + 1)):
                return None  # `منذ يوم الجمعة`
            factor, unit = single[0]
            return (factor, factor, unit), single[1]
        return None

    def steps(self, at: int) -> Found[tuple[tuple[int, Unit], ...]]:
        """Exact amounts side by side: `سنتين وثلاثة أشهر`, `شهر و21 يوما`."""
        steps: list[tuple[int, Unit]] = []
        i = after = at
        while (read := self.span(i)) is not None and read[0][0] is not None and read[0][0] == read[0][1]:
            steps.append((read[0][0], read[0][2]))
            after = read[1]
            i = after + (self.word(after) in ("و", "،", ","))
        return (tuple(steps), after) if steps else None

    def counted(self, at: int) -> Found[Meaning]:
        """`قبل ثلاثة أيام`, `بعد أسبوعين`, `منذ عام`, `قبل سنتين وثلاثة أشهر`; `بعد يومين من الاثنين`."""
        for key, sign in (("ago", -1), ("ahead", 1)):
            i = self.skip(key, at)
            span = self.span(i) if i is not None else None
            if span is None or i is None:
                continue
            low, high, kind = span[0]
            if key == "ago" and self.word(at) == "منذ":
                return Stretch(low, kind, -1), span[1]
            steps = self.steps(i)
            if steps is not None and len(steps[0]) > 1:
                today: Meaning = Shift.by(0, "day")
                return Counted(tuple((sign * n, unit) for n, unit in steps[0]), today), self.from_now(
                    steps[1]
                )
            if low is None:
                return (Shift(-1, None, kind), span[1]) if sign < 0 else None
            least, most = sign * low, sign * (high if high is not None else low)
            return Shift(least, most, kind), self.from_now(span[1])
        return None

    def from_now(self, at: int) -> int:
        """The place behind `من الآن`, if that stands there."""
        return self.optional("from_now", at)

    def stretch(self, at: int) -> Found[Meaning]:
        """`الأيام الثلاثة الماضية`, `الساعات الـ24 الأخيرة`, `الأسابيع الماضية`, `آخر 3 سنوات`, `3 أيام القادمة`."""
        last = self.skip("last_stretch", at)
        if last is not None and (span := self.span(last)) is not None and not self.listed("singulars", last):
            return Stretch(span[0][0], span[0][2], -1), span[1]
        span = self.span(at)
        if span is not None:
            way, after = self.direction(span[1])
            if after > span[1] and way and self.words[span[1]].definite and not self.listed("singulars", at):
                return Stretch(span[0][0], span[0][2], 1 if way > 0 else -1), after
        unit = _PLURALS.get(self.word(at))
        if unit is None:
            return None
        number: int | None = 2 if self.word(at).endswith("ين") else None
        i = at + 1
        read = amount(self.words, i)
        if self.word(i) == "ال" and self.word(i + 1).isdigit():
            number, i = int(self.word(i + 1)), i + 2
        elif self.skip("few", i) is not None:
            i = self.optional("few", i)
        elif read is not None:
            number, i = read.low, read.next
        way, after = self.direction(i)
        if after == i:
            return None
        return Stretch(number, unit, -1 if way <= 0 else 1), after

    def within(self, at: int) -> Found[Meaning]:
        """`خلال الأيام الماضية`, `خلال 48 ساعة`."""
        i = self.skip("within", at)
        if i is None or self.word(at) == "في":
            return None
        if (stretch := self.stretch(i)) is not None:
            return stretch
        span = self.span(i)
        if span is not None and span[0][0] is not None and self.word(at) == "خلال":
            return Stretch(span[0][0], span[0][2], -1), span[1]
        return None

    # -- times longer than a day -----------------------------------------------------------------------

    def outer(self, at: int) -> Found[Meaning]:
        """What a part may be of: `أيار 2019`, `عام 2016`, `هذا العام`, `الشهر`, `السبعينيات`."""
        i = self.optional("of_outer", at)
        year = self.year(i) or (self.any_year(i) if i > at or self.word(i).isdigit() else None)
        whole = self.table("whole", i)
        ways: list[Found[Meaning]] = [
            (Calendar(year[0]), year[1]) if year else None,
            self.this_unit(i),
            self.year_unit(i),
            self.decade(i),
            self.season(i),
        ]
        month = self.month_name(i)
        if month is not None:
            ways.append(self.dated(month[0][0], None, month[0][1], month[1]))
        if whole is not None:
            ways.append((Shift.by(0, whole[0]), whole[1]))
        return longest(ways)

    def nth(self, at: int) -> Found[Meaning]:
        """`الأسبوع الثالث من أيار`, `أول جمعة من يوليو`, `الربع الأخير من 2016`, `النصف الأول من العام`."""
        at = self.optional("on_day", at)
        what = self.table("pieces", at)
        number: Found[int] = None
        weekday: int | None = None
        if what is not None:
            number = self.place(what[1])
        elif self.word(at) in ("اول", "ثاني", "ثالث", "رابع", "اخر"):
            name = self.weekday_name(self.optional("on_day", at + 1), bare=True)
            if name is None:
                return None
            weekday, number = name[0], (self.order(at), name[1])
        else:
            name = self.weekday_name(at)
            number = self.place(name[1]) if name else None
            weekday = name[0] if name else None
            if number is not None and (number[0] < 0 or self.month_name(self.optional("of", number[1]))):
                return None  # `الأحد الأخير`, `الأحد الثاني من أيار`: a date
        if number is None:
            return None
        kind: Literal["week", "weekday", "quarter", "half"] = what[0] if what else "weekday"
        outer = self.outer(number[1])
        if outer is None:
            alone = (
                kind == "weekday" and what is None and self.word(number[1]) not in ("من", "في", "و", "عشر")
            )
            return (Nth(number[0], "weekday", Shift.by(0, "month"), weekday), number[1]) if alone else None
        return Nth(number[0], kind, outer[0], weekday), outer[1]

    def place(self, at: int) -> Found[int]:
        """`الأول`, `الثالثة`, `الأخير`."""
        if self.word(at) in ("الاخير", "الاخيرة"):
            return -1, at + 1
        read = self.table("ordinals", at)
        return read if read and read[0] < 10 else None

    def order(self, at: int) -> int:
        """The number of `أول`, `ثاني`; -1 for `آخر`."""
        return {"اول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4}.get(self.word(at), -1)

    def around(self, at: int) -> Found[Meaning]:
        """`أسبوع 16 سبتمبر`."""
        if self.word(at) != "اسبوع":
            return None
        day = self.date(at + 1)
        if day is None or getattr(day[0], "day", None) is None:
            return None
        return Around("week", day[0]), day[1]

    def partly(self, at: int) -> Found[Meaning]:
        """`بقية الأسبوع`, `في وقت سابق من هذا الشهر`, `في وقت لاحق هذا العام`."""
        for key, side in (("rest", "rest"), ("later_in", "rest"), ("so_far", "so_far")):
            i = self.skip(key, at)
            outer = self.outer(i) if i is not None else None
            if outer is not None and isinstance(outer[0], Shift) and not outer[0].least:
                return Partly(outer[0], "rest" if side == "rest" else "so_far"), outer[1]
        return None

    def weekend(self, at: int) -> Found[Meaning]:
        """`عطلة نهاية الأسبوع`, `نهاية الأسبوع المقبل`, `نهاية هذا الأسبوع`."""
        i = self.skip("weekend", at)
        if i is None:
            return None
        if (unit := self.this_unit(i)) is not None and isinstance(unit[0], Shift) and unit[0].unit == "week":
            return Within(unit[0], third="weekend"), unit[1]
        if self.word(i) != "الاسبوع":
            return None
        return Within(Shift(0, None, "week"), third="weekend"), i + 1

    def after_next(self, at: int) -> Found[Meaning]:
        """`الأسبوع بعد القادم`, `الشهر بعد المقبل`."""
        whole = self.table("whole", at)
        if whole is None or self.word(whole[1]) != "بعد":
            return None
        way, after = self.direction(whole[1] + 1)
        return (Shift.by(2, whole[0]), after) if way > 0 else None

    def season(self, at: int) -> Found[Meaning]:
        """`صيف 2016`, `هذا الصيف`, `الربيع القادم`, `منتصف الصيف`."""
        third = self.table("thirds", at)
        i = third[1] if third else at
        pointed = self.word(i) in ("هذا", "خلال")
        k = i + (self.word(i) == "هذا")
        name = self.word(k)
        bare = name.removeprefix("ال")
        if not self.listed_word("seasons", bare):
            return None
        definite = bare != name
        way, after = self.direction(k + 1)
        if after > k + 1:
            return Season(Shift.by(way, "year")), after
        of = self.optional("of", k + 1)
        year = self.year(of) or self.any_year(of)
        if year is not None:
            return Season(Calendar(year[0])), year[1]
        unit = self.year_unit(of)
        if unit is not None:
            return Season(unit[0]), unit[1]
        if pointed or third or (definite and self.listed_word("seasons_alone", bare)):
            return Season(), k + 1
        return None

    def decade(self, at: int) -> Found[Meaning]:
        """`السبعينيات`, `تسعينيات القرن الماضي`, `القرن التاسع عشر`, `العقد الماضي`."""
        third = self.table("thirds", at)
        i = third[1] if third else at
        tens = self.table("decades", i)
        whole: Meaning
        if tens is not None:
            first, after = (1900 if tens[0] >= 20 else 2000) + tens[0], tens[1]
            if (century := self.century(after)) is not None:
                first, after = century[0] + tens[0], century[1]
            whole = Years(first, first + 9)
        elif (century := self.century(i)) is not None and self.word(i + 1) not in ("الماضي", "الحالي"):
            whole, after = Years(century[0], century[0] + 99), century[1]
        elif self.word(i) == "العقد":
            way, after = self.direction(i + 1)
            if after == i + 1:
                return None
            whole = Shift.by(way, "decade")
        else:
            return None
        return (Within(whole, third=third[0]) if third else whole), after

    def century(self, at: int) -> Found[int]:
        """The first year of `القرن الماضي`, `القرن التاسع عشر`."""
        i = self.optional("of", at)
        if self.word(i) != "القرن":
            return None
        if self.word(i + 1) in ("الماضي", "الحالي"):
            return (1900 if self.word(i + 1) == "الماضي" else 2000), i + 2
        number = self.day_number(i + 1)
        return ((number[0] - 1) * 100, number[1]) if number and number[0] > 1 else None

    def weekday_name(self, at: int, *, bare: bool = False) -> Found[int]:
        """A day of the week with its article, or, in `أول جمعة`, without."""
        read = self.table("weekdays", at)
        if read is not None and self.words[at].definite:
            return read
        if bare and 0 <= at < len(self.words):
            return self.weekday_without_article(at)
        return None
