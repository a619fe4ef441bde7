"""The tables of alerts: who follows what, what is to be told, and what became of each message.

These are no projections of the ledger: what was sent stays sent, so nothing here is drawn anew.
"""

from __future__ import annotations

from django.db import models

# What a notice goes through; only `settling` and `held` can still be stopped as a whole.
NOTICE_STATES = {
    "settling": "waits until it is sure that the next entry does not take it back",
    "held": "an editor holds it, or it waits for an editor because so many would be told",
    "due": "is to be sent",
    "sending": "is being sent",
    "done": "was handed to every channel of everybody who was to be told",
    "withdrawn": "was taken back before it was sent",
    "folded": "another message of its family had just been sent",
    "dropped": "an editor dropped it",
    "expired": "nobody could be told in time",
}
ENDPOINT_STATES = {
    "pending": "waits for its owner to confirm it",
    "on": "gets messages",
    "paused": "gets none until its owner or the site goes on",
    "ended": "gets none any more; the reason says why",
}
AUDIENCES = {
    "keys": "whoever follows one of its keys",
    "corrects": "whoever got the notice that it corrects",
    "digest": "whoever has a digest of this cadence due then",
    "endpoint": "one endpoint alone, which asked for it",
}
WAITING, CLAIMED, SENT, FAILED, DROPPED = range(5)
DELIVERY_STATES = {
    WAITING: "waits for its time, or for another try",
    CLAIMED: "a worker is sending it",
    SENT: "was taken by the channel's server",
    FAILED: "cannot be delivered",
    DROPPED: "was no longer worth delivering",
}


class Follower(models.Model):
    """A reader who follows something; known by nothing but what they gave.

    `member_id`: the member of the site who they are, if they said so. `generation` is raised to end
    all links given out. `zone`: an IANA time zone. Quiet hours and `digest_at` are minutes after
    midnight there; without quiet hours both are None. `digest_weekday`: 0 is Monday. `cadence`: of
    what they follow next. `push_declined_at`: when they said that no browser shall ask them again.
    `merged_into`: the follower who took over all that this one followed; the links that were given
    out before lead on to that one.
    """

    id = models.BigAutoField(primary_key=True)
    generation = models.IntegerField(default=0)
    member_id = models.BigIntegerField(null=True, db_index=True)
    zone = models.CharField(max_length=64, default="UTC")
    language = models.CharField(max_length=16, default="en")
    quiet_from = models.SmallIntegerField(null=True)
    quiet_until = models.SmallIntegerField(null=True)
    cadence = models.CharField(max_length=8, default="now")
    digest_at = models.SmallIntegerField(default=8 * 60)
    digest_weekday = models.SmallIntegerField(default=0)
    paused = models.BooleanField(default=False)
    push_declined_at = models.BigIntegerField(null=True)
    merged_into = models.BigIntegerField(null=True, db_index=True)
    created_at = models.BigIntegerField()


class Follow(models.Model):
    """One thing that a follower follows: its key (targets.py), and the mask of kinds (kinds.py).

    Only what is recorded after `since` is told.
    """

    id = models.BigAutoField(primary_key=True)
    follower_id = models.BigIntegerField()
    key = models.CharField(max_length=160)
    kinds = models.IntegerField()
    cadence = models.CharField(max_length=8)
    since = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint("follower_id", "key", name="alerts_follows_once")]
        # Spreading walks the followers of one key in order, a few thousand at a time.
        indexes = [
            models.Index("key", "follower_id", name="alerts_followers_of_key"),
            # Digests are few beside what is told at once, so each cadence has a small one.
            models.Index(
                fields=["follower_id"], condition=models.Q(cadence="daily"),
                name="alerts_daily_followers",
            ),
            models.Index(
                fields=["follower_id"], condition=models.Q(cadence="weekly"),
                name="alerts_weekly_followers",
            ),
        ]  # fmt: skip


class Endpoint(models.Model):
    """Where a follower is told: a browser, a mail address, a webhook.

    `address`: where messages go; `mark`: the SHA-256 of channel and address in hexadecimal, by
    which it is found. `origin`: what limits and reused connections are kept for, such as
    https://push.example. `details`: what the channel needs besides, as JSON. `failing_since`: the
    first of the failures since the last success, `failures` how many.
    """

    id = models.BigAutoField(primary_key=True)
    follower_id = models.BigIntegerField()
    channel = models.CharField(max_length=12)
    address = models.TextField()
    mark = models.CharField(max_length=64)
    origin = models.CharField(max_length=255, default="")
    details = models.TextField(default="{}")
    state = models.CharField(max_length=8)
    reason = models.CharField(max_length=200, default="")
    created_at = models.BigIntegerField()
    confirmed_at = models.BigIntegerField(null=True)
    failing_since = models.BigIntegerField(null=True)
    failures = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint("follower_id", "mark", name="alerts_endpoint_once")]
        indexes = [models.Index("mark", name="alerts_endpoint_mark")]


class Notice(models.Model):
    """Something that followers are to be told, once.

    `name`: its stable id, which every message of it bears. `family`: what several notices may be
    about, so that ten of them make one message. `work_id`: the work it is about, 0 for none.
    `audience`: who is told (AUDIENCES). `said`: numbers and names behind the text, as JSON. `seq`:
    the entry that brought it about, 0 for what time did. `due_at`: when it has settled.
    `expires_at`: from when it is not worth delivering. `corrects_id`: the notice that it corrects.
    `spread_to`: how far it was made into deliveries, by the number of the follower or endpoint;
    `spread`: how many were made.
    """

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=14)
    family = models.CharField(max_length=160)
    work_id = models.BigIntegerField(default=0)
    audience = models.CharField(max_length=8, default="keys")
    title = models.CharField(max_length=200)
    text = models.TextField()
    url = models.TextField()
    said = models.TextField(default="{}")
    happened_at = models.BigIntegerField()
    recorded_at = models.BigIntegerField()
    seq = models.BigIntegerField(default=0)
    state = models.CharField(max_length=10)
    due_at = models.BigIntegerField()
    expires_at = models.BigIntegerField()
    priority = models.SmallIntegerField()
    corrects_id = models.BigIntegerField(null=True)
    spread_to = models.BigIntegerField(default=0)
    spread = models.IntegerField(default=0)
    began_at = models.BigIntegerField(null=True)
    done_at = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index("state", "due_at", name="alerts_notice_due"),
            models.Index("family", "recorded_at", name="alerts_notice_family"),
            models.Index("work_id", "recorded_at", name="alerts_notice_work"),
            models.Index("recorded_at", name="alerts_notice_recorded"),
        ]


class NoticeKey(models.Model):
    """One key of a notice: whoever follows it is told."""

    pk = models.CompositePrimaryKey("key", "notice_id")
    key = models.CharField(max_length=160)
    notice_id = models.BigIntegerField(db_index=True)


class Delivery(models.Model):
    """One notice to one endpoint: there are never two.

    `due_at`: not before. `worker_id`: who is sending it. `status`: what the channel's server
    answered last (HTTP or SMTP), 0 for nothing; `reason`: why it failed, in one sentence.
    """

    pk = models.CompositePrimaryKey("notice_id", "endpoint_id")
    notice_id = models.BigIntegerField()
    endpoint_id = models.BigIntegerField()
    state = models.SmallIntegerField(default=WAITING)
    due_at = models.BigIntegerField()
    tries = models.SmallIntegerField(default=0)
    worker_id = models.BigIntegerField(null=True)
    status = models.SmallIntegerField(default=0)
    reason = models.CharField(max_length=200, default="")
    done_at = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["notice_id", "due_at"], condition=models.Q(state=WAITING),
                name="alerts_waiting",
            ),
            models.Index(
                fields=["worker_id", "notice_id"], condition=models.Q(state=CLAIMED),
                name="alerts_claimed",
            ),
            models.Index(
                fields=["notice_id", "state"], condition=models.Q(state__gt=SENT),
                name="alerts_undelivered",
            ),
            models.Index(fields=["endpoint_id"], name="alerts_delivery_endpoint"),
        ]  # fmt: skip


class Act(models.Model):
    """What an editor did with a notice (`name`) or with all of a work (editing/acts.py).

    A notice is named before it is there: a fact can be held in the moment in which it is stated.
    """

    id = models.BigAutoField(primary_key=True)
    act = models.CharField(max_length=10)
    name = models.CharField(max_length=64, default="")
    work_id = models.BigIntegerField(default=0)
    actor = models.CharField(max_length=40)
    at = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index("name", name="alerts_act_name"),
            models.Index("work_id", name="alerts_act_work"),
        ]


class Worker(models.Model):
    """A process that sends. `beat` grows as long as it lives; others watch it by their own clock,
    so that no clock that jumps takes a living worker's deliveries away."""

    id = models.BigAutoField(primary_key=True)
    host = models.CharField(max_length=255)
    pid = models.IntegerField()
    beat = models.BigIntegerField(default=0)
    started_at = models.BigIntegerField()


class MailAsked(models.Model):
    """One mail of a day that asked for confirmation: the limits on them are counted here.

    `mark`: a seal of the mailbox or the follower that it was counted for, which only this site can
    make. `day`: since 1970, in UTC.
    """

    pk = models.CompositePrimaryKey("mark", "day", "number")
    mark = models.CharField(max_length=64)
    day = models.IntegerField()
    number = models.SmallIntegerField()


class Digested(models.Model):
    """How far the digests of an endpoint have told, by cadence: so that no two tell the same.

    `notice_id`: the digest composed last, which tells what began to be sent after `since` and not
    after `until`; composed again, because it has to be tried again, it tells the same. The one
    before, if that has to be tried again still, tells what began after `earlier` and not after
    `since`.
    """

    pk = models.CompositePrimaryKey("endpoint_id", "cadence")
    endpoint_id = models.BigIntegerField()
    cadence = models.CharField(max_length=8)
    notice_id = models.BigIntegerField()
    earlier = models.BigIntegerField(default=0)
    since = models.BigIntegerField()
    until = models.BigIntegerField()


class Kept(models.Model):
    """What the reading of the ledger keeps in mind between two looks; see notices/kept.py.

    `name`: a look, or a key that is followed under a condition. `work_id`: the work it is about, 0
    for none. `at`: since when, or when it was looked at last. `said`: the rest, as JSON.
    """

    name = models.CharField(max_length=160, primary_key=True)
    work_id = models.BigIntegerField(default=0, db_index=True)
    at = models.BigIntegerField()
    said = models.TextField(default="{}")
