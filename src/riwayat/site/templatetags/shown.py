"""How values are shown: numbers and times in the reader's language, names and quotations in their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from riwayat.model import Source, Time
from riwayat.site import labels, when
from riwayat.site.linked import outlet_of
from riwayat.site.picture import TONES, Box, Picture
from riwayat.site.quoted import Quote, direction, masked
from riwayat.told.masking import MASK

register = template.Library()

_TABLES: Mapping[str, Mapping[str, Promise]] = {
    "type": labels.TYPES,
    "modality": labels.MODALITIES,
    "kind": labels.KINDS,
    "role": labels.ROLES,
    "manner": labels.MANNERS,
    "what": labels.WHAT,
    "reason": labels.REASONS,
    "disputed": labels.DISPUTED,
    "language": labels.LANGUAGES,
}


@register.filter
def num(value: int) -> str:
    """A number in the reader's language."""
    return when.number(value)


@register.filter
def day(value: date | str | None) -> str:
    """A day in the reader's language; empty for none."""
    if not value:
        return ""
    return when.day(date.fromisoformat(value[:10]) if isinstance(value, str) else value)


@register.filter
def moment(value: Time | None) -> str:
    """A time, as finely as it was told."""
    return when.time(value)


@register.filter
def label(word: str, table: str) -> str:
    """What a word of the model is called."""
    return labels.label(_TABLES[table], word)


@register.filter
def figure(value: str, about: str) -> SafeString | str:
    """What one side of a dispute says: a figure, a day, a name, yes or no."""
    if about == "whether":
        return labels.label(labels.DISPUTED, value)
    if about == "time":
        return " – ".join(when.day(date.fromisoformat(one)) for one in value.split("/"))
    if about in ("who", "place"):
        return name(value)
    return when.digits(value)


@register.filter
def name(text: str | None) -> SafeString:
    """A name in its own direction."""
    return format_html("<bdi>{}</bdi>", masked(text or ""))


@register.filter
def words(text: str) -> SafeString:
    """Words of a report that were masked."""
    return masked(text)


@register.filter
def is_masked(text: str) -> bool:
    """Whether a name is that of a private person."""
    return MASK in text


@register.filter
def dir(language: str | None) -> str:
    """Which way a language is written; `auto` where none is known."""
    return direction(language) if language else "auto"


@register.simple_tag
def quotation(value: Quote) -> SafeString:
    """A quotation in its own language and direction."""
    inner = format_html_join(
        "",
        "{}",
        ((format_html("<mark>{}</mark>", masked(t)) if strong else masked(t),) for t, strong in value.pieces),
    )
    return format_html('<q lang="{}" dir="{}">{}</q>', value.language, value.dir, inner)


@register.filter
def get(values: Mapping[Any, Any], key: Any) -> Any:
    """The value of a key; nothing where the page has no such values."""
    return values.get(key, ()) if values else ()


@register.filter
def at(values: Sequence[Any], number: int) -> Any:
    """The value at a place."""
    return values[number]


@register.filter
def tone(number: int) -> int:
    """The colour of the origin with this number."""
    return (number - 1) % TONES + 1


@register.filter
def css(value: float) -> str:
    """A number as style sheets write it, whatever the reader's language."""
    return f"{value:g}"


@register.filter
def left(box: Box, picture: Picture) -> float:
    """Where a box begins, in percent of the picture's width."""
    return picture.lefts[box.column]


@register.filter
def plain(text: str) -> str:
    """Masked words as plain text, for labels."""
    return text.replace(MASK, gettext("[private person]"))


@register.filter
def outlet_name(source: Source) -> str:
    """What the outlet of a report is called."""
    return outlet_of(source)
