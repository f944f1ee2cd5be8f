"""The outlet that a report as a whole is taken from, and how far in the report that reaches."""

from __future__ import annotations

from dataclasses import dataclass

from riwayat.model import Link
from riwayat.reading.hearing import Hearing
from riwayat.reading.links import OUTLETS, identity
from riwayat.reading.markup import Attribution
from riwayat.reading.tied import Tied
from riwayat.reading.voices import Voices
from riwayat.text.folding import fold

_BEHIND = 80
"""Characters of a paragraph that stand before an outlet retold at its end."""
_HEADED = 5
"""Words before the colon of a headline that begins with an outlet."""
_OFTEN = 2
"""Paragraphs that go back to an outlet without its name, where the whole report is taken from it."""
_FEW = 2
"""Outlets up to which a report is one outlet's, and not put together from several."""


@dataclass(frozen=True, slots=True)
class Source:
    """The outlet that a report is taken from."""

    link: Link
    declared: bool = False
    """Whether the report says so of itself; then other outlets came by it too, else they stand beside it."""
    reach: int | None = None
    """The last paragraph it covers, in a report put together from several outlets; null for all."""


class Sources:
    """Finds the source of one report."""

    def __init__(self, tied: Tied, hearing: Hearing, voices: Voices, captions: frozenset[int]) -> None:
        self._tied, self._hearing, self._voices = tied, hearing, voices
        self._lead = tied.opening_paragraphs(captions)
        self._end = tied.last_paragraph(captions)
        self._relays = [
            (tied.paragraph_of(k), a)
            for k, attributions in sorted(tied.attributions.items())
            for a in attributions
            if a.role == "relay"
            and a.narrator.kind in OUTLETS
            and not a.narrator.anaphor
            and not tied.is_own(hearing.link(a))
        ]
        told = [hearing.told(a) for attributions in tied.attributions.values() for a in attributions]
        retold = [hearing.link(a) for _, a in self._relays]
        self._outlets = {identity(link) for link in [*retold, *told] if link is not None}

    def find(self) -> Source | None:
        """By what the page itself names as its source, else by the opening, else by the close."""
        declared = [c for c in self._tied.report.cites if not self._tied.is_own(Link("outlet", c))]
        if len(declared) == 1:
            return Source(self._named(declared[0]), declared=True)
        if self._voices.explicit and (retold := self._titled() or self._gone_back_to()) is not None:
            return retold
        for paragraph, relay in self._relays:
            late = self._voices.explicit and paragraph != min(self._lead)
            if paragraph in self._lead and not late and self._opens(relay, paragraph):
                return Source(
                    self._hearing.link(relay), reach=paragraph if len(self._outlets) > _FEW else None
                )
        if (heard := self._sole_listener()) is not None:
            return Source(heard)
        if self._relays and self._closes(*self._relays[-1]):
            return Source(self._hearing.link(self._relays[-1][1]))
        return None

    def _titled(self) -> Source | None:
        """The outlet that the headline begins with, where it is retold (`رويترز: …`)."""
        head, colon, _ = (self._tied.report.title or "").partition(":")
        words = fold(head).split()
        for _, relay in self._relays if colon and len(words) <= _HEADED else ():
            name = fold(relay.narrator.mention.text if relay.narrator.mention else "").split()
            if name and any(words[n : n + len(name)] == name for n in range(len(words))):
                return self._as_far_as_told(relay)
        return None

    def _as_far_as_told(self, relay: Attribution) -> Source:
        """An outlet as the source of the report down to the last paragraph that still speaks of it."""
        link = self._hearing.link(relay)
        again = [p for p, other in self._relays if identity(self._hearing.link(other)) == identity(link)]
        heard = [
            self._tied.paragraph_of(k)
            for k, attributions in self._tied.attributions.items()
            if any(
                (told := self._hearing.told(a)) is not None and identity(told) == identity(link)
                for a in attributions
            )
        ]
        return Source(link, reach=max([*again, *heard, *self._pointing_back()]))

    def _pointing_back(self) -> set[int]:
        """The paragraphs that speak of an outlet without its name (`الصحيفة`, `التقرير`)."""
        return {
            self._tied.paragraph_of(k)
            for k, attributions in self._tied.attributions.items()
            for a in attributions
            for narrator in (a.narrator, a.told)
            if narrator is not None and narrator.anaphor and narrator.span is not None
            if narrator.kind in OUTLETS or self._voices.of_outlets(narrator.span.text)
        }

    def _gone_back_to(self) -> Source | None:
        """The first outlet retold in the opening, where the report goes back to it without its name (`الصحيفة`)."""
        first = min(self._lead, default=-1)
        opening = [relay for paragraph, relay in self._relays if paragraph == first]
        if not opening or not self._first_to_speak(opening[0]):
            return None
        back = self._pointing_back() - {first}
        return self._as_far_as_told(opening[0]) if len(back) >= _OFTEN else None

    def _opens(self, relay: Attribution, paragraph: int) -> bool:
        """Whether an outlet retold in the opening is where the whole report comes from.

        Framed by nobody else's word (`…, seperti dilansir X`); or behind a speaker's (`kata Y, dikutip dari X`)
        where few outlets are named; or as the subject (`X melaporkan`) where it is the sole one, at the start.
        """
        frames = self._frames(relay)
        if self._alone(relay):
            sole = len(self._outlets) == 1 and paragraph == min(self._lead)
            return frames or (sole and self._first_to_speak(relay))
        behind = relay.cue.start - self._tied.paragraphs[paragraph].start > _BEHIND
        few = len(self._outlets) <= _FEW
        return frames and few and behind

    def _alone(self, relay: Attribution) -> bool:
        """Whether nobody else speaks in its sentence but whom the outlet quotes itself."""
        others = self._tied.attributions[self._tied.sentence_at(relay.cue.start)]
        quoted = [a for a in others if a.cue.start > relay.cue.start and self._voices.quotes(a)]
        return self._tied.alone(relay, besides=quoted)

    def _frames(self, relay: Attribution) -> bool:
        """Whether the wording takes over the report, and not one thing in it (`angka yang dilansir X`)."""
        return self._voices.frames(relay) and not self._voices.relative_before(relay.cue.start)

    def _first_to_speak(self, relay: Attribution) -> bool:
        """Whether no sentence before rests on somebody else."""
        at = self._tied.sentence_at(relay.cue.start)
        return not any(k < at for k in self._tied.attributions)

    def _sole_listener(self) -> Link | None:
        """The one outlet of the report, if its opening is what somebody told it (`kata pejabat itu kepada X`)."""
        if len(self._outlets) != 1:
            return None
        for k, attributions in sorted(self._tied.attributions.items()):
            told = [self._hearing.told(a) for a in attributions]
            if self._tied.paragraph_of(k) == min(self._lead, default=-1) and any(told):
                return next(link for link in told if link is not None)
        return None

    def _closes(self, paragraph: int, relay: Attribution) -> bool:
        """Whether the report ends on the word of the outlet it retold (`Demikian dilaporkan X`)."""
        few = len(self._outlets) <= _FEW
        return paragraph == self._end and few and self._frames(relay) and self._tied.alone(relay)

    def _named(self, name: str) -> Link:
        """The link of the outlet in the source line; its cue is the wording in the body, else the line's own."""
        for _, relay in self._relays:
            link = self._hearing.link(relay)
            if fold(link.name or "") == fold(name):
                return link
        entity = next(
            (
                e.id
                for e in self._tied.entities
                if e.type == "outlet" and fold(name) in {fold(m.text) for m in e.mentions}
            ),
            None,
        )
        kind = "agency" if self._beside_place(name) else self._voices.outlet_kind(name)
        return Link(kind, name, entity=entity, cue=self._voices.source_line(name))

    def _beside_place(self, name: str) -> bool:
        """Whether a name stands in brackets behind the dateline's place (`KHARTOUM (Noon) –`), as agencies' do."""
        dateline = self._tied.report.dateline
        behind = self._tied.report.text[dateline.end :].lstrip(" ,") if dateline is not None else ""
        return behind.startswith(f"({name})") and not self._voices.outlet(name)
