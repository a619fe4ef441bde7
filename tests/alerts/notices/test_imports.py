"""Imports, their undoing, several workers at once, and rebuilding. All works are made up."""

import json

import pytest

from clapometer.alerts.models import Notice
from clapometer.catalogue.models import Work
from clapometer.desk.imports import run_import
from clapometer.desk.plans import plan_import
from clapometer.desk.undoing import undo_import
from clapometer.instants import now, to_datetime
from clapometer.ledger import writing
from clapometer.ledger.consumers import rebuild
from clapometer.reviews.drafts import Reviewer, review_posted
from tests.alerts.notices.followed import MINUTE, Watched, at, follow, run, told
from tests.desk.files import row, write
from tests.separate import python, run_python, separate_site
from tests.site.festival import append, said, stage

pytestmark = pytest.mark.django_db
HOUR = 60 * MINUTE


def old(count, film="A Made-up Film"):
    return [
        row(f"Invented Critic {n}", "rotten" if n % 4 == 0 else "fresh", film=film,
            date=f"20{10 + n % 10}-03-{1 + n % 28:02}")
        for n in range(count)
    ]  # fmt: skip


@pytest.fixture
def film(tmp_path):
    """A film with reviews of today, that somebody follows; its debut was told."""
    festival = stage()
    work = festival.works["film"]
    run(now())
    follow(f"work:{work.id}")
    today = to_datetime(now()).date().isoformat()
    drafts = []
    for number, critic in enumerate(list(festival.critics.values())[:6]):
        reviewer = Reviewer(critic, list(festival.outlets.values())[number % 5], work.id)
        drafts.append(review_posted(reviewer, said(True, when=today)))
    append(*drafts, at=to_datetime(now()).isoformat())
    run()
    run(now() + 15 * MINUTE)
    assert [kind for kind, _ in told()] == ["score"]
    return work


def later(monkeypatch, hours):
    """Let the ledger's clock go on, and everybody else's."""
    start = now()
    monkeypatch.setattr(writing, "now", lambda: start + hours * HOUR)
    return start + hours * HOUR


# 5,000 reviews of ten years say that the debut was another one: that is corrected, once; nothing of
# what they bring is news.
def test_an_import_of_old_reviews_tells_nothing_new(tmp_path, film, monkeypatch):
    rows = old(5000, film=film.title)
    start = later(monkeypatch, 1)
    done = run_import(plan_import(write(tmp_path / "old.csv", rows)))
    assert Work.objects.filter(kind="film", title=film.title).count() == 1
    run(start)
    run(start + HOUR)
    assert [kind for kind, _ in told()[1:]] == ["correction"]
    assert told()[1][1].startswith("Correction: The Ferryman's Holiday (made up): first score")
    start = later(monkeypatch, 5)
    undo_import(done.import_id)
    run(start)
    run(start + HOUR)
    holds, undone = told()[2:]
    assert holds[1].startswith("Holds again: ")
    assert undone == ("correction", "The Ferryman's Holiday (made up): the score was corrected")
    texts = [one.text for one in Notice.objects.filter(state="due").order_by("id")]
    assert "of 6 reviews, and was" in texts[-1]
    assert texts[-1].startswith("An import was taken back on ")
    both = Notice.objects.filter(state="due").order_by("id")[2:]
    assert json.loads(both[1].said)["besides"] == [both[0].corrects_id]
    run(start + 5 * HOUR)
    assert len(told()) == 4


def test_an_import_of_old_reviews_of_an_unscored_work_is_silent(tmp_path):
    stage_film = Watched("film")
    rows = old(500, film="A Made-up Work")
    run_import(plan_import(write(tmp_path / "old.csv", rows)))
    run(now())
    run(now() + HOUR)
    assert stage_film.work_id
    assert not Notice.objects.exists()


def test_rebuilding_the_projections_sends_nothing_again():
    story = Watched()
    for critic in range(5):
        story.say(1, critic, True)
    run(at(30))
    assert len(told()) == 1
    rebuild()
    run(at(31))
    run(at(60))
    assert len(told()) == 1


STORY = """
from tests.alerts.notices.followed import Watched
story = Watched()
for critic in range(5):
    story.say(1, critic, True)
for number in range(60):
    story.say(2 + number, 5 + number % 7, number % 3 > 0)
"""
READ = """
import sys
from tests.alerts.notices.followed import at, run
for minute in range(0, 3200, 400):
    run(at(minute), step=int(sys.argv[1]))
"""
COUNT = """
import json
from clapometer.alerts.models import Notice
from clapometer.ledger.models import LedgerCursor, LedgerEntry
print(json.dumps({
    "told": sorted(Notice.objects.filter(state="due").values_list("name", flat=True)),
    "settling": Notice.objects.filter(state="settling").count(),
    "read": LedgerCursor.objects.get(name="alerts").seq == LedgerEntry.objects.count(),
}))
"""


@pytest.mark.slow
def test_several_workers_at_once_tell_what_one_tells(tmp_path):
    found = []
    for steps in ([2000], [3, 7, 20]):
        with separate_site(tmp_path / f"site{len(steps)}") as environment:
            run_python(STORY, environment)
            workers = [python(READ, environment, str(step)) for step in steps]
            ends = [worker.communicate(timeout=120) for worker in workers]
            assert [worker.returncode for worker in workers] == [0] * len(steps), ends
            found.append(json.loads(run_python(COUNT, environment)))
    one, many = found
    assert one["read"]
    assert one["told"]
    assert one == many
