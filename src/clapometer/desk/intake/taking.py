"""Taking texts in, at once or from the list: fetch, read apart, keep, propose.

No step but the keeping is inside a transaction: nobody waits for a lock while a host answers.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from clapometer.fetching.client import Client
from clapometer.readers.pages import Page

from ..proposals.models import Reading
from .apart import read_claims_apart, read_page_apart
from .asked import Asked, TakingRefused
from .clients import polite_client
from .fetched import fetch_page
from .keeping import keep_page, note, settle
from .knowing import known_works
from .modelled import told_by_model
from .proposing import Proposals, propose_claims_of, propose_review_of
from .readable import readable

NO_TEXT = "No story can be found on that page; open it, copy its text and paste it."


class Taken(NamedTuple):
    """What became of one text: its reading, and why it could not be read, "" if it was. `reading`
    is None where it was not even put on the list."""

    link: str
    reading: Reading | None
    problem: str = ""
    proposals: Proposals = Proposals()

    @property
    def was_read(self) -> bool:
        """Return whether it was read."""
        return self.reading is not None and self.reading.state == "read"


def take_in(
    asked: Asked, by: str, client: Client | None = None, *, with_model: bool = False
) -> Taken:
    """Take one text in now. A link that cannot be fetched stays on the desk, with the reason.

    `with_model`: the site's language model, if it has one, reads along, for which nobody may be
    waiting.
    """
    if asked.data:
        return _take_data(asked, by, with_model=with_model)
    return take_noted(note(asked, by), client, with_model=with_model)


def take_noted(
    reading: Reading, client: Client | None = None, *, with_model: bool = False
) -> Taken:
    """Fetch and read what is on the list."""
    asked = Asked(
        how=reading.how, link=reading.link, published=reading.published, headline=reading.headline
    )
    try:
        came = fetch_page(client or polite_client(), reading.link)
        page = read_page_apart(came.data, came.link, came.content_type)
    except TakingRefused as refused:
        settle(reading, str(refused))
        return Taken(reading.link, reading, str(refused))
    kept = keep_page(page, asked, reading.taken_by, came.link)
    return _propose(kept, page, with_model=with_model)


def _take_data(asked: Asked, by: str, *, with_model: bool) -> Taken:
    try:
        page = read_page_apart(asked.data, asked.link, asked.content_type)
    except TakingRefused as refused:
        return Taken(asked.link, None, str(refused))
    return _propose(keep_page(page, asked, by), page, with_model=with_model)


def day_of(published: str) -> str:
    """Return the day of an instant or a day in ISO 8601, "" for anything else."""
    try:
        return date.fromisoformat(published[:10]).isoformat()
    except ValueError:
        return ""


def _propose(reading: Reading, page: Page, *, with_model: bool) -> Taken:
    """Propose what was read, and say so on the reading."""
    proposals = propose_review_of(reading)
    problem = ""
    try:
        if page.text.strip():
            text = readable(reading.text)
            source, day = reading.canonical or reading.link, day_of(reading.published)
            by_model = told_by_model(text, source, day) if with_model else []
            claims = read_claims_apart(text, source, day, known_works(text), by_model)
            proposals += propose_claims_of(reading, claims)
        elif not page.review:
            problem = NO_TEXT
    except TakingRefused as refused:
        problem = str(refused)
    settle(reading, problem)
    return Taken(reading.link, reading, problem, proposals)
