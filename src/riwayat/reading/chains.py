"""Chains: for every sentence, the narrators its words came by, and from them the statements.

A sentence's own attributions make its chain; a sentence without any keeps the voice before it while the
same account goes on; the outlet that a whole report is taken from stands second in every chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from riwayat.model import Link, Span, Statement
from riwayat.reading.account import Account
from riwayat.reading.agreement import Agreement
from riwayat.reading.captions import Captions
from riwayat.reading.hearing import Hearing
from riwayat.reading.interview import Interview
from riwayat.reading.links import HUMAN, OUTLETS, PICTURED, Chain, identity, same, same_chain
from riwayat.reading.markup import Attribution, Sentence
from riwayat.reading.source import Sources
from riwayat.reading.tied import Tied
from riwayat.reading.voices import Voices
from riwayat.text.folding import fold
from riwayat.text.quotations import quotations

_SCRAP = 3
"""Words below which a stretch says nothing of its own."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one sentence and the chain behind it."""

    start: int
    end: int
    paragraph: int
    chain: Chain


def _alike(a: _Piece, b: _Piece) -> bool:
    """Whether two pieces rest on one chain, its origin worded alike (`foto itu` is not `gambar itu`)."""
    return same_chain(a.chain, b.chain) and a.chain[-1].name == b.chain[-1].name


class Chains:
    """Works out the chains of one report."""

    def __init__(self, tied: Tied, voices: Voices, agreement: Agreement) -> None:
        self._tied, self._voices = tied, voices
        self._ours: set[str] = set()
        self.hearing = Hearing(tied, voices, agreement)
        self._captions = Captions(tied, voices)
        self._lead = tied.opening_paragraphs(self._captions.paragraphs)
        asked = Interview(tied, voices)
        self._teller = asked if asked.answers else Account(tied, voices, self._captions.paragraphs)
        self._source = Sources(tied, self.hearing, voices, self._captions.paragraphs).find()

    def cites(self) -> tuple[str, ...]:
        """The outlets and agencies that the report takes from: its source lines, then those it retells."""
        found = {fold(c): c for c in self._tied.report.cites}
        for attributions in self._tied.attributions.values():
            for a in attributions:
                retold = (
                    self.hearing.link(a) if a.narrator.kind in OUTLETS and not a.narrator.anaphor else None
                )
                for link in (retold, self.hearing.told(a)):
                    if link is not None and link.name and not self._tied.is_own(link):
                        found.setdefault(fold(link.name), link.name)
        return tuple(found.values())

    def statements(self) -> tuple[Statement, ...]:
        """The statements of the report, in order; each paragraph is covered from end to end."""
        found: list[_Piece] = []
        voice: Chain = ()

        mine: int | None = None  # the paragraph in which the outlet took the word (`Untuk diketahui, …`)
        checked: int | None = None  # that in which it says what it could check itself, of a report it retells
        quoted: Sequence[tuple[int, int]] = ()
        sentences = self._tied.markup.sentences
        for k, sentence in enumerate(sentences):
            fresh = not k or sentences[k - 1].paragraph != sentence.paragraph
            if fresh:
                quoted = quotations(self._tied.report.text, self._tied.paragraphs[sentence.paragraph])
            if sentence.paragraph in self._captions.paragraphs:
                chain = self._captions.chain(sentence.paragraph, sentence.span)
                found.append(self._piece(sentence, chain, taken=False))
                continue
            told = [a for a in self._tied.attributions.get(k, []) if not self._teller.labels(a)]
            hearsay = [a for a in told if any(x < a.cue.start < y for x, y in quoted)]
            if own := [a for a in told if a not in hearsay]:
                mine = None
                pieces, voice = self._attributed(sentence, own, voice, k, taken=checked != sentence.paragraph)
                if all(self._tied.is_own(self.hearing.link(a)) for a in own):
                    checked = sentence.paragraph
                pieces = self._passed_on(pieces, hearsay)
                if voice and any(a.back for a in own):
                    self._reach_back(found, k, voice)
                self._retold_too(found, k, voice)
                found.extend(pieces)
                continue
            if sentence.paragraph in self._teller.answers:
                voice = ()  # who is asked goes on himself, whomever he told of
            speaker = self._speaker_behind(k, quoted)
            if speaker:
                voice = speaker
            elif not self._voices.continues(self._tied.markup, k, voice, quoted, fresh=fresh):
                voice = ()
            if voice:
                mine = None
            elif self._voices.own_words(sentence.span, self._tied.own.name, self._tied.report.dateline):
                mine = sentence.paragraph
            piece = self._piece(sentence, voice, taken=mine != sentence.paragraph)
            heard = voice or sentence.paragraph in self._teller.answers
            found.extend(self._passed_on([piece], hearsay) if heard else [piece])
        return self._merged([self._answered(piece) for piece in found])

    def _answered(self, piece: _Piece) -> _Piece:
        """A piece of an answer in an interview, or of somebody's account, as the word of whoever tells it."""
        if piece.paragraph not in self._teller.answers:
            return piece
        return replace(piece, chain=self._teller.chain(piece.chain, piece.paragraph))

    def _piece(self, sentence: Sentence, said: Chain, *, taken: bool) -> _Piece:
        span, paragraph = sentence.span, sentence.paragraph
        return _Piece(span.start, span.end, paragraph, self._chain(said, paragraph, taken=taken))

    def _speaker_behind(self, k: int, quoted: Sequence[tuple[int, int]]) -> Chain:
        """The speaker of a quotation of several sentences, named at its end (`"A. B," kata X`)."""
        span = self._tied.markup.sentences[k].span
        held = next(((a, b) for a, b in quoted if a <= span.start and span.end <= b), None)
        last = self._tied.sentence_at(held[1] - 1) if held else k
        if held is None or last <= k:
            return ()
        for attribution in self._tied.attributions.get(last, []):
            if attribution.cue.start >= held[1] - 1 and attribution.role == "say":
                return self.hearing.hear(attribution, last)
        return ()

    def _attributed(
        self, sentence: Sentence, own: Sequence[Attribution], voice: Chain, k: int, *, taken: bool
    ) -> tuple[list[_Piece], Chain]:
        """The pieces of a sentence with attributions of its own, and the voice that it ends in."""
        said: list[tuple[Attribution, Chain]] = []
        for attribution in self._pronoun_first(own):
            if attribution.role == "passive":
                if not self._traced(sentence, k):
                    said.append((attribution, (self.hearing.link(attribution),)))
            elif links := self.hearing.hear(attribution, k):
                said.append((attribution, links))
        order = {id(a): n for n, a in enumerate(own)}
        said.sort(key=lambda x: order[id(x[0])])
        if not said and any(self._tied.is_own(self.hearing.link(a)) for a in own):
            # `Kabar Lembah belum dapat memastikan …`
            return [self._piece(sentence, (), taken=False)], ()
        taken = taken and not self._told_us(own, [link for _, links in said for link in links])
        bounds = {sentence.span.start, sentence.span.end}
        cuts = sorted(bounds.union(*((a.scope.start, a.scope.end) for a, _ in said)))
        pieces: list[_Piece] = []
        last: Chain = () if said else voice
        for start, end in pairwise(cuts):
            over = [link for a, ls in said if a.scope.start <= start and end <= a.scope.end for link in ls]
            if len(over) > 1:
                over = [link for link in over if link.kind != "unspecified"] or over[:1]
            last = tuple(over) or last
            chain = self._chain(tuple(over), sentence.paragraph, taken=taken)
            pieces.append(_Piece(start, end, sentence.paragraph, chain))
        return self._without_scraps(pieces), last

    def _pronoun_first(self, own: Sequence[Attribution]) -> Sequence[Attribution]:
        """`They said X, where, according to Y, …`: whoever is named behind a pronoun is not meant by it."""
        first = min(own, key=lambda a: (a.narrator.called or a.cue).start)
        if not self._voices.worded_apart or not first.narrator.anaphor:
            return own
        return [first, *(a for a in own if a is not first)]

    def _told_us(self, own: Sequence[Attribution], speakers: Sequence[Link]) -> bool:
        """Whether the speakers of a sentence spoke to the publishing outlet itself, here or before."""
        spoke = [identity(link) for link in speakers if link.kind in HUMAN]
        if spoke and self.hearing.told_own(own):
            self._ours.add(spoke[0])
        return bool(spoke) and spoke[0] in self._ours

    def _passed_on(self, pieces: Sequence[_Piece], hearsay: Sequence[Attribution]) -> list[_Piece]:
        """The pieces of a quotation, with whom its speaker heard part of it from behind him."""
        found = list(pieces)
        for attribution in hearsay:
            link, scope = self.hearing.link(attribution), attribution.scope
            split: list[_Piece] = []
            for piece in found:
                start, end = max(piece.start, scope.start), min(piece.end, scope.end)
                if start >= end or self._tied.is_own(link) or any(same(link, x) for x in piece.chain):
                    split.append(piece)
                    continue
                inner = replace(piece, start=start, end=end, chain=(*piece.chain, link))
                parts = (replace(piece, end=start), inner, replace(piece, start=end))
                split.extend(self._without_scraps([p for p in parts if p.start < p.end]))
            found = split
        return found

    def _traced(self, sentence: Sentence, k: int) -> bool:
        """Whether `dilaporkan` rests on a source named in its sentence or the next, or that of the whole report."""
        beside = any(a.role != "passive" for a in self._tied.attributions.get(k, []))
        behind = any(
            a.role == "relay" and self._tied.paragraph_of(k + 1) == sentence.paragraph
            for a in self._tied.attributions.get(k + 1, [])
        )
        return beside or behind or (self._source is not None and sentence.paragraph in self._lead)

    def _reach_back(self, found: list[_Piece], k: int, voice: Chain) -> None:
        """`Hal itu disampaikan X`: what stands before in the paragraph, or in the one before, rests on X too."""
        number = self._tied.paragraph_of(k)
        first = not k or self._tied.paragraph_of(k - 1) != number
        target = number - 1 if first else number
        for n in range(len(found) - 1, -1, -1):
            piece = found[n]
            if piece.paragraph != target or self._tied.attributions.get(self._tied.sentence_at(piece.start)):
                break
            found[n] = _Piece(piece.start, piece.end, target, self._chain(voice, target, taken=True))

    def _retold_too(self, found: list[_Piece], k: int, voice: Chain) -> None:
        """`X membantah. "…," ujar X seperti dikutip Reuters.`: his words right before came through it as well.

        Right before is in the same paragraph or at the end of the one before it.
        """
        number = self._tied.paragraph_of(k)
        for outlet, link in pairwise(voice):
            if outlet.kind in OUTLETS and link.kind in (*HUMAN, *PICTURED):
                self.hearing.came_through(link, outlet, number)
        if len(voice) < 2 or voice[-2].kind not in OUTLETS or voice[-1].kind not in HUMAN:
            return
        bare = self._chain((voice[-1],), number, taken=True)
        for n in range(len(found) - 1, -1, -1):
            if found[n].paragraph < number - 1 or not same_chain(found[n].chain, bare):
                break
            found[n] = replace(found[n], chain=self._chain(voice, found[n].paragraph, taken=True))

    def _chain(self, said: Chain, paragraph: int, *, taken: bool) -> Chain:
        """From the outlet, by the source of the report, to whoever said it; nobody twice.

        `taken` is false for what the outlet adds itself.
        """
        chain = [self._tied.own]
        source = self._source
        if source is not None and taken and (source.reach is None or paragraph <= source.reach):
            # an outlet without a name (`media setempat`) is one that the source read
            beside = bool(said) and said[0].kind in OUTLETS and not source.declared and bool(said[0].entity)
            if not beside:
                chain.append(source.link)
        for link in said:
            if not any(same(link, c) for c in chain):
                chain.append(link)
        return tuple(chain)

    def _without_scraps(self, pieces: Sequence[_Piece]) -> list[_Piece]:
        """Stretches too short to say anything go to their neighbour."""
        out: list[_Piece] = []
        for piece in pieces:
            if out and self._words(piece) < _SCRAP:
                out[-1] = _Piece(out[-1].start, piece.end, piece.paragraph, out[-1].chain)
            elif out and self._words(out[-1]) < _SCRAP:
                out[-1] = _Piece(out[-1].start, piece.end, piece.paragraph, piece.chain)
            else:
                out.append(piece)
        return out

    def _words(self, piece: _Piece) -> int:
        return len(self._tied.report.text[piece.start : piece.end].split())

    def _merged(self, pieces: Sequence[_Piece]) -> tuple[Statement, ...]:
        """Neighbours with one chain are one statement; none crosses a paragraph."""
        runs: list[_Piece] = []
        for piece in pieces:
            before = runs[-1] if runs else None
            alike = before is not None and before.paragraph == piece.paragraph and _alike(before, piece)
            if before is not None and alike:
                runs[-1] = _Piece(before.start, piece.end, piece.paragraph, before.chain)
            else:
                runs.append(piece)
        found: list[Statement] = []
        for run in runs:
            span = self._trimmed(run.start, run.end)
            if span is not None:
                found.append(Statement(f"s{len(found) + 1}", span.start, span.end, span.text, run.chain))
        return tuple(found)

    def _trimmed(self, start: int, end: int) -> Span | None:
        text = self._tied.report.text[start:end]
        kept = text.strip()
        if not kept:
            return None
        start += len(text) - len(text.lstrip())
        return Span(start, start + len(kept), kept)
