"""Every projection can be thrown away and comes back row for row."""

import pytest
from django.db import connection

from clapometer.catalogue.drafts import work_added, work_corrected
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.writing import writing
from clapometer.reviews.drafts import (
    critic_added,
    critic_corrected,
    entry_undone,
    outlet_corrected,
)
from clapometer.reviews.models import Critic, Outlet
from clapometer.reviews.readings import Hand
from clapometer.reviews.scales import confirm, take_back
from clapometer.reviews.scores import score_of
from tests.reviews.telling import Story

pytestmark = pytest.mark.django_db
LEDGER = {"ledger_ledgerentry", "ledger_ledgertext"}
# What a file of reviews brings, what editors send, and what waits for them: none is told here.
EMPTY = {
    "desk_import", "desk_submission", "desk_reading", "desk_proposal", "desk_backing",
    "desk_decision", "desk_feedsource", "desk_feeditemseen",
}  # fmt: skip
# Tables of facts about works have rebuilds of their own among the catalogue's tests.
ELSEWHERE = ("catalogue_alias", "catalogue_person", "catalogue_mention")


def projections():
    """Return every row of every table but the ledger's own and Django's."""
    names = sorted(
        name
        for name in connection.introspection.table_names()
        if name.startswith(("catalogue_", "reviews_", "desk_", "ledger_"))
        and name not in LEDGER
        and not name.startswith("catalogue_search_")
    )
    rows = {}
    with connection.cursor() as cursor:
        for name in names:
            column = "rowid, *" if name == "catalogue_search" else "*"
            cursor.execute(f"SELECT {column} FROM {name}")
            rows[name] = sorted(map(repr, cursor.fetchall()))
    return rows


def tell_a_bit_of_everything():
    story = Story(kind="season", identifiers=("made-up:1",))
    for critic in range(22):
        story.post(
            critic, critic < 17, day=critic % 4, top=critic < 6, grade="B+", quote=f"w {critic}",
            link=f"https://www.made-up.example/{critic}",
        )  # fmt: skip
    story.post(3, False, day=9, grade="C")
    story.post(4, True, day=2, outlet=30, quote="w 4")
    story.mark("withdrawn", 5, day=6)
    excluded = story.mark("excluded", 6, day=6)
    story.undo(6, excluded)
    story.post(40, True, day=None)
    story.post(41, True, day=3, grade="7")
    kept, _ = confirm(Hand(outlet=story.outlets[41]), "of-10", "A Made-up Editor")
    story.post(41, True, day=4, grade="8")
    gone, _ = confirm(Hand(critic=story.critics[41]), "of-20", "A Made-up Editor")
    take_back(gone.seq, "a made-up reason", "A Made-up Editor")
    assert kept.seq < gone.seq
    rename(story)
    story.adopt("rotten-tomatoes-2020", day=1)
    story.adopt("metacritic-films", day=4)
    with writing("story") as writer:
        series = writer.append_one(work_added(kind="series", title="Made-up Series")).seq
        facts = {"parent": series, "number": 1, "identifiers": ["made-up:2"]}
        writer.append_one(work_corrected(story.work_id, facts, {"parent": None, "number": None}))
        writer.append_one(
            work_corrected(series, {"title": "A Series Renamed"}, {"title": "Made-up Series"})
        )
    return story


def rename(story):
    """Correct names, some of them twice, and take corrections back, of one that is gone too."""
    critic, outlet, lost = story.critics[0], story.outlets[0], None
    with writing("story") as writer:
        writer.append_one(critic_corrected(critic, "Invented Cricket", critic))
        second = writer.append_one(critic_corrected(critic, "Invented Cricketer", critic)).seq
        writer.append_one(outlet_corrected(outlet, "Invented Outpost", outlet))
        writer.append_one(entry_undone("critic.undone", f"critic:{critic}", second))
        lost = writer.append_one(critic_added("Invented Nobody")).seq
        writer.append_one(critic_corrected(lost, "Invented Somebody", lost))
        writer.append_one(entry_undone("critic.undone", f"critic:{lost}", lost))
        writer.append_one(critic_added("Invented Nobody"))


def test_a_rebuild_gives_the_identical_rows_back():
    story = tell_a_bit_of_everything()
    before, score = projections(), score_of(story.work).score
    told = {name for name in before if not name.startswith(ELSEWHERE)}
    assert {name for name in told if not before[name]} == EMPTY, "every table is tested"
    rebuild()
    after = projections()
    assert after == before
    assert score_of(story.work).score == score
    assert Critic.objects.get(id=story.critics[0]).name == "Invented Cricket"
    assert Outlet.objects.get(id=story.outlets[0]).name == "Invented Outpost"
    assert story.work.label == "A Series Renamed: A Made-up Work"
