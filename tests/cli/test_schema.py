from __future__ import annotations

import json

import pytest

from riwayat import contract
from riwayat.cli.app import run
from riwayat.told.contract import schema


def test_it_prints_the_schema_of_a_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == contract.schema()


def test_it_prints_the_schemas_of_the_chronicle(capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("happening", "copy"):
        assert run(["schema", form]) == 0
        assert json.loads(capsys.readouterr().out) == schema(form)  # type: ignore[arg-type]


def test_it_knows_no_other_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "rumour"]) == 2
    assert "rumour" in capsys.readouterr().err
