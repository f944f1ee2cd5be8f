from __future__ import annotations

import io
from pathlib import Path

from riwayat.errors import FetchError, UnreadableInput
from riwayat.gather import Failure, pages
from riwayat.model import Page

from .local_site import Answer, fetcher_for, serving


def test_files_folders_and_standard_input_come_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"dua")
    (tmp_path / "dalam").mkdir()
    (tmp_path / "dalam" / "a.html").write_bytes(b"satu")
    (tmp_path / "dalam" / "gambar.png").write_bytes(b"x")
    (tmp_path / "a.htm").write_bytes(b"nol")
    batch = pages(["-", str(tmp_path), str(tmp_path / "b.txt")], stdin=io.BytesIO(b"masukan"))
    found = list(batch)
    assert len(batch) == len(found) == 5
    assert [page.data for page in found if isinstance(page, Page)] == [
        b"masukan",
        b"nol",
        b"dua",
        b"satu",
        b"dua",
    ]
    assert [page.media_type for page in found if isinstance(page, Page)] == [
        None,
        "text/html",
        "text/plain",
        "text/html",
        "text/plain",
    ]
    assert isinstance(found[0], Page)
    assert found[0].source == "-"


def test_a_file_named_by_itself_is_read_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "halaman.dat").write_bytes(b"isi")
    (found,) = pages([str(tmp_path / "halaman.dat")])
    assert isinstance(found, Page)
    assert (found.data, found.media_type) == (b"isi", None)


def test_a_bad_input_fails_alone_in_one_line_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "a.txt").write_bytes(b"isi")
    bad = [str(tmp_path / "tidak-ada.txt"), str(tmp_path / "kosong"), "nama\0buruk", "ftp://berita.example/a"]
    found = list(pages([*bad, str(tmp_path / "a.txt")]))
    for source, failure in zip(bad, found, strict=False):
        assert isinstance(failure, Failure)
        assert isinstance(failure.error, UnreadableInput)
        assert failure.source == source
        assert str(failure.error).startswith(source)
        assert "\n" not in str(failure.error)
    assert isinstance(found[-1], Page)


def test_addresses_are_fetched_and_their_failures_reported(tmp_path: Path) -> None:
    with serving({"/a": Answer(b"<p>Satu</p>")}) as site, fetcher_for(site) as fetcher:
        good, bad = pages([site.url("/a"), site.url("/b")], fetcher=fetcher)
    assert isinstance(good, Page)
    assert good.data == b"<p>Satu</p>"
    assert isinstance(bad, Failure)
    assert isinstance(bad.error, FetchError)


def test_nothing_is_read_before_its_turn(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    batch = pages([str(path)])
    assert len(batch) == 1
    path.write_bytes(b"isi")
    (found,) = batch
    assert isinstance(found, Page)
