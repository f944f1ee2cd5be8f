"""Arabic words: what is written together taken apart, and each word brought to the form that the lists hold.

A word in any list stands whole: `وزير` is no `و` before `زير`.  Of others the conjunction, then the preposition,
are cut off where a known word remains; articles, endings and the persons of verbs fall away where that leads to
a known form.  Offsets stay exact, since parts are places in the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from riwayat import languages
from riwayat.languages.ar.verbs import irregular, verb, verbs
from riwayat.text.folding import plain
from riwayat.text.words import Tense, Word

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670"
_TOKEN = re.compile(
    rf"""
      \d+(?:[.,:/٫٬]\d+)*                                 # numbers, clock times, dates
    | (?:[^\W\d_{_MARKS}]\.){{2,}}                        # initials
    | [A-Za-z][\w-]*(?:\.\w+)+                            # Arabi21.com
    | [^\W\d_](?:[^\W\d_]|[{_MARKS}])*                    # words, with their vowel marks
    | \.{{2,}}|--+
    | [^\w\s]
    | \w
    """,
    re.VERBOSE,
)
_ARTICLE = "ال"
_ENDINGS = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه", "ك")
_NOUN_ENDINGS = ("تين", "تان", "يين", "يون", "ين", "ون", "ان", "ات", "ا")
_AS_WRITTEN = ("endings", "irregular", "me", "not_nouns", "whole", "whole_names")
"""Lists whose words stand as they are written, and are looked up so."""
_SMALLEST = 2
_HAMZAS = "أإآ"
_TANWIN, _DAMMA = "\u064b", "\u064f"
_DERIVED = 5
"""Letters from which on a verb is of a stem whose present bears no damma but in the passive."""


def tokens(text: str, start: int = 0, end: int | None = None, extra: Collection[str] = ()) -> list[Word]:
    """Cut `text[start:end]` into words and marks, attached words apart; `extra` are words known besides."""
    found: list[Word] = []
    extra = frozenset(extra)
    fresh = True
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        piece = match.group()
        if not _is_arabic(piece):
            found.append(Word(match.start(), match.end(), piece, plain(piece), piece))
        elif fresh and _opens_with_and(text, match):
            found.append(_small(piece, _places(piece), match.start(), 0, "و"))
            found.append(_word(piece[1:], match.start() + 1, plain(piece)[1:], extra, bound=True))
        else:
            found.extend(_parts(piece, match.start(), extra, fresh, found[-1] if found else None))
        fresh = piece in '.:؛"“”«»([—–-؟!،' if not piece.isalnum() else False
    return found


def _opens_with_and(text: str, match: re.Match[str]) -> bool:
    """Whether a word at the head of a clause is `and` with a verb, and no verb of its own (`ورد مصدر`, `ورد في`)."""
    lists = languages.words("ar", "words")
    if match.group() not in lists["joined_heads"]:
        return False
    behind = _TOKEN.match(text, match.end() + 1)
    return behind is not None and plain(behind.group()) not in {plain(w) for w in lists["joined_unless"]}


def key(word: str) -> str:
    """The form that a word of a list is looked up by."""
    return _bare(plain(word), word) if _is_arabic(word) else plain(word)


@cache
def known() -> frozenset[str]:
    """All words of the lists, without article."""
    return ordinary() | _whole() | {key(w) for w in languages.lines("ar", "given_names")}


@cache
def ordinary() -> frozenset[str]:
    """All words of the lists but for names of people: a word among them mostly is no name."""
    found: set[str] = set(verbs())
    for name in ("attribution", "events", "heads", "names", "numbers", "places", "times", "words"):
        table = languages.words("ar", name)
        found.update(_words_in({k: v for k, v in table.items() if k not in _AS_WRITTEN}))
    people = {plain(name) for name in languages.lines("ar", "given_names")}
    found.update({plain(w) for w in languages.words("ar", "words").get("whole", ())} - people)
    found.update(key(w) for w in languages.lines("ar", "everyday"))
    return frozenset(found)


@cache
def _deeds() -> frozenset[str]:
    """Nouns of deeds, that may stand in the accusative (`رفضا`)."""
    table = languages.words("ar", "events")
    return frozenset(
        plain(w) for entry in table.values() if hasattr(entry, "get") for w in entry.get("noun", ())
    )


@cache
def _whole() -> frozenset[str]:
    """Words that look as if something were attached, and begin so themselves."""
    lists = languages.words("ar", "words")
    return frozenset(plain(w) for name in ("whole", "whole_names") for w in lists.get(name, ()))


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (key(w) for w in value.split())
    elif hasattr(value, "items"):
        for name, inner in value.items():
            if _is_arabic(name):
                yield from _words_in(name)
            yield from _words_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _words_in(inner)


def _is_arabic(word: str) -> bool:
    return "\u0620" <= word[0] <= "\u06ff" and word[0].isalpha()


def _bare(word: str, written: str = "") -> str:
    """A plain word without its article; `written` with a hamza on its first letter it has none (`ألقى`)."""
    if written[:1] in _HAMZAS and written:
        return word
    if word.startswith(_ARTICLE) and len(word) >= 4 and word not in _whole() and not _lam_verb(word):
        return word[2:]
    return word


@lru_cache(maxsize=65536)
def _lam_verb(word: str) -> bool:
    """Whether what looks like the article begins a verb (`التقى`, `التزموا`)."""
    told = verb(word)
    return told is not None and told[1] == "past" and told[0].startswith(_ARTICLE)


@lru_cache(maxsize=65536)
def _is_known(word: str, extra: frozenset[str]) -> bool:
    """Whether a plain word, or what it bends from, is in a list."""
    bare = _bare(word)
    if bare in known() or word in known() or bare in extra:
        return True
    return _noun(bare, bare != word) is not None or verb(word) is not None


def _parts(
    piece: str, at: int, extra: frozenset[str], fresh: bool, before: Word | None = None
) -> Iterator[Word]:
    """The words in one written word; `before` is the word that stands before it."""
    word, offset = plain(piece), 0
    joined = False
    marks = _places(piece)
    if not word or len(marks) != len(word):  # a mere stroke, or letters that only mean something together
        yield Word(at, at + len(piece), piece, word or piece, piece)
        return
    while len(word) > _SMALLEST and not _stands(word) and not (word[0] == "ف" and verb(word)):
        rest = word[1:]
        if word[0] in "وف" and not joined and _conjoined(word, rest, extra, fresh):
            yield _small(piece, marks, at, offset, word[0])
            joined = True
        elif word[0] in "بكل" and _governed(word, rest, extra):
            yield _small(piece, marks, at, offset, word[0])
            if word.startswith("لل"):
                rest = "ا" + rest  # the article lost its first letter
                yield _word(piece[marks[offset + 1] :], at + marks[offset + 1], rest, extra, bound=True)
                return
        else:
            break
        word, offset, fresh = rest, offset + 1, False
        if word[0] in "بكل" and len(word) <= 3 and word[1:] in ("ه", "ها", "هم", "ذا"):
            break
    last = _word(piece[marks[offset] :], at + marks[offset], word, extra, bound=offset > 0)
    yield _as_verb(last, word) if offset == joined and _does(before) else last


def _does(before: Word | None) -> bool:
    """Whether what may be a verb with its object is one behind this word: no preposition governs it."""
    prepositions = languages.words("ar", "words")["prepositions"]
    return before is not None and before.text[0].isalpha() and before.form not in prepositions


def _as_verb(word: Word, plain_form: str) -> Word:
    """A noun of his that has the letters of a verb with its object, as that verb (`صور نشرتها`)."""
    stem = next((plain_form.removesuffix(e) for e in ("ها", "هم", "ه") if plain_form.endswith(e)), "")
    if not word.owned or word.tense is not None or not stem.endswith("ت") or word.text[0] == "إ":
        return word
    told = verb(plain_form)
    return replace(word, form=told[0], tense=told[1]) if told is not None and told[2] else word


def _places(piece: str) -> list[int]:
    """Where in a written word each letter of its plain form stands."""
    return [i for i, c in enumerate(piece) for _ in plain(c)]


def _stands(word: str) -> bool:
    return word in _whole() or word in known()


def _conjoined(word: str, rest: str, extra: frozenset[str], fresh: bool) -> bool:
    """Whether a word begins with `and` or `so`."""
    if word[0] == "و" and _opens_itself(word, rest):
        return False
    if _is_known(rest, extra) or (rest.startswith(_ARTICLE) and len(rest) > 4):
        return True
    if rest[0] in "بكل" and len(rest) > _SMALLEST and _governed(rest, rest[1:], extra):
        return True
    if word[0] == "و" and rest.endswith("وا") and len(rest) > 4 and verb(word) is None:
        return True
    return word[0] == "و" and fresh and not _is_known(word, frozenset()) and len(rest) > 2


def _opens_itself(word: str, rest: str) -> bool:
    """Whether a word is a form of a verb that begins with its first letter, and hardly one behind it (`وصفت`)."""
    whole, part = verb(word), verb(rest)
    if whole is None or whole[1] != "past" or not whole[0].startswith("و") or rest in known():
        return False
    if whole[0] in _whole():
        return True
    return part is None or part[1] != "past" or not rest.startswith(part[0])


def _governed(word: str, rest: str, extra: frozenset[str]) -> bool:
    """Whether a word begins with an attached preposition."""
    if word.startswith("لل"):
        return len(word) > 4 and not _is_known(word, frozenset())
    if rest.startswith(_ARTICLE):
        return word[0] in "بك" and len(rest) > 3
    if len(rest) <= _SMALLEST:
        return False
    return _is_known(rest, extra) and not _is_known(word, frozenset())


def _small(piece: str, marks: list[int], at: int, offset: int, letter: str) -> Word:
    start, end = marks[offset], marks[offset + 1]
    return Word(at + start, at + end, piece[start:end], letter, letter, bound=offset > 0)


def _word(piece: str, at: int, word: str, extra: frozenset[str], *, bound: bool) -> Word:
    """One word, brought to the form that lists hold."""
    whole = _whole_form(piece, word)
    if (form := irregular().get(word)) is not None:
        return Word(at, at + len(piece), piece, form, whole, tense="present", bound=bound)
    bare = _bare(word, piece)
    definite = bare != word
    end = at + len(piece)
    if _is_arabic(piece) and bare not in known():
        told = None if definite or _TANWIN in piece else verb(word)
        if told is not None and "يّ" in piece and "ي" not in told[0]:
            told = None  # `تغيّر` is not of `أغار`
        found = _noun(bare, definite)
        if found is not None and (told is None or not _rather_verb(piece, found[0], found[1], told[0])):
            form, owned, plural = found
            return Word(at, end, piece, form, whole, definite, owned, None, bound, plural)
        if told is not None:
            turned = told[3] or _passive(piece, told[0], told[1])
            return Word(at, end, piece, told[0], whole, False, told[2], told[1], bound, passive=turned)
    tense: Tense | None = "past" if bare in verbs() and not definite and _TANWIN not in piece else None
    turned = tense is not None and _passive(piece, bare, tense)
    return Word(at, end, piece, bare, whole, definite, False, tense, bound, passive=turned)


def _rather_verb(piece: str, noun: str, owned: bool, verb: str) -> bool:
    """Whether of two readings the verb is the likelier: `أصابته` (not `إصابته`), `قتلته`, the dual `اتفقا`."""
    if owned and noun.endswith("ة"):
        return (piece[0] == "أ" and noun in _below()) or noun not in _listed_nouns()
    return False


def _passive(piece: str, verb: str, tense: Tense) -> bool:
    """Whether a vowel mark shows that a verb is passive (`قُتل`, `اعتُقل`, `يُستهدف`)."""
    at = piece.find(_DAMMA)
    if at < 0:
        return False
    if tense == "past":
        return at <= 3
    return len(verb) >= _DERIVED and verb[0] == "ا" and at == 1


@cache
def _below() -> frozenset[str]:
    """Nouns of the lists that are written with a hamza below their first letter."""
    return frozenset(plain(w) for w in _raw_words() if w.startswith("إ"))


@cache
def _listed_nouns() -> frozenset[str]:
    """Words of the lists but for everyday ones."""
    return frozenset(plain(w) for w in _raw_words())


@cache
def _raw_words() -> frozenset[str]:
    """All words of the lists as they are written, everyday ones left out."""
    found: set[str] = set()
    for name in ("events", "heads", "names", "numbers", "times", "words"):
        found.update(_strings(languages.words("ar", name)))
    return frozenset(found)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split()
    elif hasattr(value, "items"):
        for name, inner in value.items():
            yield from _strings(name)
            yield from _strings(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _strings(inner)


def _whole_form(piece: str, word: str) -> str:
    """The word as it stands by itself: `لأمم` behind its preposition is `الأمم`."""
    return f"ا{piece}" if word.startswith(_ARTICLE) and plain(piece)[:1] == "ل" else piece


@lru_cache(maxsize=65536)
def _noun(word: str, definite: bool = False) -> tuple[str, bool, bool] | None:
    """The listed noun that a form comes from, whether it is somebody's, and whether it is of several."""
    for ending in _NOUN_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + _SMALLEST:
            stem = word.removesuffix(ending)
            tail = ending if ending in ("تين", "تان") else ""
            for form in (f"{stem}ة",) if tail else (stem, f"{stem}ة") if ending == "ات" else (stem,):
                if form in known() and not (ending == "ا" and form in verbs() and form not in _deeds()):
                    return form, False, ending != "ا"
    if word.endswith(("ية", "يا")) and word[:-1] in known():
        return word[:-1], False, False
    for ending in () if definite else _ENDINGS:
        if not word.endswith(ending) or len(word) <= len(ending) + _SMALLEST:
            continue
        stem = word.removesuffix(ending)
        forms = (stem, f"{stem[:-1]}ة" if stem.endswith("ت") else stem, stem.replace("ئ", "ء"))
        for form in forms:
            if form in ordinary() and form not in verbs():
                return form, True, False
        for tail in ("ات", "ي"):
            if stem.endswith(tail) and stem.removesuffix(tail) in ordinary():
                return stem.removesuffix(tail), True, True
    return None
