"""What happens to one reviewer's review of one work, as the ledger tells it."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of event and what it does to the review of its reviewer.

    `says`: the event carries a verdict or grade, which becomes what the reviewer says.
    `withdrawn`, `excluded`: what the event sets these two marks to; None leaves the mark alone.
    A review is in force while it says something and bears neither mark.
    """

    says: bool
    withdrawn: bool | None
    excluded: bool | None
    effect: str


KINDS: dict[str, Kind] = {
    "posted": Kind(
        True, False, None,
        "The reviewer's verdict and grade come into force. Posted twice, the later one revises.",
    ),
    "revised": Kind(
        True, False, None,
        "The new verdict and grade replace the earlier ones. An exclusion stays.",
    ),
    "withdrawn": Kind(
        False, True, None,
        "The reviewer takes the review back: it counts no longer, until posted or revised again.",
    ),
    "excluded": Kind(
        False, None, True,
        "An editor takes the review out: it counts no longer, whatever is posted, until restored.",
    ),
    "restored": Kind(
        False, False, False,
        "Takes back an exclusion or a withdrawal: the reviewer's last words count again.",
    ),
}  # fmt: skip


class KindUnknown(ValueError):
    """An event bears a kind that is not in the table KINDS."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"“{kind}” is no kind of event; known are {', '.join(KINDS)}.")
        self.kind = kind


class Event(NamedTuple):
    """One entry about one reviewer (critic × outlet) of one work.

    `seq` orders entries of one instant. `critic` is None for an unnamed reviewer, who is always
    its own critic. `happened_at` is None where the time of publication is unknown; such an entry
    takes place at `recorded_at`, the first instant at which this site can prove it. `voided_at` is
    the instant at which an undo took the entry back. `positive` is None for an unknown verdict;
    `grade` is in ten-thousandths of its scale.

    It is a NamedTuple because histories of millions of works are built from it: it is made three
    times as fast as a frozen dataclass.
    """

    seq: int
    reviewer: int
    critic: int | None
    kind: str
    happened_at: int | None
    recorded_at: int
    voided_at: int | None = None
    positive: bool | None = None
    grade: int | None = None
    top: bool = False
