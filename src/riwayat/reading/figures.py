"""Figures of a sentence: which kind of event each belongs to first."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from riwayat.model import EventType

HOME: Final[Mapping[str, EventType]] = MappingProxyType(
    {"killed": "ASSAULT", "wounded": "ASSAULT", "detained": "COERCE", "participants": "PROTEST"}
)
"""By what is counted, the type of event that a figure belongs to first, where its sentence tells one."""
