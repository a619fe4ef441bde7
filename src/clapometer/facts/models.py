"""The table of facts, a projection of the ledger."""

from __future__ import annotations

from django.db import models


class FactVersion(models.Model):
    """What a fact says from the entry `seq` on; `until` is the entry that changed or ended that.

    `fact` is the position of the entry that stated it first, recorded at `since`. `about` is the
    work, 0 for a fact that stands alone. `said` is a JSON object of what it says, sealed texts
    included.
    """

    pk = models.CompositePrimaryKey("fact", "seq")
    fact = models.BigIntegerField()
    seq = models.BigIntegerField()
    until = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=30)
    about = models.BigIntegerField(default=0)
    happened_at = models.BigIntegerField(null=True)
    since = models.BigIntegerField()
    recorded_at = models.BigIntegerField()
    actor = models.TextField(default="")
    said = models.TextField()

    class Meta:
        indexes = [
            models.Index("about", "kind", name="facts_about"),
            models.Index("kind", "happened_at", name="facts_by_time"),
        ]
