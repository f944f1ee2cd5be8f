"""The mails, in words: plain text and HTML, in the reader's interface language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Any, Final

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from riwayat.following import signed
from riwayat.following.models import Subscription
from riwayat.following.news import Item, News
from riwayat.following.sealing import POLICY, Key, seal, sender
from riwayat.following.subject import Subject
from riwayat.site.labels import DISPUTED, TYPES, label
from riwayat.site.quoted import direction
from riwayat.site.templatetags.shown import plain
from riwayat.site.when import number, time

__all__ = ["Told", "confirmation", "stop_address", "telling", "told"]

_ISOLATE: Final = "\u2068{}\u2069"
"""Names and words in their own direction, in plain text."""


@dataclass(frozen=True, slots=True)
class Told:
    """An item in words, without markup; private people masked."""

    id: str
    type: str
    who: str
    whom: str
    facts: str
    """When and where."""
    what: str
    language: str | None
    dir: str
    counts: str
    """Origins, reports, disputes; with how many they were before."""
    new: bool
    address: str


def told(item: Item) -> Told:
    """An item in words, in the language that is active."""
    one = item.entry
    return Told(
        id=one.id,
        type=label(TYPES, one.type),
        who=_names(one.who, one.more_who),
        whom=_names(one.whom, one.more_whom),
        facts=" · ".join(part for part in (time(one.time), _own(one.place or "")) if part),
        what=plain(one.what),
        language=one.language,
        dir=direction(one.language) if one.language else "auto",
        counts=_counts(item),
        new=item.before is None,
        address=settings.RIWAYAT_ADDRESS + reverse("happening", args=[one.id]),
    )


def stop_address(subscription: Subscription) -> str:
    """The address that ends a subscription: a form for people, one POST for programs."""
    return f"{settings.RIWAYAT_ADDRESS}{reverse('stop', args=[signed.stop(subscription.key)])}"


def telling(subscription: Subscription, news: News, *, at: datetime, by: Key | None) -> bytes:
    """The mail that tells what is new."""
    subject = Subject.written(subscription.subject)
    stop = stop_address(subscription)

    def context() -> dict[str, Any]:
        return {
            "items": [told(item) for item in news.items],
            "title": subject.title(),
            "view": settings.RIWAYAT_ADDRESS + subject.path(),
            "more": news.more,
            "stop": stop,
            "cadence": subscription.cadence,
        }

    def line() -> str:
        parts = [
            news.fresh and ngettext("%(n)s new", "%(n)s new", news.fresh) % {"n": number(news.fresh)},
            news.changed
            and ngettext("%(n)s changed", "%(n)s changed", news.changed) % {"n": number(news.changed)},
        ]
        joined = translation.pgettext("between names", ", ").join(str(part) for part in parts if part)
        return f"{subject.title()}: {joined}"

    message = _message("news", subscription, context, line, at, f"{subscription.key}.{subscription.told}")
    return seal(message, stop=stop, by=by)


def confirmation(
    subscription: Subscription, agreed: signed.Consent, *, at: datetime, by: Key | None
) -> bytes:
    """The mail that asks whether whoever owns the address wants this."""
    subject = Subject.written(subscription.subject)

    def context() -> dict[str, Any]:
        confirm = reverse("confirm", args=[signed.consent(agreed)])
        return {
            "title": subject.title(),
            "view": settings.RIWAYAT_ADDRESS + subject.path(),
            "confirm": settings.RIWAYAT_ADDRESS + confirm,
            "cadence": agreed.cadence,
            "days": signed.WAITS.days,
        }

    def line() -> str:
        return _("Please confirm: %(title)s") % {"title": subject.title()}

    message = _message(
        "confirmation",
        subscription,
        context,
        line,
        at,
        f"{subscription.key}.ask.{at:%Y%m%d%H%M%S}",
        agreed.language,
    )
    return seal(message, stop=None, by=by)


def _message(
    kind: str,
    subscription: Subscription,
    context: Callable[[], dict[str, Any]],
    line: Callable[[], str],
    at: datetime,
    number_of_it: str,
    language: str | None = None,
) -> EmailMessage:
    message = EmailMessage(policy=POLICY)
    with translation.override(language or subscription.language):
        shown = context() | {
            "language": translation.get_language(),
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
        }
        text = render_to_string(f"following/{kind}.txt", shown)
        html = render_to_string(f"following/{kind}.html", shown)
        message["Subject"] = " ".join(line().split())
    from_ = sender()
    message["From"] = from_
    user, _at, domain = subscription.email.rpartition("@")
    message["To"] = Address(username=user, domain=domain)
    message["Date"] = at
    # The same mail has the same number, so that whoever gets it twice can tell.
    message["Message-ID"] = f"<{number_of_it}@{from_.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text.strip() + "\n")
    message.add_alternative(html, subtype="html")
    # Set before, it would have become a header of the plain part alone.
    message["Content-Language"] = shown["language"]
    return message


def _names(names: tuple[str, ...], more: int) -> str:
    listed = translation.pgettext("between names", ", ").join(_own(name) for name in names)
    return f"{listed} +{number(more)}" if more else listed


def _own(name: str) -> str:
    return _ISOLATE.format(plain(name)) if name else ""


def _counts(item: Item) -> str:
    one, old = item.entry, item.before
    origins = ngettext("%(n)s independent origin", "%(n)s independent origins", one.origins)
    reports = ngettext("%(n)s report", "%(n)s reports", one.reports)
    parts = [
        _then(origins % {"n": number(one.origins)}, one.origins, old.origins if old else None),
        _then(reports % {"n": number(one.reports)}, one.reports, old.reports if old else None),
    ]
    if item.disputes:
        what = translation.pgettext("between names", ", ").join(
            label(DISPUTED, about) for about in dict.fromkeys(item.disputes)
        )
        parts.append(_("disputed: %(what)s") % {"what": what})
    if old and set(item.disputes) - set(old.disputes):
        parts[-1] += f" ({_('new')})"
    if old and old.disputes and not item.disputes:
        parts.append(_("no longer disputed"))
    return " · ".join(parts)


def _then(words: str, now: int, old: int | None) -> str:
    if old is None or old == now:
        return words
    return _("%(words)s (%(number)s before)") % {"words": words, "number": number(old)}
