from __future__ import annotations

from riwayat.model import Link, Reading, Statement
from riwayat.show.chains import is_origin, origins, runs, tree, untraced


def _statement(id_: str, *chain: Link) -> Statement:
    return Statement(id_, 0, 1, "x", chain)


OUTLET = Link("outlet", "KABAR LEMBAH")
MEDIC = Link("anonymous", "seorang petugas medis")
MEDIC_AGAIN = Link("anonymous", "Seorang petugas medis")


def test_a_chain_that_ends_at_an_outlet_or_at_nobody_has_no_origin() -> None:
    assert not is_origin([OUTLET])
    assert not is_origin([OUTLET, Link("unspecified", None)])
    assert is_origin([OUTLET, MEDIC])


def test_origins_are_counted_once_and_in_order(sample_reading: Reading) -> None:
    assert [o.name for o in origins(sample_reading)] == ["seorang sumber", "Yasir al-Darwisy"]


def test_what_ends_nowhere_is_untraced(sample_reading: Reading) -> None:
    assert [s.id for s in untraced(sample_reading)] == ["s1", "s4"]


def test_consecutive_statements_of_one_chain_make_a_run() -> None:
    told = [
        _statement("s1", OUTLET, MEDIC),
        _statement("s2", OUTLET, MEDIC_AGAIN),
        _statement("s3", OUTLET),
        _statement("s4", OUTLET, MEDIC),
    ]
    assert [[s.id for s in run] for run in runs(told)] == [["s1", "s2"], ["s3"], ["s4"]]


def test_all_chains_make_one_tree_from_the_outlet_down() -> None:
    (root,) = tree(
        [_statement("s1", OUTLET, MEDIC), _statement("s2", OUTLET), _statement("s3", OUTLET, MEDIC)]
    )
    assert [s.id for s in root.statements] == ["s2"]
    assert [[s.id for s in child.statements] for child in root.children] == [["s1", "s3"]]


def test_a_report_without_statements_has_no_tree() -> None:
    assert tree([]) == []
