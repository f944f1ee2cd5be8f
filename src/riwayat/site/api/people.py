"""People, groups and outlets: all that the reports tell of somebody."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from riwayat.site.api.asked import Parts
from riwayat.site.api.forms import WhoCounted, WhoCounts
from riwayat.site.api.problems import NobodyError
from riwayat.site.api.short import latest, short
from riwayat.site.masks import masks
from riwayat.store.identity import identity
from riwayat.store.people import who

__all__ = ["router"]

router = Router(tags=["actors"])


@router.get("/{path:name}", response=WhoCounted, summary="Who somebody is")
def actor(request: HttpRequest, name: str, asked: Query[Parts]) -> WhoCounted:
    """Names in all spellings, affiliations, deeds, what was said by and of them: `riwayat who NAME --json`.

    `name` is a name in any script and spelling, a part of one, or the id of a known actor. Where several are called
    so, the answer is 409 and says which. Private people are not told of.
    """
    found = who(identity(name, masks()), as_of=asked.as_of)
    if not found.names or (found.kind == "person" and found.public is not True):
        raise NobodyError
    counts = WhoCounts(
        affiliations=len(found.affiliations),
        deeds=len(found.deeds),
        said=len(found.said),
        said_of=len(found.said_of),
        reports=len(found.reports),
    )
    mask = masks().of(found.reports)
    return mask.of(short(WhoCounted(**latest(found, asked.most, keep={"names"}), counts=counts)))
