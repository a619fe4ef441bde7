"""The demo's festival, told day by day to somebody who follows a film. Everybody is invented."""

from datetime import UTC

import pytest

from clapometer.alerts.models import Notice
from clapometer.catalogue.search import resolve_work
from clapometer.desk.festival.story import OPENING, read_happenings
from clapometer.desk.festival.telling import ACTOR, _Teller
from clapometer.instants import parse_instant, to_datetime
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.writing import writing
from tests.alerts.notices.followed import MINUTE, TOLD, follow, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def festival():
    """The festival from its opening; what `go` is told follows is followed."""
    opening = parse_instant(OPENING, UTC)

    def go(*names):
        teller = _Teller()
        with writing(ACTOR, (), opening) as writer:
            teller._open(writer)
        catch_up()
        run(opening)
        for name in names:
            follow(f"work:{resolve_work(f'demo:{name}').id}")
        last = opening
        for recorded_at, together in read_happenings():
            if recorded_at - last > 60 * MINUTE:
                run(last + 30 * MINUTE)
            with writing(ACTOR, (), recorded_at) as writer:
                for happening in together:
                    teller._record(writer, happening)
            catch_up()
            last = recorded_at
        run(last + 30 * MINUTE)
        run(last + 3000 * MINUTE)
        return [
            (to_datetime(one.happened_at).date().isoformat(), one.kind, one.title)
            for one in Notice.objects.filter(state__in=TOLD).order_by("happened_at", "id")
        ]

    return go


# By hand, from the story's reviews: what a film's follower hears over six weeks, and nothing else.
def test_who_follows_the_salt_road_hears_of_its_way_to_the_badge(festival):
    assert festival("salt-road") == [
        ("2026-09-03", "score", "The Salt Road: first score 100 %"),
        ("2026-09-04", "score", "The Salt Road: perfect score lost, 83 %"),
        ("2026-09-06", "score", "The Salt Road: reached 90 %, now 90 %"),
        ("2026-09-08", "score", "The Salt Road: below 90 %, now 85 %"),
        ("2026-09-14", "score", "The Salt Road: reached 90 %, now 90 %"),
        ("2026-09-15", "score", "The Salt Road: below 90 %, now 86 %"),
        ("2026-09-18", "score", "The Salt Road: 88 % at release"),
        ("2026-10-06", "score", "The Salt Road: reached 90 %, now 90 %"),
        ("2026-10-06", "badge", "The Salt Road: Standing ovation won"),
    ]


def test_a_badge_is_told_when_it_is_won_lost_and_regained(festival):
    badges = [title for _, kind, title in festival("harbour-1") if kind == "badge"]
    assert badges == [
        "Harbour Nine: Season 1: Standing ovation won",
        "Harbour Nine: Season 1: Standing ovation lost",
        "Harbour Nine: Season 1: Standing ovation regained",
    ]
