"""Read back as RDF by rdflib.

The standard's context lies on the web; `CONTEXT` says, for the terms that we use, what it says: the IRIs of the Web
Annotation Vocabulary.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from tests.exports.made import CLASH, FIRST, PRIVATE, READINGS, exported

from riwayat.exports.quotes import quoted
from riwayat.model import Span

# rdflib's own reader of JSON-LD uses it, from 7.6 on with a warning
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
CONTEXT: dict[str, Any] = {
    "oa": str(OA),
    "as": str(AS),
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": str(RDF),
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in (
            "Annotation",
            "SpecificResource",
            "TextualBody",
            "TextPositionSelector",
            "TextQuoteSelector",
        )
    },
    "AnnotationPage": "as:OrderedCollectionPage",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    **{name: f"oa:{name}" for name in ("classifying", "describing", "linking")},
    "value": "rdf:value",
    "format": "dc:format",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
}


def _page(*, unmask: bool = False) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(exported("annotations", unmask=unmask))
    return page


def _graph() -> Graph:
    page = {**_page(), "@context": CONTEXT}
    return Graph().parse(data=json.dumps(page), format="json-ld")


def test_rdflib_finds_annotations_with_bodies_and_targets() -> None:
    graph = _graph()
    annotations = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(annotations) == 6
    for annotation in annotations:
        assert isinstance(annotation, URIRef)
        assert graph.value(annotation, OA.motivatedBy) == OA.classifying
        assert len(set(graph.objects(annotation, OA.hasBody))) == 3
        assert graph.value(annotation, OA.hasTarget) is not None


def test_every_key_is_a_term_of_the_standard() -> None:
    def keys(value: Any) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(keys, value))
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set()

    assert keys(_page()) - {"@context"} <= set(CONTEXT)
    assert _page()["@context"] == "http://www.w3.org/ns/anno.jsonld"


def test_a_page_is_searched_for_the_words_and_only_the_kept_text_is_counted() -> None:
    graph = _graph()
    on_page = set(graph.subjects(OA.hasSource, URIRef("https://kabar.example/1")))
    kept = set(graph.subjects(OA.hasSource, URIRef(f"urn:riwayat:report:{FIRST.id}")))
    assert len(on_page) == len(kept) == 3

    def selectors(targets: set[Any]) -> set[Any]:
        return {graph.value(s, RDF.type) for target in targets for s in graph.objects(target, OA.hasSelector)}

    assert selectors(on_page) == {OA.TextQuoteSelector}
    assert selectors(kept) == {OA.TextQuoteSelector, OA.TextPositionSelector}


@pytest.mark.parametrize("unmask", [False, True])
def test_quotes_stand_in_the_text_as_they_are(unmask: bool) -> None:
    for item in _page(unmask=unmask)["items"]:
        target = item["target"][-1]
        text = READINGS[target["source"].removeprefix("urn:riwayat:report:")].report.text
        words, position = target["selector"]
        assert text[position["start"] : position["end"]] == words["exact"]
        assert words["prefix"] + words["exact"] + words["suffix"] in text


def test_a_quote_is_cut_short_at_a_private_name() -> None:
    exact = [item["target"][-1]["selector"][0]["exact"] for item in _page()["items"]]
    assert ", tertembak ketika Liwa al-Rabwah menyerang rumahnya." in exact
    assert not any(PRIVATE in words for words in exact)


def test_a_word_that_must_not_be_shown_is_not_quoted() -> None:
    name = CLASH.index(PRIVATE)
    word = Span(name, name + 4, "Siti")
    assert quoted(CLASH, Span(0, len(CLASH), CLASH), word, [(name, name + len(PRIVATE))]) is None


def test_a_quote_starts_and_ends_with_a_letter_or_sign() -> None:
    found = quoted("a  b c", Span(0, 6, "a  b c"), Span(3, 4, "b"), [(0, 1)])
    assert found is not None
    assert (found.exact, found.prefix, found.suffix) == ("b c", "  ", "")


def test_types_and_chains_are_told_of_the_words() -> None:
    graph = _graph()
    values = set(graph.objects(None, RDF.value))
    assert Literal("ASSAULT asserted") in values
    assert Literal("Orontes Daily < Reuters < a medic") in values
