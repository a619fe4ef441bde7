"""What a kind of entry is, said as data: each room has a table of those it writes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class EntryKind(NamedTuple):
    """What an entry says, which members its body may have, and which texts lie beside it.

    `body` and `texts` tell each name with its meaning. A text's name stands in the body too, with
    its commitment.
    """

    means: str
    body: Mapping[str, str]
    texts: Mapping[str, str] = MappingProxyType({})
