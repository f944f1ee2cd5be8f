"""Why a happening is what it is: folds of its origins, joins and refusals of accounts, what curators judged."""

from __future__ import annotations

from dataclasses import dataclass

from riwayat.model import EventType, Origin, Span, Verdict
from riwayat.model.reading import Documented

__all__ = ["AccountTold", "Explanation", "JoinTold", "JudgementTold"]


@dataclass(frozen=True, slots=True)
class AccountTold(Documented):
    """An account that was compared."""

    key: str
    """Report, trigger, type."""
    report: str
    """Id of its report."""
    happening: str | None
    """The happening that it is part of."""
    quote: Span
    """The sentence that tells it."""


@dataclass(frozen=True, slots=True)
class JoinTold(Documented):
    """Two accounts of which it was asked whether they are of one happening."""

    a: AccountTold
    """One of this happening."""
    b: AccountTold
    """Another one."""
    score: float
    """Sum of the points; above 0 rather one than not."""
    same: bool
    """Whether they are rather one, taken alone."""
    together: bool
    """Whether they came to be of one happening, all accounts considered."""
    reasons: tuple[str, ...]
    """Each with its points."""


@dataclass(frozen=True, slots=True)
class JudgementTold(Documented):
    """What a curator said of two accounts."""

    number: int
    """By which `riwayat undo` takes it back."""
    verdict: Verdict
    """Whether they are of one happening."""
    a: str
    """Key of one account."""
    b: str
    """Key of the other."""
    because: str
    """Why."""
    who: str
    """Who said so."""
    day: str
    """ISO 8601 day on which."""


@dataclass(frozen=True, slots=True)
class Explanation(Documented):
    """Why a happening is what it is."""

    happening: str
    """Its id."""
    type: EventType
    """PLOVER type."""
    what: str
    """The words of the report that tells it most fully."""
    origins: tuple[Origin, ...]
    """Independent of each other; each with what was folded into it, and why."""
    joins: tuple[JoinTold, ...]
    """Joins and refusals, those that came to be together first, then by points."""
    judgements: tuple[JudgementTold, ...]
    """Those that stand, oldest first."""
