"""Which reports repeat which: likely pairs looked up by shared bands and near vectors, compared, and written down.

Only earlier reports are looked up, so what is found does not depend on how many reports were waiting.  But a report
that comes later may have been published earlier: then the others' copies are chosen anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta
from typing import Any, Final

import numpy as np
from django.db import connection
from django.db.models import Q, QuerySet

from riwayat import model
from riwayat.chronicle.copies import Beside, Shared, Text, chosen, is_likely, retellings, shared
from riwayat.chronicle.copies.compared import near
from riwayat.chronicle.copies.direction import credits, is_later
from riwayat.store import models as rows
from riwayat.store.copy_rows import copy_row
from riwayat.store.texts import Texts, rows_of

__all__ = ["choose", "choose_retold", "copy", "retell"]

_MOST_WITH_BAND: Final = 200
"""A band that more reports have tells nothing: a slogan, a stock phrase."""
_MOST_BY_BANDS: Final = 60
_MOST_ABROAD: Final = 40
_MOST_AT_HOME: Final = 20
"""Reports whose vectors are nearest: in other languages, for translations; in its own, for retellings."""
_WITH_BAND: Final = "SELECT report_id, sentence FROM store_band WHERE value = %s AND report_id < %s LIMIT %s"
_DAYS: Final = 45
"""Between a report and its translation."""


def copy(report: rows.Report, texts: Texts) -> list[int]:
    """Finds what a report has in common with earlier ones, and which is copied from which.

    Returns the ids of the reports whose copies are others than before: this one mostly, and earlier ones of which it
    turns out only now where they were copied from.
    """
    here = texts.of(report.pk)
    by_bands, (abroad, at_home) = _by_bands(report), _by_vector(report)
    kin = []
    affected = [report.pk]
    for other, there in texts.several(by_bands | abroad | at_home).items():
        if other in by_bands | abroad:
            found = shared(here, there)
            likely = bool(found.pairs)
        else:  # near in its own language: of interest only where one may tell the other anew
            found = Shared(here, there, (), translated=False)
            likely = credits(here, there) or credits(there, here)
        if likely:
            pairs = [_as_json(pair) for pair in found.pairs]
            kin.append(rows.Kin(a_id=other, b=report, pairs=pairs, strength=found.strength))
            if pairs and is_likely(found.turned()):
                affected.append(other)
    rows.Kin.objects.bulk_create(kin)
    return [pk for pk in affected if choose(pk, texts)]


def retell(report: rows.Report, recopied: Iterable[int], texts: Texts) -> list[int]:
    """Finds which earlier reports a report tells anew, or is told anew by; its copies and joins must be known.

    Those whose copies are others than before, `recopied`, are asked too.

    Returns the ids of the reports of which it turns out so.
    """
    kin = rows.Kin.objects.filter(b=report)
    joined = rows.Join.objects.filter(b__report=report, same=True)
    others = set(kin.values_list("a", flat=True)) | set(joined.values_list("a__report", flat=True))
    others.difference_update(_at_address_of(report))
    here = texts.of(report.pk)
    known = texts.several(others)
    affected = {report.pk, *recopied}
    affected.update(pk for pk, there in known.items() if credits(there, here) and is_later(near(there, here)))
    return [pk for pk in sorted(affected) if choose_retold(pk, texts)]


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
    beside = _at_address_of(report)
    return set([other for other in best if other not in beside][:_MOST_BY_BANDS])


def _by_vector(report: rows.Report) -> tuple[set[int], set[int]]:
    """Earlier reports published about then whose vectors lie nearest: those in other languages, those in its own."""
    own = rows.Vectors.objects.filter(pk=report.pk).first()
    if own is None or not own.mean:
        return set(), set()
    beside = _at_address_of(report)
    near = rows.Vectors.objects.filter(
        day__range=(own.day - timedelta(_DAYS), own.day + timedelta(_DAYS)), report_id__lt=report.pk
    ).exclude(pk__in=beside)
    return (
        _nearest(own, near.exclude(language=own.language), _MOST_ABROAD),
        _nearest(own, near.filter(language=own.language), _MOST_AT_HOME),
    )


def _at_address_of(report: rows.Report) -> list[int]:
    """The reports that are versions of the same page, this one among them."""
    versions = rows.Report.objects.filter(page__address=report.page.address)
    return list(versions.order_by("pk").values_list("pk", flat=True))


def _nearest(own: rows.Vectors, near: QuerySet[rows.Vectors], most: int) -> set[int]:
    found = [(pk, bytes(mean)) for pk, mean in near.order_by("pk").values_list("pk", "mean") if mean]
    if not found:
        return set()
    cosines = np.einsum("ik,k->i", rows_of(b"".join(mean for _, mean in found)), rows_of(own.mean)[0])
    ids = [pk for pk, _ in found]
    return {ids[n] for n in np.lexsort((np.array(ids), -cosines))[:most]}


def choose(report: int, texts: Texts) -> bool:
    """Writes down of which reports one is a copy; whether that differs from before."""
    found = _common(report, texts)
    ids = {s.there.source.id: other for other, s in found.items()}
    copies = chosen(s for s in found.values() if s.pairs)
    standing = rows.Copy.objects.filter(report=report).exclude(how="retelling")
    before = {(c.of_id, c.how, c.credited, c.share) for c in standing}
    if before == {(ids[c.of], c.how, c.credited, c.share) for c in copies}:
        return False
    rows.Copy.objects.filter(report=report).delete()
    rows.Copy.objects.bulk_create([copy_row(c, report, ids[c.of]) for c in copies])
    return True


def choose_retold(report: int, texts: Texts) -> bool:
    """Writes down which reports one tells anew, of those it has something in common with or is joined to.

    Returns whether that differs from before.
    """
    here = texts.of(report)
    together: Counter[int] = Counter()
    # By ids, lest all joins of the store be gone through.
    own = list(rows.Account.objects.filter(report=report).values_list("pk", flat=True))
    joins = rows.Join.objects.filter(Q(a__in=own) | Q(b__in=own), same=True)
    for a, b in set(joins.values_list("a__report", "b__report")):
        together[b if a == report else a] += 1
    kin = rows.Kin.objects.filter(Q(a=report) | Q(b=report)).values_list("a", "b")
    those = texts.several({pk for tie in kin for pk in tie} | set(together) - {report})
    those.pop(report, None)
    copied = rows.Copy.objects.filter(report=report).exclude(how="retelling").values_list("of", flat=True)
    beside = [Beside(text, together[pk]) for pk, text in those.items() if credits(here, text)]
    sources = {text.source.id: text for text in texts.several(copied).values()}
    ids = {text.source.id: pk for pk, text in those.items()}
    retold = retellings(here, beside, sources)
    standing = rows.Copy.objects.filter(report=report, how="retelling")
    if {(c.of_id, c.share) for c in standing} == {(ids[c.of], c.share) for c in retold}:
        return False
    standing.delete()
    rows.Copy.objects.bulk_create([copy_row(c, report, ids[c.of]) for c in retold])
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


def _shared(tie: rows.Kin, here: Text, there: Text) -> Shared:
    translated = here.source.language != there.source.language
    return Shared(here, there, tuple(map(_pair, tie.pairs)), translated=translated, strength=tie.strength)


def _as_json(pair: model.Aligned) -> dict[str, Any]:
    return {"here": asdict(pair.here), "there": asdict(pair.there), "likeness": pair.likeness}


def _pair(told: dict[str, Any]) -> model.Aligned:
    return model.Aligned(model.Span(**told["here"]), model.Span(**told["there"]), told["likeness"])
