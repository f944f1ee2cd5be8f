"""Reports made by the thousand for the benchmark of the store: a world of ten outlets that cite and copy one another.

Happenings are told by 1 to 200 reports over two years.  A third of all reports are copies; of these a third are
translated, sentence by sentence, a third word for word, a third edited: sentences left out, names of others put
before.  What no copy is, is worded anew: of its sentences, put together from the parts in `made_words.toml`, hardly two
are alike, and a sentence of the corpus stands beside them.  The same seed gives the same reports.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

WORDS: Final[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "made_words.toml").read_text(encoding="utf-8")
)
LANGUAGES: Final = ("id", "en", "ar")
_FIRST: Final = date(2019, 1, 1)
_DAYS: Final = 730
_LATE: Final = (0, 0, 0, 1, 1, 2)
"""Days between a happening and what is published of it."""
_PARTS: Final = ("when", "subject", "deed", "manner")


@dataclass(frozen=True)
class Sentence:
    """What one sentence says, in whatever language."""

    parts: tuple[int, ...]
    slots: dict[str, tuple[str, str]]
    """Each in Latin and in Arabic letters."""

    def told(self, language: str) -> str:
        """Its words."""
        chosen = [WORDS[part][language][n] for part, n in zip(_PARTS, self.parts, strict=True)]
        comma = "،" if language == "ar" else ","
        text = f"{chosen[0]}{comma} {chosen[1]} {chosen[2]} {chosen[3]}."
        return text.format(**_in(self.slots, language))


@dataclass(frozen=True)
class Deed:
    """What a happening is, whoever tells it."""

    id: int
    kind: str
    day: date
    slots: dict[str, tuple[str, str]]
    number: int
    reports: int


@dataclass(frozen=True)
class Made:
    """One report, made."""

    outlet: int
    published: date
    text: str
    of: Made | None = None
    """The report it is a copy of."""
    how: str = "original"
    """original, verbatim, edited, translation."""
    lead: tuple[int, int, int] = (0, 0, 0)
    """Wording of what happened, who says it, the figure."""
    deed: int = 0
    """Which happening it tells."""
    who: dict[str, tuple[str, str]] = field(default_factory=dict)
    sentences: tuple[Sentence, ...] = ()
    own: tuple[str, ...] = ()
    """Sentences of the corpus, in its language only."""

    @property
    def language(self) -> str:
        """Its outlet's."""
        return str(WORDS["outlets"][self.outlet][0])


def made_reports(count: int, seed: int, corpus: Path) -> Iterator[Made]:
    """So many reports, in order of publication."""
    chance = random.Random(seed)
    deeds = []
    left = count
    while left:
        deeds.append(_deed(len(deeds), chance, left))
        left -= deeds[-1].reports
    copies = count / 3 / max(count - len(deeds), 1)  # whoever tells a happening first copies nobody
    corpora = {language: _sentences(corpus / language / "train") for language in LANGUAGES}
    found = [made for deed in deeds for made in _told(deed, copies, chance, corpora)]
    return (made for _, made in sorted(enumerate(found), key=lambda one: (one[1].published, one[0])))


def _deed(id: int, chance: random.Random, most: int) -> Deed:
    size = min(most, 200, max(1, round(chance.paretovariate(0.9))))
    day = _FIRST + timedelta(chance.randrange(_DAYS))
    (a, b), banners = chance.sample(WORDS["bands"], 2), chance.sample(WORDS["banners"], 2)
    slots = {
        "a": _joined(a, banners[0]),
        "b": _joined(b, banners[1]),
        "place": tuple(chance.choice(WORDS["places"])),
    }
    return Deed(id, chance.choice(sorted(WORDS["leads"])), day, slots, chance.randint(3, 60), size)


def _told(deed: Deed, copies: float, chance: random.Random, corpora: dict[str, list[str]]) -> Iterator[Made]:
    told: list[Made] = []
    for published in sorted(deed.day + timedelta(chance.choice(_LATE)) for _ in range(deed.reports)):
        if told and chance.random() < copies:
            made = _copy(deed, chance.choice(told), published, chance)
        else:
            made = _original(deed, told, published, chance, corpora)
        told.append(made)
        yield made


def _original(
    deed: Deed, told: list[Made], published: date, chance: random.Random, corpora: dict[str, list[str]]
) -> Made:
    outlet = chance.randrange(len(WORDS["outlets"]))
    language = WORDS["outlets"][outlet][0]
    made = Made(
        outlet,
        published,
        "",
        lead=(
            chance.randrange(2),
            chance.randrange(len(WORDS["who"]["en"])),
            deed.number + chance.choice((0, 0, 0, 1, -1)),
        ),
        who={"person": _person(chance)},
        sentences=tuple(_sentence(deed, chance) for _ in range(chance.randint(3, 6))),
        own=tuple(chance.sample(corpora[language], chance.randint(1, 3))),
    )
    others = [m for m in told if m.outlet != outlet]
    cited = chance.choice(others) if others and chance.random() < 0.25 else None
    return _written(deed, made, cited, chance)


def _copy(deed: Deed, of: Made, published: date, chance: random.Random) -> Made:
    how = chance.choice(("translation", "verbatim", "edited"))
    outlets = [
        n
        for n, (language, _) in enumerate(WORDS["outlets"])
        if n != of.outlet and (language != of.language) == (how == "translation")
    ]
    sentences, own = of.sentences, of.own
    if how == "edited":
        sentences = tuple(s for s in sentences if chance.random() < 0.7) or sentences[:1]
        own = own[: chance.randint(0, len(own))]
    made = Made(
        chance.choice(outlets),
        published,
        "",
        of=of,
        how=how,
        lead=of.lead,
        who=of.who,
        sentences=sentences,
        own=() if how == "translation" else own,
    )
    return _written(deed, made, of if chance.random() < 0.5 and how != "verbatim" else None, chance)


def _written(deed: Deed, made: Made, cited: Made | None, chance: random.Random) -> Made:
    """The report with its words."""
    language = made.language
    wording, who, number = made.lead
    slots = deed.slots | made.who
    day = f"{deed.day.day} {WORDS['months'][language][deed.day.month - 1]}"
    teller = WORDS["who"][language][who].format(**_in(slots, language))
    lead = WORDS["leads"][deed.kind][language][wording].format(
        **_in(slots, language), n=number, day=day, who=teller
    )
    if cited is not None:
        lead = WORDS["cited"][language].format(outlet=WORDS["outlets"][cited.outlet][1]) + lead
    title = chance.choice(WORDS["titles"][language]).format(**_in(slots, language), day=day)
    head = f"{made.published.day} {WORDS['months'][language][made.published.month - 1]} {made.published.year}"
    outlet, (latin, arabic) = WORDS["outlets"][made.outlet][1], chance.choice(WORDS["places"])
    told = [s.told(language) for s in made.sentences]
    body = "\n\n".join(" ".join(part) for part in ([lead, *told[:2]], told[2:], made.own) if part)
    text = f"{title}\n\n{head}\n\n{outlet}, {arabic if language == 'ar' else latin} – {body}"
    return replace(made, text=text, deed=deed.id)


def _sentence(deed: Deed, chance: random.Random) -> Sentence:
    parts = tuple(chance.randrange(len(WORDS[part]["en"])) for part in _PARTS)
    number = str(chance.randint(3, 40))
    slots = {
        "a": deed.slots["a"],
        "person": _person(chance),
        "other": _person(chance),
        "place": tuple(chance.choice(WORDS["places"])),
        "near": tuple(chance.choice(WORDS["places"])),
        "n": (number, number),
    }
    return Sentence(parts, slots)


def _person(chance: random.Random) -> tuple[str, str]:
    return _joined(chance.choice(WORDS["first_names"]), chance.choice(WORDS["last_names"]))


def _joined(one: list[str], other: list[str]) -> tuple[str, str]:
    return f"{one[0]} {other[0]}", f"{one[1]} {other[1]}"


def _in(slots: dict[str, tuple[str, str]], language: str) -> dict[str, str]:
    return {name: value[language == "ar"] for name, value in slots.items()}


def _sentences(folder: Path) -> list[str]:
    """Sentences of the corpus, of middling length."""
    found = {
        line.strip(" .") + "."
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").replace("\n", ". ").split(". ")
        if 60 < len(line) < 200
    }
    return sorted(found)
