"""Chains: for every sentence, the narrators its words came by, and from them the statements.

A sentence's own attributions make its chain; a sentence without any keeps the voice before it while the
same account goes on; the outlet that a whole report is taken from stands second in every chain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from riwayat.model import Entity, EntityType, Link, NarratorKind, Report, Span, Statement
from riwayat.reading.entities import entity_at
from riwayat.reading.markup import Attribution, Markup, Narrator, Sentence
from riwayat.reading.rules.clauses import quotations
from riwayat.reading.rules.marked import Marked
from riwayat.reading.voices import Carry
from riwayat.text.folding import fold

_OUTLETS = ("outlet", "agency")
_PICTURED = ("photo", "video", "document")
_HUMAN = ("person", "official", "group", "anonymous", "witness", "social")
_OPENING = 80
"""Characters from the start of a sentence in which its subject is named."""
_LEAD = 2
"""Paragraphs in which a retold outlet is taken for the source of the whole report."""

Chain = tuple[Link, ...]


@dataclass(slots=True)
class _Piece:
    """A stretch of one sentence and the chain behind it."""

    start: int
    end: int
    chain: Chain


@dataclass(frozen=True, slots=True)
class _Source:
    """The outlet that a report is taken from."""

    link: Link
    declared: bool = False
    """Whether the report says so of itself; then other outlets came by it too, else they stand beside it."""
    reach: int | None = None
    """The last paragraph it covers, in a report put together from several outlets; null for all."""


class Chains:
    """Works out the chains of one report."""

    def __init__(
        self,
        report: Report,
        markup: Markup,
        entities: Sequence[Entity],
        index: Mapping[tuple[int, int, EntityType], str],
        carry: Carry,
    ) -> None:
        self._report, self._markup, self._index, self._carry = report, markup, index, carry
        self._by_id = {e.id: e for e in entities}
        self._own = self._own_link(entities)
        self._body_of = {
            member: group
            for m in reversed(markup.memberships)
            if (member := entity_at(index, m.member, "person")) and (group := entity_at(index, m.group, "group", "outlet"))
        }
        self._captions = {" ".join(p.caption.split()): p.credit for p in report.photos if p.caption}
        self._heard: list[tuple[int, Link]] = []
        self._through: dict[str, Link] = {}
        self._pointed: dict[int, str] = {}
        self._marked = Marked(markup.mentions)
        self._starts = [s.span.start for s in markup.sentences]
        self._paragraphs: dict[int, Span] = {}
        for s in markup.sentences:
            first = self._paragraphs.get(s.paragraph, s.span)
            self._paragraphs[s.paragraph] = Span(first.start, s.span.end, "")
        self._caption_of = {n: self._caption(span) for n, span in self._paragraphs.items()} if self._captions else {}
        self._by_sentence: dict[int, list[Attribution]] = {}
        for attribution in markup.attributions:
            self._by_sentence.setdefault(self._sentence_at(attribution.cue.start), []).append(attribution)
        body = sorted({s.paragraph for s in markup.sentences if not self._is_caption(s)})
        self._lead, self._end = set(body[:_LEAD]), set(body[-1:])
        self._whole = self._whole_source(entities)

    def _sentence_at(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    # -- the outlet, and the outlet behind it -------------------------------------------------------

    def _own_link(self, entities: Sequence[Entity]) -> Link:
        name = self._report.outlet.name or self._report.outlet.domain
        keys = {fold(n) for n in (self._report.outlet.name, self._report.outlet.domain) if n}
        entity = next((e.id for e in entities if e.type == "outlet" and keys & {fold(m.text) for m in e.mentions}), None)
        return Link("outlet", name, entity=entity)

    def _is_own(self, link: Link) -> bool:
        if link.entity is not None and link.entity == self._own.entity:
            return True
        name, own = set(fold(link.name or "").split()), set(fold(self._own.name or "").split())
        return bool(name) and (name == own or (link.kind in ("group", "official") and name <= own))

    def _whole_source(self, entities: Sequence[Entity]) -> _Source | None:
        """The outlet that the report is taken from: by its source line or head, its opening, or its close."""
        relays = [
            (self._markup.sentences[k].paragraph, a)
            for k, attributions in sorted(self._by_sentence.items())
            for a in attributions
            if a.role == "relay" and a.narrator.kind in _OUTLETS and not a.narrator.anaphor and not self._is_own(self._link(a))
        ]
        named = [c for c in self._report.cites if fold(c) != fold(self._own.name or "") and self._declared(c)]
        if len(named) == 1:
            return _Source(self._named_source(named[0], relays, entities), declared=True)
        told = [self._told(a) for attributions in self._by_sentence.values() for a in attributions]
        outlets = {_identity(link) for link in [*(self._link(a) for _, a in relays), *told] if link is not None}
        opening = next(
            (
                (n, a)
                for n, a in relays
                if n in self._lead and self._takes_in(a, few=len(outlets) <= 2, sole=len(outlets) == 1 and n == min(self._lead))
            ),
            None,
        )
        if opening is not None:
            reach = opening[0] if len(outlets) > 2 else None
            return _Source(self._link(opening[1]), reach=reach)
        if relays and relays[-1][0] in self._end and self._frames(relays[-1][1]) and self._alone(relays[-1][1]) and len(outlets) <= 2:
            return _Source(self._link(relays[-1][1]))
        return None

    def _declared(self, name: str) -> bool:
        """Whether a source line, or the head before the dateline, names the outlet."""
        dateline = self._report.dateline
        return self._carry.source_line(self._report.text, name) is not None or (dateline is not None and self._carry.heads(name, dateline.end))

    def _takes_in(self, attribution: Attribution, *, few: bool, sole: bool) -> bool:
        """Whether an outlet retold in the opening is where the whole report comes from.

        Framed by nobody else's word (`…, seperti dilansir X`); or behind a speaker's (`kata Y, dikutip dari X`)
        where few outlets are named; or as the subject (`X melaporkan`) where it is the sole one, at the very start.
        """
        frames = self._frames(attribution)
        if self._alone(attribution):
            return frames or sole
        sentence = self._markup.sentences[self._sentence_at(attribution.cue.start)].span
        behind = attribution.cue.start - sentence.start > _OPENING
        return frames and few and behind and not self._carry.relative_before(attribution.cue.start)

    def _alone(self, attribution: Attribution) -> bool:
        """Whether nobody else speaks in the sentence, pictures aside."""
        others = self._by_sentence[self._sentence_at(attribution.cue.start)]
        return all(a is attribution or a.narrator.kind in _PICTURED or a.role == "passive" for a in others)

    def _frames(self, attribution: Attribution) -> bool:
        return self._carry.frames(attribution)

    def _named_source(self, name: str, relays: Sequence[tuple[int, Attribution]], entities: Sequence[Entity]) -> Link:
        """The link of the outlet in the source line; its cue is the wording in the body, else the line's own."""
        for _, attribution in relays:
            link = self._link(attribution)
            if fold(link.name or "") == fold(name):
                return link
        entity = next((e for e in entities if e.type == "outlet" and fold(name) in {fold(m.text) for m in e.mentions}), None)
        line = self._carry.source_line(self._report.text, name)
        kind = "agency" if self._carry.is_agency(name) else "outlet"
        return Link(kind, name, entity=entity.id if entity else None, cue=line)

    def cites(self) -> tuple[str, ...]:
        """The outlets and agencies that the report takes from: its source lines, then those standing second."""
        found = {fold(c): c for c in self._report.cites}
        for attributions in self._by_sentence.values():
            for a in attributions:
                links = [self._link(a) if a.narrator.kind in _OUTLETS else None, self._told(a)]
                for link in links:
                    if link is not None and link.name and not self._is_own(link):
                        found.setdefault(fold(link.name), link.name)
        return tuple(found.values())

    # -- narrators ----------------------------------------------------------------------------------

    def _link(self, attribution: Attribution) -> Link:
        narrator = attribution.narrator
        entity = entity_at(self._index, narrator.mention, "person", "outlet", "group", "place") if narrator.mention else None
        if entity is not None and self._by_id[entity].type == "place":
            entity = entity_at(self._index, narrator.mention, "group") or entity if narrator.mention else entity
        name = narrator.span.text if narrator.span and narrator.kind != "unspecified" else None
        if entity is not None and narrator.kind in ("person", "outlet", "agency", "group"):
            name = self._by_id[entity].name
        elif name is not None:
            name = self._carry.description(name)
        place = entity_at(self._index, narrator.place, "place") if narrator.place else None
        return Link(
            narrator.kind,
            name,
            description=None if entity is not None else name,
            entity=entity,
            cue=attribution.cue,
            place=place,
            stated=narrator.stated,
            span=narrator.span,
        )

    def _resolved(self, attribution: Attribution, k: int) -> Link | None:
        """The link of an attribution in sentence `k`; one that points back is looked for among those before."""
        link = self._link(attribution)
        if attribution.narrator.anaphor:
            before = self._antecedent(attribution.narrator, k)
            if before is None:
                return link if attribution.narrator.kind != "person" else None
            worded = attribution.narrator.kind != "person" and not before.entity
            here = link.name if worded and link.name else before.name
            link = replace(before, name=here, cue=link.cue, span=link.span)
            if link.entity is not None and link.span is not None:
                self._pointed[link.span.start] = link.entity
        else:
            earlier = self._same_as_before(link)
            link = link if earlier is None else replace(link, description=_longer(link.description, earlier.description))
        self._heard.append((k, link))
        return link

    def meant(self, span: Span, statements: Sequence[Statement]) -> str | None:
        """The entity that a pronoun means, once the statements are worked out; null where it is not sure.

        `kami` in somebody's words is the body he speaks for, or he; `ia` is whom the sentence's attribution
        meant, or the person named nearest before.
        """
        if span.start in self._pointed:
            return self._pointed[span.start]
        person = self._carry.pronoun(span.text)
        if person is None:
            return None
        if person == "first":
            statement = next((s for s in statements if s.start <= span.start < s.end), None)
            origin = statement.chain[-1].entity if statement else None
            return self._body_of.get(origin or "", origin)
        k = self._sentence_at(span.start)
        link = self._mentioned(k, "person")[1]
        return link.entity if link else None

    def _same_as_before(self, link: Link) -> Link | None:
        if link.kind not in ("anonymous", "official", "witness", "photo", "video", "document", "social"):
            return None
        words = set(fold(link.name or "").split())
        return next(
            (h for _, h in reversed(self._heard) if h.kind == link.kind and h.description and words <= set(fold(h.description).split())),
            None,
        )

    def _antecedent(self, narrator: Narrator, k: int) -> Link | None:
        """Who a pronoun or `lembaga itu` means: by its words, by its kind, by who was named nearest before."""
        described = set(fold(self._carry.description(narrator.span.text)).split()) if narrator.span else set()
        named = [h for _, h in reversed(self._heard) if described and described <= set(fold(h.description or h.name or "").split())]
        if named:
            return named[0]
        number = self._markup.sentences[k].paragraph
        near = [(at, h) for at, h in self._heard if self._markup.sentences[at].paragraph == number and h.kind in _HUMAN]
        if narrator.kind in _OUTLETS:
            return self._last(*_OUTLETS)
        if narrator.kind in ("group", "official"):
            same = [h for _, h in near if h.kind in ("group", "official")]
            return same[-1] if same else self._mentioned(k, "group")[1] or self._last(narrator.kind) or (near[-1][1] if near else None)
        if narrator.kind != "person":
            return self._last(narrator.kind)
        named_at, mentioned = self._mentioned(k, "person")
        if near and near[-1][0] >= named_at:
            return near[-1][1]
        return mentioned or self._last(*_HUMAN)

    def _last(self, *kinds: str) -> Link | None:
        return next((h for _, h in reversed(self._heard) if h.kind in kinds), None)

    def _mentioned(self, k: int, type_: EntityType) -> tuple[int, Link | None]:
        """The person or group that the nearest sentence before opens with, in the same paragraph, and its number."""
        for before in range(k - 1, -1, -1):
            sentence = self._markup.sentences[before]
            if sentence.paragraph != self._markup.sentences[k].paragraph:
                break
            for mention in self._marked.within(sentence.span.start, sentence.span.start + _OPENING):
                quoted = any(mark in self._report.text[sentence.span.start : mention.span.start] for mark in '"“«')
                entity = entity_at(self._index, mention.span, type_) if mention.type == type_ and not quoted else None
                if entity is not None:
                    kind: NarratorKind = "person" if type_ == "person" else "group"
                    return before, Link(kind, self._by_id[entity].name, entity=entity)
        return -1, None

    # -- sentences ----------------------------------------------------------------------------------

    def statements(self) -> tuple[Statement, ...]:
        """The statements of the report, in order; each paragraph is covered from end to end."""
        text = self._report.text
        found: list[_Piece] = []
        voice: Chain = ()
        paragraph = -1
        for k, sentence in enumerate(self._markup.sentences):
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                found.append(_Piece(-1, -1, ()))  # statements never cross a paragraph
                quoted = quotations(text, self._paragraphs[paragraph])
                fresh = True
            else:
                fresh = False
            if self._is_caption(sentence):
                found.append(_Piece(sentence.span.start, sentence.span.end, self._chain(self._caption_links(sentence), sentence.paragraph, taken=False)))
                continue
            own = self._by_sentence.get(k, [])
            if own:
                pieces, voice = self._attributed(sentence, own, voice, k)
                if any(a.back for a in own) and voice:
                    self._reach_back(found, k, voice)
                found.extend(pieces)
                continue
            ahead = self._voice_of_quotation(k, quoted)
            if ahead is not None:
                voice = ahead
            elif not self._carry.continues(self._markup, k, voice, quoted, fresh=fresh):
                voice = ()
            own_words = not voice and self._carry.own_words(sentence.span, self._own.name)
            found.append(_Piece(sentence.span.start, sentence.span.end, self._chain(voice, sentence.paragraph, taken=not own_words)))
        return self._merged(found)

    def _voice_of_quotation(self, k: int, quoted: Sequence[tuple[int, int]]) -> Chain | None:
        """The speaker of a quotation of several sentences, named at its end (`"A. B," kata X`)."""
        span = self._markup.sentences[k].span
        held = next(((a, b) for a, b in quoted if a <= span.start and span.end <= b), None)
        if held is None:
            return None
        last = self._sentence_at(held[1] - 1)
        if last <= k:
            return None
        for attribution in self._by_sentence.get(last, []):
            if attribution.cue.start >= held[1] - 1 and attribution.role == "say":
                link = self._resolved(attribution, last)
                if link is not None:
                    told = self._told(attribution, last) or self._told_before(link)
                    return (told, link) if told else (link,)
        return None

    def _attributed(
        self, sentence: Sentence, own: Sequence[Attribution], voice: Chain, k: int
    ) -> tuple[list[_Piece], Chain]:
        """The pieces of a sentence with attributions of its own, and the voice that it ends in."""
        links: list[tuple[Attribution, tuple[Link, ...]]] = []
        for attribution in own:
            if attribution.role == "passive":
                if self._named_nearby(k) or (self._whole is not None and sentence.paragraph in self._lead):
                    continue
                links.append((attribution, (self._link(attribution),)))
                continue
            link = self._resolved(attribution, k)
            if link is None:
                continue
            if self._is_own(link):
                continue
            told = self._told(attribution, k) or self._told_before(link)
            if told is not None:
                self._heard.insert(len(self._heard) - 1, (k, told))
                self._through[_identity(link)] = told
            links.append((attribution, (told, link) if told else (link,)))
        cuts = sorted({sentence.span.start, sentence.span.end, *(a.scope.start for a, _ in links), *(a.scope.end for a, _ in links)})
        pieces: list[_Piece] = []
        voices: list[Chain] = []
        for start, end in zip(cuts, cuts[1:], strict=False):
            over = [(a, ls) for a, ls in links if a.scope.start <= start and end <= a.scope.end]
            said = [link for _, ls in over for link in ls]
            if len(said) > 1:
                said = [s for s in said if s.kind != "unspecified"] or said[:1]
            voices.append(tuple(said))
            pieces.append(_Piece(start, end, self._chain(tuple(said), sentence.paragraph)))
        last = next((v for v in reversed(voices) if v), voice if not links else ())
        return self._without_scraps(pieces), last

    def _reach_back(self, found: list[_Piece], k: int, voice: Chain) -> None:
        """`Hal itu disampaikan X`: what stands before in the paragraph, or in the one before, rests on X too."""
        number = self._markup.sentences[k].paragraph
        first = not k or self._markup.sentences[k - 1].paragraph != number
        target = number - 1 if first else number
        spans: dict[int, int] = {}
        for j in range(k - 1, -1, -1):
            if self._markup.sentences[j].paragraph < target:
                break
            spans[self._markup.sentences[j].span.start] = j
        for n in range(len(found) - 1, -1, -1):
            piece = found[n]
            if piece.start < 0:
                if n < len(found) - 1 and not first:
                    break
                continue
            j = spans.get(piece.start)
            if j is None or self._by_sentence.get(j):
                break
            found[n] = _Piece(piece.start, piece.end, self._chain(voice, target))

    def _named_nearby(self, k: int) -> bool:
        """`dilaporkan` rests on a source named in the same sentence or the next."""
        same = [a for a in self._by_sentence.get(k, []) if a.role != "passive"]
        following = self._by_sentence.get(k + 1, []) if k + 1 < len(self._markup.sentences) else []
        return bool(same) or any(a.role == "relay" for a in following)

    def _told_before(self, link: Link) -> Link | None:
        """The outlet through which this narrator was heard before in the report."""
        return self._through.get(_identity(link)) if link.kind in _HUMAN else None

    def _told(self, attribution: Attribution, k: int | None = None) -> Link | None:
        """The outlet that an attribution's words were said to."""
        narrator = attribution.told
        if narrator is None:
            return None
        if narrator.anaphor:
            found = self._antecedent(narrator, k) if k is not None else None
        else:
            found = self._link(replace(attribution, narrator=narrator))
        return None if found is None or self._is_own(found) else replace(found, cue=attribution.cue, span=narrator.span)

    def _chain(self, said: Chain, paragraph: int, *, taken: bool = True) -> Chain:
        """From the outlet, by the source of the report, to whoever said it; nobody twice.

        `taken` is false for what the outlet adds itself.
        """
        chain = [self._own]
        source = self._whole
        if source is not None and taken and (source.reach is None or paragraph <= source.reach):
            beside = bool(said) and said[0].kind in _OUTLETS and not source.declared
            if not beside:
                chain.append(source.link)
        for link in said:
            if not any(_same(link, c) for c in chain):
                chain.append(link)
        return tuple(chain)

    # -- captions -----------------------------------------------------------------------------------

    def _caption(self, paragraph: Span) -> str | None:
        """The caption whose line a paragraph is."""
        whole = " ".join(self._report.text[paragraph.start : paragraph.end].split())
        return next((c for c in self._captions if whole.startswith(c) or c.startswith(whole)), None)

    def _is_caption(self, sentence: Sentence) -> bool:
        return self._caption_of.get(sentence.paragraph) is not None

    def _caption_links(self, sentence: Sentence) -> Chain:
        """A photo, behind the agency or outlet that it is credited to."""
        caption = self._caption_of.get(sentence.paragraph) or ""
        kind, name = self._carry.pictured(caption + " " + (self._captions.get(caption) or ""))
        photo = Link(kind, name, span=sentence.span)
        credit = self._carry.credited(self._captions.get(caption) or "")
        if credit is None or fold(credit) == fold(self._own.name or ""):
            return (photo,)
        return (Link("agency" if self._carry.is_agency(credit) else "outlet", credit, span=sentence.span), photo)

    # -- putting together ---------------------------------------------------------------------------

    def _without_scraps(self, pieces: list[_Piece]) -> list[_Piece]:
        """Stretches too short to say anything go to their neighbour."""
        text = self._report.text
        out: list[_Piece] = []
        for piece in pieces:
            words = len(text[piece.start : piece.end].split())
            if words < 3 and out:
                out[-1] = _Piece(out[-1].start, piece.end, out[-1].chain)
            elif out and len(text[out[-1].start : out[-1].end].split()) < 3:
                out[-1] = _Piece(out[-1].start, piece.end, piece.chain)
            else:
                out.append(piece)
        return out

    def _merged(self, pieces: Sequence[_Piece]) -> tuple[Statement, ...]:
        text = self._report.text
        runs: list[_Piece] = []
        for piece in pieces:
            if piece.start < 0:
                runs.append(piece)
            elif runs and runs[-1].start >= 0 and _same_chain(runs[-1].chain, piece.chain):
                runs[-1] = _Piece(runs[-1].start, piece.end, runs[-1].chain)
            else:
                runs.append(piece)
        found = []
        for run in runs:
            if run.start < 0:
                continue
            start, end = run.start, run.end
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                found.append(Statement(f"s{len(found) + 1}", start, end, text[start:end], run.chain))
        return tuple(found)


def _identity(link: Link) -> str:
    """What makes two links the same narrator within one report."""
    return link.entity or f"{link.kind}:{fold(link.description or link.name or '')}"


def _same(a: Link, b: Link) -> bool:
    if a.entity is not None and a.entity == b.entity:
        return True
    one, other = (fold(x.description or x.name or "") for x in (a, b))
    return bool(one) and one == other and (a.kind == b.kind or a.kind in _OUTLETS and b.kind in _OUTLETS)


def _same_chain(a: Chain, b: Chain) -> bool:
    return len(a) == len(b) and all(_same(x, y) or (x.kind == y.kind == "unspecified") for x, y in zip(a, b, strict=True))


def _longer(a: str | None, b: str | None) -> str | None:
    return max((n for n in (a, b) if n), key=len, default=None)
