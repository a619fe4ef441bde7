"""A made-up series with much to say of it: reviews, seasons, and all that is dated about it."""

from __future__ import annotations

from typing import NamedTuple

SEASONS, REVIEWS, OF_SEASON, CRITICS, OUTLETS = 8, 400, 50, 390, 60
START = 1_640_995_200_000_000
DAY = 86_400_000_000
_QUOTE = "Number {} of the made-up sentences that a made-up critic wrote about a made-up series."


class LargeWork(NamedTuple):
    """The numbers of the series and of its seasons, in their order."""

    series: int
    seasons: tuple[int, ...]


def write_large_work() -> LargeWork:
    """Write the series into the site that is open: 400 reviews of it, 50 of each of 8 seasons."""
    series, seasons = _works()
    critics, outlets = _people()
    _reviews(series, critics, outlets, REVIEWS, START)
    for number, season in enumerate(seasons):
        _reviews(season, critics, outlets, OF_SEASON, START + number * 200 * DAY)
    return LargeWork(series, seasons)


def _works() -> tuple[int, tuple[int, ...]]:
    from clapometer.catalogue.drafts import work_added
    from clapometer.ledger.writing import writing

    with writing("benchmark") as writer:
        series = writer.append_one(
            work_added(kind="series", title="The Long Harbour (made up)", year=2022)
        ).seq
        drafts = [
            work_added(
                kind="season", title=f"Season {n + 1}", parent=series, number=n + 1,
                year=2022 + n // 2, released=START + n * 200 * DAY,
            )
            for n in range(SEASONS)
        ]  # fmt: skip
        return series, tuple(entry.seq for entry in writer.append(drafts))


def _people() -> tuple[list[int], list[int]]:
    from clapometer.ledger.writing import writing
    from clapometer.reviews.drafts import critic_added, outlet_added

    with writing("benchmark") as writer:
        critics = writer.append([critic_added(f"Made-up Critic {n}") for n in range(CRITICS)])
        outlets = writer.append([outlet_added(f"Made-up Outlet {n}") for n in range(OUTLETS)])
    return [one.seq for one in critics], [one.seq for one in outlets]


def _reviews(work: int, critics: list[int], outlets: list[int], count: int, start: int) -> None:
    """Write reviews that come in thick after the release and thin for a year afterwards."""
    from clapometer.ledger.writing import writing
    from clapometer.reviews.contents import Content
    from clapometer.reviews.drafts import Reviewer, review_posted

    drafts = []
    for n in range(count):
        content = Content(
            n % 5 != 3, f"{n % 9 + 2}/10", happened_at=start + n * n * 300 * DAY // count**2,
            dated="instant", verdict_by="converted", top=n % 4 == 0, quote=_QUOTE.format(n),
            link=f"https://outlet-{n}.example/the-long-harbour",
        )  # fmt: skip
        # A critic writes for one outlet here and for another there, and never twice for one.
        who = Reviewer(critics[n % CRITICS], outlets[(n + n // CRITICS) % OUTLETS], work)
        drafts.append(review_posted(who, content))
    with writing("benchmark") as writer:
        writer.append(drafts)
