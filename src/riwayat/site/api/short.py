"""Short quotations: of what others wrote, everybody gets no more than shows what a line rests on."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

from riwayat.model import Copy
from riwayat.site.quotable import cut

__all__ = ["PAIRS", "latest", "short"]

T = TypeVar("T")

PAIRS: Final = 3
"""Sentences of a copy beside those that they repeat; all of them would be the whole text of a copy."""


def short(value: T) -> T:
    """A value of `riwayat.model`, or of `riwayat.told`, in which every quotation is short.

    What is cut is cut at a word, and its end moves: the words still are those from `start` to `end`.
    """
    return cast(T, _short(value))


def latest(value: Any, most: int, keep: Container[str] = ()) -> dict[str, Any]:
    """The fields of a dataclass; of each tuple the last `most`, but for those in `keep`."""
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    return {
        name: one[max(0, len(one) - most) :] if isinstance(one, tuple) and name not in keep else one
        for name, one in held.items()
    }


def _short(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_short, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Copy):
        held["evidence"] = value.evidence[:PAIRS]
    made = {name: _short(one) for name, one in held.items()}
    if {"start", "end", "text"} <= held.keys() and isinstance(held["start"], int):
        made["text"] = cut(held["text"])
        made["end"] = held["end"] - (len(held["text"]) - len(made["text"]))
    return replace(value, **made)
