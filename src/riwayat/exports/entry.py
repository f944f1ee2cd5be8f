"""What an export is made of: a happening with all that it rests on, private people masked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from riwayat import model, told
from riwayat.exports.figures import Figures, killed_in

__all__ = ["Entry", "entry_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One happening of the chronicle, ready to be written; nothing in it names whom `mask` hides."""

    happening: told.Happening
    """In its form for others."""
    accounts: tuple[model.Account, ...]
    """What each report tells of it, in order of adding."""
    copies: tuple[model.Copy, ...]
    """Copies among its reports."""
    killed: Figures | None
    """How many were killed; null where nobody says."""
    mask: told.Mask
    """Hides the private people."""
    reading: Callable[[str], model.Reading]
    """The reading of a report with this id, as it is: whatever is taken out of it goes through `mask`."""


def entry_of(
    happening: model.Happening,
    accounts: Iterable[model.Account],
    copies: Iterable[model.Copy],
    *,
    mask: told.Mask,
    reading: Callable[[str], model.Reading],
) -> Entry:
    """An entry out of values of the chronicle, masked; pure but for `reading`, which is not called here."""
    known, repeated = tuple(accounts), tuple(copies)
    return Entry(
        happening=told.happening(happening, mask),
        accounts=tuple(map(mask.of, known)),
        copies=tuple(map(mask.of, repeated)),
        # Reckoned before masking: two who bear the mask are not one narrator.
        killed=killed_in(known, repeated),
        mask=mask,
        reading=reading,
    )
