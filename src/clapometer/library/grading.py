"""Grades as printed, and the scale that somebody's grades are on."""

from __future__ import annotations

from collections.abc import Iterable

from clapometer.scoring.grades import Grade, read_grade
from clapometer.scoring.infer import Proposal
from clapometer.scoring.infer import infer_scale as propose_scale

from .problems import refusing


def grade(text: object, scale: str | None = None) -> Grade:
    """Return a grade as printed: `value` is its exact share of the scale, a Fraction from 0 to 1.

    `text`: as printed; a number is read as it is written. `scale`: that of texts which state none,
    "of-5" or a name of the reference of grades. Raises Refused with the reason why it is no grade.

    >>> import clapometer as clap
    >>> clap.grade("3 1/2 out of 4").value
    Fraction(7, 8)
    >>> clap.grade("B-").value, clap.grade("B-", scale="letters-school").value
    (Fraction(2, 3), Fraction(4, 5))
    >>> clap.grade(7, scale="of-10").points
    7000
    """
    with refusing():
        return read_grade(str(text), scale)


def infer_scale(grades: Iterable[object]) -> Proposal:
    """Return which scale somebody's grades are on, with the evidence, for a person to confirm.

    `grades`: as printed, all by one outlet or critic; empty ones are left out.

    >>> import clapometer as clap
    >>> proposal = clap.infer_scale(["7/10", "8/10", "9/10", "6", "7.5"])
    >>> proposal.scale
    'of-10'
    >>> proposal.fits, proposal.total, proposal.by
    (5, 5, 'stated')
    """
    return propose_scale(str(one) for one in grades if one is not None)
