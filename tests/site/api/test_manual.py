"""The manual of the API, held against what the site answers."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from tests.site.conftest import Site

MANUAL = Path(__file__).parents[3] / "docs" / "api.md"
_BLOCK = re.compile(
    r"```console\n(?P<command>\$ curl -s 'http://127\.0\.0\.1:8000(?P<path>[^']+)' \| [^\n]+)\n(?P<output>.*?)```",
    re.DOTALL,
)


def test_the_blocks_of_the_manual_are_what_the_site_answers(site: Site) -> None:
    def answered(block: re.Match[str]) -> str:
        body = json.dumps(site.get(block["path"]).json(), ensure_ascii=False, indent=1)
        return f"```console\n{block['command']}\n{body}\n```"

    text = MANUAL.read_text(encoding="utf-8")
    true = _BLOCK.sub(answered, text)
    if os.environ.get("RIWAYAT_WRITE_DOCS"):
        MANUAL.write_text(true, encoding="utf-8")
        return
    assert text == true, "RIWAYAT_WRITE_DOCS=1 pytest tests/site/api/test_manual.py writes them anew"


def test_the_manual_tells_of_every_address(site: Site) -> None:
    text = MANUAL.read_text(encoding="utf-8")
    addresses = site.get("/api/openapi.json").json()["paths"]
    assert [address for address in addresses if f"`{address}`" not in text] == []
