"""Of what a record can be made, by how it is stated."""

import pytest

from clapometer.desk.claims.certainty import recordable
from clapometer.readers.claims.claim import Claim


def claim(kind, modality, value="made up"):
    return Claim(kind=kind, work="Salt Road", season=2, value=value, modality=modality,
                 span=(0, 1), rule="made up")  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "modality", "value", "record", "can"),
    [
        ("cast", "confirmed", "Ada Quill", "credit", True),
        ("cast", "speculated", "Ada Quill", "credit", False),
        ("cast", "denied", "Ada Quill", "credit", False),
        ("renewal", "speculated", "renewed", "announcement", True),
        ("cancellation", "denied", "cancelled", "announcement", True),
        ("premiere", "speculated", "2027", "announcement", True),
        ("premiere", "speculated", "2027", "reported-date", False),
        ("premiere", "undecided", None, "announcement", False),
        ("review_score", "at_debut", 100, "outside-score", True),
    ],
)
def test_what_can_be_recorded(kind, modality, value, record, can):
    assert recordable(claim(kind, modality, value), record) is can
