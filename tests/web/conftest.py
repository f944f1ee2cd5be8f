"""What tests of the deployed site want: the tests' own reports, and a PostgreSQL server."""

from __future__ import annotations

from tests.postgresql import postgresql

from riwayat.store.setup import make_ready

__all__ = ["postgresql"]

make_ready()  # the tests' own reports want it
