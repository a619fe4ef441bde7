"""What is to be taken in, and how a text that is pasted is told from a list of links."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from clapometer.fetching.links import read_link
from clapometer.fetching.refusals import FetchRefused
from clapometer.stories.addressing import story_key

LONGEST_TEXT = 400_000
"""Characters of a text that is pasted."""
MOST_LINKS = 50
"""Links that are taken at a time."""
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_AROUND = "<>()[]{}\"'“”‘’«»,;"
_MARK = re.compile(r"^(?:[-*•–]|[0-9]{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text to be taken in, from where `how` says (a key of READ_FROM).

    `link` is its address, "" where it has none. `data` are the bytes of a file or a pasted text,
    empty for what has to be fetched. `published` goes before what the page says of its day.
    `headline` is what a feed calls it.
    """

    how: str
    link: str = ""
    data: bytes = b""
    content_type: str = ""
    published: str = ""
    headline: str = ""

    @property
    def digest(self) -> str:
        """Return by what it is found again: its address, else its bytes."""
        return story_key(self.link, "", "", "") if self.link else sha256(self.data).hexdigest()


class TakingRefused(ValueError):
    """A text is not taken in; the message is one sentence for a person."""


def asked_link(text: str, *, how: str = "link", published: date | None = None) -> Asked:
    """Return what is asked for by an address as a person writes it. Raises TakingRefused."""
    text = text.strip().strip(_AROUND)
    if text[:4].casefold() == "www.":
        text = f"https://{text}"
    try:
        link = str(read_link(text.partition("#")[0]))
    except FetchRefused as refused:
        raise TakingRefused(str(refused)) from None
    return Asked(how=how, link=link, published=published.isoformat() if published else "")


def asked_text(text: str, *, published: date | None = None) -> Asked:
    """Return what is asked for by a pasted text. Raises TakingRefused."""
    text = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not text:
        raise TakingRefused("There is no text to take in.")
    if len(text) > LONGEST_TEXT:
        raise TakingRefused(f"The text has more than {LONGEST_TEXT:,} characters; no story has.")
    return Asked(
        how="paste",
        data=text.encode("utf-8", "replace"),
        content_type="text/plain; charset=utf-8",
        published=published.isoformat() if published else "",
    )


def asked_file(data: bytes, *, published: date | None = None) -> Asked:
    """Return what is asked for by a file: a saved page or a text. Raises TakingRefused."""
    if not data.strip():
        raise TakingRefused("The file is empty.")
    return Asked(how="file", data=data, published=published.isoformat() if published else "")


def asked_of(text: str, *, published: date | None = None) -> list[Asked | TakingRefused]:
    """Return what a person means who pastes something: links, one a line, or else one text.

    A list may hold what cannot be taken: it is told, and the others are taken.
    """
    lines = [_MARK.sub("", line.strip()) for line in text.splitlines() if line.strip()]
    words = [word for line in lines for word in line.split()]
    if not words or not all(_LINK.fullmatch(word.strip(_AROUND)) for word in words):
        return [_told(asked_text, text, published)]
    links = list(dict.fromkeys(words))
    found = [_told(asked_link, link, published) for link in links[:MOST_LINKS]]
    if len(links) > MOST_LINKS:
        rest = len(links) - MOST_LINKS
        found.append(
            TakingRefused(f"{MOST_LINKS} links are taken at a time; paste the other {rest} again.")
        )
    return found


def _told(of: Callable[..., Asked], text: str, published: date | None) -> Asked | TakingRefused:
    try:
        return of(text, published=published)
    except TakingRefused as refused:
        return refused
