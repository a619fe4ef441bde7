"""What people say where no quotation marks stand: the answers of an interview that is printed as
questions and answers, and posts set into a story with the name of who wrote them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from .parts import Block, Quoted
from .speakers import Speech

if TYPE_CHECKING:
    from .document import Document

_LABEL = re.compile(
    r"(?P<who>[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3})\s?(?:\||:|–|—)\s+(?=[\"“'‘A-Z0-9…\[(])"
)
_POSTED = re.compile(
    r"(?P<said>.*?)\s*(?:(?:pic\.twitter\.com|https?://|t\.co)\S*\s*)*[—–-]{1,2}\s*"
    r"(?P<who>[^()—–]{1,50}?)\s*\((?P<at>@\w+)\)\s*"
    r"(?:(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4})?\s*\Z"
)
_ASKS = re.compile(r"\?[\"”’')]*\s*\Z")
_OF_ASKED = re.compile(r"\b(?:you|your|you['’]\w+)\b", re.IGNORECASE)
_OF_ANSWERING = re.compile(
    r"\b(?:I|I['’]\w+|me|[Mm]y|[Ww]e|[Ww]e['’]\w+|[Oo]ur|us)\b|\A(?:Yes|No|Yeah|Oh)\b"
)
_OF_ONE = re.compile(r"\b(?:I|I['’]\w+|me|[Mm]y)\b")
"""What one person says of himself; “we” may be the outlet that answers its readers."""
_LEAST_QUESTIONS = 2
_LEAST_ANSWERS = 2
_SHORTEST = 4


def answers_in(document: Document) -> tuple[Speech, ...]:
    """Return what is said in a story without marks, in order."""
    text = document.text
    found = _posts(document)
    if "?" in text:
        found += _labelled(document) or _unlabelled(document)
    return tuple(found)


def _posts(document: Document) -> list[Speech]:
    """Return the posts that stand in a story, each with its writer behind a dash."""
    found: list[Speech] = []
    if "(@" not in document.text:
        return found
    before: Block | None = None
    for block in document.blocks:
        line = document.text[block.start : block.end]
        match = _POSTED.match(line) if "(@" in line else None
        if match is not None:
            said = block.start, block.start + match.end("said")
            if said[0] == said[1] and before is not None:
                said = before.start, before.end
            if document.text[said[0] : said[1]].count(" ") + 1 >= _SHORTEST:
                found.append(_speech(said, match["at"], "in a post", "X"))
        before = block
    return found


def _labelled(document: Document) -> list[Speech]:
    """Return the answers of an interview in which each part begins with who speaks."""
    answers: list[Speech] = []
    sure = False
    asked = False
    for block in document.blocks:
        asks = _ASKS.search(document.text[block.start : block.end][-4:]) is not None
        match = _LABEL.match(document.text, block.start, block.end)
        if match is not None and not asks:
            name = _full_name(document, match["who"])
            if name is not None:
                answers.append(_speech((match.end(), block.end), name, "an answer", None))
                sure = sure or asked
        asked = asks
    return answers if sure else []


def _full_name(document: Document, label: str) -> str | None:
    """Return the person whom a label of an interview means, None for the outlet and for words."""
    plain = label.casefold()
    if plain == "a":
        return _asked_one(document, len(document.text))
    for one in document.people:
        name = one.name.casefold()
        if name == plain or name.endswith(f" {plain}") or name.startswith(f"{plain} "):
            return one.name
    return None


def _unlabelled(document: Document) -> list[Speech]:
    """Return the answers of an interview printed as questions and the paragraphs below them."""
    asked = [
        place
        for place, block in enumerate(document.blocks)
        if place and _is_question(document, block)
    ]
    if len(asked) < _LEAST_QUESTIONS:
        return []
    speaker = _asked_one(document, document.blocks[asked[0]].start)
    found = [
        _speech((block.start, block.end), speaker, "an answer", None)
        for place, block in enumerate(document.blocks)
        if place > asked[0] and _answers(document, place)
    ]
    own = sum(_OF_ONE.search(document.text, *one.quoted[:2]) is not None for one in found)
    return found if own >= _LEAST_ANSWERS else []


def _answers(document: Document, place: int) -> bool:
    """Return whether a paragraph answers the question that stands above it: in the first person,
    without marks."""
    before, block = document.blocks[place - 1], document.blocks[place]
    asked = _ASKS.search(document.text[before.start : before.end][-4:]) is not None
    words = document.text[block.start : block.end]
    personal = _OF_ANSWERING.search(words) is not None
    return asked and personal and block.role == "body" and words[0] not in "\"“'‘"


def _is_question(document: Document, block: Block) -> bool:
    words = document.text[block.start : block.end]
    return bool(_ASKS.search(words[-4:]) and _OF_ASKED.search(words) and words[0] not in "\"“'‘")


def _asked_one(document: Document, before: int) -> str | None:
    """Return who is interviewed: whom the words before the first question name most often."""
    named = Counter(one.name for one in document.people if one.end <= before)
    return max(named, key=lambda name: named[name], default=None)


def _speech(span: tuple[int, int], who: str | None, how: str, venue: str | None) -> Speech:
    return Speech(Quoted(*span, *span), who, venue, how)
