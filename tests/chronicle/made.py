"""Accounts made by hand: what a reading of a short report would give."""

from __future__ import annotations

from riwayat.model import (
    Account,
    EventType,
    Modality,
    Narrator,
    NarratorKind,
    Outlet,
    Party,
    PlaceRef,
    Quantity,
    Source,
    Span,
    Time,
    Told,
    Where,
)

IDLIB = Where("Idlib", PlaceRef(169389, 35.93, 36.63, "SY", "town"))
SARAQIB = Where("سراقب", PlaceRef(172409, 35.86, 36.8, "SY", "town"))
SYRIA = Where("Syria", PlaceRef(163843, 35.0, 38.0, "SY", "country"))


def source(
    name: str,
    outlet: str,
    *,
    day: str = "2019-05-27",
    hour: str | None = None,
    language: str = "en",
    **more: object,
) -> Source:
    """A report; `name` is its id."""
    start = f"{day}T{hour}" if hour else day
    return Source(
        id=name,
        outlet=Outlet(outlet),
        title=None,
        language=language,
        published=Time(start, start, "hour" if hour else "day"),
        known_from=day,
        cites=tuple(more.get("cites", ())),  # type: ignore[arg-type]
    )


def narrator(kind: NarratorKind, name: str | None = None, **more: object) -> Narrator:
    """A link; named unless it says otherwise."""
    named = kind in ("person", "group", "official", "document") if "named" not in more else more.pop("named")
    return Narrator(kind, name, named=bool(named), **more)  # type: ignore[arg-type]


def told(
    *chain: Narrator,
    outlet: str,
    sentence: str = "Three people were killed in a strike.",
    at: int = 0,
    modality: Modality = "asserted",
    figures: tuple[tuple[str, int | None, int | None], ...] = (),
    seen: bool = False,
) -> Told:
    """A telling; the publishing outlet comes first by itself."""
    words = Span(at, at + len(sentence), sentence)
    return Told(
        statement=words,
        sentence=words,
        trigger=Span(at, at + 5, sentence[:5]),
        modality=modality,
        quantities=tuple(
            Quantity(what, low, high, None, at, at + 5, sentence[:5]) for what, low, high in figures
        ),
        chain=(Narrator("outlet", outlet, named=True), *chain),
        seen=seen,
    )


def account(
    report: Source,
    *tellings: Told,
    type: EventType = "ASSAULT",
    actors: tuple[Party, ...] = (),
    recipients: tuple[Party, ...] = (),
    place: Where | None = None,
    day: str | None = None,
    position: int = 0,
) -> Account:
    """What a report tells of one event."""
    return Account(
        key=f"{report.id}/{position}-5/{type}",
        source=report,
        type=type,
        mode=None,
        modality=tellings[0].modality,
        actors=actors,
        recipients=recipients,
        place=place,
        time=Time(day, day, "day", day) if day else None,
        tellings=tellings,
        position=position,
    )
