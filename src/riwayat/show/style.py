"""How the terminal view looks: styles, and the marks that stand for them where there is no colour.

Only the sixteen colours that every terminal lets its user choose, so that the view is legible on
dark and on light.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from riwayat.model import Modality

Role: TypeAlias = Literal["person", "group", "place", "outlet", "cue", "trigger"]

TITLE = "bold"
HEADING = "bold"
RULE = "dim"
DIM = "dim"
ORIGIN = "bold"

SPAN: dict[Role, str] = {
    "person": "cyan",
    "group": "green",
    "place": "blue",
    "outlet": "magenta",
    "cue": "italic yellow",
    "trigger": "bold red",
}

MARKS: dict[Role, tuple[str, str]] = {
    "person": ("[", "]"),
    "group": ("[", "]"),
    "place": ("[", "]"),
    "outlet": ("[", "]"),
    "cue": ("_", "_"),
    "trigger": ("*", "*"),
}
"""Opening and closing mark of a span where there is no colour."""

MODALITY: dict[Modality, str] = {
    "asserted": "",
    "planned": "blue",
    "ongoing": "cyan",
    "alleged": "yellow",
    "denied": "red",
    "hypothetical": "magenta",
    "background": "dim",
}
