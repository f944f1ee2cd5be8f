"""Records of narrators: counts in a table, or one with its links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from riwayat.model import Source, Time
from riwayat.show.chronicle.parts import isolated, quoted, reported
from riwayat.show.layout import Layout, heading, stacked, with_margin
from riwayat.show.style import DIM, TITLE
from riwayat.show.wording import count, when
from riwayat.told.records import Record

__all__ = ["one_record", "record_list"]

_DAY = 17


def record_list(records: Sequence[Record], *, width: int, colour: bool) -> RenderableType:
    """A row for each narrator: how many happenings rest on it, and what became of them."""
    layout = Layout(width, colour)
    if layout.narrow:
        return stacked([[Text.assemble(_name(one), "\n", ", ".join(_counts(one)))] for one in records])
    table = Table(box=None, width=layout.page, padding=(0, 2, 0, 0), pad_edge=False, header_style=DIM)
    table.add_column("narrator", ratio=1, overflow="fold")
    for title in ("rest on it", "asserted later", "disputed", "changed"):
        table.add_column(title, justify="right", no_wrap=True)
    for one in records:
        found = (one.rests, _happenings(one), one.disputed, one.withdrew)
        table.add_row(_name(one), *(str(len(part)) if part else Text("–", style=DIM) for part in found))
    note = (
        "asserted later: by another independent origin of another side, too. changed: taken back or corrected by "
        "itself. None of this says how far a narrator can be trusted; riwayat sources NAME shows what is counted."
    )
    return stacked([[table], [Text(note, style=DIM)]])


def one_record(
    one: Record, sources: Mapping[str, Source], *, most: int, width: int, colour: bool
) -> RenderableType:
    """One narrator's record, of each part the latest `most`; `sources`: the reports that it names."""
    layout = Layout(width, colour)
    return stacked(
        [
            [
                Text.assemble((isolated(one.name), TITLE), "  ", (_about(one), DIM)),
                Text(", ".join(_counts(one))),
            ],
            _rests(one, layout, most),
            _asserted(one, layout, most),
            _disputed(one, layout, most),
            _withdrew(one, sources, layout, most),
        ]
    )


def _name(one: Record) -> Text:
    return Text.assemble(isolated(one.name), "  ", (_about(one), DIM))


def _about(one: Record) -> str:
    return f"{one.kind} · side of {one.side}" if one.side else one.kind


def _counts(one: Record) -> Iterator[str]:
    untraced = sum(not resting.traced for resting in one.rests)
    rest = count(len(one.rests), "happening")
    yield f"{rest} rest on it" + (f" ({untraced} untraced)" if untraced else "")
    yield f"{len(_happenings(one))} asserted later by another side"
    yield f"{len(one.disputed)} disputed"
    yield f"{len(one.withdrew)} taken back or corrected by itself"


def _happenings(one: Record) -> list[str]:
    """Happenings that at least one other origin asserted later."""
    return list(dict.fromkeys(later.happening for later in one.asserted_later))


def _rests(one: Record, layout: Layout, most: int) -> Iterator[RenderableType]:
    yield heading("Rests on it", layout, _latest(len(one.rests), most))
    rows: list[tuple[Text | str, RenderableType]] = []
    for resting in one.rests[-most:]:
        reports = count(len(resting.reports), "report") + ("" if resting.traced else ", untraced")
        line = Text.assemble(
            (resting.type, "bold"), "  ", quoted(resting.what), "  ", (f"{reports}  {resting.happening}", DIM)
        )
        rows.append((_day(resting.day), line))
    yield with_margin(rows, _DAY, layout.page)


def _asserted(one: Record, layout: Layout, most: int) -> Iterator[RenderableType]:
    if not one.asserted_later:
        return
    yield heading("Asserted later by another side", layout, _latest(len(one.asserted_later), most))
    rows: list[tuple[Text | str, RenderableType]] = []
    for later in one.asserted_later[-most:]:
        about = f"{later.kind} · side of {later.side}" if later.side else later.kind
        line = Text.assemble(isolated(later.by), "  ", (f"{about}  {later.happening}", DIM))
        rows.append((_day(later.day), line))
    yield with_margin(rows, _DAY, layout.page)


def _disputed(one: Record, layout: Layout, most: int) -> Iterator[RenderableType]:
    if not one.disputed:
        return
    yield heading("Disputed", layout, _latest(len(one.disputed), most))
    rows: list[tuple[Text | str, RenderableType]] = [
        (
            contested.about,
            Text.assemble(
                isolated(contested.value),
                (" – others: ", DIM),
                "; ".join(map(isolated, contested.others)),
                (f"  {contested.happening}", DIM),
            ),
        )
        for contested in one.disputed[-most:]
    ]
    yield with_margin(rows, _DAY, layout.page)


def _withdrew(
    one: Record, sources: Mapping[str, Source], layout: Layout, most: int
) -> Iterator[RenderableType]:
    if not one.withdrew:
        return
    yield heading("Taken back or corrected by itself", layout, _latest(len(one.withdrew), most))
    rows: list[tuple[Text | str, RenderableType]] = []
    for changed in one.withdrew[-most:]:
        line = Text.assemble(isolated(changed.before), " → ", isolated(changed.after), "  ")
        if changed.report in sources:
            line.append_text(reported(sources[changed.report])).append("  ")
        rows.append((changed.about, line.append(changed.happening, style=DIM)))
    yield with_margin(rows, _DAY, layout.page)


def _day(day: str) -> str:
    return when(Time(day, day, "day"))


def _latest(total: int, most: int) -> str:
    return f"the latest {most} of {total} (--limit)" if total > most else ""
