from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from riwayat import model, told
from riwayat.told.contract import FORMS, Form, schema, to_json

HERE = model.Span(0, 11, "tiga tewas")
SOURCE = model.Source(
    id="sha256:1",
    outlet=model.Outlet("Kabar Lembah", "kabar.example"),
    title="Bentrok",
    language="id",
    published=model.Time("2021-06-13T06:42", "2021-06-13T06:42", "hour"),
    known_from="2021-06-13",
    file="a.txt",
)
HAPPENING = model.Happening(
    id="h0123456789ab",
    type="ASSAULT",
    what="Tiga orang tewas dalam bentrokan.",
    time=model.Time("2021-06-12T18:00", "2021-06-13T06:00", "night", "Sabtu malam"),
    place="Kafr Laimun",
    actors=("Liwa al-Rabwah",),
    recipients=("Katibah Zaitun",),
    reports=(
        SOURCE,
        replace(SOURCE, id="sha256:2", outlet=model.Outlet(None, "orontes.example"), published=None),
    ),
    origins=(
        model.Origin(
            "Yasir", "person", ("sha256:1",), (model.Fold("copy", "verbatim: …", ("sha256:1", "sha256:2")),)
        ),
        model.Origin("seorang petugas medis", "anonymous", ("sha256:2",), ()),
    ),
    untraced=(),
    independent_origins=2,
    disputes=(
        model.Dispute(
            "killed",
            (
                model.Side("3", ("Yasir",), (("sha256:1", HERE),)),
                model.Side("5", ("seorang petugas medis",), ()),
            ),
        ),
    ),
    where=model.Where("Kafr Laimun", model.PlaceRef(None, 35.9, 36.4, "SY", "village")),
)
COPY = model.Copy("sha256:2", "sha256:1", "verbatim", True, 0.5, (model.Aligned(HERE, HERE, 1.0),))


def _told() -> dict[str, Any]:
    decoded: dict[str, Any] = json.loads(to_json(told.happening(HAPPENING)))
    return decoded


def test_a_happening_has_the_agreed_names() -> None:
    one = _told()
    assert one["time"] == {"start": "2021-06-12T18:00", "end": "2021-06-13T06:00", "granularity": "night"}
    assert (one["actors"], one["recipients"]) == (["Liwa al-Rabwah"], ["Katibah Zaitun"])
    assert one["independent_origins"] == 2
    assert one["origins"][0]["folded"][0]["reason"] == "copy"
    assert one["disputes"][0]["sides"][1] == {
        "value": "5",
        "origins": ["seorang petugas medis"],
        "quotes": [],
    }
    assert one["disputes"][0]["sides"][0]["quotes"] == [
        {"report": "sha256:1", "start": 0, "end": 11, "text": "tiga tewas"}
    ]


def test_a_report_is_told_by_the_name_of_its_outlet_and_the_day() -> None:
    first, second = _told()["reports"]
    assert (first["outlet"], first["published"], first["file"]) == ("Kabar Lembah", "2021-06-13", "a.txt")
    assert (second["outlet"], second["published"]) == ("orontes.example", None)


def test_a_month_of_publication_is_no_day() -> None:
    monthly = replace(SOURCE, published=model.Time("2021-06-01", "2021-06-30", "month"))
    value = replace(HAPPENING, reports=(monthly,))
    assert told.happening(value).reports[0].published is None


def test_private_people_are_masked_on_request() -> None:
    mask = told.Mask([told.Names(frozenset({"Yasir"}), frozenset(), frozenset(), frozenset())])
    masked = told.happening(HAPPENING, mask)
    assert masked.origins[0].name == masked.disputes[0].sides[0].origins[0] == told.MASK


@pytest.mark.parametrize("form", FORMS)
def test_what_is_told_holds_against_its_schema(form: Form) -> None:
    value = told.happening(HAPPENING) if form == "happening" else COPY
    jsonschema.Draft202012Validator.check_schema(schema(form))
    jsonschema.validate(json.loads(to_json(value)), schema(form), jsonschema.Draft202012Validator)


@pytest.mark.parametrize("form", FORMS)
def test_the_schema_describes_every_field(form: Form) -> None:
    published = schema(form)
    objects = [published, *(d for d in published["$defs"].values() if d["type"] == "object")]
    assert [
        name for one in objects for name, field in one["properties"].items() if not field.get("description")
    ] == []


def test_the_schema_refuses_an_outlet_that_is_no_name() -> None:
    one = _told()
    one["reports"][0]["outlet"] = {"name": "Kabar Lembah"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(one, schema("happening"))
