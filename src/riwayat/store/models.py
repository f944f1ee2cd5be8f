"""The tables.  Their names are those of the nouns; `riwayat.model` holds the values that the rows stand for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import CASCADE, PROTECT, RESTRICT, SET_NULL, Index, UniqueConstraint

__all__ = [
    "About",
    "Account",
    "Band",
    "Copy",
    "Correction",
    "Failure",
    "Feed",
    "Happening",
    "Join",
    "Kin",
    "Named",
    "Narrated",
    "Outlet",
    "Page",
    "Report",
    "Tombstone",
    "Vectors",
]


class Outlet(models.Model):
    """Who publishes reports; an empty text where the pages do not say."""

    name = models.TextField()
    domain = models.TextField()
    folded = models.TextField(db_index=True)
    known_as = models.TextField(null=True)

    class Meta:
        """One row for each name and domain."""

        constraints: ClassVar = [UniqueConstraint(fields=["name", "domain"], name="outlet_once")]


class Page(models.Model):
    """A page as it came, and where its bytes lie."""

    address = models.TextField()
    """URL, or absolute path of a file."""
    digest = models.CharField(max_length=71)
    """`sha256:` and the digest of the bytes."""
    source = models.TextField(db_index=True)
    url = models.TextField(null=True)
    media_type = models.TextField(null=True)
    charset = models.TextField(null=True)
    fetched = models.DateTimeField()
    """When it first came (UTC, whole seconds)."""
    seen = models.DateTimeField()
    """When it last came to stand at its address in place of another version."""
    kept_file = models.TextField()
    kept_offset = models.BigIntegerField()
    kept_length = models.BigIntegerField()
    report = models.ForeignKey("Report", CASCADE, null=True, related_name="pages")

    class Meta:
        """One row for each version of a page."""

        constraints: ClassVar = [UniqueConstraint(fields=["address", "digest"], name="page_once")]
        indexes: ClassVar = [Index(fields=["kept_file", "kept_offset"], name="page_kept")]


class Report(models.Model):
    """One published news text, with the reading made of it; ids are in order of adding."""

    key = models.CharField(max_length=71, unique=True)
    """`sha256:…`, the id of `riwayat.model.Report`."""
    page = models.ForeignKey(Page, RESTRICT, related_name="+")
    """The page it was first found in."""
    outlet = models.ForeignKey(Outlet, PROTECT)
    title = models.TextField(null=True)
    language = models.TextField()
    published_start = models.TextField(null=True)
    """ISO 8601, as in `riwayat.model.Time`."""
    published_end = models.TextField(null=True)
    published_granularity = models.TextField(null=True)
    published_text = models.TextField(null=True)
    cites = models.JSONField(default=list)
    known_from = models.DateField(db_index=True)
    """From when it could be known; a later version of a page: not before it was fetched."""
    reading = models.BinaryField()
    """`riwayat.model.Reading` as JSON, deflated; as it was read."""
    corrected = models.BinaryField(null=True)
    """The same as curators have corrected it; null where they have not."""
    engine = models.TextField()
    replaced_by = models.ForeignKey("self", SET_NULL, null=True, related_name="replaces")
    state = models.TextField(db_index=True, choices=[("read", "read"), ("derived", "derived")])
    """Whether the chronicle has taken it in."""


class Happening(models.Model):
    """What several accounts are all about; `reports` is 0 where all that told it have been replaced."""

    id = models.CharField(primary_key=True, max_length=13)
    """`h` and 12 hex digits of its founding account's key."""
    type = models.TextField()
    what = models.TextField()
    day_from = models.DateField(null=True, db_index=True)
    day_to = models.DateField(null=True)
    place = models.TextField(null=True)
    place_folded = models.TextField(db_index=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    country = models.TextField(null=True)
    independent_origins = models.IntegerField()
    reports = models.IntegerField()
    disputed = models.BooleanField()
    data = models.BinaryField()
    """`riwayat.model.Happening` as JSON, deflated."""


class Account(models.Model):
    """What one report tells of one event."""

    key = models.TextField(unique=True)
    report = models.ForeignKey(Report, CASCADE, related_name="accounts")
    position = models.IntegerField()
    happening_id_alone = models.CharField(max_length=13, db_index=True)
    """The id of the happening that this account founds, or would: so every id once given leads somewhere."""
    type = models.TextField()
    modality = models.TextField()
    day_from = models.DateField(null=True)
    """When it happened, by its own word."""
    day_to = models.DateField(null=True)
    since = models.DateField(null=True)
    """Between which days it must have happened; null where that says next to nothing."""
    until = models.DateField(null=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    country = models.TextField(null=True)
    happening = models.ForeignKey(Happening, SET_NULL, null=True, related_name="accounts")
    lent = models.BooleanField(default=False)
    """Whether the report tells it in copied words only: the reading of the report it copied gave it."""
    stale = models.BooleanField(default=False)
    """Whether what is known of its happening rests on something that has changed since."""
    data = models.BinaryField()
    """`riwayat.model.Account` as JSON, deflated, without its source."""

    class Meta:
        """Neighbours are looked for by type and day."""

        indexes: ClassVar = [
            Index(fields=["type", "since"], name="account_when"),
            Index(fields=["id"], name="account_stale", condition=models.Q(stale=True)),
        ]


class Band(models.Model):
    """A band of a sentence's MinHash signature: reports that share one may be copies."""

    value = models.BigIntegerField()
    report = models.ForeignKey(Report, CASCADE, related_name="bands")
    sentence = models.SmallIntegerField()

    class Meta:
        """Looked up by value, and answered from the index alone."""

        indexes: ClassVar = [Index(fields=["value", "report", "sentence"], name="band_value")]


class Vectors(models.Model):
    """The vectors of a report's sentences, by which translations are found."""

    report = models.OneToOneField(Report, CASCADE, primary_key=True, related_name="vectors")
    language = models.TextField()
    day = models.DateField()
    """From when the report could be known by itself; translations are looked for near it."""
    starts = models.JSONField()
    """Where the sentences begin in the report's text."""
    sentences = models.BinaryField()
    """One vector behind the other, as `riwayat.vectors.packed` has them."""
    mean = models.BinaryField()
    """Their middle, packed; empty for a report without sentences."""

    class Meta:
        """Looked for by day."""

        indexes: ClassVar = [Index(fields=["day", "language"], name="vectors_when")]


class Kin(models.Model):
    """What two reports have in common, whichever was first; from this their copies are chosen."""

    a = models.ForeignKey(Report, CASCADE, related_name="kin_later")
    """The one added earlier."""
    b = models.ForeignKey(Report, CASCADE, related_name="kin_earlier")
    pairs = models.JSONField()
    """Sentences side by side, as `riwayat.model.Aligned`, those of `b` here; none where `b` only credits `a`."""
    strength = models.FloatField(default=0.0)
    """As of `riwayat.chronicle.copies.Shared`."""

    class Meta:
        """One row for each pair."""

        constraints: ClassVar = [UniqueConstraint(fields=["a", "b"], name="kin_once")]


class Copy(models.Model):
    """A report, or a part of one, that repeats another."""

    report = models.ForeignKey(Report, CASCADE, related_name="copies")
    of = models.ForeignKey(Report, CASCADE, related_name="copied_by")
    how = models.TextField()
    credited = models.BooleanField()
    share = models.FloatField()
    evidence = models.JSONField()

    class Meta:
        """One row for each pair."""

        constraints: ClassVar = [UniqueConstraint(fields=["report", "of"], name="copy_once")]


class Join(models.Model):
    """Whether two accounts are of one happening, as reckoned; `a` is the earlier one."""

    a = models.ForeignKey(Account, CASCADE, related_name="joins_later")
    b = models.ForeignKey(Account, CASCADE, related_name="joins_earlier")
    score = models.FloatField()
    same = models.BooleanField()
    reasons = models.JSONField()

    class Meta:
        """One row for each pair."""

        constraints: ClassVar = [UniqueConstraint(fields=["a", "b"], name="join_once")]


class Named(models.Model):
    """Who or what a report names; with an account, who takes part in it."""

    report = models.ForeignKey(Report, CASCADE, related_name="named")
    account = models.ForeignKey(Account, CASCADE, null=True, related_name="named")
    role = models.TextField()
    """`mentioned`; of an account `actor`, `recipient` or `place`."""
    kind = models.TextField()
    """person, group, place, outlet; empty for a noun phrase."""
    name = models.TextField()
    folded = models.TextField(db_index=True)
    known_as = models.TextField(null=True, db_index=True)


class Narrated(models.Model):
    """Through whom a report's word came: one link of the chain of an account's telling, or of a statement."""

    report = models.ForeignKey(Report, CASCADE, related_name="narrated")
    account = models.ForeignKey(Account, CASCADE, null=True, related_name="narrated")
    telling = models.IntegerField()
    """Which telling of the account, or which statement of the report, from 0."""
    position = models.IntegerField()
    """In the chain, from 0, the outlet."""
    is_origin = models.BooleanField()
    origin_key = models.TextField(db_index=True)
    """The same for one narrator in every report, as far as its name tells."""
    kind = models.TextField()
    name = models.TextField(null=True)
    folded = models.TextField(db_index=True)
    known_as = models.TextField(null=True, db_index=True)


class Correction(models.Model):
    """What a curator said: whether two accounts are of one happening, or what a reading should have said.

    Never overwritten, undone softly.
    """

    act = models.BigIntegerField(db_index=True)
    """Number of the first correction that was made in one go with this one; they are undone together."""
    subject = models.TextField()
    """What it is about: `happening`, `name`, `words`, `event`, `report`."""
    what = models.TextField()
    """What of it: `verdict`; a key of `riwayat.chronicle.correcting.values.VALUES`; `removed`."""
    about = models.JSONField()
    """What it rests on; it need not be there, so that a correction outlives every reading."""
    value = models.JSONField(null=True)
    because = models.TextField()
    who = models.TextField()
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.TextField(null=True)
    reports = models.ManyToManyField(Report, related_name="corrections")
    """The reports whose readings bear it now."""


class About(models.Model):
    """By what a correction is found."""

    correction = models.ForeignKey(Correction, CASCADE, related_name="keys")
    key = models.TextField(db_index=True)
    """The key of an account, the address of a page, or a sort of name and the name, folded: `person/…`."""


class Failure(models.Model):
    """A source that gave no report, and why."""

    source = models.TextField(unique=True)
    reason = models.TextField()
    via = models.TextField(null=True)
    """The feed that named it."""
    first = models.DateTimeField()
    last = models.DateTimeField()
    tries = models.IntegerField()
    resolved = models.DateTimeField(null=True)


class Tombstone(models.Model):
    """What was removed and must not come back: digests only."""

    digest = models.CharField(max_length=71, unique=True)
    """Of a page's bytes, a report's text and outlet, or an address."""
    at = models.DateTimeField()
    because = models.TextField()


class Feed(models.Model):
    """A feed that is watched."""

    url = models.TextField(unique=True)
    title = models.TextField(null=True)
    etag = models.TextField(null=True)
    modified = models.TextField(null=True)
    next_poll = models.DateTimeField()
    failures = models.IntegerField(default=0)
    """In a row."""
    last_error = models.TextField(null=True)
