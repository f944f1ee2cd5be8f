"""Which line of a page is the headline, where the report begins, and what stands above as the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwayat.page.captions import read_caption
from riwayat.page.dates import publication_line
from riwayat.page.furniture import FURNITURE, is_heading, weight
from riwayat.page.lexicon import Lexicon, any_of
from riwayat.page.lines import content_words, has_case, is_prose, key, word_count
from riwayat.page.makers import read_byline, role_alone
from riwayat.page.opening import has_outlet_head
from riwayat.page.outlets import abbreviates, has_outlet_word, is_outlet
from riwayat.page.places import is_place
from riwayat.page.sources import read_source_line

__all__ = ["choose_title", "first_paragraph", "may_be_title", "read_banner", "read_masthead"]

_TOP = 4
"""Lines from the top among which the outlet's name is looked for; menus and buttons may stand above it."""
_MASTHEAD = 7
"""Words that an outlet's name has at most."""


_MENU = 3
"""Entries of menus in a line that is one."""
_QUOTED = 14
"""Words of a headline that is a quotation."""
_SHARED = 2
"""Longer words that a headline has in common with its story."""
_DECK = 2
"""Lines below a headline in which its deck stands."""
_SITE = 5
"""Words of a site's name at most."""
_SHORT = 4
"""Words of a short headline."""


def _plain(line: str, words: Lexicon) -> bool:
    """Neither furniture nor a byline, source, date or caption."""
    return (
        weight(line, words, trailing=False) < FURNITURE
        and read_byline(line, words, colonless=False) is None
        and read_source_line(line, words) is None
        and role_alone(line, words) is None
        and not is_heading(line, words)
    )


def _has_head(line: str, words: Lexicon) -> bool:
    """Whether a line begins with an outlet and a dash; behind a bar may as well stand the site's motto."""
    return has_outlet_head(line, words) and (" | " not in line or is_prose(line))


def _only_quoted(line: str) -> bool:
    """Whether a short line is a quotation and nothing else, as headlines of interviews are."""
    quoted = line[:1] in '"“«' and line[-1:] in '"”»' and not line.endswith((',"', ",”"))
    return quoted and word_count(line) <= _QUOTED and sum(line.count(mark) for mark in '"“”«»') == 2


def first_paragraph(lines: Sequence[str], words: Lexicon, title: str | None) -> int:
    """Index of the first line that is a paragraph of the report; the number of lines where none is."""
    same = key(title) if title else None
    for least in (8, 4):
        for index, line in enumerate(lines):
            if (
                ((is_prose(line, least) and not _only_quoted(line)) or _has_head(line, words))
                and key(line) != same
                and _plain(line, words)
                and read_caption(line, words, before_body=True) is None
                and publication_line(line, words, most=80) is None
            ):
                return index
    first_plain = next(
        (i for i, line in enumerate(lines) if word_count(line) >= 3 and _plain(line, words)), None
    )
    return len(lines) if first_plain is None else min(first_plain + (title is None), len(lines))


def read_banner(lines: Sequence[str], title_at: int, words: Lexicon) -> str | None:
    """The line at the very top that can be the name of the site; `title_at` is the headline's index.

    A few capitalised words will do; a single word must be written as only a name is, or come again.  What
    says of which kind the text is (`SIARAN PERS`) gives way to the next line.
    """
    release = False
    for at in range(min(3, title_at)):
        line = re.sub(r"\s*\([A-Z]{2,6}\)$", "", lines[at])
        if words.has("outlets.releases", line):
            release = True
        elif words.has("outlets.not_names", line):
            return None
        elif not (release and any(map(str.isdigit, line))):  # its number
            if not has_case(line):
                return _uncased_banner(line, words) if at == 0 else None
            # Right above the headline a section may stand too.
            alone = at == 0 and title_at < 2
            return line if _is_banner(line, lines[at + 1 :], words, alone=alone) else None
    return None


def _uncased_banner(line: str, words: Lexicon) -> str | None:
    """The site's name in a first line without capitals: a few words, one part of it where a dash or bar parts two."""
    parts = [part.strip() for part in re.split(r"\s+[-–—|]\s+", line)]
    if not parts or word_count(parts[0]) > _SITE + 1 or publication_line(line, words) is not None:
        return None
    if len(parts) > 2 or any(words.has("furniture.lines", part) or is_place(part) for part in parts[:1]):
        return None
    if weight(line, words, trailing=False) >= FURNITURE or is_heading(line, words):
        return None
    known = [part for part in parts if is_outlet(part, words)]
    return (known or parts)[0]


def _is_banner(line: str, others: Sequence[str], words: Lexicon, *, alone: bool) -> bool:
    tokens = line.split()
    numbered = re.fullmatch(r"[A-Z][\w ]*[A-Za-z] ?\d{1,2}", line) is not None  # `Kanal 24`
    digits = any(character.isdigit() for character in line) and not numbered
    if not 1 <= len(tokens) <= 6 or digits or is_place(line):
        return False
    if (
        weight(line, words, trailing=False) >= FURNITURE
        or is_heading(line, words)
        or read_byline(line, words)
    ):
        return False
    if len(tokens) == 1 or alone:
        again = any(
            re.search(rf"(?<!\w){re.escape(line)}(?!\w)", other) for other in others if not is_prose(other)
        )
        return again or re.search(r"[a-z][A-Z]", line) is not None or has_outlet_word(line, words)
    return all(not token[0].islower() or len(token) <= 3 for token in tokens)


def _front(line: str) -> str:
    """The words before the first bar of a line with several, where they can be a name with its menu behind it."""
    parts = re.split(r"\s+[|·•]\s+", line)
    return parts[0] if len(parts) > 2 and word_count(parts[0]) > 1 else line


def read_masthead(lines: Sequence[str], start: int, words: Lexicon) -> str | None:
    """The outlet's name on the first line, a headline below it; only where the language says how one looks.

    A few words, each with a capital but for the small ones of `outlets.masthead_links`.
    """
    links = words.lists["outlets.masthead_links"]
    if not links:
        return None
    shown = (
        k for k in range(min(_TOP, start)) if weight(_front(lines[k]), words, trailing=False) < FURNITURE
    )
    at = next(shown, start)
    if at + 1 < start and abbreviates(lines[at], lines[at + 1]):
        at += 1  # `AA` above `ANADOLU AGENCY`
    if at >= start:
        return None
    line = re.split(r"\s+[|·•»›/]\s+|\s+[-–—]\s+|,\s", lines[at])[0]
    line = re.sub(rf"\s+{any_of(words.lists['outlets.masthead_tails'])}$", "", line, flags=re.IGNORECASE)
    tokens = line.split()
    fits = (
        all(t[0].isupper() or t[0].isdigit() or t.casefold().split("-")[0] in links for t in tokens)
        and tokens[0][0].isupper()
    )
    plain = not re.search(r"[|/:»›!?]|[.,](?:\s|$)", line) and not is_place(line)
    listed = (
        words.has("outlets.not_names", line) or words.has("furniture.lines", line) or is_heading(line, words)
    )
    headed = any(
        word_count(other) >= 4 and not other.endswith(".") and _plain(other, words)
        for other in lines[at + 1 : start]
    )
    return line if len(tokens) <= _MASTHEAD and fits and plain and not listed and headed else None


def may_be_title(lines: Sequence[str], start: int, words: Lexicon, *, over: int | None) -> bool:
    """Whether what looks like the first paragraph is the headline: short, and above the story."""
    line = lines[start]
    below = [other for other in lines[start + 1 : start + 8] if is_prose(other) and _plain(other, words)]
    if not below or word_count(line) > 22:
        return False
    if over is not None:
        # A question or exclamation above the story is rather its headline than a site's motto is.
        story = content_words(" ".join(below[:4]))
        own, other = content_words(line) & story, content_words(lines[over]) & story
        ends = line.endswith(('"', "”", "»")) and (has_case(line) or word_count(below[0]) >= 14)
        return (ends or line.endswith(("?", "!", "؟"))) and len(own) > len(other)
    return not line.endswith(".") or (word_count(line) <= 16 and word_count(below[0]) >= 14)


def _names_site(lines: Sequence[str], index: int, start: int, words: Lexicon) -> bool:
    """Whether a short line on top is the site's name, where no capitals tell and a longer line stands below."""
    if index > 1 or has_case(lines[index]) or word_count(lines[index]) > _SITE:
        return False
    least = _SITE + 1
    if index == 0 and words.starts("outlets.before_name", lines[index]):
        least = _SHORT  # `شبكة وادي بردى الإعلامية` says that it is an outlet
    longer = (other for other in lines[index + 1 : start] if word_count(other) >= least)
    return any(_plain(other, words) and publication_line(other, words, most=60) is None for other in longer)


def choose_title(lines: Sequence[str], start: int, words: Lexicon, masthead: str | None = None) -> int | None:
    """The headline among the lines above the story: the one that shares most words with it."""
    story = content_words(" ".join(lines[start : start + 5]))
    best: tuple[float, int] | None = None
    below_title: tuple[int, int] | None = None
    for index in range(start):
        line = lines[index]
        if (
            (masthead is not None and line.startswith(masthead))
            or word_count(line) < 2
            or word_count(line) > 35
            or not _plain(line, words)
            or publication_line(line, words, most=60 if has_case(line) else 100) is not None
            or (index > 0 and read_byline(line, words) is not None)
            or read_caption(line, words, before_body=True) is not None
            or (not has_case(line) and _no_headline(line, index, words))
        ):
            continue
        if _names_site(lines, index, start, words):
            continue
        own = content_words(line)
        if re.match(r"[-–•*]\s", line):
            continue  # an item of a list
        if below_title and index - below_title[-1] <= _DECK and len(own & story) < 2 * below_title[0]:
            continue  # what stands right below a headline is its deck
        headed = (
            bool(words.lists["outlets.masthead_links"]) and index > 0
        )  # what stands on top may be the site
        if headed and len(own & story) >= _SHARED and word_count(line) >= 2 * _SHARED and not below_title:
            below_title = (len(own & story), index)
        score = 2.0 * len(own & story) + min(word_count(line), 10) / 5 - 0.05 * index
        score -= 1.5 * line.endswith(".") + 3.0 * (len(re.findall(r"[a-z]\.\s", line)) > 0)
        if best is None or score > best[0]:
            best = (score, index)
    return _first_of(lines, best[1], start, words) if best else None


def _no_headline(line: str, index: int, words: Lexicon) -> bool:
    """Whether a line without capitals is a point of a summary, a menu, or what a paper says it is."""
    menu = words.holds("furniture.lines", line) >= _MENU
    motto = index <= _TOP and words.starts("outlets.kinds", line) and word_count(line) <= _MASTHEAD
    return menu or motto or line.startswith(("-", "–", "•", "*", "♦"))


def _first_of(lines: Sequence[str], at: int, start: int, words: Lexicon) -> int:
    """Of a headline and the deck below it, in a script without capitals, the headline."""
    over = at - 1
    if at < 1 or has_case(lines[at]) or not _plain(lines[over], words) or word_count(lines[over]) <= _SITE:
        return at
    if _no_headline(lines[over], over, words) or publication_line(lines[over], words, most=100) is not None:
        return at
    story = content_words(" ".join(lines[start : start + 5]))
    return over if content_words(lines[over]) & story and not lines[over].endswith(".") else at
