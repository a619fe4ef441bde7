"""How sure it is that what was found is a critic's review, as a table of points."""

from __future__ import annotations

from collections.abc import Iterable

POINTS: dict[str, tuple[int, str]] = {
    "data": (45, "the page’s structured data calls it a review"),
    "page": (25, "the headline, the address or the section calls the page a review"),
    "work": (10, "it says what it is of"),
    "kind": (5, "and that this is a film, series, season or episode"),
    "grade": (15, "it has a grade with a scale"),
    "unscaled": (5, "it has a grade, whose scale is not said"),
    "verdict": (10, "it gives a verdict in words"),
    "critic": (10, "it says who wrote it"),
    "byline": (10, "who is also the writer of the page"),
    "dated": (5, "it has a date"),
}
"""Points in hundredths by what is there, with the reason."""
NOT_THE_PAGES_OWN = 40
"""The most that a review can have which is one of several on the page, or a reader's."""


def confidence(there: Iterable[str], *, own: bool) -> float:
    """Return the confidence from 0 to 1 of a review that has what is there."""
    points = min(99, sum(POINTS[one][0] for one in there))
    return (points if own else min(points, NOT_THE_PAGES_OWN)) / 100
