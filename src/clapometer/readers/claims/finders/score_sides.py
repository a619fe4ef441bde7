"""Whose side a score counts: that of the critics or that of the audience."""

from __future__ import annotations

import re

from .aggregators import Aggregator, side_in, side_of
from .printed_scores import Printed

_BREAK = re.compile(
    r"[;—–(]|, (?:and|but|while|with|compared|versus|against|whereas|although|though)\b"
    r"|\b(?:while|but|whereas|compared (?:to|with)|versus|vs|against|than|beside)\b"
    r"|\band (?=(?:[\w-]+ ){0,4}\d)|\band (?=(?:users|critics|viewers|audiences|fans|readers"
    r"|the public)\b)"
)
"""Where the words of one score end and those of the next begin."""
_BEHIND = re.compile(
    r"[ (]*(?:(?:positive|favou?rable|approval|fresh|average|verified) )*(?:(?:score|rating),? )?"
    r"(?:(?:from|among|by|with|of|for|on|at) )?(?:(?:the|its|verified|top|general|all"
    r"|\d+) )*\(?(\w+)"
)
"""What follows a score, up to the word that may tell whose it is."""
_FRONT = re.compile(
    r"\b(?P<who>critics?|audiences?|viewers?|users?|public|fans|reviewers|critical)['’]?s?"
    r" (?:[\w’'-]+ ){0,6}\Z",
    re.IGNORECASE,
)
"""Whose it is, in front of a score: “the critics' 41%”, “viewers were cooler on 79%”."""
_FROM = re.compile(r"\b(?:from|to|than)(?: (?:an?|its|the|just|only|\w+ly|earlier))* \Z")
_WIDE = 60


def side_of_score(
    text: str, one: Printed, aggregator: Aggregator | None, before: str | None
) -> str | None:
    """Return whose score it is, None where nobody can tell; `before` is the side of the score that
    goes before it in its sentence, which “up from 71%” goes on with."""
    if aggregator is not None and aggregator.name in ("CinemaScore", "PostTrak"):
        return "audience"
    begun = max((at.end() for at in _BREAK.finditer(text) if at.end() <= one.start), default=0)
    ended = _BREAK.search(text, one.end)
    stop = ended.start() if ended else len(text)
    behind = _BEHIND.match(text, one.end)
    if behind is not None and (side := side_of(behind[1])) is not None:
        return side
    front = _FRONT.search(text, begun, one.start)
    if front is not None and (side := side_of(front["who"])) is not None:
        return side
    begin = max(begun, one.start - _WIDE)
    clause = text[begin : min(stop, one.end + _WIDE)]
    if (side := side_in(clause, one.start - begin)) is not None:
        return side
    if aggregator is None:
        return "critics"
    if before is not None and _FROM.search(text, 0, one.start):
        return before
    return aggregator.side
