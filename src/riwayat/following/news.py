"""What is new for a subscription since its last mail: happenings it was not told of, and such that changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from riwayat import model
from riwayat.following.changes import before, since
from riwayat.following.models import Change
from riwayat.following.subject import Subject
from riwayat.site.entries import Entry, entry
from riwayat.store import models as rows
from riwayat.store.reading_rows import unpacked

__all__ = ["MOST", "Item", "News", "items", "news"]

MOST: Final = 20
"""Happenings in one mail; the others are counted."""


@dataclass(frozen=True, slots=True)
class Item:
    """A happening, and how it stood when it was told last."""

    entry: Entry
    """Masked."""
    disputes: tuple[str, ...]
    """What is disputed, as in `riwayat.model.Dispute.about`."""
    before: Change | None
    """None for one that is new."""


@dataclass(frozen=True, slots=True)
class News:
    """What one mail tells."""

    items: tuple[Item, ...]
    """Latest day first."""
    fresh: int
    """How many happenings are new, with those that do not stand in the mail."""
    changed: int
    more: int
    """How many do not stand in it."""


def news(subject: Subject, told: int, until: int) -> News:
    """What changed after one entry of the log of changes, and up to another; an empty one where nothing did."""
    moved = since(told, until)
    if not moved or not subject.there:
        return News((), 0, 0, 0)
    standing = [pk for pk in subject.rows().values_list("pk", flat=True) if pk in moved]
    old, now = before(standing, told), before(standing, until)
    differing = [pk for pk in standing if pk not in old or old[pk].mark != now[pk].mark]
    fresh = sum(pk not in old for pk in differing)
    shown = differing[:MOST]
    found = rows.Happening.objects.in_bulk(shown)
    return News(
        tuple(items((found[pk] for pk in shown if pk in found), old)),
        fresh,
        len(differing) - fresh,
        len(differing) - len(shown),
    )


def items(happenings: Iterable[rows.Happening], old: dict[str, Change]) -> list[Item]:
    """Happenings as mails and feeds tell of them."""
    found = []
    for row in happenings:
        value = unpacked(model.Happening, row.data)
        found.append(Item(entry(value), tuple(one.about for one in value.disputes), old.get(row.pk)))
    return found
