"""The critics' consensus of a work: a text with author and date, and the score it was written at.

Each text is a fact of its own, in force from its date until the next. A slip of the pen is
corrected in it and leaves the score that it was written at; what says something else is a new text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clapometer.catalogue.models import Work
from clapometer.facts.fields import Prose, Text
from clapometer.facts.kinds import FactKind, Stamp
from clapometer.facts.reading import Fact, facts_about
from clapometer.scoring.marking import gettext_noop

from .scores import WorkScoreAt, score_of

WRITTEN_AT = {
    "printed": "the printed score, counted in units of its last place; null where there was none",
    "shown": "the printed score as pages show it",
    "positive": "how many reviews were positive",
    "count": "how many reviews counted",
    "band": "the band of the rule; empty where there was none",
    "badge": "`none`, `held` or `lost`; empty where the work could hold none",
    "rule": "the rule by which the site printed scores then",
    "digest": "the fingerprint of that rule",
}
"""What is recorded of the score that a consensus was written at."""
REASONS = {
    "band": gettext_noop(
        "the score has changed side: it is in another band than when this was written"
    ),
    "badge": gettext_noop("the badge that was held when this was written is no longer held"),
    "doubled": gettext_noop("there are at least twice as many reviews as when this was written"),
}
"""Why a consensus should be looked at again."""


def _line(said: Mapping[str, Any]) -> str:
    text = " ".join(said["text"].split())
    return f"“{text if len(text) <= 160 else f'{text[:159].rstrip()}…'}”"


def stated_score(about: int, at: int | None) -> dict[str, Any] | None:
    """Return the work's score under the site's rule at the instant, with the members WRITTEN_AT.

    None where there is no such work.
    """
    work = Work.objects.filter(id=about).first()
    return None if work is None else stated(score_of(work, at=at))


def stated(found: WorkScoreAt) -> dict[str, Any]:
    """Return a score with the members WRITTEN_AT."""
    score, rule = found.score, found.rule
    return {
        "printed": score.printed,
        "shown": "–" if score.printed is None else rule.printing.text(score.printed),
        "positive": score.tally.positive,
        "count": score.tally.count,
        "band": score.band or "",
        "badge": found.badge.state if found.badge else "",
        "rule": rule.name,
        "digest": rule.digest,
    }


def _say(value: Mapping[str, Any]) -> str:
    many = f"{value['positive']} of {value['count']} reviews positive, rule {value['rule']}"
    return f"{value['shown']} ({many})"


CONSENSUS = FactKind(
    name="consensus",
    title="Consensus",
    means="what the critics agree on, in a sentence or two of this site",
    fields=(
        Prose(
            name="text",
            label="Text",
            means="the consensus, to be quoted word for word",
            example="A made-up harbour, and every critic wants to live there.",
            required=True,
            longest=1_000,
        ),
        Text(
            name="author",
            label="Author",
            means="who wrote it",
            example="A. Made-up",
            required=True,
            sealed=True,
        ),
    ),
    line=_line,
    moment="when it was written",
    stamp=Stamp(
        name="written_at",
        label="Score when it was written",
        means="the score it was written at, stated by the desk",
        make=stated_score,
        show=_say,
    ),
)


@dataclass(frozen=True, slots=True)
class ConsensusAt:
    """The consensus in force at an instant, and all before it.

    `versions` are the texts in order of time, the one in force last; `reasons` are keys of REASONS,
    why it should be looked at again; `now` is the score that it is compared with.
    """

    versions: tuple[Fact, ...]
    now: WorkScoreAt
    reasons: tuple[str, ...]

    @property
    def fact(self) -> Fact:
        """Return the text in force."""
        return self.versions[-1]

    @property
    def written_at(self) -> Mapping[str, Any]:
        """Return the score that it was written at, with the members WRITTEN_AT."""
        found: Mapping[str, Any] = self.fact.said["written_at"]
        return found


def consensus_of(work: Work, at: int | None = None, known: int | None = None) -> ConsensusAt | None:
    """Return the consensus of a work at an instant, as known at one; None where there is none."""
    versions = facts_about([work.id], CONSENSUS.name, at=at, known=known)
    return consensus_from(versions, score_of(work, at=at, known=known)) if versions else None


def consensus_from(versions: Sequence[Fact], now: WorkScoreAt) -> ConsensusAt:
    """Return the consensus from its texts in order of time, of which there is at least one.

    `now`: the work's score at the instant that is asked for, under the site's rule.
    """
    why = reasons(versions[-1].said["written_at"], stated(now))
    return ConsensusAt(tuple(versions), now, why)


def reasons(then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[str, ...]:
    """Return why a text that was written at one score should be looked at again at another."""
    holds = {
        "band": bool(then["band"] and now["band"]) and then["band"] != now["band"],
        "badge": then["badge"] == "held" and now["badge"] != "held",
        "doubled": 0 < 2 * then["count"] <= now["count"],
    }
    return tuple(name for name in REASONS if holds[name])
