"""A verdict that the page itself gives in words; a grade is never turned into one here."""

from __future__ import annotations

import re

VERDICTS: dict[str, bool] = {
    "fresh": True, "rotten": False,
    "recommended": True, "highly recommended": True, "not recommended": False,
    "stream it": True, "skip it": False, "see it": True, "watch it": True, "avoid": False,
    "must see": True, "must-see": True, "must watch": True, "must-watch": True,
    "essential": True, "worth watching": True, "worth seeing": True, "worth a watch": True,
    "thumbs up": True, "thumbs down": False, "two thumbs up": True, "two thumbs down": False,
    "critic’s pick": True, "critics’ pick": True, "a critic’s pick": True,
}  # fmt: skip
"""Words with which critics give a verdict, and whether it is for the work."""
_WORDS = "|".join(sorted(map(re.escape, VERDICTS), key=len, reverse=True)).replace("’", "['’]")
_GIVEN = re.compile(
    rf"(?:(?:the |our |my |final )?(?:verdict|call|recommendation|rating|ruling)\s*[:–—-]\s*)"
    rf"[“\"'‘]?(?P<word>{_WORDS})[.!”\"'’]*",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?P<word>{_WORDS})[.!]?", re.IGNORECASE)


def verdict_of(text: str) -> tuple[bool | None, str]:
    """Return the verdict that a whole text is, and its words; None and "" for any other text."""
    found = _ALONE.fullmatch(" ".join(text.split())[:60])
    return _known(found)


def verdict_in(lines: list[str]) -> tuple[bool | None, str]:
    """Return the verdict that one of the lines gives (“Verdict: recommended”), and its words."""
    for line in lines:
        found = _GIVEN.fullmatch(" ".join(line.split())) if len(line) <= 80 else None
        if found:
            return _known(found)
    return None, ""


def _known(found: re.Match[str] | None) -> tuple[bool | None, str]:
    if found is None:
        return None, ""
    return VERDICTS[found["word"].lower().replace("'", "’")], found["word"]
