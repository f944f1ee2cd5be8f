from __future__ import annotations

from collections.abc import Iterator

import pytest
from prov.constants import PROV_TYPE
from prov.model import ProvBundle, ProvDerivation, ProvDocument, ProvEntity, ProvRecord
from tests.exports.made import CLASH, FIRST, SECOND, exported


@pytest.fixture(scope="module")
def document() -> ProvDocument:
    return ProvDocument.deserialize(content=exported("prov").decode(), format="json")


@pytest.fixture(scope="module")
def clash(document: ProvDocument) -> ProvBundle:
    return next(b for b in document.bundles if str(b.identifier).startswith("riwayat:hassault"))


def _values(record: ProvRecord, name: str) -> list[str]:
    return [str(value) for key, value in record.attributes if str(key) == name]


def _derivations(bundle: ProvBundle) -> Iterator[tuple[str, str, set[str]]]:
    for record in bundle.get_records(ProvDerivation):
        later, earlier = (str(value) for _, value in record.formal_attributes[:2])
        yield later, earlier, {str(value) for value in record.get_attribute(PROV_TYPE)}


def test_prov_reads_a_bundle_for_each_happening(document: ProvDocument) -> None:
    assert len(list(document.bundles)) == 3
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert again == document


def test_everything_that_is_related_is_described(document: ProvDocument) -> None:
    for bundle in document.bundles:
        described = {str(record.identifier) for record in bundle.records if record.is_element()}
        for record in bundle.records:
            if record.is_relation():
                assert {str(value) for _, value in record.formal_attributes if value} <= described


def test_what_a_report_says_is_quoted_from_it(clash: ProvBundle) -> None:
    statements = [
        str(record.identifier)
        for record in clash.get_records(ProvEntity)
        if "riwayat:Statement" in _values(record, "prov:type")
    ]
    assert len(statements) == 4
    quoted = {
        later
        for later, earlier, kinds in _derivations(clash)
        if "prov:Quotation" in kinds and "report-" in earlier
    }
    assert quoted == set(statements)


def test_a_chain_leads_link_by_link_to_its_primary_source(clash: ProvBundle) -> None:
    steps = {later: (earlier, kinds) for later, earlier, kinds in _derivations(clash) if "word-" in earlier}
    (through,) = [later for later in steps if "word-" in later]  # by an agency from a medic
    statement = next(later for later, (earlier, _) in steps.items() if earlier == through)
    assert "statement-" in statement
    assert steps[statement][1] == set()
    assert steps[through][1] == {"prov:PrimarySource"}


def test_words_in_quotation_marks_are_quoted_from_their_speaker(clash: ProvBundle) -> None:
    start = CLASH.index('"Tiga')
    (kinds,) = [
        kinds for later, earlier, kinds in _derivations(clash) if f"-{start}-" in later and "word-" in earlier
    ]
    assert kinds == {"prov:Quotation", "prov:PrimarySource"}


def test_a_spokesman_acts_on_behalf_of_his_body(clash: ProvBundle) -> None:
    agents = {str(record.identifier): _values(record, "prov:label") for record in clash.records}
    (behalf,) = [record for record in clash.records if record.get_type().localpart == "Delegation"]
    spokesman, body = (str(value) for _, value in behalf.formal_attributes[:2])
    assert (agents[spokesman], agents[body]) == (["Yasir al-Darwisy"], ["Liwa al-Rabwah"])


def test_a_translated_report_is_derived_from_the_first(clash: ProvBundle) -> None:
    later, earlier = (f"riwayat:report-{source.id.removeprefix('sha256:')}" for source in (SECOND, FIRST))
    (copy,) = [
        record
        for record in clash.get_records(ProvDerivation)
        if [str(value) for _, value in record.formal_attributes[:2]] == [later, earlier]
    ]
    assert _values(copy, "riwayat:how") == ["translation"]
    assert _values(copy, "riwayat:credited") == ["False"]
    assert _values(copy, "prov:type") == []
