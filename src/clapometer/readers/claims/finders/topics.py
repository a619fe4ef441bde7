"""Finds the tags that a story bears: a line “Topics: …”, a heading with a list, hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document

HEADS = (
    "topics|tags|tagged(?: as| in| under| with)?|filed under|filed in|keywords|key words|"
    "related topics|related tags|more about|more on|more on this|in this story|read more about|"
    "explore more(?: on)?|categories|category|labels|see also|see more|"
    "more stories about|find more on|topic|hashtags"
)
"""Words before the tags of a story."""
_LINE = re.compile(
    rf"\W*(?:{HEADS})(?: this story)?\s*(?::|—|–|\|)\s*(?P<tags>\S.*)\Z", re.IGNORECASE
)
_HEAD = re.compile(rf"\W*(?:{HEADS})(?: topics| tags)?\s*:?\W*\Z", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,;|•·\u2022]|\s/\s|\s{2,}|\t)\s*")
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*){2,}\Z")
_MOST_WORDS = 6
_MOST_TAGS = 30


def find(document: Document) -> Iterator[Claim]:
    """Yield the tags of a story, one claim for each place that lists some."""
    texts = [document.text[one.start : one.end].strip() for one in document.blocks]
    for place, text in enumerate(texts):
        block = document.blocks[place]
        if match := _LINE.match(text):
            yield from _claim(document, _tags(match["tags"]), block.start, block.end, "line")
        elif _HASHTAGS.match(text):
            tags = re.findall(r"#\w+", text)
            yield from _claim(document, tags, block.start, block.end, "hashtags")
        elif _HEAD.match(text):
            short = list(takewhile(_is_tag, texts[place + 1 :]))[:_MOST_TAGS]
            end = document.blocks[place + len(short)].end
            if len(short) >= 2 or (len(short) == 1 and "," in short[0]):
                tags = [tag for one in short for tag in _PARTS.split(one)]
                yield from _claim(document, tags, block.start, end, "list")


def _tags(text: str) -> list[str]:
    tags = _PARTS.split(text.rstrip(" .,"))
    if len(tags) == 1 and "#" in text:
        return re.findall(r"#\w+", text)
    return tags


def _is_tag(text: str) -> bool:
    return 0 < len(text) <= 80 and text[-1] not in ".!?" and len(text.split()) <= _MOST_WORDS + 4


def _claim(document: Document, tags: list[str], start: int, end: int, how: str) -> Iterator[Claim]:
    kept = list(dict.fromkeys(tag.strip(" .") for tag in tags if tag.strip(" .")))
    if not kept or any(len(tag.split()) > _MOST_WORDS for tag in kept):
        return
    yield Claim(
        kind="topics",
        work=next(iter(document.main_works), None),
        season=None,
        value=kept[:_MOST_TAGS],
        modality="confirmed",
        span=(start, end),
        rule=f"topics: {how}",
    )
