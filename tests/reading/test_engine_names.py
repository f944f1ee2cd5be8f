"""Engines by name, our own and those of other packages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import invalidate_caches
from pathlib import Path

import pytest

from riwayat.cli.app import run
from riwayat.reading.engines import DEFAULT, UnknownEngineError, engine, names

SHOUTED = "SIAPA TAHU APA YANG TERJADI DI KOTA ITU."

_MODULE = """
from riwayat.reading.body import body
from riwayat.reading.markup import Markup, Mention

class Shouting:
    name = "shouting"

    def mark(self, report):
        found = body(report)
        names = [Mention(s.span, "person") for s in found if s.span.text.isupper()]
        return Markup(tuple(found), tuple(names), (), (), ())

def broken():
    raise RuntimeError("no such luck")
"""


@pytest.fixture
def another_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package on the path that brings two engines, one of which cannot be made."""
    (tmp_path / "shouting.py").write_text(_MODULE, encoding="utf-8")
    info = tmp_path / "shouting-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[riwayat.engines]\nshouting = shouting:Shouting\nbroken = shouting:broken\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    invalidate_caches()
    engine.cache_clear()
    yield tmp_path
    engine.cache_clear()
    sys.modules.pop("shouting", None)


def test_our_own_engines_come_first() -> None:
    assert names()[:3] == ("both", "rules", "tagger")
    assert DEFAULT in names()
    assert engine("rules").name == "rules"
    assert engine("rules") is engine("rules")


def test_an_engine_of_another_package_reads_reports(
    another_package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "shouting" in names()
    page = another_package / "page.txt"
    lines = ["Judul", "Hujan turun di kota itu sejak pagi hari.", SHOUTED, "Hujan turun lagi pada sore hari."]
    page.write_text("\n\n".join(lines), encoding="utf-8")
    assert run(["read", "--json", "--engine", "shouting", str(page)]) == 0
    assert f'"name":"{SHOUTED}"' in capsys.readouterr().out


def test_an_engine_that_cannot_be_made_says_why(another_package: Path) -> None:
    with pytest.raises(UnknownEngineError, match=r"broken.*no such luck"):
        engine("broken")


def test_an_unknown_engine_is_named_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnknownEngineError, match="there are: both, rules, tagger"):
        engine("crystal-ball")
    assert run(["read", "--engine", "crystal-ball", "page.txt"]) == 2
    assert "crystal-ball" in capsys.readouterr().err
