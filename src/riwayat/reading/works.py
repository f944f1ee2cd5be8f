"""What outlets make: `according to an investigation by X` rests on the outlet, and on no document of its own."""

from __future__ import annotations

from dataclasses import replace

from riwayat.model import NarratorKind
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.marked import Marked
from riwayat.reading.markup import Attribution, Markup, Narrator
from riwayat.reading.world import World

_BETWEEN = 30
"""Characters between an outlet's work and the outlet's name."""


def with_makers(text: str, markup: Markup, lexicon: Lexicon, world: World) -> Markup:
    """The marks, with outlets as narrators where the words name something that they made."""
    works, by = lexicon.set("attribution", "works"), lexicon.set("attribution", "made_by")
    marked = Marked(m for m in markup.mentions if m.type == "outlet")

    def maker(attribution: Attribution) -> Attribution:
        narrator = attribution.narrator
        called = narrator.called
        if narrator.kind != "document" or narrator.anaphor or called is None:
            return attribution
        if not any(token.lower in works for token in lexicon.tokens(called.text)):
            return attribution
        for mention in marked.within(called.start, called.end + _BETWEEN + len(called.text)):
            behind = text[called.start : mention.span.start]
            tokens = [t.lower for t in lexicon.tokens(behind)]
            work = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n] in works), None)
            if work is not None and tokens[work + 1 :] and all(t in by for t in tokens[work + 1 :]):
                kind: NarratorKind = "agency" if world.agency(mention.called) else "outlet"
                outlet = Narrator(kind, mention.span, mention.span)
                return replace(attribution, role="relay", narrator=outlet)
        return attribution

    return replace(markup, attributions=tuple(maker(a) for a in markup.attributions))
