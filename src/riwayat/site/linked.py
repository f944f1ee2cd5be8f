"""What lines of the picture rest on: for each link its two ends by name, and the words that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from riwayat.model import Source
from riwayat.site.picture import Stroke
from riwayat.site.quoted import Quote, quote
from riwayat.site.routes import Routes
from riwayat.told.masking import Mask

__all__ = ["Worded", "name_of", "worded"]

_OUTLETS: Final = 3
"""Named as those who heard it; the others are counted."""
_MOST: Final = 6
"""Quotations for one link."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A link in words."""

    key: str
    tone: int
    number: int
    """Of its origin, from 1; 0 where none is named."""
    teller: str
    hearer: str
    quotes: tuple[Quote, ...]
    """Different ones, in order of time."""
    more: int
    """How many are not shown."""
    reports: int
    named: bool
    """Whether the words name the teller; else they tell the same with less detail, or are the outlet's own."""


def worded(stroke: Stroke, routes: Routes, mask: Mask) -> Worded:
    """A link with its words."""
    link = stroke.link
    found: dict[tuple[str, int, int], Quote] = {}
    named = False
    for line, at in link.lines:
        narrator = line.told.chain[at] if at >= 0 else None
        marks = [narrator.cue, narrator.span] if narrator else [line.told.trigger]
        named = named or narrator is not None
        around = line.told.statement if narrator else line.told.sentence
        key = (line.source.id, around.start, around.end)
        found.setdefault(key, quote(line.source, around, marks, mask))
    quotes = list(found.values())
    return Worded(
        key=stroke.key,
        tone=stroke.tone,
        number=link.origin + 1,
        teller=mask.text(name_of(link.source, routes)),
        hearer=mask.text(_hearer(stroke, routes)),
        quotes=tuple(quotes[:_MOST]),
        more=max(0, len(quotes) - _MOST),
        reports=len({line.source.id for line, _at in link.lines}),
        named=named,
    )


def name_of(key: str, routes: Routes) -> str:
    """What a box of the picture is called."""
    if key == "o":
        return _("no origin named")
    if key.startswith("o"):
        return routes.origins[int(key[1:])].name
    if key.startswith("b"):
        return outlet_of(routes.bundles[int(key[1:])].head)
    return routes.carriers[key].name


def _hearer(stroke: Stroke, routes: Routes) -> str:
    """Who heard it on a line: of a bundle only those whose reports the line leads to."""
    if not stroke.link.target.startswith("b"):
        return name_of(stroke.link.target, routes)
    outlets = list(dict.fromkeys(outlet_of(line.source) for line, _ in stroke.link.lines))
    more = len(outlets) - _OUTLETS
    return ", ".join(outlets[:_OUTLETS]) + (f" +{more}" if more > 0 else "")


def outlet_of(source: Source) -> str:
    """What the outlet of a report is called."""
    return source.outlet.name or source.outlet.domain or _("unknown outlet")


def numbers_of(routes: Routes) -> Mapping[str, frozenset[int]]:
    """For each report the numbers of the origins it rests on, from 1."""
    found: dict[str, set[int]] = {}
    for number, origin in enumerate(routes.origins, 1):
        for report in origin.reports:
            found.setdefault(report, set()).add(number)
    return {report: frozenset(numbers) for report, numbers in found.items()}
