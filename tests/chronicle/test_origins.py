from __future__ import annotations

from tests.chronicle.made import IDLIB, SARAQIB, account, narrator, source, told

from riwayat.chronicle.origins import origins
from riwayat.model import Account, Aligned, Copy, Party, Span

POLICE = narrator("official", "police")


def one(name: str, outlet: str, *chain: object, **more: object) -> Account:
    day = more.pop("day", "2019-05-27")
    return account(source(name, outlet, day=day), told(*chain, outlet=outlet, **more))  # type: ignore[arg-type]


def names(*accounts: Account, copies: tuple[Copy, ...] = ()) -> list[str]:
    return [origin.name for origin in origins(accounts, copies).origins]


def test_one_named_narrator_in_three_languages_is_one_origin() -> None:
    found = origins(
        [
            one("r1", "Kiblat", narrator("group", "Observatorium Suriah untuk Hak Asasi Manusia")),
            one("r2", "Enab", narrator("group", "المرصد السوري لحقوق الإنسان")),
            one("r3", "Post", narrator("group", "Syrian Observatory for Human Rights")),
        ],
        [],
    )
    assert len(found.origins) == 1
    assert found.origins[0].reports == ("r1", "r2", "r3")
    assert {fold.reason for fold in found.origins[0].folded} == {"same narrator"}


def test_two_named_narrators_are_two_origins() -> None:
    assert len(names(one("r1", "A", POLICE), one("r2", "B", narrator("group", "Red Crescent")))) == 2


def test_a_spokesman_and_the_body_he_speaks_for_are_one_origin() -> None:
    spokesman = narrator("person", "Hulusi Akar", body=Party("Turkish Defence Ministry", "group"))
    ministry = narrator("official", "Kementerian Pertahanan Turki")
    assert len(names(one("r1", "A", spokesman), one("r2", "B", ministry))) == 1


def test_a_body_called_by_less_is_the_only_one_it_may_be() -> None:
    less, more = (
        narrator("official", "Defence Ministry"),
        narrator("official", "Kementerian Pertahanan Turki"),
    )
    assert len(names(one("r1", "A", less), one("r2", "B", more))) == 1
    rival = narrator("official", "Syrian Defence Ministry")
    assert len(names(one("r1", "A", less), one("r2", "B", more), one("r3", "C", rival))) == 3


def test_unnamed_sources_that_spoke_to_one_outlet_in_one_place_are_one_origin() -> None:
    heard = narrator("anonymous", "a source in Idlib", place=IDLIB)
    arabi = narrator("outlet", "Arabi21", named=True)
    found = origins([one("r1", "Arabi21", heard), one("r2", "Kiblat", arabi, heard)], [])
    assert [origin.reports for origin in found.origins] == [("r1", "r2")]
    assert found.origins[0].folded[0].reason == "same unnamed source"


def test_unnamed_sources_that_spoke_to_two_outlets_are_two_origins() -> None:
    heard = narrator("anonymous", "a source in Idlib", place=IDLIB)
    assert len(names(one("r1", "A", heard), one("r2", "B", heard))) == 2


def test_unnamed_sources_of_one_outlet_in_two_towns_are_two_origins() -> None:
    report = source("r1", "A")
    here = told(narrator("anonymous", "a source", place=IDLIB), outlet="A")
    there = told(narrator("anonymous", "a source", place=SARAQIB), outlet="A", at=50)
    assert len(names(account(report, here, there))) == 2


def test_rewordings_without_a_source_are_untraced_and_add_nothing() -> None:
    accounts = [one("r0", "A", POLICE), *(one(f"r{n}", f"Site {n}") for n in range(1, 31))]
    found = origins(accounts, [])
    assert [origin.name for origin in found.origins] == ["police"]
    assert len(found.untraced) == 30


def test_an_unspecified_end_is_no_origin() -> None:
    found = origins([one("r1", "A", narrator("unspecified"))], [])
    assert (found.origins, found.untraced) == ((), ("r1",))


def test_a_report_that_cites_an_outlet_rests_on_that_outlets_origin() -> None:
    arabi = narrator("outlet", "Arabi21", named=True)
    found = origins([one("r1", "Arabi21", POLICE), one("r2", "Kiblat", arabi, day="2019-05-28")], [])
    assert [(origin.name, origin.reports) for origin in found.origins] == [("police", ("r1", "r2"))]
    assert found.untraced == ()


def test_two_outlets_that_cite_each_other_have_no_origin() -> None:
    a, b = narrator("outlet", "Radar", named=True), narrator("outlet", "Mekong", named=True)
    found = origins([one("r1", "Radar", b), one("r2", "Mekong", a)], [])
    assert found.origins == ()
    assert found.untraced == ("r1", "r2")


def test_an_agency_is_an_origin_where_another_cites_it_as_the_teller() -> None:
    agency = narrator("agency", "Reuters", named=True)
    assert names(one("r1", "A", agency)) == ["Reuters"]
    assert names(one("r1", "Reuters")) == []
    assert names(one("r1", "Reuters"), one("r2", "A", agency)) == ["Reuters"]


def test_an_outlet_that_saw_for_itself_is_an_origin() -> None:
    assert names(one("r1", "A", seen=True)) == ["A"]


def test_the_same_line_told_with_less_detail_is_one_origin() -> None:
    arabi = narrator("outlet", "Arabi21", named=True)
    heard = narrator("anonymous", "a source in Idlib")
    found = origins([one("r1", "A", arabi), one("r2", "B", arabi, heard)], [])
    assert [origin.name for origin in found.origins] == ["a source in Idlib"]
    assert found.origins[0].reports == ("r1", "r2")
    assert found.origins[0].folded[-1].reason == "same line"


def test_a_photo_shown_by_one_hand_is_one_origin_and_two_hands_show_two() -> None:
    photo, hand = narrator("photo", "a photo"), narrator("group", "Shahada")
    other = narrator("group", "White Helmets")
    assert len(names(one("r1", "A", hand, photo), one("r2", "B", hand, photo))) == 1
    assert len(names(one("r1", "A", hand, photo), one("r2", "B", other, photo))) == 2


def test_a_copied_sentence_is_the_line_of_the_report_it_repeats() -> None:
    first = one("r1", "A", POLICE)
    second = one("r2", "B", day="2019-05-28", sentence="Tiga orang tewas dalam serangan itu.")
    here, there = second.tellings[0].sentence, first.tellings[0].sentence
    copy = Copy("r2", "r1", "translation", False, 1.0, (Aligned(here, there, 0.9),))
    found = origins([first, second], [copy])
    assert [origin.reports for origin in found.origins] == [("r1", "r2")]
    assert found.origins[0].folded[0].reason == "copy"
    other = Copy("r2", "r1", "translation", False, 0.2, (Aligned(Span(90, 99, "elsewhere"), there, 0.9),))
    assert origins([first, second], [other]).untraced == ("r2",)


def test_a_ministry_and_its_agency_stay_two_origins_of_one_side() -> None:
    agency = narrator("agency", "SANA", named=True, known_as="sana")
    ministry = narrator("official", "Syrian Defence Ministry")
    found = origins([one("r1", "A", agency), one("r2", "B", ministry)], [])
    assert len(found.origins) == 2
    assert next(o for o in found.origins if o.name == "SANA").side is not None


def test_a_demand_is_told_by_whoever_makes_it() -> None:
    asked = [
        account(source("r1", "A"), told(narrator("group", "UNIFIL"), outlet="A"), type="REQUEST",
                actors=(Party("UNIFIL", "group"),)),
        account(source("r2", "B"), told(narrator("official", "peacekeepers"), outlet="B"), type="REQUEST",
                actors=(Party("peacekeepers", "group"),)),
    ]  # fmt: skip
    assert len(names(*asked)) == 1


def test_the_order_of_the_accounts_does_not_matter() -> None:
    accounts = [
        one("r1", "Arabi21", narrator("anonymous", "a source")),
        one("r2", "Kiblat", narrator("outlet", "Arabi21", named=True), day="2019-05-28"),
        one("r3", "Post", POLICE),
    ]
    assert origins(accounts, []) == origins(reversed(accounts), [])
