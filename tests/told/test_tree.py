from __future__ import annotations

from riwayat import model
from riwayat.told.tellings import Link, Repeated, Telling
from riwayat.told.tree import Branch, leaves_of, tree


def _source(name: str, *cites: str) -> model.Source:
    return model.Source(name, model.Outlet(name), None, "id", None, "2021-06-13", cites=cites)


def _telling(report: str, *chain: tuple[model.NarratorKind, str], repeats: Repeated | None = None) -> Telling:
    links = tuple(Link(kind, name, None, None) for kind, name in (("outlet", report), *chain))
    return Telling(report, f"{report}/1", 0, model.Span(0, 1, "x"), "asserted", (), links, repeats)


def _drawn(branches: list[Branch]) -> list[object]:
    return [
        (branch.link.name, [leaf.source.id for leaf in branch.leaves], _drawn(branch.branches))
        for branch in branches
    ]


def test_who_cites_an_outlet_lies_below_it() -> None:
    told = [
        _telling("Qamar", ("person", "Yasir")),
        _telling("Mimbar", ("outlet", "Qamar"), ("person", "Yasir")),
        _telling("Lensa", ("outlet", "Jauh"), ("person", "Yasir")),
    ]
    sources = {name: _source(name) for name in ("Qamar", "Mimbar", "Lensa")}
    assert _drawn(tree("Yasir", told, sources)) == [
        ("Qamar", ["Qamar"], [("Mimbar", ["Mimbar"], [])]),
        ("Jauh", [], [("Lensa", ["Lensa"], [])]),
    ]


def test_a_report_that_names_its_source_in_the_foot_lies_below_it_too() -> None:
    told = [_telling("Qamar", ("person", "Yasir")), _telling("Mimbar")]
    sources = {"Qamar": _source("Qamar"), "Mimbar": _source("Mimbar", "QAMAR")}
    assert _drawn(tree("Yasir", told, sources)) == [("Qamar", ["Qamar"], [("Mimbar", ["Mimbar"], [])])]


def test_an_agency_that_is_the_origin_is_no_outlet_on_the_way() -> None:
    told = [_telling("Mimbar", ("agency", "Qamar"))]
    assert _drawn(tree("Qamar", told, {"Mimbar": _source("Mimbar")})) == [("Mimbar", ["Mimbar"], [])]


def test_copies_lie_under_what_they_repeat_and_copies_of_these_under_them() -> None:
    told = [
        _telling("Qamar", ("person", "Yasir")),
        _telling("Mimbar", ("person", "Yasir"), repeats=Repeated("Qamar", "verbatim", False)),
        _telling("Lensa", ("person", "Yasir"), repeats=Repeated("Mimbar", "translation", True)),
    ]
    (leaf,) = leaves_of(told, {name: _source(name) for name in ("Qamar", "Mimbar", "Lensa")}).values()
    (copy,) = leaf.copies
    assert (leaf.source.id, copy.source.id) == ("Qamar", "Mimbar")
    assert [further.source.id for further in copy.copies] == ["Lensa"]


def test_a_report_that_has_words_of_its_own_beside_the_copied_ones_stands_for_itself() -> None:
    told = [
        _telling("Qamar", ("person", "Yasir")),
        _telling("Mimbar", ("person", "Yasir"), repeats=Repeated("Qamar", "verbatim", False)),
        _telling("Mimbar", ("person", "Yasir")),
    ]
    assert set(leaves_of(told, {name: _source(name) for name in ("Qamar", "Mimbar")})) == {"Qamar", "Mimbar"}
