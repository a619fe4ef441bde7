"""The season that figures without one of their own are about: the newest that has been shown, not
the one that is only ordered, expected or asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .parts import SeasonMention, Sentence, within

if TYPE_CHECKING:
    from .document import Document

_TO_COME = re.compile(
    r"\b(?:renew\w*|return\w*|order\w*|commission\w*|green[ -]?li\w+|upcoming|due|will|would"
    r"|could|may"
    r"|might|whether|expect\w*|more|next|await\w*|back for|no|not|hop\w+|announc\w+|confirm\w*"
    r"|film(?:ing)?"
    r"|produc\w+|writ\w+|plans?|ahead of|further|wait\w*|cancel\w*|ax\w+|scrap\w*|tease\w*"
    r"|wants?|pick\w* up|hand\w*|won['’]t|wouldn['’]t|never|without|possible|potential"
    r"|demand\w*|beg\w*)\b",
    re.IGNORECASE,
)
"""Words of a season that is still to come, or never will."""
_VERBS = (
    r"(?:premiered|debut\w*|dropped|landed|released|aired|arrived|launched|ended|finished|returned"
    r"|opened|began|kicked off|got under way|started|concluded|wrapped up|came out|was|were|is"
    r"|drew|drawn|pulled|scored|holds?|has|boasts?|peaked|watched|now streaming|finale|streaming"
    r"|remains?|sits?|stands?)\b"
)
_SHOWN = re.compile(rf"\b{_VERBS}", re.IGNORECASE)
_SHOWN_BEHIND = re.compile(rf"(?:of [^,.;]{{1,45}}? )?{_VERBS}", re.IGNORECASE)
"""Words of a season that was shown: anywhere, and right behind its name."""
_PASSED = re.compile(
    r"(?:was|were|is|are|(?:has|have|had) (?:\w+ )?been) (?:\w+ly |also |already |both |then )*"
    r"(?:renewed|ordered|commissioned|announced|confirmed|green-?li\w+|cancelled|canceled"
    r"|axed|scrapped|picked up|handed|promised|planned|mooted|due"
    r"|set|expected|slated|coming|in the (?:bag|can|pipeline)|a done deal|agreed|assured|guaranteed"
    r"|on (?:the|its) way|on the (?:cards|table)|happening|under way|yet to|being|in (?:the works"
    r"|development"
    r"|production))\b",
    re.IGNORECASE,
)
"""Words behind a season that tell what was decided about it, not that it was shown."""
_OF = re.compile(r" of (?:the )?(?:[\w+’'-]+[’']s )?(?:[a-z]+ ){0,2}[“\"'‘]?")
_OWNED = re.compile(r"[”\"’]?(?:['’]s?)?,?[”\"’]? (?:the |its |whose |now in its )?")
_OPENING = 5
_NEAR = 48


def season_shown(document: Document, work: str | None = None) -> int | None:
    """Return the season that a story tells as shown already, the one in focus before the newest; if
    it speaks of one to come
    only, the one before that; the one of its headline if nothing else tells; None without any.
    Only seasons of `work` count, if one is given."""
    if work is not None:
        return document.seasons_shown.get(work)
    main = document.main_works
    return _newest(
        document,
        [one for one in document.seasons if not main or document.season_owners[one.start] in main],
    )


def seasons_shown_by_work(document: Document) -> dict[str, int]:
    """Return for each work of a story the season of it that the story tells as shown already."""
    told: dict[str, list[SeasonMention]] = {}
    for one in document.seasons:
        work = document.season_owners[one.start] if one.seasons else None
        if work is not None:
            told.setdefault(work, []).append(one)
    newest = {work: _newest(document, seasons) for work, seasons in told.items()}
    return {work: season for work, season in newest.items() if season is not None}


def whose(document: Document, one: SeasonMention) -> str | None:
    """Return the work of a season: named right behind it (“the third season of Salt Road”), right
    before it, else the one that the words there are about."""
    for work in within(document.works, max(0, one.start - 80), one.end + 24):
        if work.start >= one.end and _OF.fullmatch(document.text, one.end, work.start):
            return work.work
        if work.end <= one.start and _OWNED.fullmatch(document.text, work.end, one.start):
            return work.work
    return document.work_at(one.start, one.end)


def _newest(document: Document, seasons: Iterable[SeasonMention]) -> int | None:
    shown, coming, headed, firm, opening = [], [], [], set(), None
    for one in seasons:
        sentence = document.sentence_at(one.start)
        if not one.seasons or sentence is None:
            continue
        role = document.blocks[sentence.block].role
        if _SHOWN_BEHIND.match(_behind(document, one, sentence)) and not was_decided(document, one):
            firm.add(one.seasons[-1])
        if is_to_come(document, one, sentence):
            coming.append(one.seasons[0])
        elif role == "body" or _SHOWN.search(document.text, one.end, sentence.end):
            shown.append(one.seasons[-1])
            if opening is None and sentence.place < _OPENING:
                opening = one.seasons[-1]
        elif role in ("headline", "subhead"):
            headed.append(one.seasons[-1])
    # Of a season that is said to come, only a verb of its own says that it came.
    shown = [one for one in shown if one not in coming or one in firm]
    if shown:
        # A season that is mostly spoken of as one to come has not been shown.
        shown = [one for one in shown if shown.count(one) >= coming.count(one)] or shown
        # Where several works have no one season in focus, the one told first is the story's.
        focus = document.season_in_focus or opening
        shown = [one for one in shown if focus is None or one <= focus] or shown
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
    before = document.text[begin : one.start]
    behind = _behind(document, one, sentence)
    if _PASSED.match(behind):
        return True
    if _SHOWN_BEHIND.match(behind):
        return False
    return _TO_COME.search(before) is not None or _TO_COME.match(behind) is not None


def _behind(document: Document, one: SeasonMention, sentence: Sentence) -> str:
    return document.text[one.end : min(sentence.end, one.end + _NEAR)].lstrip(" ,”\"'’")
