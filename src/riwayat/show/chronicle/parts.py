"""The few pieces that every view of the chronicle is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from rich.text import Text

from riwayat.model import Happening, Modality, Narrator, Source, Span
from riwayat.show.style import DIM, MODALITY, ORIGIN, SPAN
from riwayat.show.wording import NAMELESS, count, language, when

__all__ = ["address", "counts", "isolated", "link", "parties", "quoted", "reported", "what", "who_to_whom"]

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def isolated(words: str) -> str:
    """Words in their own direction: what is written from right to left does not reorder what stands beside it."""
    return f"\u2068{words}\u2069" if _RIGHT_TO_LEFT.search(words) else words


def counts(happening: Happening) -> Text:
    """`2 origins · 5 reports · disputed`."""
    found = happening.independent_origins
    parts = [Text(count(found, "origin") if found else "untraced", style=ORIGIN if found else "")]
    parts.append(Text(count(len(happening.reports), "report")))
    if happening.disputes:
        parts.append(Text("disputed", style=MODALITY["denied"]))
    return Text(" · ").join(parts)


def what(happening: Happening) -> Text:
    """Type, and how sure where it is not asserted."""
    line = Text(happening.type, style="bold")
    return line.append_text(_sure(happening.modality))


def _sure(modality: Modality) -> Text:
    return Text() if modality == "asserted" else Text.assemble(" ", (modality, MODALITY[modality]))


def parties(names: Iterable[str]) -> Text:
    """Names beside each other."""
    return Text(", ").join([Text(isolated(name)) for name in names])


def who_to_whom(happening: Happening) -> Text:
    """`Liwa al-Rabwah → Katibah Zaitun`; the words of a report where nobody is named."""
    if not happening.actors and not happening.recipients:
        return Text(isolated(f"“{happening.what}”"), style=DIM) if happening.what else Text()
    who, whom = parties(happening.actors), parties(happening.recipients)
    if not whom.plain:
        return who
    return Text.assemble(who or ("somebody", DIM), (" → ", DIM), whom)


def quoted(span: Span | str) -> Text:
    """Words of a report, in its language, on as many lines as they need."""
    words = " ".join((span if isinstance(span, str) else span.text).split())
    return Text(isolated(f"“{words}”"))


def reported(source: Source) -> Text:
    """`Suara Rabwah  Sun 13 Jun 2021 · Indonesian`."""
    outlet = source.outlet.name or source.outlet.domain or NAMELESS["outlet"]
    facts = [when(source.published) or f"known from {source.known_from}", language(source.language)]
    return Text.assemble((isolated(outlet), SPAN["outlet"]), "  ", (" · ".join(facts), DIM))


def address(source: Source) -> Text:
    """Where a report can be looked up."""
    return Text(source.url or source.file or source.id[:19], style=DIM, overflow="fold")


def link(narrator: Narrator) -> Text:
    """A narrator with the wording that shows him."""
    line = Text(isolated(narrator.name or NAMELESS[narrator.kind]))
    if narrator.cue is not None:
        line.append(" ").append(isolated(f"“{narrator.cue.text}”"), style=SPAN["cue"])
    return line
