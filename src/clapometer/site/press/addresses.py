"""The addresses of stories and topics."""

from __future__ import annotations

from urllib.parse import quote

from django.urls import reverse

from clapometer.site.asking import query_of


def story_address(number: int) -> str:
    """Return the path of a story's page."""
    return reverse("story", args=[number])


def topic_address(slug: str, page: str = "") -> str:
    """Return the path of a topic's page; of a later one by its number as text."""
    path = reverse("topic", args=[slug])
    return f"{path}?{query_of(page=page)}" if page else path


def outlet_stories(outlet: str) -> str:
    """Return the path of the list of an outlet's stories."""
    return f"{reverse('stories')}?outlet={quote(outlet, safe='')}"


def work_stories(work: int) -> str:
    """Return the path of the list of stories that state something of a work."""
    return f"{reverse('stories')}?of=w{work}"
