"""Where the index lies, and when it is built."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwayat.world import sources
from riwayat.world.gazetteer import Gazetteer
from riwayat.world.index import GazetteerError, shipped_index
from riwayat.world.places import COLUMNS, Place, PlaceTableError

ONE = Place("Idlib", 35.9, 36.6, "SY", None, None, "town", 128_840, 169389, "test")


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[int]]:
    """Times at which the index was built, with one place for all the world's."""
    times: list[int] = []

    def entries() -> Iterator[tuple[Place, tuple[str, ...]]]:
        times.append(1)
        yield ONE, ()

    monkeypatch.setattr(sources, "entries", entries)
    monkeypatch.setenv("RIWAYAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("RIWAYAT_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    yield times


def test_the_index_is_built_once_in_the_cache_folder(built: list[int], tmp_path: Path) -> None:
    path = shipped_index()
    assert path.parent == tmp_path / "cache"
    assert shipped_index() == path
    assert len(built) == 1
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert Gazetteer(path).has("Idlib")


def test_whoever_waits_for_it_is_told_so_once(built: list[int], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="riwayat"):
        shipped_index()
        shipped_index()
    assert ["building the index of places" in message for message in caplog.messages] == [True]


def test_it_is_built_anew_when_the_user_adds_a_table(built: list[int], tmp_path: Path) -> None:
    before = shipped_index()
    (tmp_path / "data" / "places").mkdir(parents=True)
    (tmp_path / "data" / "places" / "mine.csv").write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    assert shipped_index() != before
    assert len(built) == 2


def test_a_folder_that_cannot_be_written_gives_way_to_the_temporary_one(
    built: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RIWAYAT_CACHE", str(tmp_path / "file" / "cache"))
    path = shipped_index()
    assert path.parent.parent == tmp_path / "tmp"
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_folder_planted_under_the_temporary_one_is_not_trusted(
    built: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RIWAYAT_CACHE", str(tmp_path / "file" / "cache"))
    first = shipped_index()
    first.parent.rename(tmp_path / "elsewhere")
    first.parent.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(GazetteerError, match="RIWAYAT_CACHE"):
        shipped_index()


def test_a_build_that_fails_leaves_nothing_behind(
    built: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty() -> Iterator[tuple[Place, tuple[str, ...]]]:
        yield ONE, ()
        raise PlaceTableError("mine.csv: no good")

    monkeypatch.setattr(sources, "entries", faulty)
    with pytest.raises(PlaceTableError):
        shipped_index()
    assert list((tmp_path / "cache").iterdir()) == []
