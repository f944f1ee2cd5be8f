"""What the words of the model are called on the pages, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

__all__ = [
    "DISPUTED",
    "KINDS",
    "LANGUAGES",
    "MANNERS",
    "MODALITIES",
    "REASONS",
    "ROLES",
    "TYPES",
    "WHAT",
    "label",
]

TYPES: Final[Mapping[str, Promise]] = {
    "AGREE": _("Agreement"),
    "CONSULT": _("Meeting"),
    "SUPPORT": _("Support"),
    "CONCEDE": _("Concession"),
    "COOPERATE": _("Cooperation"),
    "AID": _("Aid"),
    "RETREAT": _("Withdrawal"),
    "REQUEST": _("Request"),
    "ACCUSE": _("Accusation"),
    "REJECT": _("Refusal"),
    "THREATEN": _("Threat"),
    "PROTEST": _("Protest"),
    "SANCTION": _("Sanction"),
    "MOBILIZE": _("Mobilisation"),
    "COERCE": _("Coercion"),
    "ASSAULT": _("Attack"),
}
MODALITIES: Final[Mapping[str, Promise]] = {
    "planned": _("planned"),
    "ongoing": _("under way"),
    "alleged": _("alleged"),
    "denied": _("denied"),
    "hypothetical": _("only possible"),
    "background": _("background"),
}
"""`asserted` goes without saying."""
KINDS: Final[Mapping[str, Promise]] = {
    "outlet": _("outlet"),
    "agency": _("news agency"),
    "person": _("person"),
    "group": _("group"),
    "official": _("official"),
    "document": _("document"),
    "photo": _("photo"),
    "video": _("video"),
    "social": _("social media"),
    "anonymous": _("unnamed source"),
    "witness": _("witness"),
    "unspecified": _("nobody named"),
}
ROLES: Final[Mapping[str, Promise]] = {
    "person": _("person"),
    "group": _("group"),
    "place": _("place"),
    "outlet": _("outlet"),
    "event": _("event"),
}
MANNERS: Final[Mapping[str, Promise]] = {
    "verbatim": _("word-for-word copy"),
    "edited": _("edited copy"),
    "translation": _("translation"),
    "retelling": _("retelling"),
}
REASONS: Final[Mapping[str, Promise]] = {
    "cites": _("one cites the other's outlet"),
    "copy": _("one text copies the other"),
    "same narrator": _("both end in the same narrator"),
    "same unnamed source": _("unnamed sources that spoke to the same outlet"),
    "same line": _("the same line, told with less detail"),
}
DISPUTED: Final[Mapping[str, Promise]] = {
    "killed": _("how many were killed"),
    "wounded": _("how many were wounded"),
    "detained": _("how many were detained"),
    "displaced": _("how many were displaced"),
    "participants": _("how many took part"),
    "missing": _("how many are missing"),
    "who": _("who did it"),
    "whether": _("whether it took place"),
    "place": _("where it took place"),
    "time": _("when it took place"),
    "yes": pgettext_lazy("it took place", "yes"),
    "no": pgettext_lazy("it took place", "no"),
}
WHAT: Final[Mapping[str, Promise]] = {
    "verdict": _("whether they are one happening"),
    "removed": _("removed"),
    "name": pgettext_lazy("corrected", "name"),
    "kind": pgettext_lazy("corrected", "what it is"),
    "known_as": pgettext_lazy("corrected", "who it is"),
    "public": pgettext_lazy("corrected", "who may be named"),
    "where": pgettext_lazy("corrected", "where it is"),
    "same": pgettext_lazy("corrected", "names of one"),
    "different": pgettext_lazy("corrected", "names of two"),
    "chain": pgettext_lazy("corrected", "by whose word"),
    "type": pgettext_lazy("corrected", "what was done"),
    "mode": pgettext_lazy("corrected", "in which way"),
    "modality": pgettext_lazy("corrected", "how sure"),
    "actors": pgettext_lazy("corrected", "who did it"),
    "recipients": pgettext_lazy("corrected", "to whom"),
    "place": pgettext_lazy("corrected", "where"),
    "time": pgettext_lazy("corrected", "when"),
    "quantities": pgettext_lazy("corrected", "how many"),
    "told": pgettext_lazy("corrected", "whether it is an event"),
}
"""What curators correct."""
LANGUAGES: Final[Mapping[str, Promise]] = {
    "ar": _("Arabic"),
    "en": _("English"),
    "id": _("Indonesian"),
    "ms": _("Malay"),
}


def label(of: Mapping[str, Promise], word: str) -> str:
    """The label of a word of the model; the word itself where it has none."""
    return str(of.get(word, word))
