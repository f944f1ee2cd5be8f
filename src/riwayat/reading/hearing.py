"""Hearing: who each attribution means, by what the report has said so far.

Attributions are taken in order of the text.  A name is looked up; a description is tied to the same narrator
described before; a pronoun or `lembaga itu` is tied to the narrator it points back to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwayat.model import EntityType, Link, NarratorKind, Span, Statement
from riwayat.reading.agreement import Agreement
from riwayat.reading.links import HUMAN, OUTLETS, PICTURED, Chain, identity, longer
from riwayat.reading.markup import Attribution, Narrator
from riwayat.reading.tied import Tied
from riwayat.reading.voices import Voices

_OPENING = 80
"""Characters from the start of a sentence in which its subject is named."""
_RECENT = 12
"""Narrators heard last among which a pronoun's is looked for."""
_WHOLE = 5
"""Letters of a word that may be the end of a compound (`schoolteacher`)."""
_BESIDE = 60
"""Characters beside a name in which the office stands that its bearer is called by later."""
_SEVERAL = 3
"""Sentences back to which `they` means several, before it means one."""
_DESCRIBED = ("anonymous", "official", "witness", "photo", "video", "document", "social")
"""Kinds whose narrators are known by description."""


class Hearing:
    """Turns the attributions of one report into links."""

    def __init__(self, tied: Tied, voices: Voices, agreement: Agreement) -> None:
        self._tied, self._voices, self._agreement = tied, voices, agreement
        self._heard: list[tuple[int, Link]] = []
        self._through: dict[str, Link] = {}
        self._retold: dict[tuple[str, int], Link] = {}
        self._pointed: dict[int, str] = {}

    def link(self, attribution: Attribution) -> Link:
        """The link of an attribution taken by itself; one that points back keeps only its words."""
        narrator, tied = attribution.narrator, self._tied
        entity = tied.entity(narrator.mention, "person", "outlet", "group", "place")
        if entity is not None and tied.by_id[entity].type == "place":
            entity = tied.entity(narrator.mention, "group") or entity
        name = narrator.called.text if narrator.called and narrator.kind != "unspecified" else None
        if entity is not None and narrator.kind in ("person", "outlet", "agency", "group"):
            name = tied.by_id[entity].name
        elif name is not None:
            name = self._voices.description(name)
        return Link(
            narrator.kind,
            name,
            description=None if entity is not None else name,
            entity=entity,
            cue=attribution.cue,
            place=tied.entity(narrator.place, "place"),
            stated=narrator.stated,
            span=narrator.called,
        )

    def hear(self, attribution: Attribution, k: int) -> Chain:
        """The narrators that an attribution in sentence `k` names: who said it, behind the outlet he told it to.

        Empty where it points back to nobody that was heard, and where it only means the publishing outlet.
        """
        link = self._resolved(attribution, k)
        if link is None or self._tied.is_own(link):
            return ()
        told = self.told(attribution, k)
        retold = any(a.narrator.kind in OUTLETS for a in self._tied.attributions.get(k, []))
        passed = attribution.narrator.anaphor and link.kind in PICTURED and self._agreement.known
        if told is None and (link.kind in HUMAN or passed) and not (retold and self._voices.explicit):
            told = self._through.get(identity(link)) or self._retold_near(link, self._tied.paragraph_of(k))
        if told is None:
            return (link,)
        self._heard.insert(len(self._heard) - 1, (k, told))
        self._through[identity(link)] = told
        return (told, link)

    def told_own(self, attributions: Sequence[Attribution]) -> bool:
        """Whether somebody said it to the publishing outlet itself: no outlet stands between."""
        return any(
            a.told is not None
            and not a.told.anaphor
            and self._tied.is_own(self.link(replace(a, narrator=a.told)))
            for a in attributions
        )

    def came_through(self, speaker: Link, outlet: Link, paragraph: int) -> None:
        """Keep that a speaker's words in a paragraph were retold from an outlet: what he adds there was too."""
        self._retold[identity(speaker), paragraph] = outlet

    def _retold_near(self, speaker: Link, paragraph: int) -> Link | None:
        """The outlet that a speaker's words in this paragraph or the one before were retold from."""
        known = (self._retold.get((identity(speaker), at)) for at in (paragraph, paragraph - 1))
        return next((outlet for outlet in known if outlet is not None), None)

    def told(self, attribution: Attribution, k: int | None = None) -> Link | None:
        """The outlet that an attribution's words were said to; one pointed back to, only with the sentence `k`."""
        narrator = attribution.told
        if narrator is None:
            return None
        if narrator.anaphor:
            found = self._antecedent(narrator, k) if k is not None else None
        else:
            found = self.link(replace(attribution, narrator=narrator))
        if found is None or self._tied.is_own(found):
            return None
        return replace(found, cue=attribution.cue, span=narrator.called)

    def meant(self, span: Span, statements: Sequence[Statement]) -> str | None:
        """The entity that a pronoun means, once the statements are worked out; null where it is not sure.

        `kami` in somebody's words is the body he speaks for, or he; `ia` is whom the sentence's attribution
        meant, or the person named nearest before.
        """
        if span.start in self._pointed:
            return self._pointed[span.start]
        person = self._voices.pronoun(span.text)
        if person is None:
            return None
        if person == "first":
            statement = next((s for s in statements if s.start <= span.start < s.end), None)
            origin = statement.chain[-1].entity if statement else None
            return self._tied.body_of.get(origin or "", origin)
        named: EntityType = "group" if person == "body" else "person"
        link = self._mentioned(self._tied.sentence_at(span.start), named)[1]
        return link.entity if link else None

    def _resolved(self, attribution: Attribution, k: int) -> Link | None:
        link = self.link(attribution)
        if attribution.narrator.anaphor:
            before = self._antecedent(attribution.narrator, k, attribution.cue)
            if before is None and link.kind == "document" and self._heard and self._heard[-1][0] >= k - 1:
                before = self._heard[-1][1] if self._heard[-1][1].kind in OUTLETS else None

            if before is None:
                if (otherwise := attribution.narrator.otherwise) is not None:
                    link = replace(link, kind=otherwise)
                    self._heard.append((k, link))
                    return link
                return link if attribution.narrator.kind != "person" else None
            worded = (
                self._voices.worded
                and before.kind not in ("official", "group")
                and attribution.narrator.kind != "person"
                and not attribution.narrator.neuter
            )
            worded = worded and not before.entity
            pronoun = link.name is None or self._voices.pronoun(link.name) is not None
            several = self._agreement.many(before) and not pronoun and not self._agreement.many(link)
            worded = worded or several  # `the official`, of `an official and two sources`
            here = link.name if worded and link.name else before.name
            if attribution.narrator.part:
                named = replace(link, kind=before.kind if before.kind != "person" else "witness")
                self._heard.append((k, named))
                return named
            if attribution.narrator.called is not None and attribution.narrator.kind == "person":
                self._agreement.heard(before, attribution.narrator.called.text)
            link = replace(before, name=here, cue=link.cue, span=link.span)
            if link.entity is not None and link.span is not None:
                self._pointed[link.span.start] = link.entity
        elif (earlier := self._described_before(link)) is not None:
            link = replace(link, description=longer(link.description, earlier.description))
        else:
            self._agreement.heard(link)
        self._heard.append((k, link))
        return link

    def _described_before(self, link: Link) -> Link | None:
        """The narrator described before in words that hold this description."""
        if link.kind not in _DESCRIBED or self._voices.another(link.name or ""):
            return None
        words = self._voices.words(link.name or "")
        return next(
            (
                h
                for _, h in reversed(self._heard)
                if h.kind == link.kind and h.description and words <= self._voices.words(h.description)
            ),
            None,
        )

    def _antecedent(self, narrator: Narrator, k: int, cue: Span | None = None) -> Link | None:
        """Who a pronoun or `lembaga itu` means: by its words, by its kind, by who was named nearest before."""
        if narrator.called is None:
            return self._paper_going_on(k, cue) or self._voice_before(k)
        words = self._voices.words(narrator.called.text)
        for _, heard in reversed(self._heard):
            earlier = self._voices.words(heard.description or heard.name or "")
            known = words and words <= earlier
            word = next(iter(words), "")
            if self._agreement.known and len(words) == 1 and len(word) >= _WHOLE and not known:
                known = any(other.endswith(word) for other in earlier)  # `the teacher`, of a schoolteacher
            if known and self._agreement.same_head(heard, narrator.called.text):
                return heard
        if narrator.neuter:
            return self._subject_body(narrator.called, k) or self._document_before(k) or self._body_before(k)
        if narrator.kind in OUTLETS:
            return self._last(*OUTLETS) or self._mentioned(k, "outlet", paragraphs=1)[1]
        near = self._near(k)
        if narrator.kind in ("group", "official"):
            if self._agreement.is_body(narrator.called.text):
                bodies = [h for _, h in near if h.kind == narrator.kind and self._agreement.body(h)]
                if bodies:
                    return bodies[-1]
                return self._mentioned(k, "group", paragraphs=1)[1] if narrator.kind == "group" else None
            same = [h for _, h in near if h.kind in ("group", "official")]
            if same:
                return same[-1]
            return (
                self._mentioned(k, "group")[1] or self._last(narrator.kind) or (near[-1][1] if near else None)
            )
        if narrator.kind == "document" and narrator.span and self._voices.of_outlets(narrator.span.text):
            return self._last(*OUTLETS) or self._last("document")
        if narrator.kind != "person":
            return self._last(narrator.kind)
        if narrator.part and self._agreement.known:
            several = [h for at, h in self._heard if h.kind in HUMAN and self._agreement.many(h)]
            if several:
                return several[-1]  # `one of them`
        elif self._agreement.known and self._voices.pronoun(narrator.called.text) is None:
            return self._office_held(narrator.called.text, k)
        named_at, named = self._mentioned(k, "person", paragraphs=1)
        speaking = [
            (at, h)
            for at, h in self._heard[-_RECENT:]
            if h.kind in HUMAN and self._agreement.fits(h, narrator.called.text)
        ]
        if named is not None and not self._agreement.fits(named, narrator.called.text):
            named_at, named = -1, None
        if self._agreement.is_plural(narrator.called.text):
            several = [
                h
                for at, h in speaking
                if at >= k - _SEVERAL and (self._agreement.many(h) or self._agreement.body(h))
            ]
            if several:
                return several[-1]
        here = self._tied.paragraph_of(k)
        heard_here = any(self._tied.paragraph_of(at) == here for at, _ in speaking)
        named_here = named is not None and self._tied.paragraph_of(named_at) == here
        if not heard_here and not named_here and (told_of := self._told_of(narrator.called, k)) is not None:
            return told_of
        if speaking and speaking[-1][0] >= named_at:
            last = [h for at, h in speaking if at == speaking[-1][0]]
            if self._agreement.known:
                return last[0]  # `X said that Y had promised …. He added …`: X, whose account it is
            # `Husein mendapat laporan dari warganya …. "…," katanya`: he, and not they
            people = [h for h in last if h.kind == "person"]
            return people[0] if len(people) == 1 and narrator.kind == "person" else last[-1]
        return named

    def _told_of(self, pronoun: Span, k: int) -> Link | None:
        """Whoever the paragraph before a pronoun describes last (`It was left to an old man. "…," he said`)."""
        start = self._tied.paragraphs[self._tied.paragraph_of(k)].start
        found = self._agreement.described(start, pronoun)
        if found is None:
            return None
        kind, span = found
        return Link(kind, span.text, description=span.text, span=span)

    def _office_held(self, phrase: str, k: int) -> Link | None:
        """The person that `the commander` means: one named beside that word, or the only one who speaks near by."""
        head = phrase.casefold().split()[-1]
        people = [h for _, h in reversed(self._heard) if h.kind == "person"]
        for link in people:
            named = (
                self._tied.by_id[link.entity].mentions if link.entity else (link.span,) if link.span else ()
            )
            for span in named:
                around = self._tied.report.text[max(0, span.start - _BESIDE) : span.end + _BESIDE]
                if head in around.casefold().replace(",", " ").split():
                    return link
        near = {identity(h): h for _, h in self._near(k) if h.kind == "person"}
        return next(iter(near.values())) if len(near) == 1 else None

    def _subject_body(self, pronoun: Span, k: int) -> Link | None:
        """The body that the sentence of `it` opens with (`X aired what it said were confessions`)."""
        if not self._agreement.known:
            return None
        sentence = self._tied.markup.sentences[k].span
        for mention in self._tied.marked.within(
            sentence.start, min(pronoun.start, sentence.start + _OPENING)
        ):
            kind: NarratorKind = "outlet" if mention.type == "outlet" else "group"
            entity = self._tied.entity(mention.span, "outlet", "group")
            if self._tied.report.text[mention.span.end :].startswith(("'s ", "’s ")):
                continue  # `Israel's Army Radio reported it; it cites …`
            if mention.type in ("outlet", "group") and entity is not None:
                return Link(kind, self._tied.by_id[entity].name, entity=entity)
        return None

    def _document_before(self, k: int) -> Link | None:
        """The document that `it` means: the one that the sentence before opens with (`The indictment names five.`)."""
        if not k or self._tied.paragraph_of(k - 1) != self._tied.paragraph_of(k):
            return None
        span = self._agreement.document(self._tied.markup.sentences[k - 1].span)
        if span is None:
            return None
        words = self._voices.words(span.text)
        known = (
            h
            for _, h in reversed(self._heard)
            if h.kind == "document" and words <= self._voices.words(h.description or h.name or "")
        )
        return next(known, Link("document", span.text, description=span.text, span=span))

    def _body_before(self, k: int) -> Link | None:
        """The outlet, group or office that `it` means: the one heard last, or that a sentence since opens with."""
        kinds = (*OUTLETS, "group", "official")
        heard = [(at, h) for at, h in self._heard[-_RECENT:] if h.kind in kinds and at >= k - 4]
        at, last = heard[-1] if heard else (-1, None)
        for type_ in ("group", "outlet"):
            named_at, named = self._mentioned(k, "group" if type_ == "group" else "outlet", paragraphs=1)
            if named is not None and named_at > at:
                at, last = named_at, named
        return last

    def _voice_before(self, k: int) -> Link | None:
        """Who spoke last, where a verb of saying names nobody; of those heard in one sentence the outermost."""
        if not self._heard:
            return None
        at = self._heard[-1][0]
        last = [link for n, link in self._heard if n == at]
        scopes = {id(a): a.scope for a in self._tied.attributions.get(at, [])}
        if at != k:
            inner = {
                a.narrator.called.start
                for a in self._tied.attributions.get(at, [])
                if a.narrator.called is not None
                and any(
                    o is not a
                    and o.narrator.kind in HUMAN
                    and scopes[id(o)].start < a.scope.start
                    and a.scope.end <= scopes[id(o)].end
                    for o in self._tied.attributions.get(at, [])
                )
            }
            outer = [x for x in last if x.span is None or x.span.start not in inner]
            named = [x for x in outer if x.span is not None and x.kind in HUMAN]
            last = named or outer or last
        speaking = [x for x in last if x.kind in HUMAN]
        return (speaking or last)[-1]

    def _paper_going_on(self, k: int, cue: Span | None) -> Link | None:
        """The outlet that goes on behind a man whom it quoted (`ونقلت عن ضابط قوله … وأضافت`), by the verb's gender."""
        at = self._heard[-1][0] if self._heard else k
        if cue is None or at == k or not self._voices.of_her(cue.text):
            return None
        first = next(iter(self._tied.attributions.get(at, [])), None)
        its = first is not None and (first.narrator.called is None or first.narrator.kind in OUTLETS)
        last = [link for n, link in self._heard if n == at]
        quoted = len(last) == 2 and last[0].kind in OUTLETS and last[1].kind in HUMAN and its
        return last[0] if quoted and not self._voices.of_her(last[1].name or "") else None

    def _near(self, k: int) -> list[tuple[int, Link]]:
        """The speakers heard in the paragraph of a sentence, with their sentences."""
        number, found = self._tied.paragraph_of(k), []
        for at, link in reversed(self._heard):
            if self._tied.paragraph_of(at) != number:
                break
            if link.kind in HUMAN:
                found.append((at, link))
        return found[::-1]

    def _last(self, *kinds: str) -> Link | None:
        return next((h for _, h in reversed(self._heard) if h.kind in kinds), None)

    def _mentioned(self, k: int, type_: EntityType, *, paragraphs: int = 0) -> tuple[int, Link | None]:
        """The person or group that the nearest sentence before opens with, and the number of that sentence.

        Looked for in the same paragraph, and in so many `paragraphs` before it.
        """
        tied = self._tied
        for before in range(k - 1, -1, -1):
            if tied.paragraph_of(before) < tied.paragraph_of(k) - paragraphs:
                break
            start = tied.markup.sentences[before].span.start
            for mention in tied.marked.within(start, start + _OPENING):
                quoted = any(mark in tied.report.text[start : mention.span.start] for mark in '"“«')
                entity = tied.entity(mention.span, type_) if mention.type == type_ and not quoted else None
                if entity is not None:
                    kind: NarratorKind = "group" if type_ == "place" else type_
                    return before, Link(kind, tied.by_id[entity].name, entity=entity)
        return -1, None
