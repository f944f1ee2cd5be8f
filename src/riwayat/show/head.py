"""The head of a report: what it is, who made it, and how many origins it rests on."""

from __future__ import annotations

from rich.text import Text

from riwayat.languages import available
from riwayat.model import Reading
from riwayat.show.chains import origins, untraced
from riwayat.show.style import DIM, ORIGIN, TITLE
from riwayat.show.wording import count, language, when

__all__ = ["head", "summary", "unread"]


def head(reading: Reading) -> list[Text]:
    """Title, outlet and day, makers and sources, and the counts: a line each, none that would be empty."""
    report = reading.report
    day = when(report.published) or "no date of publication"
    first = [report.outlet.name or report.outlet.domain or "outlet not named"]
    if report.dateline:
        first.append(report.dateline.text)
    first += [day, language(report.language)]
    lines = [
        Text(report.title or "(no title)", style=TITLE),
        Text(" · ".join(first)),
        Text(report.canonical_url or report.url or "", style=DIM, overflow="fold"),
        _labelled([(b.role, b.name) for b in report.bylines]),
        _labelled([("cites", ", ".join(report.cites))] if report.cites else []),
        summary(reading) if report.language in available() else Text(unread(report.language)),
    ]
    return [line for line in lines if line.plain]


def summary(reading: Reading) -> Text:
    """`2 origins · 11 statements, 2 of them untraced · 5 events`."""
    loose = len(untraced(reading))
    said = count(len(reading.statements), "statement")
    if loose:
        said += f", {loose} of them untraced" if len(reading.statements) > 1 else ", untraced"
    return Text.assemble(
        (count(len(origins(reading)), "origin"), ORIGIN),
        f" · {said} · {count(len(reading.events), 'event')}",
    )


def unread(code: str) -> str:
    """That reports in this language are not read yet, and which are."""
    readable = " and ".join(language(known) for known in available())
    return f"Reports in {language(code)} are not read yet, only those in {readable}."


def _labelled(pairs: list[tuple[str, str]]) -> Text:
    parts = [Text.assemble((label, DIM), " ", value) for label, value in pairs]
    return Text(" · ").join(parts)
