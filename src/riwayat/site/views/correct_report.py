"""Forms about a report: what in it can be corrected, by whose word its statements are, and taking it out."""

from __future__ import annotations

from typing import Final, cast, get_args

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from riwayat import model
from riwayat.chronicle.correcting import LinkSaid
from riwayat.site.curating import by, form, saying, shown
from riwayat.site.labels import KINDS
from riwayat.store.correcting import NothingCorrectedError, correct_chain
from riwayat.store.models import Account, Report
from riwayat.store.reading_rows import account_of, reading_of, source_of
from riwayat.store.removal import remove

__all__ = ["chain", "report"]

_EMPTY: Final = 3
"""Rows for narrators that are not there yet."""
_DIGITS: Final = 12


@form
def report(request: HttpRequest, key: str) -> HttpResponse:
    """All in a report that can be corrected, each with the way to its form; and the form that removes it."""
    row = _called(key)

    def say() -> int:
        if not request.POST.get("sure"):
            raise NothingCorrectedError("say that you are sure")
        who = by(request)
        if not who.because.strip():
            raise NothingCorrectedError("a correction needs a reason, for those who come after you")
        return remove(row.key, because=who.because, now=who.now, who=who.who).number

    source = source_of(row)
    accounts = Account.objects.filter(report=row, lent=False).order_by("position", "id")
    context = {
        "source": source,
        "key": key,
        "reading": reading_of(row),
        "accounts": [account_of(one, source) for one in accounts],
    }
    wrong = saying(request, say) if request.method == "POST" else None
    back = reverse("corrections") if request.method == "POST" else reverse("report", args=[key])
    return shown(request, "site/correct_report.html", context, wrong, back)


@form
def chain(request: HttpRequest, key: str, start: int) -> HttpResponse:
    """The form about the chain of the statement that begins there."""
    row = _called(key)
    reading = reading_of(row)
    statement = next((one for one in reading.statements if one.start == start), None)
    if statement is None:
        raise Http404
    names = {entity.id: entity.name for entity in reading.entities}
    links: list[tuple[int, str, str]] = [
        (n, one.kind, names.get(one.entity or "") or one.description or one.name or "")
        for n, one in enumerate(statement.chain, 1)
    ]
    links += [(len(links) + n, "", "") for n in range(1, _EMPTY + 1)]

    def say() -> int:
        words = request.POST.get("words", "").strip() or statement.text
        return correct_chain(row, words, _links(request), by(request), at=statement.start)

    wrong = saying(request, say) if request.method == "POST" else None
    context = {
        "source": source_of(row),
        "statement": statement,
        "links": links,
        "kinds": KINDS,
        "names": sorted({e.name for e in reading.entities if e.type != "place"}),
    }
    return shown(request, "site/correct_chain.html", context, wrong, reverse("report", args=[key]))


def _links(request: HttpRequest) -> list[LinkSaid]:
    """The narrators in the order of their numbers; a row without a kind is none."""
    found = []
    rows = zip(*(request.POST.getlist(name) for name in ("at", "kind", "name")), strict=False)
    for number, (at, kind, name) in enumerate(rows):
        if kind in get_args(model.NarratorKind):
            place = int(at) if at.isascii() and at.isdigit() else number + 1
            found.append((place, number, LinkSaid(cast(model.NarratorKind, kind), name.strip() or None)))
    return [link for _, _, link in sorted(found, key=lambda one: one[:2])]


def _called(key: str) -> Report:
    if len(key) < _DIGITS or set(key) - set("0123456789abcdef"):
        raise Http404
    row = Report.objects.select_related("outlet", "page").filter(key__startswith=f"sha256:{key}").first()
    if row is None:
        raise Http404
    return row
