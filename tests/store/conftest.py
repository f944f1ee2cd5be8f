"""A store of the test's own, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.postgresql import postgresql

from riwayat.store.setup import make_ready, open_store

__all__ = ["Clock", "clock", "postgresql", "store"]

make_ready()  # the modules of the store that tests import want it


@pytest.fixture
def store(own_home: Path) -> Iterator[Path]:
    """An empty store; its folder."""
    open_store()
    yield own_home
    from django.db import connections

    connections.close_all()


class Clock:
    """A clock that a test sets; UTC, in whole seconds."""

    def __init__(self) -> None:
        self.now = datetime(2021, 6, 20, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()
