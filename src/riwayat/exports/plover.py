"""PLOVER events as JSON Lines, with the names that POLECAT gives its columns.

A happening is one event, however many reports tell it.  Several names in one field have `; ` between them, as in
POLECAT.  Where we type events otherwise than the PLOVER manual, they are typed anew (`plover_types`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from riwayat.exports.common import days_of, iso3, joined, outlets
from riwayat.exports.entry import Entry
from riwayat.exports.plover_types import QUADS, coded
from riwayat.exports.writing import write_lines

__all__ = ["ENDING", "FIELDS", "write"]

ENDING: Final = ".jsonl"
FIELDS: Final = {
    "Event ID": "Id of the happening; stays the same while it grows.",
    "Event Date": "First day on which it may have happened, ISO 8601; null where no report says.",
    "Event Type": "PLOVER type, by the PLOVER manual.",
    "Event Mode": "PLOVER mode that most accounts give; null for none.",
    "Quad Code": "`VERBAL COOPERATION`, `MATERIAL COOPERATION`, `VERBAL CONFLICT` or `MATERIAL CONFLICT`.",
    "Actor Name": "Who did it, most often named first.",
    "Recipient Name": "To whom it was done.",
    "Placename": "Name of the place, as a report has it.",
    "Country": "ISO 3166-1 alpha-3 code of the country in which the place lies.",
    "Latitude": "Degrees north, WGS 84; null where the gazetteer does not settle the place.",
    "Longitude": "Degrees east.",
    "GeoNames ID": "GeoNames number of the place, where it has one.",
    "Source": "Outlets that tell it, in order of time.",
    "Publication Date": "Day on which the first report could be known.",
    "Language": "Languages of the reports, ISO 639-1.",
    "Event Date End": "Ours: last day on which it may have happened.",
    "Event Text": "Ours: the words of the report that tells it most fully.",
    "Modality": "Ours: `asserted`, `planned`, `ongoing`, `alleged`, `denied`, `hypothetical` or `background`.",
    "Riwayat Type": "Ours: the type by our own conventions.",
    "Reports": "Ours: number of reports.",
    "Independent Origins": "Ours: number of independent origins.",
    "Origins": "Ours: names of the independent origins.",
    "Disputed": "Ours: what the origins disagree about (`killed`, `who`, `whether` …); null for nothing.",
}


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """Writes an event a line."""
    write_lines(map(_event, entries), out)


def _event(entry: Entry) -> dict[str, Any]:
    happening = entry.happening
    where = happening.where
    code = coded(entry)
    days = days_of(happening)
    return {
        "Event ID": happening.id,
        "Event Date": days.first.isoformat() if days else None,
        "Event Type": code.type,
        "Event Mode": code.mode,
        "Quad Code": QUADS[code.type],
        "Actor Name": joined(code.actors),
        "Recipient Name": joined(code.recipients),
        "Placename": happening.place,
        "Country": iso3(where.country) if where else None,
        "Latitude": where.lat if where else None,
        "Longitude": where.lon if where else None,
        "GeoNames ID": where.geonames if where else None,
        "Source": joined(outlets(happening)),
        "Publication Date": min((report.known_from for report in happening.reports), default=None),
        "Language": joined(dict.fromkeys(report.language for report in happening.reports)),
        "Event Date End": days.last.isoformat() if days else None,
        "Event Text": happening.what,
        "Modality": happening.modality,
        "Riwayat Type": happening.type,
        "Reports": len(happening.reports),
        "Independent Origins": happening.independent_origins,
        "Origins": joined(origin.name for origin in happening.origins),
        "Disputed": joined(dict.fromkeys(dispute.about for dispute in happening.disputes)),
    }
