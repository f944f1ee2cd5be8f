"""Malay: what its folder adds to Indonesian's, in words, times and figures."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Any, get_args

import pytest

from riwayat import languages
from riwayat.languages.id import times as indonesian_times
from riwayat.languages.ms import numbers, times
from riwayat.model import EventType
from riwayat.text.times import PartOfDay, Shift, Weekday

_FILES = (
    "attribution",
    "events",
    "heads",
    "names",
    "numbers",
    "page",
    "places",
    "sentences",
    "times",
    "words",
)


def _lists(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Sequence[Any]]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _lists(value, f"{path}{key}.")
        elif isinstance(value, (list, tuple)):
            yield f"{path}{key}", value


def _own(name: str) -> dict[str, Any]:
    """What the folder itself holds."""
    file = resources.files("riwayat.languages").joinpath("ms", f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", _FILES)
def test_lists_are_sorted_and_add_only_what_is_not_there(name: str) -> None:
    own = _own(name)
    beneath = dict(_lists(languages.words("id", name)))
    for key, words in _lists(own):
        plain = [w for w in words if isinstance(w, str)]
        assert plain == sorted(set(plain)), key
        if key.startswith("more."):
            assert not set(plain) & set(beneath.get(key.removeprefix("more."), ())), key


@pytest.mark.parametrize("name", _FILES)
def test_lists_have_names_that_are_read(name: str) -> None:
    known = {key for code in ("ar", "en", "id") for key, _ in _lists(languages.words(code, name))}
    known |= {"currencies", "outlets.companies"}  # no other language has these yet
    known |= {f"{type_}.needing" for type_ in get_args(EventType)}
    for key, _ in _lists(_own(name).get("more", {})):
        assert key in known, key


def test_given_names_are_in_order() -> None:
    text = resources.files("riwayat.languages").joinpath("ms", "given_names.txt").read_text(encoding="utf-8")
    names = [line for line in text.splitlines() if not line.startswith("#")]
    assert names == sorted(set(names))


def test_yesterday_is_no_night_here() -> None:
    (found,) = times.find("Dua lelaki ditahan semalam.")
    assert found.meaning == Shift(-1, -1, "day")
    (night,) = indonesian_times.find("Dua pria ditahan semalam.")
    assert isinstance(night.meaning, PartOfDay)


def test_ahad_is_sunday_and_minggu_the_week() -> None:
    assert [t.meaning for t in times.find("pada Ahad")] == [Weekday(6)]
    assert [t.text for t in times.find("Minggu lalu, mesyuarat diadakan pada Khamis.")] == [
        "Minggu lalu",
        "Khamis",
    ]


@pytest.mark.parametrize(
    "said",
    ["12 Mac 2024", "3 Ogos", "Disember lalu", "malam tadi", "pagi semalam", "awal pagi tadi", "kelmarin"],
)
def test_times_of_its_own(said: str) -> None:
    assert [t.text for t in times.find(f"Kejadian itu berlaku pada {said}, kata polis.")] == [said]


@pytest.mark.parametrize(
    ("sentence", "what", "low", "high"),
    [
        ("Sekurang-kurangnya 17 orang maut dalam serangan itu.", "killed", 17, None),
        ("Lebih 20 penduduk cedera parah.", "wounded", 20, None),
        ("Polis memberkas lima lelaki warga asing.", "detained", 5, 5),
        ("Tujuh individu direman selama tiga hari.", "detained", 7, 7),
        ("Puluhan pelarian terkorban di laut.", "killed", 20, 99),
    ],
)
def test_tolls(sentence: str, what: str, low: int | None, high: int | None) -> None:
    (figure,) = numbers.casualties(sentence)
    assert (figure.what, figure.low, figure.high) == (what, low, high)


def test_counts() -> None:
    (count,) = numbers.find_counts("dua bot peronda dihantar")
    assert (count.low, count.noun) == (2, "bot peronda")
