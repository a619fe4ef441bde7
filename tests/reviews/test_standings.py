"""Where works stand beside each other: hand-worked, and against the answer for each work alone."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clapometer.catalogue.drafts import work_corrected
from clapometer.catalogue.models import Work
from clapometer.instants import UTC, parse_instant
from clapometer.reviews.moments import moments_of
from clapometer.reviews.scoreboard import in_force
from clapometer.reviews.scores import score_of
from clapometer.reviews.standings import standings
from clapometer.scoring.rules import preset
from tests.site.festival import Festival, add_work, append, crowd, day, tell


@pytest.fixture
def festival(db) -> Festival:
    return tell()


def stands(*works, at=None, known=None, rules=None):
    found = standings(works, rules or in_force(known), at, known)
    return [found[work.id] for work in works]


def release(work: Work, when: str) -> Work:
    append(work_corrected(work.id, {"released": f"{when}T00:00:00Z"}, {"released": None}))
    return Work.objects.get(id=work.id)


def test_a_work_opens_at_its_first_printed_score(festival):
    (film,) = stands(festival.works["film"])
    # Five critics by 4 March, all in favour; before that four, and five are needed.
    assert film.opening.at == day("2026-03-04")
    assert not film.opening.is_release
    assert (film.opening.score.printed, film.opening.tally.count) == (100, 5)


def test_a_release_is_the_opening_if_a_score_was_printed_then(festival):
    (film,) = stands(release(festival.works["film"], "2026-03-07"))
    # Farid is against it on the very day: 5 of 6.
    assert film.opening.is_release
    assert (film.opening.score.printed, film.opening.tally.count) == (83, 6)
    (early,) = stands(release(festival.works["film"], "2026-03-03"))
    assert not early.opening.is_release
    assert early.opening.score.printed == 100


def test_a_release_that_is_ahead_says_nothing_yet(festival):
    film = release(festival.works["film"], "2026-03-12")
    (before,) = stands(film, at=day("2026-03-09"))
    assert not before.opening.is_release
    (after,) = stands(film, at=day("2026-03-12"))
    assert after.opening.is_release


def test_one_more_review_and_how_far_it_could_move_the_score(festival):
    few, many = add_work("Few (made up)"), add_work("Many (made up)")
    crowd(festival, few, 10)
    crowd(festival, many, 100)
    ten, hundred, none = stands(few, many, festival.works["quiet"])
    # 8 of 10 is 80 %; 8 of 11 is 73, 9 of 11 is 82: seven points at most.
    assert (ten.score.printed, ten.swing, ten.is_of_few) == (80, 7, True)
    # 80 of 100; 80 of 101 is 79, 81 of 101 is 80.
    assert (hundred.score.printed, hundred.swing, hundred.is_of_few) == (80, 1, False)
    assert (none.swing, none.is_of_few, none.opening) == (None, False, None)


# Beside others a work stands as it does alone.
@pytest.mark.parametrize("at", [None, "2026-03-04", "2026-03-10", "2026-03-22"])
@pytest.mark.parametrize("known", [None, "2026-03-12T12:00Z"])
@pytest.mark.parametrize("rule", [None, "rotten-tomatoes-2020", "metacritic-films"])
def test_each_stands_as_alone(festival, at, known, rule):
    instant, learned = at and day(at), known and parse_instant(known, UTC)
    given = preset(rule) if rule else None
    works = list(festival.works.values())
    for work, found in zip(works, stands(*works, at=instant, known=learned, rules=given),
                           strict=True):  # fmt: skip
        alone = score_of(work, given, instant, learned)
        assert found.score == alone.score, work
        assert found.badge == (alone.badge.state if alone.badge else "none"), work


# The opening is the moment that the work's history calls its release or its debut.
@pytest.mark.parametrize("when", [None, "2026-03-03", "2026-03-07", "2026-03-20"])
def test_the_opening_is_a_moment_of_the_history(festival, when):
    film = festival.works["film"]
    film = release(film, when) if when else film
    (found,) = stands(film)
    told = {one.kind: one for one in moments_of(film)}
    moment = told.get("release") or told["debut"]
    assert (moment.happened_at, moment.after) == (found.opening.at, found.opening.score.printed)


def test_one_query_tells_all(festival):
    works = list(festival.works.values())
    rules = in_force()
    with CaptureQueriesContext(connection) as captured:
        standings(works, rules)
    assert len(captured) == 1
