"""Places that the user added."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwayat.world.gazetteer import Gazetteer
from riwayat.world.geonames import GeonamesFileError, read_country_file, size
from riwayat.world.index import build_streamed
from riwayat.world.own_places import NotAddedError, add_places, own_indexes, own_places, remove_places
from riwayat.world.places import COLUMNS, Place, PlaceTableError


def line(number: int, name: str, others: str = "", code: str = "P.PPL", people: int = 0, **more: str) -> str:
    kind, feature = code.split(".")
    cells = [str(number), name, name, others, more.get("lat", "35.9"), "36.5", kind, feature, "SY", ""]
    cells += [
        more.get("admin1", "12"),
        more.get("admin2", ""),
        "",
        "",
        str(people),
        "",
        "100",
        "Asia/Damascus",
        "",
    ]
    return "\t".join([*cells[:18], "2024-01-01"]) + "\n"


LINES = (
    line(900000001, "Harim District", "منطقة حارم", "A.ADM2", admin2="77"),
    line(169389, "Idlib", "Edlepistan", "P.PPLA", 99),
    line(900000002, "Kafr Laimun", "كفر ليمون,kafr laymwn,KFL", people=800, admin2="77"),
    line(900000003, "Madinat Laimun", people=3000),
    line(900000004, "Nahr Laimun", code="H.STM"),
    line(900000005, "Mukhayyam Laimun", code="S.CMPRF"),
)


def file(tmp_path: Path, *lines: str, name: str = "SY.txt") -> Path:
    path = tmp_path / name
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_precision_follows_from_the_feature_and_the_people(tmp_path: Path) -> None:
    found = {place.name: place.precision for place, _ in read_country_file(file(tmp_path, *LINES))}
    assert found == {
        "Harim District": "admin2",
        "Idlib": "town",
        "Kafr Laimun": "village",
        "Madinat Laimun": "town",
        "Mukhayyam Laimun": "site",
    }


def test_divisions_are_given_by_name_and_names_without_their_kind(tmp_path: Path) -> None:
    places = {place.name: (place, names) for place, names in read_country_file(file(tmp_path, *LINES))}
    village, names = places["Kafr Laimun"]
    assert (village.admin1, village.admin2) == ("Idlib", "Harim")
    assert names == ("كفر ليمون",)
    assert {"Harim", "حارم"} <= set(places["Harim District"][1])


def test_a_zip_is_read_as_it_was_downloaded(tmp_path: Path) -> None:
    plain = file(tmp_path, *LINES)
    with zipfile.ZipFile(tmp_path / "SY.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, "SY.txt")
        archive.writestr("readme.txt", "what the columns mean")
    assert list(read_country_file(tmp_path / "SY.zip")) == list(read_country_file(plain))


def test_progress_adds_up_to_the_size(tmp_path: Path) -> None:
    steps: list[int] = []
    path = file(tmp_path, *LINES)
    list(read_country_file(path, steps.append))
    assert sum(steps) == size(path)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (line(1, "A") + line(2, "B")[:30], "line 2.*columns instead of 19"),
        ("a\tb\n", "line 1.*2 columns"),
        ("", "empty"),
        (line(1, "A", lat="91"), "out of range"),
        (line(1, "A", lat="north"), "north"),
        (line(1, "").replace("\t\t", "\t\t", 1), "no name"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(tmp_path: Path, content: str, complaint: str) -> None:
    with pytest.raises(GeonamesFileError, match=rf"SY\.txt.*{complaint}"):
        list(read_country_file(file(tmp_path, content)))


def test_a_zip_that_is_cut_off_or_holds_something_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("photo.jpg", "…")
    (tmp_path / "cut.zip").write_bytes((tmp_path / "other.zip").read_bytes()[:20])
    for name in ("other.zip", "cut.zip"):
        with pytest.raises(GeonamesFileError, match=name):
            list(read_country_file(tmp_path / name))


@given(st.binary(max_size=300))
def test_any_bytes_are_places_or_one_clear_error(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "XX.txt")
        path.write_bytes(content)
        try:
            list(read_country_file(path))
        except GeonamesFileError as error:
            assert "XX.txt" in str(error)


def test_a_further_index_is_looked_up_beside_the_first(tmp_path: Path) -> None:
    idlib = Place("Idlib", 35.93, 36.63, "SY", "Idlib", None, "town", 128_840, 169389, "test")
    Gazetteer.of(tmp_path / "first.sqlite", [(idlib, ())])
    count = build_streamed(tmp_path / "more.sqlite", read_country_file(file(tmp_path, *LINES)))
    both = Gazetteer(tmp_path / "first.sqlite", further=[tmp_path / "more.sqlite"])
    assert count == 5
    assert both.find("Idlib") == both.find("Edlepistan") == [idlib]
    assert both.has("كفر ليمون")
    assert [found.geonames for found in both.find("Kafr Laimun")] == [900000002]
    assert [found.geonames for found in both.find_near("Kafr Latamna")] == []
    assert [found.geonames for found in both.find_near("Kafr Laymoon")] == [900000002]
    assert both.find("Nahr Laimun") == []


def test_files_are_added_listed_and_removed(tmp_path: Path, own_home: Path) -> None:
    added = add_places(file(tmp_path, *LINES))
    assert (added.name, added.count) == ("SY", 5)
    assert own_places() == [added]
    assert own_indexes() == (own_home / "gazetteer" / "SY.sqlite",)
    assert add_places(file(tmp_path, *LINES[:3])).count == 3
    assert [own.count for own in own_places()] == [3]
    assert [own.name for own in remove_places("SY")] == ["SY"]
    assert own_places() == []
    with pytest.raises(NotAddedError, match="SY"):
        remove_places("SY")


def test_a_wrong_file_leaves_what_was_there(tmp_path: Path, own_home: Path) -> None:
    add_places(file(tmp_path, *LINES))
    with pytest.raises(GeonamesFileError):
        add_places(file(tmp_path, LINES[0], "nonsense"))
    assert [own.count for own in own_places()] == [5]
    assert [path.name for path in (own_home / "gazetteer").iterdir()] == ["SY.sqlite"]


@pytest.mark.usefixtures("own_home")
def test_a_table_of_places_is_added_too(tmp_path: Path) -> None:
    path = file(tmp_path, ",".join(COLUMNS), "\n,Laimun,,35.9,36.5,SY,,,village,,me\n", name="mine.csv")
    assert add_places(path).count == 1
    assert [own.name for own in own_places()] == ["mine"]
    with pytest.raises(PlaceTableError, match=r"wrong\.csv"):
        add_places(file(tmp_path, "name,lat\nA,1\n", name="wrong.csv"))


@pytest.mark.usefixtures("own_home")
def test_an_index_of_another_version_is_told_and_not_used(
    tmp_path: Path, own_home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (own_home / "gazetteer").mkdir(parents=True)
    (own_home / "gazetteer" / "SY.sqlite").write_bytes(b"")
    assert [own.usable for own in own_places()] == [False]
    assert Gazetteer.shipped().has("Idlib")
    assert "add the file again" in caplog.text
