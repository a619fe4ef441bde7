"""Rules adopted by the site, with their dates. All works, critics and rules here are made up."""

import pytest
from django.conf import settings as site
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import head
from clapometer.reviews.models import BadgeChange, HistoryPoint, WorkScore
from clapometer.reviews.moments import moments_of
from clapometer.reviews.record import moves
from clapometer.reviews.scoreboard import in_force, site_rule
from clapometer.reviews.scores import score_of, steps_of
from clapometer.scoring.rules import preset
from tests.reviews.telling import DAY, START, Story

pytestmark = pytest.mark.django_db
NAMES = (
    "clapometer", "rotten-tomatoes-2020", "rotten-tomatoes-2024", "rotten-tomatoes-average",
    "metacritic-films", "rotten-tomatoes-2010s",
)  # fmt: skip
OWN = 'based_on = "rotten-tomatoes-2020"\nname = "ours"\ntitle = "Ours"\ndated = "2026"\n'


def printed(story, day, known=None):
    known = None if known is None else START + known * DAY
    answer = score_of(story.work, at=None if day is None else START + day * DAY, known=known)
    return answer.rule.name, answer.score.shown


def six(story):
    """Five in favour on the first day, one of them in two outlets; one against on the second."""
    for critic in range(5):
        story.post(critic, True, day=0, grade="4/5", recorded=0)
    story.post(0, True, day=0, outlet=7, grade="4/5", recorded=0)
    story.post(5, False, day=1, grade="1/5", recorded=1)


def test_a_site_without_an_adoption_has_the_rule_of_its_settings():
    story = Story()
    six(story)
    assert in_force().only == preset("clapometer")
    assert printed(story, None) == ("clapometer", "83 %")


def test_a_score_at_an_instant_uses_the_rule_in_force_then():
    story = Story()
    six(story)
    story.adopt("clapometer")
    story.adopt("rotten-tomatoes-2020", day=3)
    story.adopt("rotten-tomatoes-average", day=5)
    # By critic 5 of 5, then 5 of 6; by critic and outlet 6 of 7 = 85.71; six grades of 8 and one of
    # 2 are 50 / 7 = 7.14.
    days = (0, 2, 3, 4, 5, None)
    assert [printed(story, day) for day in days] == [
        ("clapometer", "100 %"), ("clapometer", "83 %"),
        ("rotten-tomatoes-2020", "86 %"), ("rotten-tomatoes-2020", "86 %"),
        ("rotten-tomatoes-average", "7.1 of 10"), ("rotten-tomatoes-average", "7.1 of 10"),
    ]  # fmt: skip
    before = score_of(story.work, at=START + 3 * DAY - 1)
    assert (before.rule.name, before.score.shown) == ("clapometer", "83 %")
    asked = score_of(story.work, preset("metacritic-films"), at=START + 3 * DAY)
    assert asked.score.shown == "71 of 100", "another rule can still be asked for"
    now = WorkScore.objects.get(work_id=story.work_id)
    assert (now.printed, now.before, now.moved_at) == (71, None, None), "no review moved it since"


def test_the_first_rule_holds_before_its_date_too():
    story = Story()
    six(story)
    story.adopt("rotten-tomatoes-2020", day=9)
    assert printed(story, 2) == ("rotten-tomatoes-2020", "86 %")
    assert in_force().only is not None


def test_what_is_known_decides_which_adoptions_count():
    story = Story()
    six(story)
    story.adopt("clapometer", recorded=2)
    adopted = story.adopt("rotten-tomatoes-2020", day=1, recorded=4)
    story.unadopt(adopted, recorded=6)
    # Known: before any adoption the first one's rule; then it alone; then both; then it again.
    names = {known: printed(story, 2, known=known)[0] for known in (1, 3, 5, 7)}
    assert names == {
        1: "clapometer", 3: "clapometer", 5: "rotten-tomatoes-2020", 7: "clapometer",
    }  # fmt: skip
    assert printed(story, 2)[0] == "clapometer"


def test_of_two_adoptions_of_one_instant_the_later_entry_holds_and_taking_it_back_restores():
    story = Story()
    six(story)
    story.adopt("clapometer")
    story.adopt("rotten-tomatoes-2020", day=1)
    again = story.adopt("rotten-tomatoes-average", day=1)
    assert printed(story, 1)[0] == "rotten-tomatoes-average"
    story.unadopt(again)
    assert printed(story, 1)[0] == "rotten-tomatoes-2020"
    assert [one.rule.name for one in in_force().adoptions] == ["clapometer", "rotten-tomatoes-2020"]


def test_every_adoption_taken_back_leaves_the_rule_of_the_settings():
    story = Story()
    six(story)
    story.unadopt(story.adopt("rotten-tomatoes-2020"))
    assert printed(story, None) == ("clapometer", "83 %")


def test_each_step_of_a_history_is_printed_under_the_rule_of_its_time():
    story = Story()
    six(story)
    story.adopt("clapometer")
    adopted = story.adopt("rotten-tomatoes-2020", day=3)
    story.post(8, True, day=4)
    table = in_force()
    told = moves(steps_of(story.work, table), table)
    (change,) = [move for move in told if move.was]
    assert (change.was.name, change.rule.name) == ("clapometer", "rotten-tomatoes-2020")
    assert (change.before.printed, change.after.printed) == (83, 86)
    assert (change.step.event.seq, change.step.at) == (adopted, START + 3 * DAY)
    assert [move.rule.name for move in told[-2:]] == ["rotten-tomatoes-2020"] * 2
    assert (told[-1].before.printed, told[-1].after.printed) == (86, 88)  # 7 of 8 = 87.5


def test_a_moment_that_a_rule_brought_about_says_so():
    story = Story()
    for critic in range(4):
        story.post(critic, True, day=0)
    for critic in range(4, 7):
        story.post(critic, False, day=1)
    story.post(0, True, day=1, outlet=9)  # 4 of 7 = 57 % by critic, 5 of 8 = 62.5 by outlet
    story.adopt("clapometer")
    adopted = story.adopt("rotten-tomatoes-2020", day=3)
    told = {one.kind: one for one in moments_of(story.work) if one.cause == adopted}
    assert set(told) == {"rule-changed", "crossed-up", "band-changed"}
    titles = preset("rotten-tomatoes-2020").title, preset("clapometer").title
    changed = "The rule is {} instead of {}: 63 %, before 57 %.".format(*titles)
    assert told["rule-changed"].text == changed
    said = "The rule changed from clapometer to rotten-tomatoes-2020."
    assert told["crossed-up"].text == f"Up to 60 % or more: 63 % (5 of 8 reviews positive). {said}"
    assert told["band-changed"].text.startswith("Fresh instead of Slow clap: 63 %")
    assert told["crossed-up"].happened_at == START + 3 * DAY
    assert all(one.rules == () for one in moments_of(story.work) if one.cause != adopted)


def test_a_badge_that_is_held_is_kept_until_the_new_rule_says_otherwise():
    story = Story()
    for critic in range(20):
        story.post(critic, critic < 16, day=0, top=True)  # 80 %
    story.adopt("clapometer")
    story.adopt("rotten-tomatoes-2020", day=2)
    assert score_of(story.work).badge.label == "Certified"
    assert (score_of(story.work).badge.state, score_of(story.work).badge.since) == ("held", START)
    story.post(30, False, day=3)
    story.post(31, False, day=3)  # 16 of 22 = 72.7 %: below entry, above loss
    assert score_of(story.work).badge.state == "held"
    # An era that took the badge away below 60 % keeps it; a badge of none at all ends it.
    story.adopt("rotten-tomatoes-average", day=4)
    assert score_of(story.work).badge is None
    story.adopt("clapometer", day=5)
    again = score_of(story.work).badge
    assert (again.label, again.state, again.since) == ("Standing ovation", "none", None)
    states = [score_of(story.work, at=START + day * DAY).badge for day in (1, 3, 4, 5)]
    assert [one and one.state for one in states] == ["held", "held", None, "none"]


def test_a_badge_is_lost_at_the_instant_of_a_stricter_rule(own_file):
    story = Story()
    for critic in range(20):
        story.post(critic, critic < 15, day=0, top=True)  # 75 %
    badge = '[badge]\nname = "strict"\nlabel = "Strict"\nenter = "90/100"\nkeep = "80/100"\n'
    own_file.write_text(f"{OWN}{badge}minimums = {{ season = 20 }}", encoding="utf-8")
    story.adopt("clapometer")
    adopted = story.adopt("ours", day=2)
    lost = BadgeChange.objects.get(work_id=story.work_id, state="lost")
    assert (lost.at, lost.seq) == (START + 2 * DAY, adopted)
    told = [one for one in moments_of(story.work) if one.kind == "badge-lost"]
    assert [one.rules for one in told] == [("clapometer", "ours")]


@pytest.fixture
def own_file():
    """A rule of the site's own, in a file that may change and go."""
    path = site.DATA / "rules" / "ours.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(OWN, encoding="utf-8")
    yield path
    path.unlink(missing_ok=True)


def test_an_adopted_rule_of_ones_own_outlives_its_file(own_file):
    story = Story()
    six(story)
    story.adopt("ours")
    assert printed(story, None) == ("ours", "86 %")
    own_file.write_text(f"{OWN}minimum = 50", encoding="utf-8")
    rebuild()
    assert printed(story, None) == ("ours", "86 %"), "the file may change afterwards"
    own_file.unlink()
    rebuild()
    assert printed(story, None) == ("ours", "86 %")
    assert site_rule().title == "Ours"


def test_rules_of_first_versions_and_converted_grades_are_read_from_points():
    story = Story()
    story.adopt("metacritic-films")
    for critic in range(5):
        story.post(critic, None, day=critic, grade="B+")  # 11/12 of the way up to A: 83
    story.post(0, None, day=7, grade="F")  # a revision changes nothing under this rule
    assert HistoryPoint.objects.filter(work_id=story.work_id, counts=2).count() == 6
    answer = score_of(story.work)
    assert (answer.score.shown, answer.score.tally.graded) == ("83 of 100", 5)
    assert score_of(story.work, at=START + 2 * DAY).score.tally.graded == 3


def test_an_answer_under_adopted_rules_reads_no_review(django_assert_num_queries):
    story = Story()
    for critic in range(30):
        story.post(critic, critic % 3 > 0, day=critic % 4)
    story.adopt("clapometer")
    story.adopt("metacritic-films", day=1)
    story.adopt("rotten-tomatoes-2020", day=2)
    work = story.work
    for day in (0, 1, 2, 3):
        with django_assert_num_queries(4 if day == 1 else 5) as asked:  # one has no badge
            score_of(work, at=START + day * DAY)
        assert not any("reviews_reviewevent" in one["sql"] for one in asked.captured_queries)


# Invariant: whatever was adopted and taken back in whatever order, the answer by seek equals the
# answer from the events, at every instant, and that of a rule asked for by name equals what the
# timetable says is in force then.
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_seek_equals_the_events_under_any_timetable(data):
    story = Story(kind=data.draw(st.sampled_from(["season", "film"])))
    adopted = []
    for _ in range(data.draw(st.integers(5, 30))):
        day = data.draw(st.integers(0, 8))
        what = data.draw(st.integers(0, 9))
        if what == 0:
            since = data.draw(st.none() | st.integers(0, 8))
            adopted.append(story.adopt(data.draw(st.sampled_from(NAMES)), day=since))
        elif what == 1 and adopted:
            story.unadopt(adopted.pop(data.draw(st.integers(0, len(adopted) - 1))))
        else:
            critic = data.draw(st.integers(0, 12))
            grade = data.draw(st.sampled_from(["", "B+", "1/6", "9/10"]))
            outlet = data.draw(st.sampled_from([critic, critic, 40]))
            story.post(critic, data.draw(st.booleans()), day=day, outlet=outlet, grade=grade)
    known, table = head()[1], in_force()
    for day in (-1, *range(9), None):
        at = None if day is None else START + day * DAY
        seek, told = score_of(story.work, at=at), score_of(story.work, at=at, known=known)
        assert (seek.score, seek.rule.name) == (told.score, told.rule.name)
        assert seek.badge == told.badge
        plain = score_of(story.work, table.at(at), at=at, known=known)
        assert plain.score == seek.score
    now = WorkScore.objects.filter(work_id=story.work_id).first()
    if now is not None:
        seek = score_of(story.work)
        assert (now.printed, now.band or None) == (seek.score.printed, seek.score.band)
        assert now.badge == (seek.badge.state if seek.badge else "none")
