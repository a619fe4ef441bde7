"""Drafts of entries about outlets, critics, reviews and rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from clapometer.ledger.canonical import Fragment, Value
from clapometer.ledger.entries import Draft, Texts
from clapometer.ledger.sealing import seal
from clapometer.scoring.rules import Rule

from .contents import Content, Told
from .models import NOBODY
from .readings import Hand


class Reviewer(NamedTuple):
    """Who reviews what: a critic in an outlet, one work; `mark` where no critic is named."""

    critic: int
    outlet: int
    work: int
    mark: str = ""


def outlet_added(name: str) -> Draft:
    """Return the draft that adds an outlet."""
    return Draft("outlet.added", "outlet:", {"name": name})


def critic_added(name: str) -> Draft:
    """Return the draft that adds a critic; the name goes beside the log."""
    return Draft("critic.added", "critic:", {}, texts={"name": seal(name)})


def outlet_corrected(outlet: int, name: str, before: int) -> Draft:
    """Return the draft that corrects an outlet's name; `before`: the entry that named it so far."""
    return Draft("outlet.corrected", f"outlet:{outlet}", {"name": name, "before": before})


def critic_corrected(critic: int, name: str, before: int) -> Draft:
    """Return the draft that corrects a critic's name; the name goes beside the log."""
    body: dict[str, Value] = {"before": before}
    return Draft("critic.corrected", f"critic:{critic}", body, texts={"name": seal(name)})


def review_posted(reviewer: Reviewer, content: Content) -> Draft:
    """Return the draft of a reviewer's first entry about a work."""
    return posted(reviewer, content.told(), content.happened_at, sealed_quote(content.quote))


def review_said(kind: str, review: int, reviewer: Reviewer, content: Content) -> Draft:
    """Return the draft of a later entry (posted or revised) that says something."""
    quote = sealed_quote(content.quote)
    return said_again(kind, review, reviewer.work, content.told(), content.happened_at, quote)


def sealed_quote(quote: str) -> Texts:
    """Return the quote as it goes beside the log."""
    return {"quote": seal(quote)} if quote else {}


def posted(reviewer: Reviewer, told: Told, happened_at: int | None, texts: Texts) -> Draft:
    """Return review_posted() of a content that is told already."""
    body: dict[str, Value] = {"work": reviewer.work, "digest": told.digest}
    if reviewer.critic != NOBODY:
        body["critic"] = reviewer.critic
    if reviewer.outlet != NOBODY:
        body["outlet"] = reviewer.outlet
    if reviewer.mark:
        body["mark"] = reviewer.mark
    body["said"] = Fragment(told.json)
    return Draft("review.posted", "review:", body, happened_at, texts)


def said_again(
    kind: str, review: int, work: int, told: Told, happened_at: int | None, texts: Texts
) -> Draft:
    """Return review_said() of a content that is told already."""
    body: dict[str, Value] = {"work": work, "digest": told.digest, "said": Fragment(told.json)}
    return Draft(f"review.{kind}", f"review:{review}", body, happened_at, texts)


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


def scale_confirmed(hand: Hand, scale: str, evidence: str) -> Draft:
    """Return the draft that confirms on which scale somebody's grades are."""
    of = {"outlet": hand.outlet or None, "critic": hand.critic or None}
    told = {**of, "from": hand.since, "until": hand.until}
    body: dict[str, Value] = {"scale": scale, "evidence": evidence}
    body.update({name: value for name, value in told.items() if value is not None})
    return Draft("scale.confirmed", "scale:", body)


def scale_undone(confirmed: int, reason: str) -> Draft:
    """Return the counter-entry that takes a confirmed scale back, with the reason."""
    return Draft("scale.undone", f"scale:{confirmed}", {"entry": confirmed, "reason": reason})


def rule_adopted(rule: Rule, data: Mapping[str, Any], since: int | None, reason: str) -> Draft:
    """Return the draft by which the site adopts a rule, with the data it is made of."""
    body: dict[str, Value] = {
        "name": rule.name,
        "digest": rule.digest,
        "data": dict(data),
        "reason": reason,
    }
    return Draft("rule.adopted", "rule:", body, since)


def adoption_undone(seq: int, reason: str) -> Draft:
    """Return the counter-entry that takes an adoption back."""
    return Draft("rule.undone", f"rule:{seq}", {"entry": seq, "reason": reason})
