"""A critic is against the ferryman's film, and the worker runs once:

`record_and_send.py PORT PEM [record]`; without the last word the worker runs alone.

Runs beside the served site, in its folder (CLAPOMETER_DATA), with the site's own code; two things
are different. The worker's clock is a quarter of an hour ahead, so that what waits until it is sure
has waited; and the push service of the tests, on this machine, may be reached and is believed.
"""

from __future__ import annotations

import os
import sys
import threading

AHEAD = 15 * 60 * 1_000_000
"""Microseconds."""


def record() -> None:
    """Write a review of now, against the film, by a critic who has not been there before."""
    from clapometer.alerts.notices import watching
    from clapometer.catalogue.models import Work
    from clapometer.instants import format_instant, now
    from clapometer.reviews.contents import Content
    from clapometer.reviews.drafts import Reviewer, critic_added, review_posted
    from clapometer.reviews.models import Outlet
    from tests.site.festival import append

    # What was recorded before anybody looked is no news.
    watching.run()
    at = now()
    film = Work.objects.get(title__startswith="The Ferryman's Holiday")
    outlet = Outlet.objects.get(name="Reel & Tide")
    (critic,) = append(critic_added("Uma Latecomer"), at=format_instant(at))
    content = Content(False, "1/5", happened_at=at, dated="instant", verdict_by="converted")
    append(review_posted(Reviewer(critic, outlet.id, film.id), content), at=format_instant(at))


def send(port: int, certificate: str) -> bool:
    """Let the worker do what is due; return whether nothing was left."""
    from clapometer.alerts.notices import watching
    from clapometer.alerts.outbox.working import Work
    from clapometer.fetching.posting import Post
    from clapometer.instants import now

    engine = Post(
        "Clapometer/test", permit={("127.0.0.1", port)}, trust=certificate,
        names=[f"push.test:{port}:127.0.0.1"],
    )  # fmt: skip
    watching.run()
    watching.run(now() + AHEAD)
    work = Work(print, threading.Event(), engine=engine, clock=lambda: now() + AHEAD)
    return work.run(once=True)


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "clapometer.config.settings"
    import django

    django.setup()
    if "record" in sys.argv[1:]:
        record()
    return 0 if send(int(sys.argv[1]), sys.argv[2]) else 1


if __name__ == "__main__":
    sys.exit(main())
