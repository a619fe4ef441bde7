"""A made-up festival, small and exact, that the tests of the pages tell their stories with.

Every film, person and outlet in it is invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.instants import UTC, parse_instant, start_of_day
from clapometer.ledger.entries import Draft
from clapometer.ledger.writing import writing
from clapometer.reviews.contents import Content
from clapometer.reviews.drafts import (
    Reviewer,
    critic_added,
    outlet_added,
    review_marked,
    review_posted,
    review_said,
)

OUTLETS = (
    "The Morning Lantern",
    "Reel & Tide",
    "Kino Kestrel",
    "Afternoon Gazette",
    "Projectionist",
)
CRITICS = (
    "Ada Merriweather", "Bo Lindqvist", "Carmen Okafor", "Dario Venn", "Elin Quist",
    "Farid Amberley", "Greta Halloran", "Hugo Pell", "Ines Corvane", "Jonas Wick",
    "Kaya Thorne", "Lev Marsden",
)  # fmt: skip
QUOTES = (
    "A small film about a large harbour, and one of the year's kindest.",
    "It takes its time, and then it takes your breath.",
    "The second act wanders off; the third comes back with flowers.",
    "Handsome, hollow, and twenty minutes too long.",
    "I laughed at the ferry, I cried at the lighthouse.",
    "Everyone in it seems to be waiting for a better film.",
)


def day(text: str) -> int:
    """The start of a day, as reviews dated by day have it."""
    return start_of_day(date.fromisoformat(text), UTC)


def instant(text: str) -> int:
    return parse_instant(text, UTC)


@dataclass
class Festival:
    """What was written: ids by name."""

    works: dict[str, Work] = field(default_factory=dict)
    outlets: dict[str, int] = field(default_factory=dict)
    critics: dict[str, int] = field(default_factory=dict)
    reviews: dict[str, int] = field(default_factory=dict)


def append(*drafts: Draft, at: str = "2026-03-01T09:00Z") -> list[int]:
    """Write the drafts as the tests' editor; return their positions."""
    with writing("test editor", recorded_at=instant(at)) as writer:
        return [entry.seq for entry in writer.append(drafts)]


def add_work(title: str, kind: str = "film", **facts) -> Work:
    (seq,) = append(work_added(kind=kind, title=title, **facts))
    return Work.objects.get(id=seq)


def said(positive: bool | None, grade: str = "", when: str | None = None, **more) -> Content:
    happened = None if when is None else day(when)
    dated = "unknown" if when is None else "day"
    by = "converted" if grade else "reported"
    return Content(positive, grade, happened_at=happened, dated=dated, verdict_by=by, **more)


def post(
    festival: Festival, work: Work, critic: str, outlet: str, content: Content, at: str
) -> int:
    """One review; critic and outlet are named by the tables above."""
    reviewer = Reviewer(festival.critics[critic], festival.outlets[outlet], work.id)
    (seq,) = append(review_posted(reviewer, content), at=at)
    return seq


def stage() -> Festival:
    """The festival's people, places and works, without a review."""
    festival = Festival()
    names = append(*map(outlet_added, OUTLETS), *map(critic_added, CRITICS), at="2026-03-01T08:00Z")
    festival.outlets = dict(zip(OUTLETS, names, strict=False))
    festival.critics = dict(zip(CRITICS, names[len(OUTLETS) :], strict=True))
    works = festival.works
    works["film"] = add_work("The Ferryman's Holiday (made up)", year=2026, release="limited")
    works["quiet"] = add_work("Nobody Came (made up)", year=2025)
    works["series"] = add_work("Harbour Lights (made up)", "series", year=2024)
    for number in (1, 2):
        works[f"season {number}"] = add_work(
            f"Season {number}",
            "season",
            parent=works["series"].id,
            number=number,
            year=2023 + number,
        )
    return festival


def tell() -> Festival:
    """The whole story: a debut at 100 %, a fall, a change of mind, a withdrawal, an exclusion.

    The film stands at 100 % (5 of 5) from 4 March; at 83 % (5 of 6) from 7 March, when Farid
    Amberley is against it; a revision, a withdrawal, an exclusion, a copy and a review without a
    date follow.
    """
    festival = stage()
    film, reviews = festival.works["film"], festival.reviews
    debut = CRITICS[:5]
    for number, critic in enumerate(debut):
        content = said(
            True, f"{4 + number % 2}/5", f"2026-03-0{2 + number // 2}", top=number < 3,
            quote=QUOTES[number % 3], link=f"https://example.org/review/{number}",
        )  # fmt: skip
        outlet = OUTLETS[number % len(OUTLETS)]
        reviews[critic] = post(
            festival, film, critic, outlet, content, f"2026-03-0{2 + number // 2}T12:00Z"
        )
    against = said(False, "2/5", "2026-03-07", quote=QUOTES[3], link="http://example.org/no")
    reviews["against"] = post(
        festival, film, "Farid Amberley", "Afternoon Gazette", against, "2026-03-07T10:00Z"
    )
    _aftermath(festival)
    _seasons(festival)
    return festival


def _aftermath(festival: Festival) -> None:
    film, reviews = festival.works["film"], festival.reviews
    copied = said(True, "4/5", "2026-03-02", quote=QUOTES[0])
    reviews["copy"] = post(
        festival, film, "Ada Merriweather", "Projectionist", copied, "2026-03-08T08:00Z"
    )
    greta = said(True, "B+", "2026-03-09", quote=QUOTES[4])
    reviews["greta"] = post(
        festival, film, "Greta Halloran", "Kino Kestrel", greta, "2026-03-09T08:00Z"
    )
    who = Reviewer(festival.critics["Greta Halloran"], festival.outlets["Kino Kestrel"], film.id)
    append(
        review_said(
            "revised", reviews["greta"], who, said(False, "C", "2026-03-11", quote=QUOTES[2])
        ),
        at="2026-03-11T08:00Z",
    )
    hugo = said(False, "1/5", "2026-03-12", quote=QUOTES[5])
    reviews["hugo"] = post(festival, film, "Hugo Pell", "Reel & Tide", hugo, "2026-03-12T08:00Z")
    append(
        review_marked(
            "excluded", reviews["hugo"], film.id, day("2026-03-14"), "He appears in the film."
        ),
        at="2026-03-14T08:00Z",
    )
    ines = said(True, "5/5", "2026-03-13", quote=QUOTES[1])
    reviews["ines"] = post(
        festival, film, "Ines Corvane", "Projectionist", ines, "2026-03-13T08:00Z"
    )
    append(
        review_marked("withdrawn", reviews["ines"], film.id, day("2026-03-15"), ""),
        at="2026-03-15T08:00Z",
    )
    jonas = said(True, "seven bells", None)
    reviews["undated"] = post(
        festival, film, "Jonas Wick", "Reel & Tide", jonas, "2026-03-16T08:00Z"
    )


def _seasons(festival: Festival) -> None:
    for number in (1, 2):
        season = festival.works[f"season {number}"]
        for place, critic in enumerate(CRITICS[:8]):
            content = said(
                place % 4 != 3 or number == 1, f"{6 + place % 4}/10", f"2026-03-{17 + place}",
                first_episodes=number == 2 and place < 2,
            )  # fmt: skip
            outlet = OUTLETS[place % len(OUTLETS)]
            post(festival, season, critic, outlet, content, f"2026-03-{17 + place}T12:00Z")


def crowd(festival: Festival, work: Work, count: int) -> None:
    """So many reviews by critics without a name in one outlet, over sixty days."""
    drafts = []
    for number in range(count):
        when = instant("2026-01-01T00:00Z") + (number * number % 60) * 86_400_000_000
        content = Content(
            number % 5 != 0, f"{number % 9 + 2}/10", happened_at=when, dated="day",
            verdict_by="converted", quote=QUOTES[number % len(QUOTES)],
            link=f"https://example.org/{number}",
        )  # fmt: skip
        reviewer = Reviewer(0, festival.outlets[OUTLETS[number % 5]], work.id, f"critic {number}")
        drafts.append(review_posted(reviewer, content))
    append(*drafts, at="2026-04-01T00:00Z")
