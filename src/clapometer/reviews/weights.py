"""The mean grade of a work by weights of its outlets, which a tally cannot hold."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from clapometer.catalogue.models import Work
from clapometer.instants import now
from clapometer.scoring.history import standing
from clapometer.scoring.rules import Rule
from clapometer.scoring.weighing import weighted_mean

from .events import events_of_work
from .models import Outlet, Review


def weighted_grade(
    work: Work, rule: Rule, weights: Mapping[str, Fraction], at: int | None, known: int | None
) -> Fraction | None:
    """Return the mean grade, 0..1, of the reviews in force, each weighing as its outlet does.

    `weights`: by the outlet's name; an outlet that is not among them weighs 1.
    """
    taken = rule.conversion.taken(events_of_work(work.id, known))
    if rule.window.changes:
        taken, known, at = rule.window.taken(taken, known), None, now() if at is None else at
    force = standing(taken, at=at, known=known, versions=rule.versions)
    reviews = Review.objects.in_bulk(list(force))
    outlets = Outlet.objects.in_bulk(
        {review.outlet_id for review in reviews.values() if review.outlet_id}
    )
    names = {
        number: outlets[review.outlet_id].name if review.outlet_id else ""
        for number, review in reviews.items()
    }
    grades = [(names[number], one.grade) for number, one in force.items() if one.grade is not None]
    return weighted_mean(grades, weights)
