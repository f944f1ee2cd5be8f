"""A chronicle of many happenings, made without reading anything: for benchmarks of what shows it.

Stories of one to three happenings, each told by some of the story's reports, in three languages, with origins of many
kinds, copies, citations, disputed figures and private witnesses, like the chronicles that are read from real pages.
The values are those that a reading would give; rows are written in bulk by the functions that `riwayat add` uses.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from riwayat.model import Reading

_KINDS = (("Liwa", "لواء"), ("Katibah", "كتيبة"), ("Jaysh", "جيش"), ("Harakat", "حركة"), ("Faylaq", "فيلق"))
_OF = (
    ("al-Rabwah", "الربوة"), ("al-Zaitun", "الزيتون"), ("al-Wadi", "الوادي"), ("al-Sahl", "السهل"),
    ("al-Nahr", "النهر"), ("al-Jabal", "الجبل"), ("al-Sarwah", "السروة"), ("al-Karm", "الكرم"),
    ("al-Baylasan", "البيلسان"), ("al-Sanabil", "السنابل"), ("al-Yasmin", "الياسمين"), ("al-Safsaf", "الصفصاف"),
)  # fmt: skip
GROUPS = tuple((f"{kind[0]} {of[0]}", f"{kind[1]} {of[1]}") for kind in _KINDS for of in _OF)
PLACES = (
    ("Jisr al-Shughur", "جسر الشغور"), ("Saraqib", "سراقب"), ("Binnish", "بنش"), ("Ariha", "أريحا"),
    ("Darkush", "دركوش"), ("Salqin", "سلقين"), ("Harim", "حارم"), ("Idlib", "إدلب"), ("Afrin", "عفرين"),
    ("Azaz", "أعزاز"), ("Jarabulus", "جرابلس"), ("Manbij", "منبج"), ("Homs", "حمص"), ("Raqqa", "الرقة"),
    ("Hama", "حماة"), ("Latakia", "اللاذقية"), ("Tartus", "طرطوس"), ("Palmyra", "تدمر"), ("Aleppo", "حلب"),
)  # fmt: skip
_WORDS = (("Kabar", "صوت"), ("Orontes", "العاصي"), ("Levant", "الشام"), ("Mimbar", "منبر"), ("Suara", "صدى"))
_KINDS_OF_OUTLETS = (("Daily", "اليوم"), ("Post", "بريد"), ("Ledger", "دفتر"), ("Observer", "مراقب"))
OUTLETS = tuple(
    (f"{word[0]} {kind[0]}" if n % 3 else f"{kind[1]} {word[1]}", ("ar", "en", "id")[n % 3])
    for n, (word, kind) in enumerate((word, kind) for word in _WORDS for kind in _KINDS_OF_OUTLETS)
)
_PRIVATE = ("Salma Darwish", "Umar Halabi", "Nadia Khatib", "Rami Aswad", "Huda Mansur")
_DEEDS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "ASSAULT": (
        ("en", "attacked", "{a} attacked a post of {b} in {place} on {day}, killing {n} people"),
        ("id", "menyerang", "{a} menyerang pos {b} di {place} pada {day} dan menewaskan {n} orang"),
        ("ar", "هاجم", "هاجم {a} موقعا تابعا لـ {b} في {place} في {day} ما أدى إلى مقتل {n} أشخاص"),
    ),
    "CONSULT": (
        ("en", "held talks", "{a} and {b} held talks in {place} on {day} about {n} detainees"),
        (
            "id",
            "menggelar pertemuan",
            "{a} dan {b} menggelar pertemuan di {place} pada {day} tentang {n} tahanan",
        ),
        ("ar", "عقد", "عقد {a} و {b} اجتماعا في {place} في {day} بشأن {n} محتجزين"),
    ),
    "RETREAT": (
        ("en", "withdrew", "{b} withdrew from {place} on {day} after {n} hours, fearing {a}"),
        ("id", "mundur", "{b} mundur dari {place} pada {day} setelah {n} jam karena {a}"),
        ("ar", "انسحب", "انسحب {b} من {place} في {day} بعد {n} ساعات خوفا من {a}"),
    ),
    "PROTEST": (
        ("en", "protested", "{n} residents of {place} protested on {day} against {a} and {b}"),
        ("id", "berunjuk rasa", "{n} warga {place} berunjuk rasa pada {day} menentang {a} dan {b}"),
        ("ar", "تظاهر", "تظاهر {n} من سكان {place} في {day} ضد {a} و {b}"),
    ),
}
_SAID = {"en": "{who} said that", "id": "{who} mengatakan bahwa", "ar": "قال {who} إن"}
_CITED = {"en": "According to {outlet},", "id": "Seperti dilansir {outlet},", "ar": "وبحسب {outlet}،"}
_CUES = {"en": ("said", "According to"), "id": ("mengatakan", "Seperti dilansir"), "ar": ("قال", "وبحسب")}
_TELLERS = ("anonymous", "witness", "person", "group", "photo")
_CALLED = {
    "en": ("a source in {place}", "a villager", "", "{a}", "a photo"),
    "id": ("sumber di {place}", "seorang warga", "", "{a}", "sebuah foto"),
    "ar": ("مصدر في {place}", "أحد السكان", "", "{a}", "صورة"),
}
_AT_ONCE = 500
_FETCHED = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass
class _Deed:
    """One happening as it was, whoever tells it."""

    type: str
    day: date
    place: int
    sides: tuple[int, int]
    number: int


@dataclass
class _Report:
    """One report of a story."""

    outlet: int
    day: date
    deeds: list[int]
    """Which of the story's."""
    teller: int
    off: int
    """By how much its figures differ."""
    cites: int | None
    copies: int | None
    """Which report of the story it repeats word for word."""
    witness: str
    filling: tuple[str, ...]


@dataclass
class _Text:
    """A text that grows, and remembers where its parts stand."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> int:
        at = self.length
        self.parts.append(words)
        self.length += len(words)
        return at

    @property
    def whole(self) -> str:
        return "".join(self.parts)


def make_chronicle(happenings: int, seed: int, corpus: Path) -> None:
    """Fills the open, empty store with so many happenings."""
    from django.db import transaction

    chance = random.Random(seed)
    filling = {language: _sentences(corpus / language / "train") for language in ("id", "en", "ar")}
    stories = _stories(happenings, chance, filling)
    writer = _Writer()
    while batch := list(islice(stories, _AT_ONCE)):
        with transaction.atomic():
            for deeds, reports in batch:
                writer.take(deeds, reports)
            writer.write()


def _stories(
    happenings: int, chance: random.Random, filling: dict[str, list[str]]
) -> Iterator[tuple[list[_Deed], list[_Report]]]:
    left = happenings
    while left:
        deeds = _deeds(min(left, chance.choice((1, 1, 2, 3))), chance)
        reports = _reports(deeds, chance, filling)
        left -= len({deed for report in reports for deed in report.deeds})  # what nobody tells is none
        yield deeds, reports


def _deeds(count: int, chance: random.Random) -> list[_Deed]:
    day = date(2016, 1, 1) + timedelta(chance.randrange(2900))
    place = chance.randrange(len(PLACES))
    first, second = chance.sample(range(len(GROUPS)), 2)
    return [
        _Deed(type, day + timedelta(n), place, (first, second), chance.randint(2, 60))
        for n, type in enumerate(chance.sample(sorted(_DEEDS), count))
    ]


def _reports(deeds: list[_Deed], chance: random.Random, filling: dict[str, list[str]]) -> list[_Report]:
    found: list[_Report] = []
    for number in range(min(150, max(1, round(chance.paretovariate(1.1))))):
        outlet = chance.randrange(len(OUTLETS))
        language = OUTLETS[outlet][1]
        same = [n for n, one in enumerate(found) if OUTLETS[one.outlet][1] == language]
        copied = chance.choice(same) if same and chance.random() < 0.3 else None
        if copied is None:
            told = [n for n in range(len(deeds)) if n == number % len(deeds) or chance.random() < 0.6]
            report = _Report(
                outlet,
                deeds[told[0]].day + timedelta(chance.choice((0, 0, 1, 1, 2))),
                told,
                chance.randrange(5),
                chance.choice((0, 0, 0, 0, 1, -1)),
                chance.choice(found).outlet if found and chance.random() < 0.4 else None,
                None,
                chance.choice(_PRIVATE),
                tuple(chance.sample(filling[language], 5)),
            )
        else:
            of = found[copied]
            report = _Report(
                outlet, of.day + timedelta(chance.choice((0, 1))), of.deeds, of.teller, of.off, of.cites, copied,
                of.witness, of.filling,
            )  # fmt: skip
        found.append(report)
    return found


def _sentences(folder: Path) -> list[str]:
    """Sentences of the corpus, of middling length."""
    return sorted(
        {
            line.strip() + "."
            for path in sorted(folder.glob("*.txt"))
            for line in path.read_text(encoding="utf-8").replace("\n", ". ").split(". ")
            if 60 < len(line) < 200
        }
    )


class _Writer:
    """Gathers rows, and writes them a batch at a time."""

    def __init__(self) -> None:
        from riwayat.store import models as rows
        from riwayat.text.folding import fold
        from riwayat.world.gazetteer import Gazetteer

        self._outlets = [
            rows.Outlet.objects.create(name=name, domain=f"outlet{n}.example", folded=fold(name))
            for n, (name, _) in enumerate(OUTLETS)
        ]
        self._refs = [Gazetteer.shipped().find(name)[0].ref() for name, _ in PLACES]
        self._waiting: list[tuple[list[_Deed], list[_Report]]] = []
        self._next = 1

    def take(self, deeds: list[_Deed], reports: list[_Report]) -> None:
        self._waiting.append((deeds, reports))

    def write(self) -> None:
        from riwayat.chronicle.accounts import accounts, source_of
        from riwayat.chronicle.happening import happening
        from riwayat.model import Aligned, Copy, Span
        from riwayat.store import models as rows
        from riwayat.store import search
        from riwayat.store.copy_rows import copy_row
        from riwayat.store.happenings import happening_row
        from riwayat.store.reading_rows import account_row, happening_id, named_rows, narrated_rows, packed
        from riwayat.store.signals import happenings_written

        pages, made, copies, happening_rows = [], [], [], []
        found_accounts, named, narrated, written = [], [], [], []
        for deeds, reports in self._waiting:
            told: dict[int, list[Any]] = {}
            story: list[tuple[Any, Reading]] = []
            among = []
            for report in reports:
                number = self._next
                self._next += 1
                reading = self._reading(number, deeds, report)
                page = _page(number, rows)
                source = source_of(reading.report, fetched="2024-01-01", url=page.url)
                row = _report_row(number, page, self._outlets[report.outlet], reading, source, rows, packed)
                pages.append(page)
                made.append((row, reading))
                values = accounts(reading, source)
                own = [account_row(value, row) for value in values]
                pairs = list(zip(own, values, strict=True))
                for deed, pair in zip(report.deeds, pairs, strict=True):
                    told.setdefault(deed, []).append(pair)
                found_accounts += own
                named += named_rows(reading.entities, pairs, row)
                narrated += narrated_rows(reading, pairs, row)
                if report.copies is not None:
                    of, its = story[report.copies]
                    here, there = reading.statements[0], its.statements[0]
                    spans = (Span(one.start, one.end, one.text) for one in (here, there))
                    copy = Copy(row.key, of.key, "verbatim", False, 1.0, (Aligned(*spans, 1.0),))
                    among.append(copy)
                    copies.append(copy_row(copy, row.pk, of.pk))
                story.append((row, reading))
            for deed in sorted(told):
                pairs = told[deed]
                identifier = happening_id(pairs[0][1].key)
                value = happening(identifier, [value for _, value in pairs], among)
                happening_rows.append(happening_row(value, reports=len(pairs)))
                written.append((value, len(pairs)))
                for own_row, _ in pairs:
                    own_row.happening_id = identifier
        rows.Page.objects.bulk_create(pages)
        rows.Report.objects.bulk_create([row for row, _ in made])
        rows.Happening.objects.bulk_create(happening_rows)
        rows.Account.objects.bulk_create(found_accounts)
        rows.Named.objects.bulk_create(named)
        rows.Narrated.objects.bulk_create(narrated)
        rows.Copy.objects.bulk_create(copies)
        for row, reading in made:
            search.index(row.pk, reading)
        happenings_written.send(sender=None, happenings=written)
        self._waiting.clear()

    def _reading(self, number: int, deeds: list[_Deed], report: _Report) -> Reading:
        return _Reader(number, deeds, report, self._refs).reading()


def _page(number: int, rows: Any) -> Any:
    url = f"https://outlet.example/{number}"
    return rows.Page(
        pk=number, address=url, digest=f"sha256:{number:064}", source=url, url=url, media_type="text/plain",
        fetched=_FETCHED, seen=_FETCHED, kept_file="riwayat-00001.warc.gz", kept_offset=number, kept_length=0,
    )  # fmt: skip


def _report_row(
    number: int, page: Any, outlet: Any, reading: Reading, source: Any, rows: Any, packed: Any
) -> Any:
    told = reading.report
    assert told.published is not None
    return rows.Report(
        pk=number, key=told.id, page=page, outlet=outlet, title=told.title, language=told.language,
        published_start=told.published.start, published_end=told.published.end, published_granularity="day",
        cites=list(told.cites), known_from=date.fromisoformat(source.known_from), reading=packed(reading),
        engine="made", state="derived",
    )  # fmt: skip


class _Reader:
    """The reading of one report."""

    def __init__(self, number: int, deeds: list[_Deed], report: _Report, refs: list[Any]) -> None:
        self._number, self._deeds, self._report, self._refs = number, deeds, report, refs
        self._outlet, self._language = OUTLETS[report.outlet]
        self._text = _Text()
        self._entities: dict[tuple[str, str], list[Any]] = {}
        self._statements: list[Any] = []
        self._events: list[Any] = []

    def reading(self) -> Reading:
        from riwayat.model import VERSION, Entity, Outlet, Reading, Report, Time

        self._text.add(f"{self._outlet} – ")
        for at, deed in enumerate(self._report.deeds):
            self._sentence(at, self._deeds[deed])
            self._text.add(" " + self._report.filling[at] + "\n")
        self._text.add(" ".join(self._report.filling[len(self._report.deeds) :]))
        text, day = self._text.whole, self._report.day.isoformat()
        place = PLACES[self._deeds[0].place]
        return Reading(
            version=VERSION,
            report=Report(
                id="sha256:" + sha256(f"{self._number} {text}".encode()).hexdigest(),
                url=None,
                canonical_url=None,
                outlet=Outlet(self._outlet, f"outlet{self._report.outlet}.example"),
                title=f"{self._outlet}: {place[self._language == 'ar']} {day}",
                language=self._language,
                published=Time(day, day, "day"),
                dateline=None,
                bylines=(),
                cites=(OUTLETS[self._report.cites][0],) if self._report.cites is not None else (),
                photos=(),
                text=text,
            ),
            entities=tuple(
                Entity(
                    id=f"e{n}",
                    type=type,  # type: ignore[arg-type]
                    name=name,
                    mentions=tuple(mentions),
                    place=self._refs[self._deeds[0].place] if type == "place" else None,
                    public=False if type == "person" else None,
                )
                for n, ((type, name), mentions) in enumerate(self._entities.items())
            ),
            affiliations=(),
            statements=tuple(self._statements),
            events=tuple(self._events),
        )

    def _mention(self, type: str, name: str, base: int, sentence: str) -> tuple[str, Any]:
        """Id of an entity that the sentence names, and where."""
        from riwayat.model import Span

        at = sentence.index(name)
        span = Span(base + at, base + at + len(name), name)
        self._entities.setdefault((type, name), []).append(span)
        return f"e{list(self._entities).index((type, name))}", span

    def _sentence(self, at: int, deed: _Deed) -> None:
        from riwayat.model import Event, Link, Participant, Quantity, Span, Statement, Telling, Time

        arabic = self._language == "ar"
        (_, trigger, pattern) = next(one for one in _DEEDS[deed.type] if one[0] == self._language)
        a, b = (GROUPS[side][arabic] for side in deed.sides)
        place = PLACES[deed.place][arabic]
        number = max(1, deed.number + self._report.off)
        told = pattern.format(a=a, b=b, place=place, day=deed.day.isoformat(), n=number)
        kind, who = _TELLERS[self._report.teller], _CALLED[self._language][self._report.teller]
        who = self._report.witness if kind == "person" else who.format(a=a, place=place)
        said = _SAID[self._language].format(who=who)
        cites = self._report.cites
        cited = _CITED[self._language].format(outlet=OUTLETS[cites][0]) + " " if cites is not None else ""
        sentence = f"{cited}{said} {told}."
        base = self._text.add(sentence)
        say, follow = _CUES[self._language]

        def span(words: str) -> Span:
            start = base + sentence.index(words)
            return Span(start, start + len(words), words)

        outlet_id, _ = (
            self._mention("outlet", OUTLETS[cites][0], base, sentence) if cites is not None else (None, None)
        )
        chain = [Link("outlet", self._outlet)]
        if cites is not None:
            chain.append(Link("outlet", OUTLETS[cites][0], entity=outlet_id, cue=span(follow)))
        entity = None
        if kind == "person":
            entity, _ = self._mention("person", who, base, sentence)
        elif kind == "group":
            entity, _ = self._mention("group", a, base, sentence)
        name = who if kind in ("person", "group") else None
        chain.append(Link(kind, name, None if name else who, entity, span(say), span=span(who)))  # type: ignore[arg-type]
        self._statements.append(Statement(f"s{at}", base, base + len(sentence), sentence, tuple(chain)))
        offset = base + len(sentence) - len(told) - 1
        sides = []
        for group in (a, b):
            known, where = self._mention("group", group, offset, told)
            sides.append(Participant(known, where.start, where.end, group))
        place_id, _ = self._mention("place", place, offset, told)
        figure = offset + told.index(str(number))
        what = "killed" if deed.type == "ASSAULT" else "participants"
        quantities = (
            (Quantity(what, number, number, None, figure, figure + len(str(number)), str(number)),)
            if deed.type in ("ASSAULT", "PROTEST")
            else ()
        )
        trigger_at = offset + told.index(trigger)
        found = Span(trigger_at, trigger_at + len(trigger), trigger)
        day = deed.day.isoformat()
        self._events.append(
            Event(
                id=f"v{at}",
                type=deed.type,  # type: ignore[arg-type]
                mode=None,
                modality="asserted",
                statement=f"s{at}",
                trigger=found,
                tellings=(Telling(f"s{at}", found, "asserted", quantities),),
                actors=(sides[0],),
                recipients=(sides[1],),
                place=place_id,
                time=Time(day, day, "day", day),
                quantities=quantities,
            )
        )
