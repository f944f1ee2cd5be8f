"""What differs by language, one folder each, found by its name.

A folder `languages/<code>/` (ISO 639-1) holds word lists as `<name>.toml` and rules as `<name>.py`;
the same names in every folder.  A new language is a new folder and nothing else.

A language may build on another: `based_on = "id"` in its `page.toml` says which.  What its folder does not hold
comes from that one: whole files, and in a TOML file each list and table entry not named in it.  A list it has
replaces the other's; under `[more]` and `[less]`, which are laid out like the file itself, stand words that are
added to the other's lists and words that are taken out.  Lines of a text file are added.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module, resources, util
from types import MappingProxyType, ModuleType
from typing import Any

__all__ = ["available", "based_on", "lines", "rules", "words"]

_BASE, _MORE, _LESS = "based_on", "more", "less"


@cache
def available() -> tuple[str, ...]:
    """Codes of the languages that can be read, sorted: the folders that hold a `page.toml`."""
    folders = resources.files(__name__).iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and f.joinpath("page.toml").is_file()))


@cache
def based_on(code: str) -> str | None:
    """The language that this one builds on; null for most."""
    found = tomllib.loads(_text(code, "page.toml") or "").get(_BASE)
    return str(found) if found is not None else None


@cache
def words(code: str, name: str) -> Mapping[str, Any]:
    """The word lists in `languages/<code>/<name>.toml`, read once; lists come as tuples, tables as mappings.

    Raises `FileNotFoundError` where neither the language nor the one it builds on has such a file.
    """
    text, base = _text(code, f"{name}.toml"), based_on(code)
    if text is None:
        if base is None:
            raise FileNotFoundError(f"languages/{code}/{name}.toml")
        return words(base, name)
    own = tomllib.loads(text)
    own.pop(_BASE, None)
    if base is not None:
        more, less = own.pop(_MORE, {}), own.pop(_LESS, {})
        try:
            under: Mapping[str, Any] = words(base, name)
        except FileNotFoundError:
            under = {}
        own = _over(_with(_without(under, less), more), own)
    frozen: Mapping[str, Any] = _frozen(own)
    return frozen


@cache
def lines(code: str, name: str) -> frozenset[str]:
    """The words in `languages/<code>/<name>.txt`, one a line; blank lines and those after `#` do not count.

    Raises `FileNotFoundError` where neither the language nor the one it builds on has such a file.
    """
    text, base = _text(code, f"{name}.txt"), based_on(code)
    if text is None and base is None:
        raise FileNotFoundError(f"languages/{code}/{name}.txt")
    own = frozenset(w for w in map(str.strip, (text or "").splitlines()) if w and not w.startswith("#"))
    try:
        return own | lines(base, name) if base is not None else own
    except FileNotFoundError:
        if text is None:
            raise
        return own


def rules(code: str, name: str) -> ModuleType:
    """The module `riwayat.languages.<code>.<name>`, or that of the language it builds on.

    Raises `ModuleNotFoundError` where there is none.
    """
    own, base = f"{__name__}.{code}.{name}", based_on(code)
    if base is not None and util.find_spec(own) is None:
        return rules(base, name)
    return import_module(own)


def _text(code: str, file: str) -> str | None:
    """What a file of a language's folder holds; null where there is none."""
    found = resources.files(__name__).joinpath(code, file)
    return found.read_text(encoding="utf-8") if found.is_file() else None


def _over(under: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """`own` laid over `under`: tables entry by entry, all else replaced."""
    both = dict(under)
    for key, value in own.items():
        beneath = both.get(key)
        both[key] = (
            _over(beneath, value) if isinstance(value, dict) and isinstance(beneath, Mapping) else value
        )
    return both


def _with(under: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """`under` with the words of the lists in `more` added to the lists of the same names."""
    both = dict(under)
    for key, value in more.items():
        beneath = both.get(key)
        if isinstance(value, dict):
            both[key] = _with(beneath or {}, value)
        elif isinstance(value, list):
            had = tuple(beneath or ())
            both[key] = [*had, *(word for word in value if word not in had)]
        else:
            both[key] = value
    return both


def _without(under: Mapping[str, Any], less: Mapping[str, Any]) -> dict[str, Any]:
    """`under` without the words named in `less`: out of a list, or keys of a table."""
    both = dict(under)
    for key, value in less.items():
        beneath = both[key]
        if isinstance(value, dict):
            both[key] = _without(beneath, value)
        elif isinstance(beneath, Mapping):
            both[key] = {k: v for k, v in beneath.items() if k not in value}
        else:
            both[key] = [w for w in beneath if w not in value]
    return both


def _frozen(value: Any) -> Any:
    """What is cached is shared, so nobody may change it."""
    if isinstance(value, Mapping):
        return MappingProxyType({key: _frozen(inner) for key, inner in value.items()})
    if isinstance(value, (list, tuple)):
        return tuple(_frozen(inner) for inner in value)
    return value
