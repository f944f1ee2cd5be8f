"""Which reports repeat which: likely pairs looked up by shared bands and near vectors, compared, and written down.

Only earlier reports are looked up, so what is found does not depend on how many reports were waiting.  But a report
that comes later may have been published earlier: then the others' copies are chosen anew.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Any, Final

import numpy as np
from django.db import connection
from django.db.models import Q, QuerySet

from riwayat import model
from riwayat.chronicle.copies import Shared, Text, chosen, retellings, shared
from riwayat.chronicle.copies.direction import credits, is_later
from riwayat.store import models as rows
from riwayat.store.copy_rows import copy_row
from riwayat.store.texts import Texts, rows_of

__all__ = ["copy"]

_MOST_WITH_BAND: Final = 200
"""A band that more reports have tells nothing: a slogan, a stock phrase."""
_MOST_BY_BANDS: Final = 60
_MOST_ABROAD: Final = 40
_MOST_AT_HOME: Final = 20
"""Reports whose vectors are nearest: in other languages, for translations; in its own, for retellings."""
_WITH_BAND: Final = "SELECT report_id, sentence FROM store_band WHERE value = %s AND report_id < %s LIMIT %s"
_DAYS: Final = 45
"""Between a report and its translation."""


def copy(report: rows.Report, texts: Texts) -> set[int]:
    """Finds what a report has in common with earlier ones, and which is copied from which.

    Returns the ids of earlier reports of which it turns out only now where they were copied from.
    """
    here = texts.of(report.pk)
    by_bands, (abroad, at_home) = _by_bands(report), _by_vector(report)
    kin = []
    for other, there in texts.several(sorted(by_bands | abroad | at_home)).items():
        pairs = shared(here, there).pairs if other in by_bands | abroad else ()
        if pairs or credits(here, there) or credits(there, here):
            kin.append(rows.Kin(a_id=other, b=report, pairs=[_as_json(pair) for pair in pairs]))
    rows.Kin.objects.bulk_create(kin)
    _choose(report.pk, texts)
    return {tie.a_id for tie in kin if _may_be_source(tie, texts) and _choose(tie.a_id, texts)}


def _by_bands(report: rows.Report) -> set[int]:
    """The earlier reports that have most sentences with a band in common."""
    common: dict[int, set[int]] = {}
    with connection.cursor() as cursor:
        for value in sorted(set(rows.Band.objects.filter(report=report).values_list("value", flat=True))):
            cursor.execute(_WITH_BAND, [value, report.pk, _MOST_WITH_BAND + 1])
            found = cursor.fetchall()
            if len(found) <= _MOST_WITH_BAND:
                for other, sentence in found:
                    common.setdefault(other, set()).add(sentence)
    best = sorted(common, key=lambda other: (-len(common[other]), -other))
    elsewhere = rows.Report.objects.filter(pk__in=best[: 2 * _MOST_BY_BANDS]).exclude(
        page__address=report.page.address
    )
    at = set(elsewhere.values_list("pk", flat=True))
    return set([other for other in best if other in at][:_MOST_BY_BANDS])


def _by_vector(report: rows.Report) -> tuple[set[int], set[int]]:
    """Earlier reports published about then whose vectors lie nearest: those in other languages, those in its own."""
    own = rows.Vectors.objects.filter(pk=report.pk).first()
    if own is None or not own.mean:
        return set(), set()
    near = rows.Vectors.objects.filter(
        day__range=(own.day - timedelta(_DAYS), own.day + timedelta(_DAYS)), report_id__lt=report.pk
    ).exclude(report__page__address=report.page.address)
    return (
        _nearest(own, near.exclude(language=own.language), _MOST_ABROAD),
        _nearest(own, near.filter(language=own.language), _MOST_AT_HOME),
    )


def _nearest(own: rows.Vectors, near: QuerySet[rows.Vectors], most: int) -> set[int]:
    found = [(pk, bytes(mean)) for pk, mean in near.order_by("pk").values_list("pk", "mean") if mean]
    if not found:
        return set()
    cosines = np.einsum("ik,k->i", rows_of(b"".join(mean for _, mean in found)), rows_of(own.mean)[0])
    ids = [pk for pk, _ in found]
    return {ids[n] for n in np.lexsort((np.array(ids), -cosines))[:most]}


def _choose(report: int, texts: Texts) -> bool:
    """Writes down of which reports one is a copy; whether that differs from before."""
    found = _common(report, texts)
    copies = chosen(s for s in found.values() if s.pairs)
    copies += retellings(texts.of(report), [s.there for s in found.values()], copies)
    ids = {s.there.source.id: other for other, s in found.items()}
    before = {(c.of_id, c.how, c.credited, c.share) for c in rows.Copy.objects.filter(report=report)}
    after = {(ids[c.of], c.how, c.credited, c.share) for c in copies}
    if before == after:
        return False
    rows.Copy.objects.filter(report=report).delete()
    rows.Copy.objects.bulk_create([copy_row(c, report, ids[c.of]) for c in copies])
    return True


def _common(report: int, texts: Texts) -> dict[int, Shared]:
    """What a report has in common with others, by their ids, seen from it."""
    ties = list(rows.Kin.objects.filter(Q(a=report) | Q(b=report)).order_by("a", "b"))
    known = texts.several({pk for tie in ties for pk in (tie.a_id, tie.b_id)} | {report})
    found = {}
    for tie in ties:
        seen = _shared(tie, known[tie.b_id], known[tie.a_id])
        found[tie.a_id if tie.b_id == report else tie.b_id] = seen if tie.b_id == report else seen.turned()
    return found


def _may_be_source(tie: rows.Kin, texts: Texts) -> bool:
    """Whether the report that came later into the store may be what the one there before was copied from."""
    known = texts.several([tie.a_id, tie.b_id])
    return is_later(_shared(tie, known[tie.b_id], known[tie.a_id]).turned())


def _shared(tie: rows.Kin, here: Text, there: Text) -> Shared:
    translated = here.source.language != there.source.language
    return Shared(here, there, tuple(map(_pair, tie.pairs)), translated)


def _as_json(pair: model.Aligned) -> dict[str, Any]:
    return {"here": asdict(pair.here), "there": asdict(pair.there), "likeness": pair.likeness}


def _pair(told: dict[str, Any]) -> model.Aligned:
    return model.Aligned(model.Span(**told["here"]), model.Span(**told["there"]), told["likeness"])
