"""Bytes to a report: characters, layout, metadata."""

from riwayat.page.report import report_from

__all__ = ["report_from"]
