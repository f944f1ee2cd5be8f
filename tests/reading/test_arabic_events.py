"""What Arabic news tells of deeds: by verbs and nouns, in every order and voice, with who, whom, where and how sure."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reading.told import told as told_in

from riwayat.model import Event


def events(text: str) -> tuple[Event, ...]:
    return told_in(text, language="ar").events


def names(text: str) -> dict[str, str]:
    return {e.id: e.name for e in told_in(text, language="ar").entities}


def only(text: str, type_: str) -> Event:
    """The one event of its type."""
    found = [e for e in events(text) if e.type == type_]
    assert len(found) == 1
    return found[0]


def texts(people: Any) -> list[str]:
    return [p.text for p in people]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("تعرضت قاعدة عسكرية لهجوم بطائرات مسيرة فجر اليوم.", "ASSAULT"),
        ("وأعلنت الوزارة أن غارة على بلدة سرمين أدت إلى مقتل خمسة مدنيين.", "ASSAULT"),
        ("تمكنت القوات من إلقاء القبض على قيادي في التنظيم.", "COERCE"),
        ("وأعربت الكويت عن تضامنها مع لبنان.", "SUPPORT"),
        ("خرج عشرات المدنيين في وقفة احتجاجية وسط المدينة.", "PROTEST"),
        ("فرضت وزارة الخزانة الأمريكية عقوبات على ثلاثة قادة.", "SANCTION"),
        ("أرسلت تركيا تعزيزات عسكرية إلى إدلب.", "MOBILIZE"),
        ("أفرجت السلطات المصرية عن 20 معتقلا.", "CONCEDE"),
    ],
)
def test_a_light_verb_with_a_noun_tells_the_noun_s_deed(sentence: str, type_: str) -> None:
    assert type_ in [e.type for e in events(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "دوت صفارات الإنذار في المدينة.",
        "نقلت سيارات الإسعاف الضيوف إلى الفندق.",
        "وجاء ذلك في إشعار صادر عن الهيئة في وقت لاحق.",
    ],
)
def test_a_phrase_that_only_holds_a_deed_s_word_tells_none(sentence: str) -> None:
    assert events(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "recipients"),
    [
        ("خطف مسلحون مجهولون مهندسا صينيا في الولاية.", "ASSAULT", ["مسلحون مجهولون"], ["مهندسا صينيا"]),
        ("اندلعت اشتباكات عنيفة بين الجيش وكتيبة الفاروق.", "ASSAULT", ["الجيش", "كتيبة الفاروق"], []),
        ("ألقي القبض على زعيم العصابة.", "COERCE", [], ["زعيم العصابة"]),
        (
            "قال الوزير إن الأوضاع صعبة، ودعا الأمم المتحدة إلى التدخل.",
            "REQUEST",
            ["الوزير"],
            ["لأمم المتحدة"],
        ),
        ("ودعت الصين الجانبين إلى ضبط النفس.", "REQUEST", ["الصين"], ["الجانبين"]),
        ("اتهمت الحكومة المالية الجزائر بدعم المسلحين.", "ACCUSE", ["الحكومة المالية"], ["الجزائر"]),
    ],
)
def test_endings_tell_who_did_it_from_whom_it_was_done_to(
    sentence: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    event = only(sentence, type_)
    assert texts(event.actors) == actors
    assert [t.removeprefix("ا") for t in texts(event.recipients)] == [r.removeprefix("ا") for r in recipients]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("أدانت محكمة سيدي أمحمد رجل الأعمال نصر الدين بوعلام.", "COERCE"),
        ("أدانت وزارة الخارجية الهجوم على السفارة.", "ACCUSE"),
        ("طردت فرنسا السفير الجزائري.", "SANCTION"),
    ],
)
def test_subject_or_object_decides_what_a_verb_tells(sentence: str, type_: str) -> None:
    assert type_ in [e.type for e in events(sentence)]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("نفى المتحدث باسم الجيش المصري قصف أي مستشفى.", "denied"),
        ("قد تشن إسرائيل هجوما على إيران.", "hypothetical"),
        ("واتهمت الحكومة إيران بقصف المدينة.", "alleged"),
        ("بدأت قوات النظام قصف بلدة سرمين.", "ongoing"),
        ("وكانت قوات النظام قد قصفت بلدة سرمين.", "background"),
        ("قصفت قوات النظام بلدة سرمين.", "asserted"),
    ],
)
def test_how_sure_a_deed_is_follows_the_verb_that_governs_it(sentence: str, modality: str) -> None:
    assert only(sentence, "ASSAULT").modality == modality


def test_a_meeting_that_is_meant_is_planned() -> None:
    text = "يعتزم وزير الخارجية التركي هاكان فيدان زيارة بغداد الأسبوع المقبل."
    assert only(text, "CONSULT").modality == "planned"


@pytest.mark.parametrize(
    ("sentence", "type_", "place"),
    [
        ("انسحبت القوات الفرنسية من مدينة غاو.", "RETREAT", "غاو"),
        ("قصفت قوات النظام بلدة سرمين، وفي دمشق دعا الوزير الأطراف إلى الهدوء.", "REQUEST", None),
        ("دخلت الشرطة مدينة الصنمين أمس. وفرضت الشرطة حظرا للتجوال في المدينة.", "COERCE", "الصنمين"),
    ],
)
def test_where_a_deed_was_done(sentence: str, type_: str, place: str | None) -> None:
    found = only(sentence, type_).place
    assert (names(sentence)[found] if found else None) == place


@pytest.mark.parametrize(
    ("sentence", "person", "group"),
    [
        ("قال المبعوث الصيني لي هوي إن الحوار ضروري.", "لي هوي", "الصين"),
        ("قال القيادي في حركة حماس إسماعيل رضوان إن الوفد وصل.", "إسماعيل رضوان", "حركة حماس"),
        (
            "قال الناطق الرسمي باسم قوات الدعم السريع الفاتح قرشي إن الهدنة صامدة.",
            "الفاتح قرشي",
            "قوات الدعم السريع",
        ),
        (
            "داهمت وزارة الداخلية المكتب. وقال وزير الداخلية فرناندو مارلاسكا إن التحقيق مستمر.",
            "فرناندو مارلاسكا",
            "وزارة الداخلية",
        ),
    ],
)
def test_an_office_says_whose_somebody_is(sentence: str, person: str, group: str) -> None:
    reading, known = told_in(sentence, language="ar"), names(sentence)
    assert (person, group) in {(known[a.member], known[a.group]) for a in reading.affiliations}


@pytest.mark.parametrize("scrap", ["ـ", "قال ـ", "ـه هاجم", "ً", "قُتل ّ 3"])
def test_stray_strokes_and_marks_are_read_over(scrap: str) -> None:
    assert told_in(f"{scrap} قصفت قوات النظام بلدة سرمين.", language="ar").events
