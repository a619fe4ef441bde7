"""The title of a story that never sets one in marks nor in its headline: the name that the story
uses as only a work can be used: “X's first episode”, “X season 2”, “the drama X”, “X airs on”.

The last resort of `works`: asked only where nothing else names a work.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from .companies import NAMES, OUTLETS
from .given_names import GIVEN_NAMES
from .name_words import NOT_NAMES

if TYPE_CHECKING:
    from .document import Document

_RUN = r"[A-Z][\w’'!&-]*(?: (?:(?:of|the|and|in|to|a|on|at|for) ){0,2}[A-Z0-9][\w!&-]*){0,5}"
_OWN = (
    r"(?:first|second|third|fourth|fifth|new|latest|debut|final|last|opening|sophomore)"
    r" (?:season|series|episode|run|finale|outing|instal?ment)"
)
_DOES = (
    r"(?:airs|streams|premiered|premieres|lands|landed|debuted|is (?:now )?(?:streaming|available)"
    r"|(?:holds|boasts|has) an? (?:[\w-]+ ){0,3}\d{1,3} ?(?:%|per ?cent)|(?:has been|was) renewed"
    r"|is based on|scored \d)"
)
_KIND = (
    r"(?:drama|comedy|series|show|thriller|film|movie|sitcom|documentary|romance|fantasy|biopic"
    r"|musical|horror|blockbuster|smash|hit|sensation|programme)"
)
_PART = r"(?:episodes?|seasons?|series|adaptation|finale|cast|star|creator|fans|viewers)"
USES: tuple[tuple[str, str], ...] = (
    (rf"(?P<title>{_RUN})['’]s? {_OWN}", "Salt Road's first episode drew a crowd."),
    (
        rf"(?P<title>{_RUN}) (?:season|series) (?:\d|one|two|three|four|five)\b",
        "Salt Road season 2 is out.",
    ),
    (
        rf"(?P<title>{_RUN}) (?:currently |now |also |still |already |officially )*{_DOES}\b",
        "Salt Road lands on Thursday.",
    ),
    (
        rf"\b{_KIND} (?:called |titled |entitled )?(?P<title>{_RUN})",
        "The crime drama Salt Road is back.",
    ),
    (rf"\b{_PART} (?:\d+ )?of (?P<title>{_RUN})", "All episodes of Salt Road are out."),
    (
        rf"(?P<title>{_RUN})(?: fans| viewers| bosses| spoilers| star\b)",
        "Salt Road fans are furious.",
    ),
)
"""How a work is used in running text, with a made-up example of each."""
_USES = tuple(re.compile(rf"(?<![\w.’'-]){use}") for use, _ in USES)
_TAKEN = {name.casefold() for name in (*NAMES, *OUTLETS)}
_LEAST = 2


def only_subject(document: Document) -> str | None:
    """Return the name that a story uses as only a work is used, if it names it twice and it is no
    person, company or place; None if there is none."""
    text = document.text[document.story.start :]
    told = Counter(
        title
        for use in _USES
        for one in use.finditer(text)
        if _may_be(title := re.sub(r"['’]s?\Z", "", one["title"]).strip())
    )
    named = {title: len(re.findall(rf"(?<!\w){re.escape(title)}(?!\w)", text)) for title in told}
    often = [title for title in told if named[title] >= _LEAST]
    return max(often, key=lambda title: (told[title] + named[title], len(title)), default=None)


def _may_be(title: str) -> bool:
    words = title.split()
    if title.casefold() in _TAKEN or words[0] in GIVEN_NAMES:
        return False
    return (
        not all(word.casefold() in _NOT or word in NOT_NAMES for word in words) and len(title) > 2
    )


_NOT = frozenset(word.casefold() for word in NOT_NAMES) | frozenset(
    ("the", "a", "an", "it", "this", "that", "its", "his", "her", "their", "critics", "viewers",
     "fans", "season", "series", "episode", "rotten", "tomatoes", "tomatometer", "top", "new",
     "one", "two")
)  # fmt: skip
