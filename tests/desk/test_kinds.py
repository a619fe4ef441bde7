"""The tables of kinds of entries say what is really written. All names are made up."""

from datetime import date

import pytest

from clapometer.catalogue import kinds as of_works
from clapometer.catalogue.drafts import work_added, work_corrected
from clapometer.desk import kinds as of_imports
from clapometer.desk.charts import read_chart_file, run_charts
from clapometer.desk.imports import run_import
from clapometer.desk.merging import merge_works
from clapometer.desk.plans import plan_import
from clapometer.desk.renaming import MODELS, correct_name, undo_correction
from clapometer.desk.splitting import split_work
from clapometer.desk.undoing import undo_import
from clapometer.ledger.reading import read_entries
from clapometer.ledger.writing import writing
from clapometer.reviews import kinds as of_reviews
from clapometer.reviews.kinds import SAID
from clapometer.reviews.readings import Hand
from clapometer.reviews.scales import confirm, take_back
from clapometer.signals import kinds as of_signals
from clapometer.signals.points import point_on, points_restated, points_told
from clapometer.stories import kinds as of_stories
from tests.desk import chartfiles
from tests.desk.files import row, some, write
from tests.reviews.telling import Story
from tests.stories import madeup

pytestmark = pytest.mark.django_db
ROOMS = (of_works, of_reviews, of_signals, of_stories, of_imports)
KINDS = {name: kind for room in ROOMS for name, kind in room.ENTRY_KINDS.items()}


@pytest.fixture
def written(tmp_path):
    """Every kind of entry, written by the services and drafts that write it."""
    rows = [*some(3), row("", outlet="Made-up Daily", quote="Words."), row("B", grade="5/4")]
    path = write(tmp_path / "a.csv", rows)
    undo_import(run_import(plan_import(path)).import_id)
    taken = []
    for rank in (1, 2):
        charts = chartfiles.write(tmp_path / "charts.tsv", [chartfiles.line(rank=rank)])
        taken.append(run_charts(read_chart_file(charts)).import_id)
    for one in reversed(taken):
        undo_import(one)
    story = Story(identifiers=("made-up:1",), released=0)
    for positive in (True, False):
        story.post(0, positive, grade="4/5", quote="Words.", link="https://example.org/", top=True,
                   first_episodes=positive)  # fmt: skip
    for kind in ("withdrawn", "excluded", "restored"):
        story.mark(kind, 0)
    hand = Hand(outlet=story.outlets[0], critic=story.critics[0], since=0, until=1)
    confirmed, _ = confirm(hand, "of-10", "A Made-up Editor")
    take_back(confirmed.seq, "a made-up reason", "A Made-up Editor")
    for kind, one in (("critic", story.critics[0]), ("outlet", story.outlets[0])):
        undo_correction(correct_name(MODELS[kind].objects.get(id=one), "Made Up", "a").seq, "a")
    story.unadopt(story.adopt("rotten-tomatoes-2020"))
    with writing("test") as writer:
        series = writer.append_one(work_added(kind="series", title="Made-up Series")).seq
        facts = {"parent": series, "number": 1, "removed": ["made-up:1"]}
        writer.append_one(work_corrected(story.work_id, facts, {"parent": None, "number": None}))
        point, other = (point_on(date(2026, 5, 3), value) for value in (1, 2))
        writer.append_one(points_told(1, [point], "A Made-up Gazette", "https://example.org/"))
        writer.append_one(points_restated(1, [other], [point], reason="a made-up reason"))
    madeup.every_kind()
    double = Story(kind="film")
    merge_works(double.work_id, Story(kind="film").work_id, "a made-up reason", "test")
    split_work(double.work_id, "a made-up reason", "test")
    return list(read_entries())


def test_every_entry_is_of_a_kind_in_the_tables_and_holds_what_they_say(written):
    for entry in written:
        kind = KINDS[entry.kind]
        assert entry.data.keys() <= {*kind.body, *kind.texts}, entry
        assert all(set(entry.data[text]) == {"sha256"} for text in kind.texts if text in entry.data)


def test_every_kind_and_every_member_in_the_tables_is_written(written):
    assert {entry.kind for entry in written} == set(KINDS)
    members = {(entry.kind, member) for entry in written for member in entry.data}
    # A correction names only the facts it corrects.
    kinds = {name: kind for name, kind in KINDS.items() if name != "work.corrected"}
    told = {(name, one) for name, kind in kinds.items() for one in {**kind.body, **kind.texts}}
    assert told <= members


def test_what_a_review_says_is_in_the_table(written):
    said = {member for entry in written for member in entry.data.get("said", {})}
    assert said == set(SAID)


def test_a_room_has_the_kinds_of_its_own_subjects():
    subjects = [{name.partition(".")[0] for name in room.ENTRY_KINDS} for room in ROOMS]
    assert subjects == [
        {"work"},
        {"outlet", "critic", "review", "rule", "scale"},
        {"chart", "points"},
        {"story", "contradiction"},
        {"import"},
    ]
