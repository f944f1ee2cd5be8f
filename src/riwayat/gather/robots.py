"""What a site asks of robots (RFC 9309), remembered for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from protego import Protego

__all__ = ["MOST_BYTES", "Robots", "Rules"]

MOST_BYTES: Final = 500 * 1024
"""How much of a robots.txt is read: the least that RFC 9309 (section 2.5) allows as a limit."""
_KEPT_SECONDS: Final = 24 * 3600.0
_KEPT_AFTER_FAILURE: Final = 300.0
_MOST_SITES: Final = 1000


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows; without a file of its own, everything or nothing."""

    file: Protego | None
    allow_all: bool = False

    def allows(self, url: str, agent: str) -> bool:
        """Whether this robot may fetch the address."""
        return self.allow_all if self.file is None else bool(self.file.can_fetch(url, agent))

    def delay(self, agent: str) -> float | None:
        """Seconds the site asks to leave between requests, where it does."""
        delay = self.file.crawl_delay(agent) if self.file is not None else None
        return None if delay is None else float(delay)


class Robots:
    """The rules of sites seen lately; the oldest are forgotten."""

    def __init__(self, fetch: Callable[[str], tuple[int, bytes] | None], clock: Callable[[], float]) -> None:
        """`fetch` gives status and body of an address after redirects, nothing where it is unreachable."""
        self._fetch = fetch
        self._clock = clock
        self._known: OrderedDict[str, tuple[float, Rules]] = OrderedDict()

    def rules(self, origin: str) -> Rules:
        """The rules of `scheme://host[:port]`, fetched where they are not known or too old."""
        known = self._known.get(origin)
        if known is not None and known[0] > self._clock():
            self._known.move_to_end(origin)
            return known[1]
        rules, seconds = self._read(origin)
        self._known[origin] = (self._clock() + seconds, rules)
        self._known.move_to_end(origin)
        while len(self._known) > _MOST_SITES:
            self._known.popitem(last=False)
        return rules

    def _read(self, origin: str) -> tuple[Rules, float]:
        found = self._fetch(f"{origin}/robots.txt")
        if found is None or found[0] >= 500 or found[0] < 200:
            return Rules(None, allow_all=False), _KEPT_AFTER_FAILURE
        status, body = found
        if 400 <= status < 500:
            return Rules(None, allow_all=True), _KEPT_SECONDS
        if status >= 300:
            return Rules(None, allow_all=False), _KEPT_AFTER_FAILURE
        return Rules(Protego.parse(body[:MOST_BYTES].decode("utf-8", errors="replace"))), _KEPT_SECONDS
