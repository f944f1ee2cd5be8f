"""Bytes in: files, folders, standard input, the web, its feeds and archives become pages."""

from riwayat.gather.failure import Failure
from riwayat.gather.inputs import Pages, pages

__all__ = ["Failure", "Pages", "pages"]
