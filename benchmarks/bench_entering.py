"""How long an editor waits who enters reviews of a work that has 400 of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .measure import latencies, open_site, quantile, table

if TYPE_CHECKING:
    from django.test import Client

REVIEWS, CALLS = 400, 40


def main(folder: Path) -> None:
    """Write the work into the site in the folder, and enter reviews of it by the pages."""
    open_site(folder)
    (folder / "static").mkdir(exist_ok=True)
    from django.urls import reverse

    client, address = _signed_in(), reverse("review_add", args=[_work()])
    steps: dict[str, Callable[[int], object]] = {
        "the empty form": lambda _: client.get(address),
        "what is typed, read": partial(_sent, client, address, "read"),
        "preview": partial(_sent, client, address, "preview"),
        "saving, and the next form": partial(_sent, client, address, "save"),
    }
    rows = []
    for name, step in steps.items():
        times = latencies(step, CALLS)
        rows.append((name, *(f"{quantile(times, share) * 1e3:.1f}" for share in (0.5, 0.99))))
    table(f"Entering reviews of a work with {REVIEWS}", ("step", "median ms", "p99 ms"), rows)


def _sent(client: Client, address: str, what: str, number: int) -> None:
    typed = {"link": f"https://mail.example/{number}", "grade": "B+", "date": "yesterday",
             "critic": f"Made-up {number}", "outlet": "Made-up Mail", "do": what}  # fmt: skip
    response = client.post(address, typed, follow=True)
    assert response.status_code == 200, (what, response.status_code)


def _signed_in() -> Client:
    from django.test import Client

    from clapometer.accounts.models import Member

    client = Client(headers={"host": "localhost"})
    client.force_login(Member.objects.create(email="bench@made-up.example", role="editor"))
    return client


def _work() -> int:
    """Return a new work with reviews by as many critics, in one outlet."""
    from clapometer.catalogue.drafts import work_added
    from clapometer.instants import now
    from clapometer.ledger.writing import writing
    from clapometer.reviews.contents import Content
    from clapometer.reviews.drafts import Reviewer, critic_added, outlet_added, review_posted

    with writing("benchmark") as writer:
        draft = work_added(kind="season", title="A Made-up Season to review", year=2026)
        work = writer.append_one(draft).seq
        outlet = writer.append_one(outlet_added("Made-up Benchmark")).seq
        day = now() - 86_400_000_000
        for number in range(REVIEWS):
            critic = writer.append_one(critic_added(f"Made-up critic {number} to review")).seq
            content = Content(number % 5 > 0, f"{number % 9 + 2}/10", happened_at=day - number)
            writer.append_one(review_posted(Reviewer(critic, outlet, work), content))
    return work


if __name__ == "__main__":
    main(Path(sys.argv[1]))
