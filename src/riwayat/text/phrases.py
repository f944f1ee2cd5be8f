"""Looking up phrases of one or more words in running text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from riwayat.text.tokens import Token, tokens


class Phrases:
    """A set of phrases, matched word by word without regard to case; the longest wins."""

    def __init__(self, phrases: Iterable[str], cut: Callable[[str], Sequence[Token]] = tokens) -> None:
        """`cut` parts a phrase into words as the text is that it will be looked for in."""
        self._cut = cut
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(t.lower for t in cut(phrase))
            if words:
                self._by_first.setdefault(words[0], []).append(words)
        for group in self._by_first.values():
            group.sort(key=len, reverse=True)

    def match(self, words: Sequence[Token], at: int) -> int:
        """How many tokens from `at` on make one of the phrases; 0 where none does."""
        for phrase in self._by_first.get(words[at].lower, ()):
            stop = at + len(phrase)
            if stop <= len(words) and all(words[at + k].lower == w for k, w in enumerate(phrase)):
                return len(phrase)
        return 0

    def match_back(self, words: Sequence[Token], stop: int) -> int:
        """How many tokens that end just before `stop` make one of the phrases; 0 where none does."""
        for length in range(min(stop, 6), 0, -1):
            if self.match(words, stop - length) == length:
                return length
        return 0

    def __contains__(self, phrase: str) -> bool:
        words = tuple(t.lower for t in self._cut(phrase))
        return bool(words) and words in self._by_first.get(words[0], ())
