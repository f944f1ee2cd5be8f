"""What one who follows this may want to follow as well."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from riwayat.following.subject import Subject
from riwayat.site.asked import Asked
from riwayat.site.entries import entry
from riwayat.store.models import Named
from riwayat.text.folding import fold
from riwayat.told.masking import MASK

__all__ = ["suggested"]

_NARROWING: Final = ("type", "place", "actor")
_MOST: Final = 6


def suggested(subject: Subject) -> list[Subject]:
    """Views that lie next to this one: of a happening its place and who took part, of filters each one alone."""
    asked = [Asked(**{name: said}) for name, said in _said(subject)]
    if not subject.happening and subject.asked.disputed != "yes":
        asked.append(replace(subject.asked, disputed="yes"))
    found = dict.fromkeys(str(Subject("", one)) for one in asked if one != subject.asked)
    return [Subject.written(text) for text in found if text][:_MOST]


def _said(subject: Subject) -> list[tuple[str, str]]:
    if not subject.happening:
        said = subject.asked.said
        return [(name, said[name]) for name in _NARROWING if name in said] if len(said) > 1 else []
    if subject.value is None:
        return []
    shown = entry(subject.value)
    actors = [name for name in (*shown.who, *shown.whom) if MASK not in name and _is_name(name)]
    place = shown.place
    return [*([("place", place)] if place and MASK not in place else []), *(("actor", one) for one in actors)]


def _is_name(words: str) -> bool:
    """Whether somebody is called so; `pejuang` and `a checkpoint` are no names."""
    return Named.objects.filter(folded=fold(words)).exclude(kind="").exists()
