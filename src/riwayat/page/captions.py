"""Lines that describe a picture, and whose picture it is."""

from __future__ import annotations

import re
from typing import Final

from riwayat.model import Photo
from riwayat.page.lexicon import Lexicon, any_of
from riwayat.page.lines import clean, ends_sentence, word_count
from riwayat.page.outlets import has_outlet_word, looks_like_domain
from riwayat.page.people import clean_name

__all__ = ["photographer", "read_caption"]

_BRACKET: Final = re.compile(r"[(\[]\s*(?P<credit>[^()\[\]]{2,90})[)\]]?\s*\.?$")
_SLASH: Final = re.compile(r"(?<=[\w.,])\s?/\s?(?P<credit>[^/()\n]{2,40})$")
_AFTER_STOP: Final = re.compile(
    r"(?<=[.!?])\s+(?P<credit>[A-Z][\w.]*(?:\s[A-Z][\w.]*)?(?:\s?/\s?[\w][\w .,-]*)+)$"
)
_DASHED: Final = re.compile(r"(?<=[.!?)\"”])\s+[–—-]+\s*(?P<credit>[^–—]{2,60})$")
_CREDIT_LINE: Final = re.compile(r"^(?:[A-Z][\w.]*\s?){1,3}/\s?[A-Z][\w. ]+(?:/\s?[\w. ]+)*$")
# Agencies are credited by name, but a closing `(Reuters)` may just as well be the source of the paragraph.
_SURE: Final = re.compile(
    r"\b(?:foto|photo|arsip|dok|dokumentasi|rekaman|istimewa|ist|ilustrasi|getty|shutterstock|handout|screenshot|"
    r"tangkapan layar|repro)\b",
    re.IGNORECASE,
)


def read_caption(line: str, words: Lexicon, *, before_body: bool) -> Photo | None:
    """The picture that a line describes or credits, or nothing where the line is no caption.

    Above the first paragraph a closing credit in brackets is enough; below it must speak of a picture.
    """
    text = clean(line)
    if word_count(text) > 90:
        return None
    opening = re.match(
        rf"[(\[]?(?P<open>{any_of(words.lists['captions.opens'])})(?:\s*[:/]\s*|\s+[–-]\s+)(?P<rest>.+)$",
        text,
        re.IGNORECASE,
    )
    if opening:
        rest = opening["rest"].rstrip(")]").strip() if text[0] in "([" else opening["rest"].strip()
        if words.has("bylines.nobody", rest):
            return None
        if word_count(rest) <= 7 and not ends_sentence(rest):
            return Photo(caption=None, credit=rest)
        caption, credit = _parted(rest, words, sure=False)
        return Photo(caption=caption, credit=credit)
    whole = re.fullmatch(
        r"[(\[](?P<credit>[A-Z][^()\[\]/]{1,40}(?:/\s?[A-Z][^()\[\]/]{1,40})+)[)\]]\.?", text
    )
    if whole and (
        _SURE.search(whole["credit"]) or (before_body and _is_creditor(whole["credit"].split("/")[0], words))
    ):
        return Photo(caption=None, credit=whole["credit"])
    caption, credit = _parted(text, words, sure=not before_body)
    if credit is not None:
        return Photo(caption=caption, credit=credit)
    parts = [part.strip() for part in text.split("/")]
    crumbs = any(words.has("furniture.lines", part) for part in parts)
    if word_count(text) <= 8 and _CREDIT_LINE.match(text) and _is_creditor(parts[0], words) and not crumbs:
        return Photo(caption=None, credit=text)
    if word_count(text) <= 14 and re.match(
        r"(?:foto )?(?:ilustrasi|tangkapan layar|arsip foto)\b", text, re.IGNORECASE
    ):
        return Photo(caption=text, credit=None)
    return None


def photographer(credit: str | None, words: Lexicon) -> str | None:
    """The person whom a credit names, alone or beside an agency (`ANTARA FOTO/Siti Contoh`), or nothing."""
    agency, *rest = [part.strip() for part in (credit or "").split("/")]
    if rest and not _is_creditor(agency, words):
        return None
    name = clean_name(rest[0] if rest else agency, words)
    whole = name is not None and word_count(name) >= 2
    return (
        name
        if whole
        and not words.holds("sources.not_outlets", name or "")
        and not has_outlet_word(name or "", words)
        and not words.starts("captions.credits", name or "")
        else None
    )


def _is_creditor(name: str, words: Lexicon) -> bool:
    """Whether pictures are credited to this name: an outlet, an agency, or a word like `Dok.`."""
    name = name.strip()
    listed = any(words.starts(entry, name) for entry in ("captions.credits", "outlets.known"))
    return listed or looks_like_domain(name)


def _parted(text: str, words: Lexicon, *, sure: bool) -> tuple[str, str | None]:
    """The caption and its closing credit."""
    tail = re.search(r"(?:\s|(?<=\.))\(?Foto\s?:\s?(?P<credit>[^.:()]{2,60})\)?$", text, re.IGNORECASE)
    if tail:
        return text[: tail.start()].strip(), tail["credit"].strip(" )")
    match = _AFTER_STOP.search(text)
    if match and _is_creditor(match["credit"].split("/")[0], words):
        return text[: match.start()].strip(), match["credit"].strip(" .")
    match = _DASHED.search(text)
    if match and word_count(match["credit"]) <= 6 and words.starts("captions.credits", match["credit"]):
        return text[: match.start()].strip(), match["credit"].strip(" .")
    for pattern in (_BRACKET, _SLASH):
        match = pattern.search(text)
        if match is None or match.start() == 0:
            continue
        credit = match["credit"].strip()
        known = _is_creditor(credit.split("/")[0], words) or any(
            words.has("captions.credits", part.strip()) for part in credit.split("/")
        )
        if (
            pattern is _BRACKET
            and known
            and (
                not sure
                or _SURE.search(credit)
                or ("/" in credit and word_count(credit) > 1 and credit[:2].isupper())
            )
        ):
            return text[: match.start()].strip(), re.sub(
                r"^(?:foto|sumber foto|kredit|credit|photo)\s*:\s*", "", credit, flags=re.IGNORECASE
            )
        if (
            pattern is _SLASH
            and known
            and word_count(credit) <= 4
            and word_count(text) <= 45
            and words.has("captions.credits", credit)
        ):
            return text[: match.start()].strip(), credit
    return text, None
