"""The tables of stories: projections of the ledger, and beside them what members say of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from clapometer.ledger.fields import RowId


class Story(models.Model):
    """A story as it is said to be now. Its id is the position of the entry that posted it.

    `key` is what it is found again by (see addressing). `happened_at` is when it was published, as
    exactly as `dated` says. `undone` is the entry that took it back; it then stands on no page.
    """

    id = RowId(primary_key=True)
    key = models.CharField(max_length=64, db_index=True)
    link = models.CharField(max_length=2_000, default="")
    headline = models.TextField(default="")
    outlet = models.CharField(max_length=300, default="")
    happened_at = models.BigIntegerField(null=True)
    dated = models.CharField(max_length=10)
    language = models.CharField(max_length=40, default="")
    recorded_at = models.BigIntegerField()
    actor = models.TextField(default="")
    at = models.BigIntegerField(db_index=True)
    """When it was published, or when this site learned of it."""
    undone = models.BigIntegerField(null=True)


class Topic(models.Model):
    """A topic: its word in addresses, and its title as it was printed first."""

    slug = models.CharField(max_length=80, primary_key=True)
    title = models.CharField(max_length=80)


class StoryTopic(models.Model):
    """That a story bears a topic, `place` among its topics, as it printed it."""

    pk = models.CompositePrimaryKey("topic", "story")
    topic = models.CharField(max_length=80)
    story = models.BigIntegerField(db_index=True)
    place = models.IntegerField()
    printed = models.CharField(max_length=80)


class Support(models.Model):
    """That a story states a fact. Its id is the position of the entry that says so.

    `until` is the entry that took it back, or that took the story back.
    """

    id = RowId(primary_key=True)
    story = models.BigIntegerField(db_index=True)
    fact = models.BigIntegerField(db_index=True)
    as_of = models.CharField(max_length=40, default="")
    claim = models.CharField(max_length=30)
    season = models.IntegerField(null=True)
    modality = models.CharField(max_length=20)
    printed = models.TextField(default="")
    quote = models.TextField(default="")
    recorded_at = models.BigIntegerField()
    until = models.BigIntegerField(null=True)


class Settled(models.Model):
    """That a contradiction between facts was settled; `facts` are their numbers, as `1,2`."""

    id = RowId(primary_key=True)
    facts = models.CharField(max_length=1_000, db_index=True)
    reason = models.TextField(default="")
    actor = models.TextField(default="")
    recorded_at = models.BigIntegerField()
    undone = models.BigIntegerField(null=True)


class Remark(models.Model):
    """What a member says of a story, shown once an editor let it.

    No projection, and in no entry of the ledger: it is no part of the record. It can be erased, and
    goes with the member who wrote it.
    """

    id = models.BigAutoField(primary_key=True)
    story = models.BigIntegerField(db_index=True)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    text = models.TextField()
    posted_at = models.BigIntegerField()
    state = models.CharField(max_length=10, default="waiting")
    decided_at = models.BigIntegerField(null=True)
    decided_by = models.CharField(max_length=80, default="")

    class Meta:
        indexes = [models.Index("state", "posted_at", name="stories_remarks_waiting")]
