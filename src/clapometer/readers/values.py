"""Values of typed formats (JSON, Parquet) as the text a cell of CSV would hold."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import orjson


def cell_text(value: object) -> str:
    """Return the text of a value: "" for none, true/false, ISO 8601 for dates, JSON for lists.

    A float that is whole is written without its fraction, since tables with gaps turn whole
    numbers into floats and identifiers would otherwise change.
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else _number(value)
    if isinstance(value, int | Decimal):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return _json(value)


def _number(value: float) -> str:
    return "" if value != value else repr(value)


def _json(value: object) -> str:
    try:
        return orjson.dumps(value, default=str, option=orjson.OPT_NON_STR_KEYS).decode()
    except (TypeError, ValueError, RecursionError):
        return ""
