"""Claims accepted, compared and taken back. All works, people, outlets and words are made up."""

import pytest

from clapometer.catalogue.models import Work
from clapometer.catalogue.people import person_names
from clapometer.desk.claims.folding import propose_claims
from clapometer.desk.proposals.deciding import By, amend
from clapometer.desk.proposals.models import Proposal
from clapometer.desk.proposals.takers import taker_of
from clapometer.desk.proposals.takingback import undo
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.stating import add_fact
from clapometer.facts.reading import fact_numbered, facts_about, facts_of_kind
from clapometer.facts.typed import FactRefused
from clapometer.instants import to_datetime
from clapometer.ledger.reading import head, read_some
from clapometer.signals.counters import counters_of
from clapometer.signals.outside import OUTSIDE_SCORE
from clapometer.stories.models import Story, Support
from clapometer.stories.reading import about_works, supports_of, topics_of
from tests.catalogue.telling import add
from tests.reviews.telling import START
from tests.reviews.telling import Story as Record

from .stories import ACTOR, WORDS, claim, compared, edited, proposed, reading, yes

pytestmark = pytest.mark.django_db
SCORE = {
    "kind": "review_score", "value": 97, "unit": "%", "aggregator": "A Made-up Aggregator",
    "side": "critics", "review_count": 37, "modality": "current",
}  # fmt: skip


@pytest.fixture
def series():
    return add("Saltroad", kind="series", year=2025)


def only(kind):
    (fact,) = facts_of_kind(kind)
    return fact


def test_a_renewal_becomes_an_announcement_with_its_story(series):
    proposal = proposed(claim(season=2, said_by="Made-up Stream"))
    decision = yes(proposal)
    fact = only("announcement")
    assert (fact.about, fact.said["status"], fact.said["certainty"], fact.said["seasons"]) == (
        series, "renewed", "official", [2],
    )  # fmt: skip
    story = proposal.backings.get().reading
    assert (fact.said["by"], fact.said["source"], fact.said["link"]) == (
        "Made-up Stream", "The Made-up Gazette", story.link,
    )  # fmt: skip
    (support,) = supports_of([fact.id])[fact.id]
    assert (support.claim, support.modality, support.season, support.quote) == (
        "renewal", "confirmed", 2, WORDS,
    )  # fmt: skip
    assert [one.headline for one in about_works([series])] == [story.headline]
    kinds = [one.kind for one in read_some(decision.entries).values()]
    assert kinds == ["announcement.added", "story.posted", "story.supports"]


@pytest.mark.parametrize(
    ("modality", "said_by", "certainty"),
    [
        ("confirmed", "Made-up Stream", "official"),
        ("confirmed", None, "reported"),
        ("reported", "Made-up Stream", "reported"),
        ("speculated", None, "rumoured"),
        ("denied", None, "denied"),
        ("undecided", None, "undecided"),
    ],
)
def test_how_it_is_stated_is_how_sure_it_is(series, modality, said_by, certainty):
    yes(proposed(claim(modality=modality, said_by=said_by)))
    assert only("announcement").said["certainty"] == certainty


# One fact told by nine outlets is one fact with nine sources: folded while it waits, and known
# again when a story comes after it was accepted.
def test_one_fact_of_nine_outlets_is_one_with_nine_sources(series):
    for number in range(8):
        proposal = proposed(claim(season=2), story=reading(outlet=f"Invented Outlet {number}"))
    assert Proposal.objects.count() == 1
    yes(proposal)
    late = proposed(
        claim(season=2), story=reading(outlet="Invented Outlet 9", published="2026-07-02")
    )
    told = compared(late)
    assert told.nothing_new
    assert "already" in told.sentence
    kinds = [one.kind for one in read_some(yes(late).entries).values()]
    assert kinds == ["story.posted", "story.supports"]
    fact = only("announcement")
    assert len({one.story for one in supports_of([fact.id])[fact.id]}) == 9


def test_one_story_with_several_claims_is_posted_once(series):
    story = reading()
    for one in (claim(season=2), claim("platform", value="Made-up Stream", exclusive=True)):
        yes(proposed(one, story=story))
    assert Story.objects.count() == 1
    assert only("carrier").said == {
        "name": "Made-up Stream", "exclusive": True, "source": "The Made-up Gazette",
        "link": story.link, "dated": "day",
    }  # fmt: skip


def test_a_score_is_told_beside_what_is_held(series):
    season = add("Season 1", kind="season", parent=series, number=1)
    held = {"printed_by": "A made-up aggregator", "panel": "critics", "scale": "percent"}
    add_fact(
        OUTSIDE_SCORE, season, {**held, "value": "97%", "count": "37", "when": "2026-06-01"}, ACTOR
    )
    told = compared(proposed(claim(**{**SCORE, "season": 1, "value": 98, "review_count": None})))
    assert told.sentence.startswith("We hold 97 % of 37; the story says 98 %.")
    assert not told.nothing_new
    assert [(row.field, row.held, row.says, row.state) for row in told.rows][2] == (
        "Value", "97%", "98%", "differs",
    )  # fmt: skip
    same = compared(proposed(claim(**{**SCORE, "season": 1})))
    assert same.nothing_new
    # The story that gives no count says nothing else than the one that does.
    assert compared(proposed(claim(**{**SCORE, "season": 1, "review_count": None}))).nothing_new


# The scores of other sites are kept as printed; what this site's own record said then is beside it.
def test_a_score_is_told_beside_the_record_of_that_minute():
    story = Record(kind="film")
    for critic in range(37):
        story.post(critic, positive=critic > 0)
    day = to_datetime(START).date().isoformat()
    told = compared(
        proposed(
            claim(**{**SCORE, "work": f"w{story.work_id}", "value": 98}),
            story=reading(published=day),
        )
    )
    assert told.sentence.endswith("As printed 98 %; the record of that day says 97 % of 37.")
    minute = to_datetime(START + 60_000_000).isoformat()
    told = compared(
        proposed(
            claim(**{**SCORE, "work": f"w{story.work_id}", "value": 99}),
            story=reading(published=minute),
        )
    )
    assert told.sentence.endswith("As printed 99 %; the record at that minute says 97 % of 37.")
    same = claim(**{**SCORE, "work": f"w{story.work_id}", "value": 97})
    assert "As printed" not in compared(proposed(same, story=reading(published=day))).sentence


# What a page brings is only text: nothing turns directions, breaks lines or is longer than it may.
def test_hostile_stories_are_kept_as_plain_words(series):
    bad = "\u202e<script>alert(1)</script>\x00 " + "long " * 4_000
    story = reading(
        headline=bad[:400].replace("\x00", ""),
        outlet="\u2066<b>Gazette",
        canonical="javascript:alert(1)",
        link="https://gazette.example/<script>",
        published="yesterday",
    )
    one = claim("quotation", value=bad, speaker="\u202eKit <i>Made-up</i>")
    yes(proposed(one, story=story))
    kept = Story.objects.get()
    assert kept.headline.startswith("<script>alert(1)</script> long")
    assert (kept.outlet, kept.dated) == ("<b>Gazette", "unknown")
    fact = only("quotation")
    assert fact.said["speaker"] == "Kit <i>Made-up</i>"
    assert len(fact.said["words"]) < 400
    assert "\u202e" not in f"{kept.headline}{fact.said}"


def test_a_season_that_lacks_is_added_with_the_claim(series):
    proposal = proposed(claim(**{**SCORE, "season": 3}))
    assert "season is added" in compared(proposal).sentence
    decision = yes(proposal)
    season = Work.objects.get(parent_id=series, number=3)
    assert [one.said["value"] for one in facts_about([season.id])] == ["97%"]
    undo(decision.id, By(ACTOR), "a made-up reason")
    assert not Work.objects.filter(parent_id=series).exists()


def test_people_are_found_by_name_or_added(series):
    yes(proposed(claim("cast", value="Kit Made-up", role="The Ferrywoman")))
    proposal = proposed(claim("creator", value="Kit Made-up", role="creator"))
    assert "Added with it" not in compared(proposal).sentence
    yes(proposal)
    parts = facts_about([series], "credit")
    assert {one.said["role"] for one in parts} == {"cast", "created by"}
    assert len({one.said["person"] for one in parts}) == 1
    assert len(facts_of_kind("person")) == 1


def test_a_work_that_is_unknown_is_chosen_or_added():
    proposal = proposed(claim(work="Nobody's Ferry"))
    assert "Nobody's Ferry" in compared(proposal).hindered
    with pytest.raises(EntryRefused):
        yes(proposal)
    assert head()[0] == 0
    decision = yes(proposal, edited(proposal, work="Nobody's Ferry", add="series"))
    assert str(Work.objects.get()) == "Nobody's Ferry"
    undo(decision.id, By(ACTOR), "")
    assert not Work.objects.exists()
    assert not facts_of_kind("announcement")
    assert not Story.objects.filter(undone=None).exists()


def test_what_is_no_fact_is_neither_proposed_nor_recorded(series):
    hoped = claim("platform", value="Made-up Stream", modality="speculated")
    assert propose_claims(reading(), [hoped]) == [None]
    assert not Proposal.objects.exists()
    proposal = proposed(claim("platform", value="Made-up Stream"))
    with pytest.raises(EntryRefused, match="speculated"):
        yes(proposal, edited(proposal, modality="speculated"))
    yes(proposal, edited(proposal, modality="reported"))
    assert only("carrier").said["name"] == "Made-up Stream"


def test_a_former_score_needs_its_day(series):
    proposal = proposed(claim(**{**SCORE, "modality": "former"}))
    assert "earlier" in compared(proposal).hindered
    yes(proposal, edited(proposal, when="2026-05"))
    assert only("outside-score").dated == "month"


@pytest.mark.parametrize(
    ("value", "kind", "told"),
    [
        ("2026-06-20", "release", {}),
        ("2026-09-01", "announcement", {"date": "2026-09-01", "status": "dated"}),
        ("2026-06", "release", {}),
    ],
)
def test_a_premiere_is_a_release_when_its_day_has_come(series, value, kind, told):
    yes(proposed(claim("premiere", value=value, event="premiere", platform="Made-up Stream")))
    fact = only(kind)
    assert told.items() <= fact.said.items()
    assert fact.said["carrier"] == "Made-up Stream"


def test_another_day_of_a_work_is_a_reported_date(series):
    yes(proposed(claim("premiere", value="2026-09-01", event="season finale")))
    assert only("reported-date").said["event"] == "finale"


def test_a_number_becomes_one_of_a_counter_where_a_measure_fits(series):
    told = {"unit": "views", "platform": "TikTok", "subject": "#saltroad", "bound": "≥"}
    decision = yes(proposed(claim("count", value=4_300_000_000, modality="current", **told)))
    (counter,) = counters_of([series])
    (point,) = counter.points
    assert (counter.of, point.digits, point.bound, point.as_of) == (
        "#saltroad", 4_300_000_000, "≥", "2026-07-01",
    )  # fmt: skip
    assert Support.objects.get().as_of == "2026-07-01"
    undo(decision.id, By(ACTOR), "a made-up reason")
    assert not counters_of([series])


def test_other_numbers_are_kept_as_reported(series):
    yes(proposed(claim("count", value=91_000_000, unit="viewers", bound="~", modality="current")))
    fact = only("reported-number")
    assert (fact.said["value"], fact.said["bound"]) == ("91000000", "about")
    yes(proposed(claim("count", value=1_700, unit="percent", metric="weekly sales of the book")))
    assert only("uplift").said["growth"] == "+1700 %"


def test_topics_are_those_of_the_story():
    story = reading()
    decision = yes(
        proposed(claim("topics", work=None, value=["TV News", "#tv news", "Ferries"]), story=story)
    )
    number = Story.objects.get().id
    assert [one.slug for one in topics_of([number])[number]] == ["tv-news", "ferries"]
    undo(decision.id, By(ACTOR), "")
    assert not topics_of([number])
    assert not Story.objects.filter(undone=None).exists()


def test_words_are_no_longer_than_the_site_quotes(series):
    words = " ".join(f"word{n}" for n in range(90))
    proposal = proposed(claim("quotation", value=words, speaker="Kit Made-up"))
    yes(proposal)
    assert len(only("quotation").said["words"].split()) == 41
    other = proposed(claim("synopsis", value="Nobody takes a ferry."))
    with pytest.raises(FactRefused):
        yes(other, edited(other, text=words))


# What others rely on by now stays when a decision is taken back.
def test_undoing_leaves_what_another_story_states(series):
    first = yes(proposed(claim(season=2)))
    second = yes(proposed(claim(season=2)))
    undo(first.id, By(ACTOR), "a made-up reason")
    fact = only("announcement")
    assert len(supports_of([fact.id])[fact.id]) == 1
    undo(second.id, By(ACTOR), "a made-up reason")
    # The second decision stated nothing: it only added a source.
    assert fact_numbered(fact.id) is not None
    assert not supports_of([fact.id])


def test_an_undone_claim_waits_again_and_can_be_accepted_anew(series):
    proposal = proposed(claim("cast", value="Kit Made-up"))
    undo(yes(proposal).id, By(ACTOR), "")
    assert not facts_of_kind("credit", "person")
    yes(proposal)
    assert person_names([only("person").id]) == {only("person").id: "Kit Made-up"}


# Which work it is, is asked once: the other claims of the story then know it too.
def test_the_other_claims_of_a_story_learn_which_work_it_is(series):
    story = reading()
    title = "The Ferry Show Nobody Made"
    first = proposed(claim(work=title, season=2), story=story)
    second = proposed(claim("platform", work=title, value="Made-up Stream"), story=story)
    elsewhere = proposed(claim("platform", work=title, value="Another Stream"))
    offered = compared(first).choices
    assert [one.typed.get("add") for one in offered][-2:] == ["series", "film"]
    yes(first, edited(first, work=f"Saltroad (2025) w{series}"))
    assert Proposal.objects.get(id=second.id).work == series
    assert not compared(second).hindered
    assert compared(elsewhere).hindered


def test_a_work_that_is_added_with_a_claim_is_said_so():
    first = proposed(claim(work="Nobody's Ferry"))
    amended = amend(first.id, edited(first, add="film"), ACTOR)
    told = taker_of(amended).compare(amended)
    assert "added to the catalogue" in told.sentence
    assert told.alone and not told.hindered
    yes(amended)
    assert Work.objects.get().kind == "film"


def test_a_work_that_is_like_one_of_the_site_is_not_added_twice(series):
    proposal = proposed(claim(work="Saltroad 2026"))
    with pytest.raises(EntryRefused, match="works like it"):
        yes(proposal, edited(proposal, work="Saltroad", add="series"))


def test_topics_that_the_page_names_are_proposed_too(series):
    story = reading(topics=["Saltroad", "TV News"])
    proposed(claim(season=2), story=story)
    (topics,) = Proposal.objects.filter(claim="topics")
    yes(topics)
    number = Story.objects.get().id
    assert [one.slug for one in topics_of([number])[number]] == ["saltroad", "tv-news"]


# A story that says less than the record, or only reports what was said officially, says nothing
# new; one that says more does.
def test_a_story_that_says_less_adds_a_source(series):
    yes(proposed(claim(season=2, said_by="Made-up Stream")))
    for told in ({"season": 2}, {"season": None}):
        assert compared(proposed(claim(**told))).nothing_new
    assert not compared(proposed(claim(season=3))).nothing_new
    told = {"value": "2026-06-20", "event": "premiere"}
    yes(proposed(claim("premiere", **told, place="the UK", platform="Made-up Stream")))
    assert compared(proposed(claim("premiere", **told))).nothing_new
    assert not compared(proposed(claim("premiere", **told, place="France"))).nothing_new
    assert not compared(proposed(claim("premiere", "Saltroad", "2026-06-21"))).nothing_new


def test_what_is_said_officially_is_new_beside_a_report(series):
    yes(proposed(claim(season=2)))
    assert not compared(
        proposed(claim(season=2, said_by="Made-up Stream", work="Saltroad (2025)"))
    ).nothing_new
