"""A happening: the picture, its origins and why each is one, disputes side by side, its reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from riwayat import model
from riwayat.chronicle.origins import origins
from riwayat.site.bundles import bundles
from riwayat.site.entries import entry
from riwayat.site.linked import numbers_of, outlet_of, worded
from riwayat.site.masks import masks
from riwayat.site.picture import picture
from riwayat.site.quoted import Quote, quote
from riwayat.site.related import related
from riwayat.site.routes import Routes, routes
from riwayat.store.copy_rows import copies_among
from riwayat.store.judging import NotThereError
from riwayat.store.models import Report
from riwayat.store.queries import accounts_of, happening_called
from riwayat.told.corrections import together
from riwayat.told.masking import Mask

__all__ = ["happening"]


def happening(request: HttpRequest, identifier: str) -> HttpResponse:
    """The page of a happening, as of today or of the day that `as_of` names."""
    as_of = _day(request.GET.get("as_of"))
    try:
        value = happening_called(identifier, as_of=as_of)
    except NotThereError as error:
        raise Http404 from error
    if value is None:
        if as_of is None:
            raise Http404
        return render(request, "site/not_yet.html", {"as_of": as_of, "identifier": identifier}, status=404)
    if value.id != identifier:
        query = f"?as_of={as_of}" if as_of else ""
        return HttpResponsePermanentRedirect(reverse("happening", args=[value.id]) + query)
    return render(request, "site/happening.html", _context(value, as_of))


def _context(value: model.Happening, as_of: date | None) -> dict[str, Any]:
    mask = masks().of(source.id for source in value.reports)
    accounts = accounts_of(value.id, as_of=as_of)
    rows = {row.key: row for row in Report.objects.filter(key__in=[s.id for s in value.reports])}
    copies = copies_among(row.pk for row in rows.values())
    ways = routes(accounts, origins(accounts, copies), bundles(value.reports, copies))
    drawn = picture(ways)
    sources = {source.id: source for source in value.reports}
    return {
        "entry": entry(value),
        "value": mask.of(value),
        "corrected": together(mask.of(one) for one in value.corrected),
        "fullest": _fullest(value, accounts, mask),
        "as_of": as_of,
        "picture": drawn,
        "boxes": [_box(box.key, box, ways, mask) for box in drawn.boxes.values()],
        "links": [worded(stroke, ways, mask) for stroke in drawn.strokes],
        "origins": [_origin(n, one, sources, mask) for n, one in enumerate(value.origins)],
        "untraced": [sources[key] for key in value.untraced],
        "disputes": [_dispute(one, value, sources, mask) for one in value.disputes],
        "corrections": [(mask.of(one), sources.get(one.report)) for one in value.corrections],
        "bundles": ways.bundles,
        "numbers": numbers_of(ways),
        "copies": {copy.report: copy for copy in copies},
        "sources": sources,
        "outlets": {key: row.outlet_id for key, row in rows.items()},
        "related": related(value.id, as_of),
    }


def _fullest(value: model.Happening, accounts: list[model.Account], mask: Mask) -> Quote | None:
    """The one line that says what happened, as a quotation."""
    for account in accounts:
        for told in account.tellings[:1]:
            if told.sentence.text == value.what:
                return quote(account.source, told.sentence, [], mask, longest=320)
    return None


def _box(key: str, box: Any, ways: Routes, mask: Mask) -> dict[str, Any]:
    """What stands in a box of the picture."""
    shown: dict[str, Any] = {"box": box}
    if key == "o":
        return shown | {"sort": "untraced"}
    if key.startswith("o"):
        origin = ways.origins[int(key[1:])]
        return shown | {
            "sort": "origin",
            "number": int(key[1:]) + 1,
            "name": mask.text(origin.name),
            "kind": origin.kind,
            "reports": len(origin.reports),
        }
    if key.startswith("b"):
        bundle = ways.bundles[int(key[1:])]
        listed = bundle.copies[:5]
        return shown | {
            "sort": "report",
            "source": bundle.head,
            "name": outlet_of(bundle.head),
            "copies": [(source, outlet_of(source), how) for source, how in listed],
            "more": len(bundle.copies) - len(listed),
        }
    carrier = ways.carriers[key]
    return shown | {"sort": "carrier", "name": mask.text(carrier.name), "kind": carrier.kind}


@dataclass(frozen=True, slots=True)
class _Why:
    reason: str
    evidence: str
    reports: tuple[model.Source, ...]


def _origin(
    number: int, origin: model.Origin, sources: dict[str, model.Source], mask: Mask
) -> dict[str, Any]:
    return {
        "number": number + 1,
        "tone": number % 8 + 1,
        "name": mask.text(origin.name),
        "kind": origin.kind,
        "side": origin.side,
        "known_as": origin.known_as,
        "reports": [sources[key] for key in origin.reports],
        "why": [
            _Why(
                fold.reason,
                mask.text(fold.evidence),
                tuple(sources[key] for key in fold.reports if key in sources),
            )
            for fold in origin.folded
        ],
    }


def _dispute(
    dispute: model.Dispute, value: model.Happening, sources: dict[str, model.Source], mask: Mask
) -> dict[str, Any]:
    numbers = {origin.name: n for n, origin in enumerate(value.origins, 1)}
    return {
        "about": dispute.about,
        "sides": [
            {
                "value": mask.text(side.value),
                "origins": [(mask.text(name), numbers.get(name, 0)) for name in side.origins],
                "quotes": [
                    quote(sources[key], span, [], mask) for key, span in side.quotes if key in sources
                ],
            }
            for side in dispute.sides
        ],
    }


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
