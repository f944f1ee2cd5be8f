"""A store that commands tell of, filled once and only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from tests.cli.told import REPORTS

from riwayat.cli.app import run
from riwayat.store.setup import make_ready


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("told")
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    home = folder / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RIWAYAT_HOME", str(home))
        assert run(["add", "--jobs", "1", *(str(folder / f"{name}.txt") for name in REPORTS)]) == 0
        _close()
    return home


@pytest.fixture
def filled(_filled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The home of a store with the reports of `tests.cli.told`."""
    monkeypatch.setenv("RIWAYAT_HOME", str(_filled))
    yield _filled
    _close()


@pytest.fixture
def empty(own_home: Path) -> Iterator[Path]:
    """The home of a store without any report."""
    yield own_home
    _close()


def _close() -> None:
    make_ready()
    connections.close_all()
