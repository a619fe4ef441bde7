"""The demo's festival tells what it promises, and nobody in it is real."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from clapometer.catalogue.models import Work
from clapometer.catalogue.search import resolve_work
from clapometer.desk.festival import NAME, story
from clapometer.desk.festival.reported import read_articles, tell_reports
from clapometer.desk.festival.telling import ACTOR, NotTheFestival, tell_festival
from clapometer.instants import from_datetime, now, to_datetime
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.verifying import problems
from clapometer.ledger.writing import writing
from clapometer.reviews.comebacks import comebacks_of
from clapometer.reviews.contents import VERDICT_BY
from clapometer.reviews.drafts import outlet_added
from clapometer.reviews.models import Review
from clapometer.reviews.moments import moments_of
from clapometer.reviews.record import moves, reviews_at
from clapometer.reviews.scoreboard import size_of
from clapometer.reviews.scores import score_of, steps_of
from clapometer.scoring.badges import badge_history
from clapometer.scoring.rules import preset
from clapometer.signals.outside import outside_scores_of
from clapometer.stories.contradictions import contradictions_of
from clapometer.stories.models import Story
from clapometer.stories.recordsays import Record

RULE = preset("clapometer")
HAPPENINGS = [one for _, together in story.read_happenings() for one in together]
SAID = [one for one in HAPPENINGS if one.content]


@pytest.fixture
def told(db):
    """The festival in the tests' database."""
    assert tell_festival()


def work(key: str) -> Work:
    return resolve_work(f"demo:{key}")


def printed(key: str) -> list[int | None]:
    """The printed scores of a work one after the other, repetitions left out."""
    return [move.after.printed for move in moves(steps_of(work(key), RULE), RULE) if move.moved]


def badge_moments(key: str) -> list[str]:
    found = work(key)
    return [
        change.moment for change in badge_history(RULE.badge, steps_of(found, RULE), size_of(found))
    ]


# --- the tables


def test_the_name_says_that_it_is_invented():
    assert "Invented" in NAME
    assert "demo" in NAME


def test_there_are_a_dozen_works_with_seasons_and_episodes():
    kinds = Counter(one.kind for one in story.read_works())
    assert kinds["film"] + kinds["series"] == 12
    assert kinds["season"] >= 3
    assert kinds["episode"] >= 3


def test_there_are_40_critics_and_25_outlets_and_all_of_them_write():
    critics, outlets = story.read_critics(), story.read_outlets()
    assert (len(critics), len(set(critics))) == (40, 40)
    assert (len(outlets), len(set(outlets.values()))) == (25, 25)
    assert {one.critic for one in HAPPENINGS} - {""} == set(critics)
    assert {one.outlet for one in HAPPENINGS} - {""} == set(outlets)


def test_reviews_run_for_six_weeks_and_lie_in_the_past():
    dates = [one.happened_at for one in HAPPENINGS if one.happened_at is not None]
    span = to_datetime(max(dates)) - to_datetime(min(dates))
    assert timedelta(weeks=5) < span <= timedelta(weeks=6)
    assert max(one.recorded_at for one in HAPPENINGS) < from_datetime(
        datetime(2026, 10, 31, tzinfo=UTC)
    )
    assert max(one.recorded_at for one in HAPPENINGS) < now()


def test_nothing_is_recorded_before_it_happened():
    for one in HAPPENINGS:
        assert one.happened_at is None or one.happened_at <= one.recorded_at, one


def test_every_link_leads_nowhere():
    """RFC 2606 keeps .example for this."""
    links = [one.content.link for one in SAID if one.content.link]
    assert len(links) > 200
    assert all(link.split("/")[2].endswith(".example") for link in links)


def test_quotes_are_not_repeated_but_by_the_syndicated_copy():
    quotes = Counter(one.content.quote for one in SAID if one.content.quote)
    assert len(quotes) > 200
    assert [count for count in quotes.values() if count > 1] == [2]


def test_grades_are_printed_in_many_ways_and_some_not_at_all():
    forms = Counter(one.content.grade for one in SAID)
    assert forms[""] > 20
    for sign in ("★", "½", "/5", "/4", "/10", "/100", "%", "stars out of", "B-", "B minus"):
        assert any(sign in grade for grade in forms), sign


def test_every_verdict_says_who_set_it():
    used = Counter(one.content.verdict_by for one in SAID if one.content.positive is not None)
    assert set(used) <= set(VERDICT_BY)
    assert used.keys() >= {"given_by_critic", "converted", "interpreted"}


# --- the story, as the site reads it


def test_it_is_told_once_and_whole(told):
    assert not tell_festival()
    assert list(problems()) == []
    assert head()[0] == 22 + 25 + 40 + len(HAPPENINGS)


def test_it_is_recorded_as_it_happened(told):
    """Every entry bears the instant that the story gives it: both clocks have something to say."""
    entries = list(read_entries(after=22 + 25 + 40))
    assert [entry.recorded_at for entry in entries] == [one.recorded_at for one in HAPPENINGS]
    assert {entry.actor for entry in read_entries()} == {ACTOR}


def test_it_is_the_same_every_time(db):
    """Only the salts of the texts differ between two tellings, and with them the commitments."""
    assert telling_that_is_taken_back() == telling_that_is_taken_back() != []


def telling_that_is_taken_back() -> list[tuple[object, ...]]:
    with transaction.atomic():
        tell_festival()
        entries = [
            (
                entry.seq,
                entry.kind,
                entry.happened_at,
                entry.recorded_at,
                entry.subject,
                plain(entry),
            )
            for entry in read_entries()
        ]
        transaction.set_rollback(True)
    return entries


def plain(entry: Entry) -> dict[str, object]:
    return {name: value for name, value in entry.data.items() if not isinstance(value, dict)}


def test_a_ledger_with_another_story_is_left_alone(db):
    with writing("somebody") as writer:
        writer.append_one(outlet_added("A real outlet"))
    with pytest.raises(NotTheFestival):
        tell_festival()
    assert head()[0] == 1


def test_a_perfect_score_is_lost(told):
    assert printed("lighthouse") == [100, 96]


def test_a_badge_is_won_lost_and_regained(told):
    assert badge_moments("harbour-1") == ["won", "lost", "regained"]


def test_a_badge_is_won_and_lost_for_good(told):
    assert badge_moments("quiet-1") == ["won", "lost"]


def test_badges_are_held_by_a_season_and_by_a_film_in_limited_release(told):
    assert badge_moments("harbour-2") == ["won"]
    assert badge_moments("salt-road") == ["won"]
    assert work("salt-road").release == "limited"


def test_two_changes_of_mind_lift_a_film_into_the_upper_band(told):
    assert (
        score_of(work("understudy"), at=from_datetime(datetime(2026, 10, 2, tzinfo=UTC))).score.band
        == "slow-clap"
    )
    assert score_of(work("understudy")).score.band == "applause"
    kinds = Counter(one.what for one in HAPPENINGS if one.work == "understudy")
    assert kinds["revised"] == 2


@pytest.mark.parametrize(
    ("key", "what"),
    [("cartographer", "withdrawn"), ("monsoon", "excluded"), ("monsoon", "restored")],
)
def test_a_review_that_goes_or_comes_back_does_so_with_a_public_reason(told, key, what):
    marked = [one for one in HAPPENINGS if (one.work, one.what) == (key, what)]
    assert len(marked) == 1
    assert marked[0].reason.endswith(".")
    instant = marked[0].happened_at
    before = score_of(work(key), at=instant - 1).score.tally.count
    after = score_of(work(key), at=instant).score.tally.count
    assert after - before == (1 if what == "restored" else -1)


def test_a_syndicated_copy_counts_once_under_our_rule(told):
    copies = Review.objects.filter(copy_of__isnull=False)
    assert [copy.work_id for copy in copies] == [work("bees").id]
    theirs = score_of(work("bees"), preset("rotten-tomatoes-2020")).score.tally.count
    assert score_of(work("bees")).score.tally.count == theirs - 1


def test_one_review_is_of_unknown_time(told):
    assert score_of(work("kitchen")).undated == 1


def test_one_review_was_recorded_weeks_after_it_was_published(told):
    late = [
        one
        for one in SAID
        if one.happened_at and one.recorded_at - one.happened_at > 7 * 86_400_000_000
    ]
    assert [one.work for one in late] == ["kitchen"]
    then = late[0].recorded_at - 1
    known_then = score_of(work("kitchen"), at=then, known=then).score.tally.count
    assert score_of(work("kitchen"), at=then).score.tally.count == known_then + 1


def test_one_work_is_below_the_minimum(told):
    score = score_of(work("ferry")).score
    assert 0 < score.tally.count < RULE.minimum
    assert score.printed is None


def test_a_grade_without_a_verdict_counts_among_the_graded_only(told):
    nobody_knows = [one for one in SAID if one.content.positive is None]
    assert [one.work for one in nobody_knows] == ["understudy"]
    assert nobody_knows[0].content.grade


def test_a_grade_that_cannot_be_read_is_kept_as_printed(told):
    unread = [said for said in reviews_at(work("tiger")) if said.unread]
    assert [said.grade for said in unread] == ["two thumbs sideways"]


def test_some_critics_have_no_outlet_and_some_outlets_name_no_critic(told):
    pairs = {(bool(one.critic), bool(one.outlet)) for one in HAPPENINGS}
    assert pairs == {(True, True), (True, False), (False, True)}


def test_some_reviews_of_seasons_are_of_the_first_episodes_only(told):
    marked = Counter(one.work for one in SAID if one.content.first_episodes)
    assert marked.keys() == {"harbour-2", "quiet-1", "quiet-2"}
    assert {work(key).kind for key in marked} == {"season"}


def test_a_second_season_comes_back_to_fewer_and_friendlier_critics(told):
    """7 reviews after 29; those who came back had been kinder than all together."""
    (found,) = comebacks_of(work("quiet-2"), RULE, now())
    assert found.numbers.caution
    assert (found.numbers.before, found.numbers.now) == (29, 7)
    assert found.numbers.returned_positive * 29 > found.numbers.positive_before * 7
    assert not comebacks_of(work("harbour-2"), RULE, now())[0].numbers.caution


def test_a_release_is_told_with_its_score(told):
    kinds = [one.kind for one in moments_of(work("salt-road"), RULE)]
    assert "release" in kinds


# --- what was reported of it


def test_stories_are_told_once_and_their_disagreement_stands_open(told):
    assert tell_reports()
    assert not tell_reports()
    assert list(problems()) == []
    assert Story.objects.count() == 3
    (found,) = contradictions_of([work("harbour").id])
    assert found.open
    assert {one.said["date"] for one in found.facts} == {"2027-03-05", "2027-04-02"}
    assert {one.said["source"] for one in found.facts} == {
        "The Overheard Foyer", "Credits Roll Twice",
    }  # fmt: skip


def test_a_score_that_a_story_prints_stands_beside_what_the_record_says(told):
    tell_reports()
    quiet = work("quiet-1")
    (printed_score,) = outside_scores_of(quiet.id)
    says = Record(quiet).says(printed_score.last)
    assert says is not None
    assert says.printed == "68 %"
    assert not says.own


def test_every_outlet_of_a_story_is_of_the_festival():
    outlets = set(story.read_outlets().values())
    assert {one.outlet for one in read_articles().values()} <= outlets
