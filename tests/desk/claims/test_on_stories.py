"""Claims of real stories, put before the taker: all that cannot be recorded is said beforehand."""

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.desk.claims.folding import propose_claims
from clapometer.desk.proposals.deciding import REFUSALS, By, accept
from clapometer.desk.proposals.models import Proposal
from clapometer.desk.proposals.takers import taker_of
from clapometer.ledger.writing import writing
from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import read_story
from clapometer.stories.models import Support

from .stories import ACTOR, reading

EVERY = 9


@pytest.mark.realdata
@pytest.mark.django_db
def test_what_a_reader_finds_is_taken_or_said_to_be_hindered(realdata):
    for path in sorted((realdata / "stories").glob("*.txt"))[::EVERY]:
        story = read_story(path.read_text(encoding="utf-8"))
        claims = read_claims(story)
        with writing("import") as writer:
            titles = sorted({one.work for one in claims if one.work})[::2]
            writer.append([work_added(kind="series", title=title[:200]) for title in titles])
        day = story.published.isoformat() if story.published else ""
        propose_claims(reading(text=story.text, published=day, headline=path.stem), claims)
    taken = 0
    for proposal in Proposal.objects.order_by("id"):
        hindered = taker_of(proposal).compare(proposal).hindered
        try:
            accept(proposal.id, By(ACTOR))
        except REFUSALS:
            assert hindered, proposal.said
        else:
            assert not hindered, proposal.said
            taken += 1
    assert taken > Proposal.objects.count() / 4
    assert Support.objects.count() >= taken * 0.9
