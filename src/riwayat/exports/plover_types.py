"""Types, modes and sides of events by the PLOVER manual, where our own conventions differ from it.

We type an event by what was done and say apart how sure that is and whether it is yet to come; the manual has
promises among its types, and counts some deeds elsewhere.  Which deed was meant is told by the wording of its trigger
(`plover.toml` of the language).  One case cannot be told from what the chronicle holds: a party's call to end its own
war, by the manual AGREE, stays REQUEST.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final

from riwayat.exports.entry import Entry
from riwayat.languages import words
from riwayat.model import Account, EventType
from riwayat.text.folding import fold

__all__ = ["QUADS", "Coded", "coded"]

QUADS: Final[dict[EventType, str]] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "VERBAL COOPERATION"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "MATERIAL COOPERATION"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "VERBAL CONFLICT"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "MATERIAL CONFLICT"),
}
_PROMISED: Final[dict[EventType, EventType]] = {
    "CONSULT": "AGREE",
    "SUPPORT": "AGREE",
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "RETREAT": "CONCEDE",
}
"""What is announced but not yet done."""
_WORDED: Final[tuple[tuple[EventType, str, EventType, str | None], ...]] = (
    ("CONCEDE", "released", "RETREAT", "release"),
    ("AGREE", "signed", "SUPPORT", None),
    ("COERCE", "convicted", "SANCTION", None),
    ("COERCE", "charged", "ACCUSE", None),
)
"""Our type, the list of wordings, and the manual's type and mode."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An event as the PLOVER manual would have it."""

    type: EventType
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def coded(entry: Entry) -> Coded:
    """Type, mode and sides of a happening by the PLOVER manual."""
    happening = entry.happening
    modes = Counter(account.mode for account in entry.accounts if account.mode)
    mode = modes.most_common(1)[0][0] if modes else None
    actors, recipients = happening.actors, happening.recipients
    if happening.modality == "planned" and happening.type in _PROMISED:
        return Coded(_PROMISED[happening.type], None, actors, recipients)
    for ours, wording, theirs, their_mode in _WORDED:
        if happening.type == ours and _mostly(entry, wording):
            return Coded(theirs, their_mode, actors, recipients)
    if happening.type == "CONSULT" and mode == "visit":
        actors, recipients = _visit(entry)
    return Coded(happening.type, mode, actors, recipients)


def _visit(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The visitor as actor, the host as recipient: the account's subject is one or the other, by its verb."""
    actors, recipients = entry.happening.actors, entry.happening.recipients
    for account in entry.accounts:
        subject = account.actors[0].name if account.mode == "visit" and account.actors else None
        others = tuple(name for name in actors if name != subject)
        if subject in actors and others:
            if _worded(account, "hosted"):
                return others, (subject, *recipients)
            return (subject,), (*others, *recipients)
    return actors, recipients


def _mostly(entry: Entry, wording: str) -> bool:
    """Whether more than half of the accounts are worded so."""
    return 2 * sum(_worded(account, wording) for account in entry.accounts) > len(entry.accounts)


def _worded(account: Account, wording: str) -> bool:
    parts = _wordings(account.source.language, wording)
    return any(part in fold(told.trigger.text) for told in account.tellings for part in parts)


@cache
def _wordings(language: str, wording: str) -> tuple[str, ...]:
    try:
        return tuple(fold(part) for part in words(language, "plover")[wording])
    except FileNotFoundError:
        return ()
