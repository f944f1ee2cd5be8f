"""A happening of the store with all that it rests on: accounts, copies, tellings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwayat import model
from riwayat.chronicle.happening import happening
from riwayat.errors import RiwayatError
from riwayat.store import models as rows
from riwayat.store.copy_rows import copies_among
from riwayat.store.queries import accounts_of, happening_called
from riwayat.told.tellings import Telling, tellings

__all__ = ["InFull", "NotToldError", "in_full"]


class NotToldError(RiwayatError):
    """A happening that no report tells any more, or that none had told on the day asked for."""


@dataclass(frozen=True, slots=True)
class InFull:
    """A happening, and what it is made of."""

    happening: model.Happening
    accounts: tuple[model.Account, ...]
    copies: tuple[model.Copy, ...]
    """Among its reports."""
    tellings: tuple[Telling, ...]

    @property
    def sources(self) -> dict[str, model.Source]:
        """Its reports by id."""
        return {source.id: source for source in self.happening.reports}


def in_full(name: str, *, as_of: date | None = None) -> InFull:
    """The happening with this id, or that the account with this key belongs to, as of today or of a day.

    Raises:
        NotThereError: there never was one.
        NotToldError: nothing of it could be known then, or no report tells it any more.
    """
    found = happening_called(name, as_of=as_of)
    if found is None:
        when = f" on {as_of}" if as_of else ""
        raise NotToldError(f"{name}: nothing of it could be known{when}")
    accounts = accounts_of(found.id, as_of=as_of)
    if not accounts:
        raise NotToldError(f"{name}: no report tells it any more (with --as-of it is told as it was)")
    reports = rows.Report.objects.filter(key__in={account.source.id for account in accounts})
    copies = copies_among(reports.values_list("pk", flat=True))
    return InFull(
        happening=happening(found.id, accounts, copies),
        accounts=tuple(accounts),
        copies=tuple(copies),
        tellings=tellings(accounts, copies),
    )
