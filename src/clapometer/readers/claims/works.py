"""Works in a story: where they are named, and which of them a sentence is about."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from .parts import WorkMention

if TYPE_CHECKING:
    from .document import Document

_TITLE = re.compile(r"[A-Z0-9][\w'’!:&,.–-]*(?: [\w'’!:&,.–-]+){0,9}")


def works_in(document: Document) -> tuple[WorkMention, ...]:
    """Return where works are named, in order."""
    text = document.text
    titles = {_plain(text[one.inner_start : one.inner_end]) for one in document.quoted}
    titles = {one for one in titles if _TITLE.fullmatch(one) and one[-1] not in ",.?"}
    titles |= {name for known in document.known for name in (known.title, *known.names)}
    if not titles:
        return ()
    full = {name: known.title for known in document.known for name in known.names}
    pattern = "|".join(sorted(map(re.escape, titles), key=len, reverse=True))
    return tuple(
        WorkMention(full.get(one[0], one[0]), *one.span())
        for one in re.finditer(
            rf"(?<!\w)(?:{pattern})(?!\w)", text[document.story.start :] and text
        )
    )


def main_works(document: Document) -> tuple[str, ...]:
    """Return the titles that the story is about, the most named first."""
    named = Counter(one.work for one in document.works)
    return tuple(work for work, _ in named.most_common(1))


def work_at(document: Document, start: int, end: int) -> str | None:
    """Return the work that words at this place are about: named in their sentence, nearest before
    them, else the last one named before, else the first main work."""
    sentence = document.sentence_at(start)
    before = [one for one in document.works if one.start < end]
    if sentence is not None:
        here = [one for one in document.works if sentence.start <= one.start < sentence.end]
        nearest = [one for one in here if one.start < end] or here
        if nearest:
            return nearest[-1].work
    if before:
        return before[-1].work
    return next(iter(document.main_works), None)


def _plain(text: str) -> str:
    return text.strip()
