"""What the record holds of a reviewer and a work, as it would be typed."""

from __future__ import annotations

from typing import NamedTuple

from clapometer.reviews.models import NOBODY, Review
from clapometer.reviews.record import Said, said_by

from ..names import id_named
from ..reviewtyped import typed_of


class Held(NamedTuple):
    """A review that stands: its number, what it says, and that as typed."""

    review: int
    said: Said
    typed: dict[str, str]


def held_by(work: int, critic: str, outlet: str) -> Held | None:
    """Return the review of a work by a reviewer who is named so; None where none is in force."""
    who = id_named("critic", critic), id_named("outlet", outlet)
    if who == (NOBODY, NOBODY):
        return None
    mine = Review.objects.filter(work_id=work, critic_id=who[0], outlet_id=who[1])
    found = mine.filter(standing__isnull=False).order_by("id").first()
    return None if found is None else held(found)


def held_numbered(review: int) -> Held | None:
    """Return a review by its number; None where none is in force."""
    found = Review.objects.filter(id=review, standing__isnull=False).first()
    return None if found is None else held(found)


def held(review: Review) -> Held:
    """Return a review that is in force, with what it says."""
    assert review.standing is not None
    said = said_by([review.standing])[review.standing]
    names = {"critic": said.critic.name if said.critic else "", "outlet": said.outlet_name}
    return Held(review.id, said, {**typed_of(said), **names})
