"""What can be written about reviews: the kinds of entries, and drafts of them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft
from clapometer.scoring.grades import GradeRefused, read_grade

from .models import NOBODY

ENTRY_KINDS = {
    "outlet.added": "an outlet was named for the first time",
    "outlet.undone": "the entry that added an outlet was taken back",
    "critic.added": "a critic was named for the first time",
    "critic.undone": "the entry that added a critic was taken back",
    "review.posted": "a review came in",
    "review.revised": "the reviewer changed the review",
    "review.withdrawn": "the reviewer took the review back",
    "review.excluded": "an editor took the review out of the score, with a public reason",
    "review.restored": "an exclusion or withdrawal was taken back",
    "review.undone": "an entry about the review was taken back as if it had not been made",
}
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


class Reviewer(NamedTuple):
    """Who reviews what: a critic in an outlet, one work; `mark` where no critic is named."""

    critic: int
    outlet: int
    work: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Content:
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

    def digest(self) -> int:
        """Return a 48-bit fingerprint: two contents with the same one say the same."""
        said = f"{self.positive}|{self.happened_at}|{self.dated}|{self.verdict_by}|{self.top}"
        # A unit separator cannot occur in the texts: readers take control characters out.
        text = f"{said}\x1f{self.grade}\x1f{self.link}\x1f{self.quote}"
        return int.from_bytes(blake2b(text.encode(), digest_size=6).digest())


def outlet_added(name: str) -> Draft:
    """Return the draft that adds an outlet."""
    return Draft("outlet.added", "outlet:", {"name": name})


def critic_added(name: str) -> Draft:
    """Return the draft that adds a critic; the name goes beside the log."""
    return Draft("critic.added", "critic:", {}, texts={"name": name})


def review_posted(reviewer: Reviewer, content: Content) -> Draft:
    """Return the draft of a reviewer's first entry about a work."""
    body: dict[str, Value] = {"work": reviewer.work}
    if reviewer.critic != NOBODY:
        body["critic"] = reviewer.critic
    if reviewer.outlet != NOBODY:
        body["outlet"] = reviewer.outlet
    if reviewer.mark:
        body["mark"] = reviewer.mark
    return _says("review.posted", "review:", body, content)


def review_said(kind: str, review: int, reviewer: Reviewer, content: Content) -> Draft:
    """Return the draft of a later entry (posted or revised) in which the reviewer says something."""
    return _says(f"review.{kind}", f"review:{review}", {"work": reviewer.work}, content)


def review_marked(kind: str, review: int, work: int, happened_at: int | None, reason: str) -> Draft:
    """Return the draft that withdraws, excludes or restores a review, with the reason."""
    body: dict[str, Value] = {"work": work, "reason": reason}
    return Draft(f"review.{kind}", f"review:{review}", body, happened_at)


def entry_undone(kind: str, subject: str, seq: int, work: int | None = None) -> Draft:
    """Return the counter-entry that takes one entry about a review, outlet or critic back."""
    body: dict[str, Value] = {"entry": seq}
    if work is not None:
        body["work"] = work
    return Draft(kind, subject, body)


def _says(kind: str, subject: str, body: dict[str, Value], content: Content) -> Draft:
    body["dated"] = content.dated
    body["digest"] = content.digest()
    if content.verdict_by:
        body["verdict_by"] = content.verdict_by
    if content.positive is not None:
        body["positive"] = content.positive
    if content.top:
        body["top"] = True
    if content.link:
        body["link"] = content.link
    if content.grade:
        body |= _graded(content.grade, content.scale)
    texts = {"quote": content.quote} if content.quote else {}
    return Draft(kind, subject, body, content.happened_at, texts)


def _graded(text: str, scale: str | None) -> dict[str, Value]:
    """Return what the entry says of the grade: always the text, and its reading or why there is none."""
    try:
        grade = read_grade(text, scale)
    except GradeRefused as refusal:
        return {"grade": text, "unread": refusal.reason}
    return {"grade": text, "value": grade.points, "scale": grade.scale, "reading": grade.rule}
