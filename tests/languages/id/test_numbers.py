"""Indonesian counts and figures, with bounds by the annotation conventions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwayat import languages
from riwayat.languages.id.numbers import casualties, find_counts


def counts(text: str) -> list[tuple[str, int | None, int | None, str | None]]:
    return [(c.text, c.low, c.high, c.noun) for c in find_counts(text)]


def figures(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(f.what, f.low, f.high) for f in casualties(text)]


def news() -> st.SearchStrategy[str]:
    """Texts made of the very words the rules know, in any order."""
    listed = [word for value in languages.words("id", "numbers").values() for word in value]
    tables = [
        w for key in ("after", "before") for v in languages.words("id", "numbers")[key].values() for w in v
    ]
    piece = st.one_of(
        st.sampled_from([*listed, *tables, "12", "1.200", "(", ")", ",", "\n"]), st.text(max_size=3)
    )
    return st.lists(piece, max_size=12).map(" ".join)


@given(st.one_of(st.text(max_size=60), news()))
@settings(deadline=None)
def test_spans_hold_on_any_text(text: str) -> None:
    for count in find_counts(text):
        assert text[count.start : count.end] == count.text
        assert count.start <= count.number_start < count.number_end <= count.end
    for figure in casualties(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.what


@given(news())
@settings(deadline=None)
def test_bounds_are_in_order(text: str) -> None:
    for found in [*find_counts(text), *casualties(text)]:
        assert found.low is None or found.high is None or found.low <= found.high


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tiga orang", 3, 3),
        ("dua puluh lima orang", 25, 25),
        ("sebelas orang", 11, 11),
        ("seratus dua puluh orang", 120, 120),
        ("1.200 orang", 1200, 1200),
        ("12 ribu orang", 12000, 12000),
        ("1,5 juta orang", 1500000, 1500000),
        ("seorang warga", 1, 1),
        ("sedikitnya 12 orang", 12, None),
        ("setidaknya tiga orang", 3, None),
        ("minimal 5 orang", 5, None),
        ("lebih dari 300 orang", 300, None),
        ("300 lebih orang", 300, None),
        ("kurang dari 10 orang", 0, 10),
        ("sekitar 40 orang", 40, 40),
        ("hampir 40 orang", 40, 40),
        ("kurang lebih 40 orang", 40, 40),
        ("belasan orang", 11, 19),
        ("puluhan orang", 20, 99),
        ("ratusan orang", 200, 999),
        ("ribuan orang", 2000, 9999),
        ("puluhan ribu orang", 20000, 99999),
        ("ratusan ribu orang", 200000, 999999),
        ("jutaan orang", 2000000, 9999999),
        ("beberapa orang", None, None),
        ("sejumlah komandan", None, None),
        ("dua hingga tiga orang", 2, 3),
        ("10-15 orang", 10, 15),
        ("10-15 ribu orang", 10000, 15000),
        ("antara 10 dan 15 orang", 10, 15),
        ("empat dari lima sandera", 4, 4),
    ],
)
def test_bounds_are_those_of_the_conventions(text: str, low: int | None, high: int | None) -> None:
    assert [(c.text, c.low, c.high) for c in find_counts(f"Ada {text} di sana.")] == [(text, low, high)]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("12 warga sipil", "warga sipil"),
        ("dua orang polisi", "polisi"),
        ("tiga orang", "orang"),
        ("puluhan kendaraan", "kendaraan"),
        ("lima unit mobil", "mobil"),
        ("empat prajurit TNI", "prajurit TNI"),
        ("dua anak-anak", "anak-anak"),
        ("12 ton beras", "ton beras"),
    ],
)
def test_the_noun_is_named_without_its_classifier(text: str, noun: str) -> None:
    assert [(c.text, c.noun) for c in find_counts(f"Ada {text}.")] == [(text, noun)]


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 27 ayat 3",
        "27 Mei 2019",
        "pukul 05.30 WIB",
        "Rp 50.000",
        "5 juta dolar",
        "12 km",
        "naik 5 persen",
        "usia 40 tahun",
        "Ahmad (27)",
        "ketiga faksi",
        "skor 3-2",
        "0812-3456-7890",
        "dua kali",
        "salah satu warga",
        "m2",
    ],
)
def test_dates_money_measures_and_ordinals_are_no_counts(text: str) -> None:
    assert find_counts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 tewas dan 7 luka-luka", [("killed", 3, 3), ("wounded", 7, 7)]),
        ("Ledakan menewaskan tiga orang dan melukai tujuh lainnya.", [("killed", 3, 3), ("wounded", 7, 7)]),
        ("Tiga orang, termasuk dua anak, tewas.", [("killed", 3, 3)]),
        ("Lima warga termasuk dua anak tewas.", [("killed", 5, 5)]),
        ("Korban tewas mencapai 12 orang.", [("killed", 12, 12)]),
        ("Korban tewas dalam serangan itu mencapai 12 orang.", [("killed", 12, 12)]),
        ("Sebanyak 12 orang dilaporkan tewas.", [("killed", 12, 12)]),
        ("Jumlah korban tewas bertambah menjadi 15.", [("killed", 15, 15)]),
        ("Seorang prajurit gugur, dua lainnya luka.", [("killed", 1, 1), ("wounded", 2, 2)]),
        ("Dua polisi dan tiga warga sipil tewas.", [("killed", 2, 2), ("killed", 3, 3)]),
        ("Serangan menewaskan 3 tentara, 2 polisi.", [("killed", 3, 3), ("killed", 2, 2)]),
        ("Insiden itu merenggut 5 nyawa.", [("killed", 5, 5)]),
        ("Dua jenazah dievakuasi.", [("killed", 2, 2)]),
        ("Polisi menangkap sedikitnya 20 orang.", [("detained", 20, None)]),
        ("Puluhan mahasiswa ditahan.", [("detained", 20, 99)]),
        ("Ribuan warga mengungsi.", [("displaced", 2000, 9999)]),
        ("Pasukan menembak mati tiga aparat.", [("killed", 3, 3)]),
        ("Seorang anggota Brimob, Bripda FK (23), terluka di bahu.", [("wounded", 1, 1)]),
        ("Ribuan buruh PT Nikel Raya (NR) di Bahodopi mogok.", [("participants", 2000, 9999)]),
        ("Lima anggota geng yang bersenjata tewas.", [("killed", 5, 5)]),
        ("Empat nelayan masih hilang.", [("missing", 4, 4)]),
        ("Ribuan orang turun ke jalan.", [("participants", 2000, 9999)]),
        ("Aksi itu diikuti ratusan buruh.", [("participants", 200, 999)]),
        ("Sebanyak 30 rumah dibakar.", [("rumah", 30, 30)]),
        ("Mereka menghancurkan dua tank.", [("tank", 2, 2)]),
        ("Polisi mengamankan lima senjata.", [("senjata", 5, 5)]),
        ("PBB menyalurkan 12 ton beras.", [("ton beras", 12, 12)]),
    ],
)
def test_what_befell_those_counted_is_read(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tidak ada korban jiwa dalam peristiwa itu.",
        "Belum ada satu roket pun yang ditembakkan.",
        "Tujuh komandan bertemu di Idlib.",
        "Sebuah mobil terbakar.",
        "Ia tewas dalam tiga serangan.",
        "Sepuluh orang tidak terluka.",
    ],
)
def test_no_figure_is_made_of_what_befell_nobody(text: str) -> None:
    assert figures(text) == []


def test_the_side_is_named_where_the_noun_tells_it() -> None:
    told = casualties("Sedikitnya 12 warga sipil dan dua prajurit TNI tewas, tiga orang terluka.")
    assert [(f.of, f.text) for f in told] == [
        ("warga sipil", "Sedikitnya 12 warga sipil"),
        ("prajurit TNI", "dua prajurit TNI tewas"),
        (None, "tiga orang terluka"),
    ]
    (dead,) = casualties("Serangan itu merenggut 12 nyawa warga Palestina.")
    assert dead.of == "warga Palestina"
