"""What a form would change, field by field: before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from .inputs import Input


class Difference(NamedTuple):
    """One field with what it says now and what it would say."""

    label: str
    before: str
    after: str


def differences(before: Mapping[str, str], inputs: Sequence[Input]) -> list[Difference]:
    """Return the fields of a form that hold something else than before."""
    return [
        Difference(one.label, _shown(one, before.get(one.name, "")), _shown(one, one.value))
        for one in inputs
        if before.get(one.name, "").strip() != one.value.strip()
    ]


def _shown(one: Input, value: str) -> str:
    if one.kind == "check":
        return _("yes") if value else _("no")
    if one.kind == "choice":
        return str(dict(one.choices).get(value, value))
    return value
