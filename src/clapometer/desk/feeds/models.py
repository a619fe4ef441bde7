"""The tables of subscribed feeds. No projections: which feeds a site reads is no fact of a work."""

from __future__ import annotations

from django.db import models

from clapometer.fetching.links import LONGEST

FEED_STATES = {
    "on": "it is asked when its time comes",
    "paused": "an editor paused it; nothing is asked",
    "gone": "its host says that it is gone for good (410), so it is not asked any more",
}
"""Where a subscription stands."""


class FeedSource(models.Model):
    """A feed that is subscribed.

    `every` are minutes, as the editor asks; `hint` those for which the feed itself asks to be left
    alone. `due_at` is when it is asked next, `result` what came of the last time in one sentence,
    `failures` how often it failed since it last answered.
    """

    id = models.BigAutoField(primary_key=True)
    link = models.CharField(max_length=LONGEST)
    digest = models.CharField(max_length=64, unique=True)
    title = models.CharField(max_length=300, default="")
    home = models.CharField(max_length=2_000, default="")
    every = models.IntegerField()
    hint = models.IntegerField(default=0)
    state = models.CharField(max_length=10, default="on")
    added_at = models.BigIntegerField()
    added_by = models.CharField(max_length=80)
    asked_at = models.BigIntegerField(null=True)
    due_at = models.BigIntegerField()
    result = models.CharField(max_length=500, default="")
    failures = models.IntegerField(default=0)
    taken = models.IntegerField(default=0)

    class Meta:
        indexes = [models.Index("state", "due_at", name="desk_feeds_due")]


class FeedItemSeen(models.Model):
    """An item of a feed that was seen, by the hash of what the feed calls it: it is taken once."""

    id = models.BigAutoField(primary_key=True)
    source = models.ForeignKey(FeedSource, models.CASCADE, related_name="seen")
    key = models.CharField(max_length=64)
    at = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="desk_item_once")]
