"""A name taken apart: titles and weak words set aside, what belongs together put together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from riwayat.names.lexicon import Lexicon, Notion, Rank, lexicon
from riwayat.names.sounds import plain

Kind: TypeAlias = Literal["person", "group", "place", "outlet"]
Make: TypeAlias = Literal["word", "abd", "abu", "umm", "din", "allah", "initial", "number"]
"""How a part is made: `abd`, Abd al-X; `abu` and `umm`, a kunya; `din`, X al-Din; `allah`, X Allah."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name."""

    words: tuple[str, ...]
    """Its folded word, without what `make` says; and what else it may be without what grew onto it."""
    make: Make = "word"
    rank: Rank = "word"
    notions: frozenset[str] = frozenset()
    """What it means, where it is a word that is translated."""
    classes: frozenset[str] = frozenset()
    """Listed names that it is a spelling of."""
    optional: bool = False
    """Whether it may be a title (`Habib`) as well as a name."""
    given: bool = False
    """Whether it is a common given name, a kunya or the like, that alone says little."""

    @property
    def text(self) -> str:
        """The part as one would say it."""
        lead = {"abd": "abd ", "abu": "abu ", "umm": "umm "}.get(self.make, "")
        tail = {"din": " al-din", "allah": " allah"}.get(self.make, "")
        return f"{lead}{self.words[0]}{tail}"


@dataclass(frozen=True, slots=True)
class Name:
    """One name, taken apart."""

    text: str
    """Folded, all of it."""
    parts: tuple[Part, ...]
    """What tells it apart, in order."""
    weak: tuple[str, ...] = ()
    """Weak words that stood first, and descent words anywhere."""
    short: str | None = None
    """Its letters, where it may be an abbreviation."""
    initials: tuple[str, ...] = field(default=(), compare=False)
    """What it would be abbreviated to."""


_ABBREVIATION: Final = 6
_GENERIC: Final = frozenset(("kind", "label", "state"))
_BRACKETS: Final = re.compile(r"[(\[{}\])]")
_POSSESSIVE: Final = re.compile(r"(?<=\w)['’]s(?=\s)")
_HYPHENS: Final = re.compile(r"[-‐-―/ ]")
_STOP: Final = re.compile(r"(?<=\b[^\W\d_])\.")
_ROMAN: Final = re.compile(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})")
_DIGITS: Final = re.compile(r"(\d+)(?:st|nd|rd|th|e|er|eme|inci|uncu|nci)?")
_ORDINALS: Final = {
    word: str(number)
    for number, words in enumerate(
        (
            "first|pertama|kesatu|premier|premiere|birinci|اولي|الاولي|اول|الاول",
            "second|kedua|deuxieme|ikinci|ثانيه|الثانيه|ثاني|الثاني",
            "third|ketiga|troisieme|ucuncu|ثالثه|الثالثه|ثالث|الثالث",
            "fourth|keempat|quatrieme|dorduncu|رابعه|الرابعه|رابع|الرابع",
            "fifth|kelima|cinquieme|besinci|خامسه|الخامسه|خامس|الخامس",
            "sixth|keenam|sixieme|altinci|سادسه|السادسه|سادس|السادس",
            "seventh|ketujuh|septieme|yedinci|سابعه|السابعه|سابع|السابع",
            "eighth|kedelapan|huitieme|sekizinci|ثامنه|الثامنه|ثامن|الثامن",
            "ninth|kesembilan|neuvieme|dokuzuncu|تاسعه|التاسعه|تاسع|التاسع",
            "tenth|kesepuluh|dixieme|onuncu|عاشره|العاشره|عاشر|العاشر",
        ),
        start=1,
    )
    for word in words.split("|")
}
_JUNIOR: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
_KUNYA: Final[dict[str, Make]] = {
    **dict.fromkeys(("abu", "abou", "aboo", "abi", "ebu", "abo", "ابو", "ابي", "ابا"), "abu"),
    **dict.fromkeys(("umm", "um", "ummu", "oum", "oumm", "ummi", "ام"), "umm"),
}
_ABD: Final = frozenset(
    (
        "abd",
        "abdu",
        "abdul",
        "abdel",
        "abdal",
        "abdoul",
        "abdol",
        "abdur",
        "abdus",
        "abdour",
        "abdir",
        "abdil",
        "abdun",
        "abduz",
        "abdush",
        "abdusy",
        "abdurr",
        "abdool",
        "عبد",
        "عبدال",
    )
)
_ABD_JOINED: Final = re.compile(
    r"abd(?:[aeiou]|ou|oo)?(?:l|([bcdfghjklmnpqrstvwxyz])(?=\1)|(?<=[aeiou])s(?=sy|sh)|s(?=s)|(?<=abd)(?=[rlm]))-?(?=[a-z]{3})"
)
_ABU_JOINED: Final = re.compile(r"(?:ab[ou]u?|ابو)(?=[^\W\d_aeiou][^\W\d_]{3})")
_DIN: Final = frozenset(("din", "deen", "dine", "eddin", "eddine", "uddin", "addin", "oddin", "الدين", "دين"))
_DIN_JOINED: Final = re.compile(r"([a-z]{2,}?)(?:(?:[aeiou]|ou|oe)dd|[uo]d|oed)(?:i|ee|ie)ne?|(\w{2,})الدين")
_ALLAH: Final = frozenset(("allah", "ullah", "alloh", "الله"))
_ALLAH_JOINED: Final = re.compile(r"([a-z]{3,}?)[aeiou]?ll?[ao]h?|(\w{2,})الله")
_ARABIC: Final = re.compile(r"[\u0620-\u06ff]+")
_TIE: Final = re.compile(r"([a-z]{3,})u([lrsntdz]|sh|sy)")
"""An Indonesian word with the article grown onto it: `Jaisyul Izzah`, `Ahrarus Syam`."""
_LATIN_ARTICLE: Final = re.compile(r"(?:al|el|as|az|ar|an|ad|at|asy|ash)(?=[a-z]{4})")
_SEMI: Final = frozenset(
    ("li", "il", "i", "y", "e", "da", "do", "an", "en", "la", "le", "ha", "un", "us", "as", "di", "de", "ur")
)
"""Weak words that are a name elsewhere: weak between others only."""
_STATES: Final = frozenset(("as", "us", "uk", "ri", "ham"))
"""Words that in capitals are not the weak word of these letters."""


@lru_cache(maxsize=16384)
def names_in(text: str, kind: Kind) -> tuple[Name, ...]:
    """The names that a text gives to one: itself, and parts set off by brackets or a word for alias."""
    lex = lexicon()
    pieces = [_name(piece, kind, lex) for piece in _pieces(unicodedata.normalize("NFC", text), lex)]
    found = [name for name in pieces if any(part.rank not in _GENERIC for part in name.parts)]
    return tuple(dict.fromkeys(found)) or (_name(text, kind, lex),)


def has_own_name(text: str) -> bool:
    """Whether the name of a group has a word of its own, and not only such as many bodies are called by."""
    return any(part.rank in ("word", "name") for name in names_in(text, "group") for part in name.parts)


def _pieces(text: str, lex: Lexicon) -> Iterator[str]:
    for bracketed in _BRACKETS.split(text):
        words: list[str] = []
        for word in bracketed.split():
            if words and plain(word) in lex.alias:
                yield " ".join(words)
                words = []
            else:
                words.append(word)
        yield " ".join(words)


def _name(text: str, kind: Kind, lex: Lexicon) -> Name:
    if kind == "person":
        text = _without_degrees(text, lex)
    elif kind == "group":
        text = _POSSESSIVE.sub("", text)
    tokens = _tokens(text, kind)
    folded = " ".join(word for word, _ in tokens)
    if kind == "person":
        tokens = _without_titles(tokens, lex)
    parts, weak = _parts(tokens, kind, lex)
    letters = plain(text).replace(" ", "")
    short = (
        letters if kind in ("group", "outlet") and len(tokens) == 1 and _may_be_short(text, letters) else None
    )
    return Name(folded, parts, weak, short, _initials(text, lex) if kind in ("group", "outlet") else ())


def _may_be_short(text: str, letters: str) -> bool:
    if not 2 <= len(letters) <= _ABBREVIATION or not letters.isalpha():
        return False
    return text.isupper() or bool(_ARABIC.fullmatch(letters) and not letters.startswith("ال"))


def _without_degrees(text: str, lex: Lexicon) -> str:
    head, comma, tail = text.partition(",")
    degrees = [plain(piece) for piece in tail.split(",")]
    known = all(d in lex.degrees or d.replace(" ", "") in lex.degrees or d in _JUNIOR for d in degrees if d)
    if not comma or not known:
        return text
    return " ".join([head, *(d for d in degrees if d in _JUNIOR)])


def _tokens(text: str, kind: Kind) -> list[tuple[str, bool]]:
    """The folded words, each with whether it was set in capitals."""
    found: list[tuple[str, bool]] = []
    shouted = text.isupper() and len(text.split()) > 1
    for raw in text.split():
        if kind == "person":
            raw = _STOP.sub(" ", raw)
        for piece in _HYPHENS.split(raw):
            found += _pieces_of(piece, kind, capitals=piece.isupper() and not shouted)
    return found


def _pieces_of(raw: str, kind: Kind, *, capitals: bool) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for word in plain(raw).split():
        if kind == "person" and capitals and _glued_initials(word):
            found += [(letter, True) for letter in word]
        elif kind != "person" and capitals and _ROMAN.fullmatch(word.upper()):
            found.append((_arabic_number(word), True))
        else:
            found.append((word, capitals))
    return found


def _glued_initials(word: str) -> bool:
    """Whether a word in capitals is initials (`Retno LP Marsudi`)."""
    return word.isascii() and 2 <= len(word) <= 3 and not set(word) & set("aeiou") and word not in _JUNIOR


def _arabic_number(roman: str) -> str:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in roman.lower()]
    return str(sum(-v if any(w > v for w in values[i + 1 :]) else v for i, v in enumerate(values)))


def _without_titles(tokens: list[tuple[str, bool]], lex: Lexicon) -> list[tuple[str, bool]]:
    words = [word for word, _ in tokens]
    start, end = 0, len(words)
    cutting = True
    while cutting:
        cutting = False
        for length in (3, 2, 1):
            rest = words[start + length : end]
            title = " ".join(words[start : start + length])
            if rest and title in lex.titles and set(rest) - lex.articles and not lex.given(title):
                start += length
                cutting = True
                break
    while end - start > 1 and words[end - 1] in lex.degrees:
        end -= 1
    return tokens[start:end]


def _parts(
    tokens: Sequence[tuple[str, bool]], kind: Kind, lex: Lexicon
) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    parts: list[Part] = []
    weak: list[str] = []
    words = [word for word, _ in tokens]
    at = 0
    while at < len(words):
        word, capitals = tokens[at]
        last = at == len(words) - 1
        if kind != "person" and (hit := _notion(words, at, capitals, lex)) is not None:
            notions, length = hit
            parts.append(_part(words[at], lex, notions=notions, kind=kind))
            at += length
            continue
        if (number := _number(word, kind)) is not None:
            parts.append(Part((number,), "number"))
        elif _is_weak(word, at, last, capitals, kind, lex):
            if word in lex.descent or not parts:
                weak.append(word)
        elif len(word) == 1 and word.isalpha() and kind == "person":
            parts.append(Part((word,), "initial"))
        else:
            used, part = _made(words, at, kind, lex)
            if part.make == "word" and (word.startswith("ال") or (at and words[at - 1] in lex.articles)):
                part = replace(part, given=False)
            elif not parts and word in lex.titles:
                part = replace(part, optional=True)
            parts.append(part)
            at += used
            continue
        at += 1
    if kind != "place":
        parts = _sealed(parts, lex)
    return tuple(parts), tuple(weak)


def _is_weak(word: str, at: int, last: bool, capitals: bool, kind: Kind, lex: Lexicon) -> bool:
    if last or (capitals and word in _STATES):
        return False
    if word in _SEMI and (at == 0) and kind == "person":
        return False
    return word in lex.articles or word in lex.descent or word in lex.particles


def _number(word: str, kind: Kind) -> str | None:
    if word in _JUNIOR:
        return _JUNIOR[word] if kind == "person" else None
    if kind == "person":
        return {"ii": "2", "iii": "3"}.get(word)
    if word in _ORDINALS:
        return _ORDINALS[word]
    if (match := _DIGITS.fullmatch(word)) is not None:
        return str(int(match[1]))
    return None


def _notion(
    words: Sequence[str], at: int, capitals: bool, lex: Lexicon
) -> tuple[tuple[Notion, ...], int] | None:
    for length in (3, 2, 1):
        key = " ".join(words[at : at + length])
        key = key if key in lex.notions else key.removeprefix("ال")
        if at + length <= len(words) and key in lex.notions:
            if length == 1 and key in _STATES and not capitals:
                continue
            return lex.notions[key], length
    return None


def _made(words: Sequence[str], at: int, kind: Kind, lex: Lexicon) -> tuple[int, Part]:
    """The part that begins at a word that is none of the others; and how many words it takes."""
    word = words[at]
    ahead = at + 1
    while ahead < len(words) - 1 and words[ahead] in lex.articles:
        ahead += 1
    more = ahead < len(words)
    if word in _KUNYA and more:
        used, part = _made(words, ahead, kind, lex)
        if part.make == "word":
            return ahead - at + used, replace(part, make=_KUNYA[word], given=True)
        inner = Part((part.text.replace(" ", ""),), _KUNYA[word], given=True)
        return ahead - at + used, inner
    if word in _ABD and more and words[ahead] not in _KUNYA:
        core = words[ahead].removeprefix("ال") if words[ahead] != "الله" else "الله"
        if core in _ALLAH:
            return ahead - at + 1, _part("abdullah", lex, kind=kind)
        return ahead - at + 1, Part((core,), "abd", classes=_abd_class(core, lex), given=True)
    if word.startswith("عبدال") and len(word) > 6 and word != "عبدالله":
        core = word.removeprefix("عبدال")
        return 1, Part((core,), "abd", classes=_abd_class(core, lex), given=True)
    if (match := _ABD_JOINED.match(word)) and not word.endswith(("llah", "lla", "lloh")):
        core = word[match.end() :]
        return 1, Part((core,), "abd", classes=_abd_class(core, lex), given=True)
    if kind != "place" and (match := _ABU_JOINED.match(word)) and not lex.given(word):
        return 1, replace(_part(word[match.end() :], lex, kind=kind), make="abu", given=True)
    return 1, _part(word, lex, kind=kind, tied=more)


def _abd_class(core: str, lex: Lexicon) -> frozenset[str]:
    return frozenset(f"abd {name}" for name in lex.given(core))


def _part(
    word: str, lex: Lexicon, *, kind: Kind, notions: tuple[Notion, ...] = (), tied: bool = False
) -> Part:
    classes = (
        lex.classes(word) if kind != "place" or not lex.given(word) else lex.classes(word) - lex.given(word)
    )
    words = [word]
    if _ARABIC.fullmatch(word):
        if word.startswith("ال") and len(word) > 3 and word != "الله":
            words.insert(0, word.removeprefix("ال"))
    elif word.isascii():
        if tied and (match := _TIE.fullmatch(word)) and (kind != "person" or match[2] == "l"):
            words.append(match[1])
            notions = notions or lex.notions.get(match[1], ())
        if not classes and (match := _LATIN_ARTICLE.match(word)):
            words.append(word[match.end() :])
    rank: Rank = "word"
    if notions:
        order: tuple[Rank, ...] = ("label", "kind", "state", "content", "name", "bound")
        rank = min((n.rank for n in notions), key=order.index)
    if not classes:
        classes = (
            frozenset[str]().union(*(lex.classes(w) for w in words[1:]))
            if words[0] in word and _ARABIC.fullmatch(word)
            else classes
        )
    return Part(
        tuple(words),
        rank=rank,
        notions=frozenset(n.id for n in notions),
        classes=classes,
        given=bool(lex.given(words[0])),
    )


def _sealed(parts: list[Part], lex: Lexicon) -> list[Part]:
    """Parts with `X al-Din` and `X Allah` as one part each, written together or apart."""
    found: list[Part] = []
    for part in parts:
        word = part.words[-1] if part.make == "word" else ""
        first = part.words[0] if part.make == "word" else ""
        before = found[-1] if found and found[-1].make == "word" else None
        if before and (word in _DIN or first in _DIN):
            found[-1] = replace(before, make="din", given=True, rank="word", notions=frozenset())
        elif before and (word in _ALLAH or first in _ALLAH):
            found[-1] = replace(before, make="allah", rank="word", notions=frozenset())
        elif (
            part.make == "word"
            and not part.classes
            and not part.notions
            and (match := _DIN_JOINED.fullmatch(first))
            and len(first) > 6
        ):
            core = match[1] or match[2]
            found.append(Part((core,), "din", classes=lex.classes(core), given=True))
        elif (
            part.make == "word"
            and not part.classes
            and not part.notions
            and (match := _ALLAH_JOINED.fullmatch(first))
            and first.endswith(("llah", "lloh", "lla", "الله", "ulah"))
            and len(first) > 5
        ):
            core = match[1] or match[2]
            found.append(Part((core,), "allah", classes=lex.classes(core)))
        else:
            found.append(part)
    return found


def _initials(text: str, lex: Lexicon) -> tuple[str, ...]:
    """First letters of the words: without weak words, and with them.  Words tied by a hyphen count as one."""
    words = [_without_article(plain(word).split(), lex) for word in text.split()]
    core = [w for w in words if w and w not in lex.articles and w not in lex.particles]
    return tuple(
        dict.fromkeys(
            "".join(w[0] for w in chosen) for chosen in (core, [w for w in words if w]) if len(chosen) > 1
        )
    )


def _without_article(pieces: Sequence[str], lex: Lexicon) -> str:
    """The first of the pieces of a word that is no article; an Arabic article that grew onto it is taken off."""
    first = next((piece for piece in pieces if len(pieces) == 1 or piece not in lex.articles), "")
    return first.removeprefix("ال") or first
