"""Parquet: a happening in each row, in the form of `riwayat chronicle --json`, with what was killed in numbers.

Needs pyarrow: `pip install "riwayat[parquet]"`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from riwayat.errors import RiwayatError
from riwayat.exports.common import days_of
from riwayat.exports.entry import Entry

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ENDING", "FIELDS", "MissingLibrary", "write"]

ENDING: Final = ".parquet"
FIELDS: Final = {
    "id": "Id of the happening; stays the same while it grows.",
    "type": "PLOVER type, by our own conventions.",
    "what": "The words of the report that tells it most fully.",
    "modality": "`asserted`, `planned`, `ongoing`, `alleged`, `denied`, `hypothetical` or `background`.",
    "day_from": "First day on which it may have happened; a date.",
    "day_to": "Last such day.",
    "granularity": "How fine the wording of the time is.",
    "place": "Name of the place.",
    "lat": "Degrees north, WGS 84; null where the gazetteer does not settle the place.",
    "lon": "Degrees east.",
    "country": "ISO 3166-1 alpha-2 code of the country.",
    "precision": "What the point stands for: `site`, `village`, `town`, `admin2`, `admin1`, `region`, `country`.",
    "geonames": "GeoNames number of the place.",
    "actors": "Who did it, most often named first.",
    "recipients": "To whom it was done.",
    "killed_low": "Killed: the least that an independent origin says.",
    "killed_best": "Killed: what most independent origins say; of these the one said last.",
    "killed_high": "Killed: the most that an independent origin says.",
    "independent_origins": "Number of independent origins.",
    "origins": "The independent origins.",
    "origins.name": "Name or description.",
    "origins.kind": "Sort of narrator.",
    "origins.reports": "Ids of the reports that rest on it.",
    "untraced": "Ids of the reports that tell it without an origin that can be named.",
    "reports": "The reports that tell it, in order of time.",
    "reports.id": "Id: `sha256:` and the digest of text and outlet.",
    "reports.outlet": "Who publishes it.",
    "reports.url": "Its address.",
    "reports.file": "Name of the file it was read from.",
    "reports.language": "ISO 639-1.",
    "reports.published": "Day of publication, by its own word.",
    "reports.title": "Headline.",
    "reports.known_from": "Day from which it could be known.",
    "disputes": "What the origins disagree about.",
    "disputes.about": "`killed`, `who`, `whether`, `place`, `time` …",
    "disputes.sides": "What is said, two or more.",
    "disputes.sides.value": "The number, name, place, day; `yes` or `no`.",
    "disputes.sides.origins": "Names of the origins that say so.",
}
_AT_ONCE: Final = 1000
"""Rows of a row group."""


class MissingLibrary(RiwayatError):  # noqa: N818  it is the library that is missing
    """A form needs a library that is not installed."""


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """Writes one table, in row groups of a thousand.

    Raises:
        MissingLibrary: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingLibrary('Parquet needs pyarrow: pip install "riwayat[parquet]"') from None
    schema = _schema()
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for rows in _chunks(map(_row, entries)):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _chunks(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while chunk := list(islice(rows, _AT_ONCE)):
        yield chunk


def _schema() -> pa.Schema:
    import pyarrow as pa

    text, number, names = pa.string(), pa.int32(), pa.list_(pa.string())

    def structs(**fields: pa.DataType) -> pa.DataType:
        return pa.list_(pa.struct(fields))

    return pa.schema(
        {
            "id": text,
            "type": text,
            "what": text,
            "modality": text,
            "day_from": pa.date32(),
            "day_to": pa.date32(),
            "granularity": text,
            "place": text,
            "lat": pa.float64(),
            "lon": pa.float64(),
            "country": text,
            "precision": text,
            "geonames": pa.int64(),
            "actors": names,
            "recipients": names,
            "killed_low": number,
            "killed_best": number,
            "killed_high": number,
            "independent_origins": number,
            "origins": structs(name=text, kind=text, reports=names),
            "untraced": names,
            "reports": structs(
                id=text,
                outlet=text,
                url=text,
                file=text,
                language=text,
                published=text,
                title=text,
                known_from=text,
            ),
            "disputes": structs(about=text, sides=structs(value=text, origins=names)),
        }
    )


def _row(entry: Entry) -> dict[str, Any]:
    happening, killed = entry.happening, entry.killed
    where, days = happening.where, days_of(happening)
    return {
        "id": happening.id,
        "type": happening.type,
        "what": happening.what,
        "modality": happening.modality,
        "day_from": days.first if days else None,
        "day_to": days.last if days else None,
        "granularity": happening.time.granularity if happening.time else None,
        "place": happening.place,
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "country": where.country if where else None,
        "precision": where.precision if where else None,
        "geonames": where.geonames if where else None,
        "actors": happening.actors,
        "recipients": happening.recipients,
        "killed_low": killed.low if killed else None,
        "killed_best": killed.best if killed else None,
        "killed_high": killed.high if killed else None,
        "independent_origins": happening.independent_origins,
        "origins": [
            {"name": origin.name, "kind": origin.kind, "reports": origin.reports}
            for origin in happening.origins
        ],
        "untraced": happening.untraced,
        "reports": [asdict(report) for report in happening.reports],
        "disputes": [
            {
                "about": dispute.about,
                "sides": [{"value": side.value, "origins": side.origins} for side in dispute.sides],
            }
            for dispute in happening.disputes
        ],
    }
