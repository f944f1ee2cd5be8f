from __future__ import annotations

from tests.chronicle.made import account, narrator, source, told

from riwayat.exports.figures import Figures, killed_in
from riwayat.model import Account


def _says(
    report: str, low: int | None, high: int | None, *, who: str | None, day: str = "2021-06-13"
) -> Account:
    chain = (narrator("person", who),) if who else ()
    return account(
        source(report, report, day=day), told(*chain, outlet=report, figures=(("killed", low, high),))
    )


def test_best_is_what_most_origins_say() -> None:
    accounts = [
        _says("a", 3, 3, who="Ali Hasan"),
        _says("b", 3, 3, who="Budi Santoso"),
        _says("c", 9, 9, who="Carla Mendez", day="2021-06-15"),
    ]
    assert killed_in(accounts, []) == Figures(3, 3, 9)


def test_of_figures_said_equally_often_the_last_is_best() -> None:
    accounts = [_says("a", 3, 3, who="Ali Hasan"), _says("b", 5, 5, who="Budi Santoso", day="2021-06-14")]
    assert killed_in(accounts, []) == Figures(3, 5, 5)


def test_an_origin_counts_once_with_its_last_word() -> None:
    accounts = [
        _says("a", 3, 3, who="Ali Hasan"),
        _says("b", 3, 3, who="Ali Hasan"),
        _says("c", 7, 7, who="Ali Hasan", day="2021-06-14"),
    ]
    assert killed_in(accounts, []) == Figures(7, 7, 7)


def test_open_and_vague_numbers() -> None:
    assert killed_in([_says("a", 3, None, who="Ali Hasan")], []) == Figures(3, 3, 3)
    assert killed_in([_says("a", 20, 99, who="Ali Hasan")], []) == Figures(20, 20, 99)
    assert killed_in([_says("a", None, None, who="Ali Hasan")], []) is None


def test_reports_without_an_origin_count_only_where_no_origin_gives_a_number() -> None:
    untraced = _says("b", 50, 50, who=None)
    assert killed_in([untraced], []) == Figures(50, 50, 50)
    assert killed_in([untraced, _says("a", 3, 3, who="Ali Hasan")], []) == Figures(3, 3, 3)
