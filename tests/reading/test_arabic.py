"""Arabic reports: verbs before their subjects, no capitals, words written together."""

from __future__ import annotations

import pytest

from riwayat.model import Reading, Statement
from riwayat.reading import read

from .told import entities, report


def told(text: str) -> Reading:
    return read(report(text, outlet="أخبار الوادي", language="ar"))


def chain(text: str, quote: str) -> list[tuple[str, str | None]]:
    """The narrators behind the outlet for the statement that holds a quote."""
    reading = told(text)
    at = text.index(quote)
    statement: Statement = next(s for s in reading.statements if s.start <= at < s.end)
    return [(link.kind, link.name) for link in statement.chain[1:]]


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("قال العميد سعد المطيري إن الطريق آمن.", "سعد المطيري"),
        ("وأكد وزير الخارجية أيمن الصفدي أن الحدود مغلقة.", "أيمن الصفدي"),
        ("بحسب الناشط خليل العمور، فإن الطريق مغلق.", "خليل العمور"),
    ],
)
def test_a_title_is_no_part_of_a_name(sentence: str, person: str) -> None:
    assert entities(told(sentence), "person") == [person]


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        ("قال العميد سعد المطيري إن الطريق آمن.", "person", "سعد المطيري"),
        ("العميد سعد المطيري قال إن الطريق آمن.", "person", "سعد المطيري"),
        ("قال مصدر عسكري إن الطريق آمن.", "anonymous", "مصدر عسكري"),
        ("الطريق آمن اليوم أمام السيارات، بحسب وزارة الداخلية.", "official", "وزارة الداخلية"),
        ("أفاد شهود عيان بأن الطريق آمن.", "witness", "شهود عيان"),
        ("تردد في المخيم أن الطريق آمن.", "unspecified", None),
    ],
)
def test_who_is_behind_it(sentence: str, kind: str, name: str | None) -> None:
    assert chain(sentence, "الطريق") == [(kind, name)]


def test_an_outlet_passes_on_what_a_source_says() -> None:
    text = 'ونقلت صحيفة "الوطن" عن مصدر في المحافظة قوله إن الطريق آمن.'
    assert chain(text, "الطريق آمن") == [("outlet", "الوطن"), ("anonymous", "مصدر في المحافظة")]


def test_an_outlet_is_told() -> None:
    text = "وقال مصدر عسكري لوكالة رويترز إن الطريق آمن."
    assert [kind for kind, _ in chain(text, "الطريق آمن")] == ["agency", "anonymous"]


def test_a_verb_that_names_nobody_goes_on_with_the_voice() -> None:
    text = "قال العميد سعد المطيري إن الطريق آمن. وأضاف أن الجيش انسحب."
    assert chain(text, "الجيش") == [("person", "سعد المطيري")]


def test_a_speaker_of_the_same_sentence_goes_on() -> None:
    text = "نفى العميد سعد المطيري سقوط القرية، وقال إن الطريق آمن."
    assert chain(text, "الطريق آمن") == [("person", "سعد المطيري")]


def test_a_document_tells_in_a_clause_behind_it() -> None:
    text = "حصلت الشبكة على وثيقة صادرة عن فرع الأمن، تطلب نشر ستة حواجز جديدة."
    assert [kind for kind, _ in chain(text, "ستة حواجز")] == ["document"]


def test_answers_of_an_interview_are_the_word_of_whoever_is_asked() -> None:
    text = (
        "يروي المهندس مأمون الخطيب تفاصيل الأيام الأخيرة.\n"
        "كيف بدأت المفاوضات؟\n"
        "كنا في المدينة. اجتمعنا بضباط عند المعبر.\n"
        "ومن بقي هناك؟\n"
        "زوجتي بقيت هناك.\n"
        "ماذا تريدون؟\n"
        "نريد أسماء المفقودين."
    )
    assert chain(text, "اجتمعنا") == [("person", "مأمون الخطيب")]
    assert chain(text, "كيف بدأت") == []


@pytest.mark.parametrize(
    ("sentence", "type_", "actor"),
    [
        ("قصفت قوات النظام بلدة سرمين أمس.", "ASSAULT", "قوات النظام"),
        ("إن قوات النظام سيطروا على قرية سرمين.", "ASSAULT", "قوات النظام"),
        ("اعتقلت الشرطة ستة مواطنين في القدس.", "COERCE", "الشرطة"),
        ("وفي النجف، تظاهر المئات أمام مبنى المحافظة.", "PROTEST", "المئات"),
    ],
)
def test_who_does_it_stands_behind_the_verb(sentence: str, type_: str, actor: str) -> None:
    events = told(sentence).events
    assert (type_, [actor]) in [(e.type, [p.text for p in e.actors]) for e in events]


@pytest.mark.parametrize(
    ("text", "quote", "narrators"),
    [
        # who goes on speaking
        (
            "واتهم النائب سامر العلي الحكومة بالتقصير، مطالبا إياها بفتح الطريق.",
            "فتح الطريق",
            [("person", "سامر العلي")],
        ),
        (
            "نقلت رويترز عن مصدر أمني قوله إن الطريق آمن، مضيفا أن الجسر مغلق.",
            "الجسر مغلق",
            [("agency", "رويترز"), ("anonymous", "مصدر أمني")],
        ),
        (
            "«لن نغادر أرضنا أبدا مهما طال الحصار على البلدة»، يقول المزارع سامر العلي.",
            "لن نغادر",
            [("person", "سامر العلي")],
        ),
        # somebody told of within another's words
        (
            "وقال الطبيب سامر العلي إن والدة الطفل أبلغته بأن الطريق مقطوع.",
            "الطريق مقطوع",
            [("person", "سامر العلي"), ("witness", "والدة الطفل")],
        ),
        (
            "واستمعت اللجنة إلى شهادات ثلاثة سكان قالوا إن الطريق مقطوع.",
            "الطريق مقطوع",
            [("witness", "ثلاثة سكان")],
        ),
        ("أغلق الطريق أمس، وهو ما نفاه محافظ البلدة سامر العلي لاحقا.", "نفاه", [("person", "سامر العلي")]),
        # pictures, and who put them out
        (
            "وأظهرت صور نشرتها وكالة رويترز اندلاع حريق على الطريق.",
            "حريق على الطريق",
            [("agency", "وكالة رويترز"), ("photo", "صور")],
        ),
        # nobody
        ("وعُلم أن الطريق مقطوع منذ ساعات الصباح الأولى.", "الطريق مقطوع", [("unspecified", None)]),
    ],
)
def test_chains_of_one_sentence(text: str, quote: str, narrators: list[tuple[str, str | None]]) -> None:
    assert chain(text, quote) == narrators


def test_what_somebody_told_the_publisher_does_not_come_from_the_source_of_the_report() -> None:
    text = (
        "أعلنت الحكومة فتح الطريق أمام السيارات اليوم.\n"
        "وقال النائب سامر العلي لأخبار الوادي إن الجسر مغلق منذ أسبوع.\n"
        "المصدر: رويترز"
    )
    reading = read(report(text, outlet="أخبار الوادي", language="ar", cites=("رويترز",)))
    kinds = [[link.kind for link in s.chain] for s in reading.statements]
    assert ["outlet", "agency"] in [k[:2] for k in kinds]
    assert next(k for s, k in zip(reading.statements, kinds, strict=True) if "الجسر" in s.text) == [
        "outlet",
        "person",
    ]


def test_a_demand_behind_a_verb_goes_to_whom_it_asks() -> None:
    text = "وقالت وزارة الصحة إن الطريق مقطوع، وحذرت الأهالي من الاقتراب منه."
    assert chain(text, "من الاقتراب") == [("official", "وزارة الصحة")]


@pytest.mark.parametrize(
    ("sentence", "quote", "narrators"),
    [
        (
            "روى الصحفي سعد المطيري، نقلا عن سكان في الحي، أن الجسر انهار مساء أمس.",
            "الجسر انهار",
            [("person", "سعد المطيري"), ("witness", "سكان في الحي")],
        ),
        (
            "أغلق الجسر أمام السيارات مساء أمس، وفق ما أوردته صحيفة «الغد» نقلا عن مصدر أمني.",
            "أغلق الجسر",
            [("outlet", "الغد"), ("anonymous", "مصدر أمني")],
        ),
        (
            "كشفت صحيفة «الغد» عن وثيقة داخلية جاء فيها أن الجسر سيغلق نهاية العام.",
            "الجسر سيغلق",
            [("outlet", "الغد"), ("document", "وثيقة داخلية")],
        ),
        ("من ناحيته قال مصدر أمني إن الجسر مغلق.", "الجسر مغلق", [("anonymous", "مصدر أمني")]),
        ("ويعزو مسؤولون محليون الحريق إلى ماس كهربائي.", "الحريق", [("official", "مسؤولون محليون")]),
        ("وسبق لوزير الدفاع أن أعلن أن الجسر سيغلق.", "الجسر سيغلق", [("official", "وزير الدفاع")]),
        ("وأفادت مراسلتنا بأن الجسر أغلق صباح اليوم.", "الجسر أغلق", []),
    ],
)
def test_each_link_stands_where_the_words_passed_through(
    sentence: str, quote: str, narrators: list[tuple[str, str]]
) -> None:
    found = chain(sentence, quote)
    assert [kind for kind, _ in found] == [kind for kind, _ in narrators]
    assert all((name or "").endswith(wanted) for (_, name), (_, wanted) in zip(found, narrators, strict=True))


def test_who_speaks_in_a_clause_set_against_another_is_heard_alone() -> None:
    text = "فبينما تؤكد إدارة الأمن أن الشاب رفض التفتيش، يقول شهود كانوا في المكان إنه نزل رافعا يديه."
    assert [kind for kind, _ in chain(text, "نزل رافعا")] == ["witness"]
