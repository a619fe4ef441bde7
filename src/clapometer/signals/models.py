"""The tables of charts and of the points of counters, projections of the ledger."""

from __future__ import annotations

from django.db import models

from clapometer.ledger.fields import RowId


class Chart(models.Model):
    """One list of one week. Its id is the position of the entry that told it first."""

    id = RowId(primary_key=True)
    publication = models.CharField(max_length=40)
    form = models.CharField(max_length=20)
    territory = models.CharField(max_length=2, default="")
    category = models.CharField(max_length=300)
    week = models.DateField(null=True)
    days = models.IntegerField(null=True)
    undone = models.BigIntegerField(null=True)
    """The entry that took it back."""

    class Meta:
        indexes = [models.Index("publication", "form", "week", name="charts_by_week")]


class Placing(models.Model):
    """One line of a chart as it stood from the entry `seq` on; `until`: the entry that changed it.

    `until` is None for the line as it stands now, so what was known at any position can be asked.
    """

    pk = models.CompositePrimaryKey("chart_id", "rank", "seq")
    chart = models.ForeignKey(
        Chart, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="placings"
    )
    rank = models.IntegerField()
    seq = models.BigIntegerField()
    until = models.BigIntegerField(null=True)
    show = models.CharField(max_length=300)
    season = models.CharField(max_length=300, default="")
    film = models.BooleanField()
    hours = models.BigIntegerField(null=True)
    views = models.BigIntegerField(null=True)
    runtime = models.IntegerField(null=True)
    weeks = models.IntegerField(null=True)
    staggered = models.BooleanField(null=True)

    class Meta:
        indexes = [models.Index("show", "season", name="placings_by_title")]


class ChartTitle(models.Model):
    """A title as charts print it, and the work that it was said to be."""

    id = RowId(primary_key=True)
    publication = models.CharField(max_length=40)
    show = models.CharField(max_length=300)
    season = models.CharField(max_length=300, default="")
    film = models.BooleanField()
    work_id = models.BigIntegerField(null=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("publication", "show", "season", "film", name="one_title")
        ]


class Point(models.Model):
    """One number of a counter as it stood from the entry `seq` on, up to the entry `until`.

    See points.Point for what the columns say. Thousands of them belong to one work, so pages read
    them by plain SQL.
    """

    pk = models.CompositePrimaryKey("counter", "at", "seq")
    counter = models.BigIntegerField()
    at = models.BigIntegerField()
    seq = models.BigIntegerField()
    until = models.BigIntegerField(null=True)
    whole_day = models.BooleanField()
    digits = models.BigIntegerField()
    places = models.SmallIntegerField()
    bound = models.CharField(max_length=1)
