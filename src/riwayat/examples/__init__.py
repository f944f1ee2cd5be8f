"""Example reports that ship with the project: a made-up happening told by several made-up outlets.

One folder per language (ISO 639-1).  The pages are as a crawler finds them, menus and forms included.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

__all__ = ["pages"]


def pages(language: str = "id") -> tuple[Path, ...]:
    """Paths of the example pages of a language, in the order in which they were published."""
    folder = Path(str(resources.files(__name__))) / language
    return tuple(sorted(p for p in folder.glob("[0-9]*") if p.suffix in (".html", ".txt")))
