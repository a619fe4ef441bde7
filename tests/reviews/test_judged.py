"""The quotes that verdicts are learned from. All films and critics are made up."""

import pytest

from clapometer.ledger.consumers import catch_up
from clapometer.reviews import judged
from clapometer.reviews.judged import Judged, judged_quotes
from tests.reviews.telling import Story


@pytest.mark.django_db
def test_quotes_in_force_with_a_verdict_of_their_own(monkeypatch):
    monkeypatch.setattr(judged, "_BATCH", 2)
    story = Story()
    story.post(0, True, quote="A joy.")
    story.post(1, False, quote="A bore.", verdict_by="given_by_critic")
    story.post(2, None, quote="A film without a verdict.")
    story.post(3, True, quote="Read by an editor.", verdict_by="interpreted")
    story.post(4, True)
    story.post(5, True, quote="Said first.")
    story.post(5, False, day=1, quote="Said again.")
    story.post(6, True, quote="Taken back.")
    story.mark("withdrawn", 6)
    catch_up()
    assert list(judged_quotes()) == [
        Judged("A joy.", True),
        Judged("A bore.", False),
        Judged("Said again.", False),
    ]
