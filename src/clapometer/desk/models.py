"""The desk's tables, projections of the ledger: imports."""

from __future__ import annotations

from django.db import models

from clapometer.ledger.fields import RowId

from .feeds.models import FeedItemSeen, FeedSource
from .proposals.models import Backing, Decision, Proposal, Reading

__all__ = [
    "Backing",
    "Decision",
    "FeedItemSeen",
    "FeedSource",
    "Import",
    "Proposal",
    "Reading",
    "Submission",
]

STATES = {
    "running": "begun and not ended: run the same command again and it goes on",
    "done": "ended",
    "undone": "taken back as a whole",
}


class Import(models.Model):
    """A file taken in. Its id is the position of the entry that began it."""

    id = RowId(primary_key=True)
    file_name = models.CharField(max_length=255)
    file_hash = models.CharField(max_length=64, db_index=True)
    profile = models.CharField(max_length=100, default="")
    state = models.CharField(max_length=10, default="running")
    started_at = models.BigIntegerField()
    rows = models.BigIntegerField(default=0)
    added = models.BigIntegerField(default=0)
    unchanged = models.BigIntegerField(default=0)
    refused = models.BigIntegerField(default=0)
    last = models.BigIntegerField(null=True)


class Submission(models.Model):
    """A form that an editor sent, by the token it bore: sent twice, it is written once.

    No projection: it says what this site was sent, and nothing can be worked out from it. `seq` is
    the entry that was written; a sitting's list is read from here.
    """

    token = models.CharField(max_length=130, primary_key=True)
    actor = models.CharField(max_length=80)
    seq = models.BigIntegerField()
    made_at = models.BigIntegerField()

    class Meta:
        indexes = [models.Index("actor", "made_at", name="desk_submissions")]
