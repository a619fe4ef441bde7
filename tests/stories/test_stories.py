"""Stories, their topics and what they support, drawn from the ledger. All of it is made up."""

import pytest

from clapometer.desk.stating import add_fact, undo_fact
from clapometer.facts.days import When
from clapometer.facts.reading import fact_numbered
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.models import LedgerText
from clapometer.ledger.reading import read_some
from clapometer.signals.outside import OUTSIDE_SCORE
from clapometer.stories.drafts import (
    contradiction_settled,
    settling_undone,
    story_corrected,
    story_undone,
    support_undone,
)
from clapometer.stories.models import Settled, Story, StoryTopic, Support, Topic
from clapometer.stories.reading import (
    about_works,
    article_of,
    settled_of,
    stories_numbered,
    story_like,
    story_numbered,
    supports_by,
    supports_of,
    topic_called,
    topics_of,
    under_topic,
)
from tests.catalogue.telling import add

from .madeup import ARTICLE, DAY, START, article, every_kind, post, support, tell

pytestmark = pytest.mark.django_db
SCORE = {"printed_by": "A Made-up Aggregator", "panel": "critics", "scale": "percent"}


def score(work, value="97%"):
    return add_fact(OUTSIDE_SCORE, work, {**SCORE, "value": value}, "member:1").seq


def tables():
    return [
        sorted(model.objects.values_list())
        for model in (Story, Topic, StoryTopic, Support, Settled)
    ]


def test_a_story_is_read_as_it_was_posted():
    story = story_numbered(post())
    assert article_of(story) == ARTICLE
    assert (story.at, story.actor) == (START, "member:1")


# The text of a story is nowhere: the log holds its head, and the headline beside the log.
def test_the_log_holds_no_words_of_it():
    number = post()
    support(number, 1, quote="It will be back, she said.")
    bodies = " ".join(one.body for one in read_some(range(1, number + 2)).values())
    assert "ferry comes" not in bodies
    assert "be back" not in bodies
    assert set(LedgerText.objects.values_list("field", flat=True)) == {"headline", "quote"}


@pytest.mark.parametrize(
    "link",
    [
        "http://www.gazette.example/2026/ferry/",
        "https://gazette.example/2026/ferry#comments",
        "https://m.gazette.example/2026/ferry?utm_source=made-up&fbclid=1",
        "https://GAZETTE.example:443/2026/ferry",
    ],
)
def test_a_story_is_known_again_by_its_address(link):
    number = post()
    assert story_like(article(link=link, headline="Another headline")).id == number


def test_other_addresses_are_other_stories():
    post()
    for link in ("https://gazette.example/2026/ferry?page=2", "https://gazette.example/2026/tide"):
        assert story_like(article(link=link)) is None


def test_a_story_without_an_address_is_known_by_its_head():
    number = post(link="")
    assert story_like(article(link="", headline="THE FERRY comes back, for a second year")).id == (
        number
    )
    assert story_like(article(link="", outlet="Another")) is None
    assert story_like(article(link="", published=When(START + DAY, "day"))) is None


def test_a_correction_changes_what_it_names():
    number = post()
    now = article(headline="The ferry is back", topics=("tv news", "Ferries"))
    tell(story_corrected(number, now, ARTICLE))
    assert article_of(story_numbered(number)) == now
    assert story_corrected(number, now, now) is None
    assert topic_called("saltroad") is None
    # The title that a topic was printed under first stays as long as a story bears it.
    assert topic_called("ferries").title == "Ferries"


def test_topics_are_one_whatever_their_case():
    first, second = post(), post(link="https://gazette.example/2", topics=("#TV news", "saltroad"))
    assert [one.id for one in under_topic("tv-news")] == [second, first]
    assert topic_called("tv-news").title == "TV News"
    assert [one.printed for one in topics_of([second])[second]] == ["#TV news", "saltroad"]


def test_what_a_story_states_is_found_from_both_sides():
    film = add("A Made-up Film")
    number, fact = post(), score(film)
    seq = support(number, fact)
    assert [one.id for one in supports_by(number)] == [seq]
    assert [one.story for one in supports_of([fact])[fact]] == [number]
    assert [one.id for one in about_works([film])] == [number]
    assert list(about_works([film + 1])) == []
    before = read_some([seq])[seq].recorded_at - 1
    assert list(about_works([film], before)) == []
    tell(support_undone(number, seq, ""))
    assert supports_of([fact]) == {}
    assert list(about_works([film])) == []
    assert [one.id for one in about_works([film], before + 1)] == [number]


def test_a_story_taken_back_supports_nothing():
    film = add("A Made-up Film")
    number, fact = post(), score(film)
    support(number, fact)
    tell(story_undone(number, "a made-up reason"))
    assert story_numbered(number) is None
    assert stories_numbered([number]) == {}
    assert supports_by(number) == []
    assert Topic.objects.count() == 0
    assert fact_numbered(fact) is not None
    # The same address is posted anew as another story.
    assert story_like(ARTICLE) is None
    assert story_numbered(post()).id != number


def test_a_story_whose_facts_were_taken_back_is_of_no_work():
    film = add("A Made-up Film")
    number, fact = post(), score(film)
    support(number, fact)
    undo_fact(fact, "", "member:1")
    assert list(about_works([film])) == []
    assert story_numbered(number).id == number


def test_a_contradiction_is_settled_and_opened_again():
    settled = tell(contradiction_settled([9, 4], "both were printed so"))
    assert settled_of([4, 9]).id == settled
    assert settled_of([4]) is None
    tell(settling_undone(settled, ""))
    assert settled_of([9, 4]) is None


# Thrown away and drawn again from the ledger, the tables are the same.
def test_the_tables_can_be_drawn_anew():
    number = post()
    support(number, 1)
    every_kind()
    post(link="", topics=("saltroad", "Ferries"))
    before = tables()
    rebuild()
    assert tables() == before
    assert all(before)
