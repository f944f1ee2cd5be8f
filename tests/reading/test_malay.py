"""Reports in Malay: whose word things are, who is named, and what was done."""

from __future__ import annotations

import pytest
from tests.reading.told import told

from riwayat.model import Reading


def malay(text: str) -> Reading:
    return told(text, language="ms")


def last(reading: Reading) -> list[tuple[str, str | None]]:
    return [(s.chain[-1].kind, s.chain[-1].name) for s in reading.statements]


def named(reading: Reading, kind: str) -> list[str]:
    return [e.name for e in reading.entities if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (
            "Ketua Polis Kelantan, Datuk Muhamad Zaki Harun berkata, dua suspek masih diburu.",
            "person",
            "Muhamad Zaki Harun",
        ),
        (
            'Siti Hajar Awang ditahan. "Saya tidak bersalah," kata Siti Hajar.',
            "person",
            "Siti Hajar Awang",
        ),
        (
            "Seorang sumber yang enggan dinamakan memberitahu bahawa rundingan itu gagal.",
            "anonymous",
            "Seorang sumber",
        ),
        ("Tentera Israel bagaimanapun menafikan menyasarkan orang awam.", "official", "Tentera Israel"),
        ("Difahamkan, tiga kenderaan turut dirampas.", "unspecified", None),
        (
            "Peguam suspek, M Puravalen a/l Muniandy mendakwa anak guamnya dipukul.",
            "person",
            "M Puravalen a/l Muniandy",
        ),
    ],
)
def test_whose_word(text: str, kind: str, name: str | None) -> None:
    found_kind, found_name = last(malay(text))[-1]
    assert found_kind == kind
    assert (found_name or "").startswith(name or "")


def test_an_agency_that_quotes_somebody() -> None:
    reading = malay(
        "Dua daripada suspek ialah warga Thailand, lapor agensi berita Bernama memetik sumber polis."
    )
    assert [link.kind for link in reading.statements[0].chain] == ["outlet", "agency", "anonymous"]


@pytest.mark.parametrize(
    "name", ["Awang Halbi bin Haji Mohd Yussof", "Hishammuddin Tun Hussein", "Mohd Faizal Abdul Rahim"]
)
def test_names_are_whole(name: str) -> None:
    assert named(
        malay(f"Menteri Pertahanan, Datuk Seri {name} berkata latihan akan bermula esok."), "person"
    ) == [name]


def test_money_is_no_name() -> None:
    reading = malay("Malaysia akan menyalurkan RM10 juta bantuan kemanusiaan.")
    assert "RM10" not in [e.name for e in reading.entities]


def test_initials_in_brackets_are_the_body_s() -> None:
    reading = malay(
        "Faiz Fadzil menuding jari kepada Barisan Wawasan (BW). BW menafikan dakwaan itu, kata Presiden BW, "
        "Datuk Rosli bin Jantan."
    )
    assert "BW" not in named(reading, "person")
    assert "Rosli bin Jantan" in named(reading, "person")


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("Polis memberkas lima lelaki di Ipoh semalam.", "COERCE", "asserted"),
        ("Kira-kira 200 peniaga berhimpun di Putrajaya pada Ahad.", "PROTEST", "asserted"),
        ("Brunei dan Malaysia bersetuju memperkukuh rondaan.", "AGREE", "asserted"),
        ("Kumpulan itu menggesa kerajaan membebaskan tahanan.", "REQUEST", "asserted"),
        ("Malaysia akan menempatkan 200 anggota tentera di Limbang.", "MOBILIZE", "planned"),
        ("Askar Israel melepaskan tembakan ke arah penduduk apabila mereka tiba.", "ASSAULT", "asserted"),
        ("Dua nelayan dipercayai diculik sekumpulan lelaki bersenjata di Semporna.", "ASSAULT", "alleged"),
    ],
)
def test_deeds(text: str, type_: str, modality: str) -> None:
    events = malay(text).events
    assert [(e.type, e.modality) for e in events][:1] == [(type_, modality)]


def test_to_claim_is_not_to_charge() -> None:
    assert malay("Hasbie Muda mendakwa mesyuarat itu tidak sah.").events == ()
