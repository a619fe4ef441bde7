"""Critics and outlets, found by words. All are made up."""

import pytest

from clapometer.ledger.writing import writing
from clapometer.reviews.drafts import critic_added, outlet_added
from clapometer.reviews.models import Critic, Outlet
from clapometer.reviews.people import find_named, tally_written_by, written_by
from tests.reviews.telling import Story

pytestmark = pytest.mark.django_db


def add(draft, *names):
    with writing("test") as writer:
        writer.append([draft(name) for name in names])


def names(kind, words, **options):
    return [one.name for one in find_named(kind, words, **options)]


def test_every_word_must_be_there_and_the_exact_name_comes_first():
    add(critic_added, "Anna Invented", "Ann Invented", "Johann Invented", "Ann Other")
    assert names(Critic, "ann") == ["Ann Other", "Ann Invented", "Anna Invented", "Johann Invented"]
    assert names(Critic, "invented ANN") == ["Ann Invented", "Anna Invented", "Johann Invented"]
    assert names(Critic, "nobody ann") == []


# However many names hold a word, the one that is called so is found, and found first.
def test_an_exact_name_is_found_among_many():
    add(outlet_added, *(f"Daily Number {number}" for number in range(600)), "Daily")
    assert names(Outlet, "daily", limit=1) == ["Daily"]


@pytest.mark.parametrize("words", ["", " ", "%", "_", "'", '"', "\x00", "\ud800", "a " * 5000])
def test_signs_alone_and_endless_words_find_nothing(words):
    add(critic_added, "A Made-up Critic")
    assert names(Critic, words) == []


def test_what_a_critic_wrote_is_what_is_in_force():
    story = Story()
    first = story.post(0, True, day=1, grade="4/5")
    second = story.post(0, False, day=2, outlet=10)
    story.post(1, True, day=3)
    critic = Critic.objects.get(id=story.critics[0])
    assert written_by(critic) == [second, first]
    tally = tally_written_by(critic)
    assert (tally.count, tally.positive, tally.graded, tally.grade_sum) == (2, 1, 1, 8000)
    story.mark("withdrawn", 0, day=4)
    assert written_by(critic) == [second]
