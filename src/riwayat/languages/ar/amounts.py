"""Arabic numbers: digits, words of either gender, hundreds in one word, `و` between units and tens, twos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from riwayat import languages
from riwayat.text.folding import plain
from riwayat.text.numbers import Amount, number
from riwayat.text.words import Word

__all__ = ["amount", "exact", "phrase_at", "phrases"]


def exact(word: Word) -> str:
    """A word as it stands by itself, article and endings kept."""
    return plain(word.whole or word.text) or word.text


@cache
def _table(name: str) -> Mapping[str, Any]:
    table = languages.words("ar", "numbers")[name]
    return {plain(word): value for word, value in table.items()}


@cache
def phrases(table: str, key: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a list, as words, the longest first."""
    value: Any = languages.words("ar", table)
    for part in key.split("."):
        value = value.get(part, {})
    return tuple(sorted((tuple(plain(phrase).split()) for phrase in value), key=lambda words: -len(words)))


def phrase_at(words: Sequence[Word], at: int, table: str, key: str) -> int:
    """How many words at `at` make one of the phrases of a list; 0 where none does."""
    for phrase in phrases(table, key):
        if at + len(phrase) <= len(words) and all(exact(words[at + k]) == w for k, w in enumerate(phrase)):
            return len(phrase)
    return 0


def amount(words: Sequence[Word], at: int) -> Amount | None:
    """The number that starts at word `at`; null bounds for one that nobody gives."""
    if at >= len(words):
        return None
    text = exact(words[at])
    if text[0].isdigit():
        return _digits(words, at, text)
    bare = text.removeprefix("ال") if words[at].definite else text
    if bare in _table("vague"):
        return _vague(words, at, bare)
    part = _table("fractions").get(bare)
    if part is not None and (scale := _scale(words, at + 1)) > 1:
        return Amount(scale // part, scale // part, at + 2, scale)  # `نصف مليون`
    if n := phrase_at(words, at, "numbers", "unknown"):
        return Amount(None, None, at + n)
    return _in_words(words, at)


def _digits(words: Sequence[Word], at: int, text: str) -> Amount | None:
    scale = _scale(words, at + 1)
    value = number(text.replace("٫", ".").replace("٬", ","), scaled=scale > 1)
    if value is None or (scale == 1 and value != int(value)):
        return None
    total = round(value * scale)
    return _with_rest(words, Amount(total, total, at + (2 if scale > 1 else 1), scale))


def _with_rest(words: Sequence[Word], read: Amount) -> Amount:
    """A number of thousands with the hundreds that follow in digits (`5 آلاف و300`)."""
    at = read.next
    if read.scale == 1 or read.low is None or at + 1 >= len(words) or exact(words[at]) != "و":
        return read
    digits = exact(words[at + 1])
    if not digits.isdigit() or int(digits) >= read.scale or _scale(words, at + 2) > 1:
        return read
    return Amount(read.low + int(digits), read.low + int(digits), at + 2, read.scale)


def _scale(words: Sequence[Word], at: int) -> int:
    return int(_table("scales").get(exact(words[at]), 1)) if at < len(words) else 1


def _vague(words: Sequence[Word], at: int, bare: str) -> Amount:
    low, high = _table("vague")[bare]
    scale = 1
    after = at + 1
    if after < len(words):
        following = exact(words[after])
        following = following.removeprefix("ال") if words[after].definite else following
        scale = int(_table("scales").get(following, 1))
        if scale > 1:
            after += 1
    return Amount(low * scale, (high + 1) * scale - 1 if scale > 1 else high, after, scale)


def _in_words(words: Sequence[Word], at: int) -> Amount | None:
    total = group = 0
    i, scale, seen = at, 1, False
    while i < len(words):
        word = exact(words[i])
        word = word.removeprefix("ال") if words[i].definite and seen is False else word
        small = _table("ones").get(word) or _table("tens").get(word) or _table("hundreds").get(word)
        if small == 10 and 0 < group % 100 < 10:
            group += 10  # `ثلاثة عشر`
        elif small is not None and (group == 0 or (_joined(words, i) and _fits(group, small))):
            group += small
        elif group and word in _table("scales"):
            scale = int(_table("scales")[word])
            total, group = total + group * scale, 0
        elif word in _table("two") and not group and not seen:
            return Amount(_table("two")[word], _table("two")[word], i + 1, 1000)
        elif word in ("الف", "مليون", "مليار") and not seen:
            total, scale = int(_table("scales")[word]), int(_table("scales")[word])
        elif word == "و" and seen and i + 1 < len(words) and _continues(words, i + 1, group, total):
            i += 1
            continue
        else:
            break
        seen = True
        i += 1
    return _with_rest(words, Amount(total + group, total + group, i, scale)) if seen else None


def _joined(words: Sequence[Word], at: int) -> bool:
    return at > 0 and exact(words[at - 1]) == "و"


def _fits(group: int, small: int) -> bool:
    """Whether a part of a number may follow another: tens behind units, smaller ones behind hundreds."""
    if group % 100 and group % 100 < 10:
        return 20 <= small < 100
    return group % 100 == 0 and small < 100


def _continues(words: Sequence[Word], at: int, group: int, total: int) -> bool:
    word = exact(words[at])
    small = _table("ones").get(word) or _table("tens").get(word) or _table("hundreds").get(word)
    if small is None:
        return False
    return _fits(group, small) if group else total > 0
