"""Chains drawn as trees: all of a report's at once, and each over the statements that rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from riwayat.model import Link, Reading, Statement
from riwayat.show.chains import Node, chain_key, is_origin, runs, tree
from riwayat.show.layout import Layout, hanging, heading, with_margin
from riwayat.show.marking import Marks, marked
from riwayat.show.style import DIM, ORIGIN, SPAN
from riwayat.show.wording import count, narrator

__all__ = ["overview", "statements"]

_ORIGIN_SIGN, _UNTRACED_SIGN = "●", "○"


def overview(reading: Reading, layout: Layout) -> Iterator[RenderableType]:
    """Every narrator once, in one tree, with how many statements and events end there; nothing for none."""
    if not reading.statements:
        return
    note = f"{_ORIGIN_SIGN} origin  {_UNTRACED_SIGN} untraced"
    yield heading("By whose word", layout, note)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column()
    if not layout.narrow:
        grid.add_column(justify="right", style=DIM, no_wrap=True)
        grid.add_column(justify="right", style=DIM, no_wrap=True)
    told = _events_by_statement(reading)
    for prefix, rest, node in _walk(tree(reading.statements)):
        said, done = _counts(node, told)
        name = _node_line(node)
        if layout.narrow:
            counts = ", ".join(filter(None, (said, done)))
            if counts:
                name = Text.assemble(name, "  ", (counts, DIM))
            grid.add_row(hanging(prefix, rest, name, layout.page - 2))
        else:
            grid.add_row(hanging(prefix, rest, name, layout.page - 30), said, done)
    yield grid


def _counts(node: Node, told: dict[str, list[str]]) -> tuple[str, str]:
    if not node.statements:
        return "", ""
    events = {event for s in node.statements for event in told.get(s.id, ())}
    return count(len(node.statements), "statement"), count(len(events), "event") if events else ""


def _events_by_statement(reading: Reading) -> dict[str, list[str]]:
    """Ids of the events that each statement tells, in order."""
    told: dict[str, list[str]] = {}
    for event in reading.events:
        for telling in event.tellings:
            ids = told.setdefault(telling.statement, [])
            if event.id not in ids:
                ids.append(event.id)
    return told


def _walk(level: list[Node], stem: str = "", *, root: bool = True) -> Iterator[tuple[str, str, Node]]:
    """Nodes from the top, each with the guides before its first line and before its other lines."""
    for i, node in enumerate(level):
        last = i == len(level) - 1
        branch = "" if root else stem + ("└ " if last else "├ ")
        under = "" if root else stem + ("  " if last else "│ ")
        yield branch, under + ("│ " if node.children else "  "), node
        yield from _walk(node.children, under, root=False)


def _node_line(node: Node) -> Text:
    sign, style = "", ""
    if node.statements:
        traced = is_origin(node.statements[0].chain)
        sign, style = (f"{_ORIGIN_SIGN} ", ORIGIN) if traced else (f"{_UNTRACED_SIGN} ", "")
    return Text.assemble(sign, (narrator(node.link), style), "  ", (node.link.kind, DIM))


def statements(reading: Reading, marks: Marks, layout: Layout) -> Iterator[RenderableType]:
    """Each run of statements under the tree of its chain, the words beside their ids."""
    yield heading("Statements", layout)
    if not reading.statements:
        yield Text("The report states nothing.", style=DIM)
    margin = max((len(s.id) for s in reading.statements), default=2) + 1
    told = _events_by_statement(reading)
    before: Sequence[Link] = ()
    for run in runs(reading.statements):
        rows: list[tuple[Text | str, RenderableType]] = [("", "")] if before else []
        rows += [("", line) for line in _chain_lines(run, before, layout.measure - margin - 2)]
        for statement in run:
            words = marked(reading.report.text, statement.start, statement.end, marks, colour=layout.colour)
            events = " ".join(told.get(statement.id, ()))
            rows.append((statement.id, Text.assemble(words, (f" {events}" if events else "", DIM))))
        before = run[0].chain
        yield with_margin(rows, margin, layout.measure)


def _chain_lines(run: Sequence[Statement], before: Sequence[Link], width: int) -> Iterator[Text]:
    """A line for each link; those that the chain before begins with too stay in the background."""
    chain = run[0].chain
    for depth, link in enumerate(chain):
        cues = _distinct(cue.text for s in run if (cue := s.chain[depth].cue) is not None)
        last = depth == len(chain) - 1
        if last:
            style = ORIGIN if is_origin(chain) else ""
        else:
            style = DIM if chain_key(chain[: depth + 1]) == chain_key(before[: depth + 1]) else ""
        guide = "  " * (depth - 1) + "└ " if depth else ""
        yield hanging(guide, " " * len(guide) + "  ", _link_line(link, cues, style), width)


def _link_line(link: Link, cues: list[str], style: str) -> Text:
    line = Text.assemble((narrator(link), style), "  ", (link.kind, DIM))
    for i, cue in enumerate(cues):
        line.append("  " if i == 0 else " ").append(f"“{cue}”", style=SPAN["cue"])
    return line


def _distinct(words: Iterable[str]) -> list[str]:
    """Each wording once, whatever its capitals, the first form kept."""
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(word.casefold(), word)
    return list(seen.values())
