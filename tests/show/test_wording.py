from __future__ import annotations

import pytest

from riwayat.model import Link, Quantity, Time
from riwayat.show.wording import count, figure, narrator, when


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (Time("2019-05-27", "2019-05-27", "day"), "Mon 27 May 2019"),
        (Time("2019-05-26T18:00", "2019-05-27T06:00", "night"), "night of Sun 26 May 2019"),
        (Time("2019-05-27T00:00", "2019-05-27T05:00", "part_of_day"), "Mon 27 May 2019, 00:00–05:00"),
        (Time("2019-05-27T14:30", "2019-05-27T14:30", "hour"), "Mon 27 May 2019, 14:30"),
        (Time("2019-05-20", "2019-05-26", "week"), "20–26 May 2019"),
        (Time("2019-04-29", "2019-05-05", "week"), "29 Apr – 5 May 2019"),
        (Time("2018-12-31", "2019-01-06", "week"), "31 Dec 2018 – 6 Jan 2019"),
        (Time("2019-05-01", "2019-05-31", "month"), "May 2019"),
        (Time("2019-01-01", "2019-12-31", "year"), "2019"),
        (Time(None, None, "unspecified", "baru-baru ini"), ""),
        (Time(None, "2019-05-27", "range"), "until Mon 27 May 2019"),
        (Time("2019-05-27", None, "range"), "from Mon 27 May 2019"),
        (None, ""),
    ],
)
def test_times_read_as_a_person_says_them(time: Time | None, said: str) -> None:
    assert when(time) == said


@pytest.mark.parametrize(
    ("low", "high", "of", "said"),
    [
        (3, 3, None, "3 killed"),
        (3, None, None, "at least 3 killed"),
        (None, 3, None, "at most 3 killed"),
        (20, 99, None, "20–99 killed"),
        (None, None, None, "some killed"),
        (2, 2, "warga sipil", "2 killed (warga sipil)"),
    ],
)
def test_figures_are_as_exact_as_they_were_told(
    low: int | None, high: int | None, of: str | None, said: str
) -> None:
    assert figure(Quantity("killed", low, high, of, 0, 1, "x")) == said


def test_narrators_without_a_name_are_called_what_they_are() -> None:
    assert narrator(Link("unspecified", None)) == "nobody named"
    assert narrator(Link("anonymous", None)) == "an unnamed source"
    assert narrator(Link("photo", None)) == "a photo"
    assert narrator(Link("person", "Laila")) == "Laila"


def test_one_is_singular() -> None:
    assert (count(0, "origin"), count(1, "origin"), count(2, "origin")) == (
        "0 origins",
        "1 origin",
        "2 origins",
    )
