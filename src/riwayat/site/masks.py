"""The one mask maker of the site: what reports name whom is kept at hand until something is written (`kept_pages`)."""

from __future__ import annotations

from functools import cache

from riwayat.store.masks import Masks

__all__ = ["masks"]


@cache
def masks() -> Masks:
    """Makes masks for pages that everybody may see."""
    return Masks()
