"""Bytes in: files, folders, standard input and the web become pages."""

from riwayat.gather.inputs import Failure, Pages, pages

__all__ = ["Failure", "Pages", "pages"]
