"""Pages laid out as sites of all kinds lay theirs out, Indonesian and English, all made up, one TOML file each.

A file in `layouts/` holds the page and what its report must give; a field that is missing is null.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from riwayat.model import Page, Report
from riwayat.page import report_from

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.toml"))


def expected_and_read(path: Path) -> tuple[dict[str, Any], Report]:
    layout = tomllib.loads(path.read_text(encoding="utf-8"))
    media_type = {"html": "text/html", "text": "text/plain"}[layout["kind"]]
    return layout, report_from(Page(layout["page"].strip().encode(), media_type=media_type))


@pytest.mark.parametrize("path", LAYOUTS, ids=[path.stem for path in LAYOUTS])
def test_each_layout_gives_its_report(path: Path) -> None:
    layout, report = expected_and_read(path)
    found = {
        "outlet": report.outlet.name,
        "title": report.title,
        "published": report.published.start[:10] if report.published and report.published.start else None,
        "dateline": report.dateline.text if report.dateline else None,
        "bylines": sorted([byline.name, byline.role] for byline in report.bylines),
        "cites": list(report.cites),
        "furniture": [quote for quote in layout["furniture"] if quote in report.text],
    }
    wanted = {key: layout.get(key) for key in found} | {
        "bylines": sorted(layout["bylines"]),
        "furniture": [],
    }
    assert found == wanted
