"""Words and marks of a text, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A word may hold apostrophes, hyphens and inner dots (`al-Jaulani`, `Ma'arat`, `Arabi21.com`, `S.H.`),
# a number may hold separators (`1.200`, `12,5`, `05.30`, `27/05/2019`); every other mark stands alone.
_TOKEN = re.compile(
    r"""
      \d+(?:-[a-z]{3,})+(?!\w)                        # 44-year-old, 20-man
    | \d+(?:[.,:/]\d+)*(?:-an|th|st|nd|rd)?(?!\w)    # numbers, clock times, dates
    | (?:[^\W\d_]\.){2,}(?:-\w+)*                    # S.H.  U.S.  U.S.-backed
    | (?<![\w/])[a-z]/[a-z](?![\w/])                # a/l
    | (?<=\w)['’]s(?!\w)                            # the ending of who owns (`Turkey's`)
    | \w+(?:[.](?=\w)\w+)+                           # Arabi21.com
    | \w+(?:(?!['’]s(?!\w))['’ʼ‘`\-–](?=\w)\w+)*      # words, al-Jaulani, faksi-faksi
    | \.{2,}|--+
    | [^\w\s]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: `start` and `end` are code points into the text it was cut from, end exclusive."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.casefold()

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter."""
        return any(c.isalpha() for c in self.text)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital, any Arabic article or hyphenated particle aside (`al-Jaulani`)."""
        if self.text[0].isupper():
            return True
        head, _, tail = self.text.partition("-")
        return bool(tail) and len(head) <= 3 and tail[0].isupper()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut `text[start:end]` into words and marks, in order; offsets count from the start of `text`."""
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, stop)]
