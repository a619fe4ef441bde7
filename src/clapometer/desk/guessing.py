"""What the record tells of a review before it is typed: whose it probably is, and known names."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection

from clapometer.catalogue.folding import fold
from clapometer.reviews.hosts import host_of, outlet_on, regular_critic
from clapometer.reviews.models import Critic, Outlet, Review
from clapometer.reviews.people import find_named
from clapometer.reviews.record import said_by

from .names import id_named
from .renaming import MODELS, Named
from .reviewtyping import typed_link

# Names are offered from so many of the last reviews.
_REVIEWS, OFFERED = 2_000, 200


class Guess(NamedTuple):
    """Who wrote a review, as its link and what is typed suggest; "" where nothing does."""

    outlet: str = ""
    critic: str = ""
    top: bool = False


def guess_reviewer(link: str, outlet: str = "", critic: str = "") -> Guess:
    """Return what earlier reviews suggest for what is not typed yet.

    The outlet is the one whose reviews stand on the link's host; the critic, who writes nearly all
    of that outlet's; and who was a top critic there last time is one still.
    """
    host = host_of(typed_link(link) or "")
    found = _named(Outlet, outlet) if outlet else _on(host)
    writes = _named(Critic, critic) if critic else found and regular_critic(found.id)
    return Guess(
        "" if outlet or found is None else found.name,
        "" if critic or writes is None else writes.name,
        bool(found and writes and _was_top(writes.id, found.id)),
    )


def names_offered(kind: str, typed: str = "", most: int = OFFERED) -> list[str]:
    """Return names of critics or outlets to choose from: those that fit, else the latest."""
    if typed.strip():
        outlets = kind == "outlet"
        found = find_named(Outlet, typed, 10) if outlets else find_named(Critic, typed, 10)
        return [one.name for one in found]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {kind}_id, max(id) FROM (SELECT {kind}_id, id FROM reviews_review"
            f" ORDER BY id DESC LIMIT {_REVIEWS}) latest GROUP BY {kind}_id"
            f" ORDER BY 2 DESC LIMIT {most}"
        )
        ids = [row[0] for row in cursor.fetchall()]
    named = MODELS[kind].objects.in_bulk(ids)
    return [named[id_].name for id_ in ids if id_ in named]


def _on(host: str) -> Outlet | None:
    """Return the outlet on a host; without earlier reviews, one that is called like the host."""
    if not host:
        return None
    return outlet_on(host) or _called_like(host)


def _called_like(host: str) -> Outlet | None:
    """Return the outlet whose name, without its blanks, is a part of the host: kino-kestrel.com."""
    parts = {part.replace("-", "") for part in host.split(".")[:-1]}
    words = " ".join(host.rpartition(".")[0].replace(".", "-").split("-"))
    near = [one for one in find_named(Outlet, words) if fold(one.name).replace(" ", "") in parts]
    return near[0] if len(near) == 1 else None


def _named(model: type[Named], name: str) -> Named | None:
    kind = "critic" if model is Critic else "outlet"
    return model.objects.filter(id=id_named(kind, name)).first()


def _was_top(critic: int, outlet: int) -> bool:
    last = (
        Review.objects.filter(critic_id=critic, outlet_id=outlet, standing__isnull=False)
        .order_by("-id")
        .values_list("standing", flat=True)
        .first()
    )
    return last is not None and said_by([last])[last].top
