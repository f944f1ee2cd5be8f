from __future__ import annotations

from pathlib import Path

import geopandas
from tests.exports.made import exported


def test_geopandas_reads_places_and_what_happened_there(tmp_path: Path) -> None:
    path = tmp_path / "happenings.geojson"
    path.write_bytes(exported("geojson"))
    found = geopandas.read_file(path).set_index("type")
    assert found.crs.to_epsg() == 4326
    clash = found.loc["ASSAULT"]
    assert (clash.geometry.x, clash.geometry.y) == (36.42, 35.91)
    assert (clash.killed_low, clash.killed_high, clash.reports, clash.independent_origins) == (3, 5, 2, 2)
    assert str(clash.start)[:10] == "2021-06-12"
    assert list(clash.outlets) == ["Kabar Lembah", "Orontes Daily"]


def test_what_has_no_place_has_no_geometry(tmp_path: Path) -> None:
    path = tmp_path / "happenings.geojson"
    path.write_bytes(exported("geojson"))
    found = geopandas.read_file(path).set_index("type")
    assert found.geometry.isna().sum() == 2
    assert found.loc["CONCEDE"].geometry is None
