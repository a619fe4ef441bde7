"""A made-up series with much to say of it: reviews, seasons, and all that is dated about it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from clapometer.facts.kinds import FactKind

ACTOR = "member:1"
FIRST = date(2022, 1, 1)
SEASONS, REVIEWS, OF_SEASON, CRITICS, OUTLETS = 8, 400, 50, 390, 60
START = 1_640_995_200_000_000
DAY = 86_400_000_000
_QUOTE = "Number {} of the made-up sentences that a made-up critic wrote about a made-up series."


class LargeWork(NamedTuple):
    """The numbers of the series and of its seasons, in their order."""

    series: int
    seasons: tuple[int, ...]


def write_large_work() -> LargeWork:
    """Write the series into the site that is open.

    400 reviews of it and 50 of each of its 8 seasons, 3,000 points of signals, and what editors
    enter.
    """
    series, seasons = _works()
    critics, outlets = _people()
    _reviews(series, critics, outlets, REVIEWS, START)
    for number, season in enumerate(seasons):
        _reviews(season, critics, outlets, OF_SEASON, START + number * 200 * DAY)
    _numbers(series, seasons)
    _facts(series, seasons)
    return LargeWork(series, seasons)


def _works() -> tuple[int, tuple[int, ...]]:
    from clapometer.catalogue.drafts import work_added
    from clapometer.ledger.writing import writing

    with writing(ACTOR) as writer:
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

    with writing(ACTOR) as writer:
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
    with writing(ACTOR) as writer:
        writer.append(drafts)


def _numbers(series: int, seasons: tuple[int, ...]) -> None:
    """Write 3,000 points: two counters of 1,400 days, and 25 weeks on a chart of each season."""
    from clapometer.desk.stating import add_fact
    from clapometer.ledger.writing import writing
    from clapometer.signals.facts import COUNTER
    from clapometer.signals.points import point_on, points_told

    for name in ("#longharbour", "The Long Harbour"):
        typed = {**_example(COUNTER), "of": name, "person": ""}
        counter = add_fact(COUNTER, series, typed, ACTOR).seq
        points = [point_on(FIRST + timedelta(n), 1_000 + n * 37 % 999) for n in range(1_400)]
        with writing(ACTOR) as writer:
            writer.append_one(points_told(counter, points, "A Made-up Source"))
    for number, season in enumerate(seasons):
        _chart_weeks(season, f"Season {number + 1}", FIRST + timedelta(number * 200))


def _chart_weeks(season: int, name: str, first: date) -> None:
    from clapometer.ledger.writing import writing
    from clapometer.signals.drafts import ChartKey, Line, TitleKey, chart_listed, chart_matched

    show = "The Long Harbour (made up)"
    sunday = first + timedelta(6 - first.weekday())
    with writing(ACTOR) as writer:
        for week in range(25):
            key = ChartKey("netflix-top10", "global", "", "TV (English)",
                           sunday + timedelta(7 * week))  # fmt: skip
            line = Line(week % 10 + 1, show, name, 9_000_000 - week, None, None, week + 1)
            writer.append_one(chart_listed(key, [line]))
        title = TitleKey("netflix-top10", show, name, film=False)
        writer.append_one(chart_matched(title, season))


def _facts(series: int, seasons: tuple[int, ...]) -> None:
    """Write what editors enter: people and credits, releases, trailers, renewals, and so on."""
    from clapometer.catalogue.facts.credits import CREDIT, PERSON
    from clapometer.desk.stating import add_fact
    from clapometer.facts.kinds import kind_named

    for number in range(20):
        typed = {**_example(PERSON), "name": f"Made-up Person {number}"}
        person = add_fact(PERSON, 0, typed, ACTOR).seq
        add_fact(CREDIT, series, {**_example(CREDIT), "person": f"p{person}"}, ACTOR)
    for number, season in enumerate(seasons):
        when = (FIRST + timedelta(number * 200)).isoformat()
        for name in ("release", "trailer", "synopsis", "announcement"):
            kind = kind_named(name)
            assert kind is not None
            about = series if name == "announcement" else season
            typed = {**_example(kind), "when": when}
            if name == "announcement":
                typed |= {"status": "renewed", "seasons": str(number + 1)}
            add_fact(kind, about, typed, ACTOR)


def _example(kind: FactKind) -> dict[str, str]:
    return {field.name: field.example for field in kind.every_field}
