"""What a review says, and how an entry tells it. Pure: a second process prepares imports so."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from clapometer.ledger.canonical import Value, canonical
from clapometer.scoring.grades import GradeRefused, read_grade

VERDICT_BY = {
    "given_by_critic": "the critic gave the verdict",
    "converted": "the verdict was converted from the grade",
    "interpreted": "an editor read the verdict out of the review",
    "reported": "the verdict was taken over from a list that does not say who set it",
}
DATED = {
    "day": "the day is known, not the hour",
    "instant": "the instant is known",
    "unknown": "the time is unknown; the review counts from when this site learned of it",
}


class Content(NamedTuple):
    """What a review says: verdict, grade as printed, when, where, in which words."""

    positive: bool | None
    grade: str = ""
    scale: str | None = None
    happened_at: int | None = None
    dated: str = "instant"
    verdict_by: str = "reported"
    top: bool = False
    link: str = ""
    quote: str = ""
    first_episodes: bool = False

    def told(self) -> Told:
        """Return the content as an entry tells it."""
        positive, grade, _, happened_at, dated, verdict_by, top, link, quote, first = self
        # The reading of the grade is left out of the fingerprint: a reader that has learned to
        # read more must not take every known review for a revised one.
        seen = (
            f"{positive}|{happened_at}|{dated}|{verdict_by}|{top}\x1f{grade}\x1f{link}\x1f{quote}"
        )
        if first:
            # Appended, so that what is not marked keeps the fingerprint it has in old entries.
            seen += "\x1ffirst episodes"
        fingerprint = blake2b(seen.encode(), digest_size=6).digest()
        return Told(canonical(self._facts()), int.from_bytes(fingerprint))

    def _facts(self) -> dict[str, Value]:
        facts: dict[str, Value] = {"dated": self.dated}
        if self.positive is not None:
            facts["positive"] = self.positive
            facts["verdict_by"] = self.verdict_by
        if self.top:
            facts["top"] = True
        if self.first_episodes:
            facts["first_episodes"] = True
        if self.link:
            facts["link"] = self.link
        if self.grade:
            facts.update(_graded(self.grade, self.scale))
        return facts


class Told(NamedTuple):
    """The canonical JSON of a content, without its quote, and its fingerprint, with it.

    Two contents with the same 48-bit fingerprint say the same.
    """

    json: bytes
    digest: int


@lru_cache(maxsize=4096)
def _graded(text: str, scale: str | None) -> dict[str, Value]:
    """Return what an entry says of a grade: the text, and its reading or why there is none."""
    try:
        grade = read_grade(text, scale)
    except GradeRefused as refusal:
        return {"grade": text, "unread": refusal.reason}
    return {"grade": text, "value": grade.points, "scale": grade.scale, "reading": grade.rule}
