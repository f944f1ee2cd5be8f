"""The text of a report with its spans marked, and in the margin where each statement begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rich.console import Console, RenderableType
from rich.style import Style
from rich.text import Text

from riwayat.model import Reading
from riwayat.show.layout import Layout, heading, with_margin
from riwayat.show.marking import Marks, marked
from riwayat.show.style import DIM, MARKS, SPAN, Role

__all__ = ["fulltext"]

_LEGEND: tuple[tuple[str, Role], ...] = (
    ("person", "person"),
    ("group", "group"),
    ("place", "place"),
    ("cue", "cue"),
    ("event", "trigger"),
)
_PLAIN_LEGEND: tuple[tuple[str, Role], ...] = (("name", "group"), ("cue", "cue"), ("event", "trigger"))


def fulltext(reading: Reading, marks: Marks, layout: Layout) -> Iterator[RenderableType]:
    """Paragraph by paragraph; a statement that begins inside a line is set off by a thin bar."""
    yield heading("Text", layout, _legend(layout))
    text = reading.report.text
    margin = max((len(s.id) for s in reading.statements), default=2) + 1
    console = Console(width=max(10, layout.measure - margin - 2))
    ids = {s.start: s.id for s in reversed(reading.statements)}
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if paragraph.strip():
            words = _with_statements(text, start, end, ids, marks, colour=layout.colour)
            rows: list[tuple[Text | str, RenderableType]] = [("", "")] if start else []
            rows += [(_begun(line), line) for line in words.wrap(console, console.width)]
            yield with_margin(rows, margin, layout.measure)
        start = end + 1


def _legend(layout: Layout) -> Text:
    if layout.colour:
        return Text(" ").join([Text(word, style=SPAN[role]) for word, role in _LEGEND])
    return Text(" ").join([Text(word.join(MARKS[role])) for word, role in _PLAIN_LEGEND])


def _with_statements(
    text: str, start: int, end: int, ids: dict[int, str], marks: Marks, *, colour: bool
) -> Text:
    """The paragraph, cut at the statements; the first character of each carries its id."""
    starts = {at: ids[at] for at in range(start, end) if at in ids}
    cuts = sorted({start, end, *starts})
    out = Text()
    for here, there in pairwise(cuts):
        piece = marked(text, here, there, marks, colour=colour)
        if here in starts:
            if out.plain.strip():
                out.append("│", style=DIM)
            piece.stylize(Style(meta={"statement": starts[here]}), 0, 1)
        out.append_text(piece)
    return out


def _begun(line: Text) -> str:
    """The ids of the statements that begin in this line: the first, and how far it goes."""
    ids = [s.style.meta["statement"] for s in line.spans if isinstance(s.style, Style) and s.style.meta]
    if not ids:
        return ""
    return str(ids[0]) if len(ids) == 1 else f"{ids[0]}+"
