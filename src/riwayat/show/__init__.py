"""The terminal view: a reading as a person wants to read it."""

from riwayat.show.head import unread
from riwayat.show.view import PARTS, Part, paragraph, view

__all__ = ["PARTS", "Part", "paragraph", "unread", "view"]
