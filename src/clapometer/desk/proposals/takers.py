"""What a kind of proposals is taken by: comparing it, editing it, writing it, taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ..rehearsing import Effect
from .models import Decision, Proposal

Said = Mapping[str, Any]
ROWS = {
    "same": "the record holds exactly this",
    "new": "the record holds nothing of it",
    "differs": "the record holds something else",
}
"""What a row of a comparison can be."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a proposal beside what the record holds; `state` is one of ROWS."""

    field: str
    held: str
    says: str
    state: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that one key gives: what it says, and the fields that it fills in."""

    label: str
    typed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A proposal beside the record.

    `sentence`: the difference in one sentence, such as “We hold 97 % of 37; the story says 98 %.”
    `hindered`: why yes cannot be said as it stands, "" where it can. `nothing_new`: the record
    says all of it already. `about`: the path of the page on which that is seen. `choices`: answers
    to choose from by the keys 1 to 9. `effect`: what it would do to the score of a work. `alone`:
    why it is accepted by itself and not by a rule together with others, "" where it may be.
    """

    rows: tuple[Row, ...] = ()
    sentence: str = ""
    hindered: str = ""
    nothing_new: bool = False
    about: str = ""
    choices: tuple[Choice, ...] = ()
    effect: Effect | None = None
    alone: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a proposal that an editor can change; `kind` as in the forms of the desk: a type
    of HTML's input, or "area", "choice" (with `choices`, value and label), "check"."""

    name: str
    label: str
    value: str = ""
    kind: str = "text"
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    suggestions: tuple[str, ...] = ()
    required: bool = False


class Taker(Protocol):
    """What a kind of proposals does. Whatever cannot be is said by EntryRefused or FactRefused,
    whose problems name the field."""

    def compare(self, proposal: Proposal) -> Comparison:
        """Return the proposal beside the record."""
        ...

    def fields(self, proposal: Proposal) -> Sequence[Field]:
        """Return what can be edited of it, filled in."""
        ...

    def edited(self, proposal: Proposal, typed: Mapping[str, str]) -> Said:
        """Return what would be recorded with the fields as typed: a `said` for accept()."""
        ...

    def accept(self, proposal: Proposal, said: Said, actor: str) -> list[int]:
        """Write it; return the positions of the entries. It is called in a transaction that holds
        the ledger's lock; an empty list where the record says it already."""
        ...

    def undo(self, decision: Decision, reason: str, actor: str) -> list[int]:
        """Take back what the decision wrote, by counter-entries; return their positions. It is
        called for one that wrote nothing too."""
        ...


def row(field: str, held: str, says: str) -> Row:
    """Return a row of a comparison: the same, new, or something else."""
    state = "same" if held == says else "differs" if held else "new"
    return Row(field, held, says, state)


TAKERS: dict[str, Taker] = {}
"""The takers by kind of proposal; a room puts its own here when the program starts."""


def taker_of(proposal: Proposal) -> Taker:
    """Return the taker of a proposal."""
    return TAKERS[proposal.kind]
