"""What a reader asks for, as it stands in the address of a page."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict

from riwayat.site.labels import TYPES
from riwayat.store.queries import Wanted

__all__ = ["Asked"]

_MOST_ORIGINS: Final = 99


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters, as text; what an address says wrongly counts as not said."""

    words: str = ""
    since: str = ""
    until: str = ""
    place: str = ""
    actor: str = ""
    type: str = ""
    outlet: str = ""
    origins: str = ""
    disputed: str = ""
    as_of: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> Asked:
        """The filters in an address."""
        said = {field.name: query.get(field.name, "").strip()[:200] for field in fields(cls)}
        for name in ("since", "until", "as_of"):
            said[name] = said[name] if _day(said[name]) else ""
        said["type"] = said["type"].upper() if said["type"].upper() in TYPES else ""
        number = said["origins"]
        said["origins"] = (
            number if number.isascii() and number.isdigit() and 0 < int(number) <= _MOST_ORIGINS else ""
        )
        said["disputed"] = said["disputed"] if said["disputed"] in ("yes", "no") else ""
        return cls(**said)

    @property
    def wanted(self) -> Wanted:
        """The same for the store."""
        return Wanted(
            since=_day(self.since),
            until=_day(self.until),
            place=self.place or None,
            actor=self.actor or None,
            type=self.type or None,
            outlet=self.outlet or None,
            least_origins=int(self.origins or 0),
            disputed={"yes": True, "no": False}.get(self.disputed),
            words=self.words or None,
            as_of=_day(self.as_of),
        )

    @property
    def said(self) -> dict[str, str]:
        """Those that are set."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name))}

    @property
    def further(self) -> bool:
        """Whether any but the search words is set."""
        return bool(self.said.keys() - {"words"})

    def address(self, **more: str | int) -> str:
        """As the query of an address, with what is changed; a filter changed to nothing is left out."""
        both = {**self.said, **{name: str(value) for name, value in more.items()}}
        query = urlencode({name: value for name, value in both.items() if value})
        return f"?{query}" if query else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
