"""The open sets, read into examples.  What each annotates, and what it does not, is said by masks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from riwayat.reading.tagger.labels import TRIGGERS, NameType, Relation
from riwayat.text.sentences import paragraphs, sentences
from riwayat.text.tokens import Token, tokens
from riwayat_training.examples import ANY, NAMED_BY, OUTSIDE, Example, Predicate, name_mask

ORGANISATION: Final[tuple[NameType, ...]] = ("group", "outlet")
"""What the sets call ORG is a group or an outlet here."""
_UNKNOWN_ELSEWHERE: Final[tuple[NameType | None, ...]] = (None, "time", "amount")
"""A word outside all names, in a set that annotates no times and amounts."""

_PEOPLE_PLACES: Final[dict[str, tuple[NameType, ...]]] = {
    "PER": ("person",),
    "PERSON": ("person",),
    "PERS": ("person",),
    "person": ("person",),
    "Person": ("person",),
    "ORG": ORGANISATION,
    "ORGANISATION": ORGANISATION,
    "Organisation": ORGANISATION,
    "group": ORGANISATION,
    "corporation": ORGANISATION,
    "LOC": ("place",),
    "PLACE": ("place",),
    "GPE": ("place",),
    "location": ("place",),
    "Location": ("place",),
}

Reader = Callable[[Path], list[Example]]


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if not cells or line.startswith("#"):
            if rows and not cells:
                yield rows
                rows = []
            continue
        rows.append(cells)
    if rows:
        yield rows


def _conll(
    path: Path, language: str, origin: str, word: int = 0, label: int = -1, convention: str | None = None
) -> list[Example]:
    """A set in columns; a stray `I-` begins a name.

    With a `convention`, its names go to a head of their own in full; `names` learns them too, but not that
    other capitals are no names.
    """
    found = []
    for rows in _blocks(path):
        example = Example([r[word] for r in rows], language, origin)
        before = "O"
        runs: list[tuple[int, int, str]] = []
        for i, row in enumerate(rows):
            tag = row[label] if len(row) > 1 else "O"
            types = _PEOPLE_PLACES.get(tag[2:])
            if types is None:
                open_ = convention is not None and row[word][:1].isupper()
                example.names[i] = ANY if open_ else name_mask(_UNKNOWN_ELSEWHERE, first=True)
                before = "O"
                continue
            first = tag.startswith("B-") or before != tag[2:]
            example.names[i] = name_mask(types, first=first)
            before = tag[2:]
            if first:
                runs.append((i, i + 1, types[0]))
            else:
                runs[-1] = (runs[-1][0], i + 1, runs[-1][2])
        if convention:
            example.set_names(convention, runs)
        found.append(example)
    return found


def idner(path: Path) -> list[Example]:
    """Indonesian news, `idner-news-2k`."""
    return _conll(path, "id", "idner-news-2k", convention="idner")


def nergrit(path: Path) -> list[Example]:
    """Indonesian, `indonlu-nergrit`."""
    return _conll(path, "id", "indonlu-nergrit")


def wikigold(path: Path) -> list[Example]:
    """English Wikipedia, `wikigold`."""
    return _conll(path, "en", "wikigold")


def wnut(path: Path) -> list[Example]:
    """English posts, `wnut17`."""
    return _conll(path, "en", "wnut17", label=1)


def uner(path: Path) -> list[Example]:
    """English web text, `uner-en-ewt`."""
    return _conll(path, "en", "uner-en-ewt", word=1, label=2)


_WOJOOD: Final[dict[str, tuple[NameType | None, ...]]] = {
    "NORP": (None, "group"),
    "DATE": ("time",),
    "TIME": ("time",),
    "CARDINAL": (None, "amount"),
    "ORDINAL": (None, "amount"),
    "QUANTITY": (None, "amount"),
    "MONEY": (None, "amount"),
    "PERCENT": (None, "amount"),
}
_WOJOOD_NAMES: Final = ("PERS", "ORG", "GPE", "LOC")


def wojood_spans(rows: Sequence[Sequence[str]], types: Sequence[str]) -> list[tuple[int, int, str]]:
    """The outermost spans of some types in a sentence of `wojood-sample`, whose labels nest."""
    open_at: dict[str, int] = {}
    spans = []
    for i, row in enumerate([*rows, ["", "O"]]):
        tags = set(row[1:])
        closed = [kind for kind in open_at if f"I-{kind}" not in tags]
        spans += [(open_at.pop(kind), i, kind) for kind in closed]
        for tag in tags:
            if tag.startswith("B-") and tag[2:] in types:
                if tag[2:] in open_at:
                    spans.append((open_at[tag[2:]], i, tag[2:]))
                open_at[tag[2:]] = i
    spans.sort(key=lambda s: (s[0], -s[1]))
    return _outermost(spans)


def _outermost(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    for start, end, kind in spans:
        if not out or start >= out[-1][1]:
            out.append((start, end, kind))
    return out


def wojood(path: Path) -> list[Example]:
    """Arabic, `wojood-sample`: outermost PERS, ORG, GPE and LOC; numbers and nationalities are left open."""
    found = []
    for rows in _blocks(path):
        example = Example([r[0] for r in rows], "ar", "wojood-sample")
        taken = [False] * len(rows)
        outer = wojood_spans(rows, _WOJOOD_NAMES)
        example.set_names("wojood", [(a, b, _PEOPLE_PLACES[kind][0]) for a, b, kind in outer])
        for start, end, kind in outer:
            example.name(start, end, _PEOPLE_PLACES[kind])
            taken[start:end] = [True] * (end - start)
        for start, end, kind in wojood_spans(rows, tuple(_WOJOOD)):
            if not any(taken[start:end]):
                example.name(start, end, _WOJOOD[kind])
                taken[start:end] = [True] * (end - start)
        example.all_outside(names=True)
        found.append(example)
    return found


# re3d ---------------------------------------------------------------------------------------------

_RE3D: Final[dict[str, tuple[NameType | None, ...]]] = {
    "Nationality": (None, "group"),
    "Temporal": ("time",),
    "Quantity": (None, "amount"),
    "Money": (None, "amount"),
}
_RE3D_NAMES: Final = ("Person", "Organisation", "Location")
_RE3D_ABBREVIATIONS: Final = ("mr.", "gen.", "lt.", "col.", "maj.", "sgt.", "dr.", "u.s.")
_RE3D_TIMES: Final = 4
"""How often its few sentences come in an epoch."""
RE3D_TEST: Final = ("CENTCOM", "UK Government")
_DETERMINERS: Final = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her"]
)
_PRONOUNS: Final = frozenset(["i", "we", "you", "he", "she", "it", "they", "we've", "i'm", "we're"])
_LINKS: Final = frozenset(
    [
        "of",
        "in",
        "at",
        "for",
        "from",
        "to",
        "on",
        "and",
        "who",
        "which",
        "that",
        ",",
        "(",
        "by",
        "near",
        "with",
    ]
)


def proper(words: Sequence[str], *, common: Collection[str] = ()) -> bool:
    """Whether the head of a mention is a proper name: the last word before any preposition has a capital.

    No parser is asked: the head of an English noun phrase is its last word, its complements aside.

    Args:
        words: the words of the mention.
        common: words that do not count for their capital, as at the beginning of a sentence.
    """
    inner = list(words)
    while inner and inner[0].lower() in _DETERMINERS:
        inner = inner[1:]
    stop = next((i for i, w in enumerate(inner) if i and w.lower() in _LINKS), len(inner))
    head = inner[:stop][-1] if inner else ""
    if head.lower() in _PRONOUNS:
        return False
    return any(c.isupper() for c in head) and not (stop == 1 and head.lower() in common)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def re3d(folder: Path) -> list[Example]:
    """One source of `re3d`: outermost mentions whose head is a proper name; who belongs to which body.

    Its mentions are whole noun phrases, title and apposition included, and so go to a head of their own; `names`
    learns its times and amounts only.
    """
    entities, relations = _lines(folder / "entities.json"), _lines(folder / "relations.json")
    documents = _lines(folder / "documents.json")
    common = {w for d in documents for w in re.findall(r"(?<=[a-z,] )[a-z]+", d["text"])}
    found = []
    for document in documents:
        text, key = document["text"], document["_id"]
        mentions = [e for e in entities if e["documentId"] == key]
        belongs = [
            r for r in relations if r["documentId"] == key and r["type"] in ("BelongsTo", "InChargeOf")
        ]
        for block in paragraphs(text):
            for span in sentences(text, block, _RE3D_ABBREVIATIONS):
                words = _run_on_parted(tokens(text, span.start, span.end))
                if words:
                    found.append(_re3d_sentence(words, mentions, belongs, common))
    return found


def _run_on_parted(words: Sequence[Token]) -> list[Token]:
    """Words with sentences that run into each other parted (`spring.The`), as this set's text has them."""
    found: list[Token] = []
    for word in words:
        run_on = re.fullmatch(r"([a-z]{2,})\.([A-Z]\w*)", word.text)
        if not run_on:
            found.append(word)
            continue
        stop = word.start + len(run_on.group(1))
        found += [
            Token(word.start, stop, run_on.group(1)),
            Token(stop, stop + 1, "."),
            Token(stop + 1, word.end, run_on.group(2)),
        ]
    return found


def _re3d_sentence(words: Sequence[Token], mentions: Any, belongs: Any, common: Collection[str]) -> Example:
    example = Example([w.text for w in words], "en", "re3d")
    spans = []
    for m in mentions:
        if words[0].start <= m["begin"] and m["end"] <= words[-1].end:
            covered = [i for i, w in enumerate(words) if m["begin"] < w.end and w.start < m["end"]]
            if covered:
                spans.append((covered[0], covered[-1] + 1, m["type"]))
    spans.sort(key=lambda s: (s[0], -s[1]))
    named = [
        (start, end, kind)
        for start, end, kind in spans
        if kind in _RE3D_NAMES
        and proper([w.text for w in words[start:end]], common=common if start == 0 else ())
    ]  # `the Syrian army` is a mention, `the city` is not
    outer = [(start, end, _PEOPLE_PLACES[kind][0]) for start, end, kind in _outermost(named)]
    example.set_names("re3d", outer)
    inside = [not mask & OUTSIDE for mask in example.sets["re3d"]]
    for start, end, kind in _outermost([s for s in spans if s[2] in _RE3D]):
        if not any(inside[start:end]):
            example.name(start, end, _RE3D[kind])
    at = {words[i].start: i for i in range(len(words))}
    for r in belongs:
        member, head = at.get(r["sourceBegin"]), at.get(r["targetBegin"])
        if (
            member is None
            or head is None
            or not any(start == member and k == "person" for start, _, k in outer)
        ):
            continue
        end = next((i + 1 for i, w in enumerate(words) if w.end >= r["targetEnd"]), len(words))
        example.predicates.append(Predicate(member, NAMED_BY, (("group", head, end),)))
    return example


# events -------------------------------------------------------------------------------------------


def gsr_in_test(identity: str) -> bool:
    """Whether a sentence of `arabic-event-gsr` is of the third that is kept for scoring."""
    return sha256(identity.encode()).digest()[0] % 3 == 0


def gsr(folder: Path, *, test: bool = False) -> list[Example]:
    """Arabic newswire, `arabic-event-gsr`: verbs of assault and protest with who did it to whom."""
    found = []
    for kind, name in (("ASSAULT", "assault"), ("PROTEST", "protest")):
        seen: set[str] = set()
        for record in json.loads((folder / f"{name}_spans.json").read_text(encoding="utf-8")):
            identity = str(record["source"])
            if identity in seen or gsr_in_test(identity) != test or not record["spans"]:
                continue
            seen.add(identity)
            words = [t.text for t in tokens(record["text"])]
            example = Example(words, "ar", "arabic-event-gsr")
            for i in range(len(words)):  # other types may stand here too, but not a second of this one
                example.triggers[i] = ANY & ~(1 << TRIGGERS.index(f"B-{kind}"))
            for span in record["spans"]:
                _gsr_event(example, words, span, kind)
            if example.predicates:
                found.append(example)
    return found


def _gsr_event(example: Example, words: Sequence[str], span: dict[str, Any], kind: str) -> None:
    verb = _find(words, span["verb"])
    if verb is None or any(p.word == verb[0] for p in example.predicates):
        return
    example.trigger(*verb, kind)
    runs = []
    for relation, key in (("actor", "source_actor"), ("recipient", "target_actor")):
        run = _find(words, span[key])
        if run:
            runs.append((relation, *run))
    example.predicates.append(Predicate(verb[0], _PARTIES, tuple(runs)))  # type: ignore[arg-type]


def _find(words: Sequence[str], wanted: Sequence[str]) -> tuple[int, int] | None:
    n = len(wanted)
    return next(
        (((i, i + n)) for i in range(len(words) - n + 1) if n and list(words[i : i + n]) == list(wanted)),
        None,
    )


_PARTIES: Final[frozenset[Relation]] = frozenset({"actor", "recipient"})
"""What both sets of events annotate."""
_MARKUP = re.compile(r"\((SRC/TAR|SRC|TAR|EVT):\s*([^()]*)\)")
_OLD_TYPES: Final = {"FIGHT": "ASSAULT", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE"}


def plover(path: Path) -> list[Example]:
    """The example sentences of the PLOVER manual, with marked event words and actors."""
    found = []
    for record in json.loads(path.read_text(encoding="utf-8")):
        kind = _OLD_TYPES.get(record["event"], record["event"])
        info = record.get("textInfo") or ""
        marked = info if isinstance(info, str) else info.get("markup")
        if not marked or f"B-{kind}" not in TRIGGERS:
            continue
        example = _plover_sentence(marked, kind)
        if example is not None:
            found.append(example)
    return found


def _plover_sentence(marked: str, kind: str) -> Example | None:
    words: list[str] = []
    runs: dict[str, list[tuple[int, int]]] = {"SRC": [], "TAR": [], "EVT": []}
    at = 0
    for m in _MARKUP.finditer(marked):
        words += [t.text for t in tokens(marked, at, m.start())]
        inner = [t.text for t in tokens(m.group(2))]
        for role in m.group(1).split("/"):
            runs[role].append((len(words), len(words) + len(inner)))
        words += inner
        at = m.end()
    words += [t.text for t in tokens(marked, at)]
    if not runs["EVT"] or not words:
        return None
    example = Example(words, "en", "plover")
    (start, end) = runs["EVT"][0]
    example.trigger(start, max(end, start + 1), kind)
    pairs = [("actor", *r) for r in runs["SRC"]] + [
        ("recipient", *r) for r in runs["TAR"] if r not in runs["SRC"]
    ]
    example.predicates.append(Predicate(start, _PARTIES, tuple(pairs)))  # type: ignore[arg-type]
    return example


def training_sets(data: Path) -> list[Example]:
    """Everything that may be trained on, of the open sets in the folder."""
    found: list[Example] = []
    found += idner(data / "idner-news-2k/train.txt")
    for part in ("train", "valid", "test"):
        found += nergrit(data / f"indonlu-nergrit/{part}_preprocess.txt")
    found += wojood(data / "wojood-sample/train.txt")
    found += wikigold(data / "wikigold/wikigold.conll.txt")
    found += wnut(data / "wnut17/emerging.dev.conll")
    for part in ("dev", "test"):
        found += uner(data / f"uner-en-ewt/en_ewt-ud-{part}.iob2")
    for folder in sorted((data / "re3d").iterdir()):
        if folder.is_dir() and folder.name not in RE3D_TEST:
            found += re3d(folder) * _RE3D_TIMES
    found += gsr(data / "arabic-event-gsr")
    found += plover(data / "plover/PLOVER_GSR_CAMEO.txt")
    return [e for e in found if e.words]


def development_sets(data: Path) -> dict[str, list[Example]]:
    """What epochs are chosen by."""
    return {
        "idner-news-2k": idner(data / "idner-news-2k/dev.txt"),
        "wojood-sample": wojood(data / "wojood-sample/val.txt"),
    }


def test_sets(data: Path) -> dict[str, list[Example]]:
    """What is only scored on."""
    return {
        "idner-news-2k": idner(data / "idner-news-2k/test.txt"),
        "wojood-sample": wojood(data / "wojood-sample/test.txt"),
        "re3d": [e for name in RE3D_TEST for e in re3d(data / "re3d" / name)],
        "arabic-event-gsr": gsr(data / "arabic-event-gsr", test=True),
    }
