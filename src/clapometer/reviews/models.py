"""The tables of reviews, projections of the ledger: who wrote what, and every score over time."""

from __future__ import annotations

from django.db import models
from django.utils.text import slugify

from clapometer.catalogue.models import Work
from clapometer.ledger.fields import RowId

# Where a review names no critic, or a critic no outlet, its column holds this.
NOBODY = 0


class Outlet(models.Model):
    """A publication. Its id is the position of the entry that added it."""

    id = RowId(primary_key=True)
    name = models.CharField(max_length=200)
    key = models.TextField(unique=True)

    @property
    def slug(self) -> str:
        """Return the readable end of the outlet's address."""
        return slugify(self.name)[:80] or "outlet"


class Critic(models.Model):
    """A person who reviews. The name lies beside the log, so that it can be erased."""

    id = RowId(primary_key=True)
    name = models.CharField(max_length=200)
    key = models.TextField(unique=True)

    @property
    def slug(self) -> str:
        """Return the readable end of the critic's address."""
        return slugify(self.name)[:80] or "critic"


class Review(models.Model):
    """One reviewer (critic × outlet) of one work; what was said lies in its events.

    `mark` tells the reviews of unnamed critics in one outlet apart: nothing says that two of them
    are by one person. `standing` is the event in force now, None when withdrawn, excluded or
    undone. `copy_of` is the same critic's earliest review of the work, in another outlet;
    `repeats` says that this one is of the same day or in the same words.
    """

    id = RowId(primary_key=True)
    critic_id = models.BigIntegerField(default=NOBODY)
    outlet_id = models.BigIntegerField(default=NOBODY)
    work_id = models.BigIntegerField()
    mark = models.CharField(max_length=200, default="")
    standing = models.BigIntegerField(null=True)
    copy_of = models.BigIntegerField(null=True)
    repeats = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "critic_id", "outlet_id", "work_id", "mark", name="one_reviewer"
            )
        ]
        indexes = [models.Index("outlet_id", name="reviews_by_outlet")]


class ReviewEvent(models.Model):
    """One entry about a review, as whole numbers ready for the engine. `seq` is its position."""

    pk = models.CompositePrimaryKey("work_id", "seq")
    work_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    review_id = models.BigIntegerField()
    critic_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=10)
    happened_at = models.BigIntegerField(null=True)
    recorded_at = models.BigIntegerField()
    voided_at = models.BigIntegerField(null=True)
    positive = models.SmallIntegerField(null=True)
    grade = models.IntegerField(null=True)
    top = models.SmallIntegerField(default=0)
    digest = models.BigIntegerField()
    first_episodes = models.SmallIntegerField(default=0, db_default=0)

    class Meta:
        # Few reviews are marked, and a roll-up asks for them without reading the others.
        indexes = [
            models.Index(
                fields=["work_id", "seq"],
                condition=models.Q(first_episodes=1),
                name="reviews_first_episodes",
            )
        ]


class WorkPosition(models.Model):
    """The position of the last entry that touched the reviews of a work."""

    work = models.OneToOneField(Work, models.DO_NOTHING, primary_key=True, db_constraint=False)
    seq = models.BigIntegerField(db_index=True)


class HistoryPoint(models.Model):
    """The tally of a work after an instant of published time, as now known.

    `counts` is 0 where each reviewer counts; 1, kept only where it differs, where each critic
    counts once; 2, kept only where one of the site's rules takes first versions or converts grades,
    as the rule in force then takes the reviews. A score at an instant is one seek in this table.
    """

    pk = models.CompositePrimaryKey("work_id", "counts", "at")
    work_id = models.BigIntegerField()
    counts = models.SmallIntegerField()
    at = models.BigIntegerField()
    count = models.IntegerField()
    positive = models.IntegerField()
    graded = models.IntegerField()
    grade_sum = models.BigIntegerField()
    grade_squares = models.BigIntegerField()
    top_count = models.IntegerField()
    top_positive = models.IntegerField()


class Adoption(models.Model):
    """A rule that the site adopted. `seq` is the entry's position; `data` the rule's own, as JSON.

    `since`: the instant of published time from which it is in force, None: from the beginning.
    """

    seq = RowId(primary_key=True)
    since = models.BigIntegerField(null=True)
    recorded_at = models.BigIntegerField()
    undone_by = models.BigIntegerField(null=True)
    undone_at = models.BigIntegerField(null=True)
    name = models.TextField()
    digest = models.CharField(max_length=64)
    data = models.TextField()
    reason = models.TextField(default="")


class BadgeChange(models.Model):
    """A badge won, lost or regained under the rules in force, in published time.

    `by_time`: it changes when it has been so for long enough, unless a review comes in before; the
    instant may lie ahead.
    """

    pk = models.CompositePrimaryKey("work_id", "at")
    work_id = models.BigIntegerField()
    at = models.BigIntegerField()
    state = models.CharField(max_length=10)
    seq = models.BigIntegerField()
    by_time = models.BooleanField(default=False)


class WorkScore(models.Model):
    """What a work's score is now under the site's rule, for lists.

    `moved_at` and `before` say when the printed score last changed, and from what.
    `copies` says whether one critic has several reviews of the work.
    """

    work = models.OneToOneField(
        Work, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="score"
    )
    count = models.IntegerField()
    positive = models.IntegerField()
    graded = models.IntegerField()
    grade_sum = models.BigIntegerField()
    printed = models.IntegerField(null=True)
    band = models.CharField(max_length=40, default="")
    badge = models.CharField(max_length=10, default="none")
    before = models.IntegerField(null=True)
    moved_at = models.BigIntegerField(null=True, db_index=True)
    moved_by = models.BigIntegerField(null=True)
    undated = models.IntegerField(default=0)
    copies = models.BooleanField(default=False)


class ConfirmedScale(models.Model):
    """A scale that a person confirmed for an outlet, a critic, or a critic in an outlet.

    Its id is the position of the entry. It holds for grades published from `since` to `until`,
    both included; without either, for those of unknown time too. `voided_at` is when it was taken
    back.
    """

    id = RowId(primary_key=True)
    outlet_id = models.BigIntegerField(default=NOBODY)
    critic_id = models.BigIntegerField(default=NOBODY)
    scale = models.CharField(max_length=40)
    since = models.BigIntegerField(null=True)
    until = models.BigIntegerField(null=True)
    evidence = models.TextField()
    actor = models.CharField(max_length=80)
    recorded_at = models.BigIntegerField()
    voided_at = models.BigIntegerField(null=True)


class GradeReading(models.Model):
    """The grade of one entry as a confirmed scale reads it, in ten-thousandths.

    `own` is what the entry itself says of it: None where it could not be read. Of several
    confirmed scales the narrowest holds, and of those the last.
    """

    pk = models.CompositePrimaryKey("work_id", "seq", "confirmed_id")
    work_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    confirmed_id = models.BigIntegerField(db_index=True)
    own = models.IntegerField(null=True)
    value = models.IntegerField()
    scale = models.CharField(max_length=40)
    reading = models.CharField(max_length=20)


class FormerName(models.Model):
    """A name that a critic or an outlet no longer bears, because an entry corrected it.

    `seq` is that entry's position and `key` the folded name from before it: whoever is named so
    again, in the same file taken in twice, is still the same. `voided_at` is when the correction
    was taken back.
    """

    seq = RowId(primary_key=True)
    kind = models.CharField(max_length=10)
    named_id = models.BigIntegerField()
    key = models.TextField()
    voided_at = models.BigIntegerField(null=True)

    class Meta:
        indexes = [models.Index("kind", "key", name="reviews_former_name")]


class LinkHost(models.Model):
    """A host of the web on which an outlet's reviews stand; `seq`: the last entry that said so."""

    pk = models.CompositePrimaryKey("host", "outlet_id")
    host = models.CharField(max_length=253)
    outlet_id = models.BigIntegerField()
    seq = models.BigIntegerField()
