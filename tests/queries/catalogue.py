"""A made-up catalogue of seasons and films, the same for the same seed, with all kinds of ties."""

from __future__ import annotations

import random
from datetime import date

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact
from clapometer.facts.kinds import kind_named
from clapometer.instants import UTC, start_of_day
from clapometer.ledger.writing import writing
from clapometer.reviews.contents import Content
from clapometer.reviews.drafts import Reviewer, outlet_added, review_marked, review_posted

DAY = 86_400_000_000
START = start_of_day(date(2026, 1, 1), UTC)


def day(number: int) -> int:
    return START + number * DAY


def tell(seed: int, series: int = 6, films: int = 6) -> list[Work]:
    """Write the catalogue; half of its reviews are recorded much later than they were written."""
    chance = random.Random(seed)
    with writing("test editor", recorded_at=day(0)) as writer:
        outlets = [writer.append_one(outlet_added(f"Outlet {n}")).seq for n in range(40)]
        works = [_film(writer, number) for number in range(films)]
        works += [one for number in range(series) for one in _series(writer, number, chance)]
    for late in (False, True):
        at = day(400 if late else 300)
        with writing("test editor", recorded_at=at) as writer:
            for work in works:
                _review(writer, work, outlets, chance, late=late)
    return list(Work.objects.filter(id__in=works))


def _film(writer, number) -> int:
    draft = work_added(kind="film", title=f"Film {number % 4}", year=2026, release="limited")
    return writer.append_one(draft).seq


def _series(writer, number, chance) -> list[int]:
    parent = writer.append_one(work_added(kind="series", title=f"Series {number}")).seq
    return [
        writer.append_one(
            work_added(
                kind="season", title=f"Season {place}", parent=parent, number=place,
                released=day(chance.randrange(0, 60) + 60 * place),
            )
        ).seq
        for place in range(1, chance.randrange(3, 5))
    ]  # fmt: skip


def _review(writer, work, outlets, chance, *, late) -> None:
    likes = chance.choice((0.5, 0.8, 0.9, 1.0, 1.0))
    chosen = chance.sample(outlets[20:] if late else outlets[:20], chance.randrange(0, 20))
    for outlet in chosen:
        told = Content(
            chance.random() < likes, happened_at=day(chance.randrange(1, 200)), dated="day",
            verdict_by="reported", top=chance.random() < 0.7,
        )  # fmt: skip
        review = writer.append_one(review_posted(Reviewer(0, outlet, work, f"c{outlet}"), told))
        if chance.random() < 0.1:
            out = review_marked("withdrawn", review.seq, work, day(chance.randrange(200, 260)), "")
            writer.append_one(out)


def announce(seed: int) -> None:
    """State renewals of the series, some of them no more than rumours, and some releases."""
    chance = random.Random(seed)
    announcement, release = kind_named("announcement"), kind_named("release")
    for series in Work.objects.filter(kind="series").order_by("id"):
        for _ in range(chance.randrange(0, 4)):
            when = date.fromordinal(date(2026, 1, 1).toordinal() + chance.randrange(30, 300))
            typed = {
                "status": chance.choice(("renewed", "renewed", "cancelled")),
                "certainty": chance.choice(("official", "official", "rumoured")),
                "seasons": "3", "by": "Made-up Stream", "when": when.isoformat(),
            }  # fmt: skip
            add_fact(announcement, series.id, typed, "member:1")
    for season in Work.objects.filter(kind="season").order_by("id")[::3]:
        add_fact(release, season.id, {"when": "2026-03-01"}, "member:1")
