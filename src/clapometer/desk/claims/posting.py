"""Stories as the ledger knows them: posted once, however many of their claims are accepted."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlsplit

from clapometer.facts.days import UNKNOWN, DayRefused, When, read_when
from clapometer.facts.fields import FieldRefused, Link
from clapometer.readers.text import clean_prose
from clapometer.stories.drafts import Article, Stated, story_posted, story_supports
from clapometer.stories.models import Story, Support
from clapometer.stories.quoting import short_quote
from clapometer.stories.reading import story_like, supports_by

from ..proposals.models import Backing, Reading
from ..reviewtyping import zone_of_site
from .appending import append_one

_LINK = Link(name="link", label="Link", means="", example="")
LONGEST_HEADLINE, LONGEST_NAME = 500, 300


def article_of(reading: Reading) -> Article:
    """Return what is said of the story that a reading is of; its topics are claims of their own."""
    link, outlet = link_of(reading), clean_prose(reading.outlet)[:LONGEST_NAME]
    return Article(
        headline=clean_prose(reading.headline)[:LONGEST_HEADLINE] or link or outlet or "–",
        link=link,
        outlet=outlet,
        published=published_of(reading),
        language=clean_prose(reading.language)[:40],
    )


def link_of(reading: Reading) -> str:
    """Return the address under which a story stands, "" where it has none that a page can be at."""
    for link in (reading.canonical, reading.link):
        with suppress(FieldRefused):
            found = _LINK.read(link)
            if found:
                return str(found)
    return ""


def published_of(reading: Reading) -> When:
    """Return when a story came out, as exactly as its page says."""
    try:
        return read_when(reading.published, zone_of_site())
    except DayRefused:
        return UNKNOWN


def published_text(reading: Reading) -> str:
    """Return when a story came out as its page says it, "" for what cannot be read."""
    return reading.published if published_of(reading).happened_at is not None else ""


def source_of(reading: Reading) -> str:
    """Return who says so: the outlet, else the host of the story's address."""
    host = urlsplit(link_of(reading)).hostname or ""
    return clean_prose(reading.outlet)[:LONGEST_NAME] or host.removeprefix("www.")


def posted(actor: str, reading: Reading) -> Story:
    """Return the story of a reading, which is posted where the ledger has it not yet."""
    article = article_of(reading)
    story = story_like(article)
    if story is None:
        story = Story.objects.get(id=append_one(actor, story_posted(article)).seq)
    if reading.story != story.id:
        reading.story = story.id
        reading.save(update_fields=["story"])
    return story


def supported(actor: str, fact: int, backing: Backing, as_of: str = "") -> Support | None:
    """Say that the story of a backing states a fact; None where it is said already."""
    story = posted(actor, backing.reading)
    for one in supports_by(story.id):
        if (one.fact, one.as_of) == (fact, as_of):
            return None
    said = backing.said
    stated = Stated(
        claim=str(said.get("claim", "")),
        modality=backing.modality or str(said.get("modality", "")),
        printed=str(said.get("printed", "")),
        season=said.get("season"),
        quote=short_quote(backing.quote),
        as_of=as_of,
    )
    draft = story_supports(story.id, fact, stated, story.happened_at)
    return Support.objects.get(id=append_one(actor, draft).seq)
