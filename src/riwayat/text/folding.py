"""Names reduced to what identifies them, so that one can be looked up however it is written.

`fold` is the one key under which the gazetteer and the known actors keep their names.  It is not a
transliteration: a Latin and an Arabic spelling of one name stay two keys.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Letters that Unicode does not decompose, and the plain letters readers take them for.
_LETTERS: Final = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ٱ": "ا",  # alif with wasla
        "ى": "ي",  # alif maqsura
        "ی": "ي",  # Persian yeh
        "ے": "ي",  # Urdu yeh
        "ې": "ي",
        "ک": "ك",  # Persian kaf
        "ڪ": "ك",
        "ة": "ه",  # ta marbuta
        "ۃ": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "ء": None,  # hamza on the line; on a carrier it is a mark and goes with the marks
        "ـ": None,  # tatweel
    }
    | dict.fromkeys("'’‘‛`´′ʹʺʻʼʽʾʿˀˁˈ˓˒ʰʱ՚＇׳", None)  # apostrophes, ayn and hamza marks
)

# Marks of the Latin, Greek, Cyrillic, Hebrew and Arabic scripts.  Those of Indic scripts are vowels and stay.
_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_PLAIN: Final = {
    **str.maketrans("أإآٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "اااا01234567890123456789"),
    **dict.fromkeys([0x640, *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670]),
}
"""Arabic letters and digits that lists write in one way, and the marks that they leave out."""
_INITIAL_STOP: Final = re.compile(r"(?<=\b\w)\.")
_LATIN_PLAIN: Final = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")


def _spaced(character: str) -> str:
    """The character itself, if it can be part of a name; else what it comes to: a space, or nothing."""
    category = unicodedata.category(character)
    if category[0] in "LM":
        return character
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category == "Cf":  # joiners and direction marks have no width
        return ""
    return character if category[0] == "N" else " "


def plain(word: str) -> str:
    """A word as word lists write it: lower case; of Arabic, without vowel marks, tatweel and hamza over alif.

    Much less is folded away than by `fold`: what tells two words apart stays.
    """
    return word.casefold() if word.isascii() else word.casefold().translate(_PLAIN)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key of a name: equal for spellings that differ only in how they are set down.

    Folded away are case, diacritics, apostrophes and ayn marks, Arabic hamza, madda, harakat and
    tatweel, the variants of alif, yeh, kaf and heh (ta marbuta among them), and the marks that have no
    width.  Hyphens, full stops and all other punctuation part words as a space does, except the stops
    of initials (`A.S.` is `as`).  Digits of any script become ASCII digits.

    Returns words parted by single spaces, perhaps none.  `fold(fold(x)) == fold(x)`.

    >>> fold("Ma‘arrat an-Nu‘mān")
    'maarrat an numan'
    """
    if _LATIN_PLAIN.fullmatch(name):
        return name
    text = unicodedata.normalize("NFKD", name.casefold()).casefold()
    text = unicodedata.normalize("NFKD", text)
    text = _MARKS.sub("", text).translate(_LETTERS)
    text = _INITIAL_STOP.sub("", text)
    text = unicodedata.normalize("NFC", "".join(map(_spaced, text)))
    return " ".join(text.split())
