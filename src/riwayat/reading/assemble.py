"""From marks to a reading: entities, affiliations, statements and events, tied by identifiers."""

from __future__ import annotations

from dataclasses import replace

from riwayat.model import VERSION, Affiliation, Reading, Report
from riwayat.reading.agreement import Agreement
from riwayat.reading.chains import Chains
from riwayat.reading.entities import abbreviations_of, aliases_of, entity_at, gather_entities
from riwayat.reading.events import NEAR, gather_events
from riwayat.reading.lexicon import Lexicon
from riwayat.reading.markup import Markup
from riwayat.reading.tied import Tied
from riwayat.reading.voices import Voices
from riwayat.reading.works import with_makers
from riwayat.reading.world import World, shipped_world


def assemble(report: Report, markup: Markup, world: World | None = None) -> Reading:
    """Tie the marks of a report together.

    Args:
        report: the report that was marked.
        markup: what the engine found in it.
        world: what is known of names beforehand; the shipped one by default.
    """
    world = world or shipped_world()
    words = Lexicon(report.language)
    markup = with_makers(report.text, markup, words, world)
    entities, index = gather_entities(
        markup.mentions,
        world.identify,
        words.set("names", "directions"),
        abbreviations_of(report.text, markup.mentions),
        world.nation,
        world.country_code,
        words.heads_last,
        aliases_of(report.text, markup.mentions, words.phrases("names", "alias")),
    )
    chains = Chains(
        Tied(report, markup, entities, index, words.set("names", "articles")),
        Voices(report.text, words, world),
        Agreement(report.text, words),
    )
    statements = chains.statements()
    affiliations: dict[tuple[str, str], Affiliation] = {}
    for m in markup.memberships:
        member, group = entity_at(index, m.member, "person"), entity_at(index, m.group, "group", "outlet")
        if member and group:
            affiliations.setdefault((member, group), Affiliation(member, group, m.role, m.evidence))
    return Reading(
        version=VERSION,
        report=replace(report, cites=chains.cites()),
        entities=entities,
        affiliations=tuple(sorted(affiliations.values(), key=lambda a: a.evidence)),
        statements=statements,
        events=gather_events(
            markup,
            index,
            statements,
            lambda span: chains.hearing.meant(span, statements),
            words.set("words", "pronouns") if words.heads_last else None,
            places_carry=words.heads_last,
            near=words.number("words", "reach", "same_deed") or NEAR,
            lands=frozenset(e.id for e in entities if e.type == "place" and world.country(e.name)),
        ),
    )
