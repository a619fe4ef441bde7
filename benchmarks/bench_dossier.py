"""The page of a work that much is known of, and those beside it; now, and as of an instant."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

from .large_work import LargeWork, write_large_work
from .measure import latencies, open_site, quantile, table

if TYPE_CHECKING:
    from django.test import Client

CALLS = 40
AS_OF = "?at=2023-06-01&known=2099-01-01"


def main(folder: Path) -> None:
    """Write the work into the site in the folder, and ask for its pages."""
    open_site(folder)
    (folder / "static").mkdir(exist_ok=True)
    work = write_large_work()
    # Each page is asked for once before, so that the process is warm; no page is ever kept.
    rows = [_measured(name, path) for name, path in pages_of(work).items()]
    header = ("page", "median ms", "p99 ms", "KB", "KB compressed")
    title = "A work with 400 reviews, 8 seasons, 3,000 points of signals, rendered anew"
    table(title, header, rows)


def pages_of(work: LargeWork) -> dict[str, str]:
    """Return the pages that are measured, by what they are."""
    from clapometer.catalogue.models import Work
    from clapometer.site.addresses import work_address

    series, season = (Work.objects.get(id=one) for one in (work.series, work.seasons[-1]))
    page = work_address(series)
    return {
        "the work": page,
        "the work, as of an instant on both clocks": f"{page}{AS_OF}",
        "its last season": work_address(season),
        "its reviews": f"{page}/reviews",
        "its numbers": f"{page}/numbers",
        "its facts to cite": f"{page}/cite",
        "its facts to cite, as JSON": f"{page}/cite.json",
        "its timeline": f"{page}/timeline",
        "its timeline, as of an instant on both clocks": f"{page}/timeline{AS_OF}",
        "the words of its timeline searched": f"{page}/timeline?text=number",
    }


def _measured(name: str, path: str) -> tuple[object, ...]:
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    body = _get(client, path)
    times = latencies(lambda _: _get(client, path), CALLS)
    sizes = (len(one) / 1000 for one in (body, gzip.compress(body, 6)))
    spent = (quantile(times, share) * 1e3 for share in (0.5, 0.99))
    return (name, *(f"{one:.1f}" for one in (*spent, *sizes)))


def _get(client: Client, path: str) -> bytes:
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    content: bytes = response.content
    return content
