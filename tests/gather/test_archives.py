from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.gather.warcs import packed, record

from riwayat.gather import Failure
from riwayat.gather.archives import pages_of_archive
from riwayat.model import Page

FIRST = record("https://berita.example/satu", b"<p>satu " + b"a" * 3000)
SECOND = record("https://berita.example/dua", b"<p>dua " + b"b" * 3000)
WHOLE = {"a.warc": FIRST + SECOND, "a.warc.gz": packed(FIRST, SECOND)}
FIRST_ENDS = {"a.warc": len(FIRST), "a.warc.gz": len(packed(FIRST))}


def _read(path: Path) -> tuple[list[Page], list[Failure]]:
    found = list(pages_of_archive(str(path)))
    return [p for p in found if isinstance(p, Page)], [f for f in found if isinstance(f, Failure)]


@pytest.mark.parametrize("name", WHOLE)
def test_an_archive_gives_its_pages_with_address_kind_and_time(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(WHOLE[name])
    pages, failures = _read(tmp_path / name)
    assert [page.url for page in pages] == ["https://berita.example/satu", "https://berita.example/dua"]
    assert pages[0].data.startswith(b"<p>satu a")
    assert (pages[0].media_type, pages[0].charset) == ("text/html", "utf-8")
    assert pages[0].fetched == "2021-06-14T07:30:00+00:00"
    assert failures == []


def test_pictures_errors_and_redirects_are_passed_over(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    archive.write_bytes(
        packed(
            record("https://berita.example/foto", b"x", kind="image/jpeg"),
            record("https://berita.example/hilang", b"<p>x", status=404),
            FIRST,
        )
    )
    pages, failures = _read(archive)
    assert [page.url for page in pages] == ["https://berita.example/satu"]
    assert failures == []


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_an_archive_cut_anywhere_gives_what_stands_before_and_says_at_which_byte_it_breaks_off(
    name: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(min_value=30, max_value=len(WHOLE[name]) - 1))
    archive = tmp_path_factory.mktemp("cut") / name
    archive.write_bytes(WHOLE[name][:cut])
    pages, failures = _read(archive)
    assert all(page.data.endswith(b"a" * 100) or page.data.endswith(b"b" * 100) for page in pages)
    assert all(len(page.data) > 3000 for page in pages), "no half pages"
    if cut == FIRST_ENDS[name]:
        assert (len(pages), failures) == (1, [])
    else:
        begins = 0 if cut < FIRST_ENDS[name] else FIRST_ENDS[name]
        assert f"at byte {begins};" in str(failures[0].error)
        assert len(pages) >= (cut > FIRST_ENDS[name])


def test_damage_in_the_middle_is_said_too(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    whole = bytearray(packed(FIRST, SECOND, FIRST))
    whole[len(packed(FIRST)) + 40] ^= 0xFF
    archive.write_bytes(bytes(whole))
    pages, failures = _read(archive)
    assert [page.url for page in pages] == ["https://berita.example/satu"]
    assert f"at byte {len(packed(FIRST))};" in str(failures[0].error)
