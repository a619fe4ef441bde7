"""The queue's tables: texts that were taken in, what they propose, and what was decided.

No projections: a proposal is not in the ledger, and what was decided of it names the entries that
were written.
"""

from __future__ import annotations

from django.db import models

READ_FROM = {
    "link": "an editor gave its address",
    "file": "a file was given",
    "paste": "its text was pasted",
    "feed": "a feed that is subscribed told of it",
    "import": "an import from a catalogue left a question",
}
"""How a text came to the desk."""
READING_STATES = {
    "waiting": "it is fetched and read as soon as it is its turn",
    "read": "it was read; what it proposes is in the queue",
    "refused": "it could not be fetched or read; a sentence says why",
}
KINDS = {
    "review": "a critic's review that the record does not have so",
    "claim": "a statement of a story",
    "match": "a title of which it is asked which work of the catalogue it is",
    "correction": "what a source says now of something that the record holds otherwise",
}
"""What can be proposed."""
STATES = {
    "waiting": "nobody has decided yet",
    "accepted": "an editor said yes, and the record holds it",
    "refused": "an editor said no",
    "undone": "it was accepted, and taken back by counter-entries",
    "gone": "there is nothing left to decide: the record came to hold it in another way",
}
"""Where a proposal stands."""
DECISIONS = {
    "accepted": "said yes; the entries were written",
    "refused": "said no; nothing was written",
    "undone": "took a decision back, by counter-entries where entries had been written",
    "later": "put it at the end of the queue",
}
"""What can be decided of a proposal."""

_TEXT, _SHORT, _LINK = 500, 300, 2_000


class Reading(models.Model):
    """A text that was taken in.

    `digest` is of the link, or of the text where there is no link. `published` is the day or the
    instant in ISO 8601 as the page says it, "" where it is unknown. `page` is what was read of the
    page: what was repaired, the review that was found. `story` is the position of the entry by
    which the ledger knows it. The text is dropped some days after all it proposes is settled.
    """

    id = models.BigAutoField(primary_key=True)
    how = models.CharField(max_length=10)
    link = models.CharField(max_length=_LINK, default="")
    canonical = models.CharField(max_length=_LINK, default="")
    digest = models.CharField(max_length=64, unique=True)
    headline = models.CharField(max_length=_TEXT, default="")
    outlet = models.CharField(max_length=_SHORT, default="")
    byline = models.CharField(max_length=_SHORT, default="")
    published = models.CharField(max_length=40, default="")
    language = models.CharField(max_length=20, default="")
    topics = models.JSONField(default=list)
    text = models.TextField(default="")
    page = models.JSONField(default=dict)
    taken_at = models.BigIntegerField()
    taken_by = models.CharField(max_length=80)
    state = models.CharField(max_length=10, default="waiting")
    problem = models.CharField(max_length=_TEXT, default="")
    # When a worker began with it: another one leaves it alone for a while.
    begun_at = models.BigIntegerField(null=True)
    dropped_at = models.BigIntegerField(null=True)
    story = models.BigIntegerField(null=True)

    class Meta:
        indexes = [models.Index("state", "id", name="desk_readings")]


class Proposal(models.Model):
    """Something that could be recorded.

    `fold` is what it is told by: the same statement of another source is one more backing of it
    while it waits. `claim` is the kind of a claim, such as “renewal”. `said` is what would be
    recorded, as its taker reads it. The queue is in the order of `rank`.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=12)
    claim = models.CharField(max_length=30, default="")
    fold = models.CharField(max_length=200)
    title = models.CharField(max_length=_TEXT)
    work = models.BigIntegerField(null=True, db_index=True)
    said = models.JSONField(default=dict)
    confidence = models.FloatField(default=0.0)
    state = models.CharField(max_length=10, default="waiting")
    rank = models.BigIntegerField()
    made_at = models.BigIntegerField()
    settled_at = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["fold"], condition=models.Q(state="waiting"), name="desk_one_waiting"
            )
        ]
        indexes = [
            models.Index("state", "rank", "id", name="desk_queue"),
            models.Index("fold", name="desk_folds"),
        ]


class Backing(models.Model):
    """A place in a text on which a proposal stands: start and end (exclusive) in code points of
    the text. `said` is what this source says, which may differ in what does not tell claims apart.
    """

    id = models.BigAutoField(primary_key=True)
    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="backings")
    reading = models.ForeignKey(Reading, models.CASCADE, related_name="backings")
    start = models.IntegerField(default=0)
    end = models.IntegerField(default=0)
    quote = models.TextField(default="")
    confidence = models.FloatField(default=0.0)
    rule = models.CharField(max_length=100, default="")
    modality = models.CharField(max_length=20, default="")
    said = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "reading", "start"], name="desk_one_backing"
            )
        ]


class Decision(models.Model):
    """What an editor decided: kept for ever, also when it is taken back by a later one (`undoes`).

    `entries` are the positions of what was written. `said` is what was accepted, as edited. `rule`
    says by which rule it was accepted together with others, which share a `batch`. `token` is of
    the form by which it came: one that is sent twice decides once.
    """

    id = models.BigAutoField(primary_key=True)
    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="decisions")
    actor = models.CharField(max_length=80)
    at = models.BigIntegerField()
    what = models.CharField(max_length=10)
    said = models.JSONField(default=dict)
    entries = models.JSONField(default=list)
    reason = models.CharField(max_length=_TEXT, default="")
    rule = models.CharField(max_length=_TEXT, default="")
    batch = models.CharField(max_length=40, default="")
    token = models.CharField(max_length=130, null=True, unique=True)
    undoes = models.OneToOneField("self", models.CASCADE, null=True, related_name="undone_by")

    class Meta:
        indexes = [
            models.Index("actor", "at", name="desk_decided_by"),
            models.Index("at", name="desk_decided"),
            models.Index("batch", name="desk_batches"),
        ]
