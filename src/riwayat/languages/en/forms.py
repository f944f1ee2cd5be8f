"""The forms of English verbs, and of phrases that begin with one: `attack`, `attacks`, `attacked`, `attacking`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from riwayat import languages

_BE = ("be", "am", "is", "are", "was", "were", "being", "been")
_VOWELS = "aeiou"
_SHORT_STEM = 3
_DOUBLING = frozenset(
    (
        "abet",
        "acquit",
        "admit",
        "airdrop",
        "allot",
        "annul",
        "bar",
        "commit",
        "compel",
        "concur",
        "confer",
        "control",
        "defer",
        "deter",
        "dispel",
        "embed",
        "emit",
        "equip",
        "excel",
        "expel",
        "handicap",
        "incur",
        "infer",
        "kidnap",
        "occur",
        "omit",
        "patrol",
        "permit",
        "propel",
        "quit",
        "rebel",
        "rebut",
        "recur",
        "refer",
        "regret",
        "remit",
        "repel",
        "submit",
        "teargas",
        "transfer",
        "unpin",
        "worship",
    )
)


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a verb; of each the one most written."""

    plain: str
    present: str
    past: str
    participle: str
    gerund: str


@cache
def verb(plain: str) -> Verb:
    """The forms of a verb given in its plain form."""
    stem = _stem(plain)
    irregular = languages.words("en", "words")["irregular"].get(plain)
    regular = _past(plain, stem)
    past, done = irregular.split() if irregular else (regular, regular)
    return Verb(plain, _present(plain), past, done, _gerund(plain, stem))


def inflected(phrase: str) -> tuple[str, ...]:
    """A phrase in all forms of the verb it begins with, the participle last: `open fire`, `opened fire` …"""
    head, space, rest = phrase.partition(" ")
    if head == "be":
        return tuple(form + space + rest for form in _BE)
    found = [
        form
        for forms in _spellings(head)
        for form in (forms.plain, forms.present, forms.past, forms.gerund, forms.participle)
    ]
    return tuple(dict.fromkeys(form + space + rest for form in found))


def participles(phrase: str) -> tuple[str, ...]:
    """A phrase with its verb as participle, in each spelling: `opened fire`; `canceled`, `cancelled`."""
    head, space, rest = phrase.partition(" ")
    return tuple(dict.fromkeys(forms.participle + space + rest for forms in _spellings(head)))


def _spellings(plain: str) -> tuple[Verb, ...]:
    """The forms of a verb as America and Britain write them, which doubles the last letter of `cancel`."""
    forms = verb(plain)
    short = len(plain) <= _SHORT_STEM or plain[-1] != "l" or plain[-2] not in "aeiou" or plain[-3] in _VOWELS
    if short or forms.past != plain + "ed":
        return (forms,)
    doubled = plain + "l"
    return forms, Verb(plain, forms.present, doubled + "ed", doubled + "ed", doubled + "ing")


def plurals(phrase: str) -> tuple[str, ...]:
    """A noun phrase and its plural: `air strike`, `air strikes`; one that has of or to in it only as it is."""
    if phrase.endswith("s") or any(word in ("of", "on", "to", "with") for word in phrase.split()):
        return (phrase,)
    return (phrase, _present(phrase))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word may be a form of."""

    plain: str
    forms: frozenset[str]
    """Of `plain`, `present`, `past`, `participle`, `gerund`."""
    noun_too: bool


@cache
def readings() -> Mapping[str, Reading]:
    """The verb forms of the language's list, each with what it may be."""
    table = languages.words("en", "verbs")
    found: dict[str, Reading] = {}
    for name in ("only", "nouns_too"):
        for plain in table[name]:
            for forms in _spellings(plain):
                for kind in ("plain", "present", "past", "participle", "gerund"):
                    word = getattr(forms, kind)
                    before = found.get(word)
                    kinds = (before.forms if before else frozenset()) | {kind}
                    found[word] = Reading(plain, kinds, name == "nouns_too")
    return MappingProxyType(found)


def _stem(plain: str) -> str:
    """The stem that -ed and -ing are put to; the last consonant of a short or stressed syllable doubles."""
    ends = len(plain) >= _SHORT_STEM and plain[-1] not in _VOWELS + "wxyc" and plain[-2] in _VOWELS
    single = ends and plain[-3] not in _VOWELS
    syllables = sum(c in _VOWELS and (i == 0 or plain[i - 1] not in _VOWELS) for i, c in enumerate(plain))
    return plain + plain[-1] if single and (syllables == 1 or plain in _DOUBLING) else plain


def _past(plain: str, stem: str) -> str:
    if plain.endswith("e"):
        return plain + "d"
    if plain.endswith("y") and plain[-2] not in _VOWELS:
        return plain[:-1] + "ied"
    return stem + "ed"


def _gerund(plain: str, stem: str) -> str:
    if plain.endswith("ie"):
        return plain[:-2] + "ying"
    if plain.endswith("e") and not plain.endswith("ee"):
        return plain[:-1] + "ing"
    return stem + "ing"


def _present(plain: str) -> str:
    if plain.endswith(("s", "x", "z", "ch", "sh")) or plain in ("go", "veto", "undergo", "echo"):
        return plain + "es"
    if plain.endswith("y") and plain[-2] not in _VOWELS:
        return plain[:-1] + "ies"
    return plain + "s"
