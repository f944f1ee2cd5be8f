"""Whom to hide: what the reports of the store call private people, those asked for lately at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from typing import Final

from riwayat.store import models as rows
from riwayat.store.queries import reading_of
from riwayat.told.masking import Mask, Names, names_of

__all__ = ["Masks"]

_MOST: Final = 16_384
_MOST_MADE: Final = 2048
_AT_ONCE: Final = 200


class Masks:
    """Makes masks for reports that are told of together."""

    def __init__(self, *, unmask: bool = False) -> None:
        """With `unmask` they hide nobody: for the local user's own eyes only."""
        self._unmask = unmask
        self._held: OrderedDict[str, Names] = OrderedDict()
        self._made: OrderedDict[tuple[str, ...], Mask] = OrderedDict()
        self._lock = Lock()  # the site answers in several threads

    def of(self, reports: Iterable[str]) -> Mask:
        """The mask for what these reports, by their ids, tell."""
        if self._unmask:
            return Mask()
        wanted = tuple(dict.fromkeys(reports))
        with self._lock:
            made = self._made.get(wanted)
        if made is None:
            found = self._names(list(wanted))
            made = Mask(found[key] for key in wanted if key in found)
            with self._lock:
                self._made[wanted] = made
                while len(self._made) > _MOST_MADE:
                    self._made.popitem(last=False)
        return made

    def at_hand(self, reports: Iterable[str]) -> None:
        """Reads at once whom these reports name, for masks that are made one after the other."""
        if not self._unmask:
            self._names(list(dict.fromkeys(reports)))

    def _names(self, wanted: list[str]) -> dict[str, Names]:
        with self._lock:
            found = {key: self._held[key] for key in wanted if key in self._held}
        missing = [key for key in wanted if key not in found]
        found |= self._read(missing)
        with self._lock:
            for key, names in found.items():
                self._held[key] = names
                self._held.move_to_end(key)
            while len(self._held) > _MOST:
                self._held.popitem(last=False)
        return found

    def _read(self, reports: list[str]) -> dict[str, Names]:
        found = {}
        for start in range(0, len(reports), _AT_ONCE):
            for report in rows.Report.objects.filter(key__in=reports[start : start + _AT_ONCE]):
                found[report.key] = names_of(reading_of(report))
        return found
