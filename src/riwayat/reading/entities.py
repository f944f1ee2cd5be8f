"""Entities: mentions of one report that name the same person, group, place or outlet."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from riwayat.model import Entity, EntityType, Span
from riwayat.names import compare
from riwayat.reading.markup import Mention
from riwayat.text.folding import fold
from riwayat.text.phrases import Phrases
from riwayat.text.tokens import tokens

_NUMBER = re.compile(r"[ivxl]+|\d+")
"""A number in a folded name."""

Nation = Callable[[str], str | None]
"""The name of the state whose adjective or people this is (`Turkish`); null for everything else."""
Identify = Callable[[str], str | None]
"""The identifier of the known actor of this name; null where none, or several, are so called."""


@dataclass(slots=True)
class _Cluster:
    type: EntityType
    key: str
    known: str | None
    mentions: list[Mention] = field(default_factory=list)

    @property
    def words(self) -> set[str]:
        return set(self.key.split())


def gather_entities(
    mentions: Sequence[Mention],
    identify: Identify,
    directions: frozenset[str],
    abbreviations: Mapping[str, str],
    nation: Nation = lambda name: None,
    country: Nation = lambda name: None,
    short_ends: bool = False,
    aliases: Mapping[str, str] = MappingProxyType({}),
) -> tuple[tuple[Entity, ...], Mapping[tuple[int, int, EntityType], str]]:
    """Tie mentions together by name.

    A part of a person's name stands for the one person of the report whose name holds it; with two such
    people, for the one named last before.  A direction in lower case (`Suriah utara`) does not make
    another place, nor do the initials of a name another body.  `abbreviations` maps folded short forms to
    the folded long forms the report gives them, `aliases` folded names of people to the names they are said to be of.

    Returns:
        the entities in order of first mention, and the entity id of each mention by start, end and type.
    """
    clusters: list[_Cluster] = []
    home: dict[int, _Cluster] = {}
    by_length = sorted(
        mentions, key=lambda m: (nation(m.called) is not None, -len(m.called.split()), m.span.start)
    )
    for mention in by_length:
        key = _key(mention, directions)
        key = abbreviations.get(key, key) if mention.type in ("group", "outlet") else key
        key = aliases.get(key, key) if mention.type == "person" else key
        known = identify(mention.called) if mention.type in ("person", "group", "outlet") else None
        cluster = _find(clusters, mention, key, known, short_ends=short_ends)
        if cluster is None and nation(mention.called) is not None:
            code = country(mention.called)
            same = (c for c in clusters if c.type == mention.type and country(c.mentions[0].called) == code)
            cluster = next(same, None)
        if cluster is None:
            cluster = _Cluster(mention.type, key, known)
            clusters.append(cluster)
        cluster.known = cluster.known or known
        cluster.mentions.append(mention)
        home[id(mention)] = cluster
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: m.span)
    clusters.sort(key=lambda c: (c.mentions[0].span.start, -c.mentions[0].span.end, c.type))
    names = {id(c): f"e{i}" for i, c in enumerate(clusters, start=1)}
    entities = tuple(
        Entity(
            id=names[id(c)],
            type=c.type,
            name=_name(c, nation),
            mentions=tuple(m.span for m in c.mentions),
            public=_public(c),
        )
        for c in clusters
    )
    index = {(m.span.start, m.span.end, m.type): names[id(home[id(m)])] for m in mentions}
    return entities, index


def _name(cluster: _Cluster, nation: Nation) -> str:
    """The longest of the names; a state that only its adjective or people name is called by its own."""
    texts = [m.called for m in cluster.mentions]
    names = [text for text in texts if nation(text) is None]
    return max(names, key=len).replace("\n", " ") if names else nation(texts[0]) or texts[0]


def _key(mention: Mention, directions: frozenset[str]) -> str:
    words = mention.called.split()
    if mention.type == "place":
        while len(words) > 1 and words[-1] in directions:
            words.pop()
    return fold(" ".join(words))


def _find(
    clusters: Sequence[_Cluster], mention: Mention, key: str, known: str | None, *, short_ends: bool
) -> _Cluster | None:
    same_type = [c for c in clusters if c.type == mention.type]
    for cluster in same_type:
        if cluster.key == key or (known is not None and cluster.known == known and _kin(cluster.key, key)):
            return cluster
    if mention.type == "group" and (unit := _numbered(same_type, key)) is not None:
        return unit
    if short_ends and mention.type == "group" and (whole := _ending_in(same_type, mention)) is not None:
        return whole
    unknown = [c for c in same_type if None in (c.known, known)]
    if mention.type != "person":
        return _spelled_out(unknown, mention) or _spelled_otherwise(unknown, mention)
    words = set(key.split())
    holding = [c for c in same_type if words < c.words]
    if len(holding) > 1:
        before = [c for c in holding if any(m.span.start < mention.span.start for m in c.mentions)]
        return max(
            before,
            key=lambda c: max(m.span.start for m in c.mentions if m.span.start < mention.span.start),
            default=None,
        )
    return holding[0] if holding else _spelled_otherwise(unknown, mention)


def _spelled_otherwise(clusters: Sequence[_Cluster], mention: Mention) -> _Cluster | None:
    """The one cluster whose name is this one in another spelling (`al-Julani`: `Abu Muhammad al-Jaulani`).

    A town named with the word for what it is and one named without may be two (`Gaza`, `Kota Gaza`).
    """
    if mention.type == "outlet":
        return None
    fits = []
    for cluster in clusters:
        found = compare(cluster.mentions[0].called, mention.called, mention.type)
        if found.same and (found.whole or mention.type != "place"):
            fits.append(cluster)
    return fits[0] if len(fits) == 1 else None


def _numbered(clusters: Sequence[_Cluster], key: str) -> _Cluster | None:
    """The one cluster whose name a numbered body's shorter name begins or ends.

    `Kodap XII` of `Kodap XII Lanny Jaya`, `XVII/Cenderawasih` of `Kodam XVII/Cenderawasih`.
    """
    words = key.replace("/", " ").split()
    if len(words) < 2 or not (_NUMBER.fullmatch(words[0]) or _NUMBER.fullmatch(words[-1])):
        return None
    fits = [
        c
        for c in clusters
        if (_NUMBER.fullmatch(words[-1]) and c.key.startswith(f"{key} "))
        or (_NUMBER.fullmatch(words[0]) and c.key.endswith(f" {key}"))
    ]
    return fits[0] if len(fits) == 1 else None


def _ending_in(clusters: Sequence[_Cluster], mention: Mention) -> _Cluster | None:
    """The one cluster whose name holds a single capitalised word that stands for it (`the Observatory`)."""
    word = mention.span.text
    if " " in word or not word[:1].isupper() or word.isupper():
        return None
    fits = [c for c in clusters if any(word in m.span.text.split()[1:] for m in c.mentions)]
    return fits[0] if len(fits) == 1 else None


def _spelled_out(clusters: Sequence[_Cluster], mention: Mention) -> _Cluster | None:
    """The one cluster whose name a few capitals are the initials of (`AS`: `Amerika Serikat`)."""
    short = mention.span.text
    if not short.isalpha() or not short.isupper() or len(short) < 2:
        return None
    fits = [c for c in clusters if _initials(c.mentions[0].span.text) == short]
    return fits[0] if len(fits) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _kin(a: str, b: str) -> bool:
    """Whether two names of one known actor are also alike: the same letters, a part, or the initials.

    A list of names may hold what others call it (`junta` for an army); within one report such names stay apart.
    """
    if a.replace(" ", "") == b.replace(" ", ""):
        return True
    short, long_ = sorted((a.split(), b.split()), key=len)
    if set(short) <= set(long_):
        return True
    return len(short) == 1 and _spells(short[0], long_)


def _spells(short: str, words: Sequence[str]) -> bool:
    """Whether a short form is made of the beginnings of words, in order (`hts`: hayat tahrir al sham)."""
    at = 0
    for word in words:
        taken = 0
        while at < len(short) and taken < len(word) and short[at] == word[taken]:
            at += 1
            taken += 1
    return at == len(short)


def _public(cluster: _Cluster) -> bool | None:
    if cluster.type != "person":
        return None
    said = {m.public for m in cluster.mentions}
    return True if True in said else False if False in said else None


def entity_at(index: Mapping[tuple[int, int, EntityType], str], span: Span, *types: EntityType) -> str | None:
    """The entity that `span` names, of one of the types, in the order given."""
    return next((index[key] for t in types if (key := (span.start, span.end, t)) in index), None)


def aliases_of(text: str, mentions: Sequence[Mention], wordings: Phrases) -> Mapping[str, str]:
    """Names that the report itself says are another's: `X, known as Y`; folded further name to folded name.

    `wordings` are what stands between the two, behind a comma.
    """
    people = sorted((m for m in mentions if m.type == "person"), key=lambda m: m.span)
    found: dict[str, str] = {}
    for one, other in pairwise(people):
        between = [t for t in tokens(text, one.span.end, other.span.start) if t.text not in '"“”']
        if len(between) > 1 and between[0].text == "," and wordings.match(between, 1) == len(between) - 1:
            found[fold(other.called)] = fold(one.called)
    return found


def abbreviations_of(text: str, mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Short forms that the report itself explains: `Hay'at Tahrir al-Sham (HTS)`; folded short to folded long."""
    groups = {m.span.start: m.span for m in mentions if m.type in ("group", "outlet")}
    ends = {m.span.end: m.span for m in mentions if m.type in ("group", "outlet")}
    found: dict[str, str] = {}
    for start, span in groups.items():
        if start > 1 and text[start - 1] == "(" and text[span.end : span.end + 1] in (")", ",", ";"):
            before = ends.get(start - 1) or ends.get(start - 2)
            if before is not None and fold(before.text) != fold(span.text):
                short, long_ = sorted((fold(before.text), fold(span.text)), key=len)
                found[short] = long_
    return found
