from __future__ import annotations

from dataclasses import replace

from tests.chronicle.made import IDLIB, SARAQIB, SYRIA, account, narrator, source, told

from riwayat.chronicle.disputes import Disputed, disputes
from riwayat.chronicle.origins import origins
from riwayat.model import Account, EventType, Party, Quantity, Where

POLICE, MEDICS, ARMY = (
    narrator("official", "police"),
    narrator("group", "Red Crescent"),
    narrator("group", "SDF"),
)


def disputed(*accounts: Account, type: EventType = "ASSAULT") -> Disputed:
    return disputes(type, origins(accounts, []))


def toll(name: str, who: object, low: int | None, high: int | None, day: str = "2019-05-27") -> Account:
    telling = told(who, outlet=name, figures=(("killed", low, high),))  # type: ignore[arg-type]
    return account(source(name, name, day=day), telling)


def sides(found: Disputed) -> dict[str, dict[str, tuple[str, ...]]]:
    return {d.about: {side.value: side.origins for side in d.sides} for d in found.disputes}


def test_two_tolls_of_two_origins_are_a_dispute_with_its_words() -> None:
    found = disputed(toll("r1", POLICE, 3, 3), toll("r2", MEDICS, 11, 11))
    assert sides(found) == {"killed": {"3": ("police",), "11": ("Red Crescent",)}}
    assert [quote[0] for side in found.disputes[0].sides for quote in side.quotes] == ["r1", "r2"]


def test_a_figure_of_some_is_one_of_all_only_where_the_report_gives_no_other() -> None:
    some, whole = toll("r1", POLICE, 2, 2), toll("r1", MEDICS, 11, 11)
    [quantity] = some.tellings[0].quantities
    medics = replace(some.tellings[0], quantities=(replace(quantity, of="medics"),))
    both = replace(some, tellings=(medics, whole.tellings[0]))
    assert disputed(both).disputes == ()
    alone = replace(some, tellings=(medics,))
    assert disputed(alone, toll("r2", MEDICS, 11, 11)).disputes != ()


def test_an_open_figure_does_not_contradict_a_higher_one() -> None:
    assert disputed(toll("r1", POLICE, 3, None), toll("r2", MEDICS, 11, 11)).disputes == ()
    assert disputed(toll("r1", POLICE, 12, None), toll("r2", MEDICS, 11, 11)).disputes != ()


def test_a_toll_that_its_own_origin_raises_is_no_dispute() -> None:
    found = disputed(toll("r1", POLICE, 3, 3), toll("r2", POLICE, 5, 5, day="2019-05-28"))
    assert found.disputes == ()
    assert [(c.about, c.before, c.after, c.report) for c in found.corrections] == [("killed", "3", "5", "r2")]


def test_a_denial_by_another_disputes_whether_it_took_place() -> None:
    yes = account(source("r1", "A"), told(POLICE, outlet="A"))
    no = account(source("r2", "B"), told(ARMY, outlet="B", modality="denied"))
    assert sides(disputed(yes, no)) == {"whether": {"yes": ("police",), "no": ("SDF",)}}


def test_a_withdrawal_by_the_same_origin_is_no_dispute() -> None:
    yes = account(source("r1", "A"), told(POLICE, outlet="A"))
    no = account(source("r2", "A", day="2019-05-28"), told(POLICE, outlet="A", modality="denied"))
    found = disputed(yes, no)
    assert found.disputes == ()
    assert [(c.about, c.before, c.after) for c in found.corrections] == [("whether", "yes", "no")]


def test_who_says_both_at_once_and_later_one_of_them_again_corrects_nothing() -> None:
    both = account(
        source("r1", "r1"),
        told(POLICE, outlet="r1"),
        told(POLICE, outlet="r1", sentence="He denied the strike.", at=50, modality="denied"),
    )
    later = account(source("r2", "r2", day="2019-05-28"), told(POLICE, outlet="r2", modality="denied"))
    assert disputed(both, later).corrections == ()


def test_two_doers_are_a_dispute_unless_the_deed_is_mutual() -> None:
    def by(name: str, who: object, doer: str, type: EventType) -> Account:
        telling = told(who, outlet=name)  # type: ignore[arg-type]
        return account(source(name, name), telling, type=type, actors=(Party(doer, "group", doer.lower()),))

    for type, about in (("ASSAULT", ["who"]), ("CONSULT", [])):
        found = disputed(by("r1", POLICE, "Hamas", type), by("r2", MEDICS, "Fatah", type), type=type)  # type: ignore[arg-type]
        assert [d.about for d in found.disputes] == about


def test_two_towns_are_a_dispute_and_a_country_around_a_town_is_none() -> None:
    def at(name: str, who: object, place: Where) -> Account:
        telling = told(who, outlet=name, sentence=f"Three people were killed in {place.name}.")  # type: ignore[arg-type]
        return account(source(name, name), telling, place=place)

    assert sides(disputed(at("r1", POLICE, IDLIB), at("r2", MEDICS, SARAQIB))) == {
        "place": {"Idlib": ("police",), "سراقب": ("Red Crescent",)}
    }
    assert disputed(at("r1", POLICE, IDLIB), at("r2", MEDICS, SYRIA)).disputes == ()


def test_soldiers_and_fighters_killed_are_two_figures_and_neither_may_be_more_than_all() -> None:
    def of(name: str, who: object, whom: str, dead: int) -> Account:
        telling = told(who, outlet=name)  # type: ignore[arg-type]
        figure = Quantity("killed", dead, dead, whom, 0, 5, "Three")
        return account(source(name, name), replace(telling, quantities=(figure,)))

    assert disputed(of("r1", POLICE, "soldiers", 3), of("r2", MEDICS, "rebels", 5)).disputes == ()
    assert disputed(of("r1", POLICE, "soldiers", 3), of("r2", MEDICS, "people", 5)).disputes == ()
    assert sides(disputed(of("r1", POLICE, "soldiers", 5), of("r2", MEDICS, "people", 3))) == {
        "killed": {"5": ("police",), "3": ("Red Crescent",)}
    }


def test_untraced_reports_dispute_nothing() -> None:
    nobody = account(source("r2", "B"), told(outlet="B", figures=(("killed", 11, 11),)))
    assert disputed(toll("r1", POLICE, 3, 3), nobody).disputes == ()
