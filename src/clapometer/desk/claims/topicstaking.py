"""Taking the topics of a story: they are said of the story itself, and of no work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from clapometer.ledger.entries import Entry
from clapometer.stories.drafts import story_corrected
from clapometer.stories.models import Story
from clapometer.stories.reading import article_of, story_like, story_numbered
from clapometer.stories.topics import read_topics

from ..proposals.models import Backing, Proposal
from ..proposals.takers import Comparison, Row
from . import posting
from .appending import append_one


def compare_topics(proposal: Proposal) -> Comparison:
    """Return the topics beside those that the story has already."""
    backing = proposal.backings.select_related("reading").order_by("id").first()
    story = story_like(posting.article_of(backing.reading)) if backing else None
    held = list(article_of(story).topics) if story else []
    says = topics_typed(proposal.said)
    new = [one for one in says if one not in held]
    if not says:
        return Comparison(hindered=_("No topic is named."))
    row = Row(_("Topics"), "; ".join(held), "; ".join(says), "new" if new else "same")
    about = reverse("story", args=[story.id]) if story else ""
    return Comparison((row,), "", nothing_new=not new, about=about)


def topics_typed(said: Mapping[str, Any]) -> list[str]:
    """Return the topics as proposed or edited."""
    return read_topics(said["typed"].get("topics", "").split(";"))


def take_topics(actor: str, backing: Backing, said: Mapping[str, Any]) -> None:
    """Say of the story of a backing that it bears the topics, beside those it has."""
    story = posting.posted(actor, backing.reading)
    before = article_of(story)
    topics = read_topics([*before.topics, *topics_typed(said)])
    draft = story_corrected(story.id, replace(before, topics=tuple(topics)), before)
    if draft is not None:
        append_one(actor, draft)


def take_topics_back(actor: str, entry: Entry) -> None:
    """Take from a story the topics that an entry gave it, if it stands."""
    story: Story | None = story_numbered(entry.subject_id)
    if story is None or "topics" not in entry.data:
        return
    given = set(entry.data["topics"]) - set(entry.data["before"].get("topics", []))
    before = article_of(story)
    left = tuple(one for one in before.topics if one not in given)
    draft = story_corrected(story.id, replace(before, topics=left), before)
    if draft is not None:
        append_one(actor, draft)
