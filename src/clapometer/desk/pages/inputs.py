"""One field of a form as the template `desk/input.html` prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Input:
    """A field: its name and label, what was typed, and one sentence where that is wrong.

    `kind`: a type of HTML's input, or "area" (several lines), "choice" (`choices`: value and
    label), "check". `suggestions` are offered while typing, and bind nobody. `first`: the cursor
    stands here when the page opens.
    """

    name: str
    label: str
    value: str = ""
    kind: str = "text"
    hint: str = ""
    wrong: str = ""
    required: bool = False
    first: bool = False
    longest: int | None = None
    choices: Sequence[tuple[str, object]] = ()
    suggestions: Sequence[str] = ()
    complete: str = "off"
    mode: str = ""

    @property
    def id(self) -> str:
        """Return the id of the element, by which its label and its sentences name it."""
        return f"in-{self.name}"

    @property
    def described_by(self) -> str:
        """Return the ids of the sentences about the field."""
        told = (("hint", self.hint), ("wrong", self.wrong))
        return " ".join(f"{self.id}-{part}" for part, text in told if text)


def complaints(inputs: Sequence[Input]) -> list[Input]:
    """Return the fields with which something is wrong: the list at the head of a form."""
    return [one for one in inputs if one.wrong]
