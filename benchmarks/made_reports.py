"""Reports made by the thousand for the benchmark of the store: a world of ten outlets that cite and copy one another.

Happenings are told by 1 to 200 reports over two years; a third of the reports are copies, a third of these in another
language.  Between them stand sentences from the corpus, so that no two reports look alike by their making only.
The same seed gives the same reports.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

OUTLETS = (
    ("KABAR LEMBAH", "id"), ("HARIAN ORONTES", "id"), ("SUARA PERBATASAN", "id"), ("MIMBAR SELATAN", "id"),
    ("ORONTES DAILY", "en"), ("LEVANT LEDGER", "en"), ("BORDER POST", "en"),
    ("صوت العاصي", "ar"), ("شام الجديد", "ar"), ("بريد الحدود", "ar"),
)  # fmt: skip
PLACES = (
    ("Jisr al-Shughur", "جسر الشغور"), ("Saraqib", "سراقب"), ("Binnish", "بنش"), ("Ariha", "أريحا"),
    ("Darkush", "دركوش"), ("Salqin", "سلقين"), ("Harim", "حارم"), ("Idlib", "إدلب"), ("Afrin", "عفرين"),
    ("Azaz", "أعزاز"), ("Jarabulus", "جرابلس"), ("Manbij", "منبج"), ("Homs", "حمص"), ("Raqqa", "الرقة"),
    ("Deir ez-Zor", "دير الزور"), ("Hama", "حماة"),
)  # fmt: skip
GROUPS = (
    ("Liwa al-Rabwah", "لواء الربوة"), ("Katibah Zaitun", "كتيبة الزيتون"), ("Jaysh al-Wadi", "جيش الوادي"),
    ("Harakat al-Sahl", "حركة السهل"), ("Kataib al-Nahr", "كتائب النهر"), ("Faylaq al-Jabal", "فيلق الجبل"),
)  # fmt: skip
MONTHS = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni",
           "Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
    "ar": ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
           "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
}  # fmt: skip
TOLD = {
    "id": {
        "clash": "{n} orang tewas dalam bentrokan antara {a} dan {b} di {place} pada {day}, kata {who}.",
        "attack": "{a} menyerang pos {b} di {place} pada {day} dan menewaskan {n} orang, menurut {who}.",
        "talks": "{a} dan {b} menggelar pertemuan di {place} pada {day}, kata {who}.",
        "protest": "Sekitar {n} warga berunjuk rasa di {place} pada {day} menentang {a}, kata {who}.",
    },
    "en": {
        "clash": "At least {n} people were killed in clashes between {a} and {b} in {place} on {day}, {who} said.",
        "attack": "{a} attacked a post of {b} in {place} on {day}, killing {n} people, {who} said.",
        "talks": "{a} and {b} held talks in {place} on {day}, {who} said.",
        "protest": "About {n} residents protested in {place} on {day} against {a}, {who} said.",
    },
    "ar": {
        "clash": "قُتل {n} أشخاص في اشتباكات بين {a} و{b} في {place} في {day}، بحسب {who}.",
        "attack": "هاجم {a} موقعا تابعا لـ{b} في {place} في {day} ما أدى إلى مقتل {n} أشخاص، بحسب {who}.",
        "talks": "عقد {a} و{b} اجتماعا في {place} في {day}، بحسب {who}.",
        "protest": "تظاهر نحو {n} من السكان في {place} في {day} ضد {a}، بحسب {who}.",
    },
}
WHO = {
    "id": (
        "seorang petugas medis",
        "seorang tetua desa",
        "juru bicara {a}",
        "seorang saksi",
        "sebuah sumber di {place}",
    ),
    "en": ("a medic", "a village elder", "a spokesman for {a}", "a witness", "a source in {place}"),
    "ar": ("مصدر طبي", "أحد وجهاء القرية", "متحدث باسم {a}", "شاهد عيان", "مصدر في {place}"),
}
CITED = {"id": "Seperti dilansir {outlet}, ", "en": "According to {outlet}, ", "ar": "وبحسب {outlet}، "}


@dataclass
class Deed:
    """What a happening is, whoever tells it."""

    kind: str
    day: date
    place: int
    sides: tuple[int, int]
    number: int
    reports: int
    told: list[Made] = field(default_factory=list)


@dataclass
class Made:
    """A report of one, made."""

    outlet: int
    published: date
    who: int
    filling: tuple[str, ...]
    text: str


def made_reports(count: int, seed: int, corpus: Path) -> Iterator[tuple[date, str]]:
    """So many reports, each with its day of publication, in order of it."""
    chance = random.Random(seed)
    sentences = {language: _sentences(corpus / language / "train") for language in ("id", "en", "ar")}
    found: list[tuple[date, int, str]] = []
    while len(found) < count:
        for made in _told(_deed(chance, count - len(found)), chance, sentences):
            found.append((made.published, len(found), made.text))
    return ((day, text) for day, _, text in sorted(found))


def _deed(chance: random.Random, most: int) -> Deed:
    size = min(most, 200, max(1, round(chance.paretovariate(0.9))))
    day = date(2019, 1, 1) + timedelta(chance.randrange(730))
    sides = tuple(chance.sample(range(len(GROUPS)), 2))
    kind = chance.choice(["clash", "attack", "talks", "protest"])
    return Deed(kind, day, chance.randrange(len(PLACES)), (sides[0], sides[1]), chance.randint(2, 60), size)


def _told(deed: Deed, chance: random.Random, sentences: dict[str, list[str]]) -> Iterator[Made]:
    for _ in range(deed.reports):
        outlet = chance.randrange(len(OUTLETS))
        language = OUTLETS[outlet][1]
        published = deed.day + timedelta(chance.choice((0, 0, 0, 1, 1, 2)))
        earlier = [m for m in deed.told if m.published <= published and m.outlet != outlet]
        original = chance.choice(earlier) if earlier and chance.random() < 0.34 else None
        if original is not None and OUTLETS[original.outlet][1] == language:
            body = original.text.split("\n\n", 2)[2].split(" – ", 1)[1]
            who, filling = original.who, original.filling
        else:
            who = original.who if original else chance.randrange(5)
            filling = tuple(chance.sample(sentences[language], 5))
            number = deed.number + (0 if original else chance.choice((0, 0, 0, 1, -1)))
            cited = (
                CITED[language].format(outlet=OUTLETS[chance.choice(earlier).outlet][0])
                if (earlier and chance.random() < 0.25)
                else ""
            )
            body = (
                " ".join([cited + _sentence(deed, language, who, number), *filling[:2]])
                + "\n\n"
                + " ".join(filling[2:])
            )
        place = PLACES[chance.randrange(len(PLACES))][language == "ar"]
        head = f"{published.day} {MONTHS[language][published.month - 1]} {published.year}"
        title = _title(deed, language)
        text = f"{title}\n\n{head}\n\n{OUTLETS[outlet][0]}, {place} – {body}"
        made = Made(outlet, published, who, filling, text)
        deed.told.append(made)
        yield made


def _sentence(deed: Deed, language: str, who: int, number: int) -> str:
    arabic = language == "ar"
    a, b = (GROUPS[side][arabic] for side in deed.sides)
    place = PLACES[deed.place][arabic]
    day = f"{deed.day.day} {MONTHS[language][deed.day.month - 1]}"
    teller = WHO[language][who].format(a=a, place=place)
    return TOLD[language][deed.kind].format(n=number, a=a, b=b, place=place, day=day, who=teller)


def _title(deed: Deed, language: str) -> str:
    place = PLACES[deed.place][language == "ar"]
    return {"id": f"Kabar dari {place}", "en": f"News from {place}", "ar": f"أخبار من {place}"}[language]


def _sentences(folder: Path) -> list[str]:
    """Sentences of the corpus, of middling length."""
    found = {
        line.strip() + "."
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").replace("\n", ". ").split(". ")
        if 60 < len(line) < 200
    }
    return sorted(found)
