"""Days, weeks, months and years of the calendar: moving among them and finding their first and last days."""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from riwayat.text.times import System, Third, Unit

__all__ = [
    "add_months",
    "dates",
    "half_of",
    "hijri_of",
    "move",
    "nth_week",
    "nth_weekday",
    "third_of",
    "unit_around",
]


def add_months(day: date, amount: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + amount, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def move(day: date, amount: int, unit: Unit) -> date:
    """The day so many units on."""
    match unit:
        case "hour":
            return day + timedelta(days=int(amount / 24))
        case "day":
            return day + timedelta(days=amount)
        case "week":
            return day + timedelta(weeks=amount)
        case "month":
            return add_months(day, amount)
        case "year":
            return add_months(day, amount * 12)
        case "decade":
            return add_months(day, amount * 120)


def unit_around(day: date, unit: Unit) -> tuple[date, date]:
    """First and last day of the week, month or year that a day lies in."""
    match unit:
        case "hour" | "day":
            return day, day
        case "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6)
        case "month":
            return dates(day.year, day.month, None)
        case "year":
            return dates(day.year, None, None)
        case "decade":
            first = day.year - day.year % 10
            return date(first, 1, 1), date(first + 9, 12, 31)


def third_of(first: date, last: date, third: Third) -> tuple[date, date]:
    """A third of the week, month or longer time from `first` to `last`."""
    length = (last - first).days + 1
    if third == "weekend" or length == 7:
        begin, finish = {"early": (0, 1), "middle": (2, 3), "late": (5, 6), "weekend": (5, 6)}[third]
        return first + timedelta(days=begin), first + timedelta(days=finish)
    place = ("early", "middle", "late").index(third)
    if length <= 31:
        begin_day = first + timedelta(days=10 * place)
        return begin_day, last if third == "late" else begin_day + timedelta(days=9)
    span = round(length / 365.25 * 4)
    begin_day = add_months(first, span * place)
    return begin_day, last if third == "late" else add_months(first, span * (place + 1)) - timedelta(days=1)


def half_of(first: date, last: date, third: Third) -> tuple[date, date]:
    """The first or the second half of the time from `first` to `last`, its middle half, or its weekend."""
    length = (last - first).days + 1
    if third == "weekend":
        return third_of(first, last, third)
    if length > 31:
        span = round(length / 365.25 * 12)
        begin, finish = {
            "early": (0, span // 2),
            "middle": (span // 4, span - span // 4),
            "late": (span // 2, span),
        }[third]
        return add_months(first, begin), add_months(first, finish) - timedelta(days=1)
    half = 3 if length == 7 else 15
    begin, finish = {"early": (0, half), "middle": (half // 2, half // 2 + half + 1), "late": (half, length)}[
        third
    ]
    return first + timedelta(days=begin), first + timedelta(days=finish - 1)


def nth_weekday(first: date, last: date, weekday: int, number: int) -> date:
    """The `number`-th such weekday from `first` to `last`, -1 the last; raises `ValueError` where there is none."""
    if number < 0:
        day = last - timedelta(days=(last.weekday() - weekday) % 7) + timedelta(weeks=number + 1)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7) + timedelta(weeks=number - 1)
    if not first <= day <= last:
        raise ValueError(f"no such weekday: {number}")
    return day


def nth_week(first: date, last: date, number: int) -> tuple[date, date]:
    """The `number`-th week whose Thursday is from `first` to `last`."""
    monday = nth_weekday(first, last, 3, number) - timedelta(days=3)
    return monday, monday + timedelta(days=6)


def hijri_of(day: date) -> str:
    """The Umm al-Qura date of a day, as year, month and day."""
    return Gregorian(day.year, day.month, day.day).to_hijri().isoformat()


def dates(year: int, month: int | None, day: int | None, system: System = "gregorian") -> tuple[date, date]:
    """First and last day of a year, month or day; raises `ValueError` where there is none."""
    if system == "hijri":
        return _hijri_dates(year, month, day)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, months.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _hijri_dates(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    first = Hijri(year, month or 1, day or 1)
    last = first if day else Hijri(year, month or 12, 1)
    begin = date.fromisoformat(first.to_gregorian().isoformat())
    finish = date.fromisoformat(last.to_gregorian().isoformat())
    return begin, finish if day else finish + timedelta(days=last.month_length() - 1)
