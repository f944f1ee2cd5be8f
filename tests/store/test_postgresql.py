"""The same store in PostgreSQL: a real server, in a folder of its own."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
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

_DEBIAN = Path("/usr/lib/postgresql")


def _program(name: str) -> str | None:
    found = sorted(_DEBIAN.glob(f"*/bin/{name}"))
    return str(found[-1]) if found else shutil.which(name)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a database on a server that listens to nothing but a socket in its folder."""
    initdb, control = _program("initdb"), _program("pg_ctl")
    if not initdb or not control:
        pytest.skip("PostgreSQL is not installed")
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    user = getpass.getuser()
    as_user: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        try:
            owner = pwd.getpwnam("postgres")
        except KeyError:
            pytest.skip("the server does not run as root, and there is no user postgres")
        user, as_user = "postgres", ["runuser", "-u", "postgres", "--"]
    folder = Path(tempfile.mkdtemp(prefix="riwayat-pg-"))
    try:
        if as_user:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        data = folder / "data"
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
        subprocess.run([*as_user, initdb, "-D", data, "-A", "trust", "-E", "UTF8", "--no-sync"], **quiet)  # type: ignore[call-overload]
        options = f"-c listen_addresses= -k {folder} -c fsync=off"
        subprocess.run([*as_user, control, "-D", data, "-w", "-o", options, "start"], **quiet)  # type: ignore[call-overload]
        try:
            yield f"postgresql://{user}@/postgres?host={folder}"
        finally:
            subprocess.run([*as_user, control, "-D", data, "-m", "immediate", "stop"], **quiet)  # type: ignore[call-overload]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_the_store_holds_the_same_as_in_sqlite(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    sources = [
        *map(str, pages()),
        *write(tmp_path, clash=CLASH, too=CLASH_TOO, talks=TALKS, empty="", again=CLASH),
    ]
    found = []
    for name, address in (("sqlite", None), ("postgresql", server)):
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
