"""A real PostgreSQL server, in a folder of its own."""

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

_DEBIAN = Path("/usr/lib/postgresql")


def _program(name: str) -> str | None:
    found = sorted(_DEBIAN.glob(f"*/bin/{name}"))
    return str(found[-1]) if found else shutil.which(name)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
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
