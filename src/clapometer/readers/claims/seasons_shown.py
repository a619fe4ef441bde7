"""The season that figures without one of their own are about: the newest that has been shown, not
the one that is only ordered, expected or asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .parts import SeasonMention, Sentence

if TYPE_CHECKING:
    from .document import Document

_TO_COME = re.compile(
    r"\b(?:renew\w*|return\w*|order\w*|commission\w*|green-?li\w+|upcoming|due|will|would|could|may"
    r"|might|whether|expect\w*|more|next|await\w*|back for|no|not|hop\w+|announc\w+|confirm\w*"
    r"|film(?:ing)?"
    r"|produc\w+|writ\w+|plans?|ahead of|further|wait\w*|cancel\w*|ax\w+|scrap\w*|tease\w*"
    r"|wants?|pick\w* up|hand\w*)\b",
    re.IGNORECASE,
)
"""Words of a season that is still to come, or never will."""
_SHOWN = re.compile(
    r"\b(?:premiered|debut\w*|dropped|landed|released|aired|arrived|launched|ended|finished|was"
    r"|were|is"
    r"|drew|pulled|scored|holds?|has|boasts?|peaked|watched|now streaming|finale|streaming)\b",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"(?:was|were|is|are|has been|have been|had been) (?:\w+ly |also |already |both |then )*"
    r"(?:renewed|ordered|commissioned|announced|confirmed|green-?li\w+|cancelled|canceled"
    r"|axed|scrapped|picked up|handed|promised|planned|mooted|due"
    r"|set|expected|slated|coming|on (?:the|its) way|yet to|being|in (?:the works|development"
    r"|production))\b",
    re.IGNORECASE,
)
"""Words behind a season that tell what was decided about it, not that it was shown."""
_NEAR = 48


def season_shown(document: Document, work: str | None = None) -> int | None:
    """Return the season that a story tells as shown already, the one in focus before the newest; if
    it speaks of one to come
    only, the one before that; the one of its headline if nothing else tells; None without any.
    Only seasons of `work` count, if one is given."""
    if work is not None:
        return document.seasons_shown.get(work)
    return _newest(document, document.seasons)


def seasons_shown_by_work(document: Document) -> dict[str, int]:
    """Return for each work of a story the season of it that the story tells as shown already."""
    told: dict[str, list[SeasonMention]] = {}
    for one in document.seasons:
        work = document.work_at(one.start, one.end) if one.seasons else None
        if work is not None:
            told.setdefault(work, []).append(one)
    newest = {work: _newest(document, seasons) for work, seasons in told.items()}
    return {work: season for work, season in newest.items() if season is not None}


def _newest(document: Document, seasons: Iterable[SeasonMention]) -> int | None:
    shown, coming, headed = [], [], []
    for one in seasons:
        sentence = document.sentence_at(one.start)
        if not one.seasons or sentence is None:
            continue
        role = document.blocks[sentence.block].role
        if is_to_come(document, one, sentence):
            coming.append(one.seasons[0])
        elif role == "body" or _SHOWN.search(document.text, one.end, sentence.end):
            shown.append(one.seasons[-1])
        elif role in ("headline", "subhead"):
            headed.append(one.seasons[-1])
    if shown:
        focus = document.season_in_focus
        return focus if focus in shown else max(shown)
    if coming:
        return min(coming) - 1 or None
    return headed[0] if headed else None


def was_decided(document: Document, one: SeasonMention) -> bool:
    """Return whether the words behind a season tell what was decided about it."""
    return _PASSED.match(document.text[one.end : one.end + _NEAR].lstrip(" ,”\"'’")) is not None


def is_to_come(document: Document, one: SeasonMention, sentence: Sentence) -> bool:
    """Return whether a season is told as one that is still to come, or never will."""
    if sentence.text.endswith("?"):
        return True
    begin = max(sentence.start, one.start - _NEAR)
    before, after = document.text[begin : one.start], document.text[one.end : one.end + _NEAR]
    after = after[: max(0, sentence.end - one.end)]
    behind = after.lstrip(" ,”\"'’")
    if _PASSED.match(behind):
        return True
    if _SHOWN.match(behind):
        return False
    return _TO_COME.search(before) is not None or _TO_COME.match(after.lstrip()) is not None
