"""Names of outlets: how they look, where a page prints its own, and the domain they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from riwayat.page.lexicon import Lexicon
from riwayat.page.lines import clean, has_case, key, word_count
from riwayat.world.agencies import says_agency

__all__ = [
    "PICTURED",
    "abbreviates",
    "copyright_owner",
    "domain_in",
    "domain_of_url",
    "has_outlet_word",
    "is_outlet",
    "looks_like_domain",
    "named_in",
    "of_one_house",
    "owner_in",
    "same_outlet",
]

_SUFFIX: Final = (
    "com|net|org|info|news|tv|id|co|my|sg|me|io|press|media|today|live|online|site|web|asia|biz|xyz|uk|us|au|qa|"
    "at|be|bh|ch|dz|kw|ly|ma|om|sd|sy|tn|ye|"
    "sa|tr|ir|ru|eu|de|fr|nl|jp|cn|in|ps|iq|eg|jo|lb|ae|int|gov|edu|ac|go|or|sch|desa|mil"
)
_DOMAIN: Final = re.compile(rf"(?<![\w@.-])(?:[a-z0-9][\w-]*\.)+(?:{_SUFFIX})(?![\w-]|\.\w)", re.IGNORECASE)
_URL: Final = re.compile(r"https?://[^\s<>\"'()]+", re.IGNORECASE)
_SECOND_LEVEL: Final = frozenset(
    {"co", "com", "or", "go", "ac", "net", "org", "gov", "edu", "my", "web", "sch", "desa", "mil", "biz"}
)
_COPYRIGHT: Final = re.compile(r"(?:copyright|hak cipta|©|\(c\))[\s:©–-]*(?:\(c\)|©)?", re.IGNORECASE)
_YEARS: Final = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\b")
_OWNER_END: Final = re.compile(
    r"[|•·/]|\.\s|,\s|\s[-–—]\s|\ball rights?\b|\bhak cipta\b|\bseluruh\b|\bsemua\b|\bdilindungi\b|"
    r"\bterpelihara\b|\bpowered\b|\bpart of\b|\ba subsidiary\b|\bnetwork\b|\bmanaged\b|\bdikelola\b",
    re.IGNORECASE,
)
PICTURED: Final = re.compile(r"©\s*[A-Z][\w ]*\s?[./]\s*[A-Z]")
"""A picture's credit (`© Sputnik . Aren Melikyan`)."""
_TAIL: Final = re.compile(r"\s+[-|–—•»]\s+([^-|–—•»]{2,40})$")
_SOCIAL: Final = (
    "facebook.",
    "twitter.",
    "instagram.",
    "youtube.",
    "t.me",
    "whatsapp.",
    "google.",
    "tiktok.",
    "linkedin.",
    "apple.",
    "bit.ly",
    "goo.gl",
    "telegram.",
    "x.com",
    "wa.me",
    "youtu.be",
    "gmail.",
    "yahoo.",
)


def looks_like_domain(text: str) -> bool:
    """Whether the text as a whole is written as an internet domain (`KIBLAT.NET`, `voa-islam.com`)."""
    return _DOMAIN.fullmatch(text.strip()) is not None


def is_outlet(text: str, words: Lexicon) -> bool:
    """Whether a short text names an outlet by its form, or is a name known to the language's list."""
    stripped = text.strip()
    return looks_like_domain(stripped) or words.has("outlets.known", stripped) or says_agency(stripped)


def has_outlet_word(text: str, words: Lexicon) -> bool:
    """Whether a name of several words holds one that outlets like in theirs (`Radar`, `News`)."""
    return word_count(text) >= 2 and words.holds("outlets.parts", text) > 0


def same_outlet(a: str, b: str) -> bool:
    """Whether two names are of one outlet: equal but for case, punctuation, and the end of a domain."""
    if _root(a) == _root(b):
        return True
    # `وكالة الأنباء اليمنية (سبأ)`, `وكالة معا - معا`: the short form beside the long one
    short, long = sorted((a.strip(), b.strip()), key=len)
    return short in (part.strip() for part in re.split(r"\s[-–—|]\s|[()]", long)[1:])


def domain_of_url(url: str | None) -> str | None:
    """The registered domain of an address, lower case: `https://news.detik.com/…` gives `detik.com`."""
    if not url:
        return None
    try:
        host = (urlsplit(url).hostname or "").strip(".").lower()
    except ValueError:
        return None
    return _registered(host)


def domain_in(name: str | None) -> str | None:
    """The registered domain that an outlet's name is written as, lower case."""
    return _registered(name.strip().lower()) if name and looks_like_domain(name) else None


def copyright_owner(line: str, words: Lexicon) -> str | None:
    """Whom a copyright line names: `Copyright © 2019 Harian Contoh. All …` gives `Harian Contoh`; no company."""
    match = _COPYRIGHT.search(line)
    if not match or match.start() > 40:
        return None
    rest = _YEARS.sub(" ", line[match.end() :])
    if re.match(r"[\s.]*[|•·]", rest):
        return None  # the owner stands before the sign
    rest = clean(
        re.sub(r"^[\s:©|,–-]*(?:by|oleh|milik|pada)?\b", "", rest.strip(" .,-–—|:©@"), flags=re.IGNORECASE)
    )
    owner = _OWNER_END.split(rest + " ", maxsplit=1)[0].strip(" .,-–—|:")
    if not owner or words.holds("outlets.companies", rest) or words.has("furniture.starts", owner):
        return None
    return owner if owner[0].isalnum() and word_count(owner) <= 5 and not owner.isdigit() else None


def of_one_house(a: str, b: str) -> bool:
    """Whether one name begins with the other (`ANTARA`, `antaranews.com`, `ANTARA News Jatim`)."""
    short, long = sorted((_root(a), _root(b)), key=len)
    words = key(a).split(), key(b).split()
    begins = words[0][: len(words[1])] == words[1] or words[1][: len(words[0])] == words[0]
    return begins or (len(short) >= 5 and long.startswith(short))


def abbreviates(short: str, name: str) -> bool:
    """Whether a short word in capitals holds the first letters of a name of several words (`WK`)."""
    tokens = [token for token in name.split() if token[0].isalpha()]
    capitals = sum(map(str.isupper, short))
    initials = "".join(token[0] for token in tokens)
    return len(tokens) >= 2 and (
        (short.isupper() and short == initials.upper()) or (capitals >= 2 and short == initials)  # `CdN`
    )


def owner_in(lines: Sequence[str], title: str | None, words: Lexicon) -> str | None:
    """The owner whom a page's copyright line names, else the site behind its headline, or nothing."""
    uncased = bool(title) and not has_case(title or "")
    for line in lines:
        if uncased and PICTURED.search(line):
            continue
        if owner := copyright_owner(line, words):
            return owner
    named = _TAIL.search(title or "")
    if named and (is_outlet(named[1], words) or has_outlet_word(named[1], words)):
        return named[1].strip()
    title_key = key(title or "")
    for line in lines:
        match = _TAIL.search(line)
        if match and title_key and key(line[: match.start()]) == title_key:
            return match[1].strip()
    return None


def named_in(lines: Sequence[str], words: Lexicon) -> str | None:
    """The outlet that stands on a line of its own in a page's furniture, else the commonest domain in it."""
    names = [
        n for n in lines if word_count(n) <= 4 and is_outlet(n, words) and not n.lower().startswith(_SOCIAL)
    ]
    if names:
        return names[0]
    domains = [d for line in lines for d in _domains(line)]
    return max(domains, key=lambda d: (domains.count(d), -domains.index(d))) if domains else None


def _domains(line: str) -> Iterable[str]:
    for match in _URL.finditer(line):
        domain = domain_of_url(match[0])
        if domain and not domain.startswith(_SOCIAL):
            yield domain
    for match in _DOMAIN.finditer(_URL.sub(" ", line)):
        if not match[0].lower().startswith(_SOCIAL):
            yield match[0].removeprefix("www.")


def _root(name: str) -> str:
    domain = domain_in(name)
    plain = domain.split(".")[0] if domain else name
    return re.sub(r"[\W_]+", "", plain.casefold()).removeprefix("www")


def _registered(host: str) -> str | None:
    labels = [label for label in host.split(".") if label]
    if len(labels) < 2 or all(label.isdigit() for label in labels):
        return None
    size = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-size:])
