"""Why a happening is what it is: folds with reason and evidence, joins and refusals with their points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from riwayat.chronicle.likeness import WEIGHTS
from riwayat.model import Source
from riwayat.show.chronicle.happening import Shown, head, origin_line
from riwayat.show.chronicle.parts import isolated, quoted, reported
from riwayat.show.layout import Layout, hanging, heading, stacked, with_margin
from riwayat.show.style import DIM
from riwayat.show.wording import NAMELESS, count
from riwayat.told.explanation import AccountTold, Explanation, JoinTold, JudgementTold

__all__ = ["explaining"]

_POINTS = 7
_REASON = 20


def explaining(
    shown: Shown,
    why: Explanation,
    sources: Mapping[str, Source],
    *,
    most: int,
    width: int,
    colour: bool,
) -> RenderableType:
    """The explanation; of joins and of refusals `most` each.  `sources`: all reports that it names."""
    layout = Layout(width, colour)
    joined = [join for join in why.joins if join.together]
    apart = [join for join in why.joins if not join.together]
    return stacked(
        [
            head(shown),
            _folds(why, sources, layout),
            _joins("Told of as one", joined, sources, layout, most),
            _joins("Kept apart", apart, sources, layout, most),
            _judgements(why.judgements, layout),
        ]
    )


def _folds(why: Explanation, sources: Mapping[str, Source], layout: Layout) -> Iterator[RenderableType]:
    yield heading("Folded into one origin", layout, "reason and evidence")
    if not why.origins:
        yield Text("No origin can be named: nothing to fold.", style=DIM)
    for origin in why.origins:
        yield hanging("", "  ", origin_line(origin), layout.measure)
        rows: list[tuple[Text | str, RenderableType]] = []
        for fold in origin.folded:
            outlets = list(dict.fromkeys(_outlet(sources, report) for report in fold.reports))
            evidence = Text.assemble(isolated(fold.evidence), "  ", (", ".join(outlets), DIM))
            rows.append((f"  {fold.reason}", evidence))
        yield with_margin(rows, _REASON + 2, layout.page) if rows else Text("  nothing folded", style=DIM)


def _joins(
    title: str, joins: Sequence[JoinTold], sources: Mapping[str, Source], layout: Layout, most: int
) -> Iterator[RenderableType]:
    if not joins:
        return
    yield heading(title, layout, f"points, {WEIGHTS.start:+} to begin with: above 0 rather one than not")
    rows: list[tuple[Text | str, RenderableType]] = []
    for join in joins[:most]:
        lines = [
            _account(join.a, sources),
            _account(join.b, sources, elsewhere=not join.together),
            Text(" · ".join(isolated(reason) for reason in join.reasons), style=DIM),
        ]
        if join.same != join.together:
            because = "together through others" if join.together else "apart for the sake of others"
            lines.append(Text(because, style=DIM))
        rows.append((f"{join.score:+.1f}", Text("\n").join(lines)))
    yield with_margin(rows, _POINTS, layout.page)
    if len(joins) > most:
        yield Text(f"and {len(joins) - most} more (--limit)", style=DIM)


def _account(account: AccountTold, sources: Mapping[str, Source], *, elsewhere: bool = False) -> Text:
    line = Text()
    if account.report in sources:
        line.append_text(reported(sources[account.report])).append("  ")
    if elsewhere and account.happening:
        line.append(account.happening + "  ", style=DIM)
    return line.append_text(quoted(account.quote))


def _judgements(judgements: Sequence[JudgementTold], layout: Layout) -> Iterator[RenderableType]:
    if not judgements:
        return
    yield heading(
        "Judged", layout, f"{count(len(judgements), 'judgement')}: riwayat undo NUMBER takes one back"
    )
    rows: list[tuple[Text | str, RenderableType]] = [
        (
            str(one.number),
            Text.assemble(
                (one.verdict, "bold"), f": {one.because}  ", (f"{one.who}, {one.day}\n{one.a}\n{one.b}", DIM)
            ),
        )
        for one in judgements
    ]
    yield with_margin(rows, _POINTS, layout.page)


def _outlet(sources: Mapping[str, Source], report: str) -> str:
    source = sources.get(report)
    if source is None:
        return report
    return isolated(source.outlet.name or source.outlet.domain or NAMELESS["outlet"])
