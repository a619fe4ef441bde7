"""Roll-ups of works against an oracle that adds reviews up one by one. All works are made up."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clapometer.catalogue.models import Work
from clapometer.reviews.comebacks import comebacks_of
from clapometer.reviews.events import events_of_work
from clapometer.reviews.models import HistoryPoint, ReviewEvent
from clapometer.reviews.rollups import RollUpUnfit, roll_up_of
from clapometer.scoring.pooling import Weighing
from clapometer.scoring.rules import preset
from tests.catalogue.telling import add
from tests.reviews.telling import DAY, START, Story
from tests.scoring import oracle

pytestmark = pytest.mark.django_db
RULE = preset("clapometer")
ANY = replace(RULE, minimum=1)
HALF = Weighing(Fraction(1, 2), "leave-out")


def told(verdicts, kind="season", *, start=0, marked=0, **facts):
    """A work with a review a day, + positive and - negative, the first few of them marked."""
    story = Story(kind, **facts)
    for day, verdict in enumerate(verdicts):
        story.post(day, verdict == "+", day=start + day, first_episodes=day < marked)
    return story


@pytest.fixture
def first():
    """Season 1 of a series: 15 of 22, and an episode with 1 of 2."""
    story = told("+" * 15 + "-" * 7, parent=add("Made-up Series", "series"), number=1)
    told("+-", "episode", parent=story.work_id, number=1)
    return story


@pytest.fixture
def series(first):
    """The series with a season 2: 5 of 6, the first two of them marked."""
    top = first.work.parent_id
    told("+++++-", parent=top, number=2, start=40, marked=2)
    return Work.objects.get(id=top)


def test_both_readings_and_what_is_left_out(series):
    reading = roll_up_of(series, RULE).reading
    assert (reading.pooled, reading.printed) == ((20, 28, 28), 71)
    assert reading.printed_mean == 76
    first, second = reading.parts
    assert (first.parts[0].own.count, first.left_out) == (2, (first.parts[0].name,))
    assert (second.first_episodes.count, second.first_episodes.positive) == (2, 2)


def test_the_declared_weighing_counts_and_a_rule_may_declare_it(series):
    reading = roll_up_of(series, RULE, weighing=HALF).reading
    # 15 of 22, half of 1 of 2, and 3 of the 4 that are not marked.
    assert reading.pooled == (Fraction(37, 2), 27, 28)
    assert roll_up_of(series, replace(RULE, rollup=HALF)).reading.pooled == reading.pooled


def test_any_instant_of_either_clock(series):
    assert roll_up_of(series, RULE, at=START + 30 * DAY).reading.pooled == (15, 22, 22)
    assert roll_up_of(series, RULE, known=START - 1).reading.pooled == (0, 0, 0)
    assert roll_up_of(series, RULE, known=START + 10**15).reading.pooled == (20, 28, 28)


def test_a_rule_that_prints_no_share_is_refused(series):
    with pytest.raises(RollUpUnfit, match="metacritic-films prints no share"):
        roll_up_of(series, preset("metacritic-films"))


# Invariant: whatever is posted, revised, withdrawn, marked or undone, at any instant of either
# clock, read off the points or told from the entries, a pool is what adding up the reviews in
# force one by one gives, on every level.
@pytest.mark.parametrize("seed", range(6))
def test_pools_agree_with_the_oracle(seed):
    chance = random.Random(seed)
    top = add("Made-up Series", "series")
    for number in (1, 2):
        season = scrambled(chance, "season", parent=top, number=number)
        for episode in range(chance.randrange(3)):
            scrambled(chance, "episode", parent=season.work_id, number=episode)
    series = Work.objects.get(id=top)
    for rule in (ANY, replace(ANY, counts="reviewer")):
        for weighing in (Weighing(), HALF, Weighing(Fraction(1))):
            for at, known in instants(chance):
                found = roll_up_of(series, rule, at, known, weighing)
                agrees(found.reading, found.works, rule, weighing, at, known)


def scrambled(chance, kind, **facts):
    story = Story(kind, **facts)
    for _ in range(chance.randrange(2, 12)):
        critic, day = chance.randrange(6), chance.randrange(9)
        verdict = chance.choice((True, False, None))
        outlet = chance.choice((critic, 7))
        story.post(
            critic, verdict, day=chance.choice((day, None)), outlet=outlet,
            first_episodes=chance.random() < 0.3,
        )  # fmt: skip
        if chance.random() < 0.2:
            story.mark(chance.choice(("withdrawn", "excluded", "restored")), critic, day=day)
        if chance.random() < 0.1:
            story.undo(critic, story.review_of(critic))
    return story


def instants(chance):
    recorded = list(ReviewEvent.objects.order_by("seq").values_list("recorded_at", flat=True))
    yield None, None
    yield START + chance.randrange(9) * DAY, None
    yield None, chance.choice(recorded)
    yield START + chance.randrange(9) * DAY, chance.choice(recorded)


def agrees(reading, works, rule, weighing, at, known):
    work = works[reading.name]
    pool = added(work, rule, weighing, at, known)
    assert reading.pooled == pool, (work, at, known)
    for part in reading.parts:
        agrees(part, works, rule, weighing, at, known)


def added(work, rule, weighing, at, known):
    events = events_of_work(work.id)
    marks = set(
        ReviewEvent.objects.filter(work_id=work.id, first_episodes=1).values_list("seq", flat=True)
    )
    if weighing.first_episodes == "leave-out":
        events = [
            event._replace(positive=None) if event.seq in marks else event for event in events
        ]
    tally = oracle.tally(events, at=at, known=known, counts=rule.counts, versions=rule.versions)
    positive, weight, number = Fraction(tally[1]), Fraction(tally[0]), tally[0]
    for below in Work.objects.filter(parent_id=work.id):
        factor = weighing.episode if below.kind == "episode" else Fraction(1)
        more = added(below, rule, weighing, at, known)
        positive, weight = positive + factor * more[0], weight + factor * more[1]
        number += more[2] if factor else 0
    return positive, weight, number


def test_one_more_review_moves_it_and_nothing_else_is_read_again(series, first):
    """Of the entries about reviews only those of marked works are read; of the others, points."""
    before = roll_up_of(series, RULE).reading
    first.post(99, positive=True, day=60)
    with CaptureQueriesContext(connection) as queries:
        after = roll_up_of(series, RULE).reading
    assert (before.pooled, after.pooled) == ((20, 28, 28), (21, 29, 29))
    assert HistoryPoint.objects.filter(work_id=first.work_id).count() > 20
    (events,) = [one["sql"] for one in queries if "e.positive" in one["sql"]]
    marked = Work.objects.get(parent=series, number=2)
    assert f"({marked.id})" in events
    assert f"({first.work_id})" not in events


def test_the_number_of_queries_does_not_grow_with_the_parts(series):
    for number in range(3, 9):
        season = told("+++++", parent=series.id, number=number)
        told("++", "episode", parent=season.work_id, number=1)
    for known in (None, START + 10**15):
        with CaptureQueriesContext(connection) as queries:
            roll_up_of(series, RULE, known=known)
        # The ledger's position at an instant is found by halving.
        assert len([one for one in queries if "ledger_ledgerentry" not in one["sql"]]) <= 7


def test_each_season_is_held_against_the_one_before(series):
    (found,) = comebacks_of(series, RULE, START + 10**15)
    assert (found.numbers.before, found.numbers.now, found.numbers.caution) == (22, 6, True)
    assert comebacks_of(found.season, RULE, START + 10**15) == [found]
    assert comebacks_of(found.before, RULE, START + 10**15) == []
    assert not found.same_age


def test_with_both_releases_known_seasons_are_compared_at_the_same_age():
    top = add("Made-up Series", "series")
    told("+" * 15, parent=top, number=1, released=START)
    told("+++++-", parent=top, number=2, start=100, released=START + 100 * DAY)
    series = Work.objects.get(id=top)
    (found,) = comebacks_of(series, RULE, START + 104 * DAY, START + 104 * DAY)
    assert found.same_age
    assert (found.numbers.before, found.numbers.now, found.numbers.caution) == (5, 5, False)
