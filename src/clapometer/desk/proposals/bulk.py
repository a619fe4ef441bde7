"""Accepting many at once by a rule: first a trial that lists what it would write, then all."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count

from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.writing import writing

from .deciding import REFUSALS, AlreadySettled, By, accept
from .models import Backing, Decision, Proposal
from .queue import Filter, queue
from .takers import taker_of
from .takingback import undo

MOST = 200
"""Proposals that one rule takes at once."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Which proposals are accepted: those that pass the filter, are at least so sure (in
    hundredths), stated in that way ("" for any), and told by at least so many sources."""

    wanted: Filter
    sure: int = 90
    modality: str = ""
    sources: int = 1

    def told(self) -> str:
        """Return the rule as a decision keeps it."""
        parts = [f"{name}={value}" for name, value in self.wanted.pairs().items()]
        parts.append(f"confidence>={self.sure / 100:.2f}")
        if self.modality:
            parts.append(f"modality={self.modality}")
        return "; ".join([*parts, f"sources>={self.sources}"])


@dataclass(frozen=True, slots=True)
class Tried:
    """What would become of a proposal: the entries it would write, or why it stays."""

    proposal: Proposal
    entries: tuple[Entry, ...]
    stays: str


def meant_by(rule: Rule) -> list[Proposal]:
    """Return the proposals that a rule means, in the order of the queue."""
    passed = queue(rule.wanted).filter(confidence__gte=rule.sure / 100).order_by()
    found = Proposal.objects.filter(id__in=passed.values("id"))
    if rule.modality:
        # Every source has to state it so: one that denies it is a reason to look.
        otherwise = Backing.objects.exclude(modality=rule.modality)
        found = found.exclude(id__in=otherwise.values("proposal"))
    found = found.annotate(told_by=Count("backings__reading", distinct=True))
    return list(found.filter(told_by__gte=rule.sources).order_by("rank", "id")[:MOST])


def try_rule(rule: Rule, actor: str) -> list[Tried]:
    """Return what the rule would accept and write: it is done, looked at, and rolled back."""
    tried = []
    with transaction.atomic(), writing(actor):
        for proposal in meant_by(rule):
            last = head()[0]
            stays = _accepted(proposal.id, By(actor))
            entries = () if stays else tuple(read_entries(last))
            tried.append(Tried(proposal, entries, stays))
        transaction.set_rollback(True)
    return tried


@dataclass(frozen=True, slots=True)
class Taken:
    """What a rule did: the name of the batch, how many it accepted, what stayed and why."""

    batch: str
    accepted: int
    stayed: tuple[str, ...]


def accept_all(rule: Rule, ids: Sequence[int], actor: str) -> Taken:
    """Accept those of the proposals that the rule still means, all in one transaction."""
    wanted, stayed = set(ids), []
    by = By(actor, rule=rule.told(), batch=secrets.token_hex(8))
    accepted = 0
    with writing(actor):
        for proposal in meant_by(rule):
            if proposal.id not in wanted:
                continue
            why = _accepted(proposal.id, by)
            accepted += not why
            stayed += [f"{proposal.title}: {why}"] if why else []
    return Taken(by.batch, accepted, tuple(stayed))


def _accepted(number: int, by: By) -> str:
    """Accept one; return why it stays, "" where it was accepted."""
    try:
        # What one proposal broke off must not take the others with it.
        with transaction.atomic():
            found = Proposal.objects.get(id=number)
            seen = taker_of(found).compare(found)
            stays = seen.hindered or seen.alone
            if not stays:
                accept(number, by)
            return stays
    except (AlreadySettled, *REFUSALS) as refusal:
        return str(refusal)


def undo_all(batch: str, by: By, reason: str) -> list[Decision]:
    """Take everything that a rule accepted back, the last first, in one transaction.

    Raises what undo() raises; then nothing is taken back.
    """
    with writing(by.actor):
        open_still = Decision.objects.filter(batch=batch, what="accepted", undone_by=None)
        return [
            undo(one.id, By(by.actor, rule=one.rule, batch=batch), reason)
            for one in open_still.order_by("-id")
        ]
