"""What is followed: a happening, or whatever filters leave.  An actor and a place are filters of one field.

A subject is written as the query of an address (`actor=HTS&type=ASSAULT`, `happening=h0123456789ab`); an empty one is
the whole chronicle.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.db.models import F, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from riwayat import model
from riwayat.site.asked import Asked
from riwayat.site.entries import entry
from riwayat.site.labels import TYPES, label
from riwayat.site.templatetags.shown import plain
from riwayat.site.when import day, number, time
from riwayat.store import models as rows
from riwayat.store.judging import NotThereError
from riwayat.store.queries import happening_called, happening_rows

__all__ = ["Subject", "headline"]

_ID: Final = 13


@dataclass(frozen=True)
class Subject:
    """What somebody follows."""

    happening: str
    """Id of the happening, as it was called when it was asked for; empty for filters."""
    asked: Asked
    """The filters; as of today always."""

    @classmethod
    def of(cls, query: QueryDict) -> Subject:
        """The subject in the query of an address."""
        happening = query.get("happening", "").strip()[:_ID]
        if happening:
            return cls(happening, Asked())
        said = Asked.of(query).said
        said.pop("as_of", None)
        return cls("", Asked(**said))

    @classmethod
    def written(cls, text: str) -> Subject:
        """The subject that `str` has written."""
        return cls.of(QueryDict(text))

    def __str__(self) -> str:
        """As the query of an address, always the same for the same subject."""
        return f"happening={self.happening}" if self.happening else self.asked.address().removeprefix("?")

    @cached_property
    def value(self) -> model.Happening | None:
        """The happening that is followed, under the id it has now; None where no report tells it any more."""
        try:
            return happening_called(self.happening)
        except NotThereError:
            return None

    @property
    def there(self) -> bool:
        """Whether it can be followed: not a happening that never was.

        A person who is not named to others is like one of whom nobody tells: no filter finds them.
        """
        return not self.happening or self.value is not None

    def rows(self) -> QuerySet[rows.Happening]:
        """The happenings, latest first, those without a day last."""
        if self.happening:
            called = self.value.id if self.value else ""
            return rows.Happening.objects.filter(pk=called, reports__gt=0)
        found = happening_rows(self.asked.wanted)
        return found.order_by(F("day_from").desc(nulls_last=True), "id")

    def path(self) -> str:
        """Path of the page that shows it, in the reader's language."""
        if self.happening:
            return reverse("happening", args=[self.value.id if self.value else self.happening])
        return reverse("chronicle") + self.asked.address()

    def title(self) -> str:
        """What it is called, in the reader's language; private people are masked."""
        if self.happening:
            return headline(self.value) if self.value else _("a happening that is told no more")
        return pgettext("between names", ", ").join(_parts(self.asked)) or _("the whole chronicle")


def headline(value: model.Happening) -> str:
    """A happening in one line: what, where, when."""
    shown = entry(value)
    parts = (label(TYPES, shown.type), plain(shown.place or ""), time(shown.time))
    return pgettext("between names", ", ").join(part for part in parts if part)


def _parts(asked: Asked) -> list[str]:
    wanted = asked.wanted
    said = [
        asked.type and label(TYPES, asked.type),
        asked.actor,
        asked.place,
        asked.words and _("reports that hold “%(words)s”") % {"words": asked.words},
        asked.outlet and _("told by %(outlet)s") % {"outlet": asked.outlet},
        wanted.since and _("from %(day)s") % {"day": day(wanted.since)},
        wanted.until and _("to %(day)s") % {"day": day(wanted.until)},
        wanted.least_origins
        and _("%(number)s independent origins or more") % {"number": number(wanted.least_origins)},
        {"yes": _("disputed"), "no": _("not disputed")}.get(asked.disputed),
    ]
    return [str(one) for one in said if one]
