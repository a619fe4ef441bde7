"""Made-up stories, told to the ledger. Outlets, people, works and words are all invented."""

from clapometer.facts.days import When
from clapometer.ledger.writing import writing
from clapometer.stories.drafts import (
    Article,
    Stated,
    contradiction_settled,
    settling_undone,
    story_corrected,
    story_posted,
    story_supports,
    story_undone,
    support_undone,
)

DAY = 86_400_000_000
START = 1_780_000_000_000_000
ARTICLE = Article(
    headline="The ferry comes back for a second year",
    link="https://gazette.example/2026/ferry",
    outlet="The Made-up Gazette",
    published=When(START, "day"),
    language="en",
    topics=("Saltroad", "TV News"),
)
STATED = Stated(
    claim="renewal", modality="confirmed", printed="renewed", season=2, quote="It will be back."
)


def tell(draft, recorded=None):
    """Write one draft; return the position of its entry."""
    with writing("member:1", recorded_at=recorded) as writer:
        return writer.append_one(draft).seq


def post(**said):
    """Post the made-up story, with what is told otherwise here; return its number."""
    return tell(story_posted(article(**said)))


def article(**said):
    told = {name: getattr(ARTICLE, name) for name in ARTICLE.__dataclass_fields__}
    return Article(**{**told, **said})


def support(story, fact, **said):
    """Say that a story states a fact; return the position of the entry."""
    told = {name: getattr(STATED, name) for name in STATED.__dataclass_fields__}
    return tell(story_supports(story, fact, Stated(**{**told, **said}), START))


def every_kind():
    """Write every kind of entry about stories."""
    story = post()
    later = article(headline="Another", outlet="Another", link="", language="", topics=(),
                    published=When(START + DAY, "instant"))  # fmt: skip
    tell(story_corrected(story, later, ARTICLE))
    seq = support(story, 1, as_of="2026-05-03")
    tell(support_undone(story, seq, "a made-up reason"))
    settled = tell(contradiction_settled([2, 1], "a made-up reason"))
    tell(settling_undone(settled, "a made-up reason"))
    tell(story_undone(story, "a made-up reason"))
