"""What the store says aloud, so that others can remember it without the store knowing them."""

from __future__ import annotations

from django.dispatch import Signal

__all__ = ["happenings_written"]

happenings_written = Signal()
"""Happenings were worked out anew, within the transaction that writes them.

`happenings` holds each as a `riwayat.model.Happening`, with the number of reports that tell it now.
"""
