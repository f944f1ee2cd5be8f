"""The engines by name: the rules, the tagger, both together, and those that other packages bring.

A package adds an engine by an entry point in the group `riwayat.engines`, whose name is the engine's and
whose object, called without arguments, gives an `Engine`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Final

from riwayat.errors import RiwayatError
from riwayat.reading.both import BothEngine
from riwayat.reading.markup import Engine
from riwayat.reading.rules import RulesEngine
from riwayat.reading.tagger import TaggerEngine

DEFAULT: Final = "rules"
GROUP: Final = "riwayat.engines"
"""The group of entry points."""
_OWN: Final[Mapping[str, Callable[[], Engine]]] = MappingProxyType(
    {"both": BothEngine, "rules": RulesEngine, "tagger": TaggerEngine}
)


class UnknownEngineError(RiwayatError):
    """There is no engine of this name, or it cannot be made."""


def names() -> tuple[str, ...]:
    """The names of all engines: our own first, then those of other packages, sorted."""
    others = {e.name for e in entry_points(group=GROUP)} - set(_OWN)
    return (*_OWN, *sorted(others))


@cache
def engine(name: str = DEFAULT) -> Engine:
    """The engine of this name, one for the whole process.

    Raises:
        UnknownEngineError: there is none, or the package that brings it fails.
    """
    if name in _OWN:
        return _OWN[name]()
    found = next(iter(entry_points(group=GROUP, name=name)), None)
    if found is None:
        raise UnknownEngineError(f"there is no engine {name!r}; there are: {', '.join(names())}")
    try:
        made: Engine = found.load()()
    except Exception as error:  # somebody else's code may raise anything
        raise UnknownEngineError(f"the engine {name!r} cannot be made: {error}") from error
    return made
