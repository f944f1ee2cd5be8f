from __future__ import annotations

import json

import pytest

from riwayat.cli.app import run
from riwayat.contract import schema


def test_it_prints_the_schema_of_a_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()
