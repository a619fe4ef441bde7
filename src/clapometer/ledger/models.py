"""The tables of the ledger: entries, the texts beside them, and the cursors of consumers."""

from __future__ import annotations

from django.db import models

from .fields import RowId


class LedgerEntry(models.Model):
    """One fact. Triggers in the database refuse any change or removal (see the first migration)."""

    seq = RowId(primary_key=True)
    kind = models.CharField(max_length=40)
    happened_at = models.BigIntegerField(null=True)
    recorded_at = models.BigIntegerField()
    actor = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    body = models.TextField()
    leaf = models.BinaryField(max_length=32)


class LedgerText(models.Model):
    """A text the log commits to by a salted hash: it can be erased without touching a leaf."""

    pk = models.CompositePrimaryKey("seq", "field")
    seq = models.BigIntegerField()
    field = models.CharField(max_length=20)
    salt = models.BinaryField(max_length=16)
    text = models.TextField()


class LedgerCursor(models.Model):
    """How far a consumer has read the ledger."""

    name = models.CharField(max_length=40, primary_key=True)
    seq = models.BigIntegerField()
