"""The API asked what its description allows, and what it does not: each answer is one that it describes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.site.conftest import Site

MOST = os.environ.get("RIWAYAT_SCHEMATHESIS", "3")
"""Made-up questions to each address, besides those that try each parameter for itself."""

CONFIGURATION = """
[[operations]]
include-name = ["GET /api/happenings", "GET /api/reports"]
checks.positive_data_acceptance.expected-statuses = ["2xx", "400", "404"]
"""
"""A description cannot say that `from` must not be later than `to`."""


def test_every_answer_is_as_described(site: Site, tmp_path: Path) -> None:
    (tmp_path / "schemathesis.toml").write_text(CONFIGURATION)
    asked = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "run", f"{site.address}/api/openapi.json"),
            *("--phases", "examples,coverage,fuzzing", "--checks", "all", "--continue-on-failure"),
            *("--max-examples", MOST, "--seed", "1", "--generation-database", "none", "--no-color"),
        ],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    assert asked.returncode == 0, asked.stdout
    assert "Tested: 16" in asked.stdout
