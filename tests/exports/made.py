"""A small chronicle made by hand, and exports of it: what the tests of this folder read back."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any

from tests.chronicle.made import source

from riwayat.chronicle.happening import happening
from riwayat.exports import format_called
from riwayat.exports.entry import Entry, entry_of
from riwayat.model import (
    Account,
    Affiliation,
    Aligned,
    Copy,
    Entity,
    EntityType,
    Narrator,
    Party,
    PlaceRef,
    Quantity,
    Reading,
    Report,
    Source,
    Span,
    Statement,
    Time,
    Told,
    Where,
)
from riwayat.told import Mask, names_of

PRIVATE = "Siti Aminah"
SPOKESMAN = "Yasir al-Darwisy"
KAFR_LAIMUN = Where("Kafr Laimun", PlaceRef(None, 35.91, 36.42, "SY", "village"))

CLASH = (
    "KABAR LEMBAH, Darkush – Liwa al-Rabwah menyerang Katibah Zaitun di Kafr Laimun pada Sabtu malam.\n"
    '"Tiga orang tewas dalam serangan itu," kata juru bicara Liwa al-Rabwah, Yasir al-Darwisy.\n'
    "Seorang warga, Siti Aminah, tertembak ketika Liwa al-Rabwah menyerang rumahnya."
)
CLASH_TOO = (
    "Five people were killed when Liwa al-Rabwah attacked Katibat Zaytun in Kafr Laimun, a medic told us. "
    "Its commander, Yasser al-Darwishi, led the attack."
)
TALKS = "Katibah Zaitun akan bertemu Liwa al-Rabwah pekan depan, kata seorang tetua desa."
RELEASE = "أفرجت كتيبة زيتون عن أربعة أسرى"

RABWAH = Party("Liwa al-Rabwah", "group")


def report(name: str, outlet: str, language: str, **more: Any) -> Source:
    """A report, its id a digest as real ones are."""
    made = source(f"sha256:{name * 64}", outlet, language=language, day=more.pop("day", "2021-06-13"))
    return replace(made, **more)


FIRST = report(
    "a",
    "Kabar Lembah",
    "id",
    title="=Bentrok di Kafr Laimun: Siti Aminah Tertembak",
    url="https://kabar.example/1",
)
SECOND = report("b", "Orontes Daily", "en", title="Five killed", file="second.html", day="2021-06-14")
THIRD = report("c", "Suara Zaitun", "id", url="https://zaitun.example/talks", day="2021-06-20")
FOURTH = report("d", "وكالة الوادي", "ar", day="2021-06-21")


def span(text: str, words: str, after: int = 0) -> Span:
    """Where the words stand in the text, from an offset on."""
    start = text.index(words, after)
    return Span(start, start + len(words), words)


def reading(told_by: Source, text: str, *entities: tuple[EntityType, str, bool | None]) -> Reading:
    """A reading that knows these names: type, name, whether public."""
    found = tuple(
        Entity(f"e{n}", type, name, (span(text, name),), public=public)
        for n, (type, name, public) in enumerate(entities, start=1)
    )
    people = [e for e in found if e.name == SPOKESMAN]
    role = "juru bicara Liwa al-Rabwah"
    member_of = [
        Affiliation(person.id, group.id, "juru bicara", span(text, role))
        for person in people
        for group in found
        if group.name == "Liwa al-Rabwah" and role in text
    ]
    return Reading(
        version=1,
        report=Report(
            id=told_by.id,
            url=told_by.url,
            canonical_url=None,
            outlet=told_by.outlet,
            title=told_by.title,
            language=told_by.language,
            published=told_by.published,
            dateline=None,
            bylines=(),
            cites=(),
            photos=(),
            text=text,
        ),
        entities=found,
        affiliations=tuple(member_of),
        statements=(Statement("s1", 0, len(text), text, ()),),
        events=(),
    )


READINGS = {
    one.report.id: one
    for one in (
        reading(
            FIRST,
            CLASH,
            ("group", "Liwa al-Rabwah", None),
            ("group", "Katibah Zaitun", None),
            ("person", SPOKESMAN, True),
            ("person", PRIVATE, False),
            ("place", "Kafr Laimun", None),
        ),
        reading(
            SECOND,
            CLASH_TOO,
            ("group", "Liwa al-Rabwah", None),
            ("group", "Katibat Zaytun", None),
            ("person", "Yasser al-Darwishi", True),
            ("place", "Kafr Laimun", None),
        ),
        reading(THIRD, TALKS, ("group", "Katibah Zaitun", None), ("group", "Liwa al-Rabwah", None)),
        reading(FOURTH, RELEASE, ("group", "كتيبة زيتون", None)),
    )
}


def telling(
    told_by: Source,
    sentence: str,
    trigger: str,
    *chain: Narrator,
    killed: tuple[int, str] | None = None,
    **more: Any,
) -> Told:
    """A telling by these words of the report."""
    text = READINGS[told_by.id].report.text
    words = span(text, sentence)
    figures = span(text, killed[1], words.start) if killed else None
    return Told(
        statement=words,
        sentence=words,
        trigger=span(text, trigger, words.start),
        modality=more.get("modality", "asserted"),
        quantities=(Quantity("killed", killed[0], killed[0], None, figures.start, figures.end, figures.text),)
        if killed and figures
        else (),
        chain=(Narrator("outlet", told_by.outlet.name, named=True), *chain),
    )


def account(told_by: Source, type: Any, *tellings: Told, **more: Any) -> Account:
    """An account of this report."""
    trigger = tellings[0].trigger
    return Account(
        key=f"{told_by.id}/{trigger.start}-{trigger.end}/{type}",
        source=told_by,
        type=type,
        mode=more.get("mode"),
        modality=tellings[0].modality,
        actors=more.get("actors", ()),
        recipients=more.get("recipients", ()),
        place=more.get("place"),
        time=more.get("time"),
        tellings=tellings,
    )


_LINES = CLASH.split("\n")
_NIGHT = Time("2021-06-12T18:00", "2021-06-13T06:00", "night", "Sabtu malam")
_YASIR = Narrator(
    "person",
    SPOKESMAN,
    named=True,
    body=RABWAH,
    public=True,
    cue=Span(0, 4, "kata"),
    span=Span(0, 5, "Yasir"),
)
ACCOUNTS = (
    account(
        FIRST,
        "ASSAULT",
        telling(FIRST, _LINES[0], "menyerang"),
        telling(FIRST, _LINES[1], "serangan", _YASIR, killed=(3, "Tiga orang tewas")),
        telling(FIRST, _LINES[2], "menyerang", Narrator("witness", "Seorang warga")),
        mode="firearms",
        actors=(RABWAH,),
        recipients=(Party("Katibah Zaitun", "group"), Party(PRIVATE, "person", public=False)),
        place=KAFR_LAIMUN,
        time=_NIGHT,
    ),
    account(
        SECOND,
        "ASSAULT",
        telling(
            SECOND,
            CLASH_TOO.split(". ")[0],
            "attacked",
            Narrator("agency", "Reuters", named=True, known_as="reuters"),
            Narrator("witness", "a medic", cue=Span(84, 88, "told")),
            killed=(5, "Five people were killed"),
        ),
        actors=(RABWAH, Party("Yasser al-Darwishi", "person", public=True)),
        recipients=(Party("Katibat Zaytun", "group"), Party("villagers", None)),
        place=KAFR_LAIMUN,
        time=_NIGHT,
    ),
    account(
        THIRD,
        "CONSULT",
        telling(THIRD, TALKS, "bertemu", Narrator("anonymous", "seorang tetua desa"), modality="planned"),
        actors=(Party("Katibah Zaitun", "group"), RABWAH, Party("Ankara", "place"), Party("أنقرة", "place")),
        time=Time("2021-06-21", "2021-06-27", "week", "pekan depan"),
    ),
    account(
        FOURTH,
        "CONCEDE",
        telling(FOURTH, RELEASE, "أفرجت"),
        actors=(Party("كتيبة زيتون", "group"),),
        recipients=(Party("أربعة أسرى", None),),
    ),
)
COPIES = (
    Copy(
        SECOND.id,
        FIRST.id,
        "translation",
        False,
        0.25,
        (Aligned(ACCOUNTS[1].tellings[0].sentence, ACCOUNTS[0].tellings[0].sentence, 0.9),),
    ),
)


def entry(*accounts: Account, copies: Iterable[Copy] = (), unmask: bool = False) -> Entry:
    """One happening out of these accounts."""
    identifier = f"h{accounts[0].type.lower():0<12}"[:13]
    value = happening(identifier, accounts, copies)
    mask = Mask() if unmask else Mask(names_of(READINGS[report.id]) for report in value.reports)
    return entry_of(value, accounts, copies, mask=mask, reading=READINGS.__getitem__)


def chronicle(*, unmask: bool = False) -> list[Entry]:
    """All of it: a clash told by two reports, planned talks, a release."""
    return [
        entry(*those, copies=COPIES, unmask=unmask)
        for _, those in groupby(ACCOUNTS, key=lambda account: account.type)
    ]


def exported(name: str, entries: Iterable[Entry] | None = None, *, unmask: bool = False) -> bytes:
    """What this form gives of the chronicle made by hand, or of these entries."""
    out = io.BytesIO()
    format_called(name).write(chronicle(unmask=unmask) if entries is None else entries, out)
    return out.getvalue()
