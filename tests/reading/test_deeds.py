"""What was done, by whom and to whom."""

from __future__ import annotations

import pytest

from .told import actors, event, place, recipients, told


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Liwa al-Rabwah menyerang Katibah Zaitun di Darkush.", "ASSAULT"),
        ("Katibah Zaitun diserang oleh Liwa al-Rabwah di Darkush.", "ASSAULT"),
        ("Katibah Zaitun diserang Liwa al-Rabwah di Darkush.", "ASSAULT"),
        ("Liwa al-Rabwah menculik Katibah Zaitun di Darkush.", "ASSAULT"),
        ("Liwa al-Rabwah mengecam Katibah Zaitun di Darkush.", "ACCUSE"),
        ("Katibah Zaitun dikecam oleh Liwa al-Rabwah di Darkush.", "ACCUSE"),
        ("Liwa al-Rabwah mengancam Katibah Zaitun di Darkush.", "THREATEN"),
        ("Liwa al-Rabwah mendukung Katibah Zaitun di Darkush.", "SUPPORT"),
        ("Liwa al-Rabwah meminta maaf kepada Katibah Zaitun di Darkush.", "CONCEDE"),
    ],
)
def test_active_and_passive_tell_the_same_deed(sentence: str, type_: str) -> None:
    reading = told(sentence)
    assert actors(reading, type_) == {"Liwa al-Rabwah"}
    assert recipients(reading, type_) == {"Katibah Zaitun"}


@pytest.mark.parametrize(
    ("sentence", "type_", "where"),
    [
        ("Liwa al-Rabwah menyerang Katibah Zaitun di Darkush.", "ASSAULT", "Darkush"),
        ("Katibah Zaitun diserang oleh Liwa al-Rabwah di Darkush.", "ASSAULT", "Darkush"),
        ("Liwa al-Rabwah mengecam serangan Katibah Zaitun di Darkush.", "ACCUSE", None),
        ("Di Darkush, Liwa al-Rabwah mengecam Katibah Zaitun.", "ACCUSE", "Darkush"),
    ],
)
def test_the_place_behind_words_is_that_of_what_they_are_about(
    sentence: str, type_: str, where: str | None
) -> None:
    assert place(told(sentence), type_) == where


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Yasir al-Darwisy bertemu dengan Hassan Soufan di Darkush.", "CONSULT"),
        ("Yasir al-Darwisy berunding dengan Hassan Soufan di Darkush.", "CONSULT"),
        ("Yasir al-Darwisy mengunjungi Hassan Soufan di Darkush.", "CONSULT"),
        ("Yasir al-Darwisy menerima kunjungan Hassan Soufan di Darkush.", "CONSULT"),
        ("Pertemuan digelar antara Yasir al-Darwisy dan Hassan Soufan di Darkush.", "CONSULT"),
    ],
)
def test_in_mutual_deeds_all_are_actors(sentence: str, type_: str) -> None:
    reading = told(sentence)
    assert actors(reading, type_) == {"Yasir al-Darwisy", "Hassan Soufan"}
    assert recipients(reading, type_) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Pertempuran sengit berlangsung antara Liwa al-Rabwah dan Katibah Zaitun di Darkush.",
        "Liwa al-Rabwah bentrok dengan Katibah Zaitun di Darkush.",
        "Liwa al-Rabwah terlibat bentrokan dengan Katibah Zaitun di Darkush.",
    ],
)
def test_both_sides_of_a_clash_are_actors(sentence: str) -> None:
    reading = told(sentence)
    assert actors(reading, "ASSAULT") == {"Liwa al-Rabwah", "Katibah Zaitun"}
    assert place(reading, "ASSAULT") == "Darkush"


@pytest.mark.parametrize(
    "sentence",
    [
        "Liwa al-Rabwah melancarkan serangan ke pos tentara di Darkush.",
        "Serangan dilancarkan oleh Liwa al-Rabwah terhadap pos tentara di Darkush.",
    ],
)
def test_a_noun_tells_a_deed_where_a_verb_says_that_it_was_done(sentence: str) -> None:
    assert actors(told(sentence), "ASSAULT") == {"Liwa al-Rabwah"}


def test_a_noun_in_passing_is_no_deed() -> None:
    assert told("Warga takut akan serangan.").events == ()


@pytest.mark.parametrize(
    ("sentence", "type_", "actor"),
    [
        ("Liwa al-Rabwah mundur dari Darkush.", "RETREAT", "Liwa al-Rabwah"),
        ("Turki mengirim pasukan ke Idlib.", "MOBILIZE", "Turki"),
        ("Ribuan warga berunjuk rasa di Damaskus.", "PROTEST", "warga"),
        ("Uni Eropa memberikan bantuan kepada pengungsi.", "AID", "Uni Eropa"),
        ("Amerika Serikat menjatuhkan sanksi kepada Iran.", "SANCTION", "Amerika Serikat"),
        ("Polisi menangkap lima orang di Jayapura.", "COERCE", "Polisi"),
        ("Lima orang ditangkap polisi di Jayapura.", "COERCE", "polisi"),
        ("Hamas menolak tawaran gencatan senjata.", "REJECT", "Hamas"),
        ("Indonesia menandatangani perjanjian dengan Malaysia.", "AGREE", "Indonesia"),
    ],
)
def test_deeds_have_their_type_and_actor(sentence: str, type_: str, actor: str) -> None:
    assert actor in actors(told(sentence), type_)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Polisi memeriksa Rahmat Hidayat. Ia diduga membunuh dua orang.", "Rahmat Hidayat"),
        (
            "“Kami akan menyerang Katibah Zaitun,” kata Yasir al-Darwisy, komandan Liwa al-Rabwah.",
            "Liwa al-Rabwah",
        ),
    ],
)
def test_a_pronoun_acts_for_whom_it_stands(text: str, actor: str) -> None:
    assert actors(told(text), "ASSAULT") == {actor}


def test_a_participant_without_a_name_is_kept_as_written() -> None:
    text = "Polisi menangkap lima orang di Jayapura."
    found = event(told(text), "COERCE")
    for p in (*found.actors, *found.recipients):
        assert p.entity is None
        assert text[p.start : p.end] == p.text


@pytest.mark.parametrize(
    "sentence",
    [
        "PBB meminta Israel menghentikan serangan ke Gaza.",
        "PBB mendesak Israel membuka blokade Gaza.",
        "PBB menuntut Israel menarik pasukannya dari Gaza.",
        "PBB menyerukan kepada Israel agar membebaskan tahanan.",
    ],
)
def test_what_is_asked_for_is_no_deed(sentence: str) -> None:
    reading = told(sentence)
    assert [e.type for e in reading.events] == ["REQUEST"]
    assert actors(reading, "REQUEST") == {"PBB"}


def test_what_is_threatened_is_no_deed() -> None:
    assert [e.type for e in told("Iran mengancam akan menyerang Israel.").events] == ["THREATEN"]


def test_who_blames_and_who_is_blamed_are_two_deeds() -> None:
    reading = told("Turki menuduh Liwa al-Rabwah menculik dua wartawan.")
    assert actors(reading, "ACCUSE") == {"Turki"}
    assert recipients(reading, "ACCUSE") == {"Liwa al-Rabwah"}
    assert actors(reading, "ASSAULT") == {"Liwa al-Rabwah"}
    assert event(reading, "ASSAULT").modality == "alleged"


@pytest.mark.parametrize(
    "sentence", ["Harga beras naik.", "Rahmat Hidayat mengatakan hujan turun.", "Pasar ditutup."]
)
def test_saying_and_other_happenings_are_no_deeds(sentence: str) -> None:
    assert told(sentence).events == ()


def test_one_deed_told_twice_is_one_event_with_two_tellings() -> None:
    reading = told(
        "Liwa al-Rabwah menyerang Katibah Zaitun di Darkush.\n"
        "Menurut Rahmat Hidayat, Liwa al-Rabwah menyerang Katibah Zaitun tanpa peringatan."
    )
    found = event(reading, "ASSAULT")
    assert {t.statement for t in found.tellings} == {s.id for s in reading.statements}
    assert found.tellings[0].statement == found.statement
    assert found.tellings[0].trigger == found.trigger


def test_deeds_of_others_stay_apart() -> None:
    reading = told("Liwa al-Rabwah menyerang Katibah Zaitun. Turki menyerang Iran.")
    assert [e.type for e in reading.events] == ["ASSAULT", "ASSAULT"]


@pytest.mark.parametrize(
    ("sentence", "type_", "both"),
    [
        (
            "Liwa al-Rabwah dan Katibah Zaitun menyepakati gencatan senjata.",
            "AGREE",
            {"Liwa al-Rabwah", "Katibah Zaitun"},
        ),
        (
            "Liwa al-Rabwah bersama Katibah Zaitun menyerang pos tentara.",
            "ASSAULT",
            {"Liwa al-Rabwah", "Katibah Zaitun"},
        ),
        (
            "Sedikitnya tiga orang tewas dalam bentrokan antara Liwa al-Rabwah dan Katibah Zaitun.",
            "ASSAULT",
            {"Liwa al-Rabwah", "Katibah Zaitun"},
        ),
        (
            "Presiden Yasir al-Darwisy bertemu Menteri Hassan Soufan.",
            "CONSULT",
            {"Yasir al-Darwisy", "Hassan Soufan"},
        ),
    ],
)
def test_whoever_shares_a_deed_is_its_actor(sentence: str, type_: str, both: set[str]) -> None:
    assert actors(told(sentence), type_) == both


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Katibah Zaitun (KZ) menyerang pos tentara.", "Katibah Zaitun"),
        ("Pada Maret 2018 Turki menyerang Afrin.", "Turki"),
        ("Serangan Liwa al-Rabwah di Darkush menewaskan 12 orang.", "Liwa al-Rabwah"),
    ],
)
def test_the_actor_is_found_past_what_stands_between(sentence: str, actor: str) -> None:
    assert actors(told(sentence), "ASSAULT") == {actor}


def test_verbs_share_the_subject_of_the_first() -> None:
    reading = told(
        "Puluhan perempuan berunjuk rasa di depan masjid pada Senin siang menuntut kedua faksi pergi."
    )
    assert actors(reading, "REQUEST") == actors(reading, "PROTEST") == {"perempuan"}


def test_whoever_is_asked_to_do_something_is_the_recipient_of_a_request() -> None:
    reading = told("Liwa al-Rabwah mendesak semua warga di Darkush membuka jalan.")
    assert recipients(reading, "REQUEST") == {"warga"}
    assert event(reading, "REQUEST").place is None


def test_a_thing_asked_for_is_no_recipient() -> None:
    assert recipients(told("Liwa al-Rabwah menuntut pembebasan 52 tahanan."), "REQUEST") == set()


def test_a_toll_told_apart_belongs_to_the_deed() -> None:
    reading = told("Liwa al-Rabwah menyerang Katibah Zaitun pada Sabtu. Tiga orang tewas.")
    assert [(q.what, q.low) for q in event(reading, "ASSAULT").quantities] == [("killed", 3)]


def test_a_toll_of_an_attack_tells_the_attack() -> None:
    attack = event(told("Sebanyak 12 orang tewas dan lima terluka dalam ledakan bom di Darkush."), "ASSAULT")
    assert attack.trigger.text == "ledakan bom"
    assert {(q.what, q.low) for q in attack.quantities} == {("killed", 12), ("wounded", 5)}
    assert {(q.what, q.low) for q in attack.tellings[0].quantities} == {("killed", 12), ("wounded", 5)}


def test_a_toll_of_no_attack_is_no_event() -> None:
    assert told("Tiga orang tewas dalam kecelakaan bus di Darkush.").events == ()
