"""A whole-number key that SQLite stores as the row's own position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


class RowId(models.BigIntegerField):  # type: ignore[type-arg]
    """A 64-bit key given by us, never by the database.

    SQLite makes only a column declared exactly `integer` an alias of the row id; declared
    `bigint` it would keep a second tree for the key, and every insert would pay for both.
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "integer" if connection.vendor == "sqlite" else "bigint"
