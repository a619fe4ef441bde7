"""Stories told to those who follow a work, a person or a topic. All of it is made up."""

import pytest

from clapometer.alerts.kinds import SECOND
from clapometer.alerts.models import Notice
from clapometer.facts.days import When
from clapometer.instants import now
from clapometer.stories.drafts import story_corrected, story_undone
from tests.alerts.notices.followed import follow, keys_of, run, texts, told
from tests.catalogue.stating import person, state
from tests.catalogue.telling import add
from tests.stories.madeup import ARTICLE, DAY, article, post, support, tell

pytestmark = pytest.mark.django_db
MINUTES = 60 * SECOND
HEADLINE = ARTICLE.headline


@pytest.fixture
def series():
    number = add("Made-up Harbour", "series")
    run()
    return number


def later(minutes):
    run(now() + minutes * MINUTES)


def fresh(**said):
    return post(published=When(now() - DAY, "day"), **said)


def renewed(about):
    return state("announcement", about, status="renewed", certainty="official", seasons="3")


def stories():
    return [one for one in told() if one[0] == "story"]


def test_a_story_is_told_to_those_who_follow_its_work_its_people_and_its_topics(series):
    kit = person("Kit Made-up")
    follow(f"work:{series}")
    story = fresh()
    support(story, renewed(series))
    run()
    # Accepted while it settles: those who follow the person are told by the same notice.
    support(story, state("credit", series, person=f"p{kit}", role="cast"))
    later(11)
    assert stories() == [("story", f"The Made-up Gazette: {HEADLINE}")]
    (notice,) = Notice.objects.filter(kind="story")
    assert keys_of(notice) == sorted(
        [f"work:{series}", f"person:{kit}", "topic:saltroad", "topic:tv-news"]
    )
    assert notice.url == f"/story/{story}"
    text = next(one for one in texts() if "Topics" in one)
    assert "About: Made-up Harbour. Topics: Saltroad, TV News." in text


def test_a_topic_can_be_followed_by_itself(series):
    follow("topic:tv-news")
    fresh(topics=("tv news",))
    fresh(link="https://gazette.example/other", topics=("Other",))
    later(11)
    assert len(stories()) == 1


def test_what_nobody_follows_makes_no_notice(series):
    follow(f"work:{series}")
    support(fresh(), renewed(add("Another", "series")))
    later(11)
    assert not Notice.objects.filter(kind="story").exists()


def test_what_is_accepted_later_is_told_to_those_who_were_not(series):
    other = add("Made-up Lighthouse", "series")
    for number in (series, other):
        follow(f"work:{number}")
    story = fresh(topics=())
    support(story, renewed(series))
    later(11)
    support(story, renewed(other))
    later(30)
    notices = Notice.objects.filter(kind="story", state="due").order_by("id")
    assert [keys_of(one) for one in notices] == [[f"work:{series}"], [f"work:{other}"]]
    support(story, state("release", series, territory="GB"))
    later(60)
    assert len(stories()) == 2


def test_topics_that_come_later_are_told_to_those_who_follow_them(series):
    follow("topic:ferries")
    before = article(published=When(now() - DAY, "day"), topics=())
    story = post(published=before.published, topics=())
    run()
    tell(story_corrected(story, article(published=before.published, topics=("Ferries",)), before))
    later(11)
    assert len(stories()) == 1


def test_old_stories_are_no_news(series):
    follow(f"work:{series}")
    story = post(published=When(now() - 8 * DAY, "day"))
    support(story, renewed(series))
    later(11)
    assert stories() == []


def test_a_story_taken_back_while_it_settles_is_never_told(series):
    follow(f"work:{series}")
    story = fresh()
    support(story, renewed(series))
    run()
    tell(story_undone(story, "a made-up reason"))
    later(11)
    assert stories() == []
    assert Notice.objects.get(kind="story").state == "withdrawn"


# What a page prints is only words: the notice holds them as they are, and each channel writes them
# its own way.
def test_hostile_headlines_are_words(series):
    follow("topic:saltroad")
    fresh(headline="<script>alert(1)</script>" * 20, outlet="")
    later(11)
    ((_, title),) = stories()
    assert title.startswith("A story: <script>alert(1)")
    assert len(title) <= 200
