"""Whatever happens, and however it is read, the same is told, each thing once. All made up."""

from collections import defaultdict
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.alerts.notices.source import said_in
from clapometer.alerts.notices.tellings import TELLINGS
from clapometer.ledger.writing import writing
from clapometer.reviews.drafts import review_marked
from clapometer.reviews.events import events_of_work
from clapometer.reviews.moments import moments_of
from tests.alerts.notices.followed import TOLD, Watched, at, keys_of, run

pytestmark = pytest.mark.django_db
CRITICS = 8
# Who does what, how long after the deed before it, and how long before that it is dated.
DEEDS = st.lists(
    st.tuples(
        st.integers(0, CRITICS - 1),
        st.sampled_from(["+", "+", "-", "-", "withdrawn", "excluded", "restored", "undone"]),
        st.sampled_from([0, 1, 4, 15, 90]),
        st.sampled_from([0, 0, 0, 3, 60, 8000]),
    ),
    min_size=4,
    max_size=16,
)
SPLITS = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 3)), min_size=1, max_size=6)


class Played(Watched):
    """A season on which deeds are done; five critics have praised it before they begin."""

    def __init__(self):
        super().__init__()
        self.last, self.minute = {}, 1
        for critic in range(5):
            self.last[critic] = self.say(1, critic, True)

    def do(self, critic, what, gap, older):
        self.minute += gap
        happened = at(self.minute - older)
        if what in "+-":
            self.last[critic] = self.say(self.minute, critic, what == "+", happened_at=happened)
        elif critic in self.last and what == "undone":
            self.take_back(self.minute, critic, self.last.pop(critic))
        elif critic in self.critics and what != "undone":
            draft = review_marked(what, self.review_of(critic), self.work_id, happened, "made up")
            with writing("story", recorded_at=at(self.minute)) as writer:
                writer.append_one(draft)


def sent():
    """All that is told, without the numbers of rows, which a split may use up otherwise."""
    return sorted(
        (one.name, one.kind, one.title, one.text, one.url, one.corrects_id and True,
         one.audience, tuple(keys_of(one)))
        for one in Notice.objects.filter(state__in=TOLD)
    )  # fmt: skip


def undone_after(play):
    """Play it and forget it."""
    with transaction.atomic():
        found = play()
        transaction.set_rollback(True)
    return found


def once(deeds):
    story = Played()
    for deed in deeds:
        story.do(*deed)
    run(at(story.minute + 30))
    return story, at(story.minute + 30)


# Read at one instant in steps of any size, by any number of runs, the same is told as in one step.
@given(DEEDS, st.lists(st.integers(1, 40), min_size=1, max_size=5))
@settings(max_examples=10)
def test_steps_of_any_size_tell_the_same(deeds, steps):
    def whole():
        once(deeds)
        return sent()

    def stepped():
        story = Played()
        for number, deed in enumerate(deeds):
            story.do(*deed)
            # Nothing is due yet at the work's first minute: this only reads.
            if number % 3 == 0:
                run(at(2), step=steps[number % len(steps)])
        for step in steps:
            run(at(story.minute + 30), step=step)
        return sent()

    assert undone_after(whole) == undone_after(stepped)


# While time goes on, the same is told however often it is looked and in whatever steps.
@given(DEEDS, SPLITS)
@settings(max_examples=8)
def test_any_number_of_runs_tell_the_same_while_time_goes_on(deeds, splits):
    def played(runs):
        def play():
            story = Played()
            for number, deed in enumerate(deeds):
                before = story.minute
                story.do(*deed)
                for minute in range(before, story.minute, 10):
                    for step, times in runs[number % len(runs)]:
                        for _ in range(times):
                            run(at(minute), step=step)
            for minute in range(story.minute, story.minute + 3000, 300):
                run(at(minute))
            return sent()

        return undone_after(play)

    assert played([[(2000, 1)]]) == played([[one] for one in splits])


# What is told of a score is exactly what a second teller finds who looks at the end of it all, and
# who knows only the moments: the last of each state that is another one than before, once.
@given(DEEDS)
@settings(max_examples=20)
def test_what_is_told_is_what_a_slow_teller_finds(deeds):
    def play():
        story, now = once(deeds)
        found = defaultdict(set)
        for notice in Notice.objects.filter(state__in=TOLD, kind__in=("score", "badge")):
            for kind, about, text, _, _ in said_in(notice).get("parts", ()):
                assert (kind, about, text) not in found[notice.kind]
                found[notice.kind].add((kind, about, text))
        return dict(found), slowly(story.work, now)

    told, wanted = undone_after(play)
    assert told == wanted


def slowly(work, now):
    """The second teller: each family's states in turn, as the moments tell them."""
    families = defaultdict(list)
    for one in moments_of(work, at=now):
        telling = TELLINGS[one.kind]
        if telling.kind in ("score", "badge") and is_new(one, now, work):
            name = (telling.kind, telling.family.format(about=one.about))
            families[name].append((telling.state, one))
    found = defaultdict(set)
    for (kind, _), ones in families.items():
        (first, _), (state, last) = ones[0], ones[-1]
        if state == first:
            found[kind].add((last.kind, last.about, last.text))
    return dict(found)


def is_new(moment, now, work):
    """Soon recorded, and still there without the old reviews that were recorded after its cause."""
    kind = KINDS["score"]
    fresh = kind.fresh * SECOND
    events = [one for one in events_of_work(work.id) if one.voided_at is None]
    cause = next(one for one in events if one.seq == moment.cause)
    later = {
        one.recorded_at - one.happened_at > fresh
        for one in events
        if one.recorded_at > cause.recorded_at
        and one.recorded_at <= moment.recorded_at
        and one.happened_at <= moment.happened_at
    }
    of_old = later == {True} and moment.recorded_at > moment.happened_at
    soon = moment.recorded_at - moment.happened_at <= fresh
    soon = soon and cause.recorded_at - cause.happened_at <= fresh
    return soon and not of_old and moment.recorded_at + (kind.settles + kind.keeps) * SECOND > now


# A reader who is told of every turn of a state knows it at the end: no two in a row say the same.
@given(DEEDS)
@settings(max_examples=8)
def test_no_state_is_told_twice_in_a_row(deeds):
    def play():
        story = Played()
        for deed in deeds:
            before = story.minute
            story.do(*deed)
            for minute in range(before, story.minute, 30):
                run(at(minute))
        for minute in range(story.minute, story.minute + 6000, 300):
            run(at(minute))
        states = defaultdict(list)
        corrected = set(
            Notice.objects.exclude(corrects_id=None).values_list("corrects_id", flat=True)
        )
        for notice in Notice.objects.filter(state__in=TOLD, kind="score").order_by("due_at", "id"):
            for family, state in said_in(notice)["families"].items():
                states[family].append((state, notice.id in corrected))
        return dict(states)

    for family, told in undone_after(play).items():
        for (before, corrected), (after, _) in pairwise(told):
            assert corrected or not before or before != after, family
