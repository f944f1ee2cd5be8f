"""Somebody as the reports tell: names, affiliations over time, deeds, words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from rich.console import RenderableType
from rich.text import Text

from riwayat.model import Time
from riwayat.show.chronicle.parts import isolated, parties, quoted
from riwayat.show.layout import Layout, heading, stacked, with_margin
from riwayat.show.style import DIM, MODALITY, SPAN, TITLE
from riwayat.show.wording import count, language, when
from riwayat.told.person import AffiliationTold, Deed, Said, Who

__all__ = ["person"]

T = TypeVar("T")

_DAY = 17
"""Columns of `Wed 30 Sep 2021`."""


def person(one: Who, *, most: int, width: int, colour: bool) -> RenderableType:
    """The whole, of each part the latest `most`."""
    layout = Layout(width, colour)
    did = [deed for deed in one.deeds if deed.part == "actor"]
    suffered = [deed for deed in one.deeds if deed.part == "recipient"]
    return stacked(
        [
            _head(one),
            _affiliations(one, layout, most),
            _deeds("Did", did, layout, most),
            _deeds("Was done to them", suffered, layout, most),
            _said("Said", one.said, layout, most),
            _said("Said of them", one.said_of, layout, most),
        ]
    )


def _head(one: Who) -> Iterator[Text]:
    yield Text(isolated(one.name), style=TITLE)
    facts: list[str] = [one.kind]
    if one.kind == "person" and one.public is not True:
        facts.append("private")
    if one.known_as:
        facts.append(f"known as {one.known_as}")
    yield Text(" · ".join(facts), style=DIM)
    for name in one.names:
        languages = ", ".join(language(code) for code in name.languages)
        yield Text.assemble(isolated(name.name), "  ", (f"{count(name.reports, 'report')}, {languages}", DIM))
    yield Text("what rests on their word: riwayat sources NAME", style=DIM)


def _affiliations(one: Who, layout: Layout, most: int) -> Iterator[RenderableType]:
    if not one.affiliations:
        return
    yield heading(
        "Members" if one.kind == "group" else "Affiliations", layout, _latest(one.affiliations, most)
    )
    rows: list[tuple[Text | str, RenderableType]] = [
        (_day(tie.day), _tie(tie, one)) for tie in one.affiliations[-most:]
    ]
    yield with_margin(rows, _DAY, layout.page)


def _tie(tie: AffiliationTold, one: Who) -> Text:
    ours = {name.name for name in one.names}
    other, style = (tie.member, SPAN["person"]) if tie.group in ours else (tie.group, SPAN["group"])
    role = f" ({isolated(tie.role)})" if tie.role else ""
    return Text.assemble((isolated(other), style), role, "  ", (quoted(tie.evidence.text).plain, DIM))


def _deeds(title: str, deeds: Sequence[Deed], layout: Layout, most: int) -> Iterator[RenderableType]:
    if not deeds:
        return
    yield heading(title, layout, _latest(deeds, most))
    rows: list[tuple[Text | str, RenderableType]] = []
    for deed in deeds[-most:]:
        line = Text(deed.type, style="bold")
        if deed.modality != "asserted":
            line.append(f" {deed.modality}", style=MODALITY[deed.modality])
        whom = parties(deed.recipients)
        line.append("  ").append_text(parties(deed.actors) or Text("somebody", style=DIM))
        if whom.plain:
            line.append(" → ", style=DIM).append_text(whom)
        if deed.place:
            line.append(" · ").append(isolated(deed.place), style=SPAN["place"])
        found = count(deed.independent_origins, "origin") if deed.independent_origins else "untraced"
        line.append(f"  {found}  {deed.happening}", style=DIM)
        rows.append((_day(deed.start) if deed.start else "no day told", line))
    yield with_margin(rows, _DAY, layout.page)


def _said(title: str, said: Sequence[Said], layout: Layout, most: int) -> Iterator[RenderableType]:
    if not said:
        return
    yield heading(title, layout, _latest(said, most))
    rows: list[tuple[Text | str, RenderableType]] = []
    for one in said[-most:]:
        by = " < ".join(isolated(name or "nobody named") for name in reversed(one.by))
        rows.append(
            (
                _day(one.day),
                Text.assemble(quoted(one.quote.text), "\n", (f"{by} · {language(one.language)}", DIM)),
            )
        )
    yield with_margin(rows, _DAY, layout.page)


def _day(day: str) -> str:
    return when(Time(day, date.fromisoformat(day).isoformat(), "day"))


def _latest(every: Sequence[T], most: int) -> str:
    return f"the latest {most} of {len(every)} (--limit)" if len(every) > most else ""
