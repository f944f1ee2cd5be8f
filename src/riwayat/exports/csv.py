"""A table with the columns of the UCDP Georeferenced Event Dataset, as CSV: a happening on each line.

UCDP's numbers of its own (conflicts, dyads, PRIO-GRID) have no counterpart here and are left out.  Empty is what
nobody says.  Where a text would be taken for a formula by a spreadsheet, `'` stands before it: headlines are words of
strangers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from riwayat.exports.common import Days, country_name, days_of, joined, outlets, urls
from riwayat.exports.entry import Entry
from riwayat.model import Precision
from riwayat.told.forms import Dispute, ReportTold

__all__ = ["ENDING", "FIELDS", "write"]

ENDING: Final = ".csv"
FIELDS: Final = {
    "id": "Id of the happening; stays the same while it grows.",
    "year": "Year in which it began.",
    "event_type": "Ours: PLOVER type, by our own conventions (UCDP has `type_of_violence`).",
    "event_mode": "Ours: PLOVER modes that its accounts give.",
    "modality": "Ours: `asserted`, `planned`, `ongoing`, `alleged`, `denied`, `hypothetical` or `background`.",
    "side_a": "Who did it; where all sides do it, all of them.",
    "side_b": "To whom it was done.",
    "number_of_sources": "Number of reports that tell it.",
    "number_of_origins": "Ours: number of independent origins.",
    "source_article": "The reports: outlet, day of publication, headline.",
    "source_office": "Outlets that tell it.",
    "source_date": "Days of publication of the reports.",
    "source_headline": "Headlines of the reports.",
    "source_original": "The independent origins, by name or description.",
    "source_url": "Ours: addresses of the reports.",
    "where_prec": "How fine the place is: 1 a town, village or site; 3 a district; 4 a province; 5 a region; "
    "6 a country.",
    "where_coordinates": "Name of the place.",
    "latitude": "Degrees north, WGS 84.",
    "longitude": "Degrees east.",
    "geom_wkt": "The point as well-known text, longitude first.",
    "country": "English name of the country in which the place lies.",
    "country_code": "Ours: its ISO 3166-1 alpha-2 code (UCDP has `country_id`).",
    "date_prec": "How fine the time is: 1 a day; 2 two to six days; 3 a week; 4 a month at most; 5 longer.",
    "date_start": "First day on which it may have happened.",
    "date_end": "Last day on which it may have happened.",
    "best": "Killed: what most independent origins say; of figures said equally often the one said last.",
    "high": "Killed: the most that an independent origin says.",
    "low": "Killed: the least that an independent origin says.",
    "disputed": "Ours: what the origins disagree about, with what is said.",
    "text": "Ours: the words of the report that tells it most fully.",
}
_PRECISIONS: Final[dict[Precision, int]] = {
    "site": 1,
    "village": 1,
    "town": 1,
    "admin2": 3,
    "admin1": 4,
    "region": 5,
    "country": 6,
}
_WEEK: Final = 7
_MONTH: Final = 31
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """Writes a header, then a line for each happening (RFC 4180, UTF-8)."""
    out.write(_line(list(FIELDS)))
    for entry in entries:
        row = _row(entry)
        out.write(_line([_safe(row[name]) for name in FIELDS]))


def _line(values: list[Any]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(values)
    return line.getvalue().encode()


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _row(entry: Entry) -> dict[str, Any]:
    happening = entry.happening
    where, days, killed = happening.where, days_of(happening), entry.killed
    return {
        "id": happening.id,
        "year": days.first.year if days else None,
        "event_type": happening.type,
        "event_mode": joined(dict.fromkeys(a.mode for a in entry.accounts if a.mode)),
        "modality": happening.modality,
        "side_a": joined(happening.actors),
        "side_b": joined(happening.recipients),
        "number_of_sources": len(happening.reports),
        "number_of_origins": happening.independent_origins,
        "source_article": joined(map(_article, happening.reports)),
        "source_office": joined(outlets(happening)),
        "source_date": joined(report.published or "" for report in happening.reports),
        "source_headline": joined(report.title or "" for report in happening.reports),
        "source_original": joined(origin.name for origin in happening.origins),
        "source_url": joined(urls(happening)),
        "where_prec": _PRECISIONS[where.precision] if where else None,
        "where_coordinates": happening.place,
        "latitude": where.lat if where else None,
        "longitude": where.lon if where else None,
        "geom_wkt": f"POINT ({where.lon} {where.lat})" if where else None,
        "country": country_name(where.country) if where else None,
        "country_code": where.country if where else None,
        "date_prec": _fineness(days) if days else None,
        "date_start": days.first.isoformat() if days else None,
        "date_end": days.last.isoformat() if days else None,
        "best": killed.best if killed else None,
        "high": killed.high if killed else None,
        "low": killed.low if killed else None,
        "disputed": joined(map(_dispute, happening.disputes)),
        "text": happening.what,
    }


def _article(report: ReportTold) -> str:
    headline = f"“{report.title}”" if report.title else None
    return ", ".join(part for part in (report.outlet, report.published, headline) if part)


def _dispute(dispute: Dispute) -> str:
    return f"{dispute.about}: {' / '.join(side.value for side in dispute.sides)}"


def _fineness(days: Days) -> int:
    """UCDP's `date_prec`."""
    length = (days.last - days.first).days + 1
    if length <= 1:
        return 1
    if length < _WEEK:
        return 2
    if length == _WEEK:
        return 3
    return 4 if length <= _MONTH else 5
