"""GeoJSON (RFC 7946): a FeatureCollection of happenings.

A happening whose place the gazetteer does not settle is a feature without a geometry: in the list, not on the map.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from riwayat.exports.common import country_name, days_of, outlets, urls
from riwayat.exports.entry import Entry
from riwayat.exports.writing import as_json, write_between

__all__ = ["ENDING", "FIELDS", "write"]

ENDING: Final = ".geojson"
FIELDS: Final = {
    "type": "`FeatureCollection`.",
    "features": "The happenings, by day.",
    "features.type": "`Feature`.",
    "features.id": "Id of the happening; stays the same while it grows.",
    "features.geometry": "The place; null where the gazetteer does not settle it.",
    "features.geometry.type": "`Point`.",
    "features.geometry.coordinates": "Degrees east, then degrees north, WGS 84.",
    "features.properties": "What is known of it; null is what nobody says.",
    "features.properties.type": "PLOVER type, by our own conventions.",
    "features.properties.what": "The words of the report that tells it most fully.",
    "features.properties.modality": "`asserted`, `planned`, `ongoing`, `alleged`, `denied`, `hypothetical` or "
    "`background`.",
    "features.properties.start": "First day on which it may have happened, ISO 8601.",
    "features.properties.end": "Last such day.",
    "features.properties.granularity": "How fine the wording of the time is.",
    "features.properties.place": "Name of the place.",
    "features.properties.precision": "What the point stands for: `site`, `village`, `town`, `admin2`, `admin1`, "
    "`region`, `country`. A point of a district or larger is its middle.",
    "features.properties.country": "English name of the country.",
    "features.properties.country_code": "ISO 3166-1 alpha-2.",
    "features.properties.geonames": "GeoNames number of the place, where it has one.",
    "features.properties.actors": "Who did it, most often named first.",
    "features.properties.recipients": "To whom it was done.",
    "features.properties.killed_low": "Killed: the least that an independent origin says.",
    "features.properties.killed_best": "Killed: what most independent origins say; of these the one said last.",
    "features.properties.killed_high": "Killed: the most that an independent origin says.",
    "features.properties.reports": "Number of reports that tell it.",
    "features.properties.outlets": "Outlets that tell it.",
    "features.properties.urls": "Addresses of the reports.",
    "features.properties.independent_origins": "Number of independent origins.",
    "features.properties.origins": "Their names.",
    "features.properties.disputed": "What the origins disagree about.",
}


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """Writes one collection, a feature a line."""
    features = (as_json(_feature(entry)) for entry in entries)
    write_between(b'{"type":"FeatureCollection","features":[', features, b"]}", out)


def _feature(entry: Entry) -> dict[str, Any]:
    happening, killed = entry.happening, entry.killed
    where, days = happening.where, days_of(happening)
    return {
        "type": "Feature",
        "id": happening.id,
        "geometry": {"type": "Point", "coordinates": [where.lon, where.lat]} if where else None,
        "properties": {
            "type": happening.type,
            "what": happening.what,
            "modality": happening.modality,
            "start": days.first.isoformat() if days else None,
            "end": days.last.isoformat() if days else None,
            "granularity": happening.time.granularity if happening.time else None,
            "place": happening.place,
            "precision": where.precision if where else None,
            "country": country_name(where.country) if where else None,
            "country_code": where.country if where else None,
            "geonames": where.geonames if where else None,
            "actors": happening.actors,
            "recipients": happening.recipients,
            "killed_low": killed.low if killed else None,
            "killed_best": killed.best if killed else None,
            "killed_high": killed.high if killed else None,
            "reports": len(happening.reports),
            "outlets": outlets(happening),
            "urls": urls(happening),
            "independent_origins": happening.independent_origins,
            "origins": [origin.name for origin in happening.origins],
            "disputed": list(dict.fromkeys(dispute.about for dispute in happening.disputes)),
        },
    }
