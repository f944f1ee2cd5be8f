"""What differs by language, one folder each, found by its name.

A folder `languages/<code>/` (ISO 639-1) holds word lists as `<name>.toml` and rules as `<name>.py`;
the same names in every folder.  A new language is a new folder and nothing else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module, resources
from types import MappingProxyType, ModuleType
from typing import Any

__all__ = ["available", "lines", "rules", "words"]


@cache
def available() -> tuple[str, ...]:
    """Codes of the languages that can be read, sorted: the folders that hold a `page.toml`."""
    folders = resources.files(__name__).iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and f.joinpath("page.toml").is_file()))


@cache
def words(code: str, name: str) -> Mapping[str, Any]:
    """The word lists in `languages/<code>/<name>.toml`, read once; lists come as tuples, tables as mappings.

    Raises `FileNotFoundError` where the language has no such file.
    """
    text = resources.files(__name__).joinpath(code, f"{name}.toml").read_text(encoding="utf-8")
    frozen: Mapping[str, Any] = _frozen(tomllib.loads(text))
    return frozen


@cache
def lines(code: str, name: str) -> frozenset[str]:
    """The words in `languages/<code>/<name>.txt`, one a line; blank lines and those after `#` do not count.

    Raises `FileNotFoundError` where the language has no such file.
    """
    text = resources.files(__name__).joinpath(code, f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(w for w in (line.strip() for line in text.splitlines()) if w and not w.startswith("#"))


def rules(code: str, name: str) -> ModuleType:
    """The module `riwayat.languages.<code>.<name>`; raises `ModuleNotFoundError` where there is none."""
    return import_module(f"{__name__}.{code}.{name}")


def _frozen(value: Any) -> Any:
    """What is cached is shared, so nobody may change it."""
    if isinstance(value, dict):
        return MappingProxyType({key: _frozen(inner) for key, inner in value.items()})
    if isinstance(value, list):
        return tuple(_frozen(inner) for inner in value)
    return value
