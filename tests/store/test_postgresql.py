"""The same store in PostgreSQL: a real server, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.conftest import Clock
from tests.store.dump import dump
from tests.store.told import CLASH, CLASH_TOO, TALKS, add, write

from riwayat.examples import pages
from riwayat.store import models, removal, search
from riwayat.store.deriving import derive
from riwayat.store.queries import Wanted, happenings
from riwayat.store.setup import open_store


def test_the_store_holds_the_same_as_in_sqlite(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    sources = [
        *map(str, pages()),
        *write(tmp_path, clash=CLASH, too=CLASH_TOO, talks=TALKS, empty="", again=CLASH),
    ]
    found = []
    for name, address in (("sqlite", None), ("postgresql", postgresql)):
        monkeypatch.setenv("RIWAYAT_HOME", str(tmp_path / name))
        if address:
            monkeypatch.setenv("RIWAYAT_DATABASE", address)
        open_store()
        assert add(*sources, clock=clock).added == len(sources) - 2
        add(*sources, clock=clock)
        tables = dump()
        assert len(tables.pop("words")) == len(sources) - 2
        told = [h.id for h in happenings(Wanted(place="Kafr Laimun"))]
        words = set(search.matching('"kafr laimun" TEWAS'))
        found.append((tables, told, words))
    assert found[0][1] and found[0][2]
    assert found[0] == found[1]
    report = models.Report.objects.order_by("id")[6]
    removal.remove(report.key, because="asked", now=clock())
    derive()
    assert not models.Report.objects.filter(pk=report.pk).exists()
    assert report.pk not in set(search.matching("kafr laimun"))
    from django.db import connections

    connections.close_all()
