"""Lines that name where a report comes from: `Sumber: Arabi21.com`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from riwayat.page.lexicon import Lexicon, any_of
from riwayat.page.lines import capital, clean, word_count
from riwayat.page.outlets import domain_of_url, has_outlet_word, is_outlet

__all__ = ["read_source_line", "source_lines_apart"]

_URL: Final = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:[,;/&+|]|\bdan\b|\band\b|\bserta\b|\bو(?=\s|ال\w{3}))\s*")


def read_source_line(line: str, words: Lexicon) -> tuple[str, ...] | None:
    """The outlets that a source line names, possibly none; nothing at all where it is no source line."""
    text = line.strip().lstrip("([*").rstrip(")]*").strip()
    match = re.match(
        rf"(?P<label>{any_of(words.lists['sources.labels'])})(?P<colon>\s*:\s*|\s+)(?P<rest>.+)$",
        text,
        re.IGNORECASE,
    )
    if not match:
        return None
    long_label = " " in clean(match["label"])
    # `Dikutip dari Warta.com, pasukan …` is a sentence, not a line about the report.
    whole_report = words.starts("sources.whole_report", match["label"])
    if ":" not in match["colon"] and not (whole_report or (long_label and word_count(text) <= 8)):
        return None
    rest = match["rest"]
    if not long_label and word_count(_URL.sub("", rest)) > 12:
        return None
    helped = long_label and match["label"].casefold().startswith("with ")
    found: list[str] = []
    for url in _URL.findall(rest):
        domain = domain_of_url(url if "://" in url else f"https://{url}")
        if domain:
            found.append(domain)
    rest = _URL.sub(" ", rest)
    stop = re.search(
        rf"(?<!\w){any_of(words.lists['sources.stops'])}(?!\w)|[\"“]|\s[-–—]\s|\.\s", rest, re.IGNORECASE
    )
    if stop:
        rest = rest[: stop.start()]
    for piece in _BETWEEN.split(rest):
        name = clean(re.sub(r"[()\[\]]", " ", piece)).strip(" .:*")
        if not name or word_count(name) > 5 or words.starts("sources.not_outlets", name):
            continue
        if is_outlet(name, words) or (capital(name[0]) and not (helped and _is_person(name, words))):
            found.append(name)
    return None if helped and not found else tuple(dict.fromkeys(found))


def _is_person(name: str, words: Lexicon) -> bool:
    """Whether who helped with a report is somebody, and no outlet (`With inputs from Siti Contoh`)."""
    tokens = [token.casefold() for token in name.split()]
    return 2 <= len(tokens) <= 3 and words.everyday.isdisjoint(tokens) and not has_outlet_word(name, words)


def source_lines_apart(lines: Iterable[str], words: Lexicon) -> list[str]:
    """The lines, those cut at their bars that name a source beside something else (`Penulis: X | Sumber: Y`)."""
    found: list[str] = []
    for line in lines:
        parts = [part.strip() for part in line.split("|")]
        beside = len(parts) > 1 and any(":" in p and read_source_line(p, words) for p in parts)
        found.extend(parts if beside else [line])
    return found
