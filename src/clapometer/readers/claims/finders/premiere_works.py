"""Which work it is that comes out on a day."""

from __future__ import annotations

import re

from clapometer.readers.claims.aboutness import topic_before
from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.counting import ORDINAL
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import Sentence, within
from clapometer.readers.claims.works import derived_title

_NEW_WORK = re.compile(
    r"\b[Aa]n? (?:[\w-]+ ){0,2}?(?P<kind>sequel|prequel|spin-?off|remake|reboot)\b(?! [\"“‘'])"
)
_ADAPTATION = re.compile(
    r"\b[Aa]n? (?:[\w-]+ ){0,3}(?:film|movie|series|show|adaptation) (?:based on|inspired by|of) "
    r"(?:the )?[“\"‘']?"
)
_ITS_SEASON = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts) (?:{ORDINAL}) (?:season|series|run|outing)\b(?! (?:of|for)\b)"
)
"""A season of the show that the story spoke of before."""
_WITH_IT = re.compile(
    r"\b(?:[Ww]ith|[Ff]orward to) [\"“'‘]?(?P<title>[A-Z][\w’'-]*(?: [\w’'&-]+){0,5}?)[\"”'’]? \Z"
)
_RETURNS_TO = re.compile(
    rf"(?:returning|coming back|heading back|back)(?: back)? (?:to )?(?:the )?(?:our |TV )*"
    rf"(?:{PLATFORM}|screens?|TV)\b.{{0,20}}\bfor (?:its|an?|season|series)\b"
)
"""A show that returns is named even where nothing else betrays that its name is a title."""


def work_of(document: Document, sentence: Sentence, start: int, end: int) -> str | None:
    """Return the work that comes out by the words at this place; of one without a title, the name
    that says what it is."""
    new = _NEW_WORK.search(document.text, sentence.start, start)
    if new:
        return _new_work(document, sentence, new, start)
    adapted = _ADAPTATION.search(document.text, sentence.start, start)
    title = within(document.works, adapted.end(), adapted.end() + 2) if adapted else ()
    if title and title[0].end <= start:
        return title[0].work
    if _ITS_SEASON.search(document.text, sentence.start, end) and not within(
        document.works, sentence.start, end
    ):
        return topic_before(document, sentence) or document.work_at(start, start)
    return _returning(document, sentence, start) or document.work_at(start, start)


def _new_work(document: Document, sentence: Sentence, new: re.Match[str], start: int) -> str | None:
    """Return the new work's own title, else a name of what it is made from."""
    inside = [
        one
        for one in document.works
        if new.start() <= one.start < min(new.end() + 12, sentence.end)
    ]
    parent = inside[0].work if inside else document.work_at(new.start())
    own = [one for one in document.works if new.end() + 12 <= one.start < start]
    if own:
        return own[-1].work
    return derived_title(parent, new["kind"]) if parent else None


def _returning(document: Document, sentence: Sentence, start: int) -> str | None:
    """Return the show of “with Salt Road returning to ITV for its third series”."""
    if _RETURNS_TO.match(document.text, start, sentence.end) is None:
        return None
    told = _WITH_IT.search(document.text, sentence.start, start)
    if told is None or within(document.people, *told.span("title")):
        return None
    known = within(document.works, *told.span("title"))
    return known[0].work if known else told["title"]
