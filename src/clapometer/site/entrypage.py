"""Everything the page of one ledger entry shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext_lazy

from clapometer.accounts.names import shown_name
from clapometer.catalogue.models import Work
from clapometer.ledger.entries import Entry
from clapometer.ledger.models import LedgerText
from clapometer.ledger.reading import read_some
from clapometer.reviews.events import events_of_review
from clapometer.reviews.models import Critic, Outlet
from clapometer.reviews.record import Said, said_by
from clapometer.reviews.scoreboard import in_force
from clapometer.reviews.scores import steps_of

from . import words
from .addresses import (
    critic_address,
    entry_address,
    fact_address,
    outlet_address,
    work_address,
)
from .asking import query_of, text_of
from .changes import Change, read_changes
from .corrections import Changed, changes_of, undo_address
from .factentries import fact_dated, fact_entry_title, is_of_fact, work_of_fact
from .numberentries import NUMBER_KINDS, counter_url, is_of_points, work_of_points
from .press.addresses import story_address
from .rows import Row, row_of
from .storyentries import STORY_KINDS, story_dated, work_of_story

# What each kind of entry records, in a reader's words.
KINDS = {
    "work.added": gettext_lazy("A work came into the catalogue"),
    "work.corrected": gettext_lazy("Facts of a work were corrected"),
    "work.undone": gettext_lazy("A work was taken back"),
    "outlet.added": gettext_lazy("An outlet was named for the first time"),
    "outlet.corrected": gettext_lazy("The name of an outlet was corrected"),
    "outlet.undone": gettext_lazy("An entry about an outlet was taken back"),
    "critic.added": gettext_lazy("A critic was named for the first time"),
    "critic.corrected": gettext_lazy("The name of a critic was corrected"),
    "critic.undone": gettext_lazy("An entry about a critic was taken back"),
    "review.posted": gettext_lazy("A review came in"),
    "review.revised": gettext_lazy("The reviewer changed the review"),
    "review.withdrawn": gettext_lazy("The reviewer took the review back"),
    "review.excluded": gettext_lazy("An editor took the review out of the score"),
    "review.restored": gettext_lazy("The review counts again"),
    "review.undone": gettext_lazy("An entry about the review was taken back"),
    "scale.confirmed": gettext_lazy("A person confirmed on which scale grades are"),
    "scale.undone": gettext_lazy("A confirmed scale was taken back"),
    "rule.adopted": gettext_lazy("The site adopted a rule"),
    "rule.undone": gettext_lazy("The adoption of a rule was taken back"),
    "import.started": gettext_lazy("A file began to be taken in"),
    "import.finished": gettext_lazy("A file was taken in"),
    "import.undone": gettext_lazy("Everything a file brought was taken back"),
    **NUMBER_KINDS,
    **STORY_KINDS,
}


@dataclass(frozen=True, slots=True)
class Text:
    """A text beside the log: its field, its words, and whether they match the commitment."""

    field: str
    text: str
    commitment: str
    salt: str
    matches: bool
    erased: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What an entry did to a score under the rule in force, with the others of its instant."""

    rule_title: str
    before: str
    after: str
    before_count: str
    after_count: str
    badge: str
    badge_words: str
    others: int
    before_url: str
    after_url: str

    @property
    def moved(self) -> bool:
        """Return whether the printed score changed."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry with all that surrounds it."""

    entry: Entry
    title: str
    writer: str
    leaf: str
    body: str
    body_read: str
    texts: list[Text]
    work: Work | None
    work_url: str
    rows: list[Row]
    day_only: bool
    reason: str
    story: list[tuple[int, str, str, str, bool]]
    effect: Effect | None
    voided_at: int | None
    undoes: str
    undo_url: str
    changes: list[Changed]
    subject_url: str
    before_url: str
    after_url: str


def read_entry_page(entry: Entry) -> EntryPage:
    """Return the page of an entry."""
    work = _work_of(entry)
    said = _said(entry)
    voided = _voided(entry)
    return EntryPage(
        entry=entry,
        title=_title(entry),
        writer=shown_name(entry.actor),
        leaf=entry.leaf.hex(),
        body=entry.body,
        body_read=json.dumps(entry.data, ensure_ascii=False, indent=2),
        texts=_texts(entry),
        work=work,
        work_url=work_address(work) if work else "",
        rows=[row_of(said)] if said else [],
        day_only=_dated(entry, said) in ("day", "month", "year"),
        reason=str(entry.data.get("reason", "")),
        story=_story(entry, voided),
        effect=_effect(entry, work) if said and work else None,
        voided_at=voided.get(entry.seq),
        undoes=entry_address(entry.data["entry"]) if "entry" in entry.data else "",
        undo_url=undo_address(entry, voided.get(entry.seq)),
        changes=changes_of(entry),
        subject_url=_subject_url(entry),
        before_url=entry_address(entry.seq - 1) if entry.seq > 1 else "",
        after_url=entry_address(entry.seq + 1) if read_some([entry.seq + 1]) else "",
    )


def _title(entry: Entry) -> str:
    return str(KINDS.get(entry.kind) or fact_entry_title(entry) or entry.kind)


def _dated(entry: Entry, said: Said | None) -> str:
    return said.dated if said else fact_dated(entry) or story_dated(entry)


def _work_of(entry: Entry) -> Work | None:
    number = entry.data.get("work") or work_of_fact(entry) or work_of_points(entry)
    number = number or work_of_story(entry)
    if entry.kind.startswith("work."):
        number = entry.subject_id
    return Work.objects.select_related("parent").filter(id=number).first() if number else None


def _said(entry: Entry) -> Said | None:
    if not entry.kind.startswith("review.") or entry.kind == "review.undone":
        return None
    return said_by([entry.seq])[entry.seq]


def _texts(entry: Entry) -> list[Text]:
    """Return the texts the entry commits to, each checked against its commitment."""
    beside = {one.field: one for one in LedgerText.objects.filter(seq=entry.seq)}
    told = []
    for field, value in entry.data.items():
        if not (isinstance(value, dict) and "sha256" in value):
            continue
        kept, commitment = beside.get(field), value["sha256"]
        if kept is None:
            told.append(Text(field, "", commitment, "", False, True))
            continue
        salt = bytes(kept.salt)
        matches = sha256(salt + kept.text.encode()).hexdigest() == commitment
        told.append(Text(field, kept.text, commitment, salt.hex(), matches, False))
    return told


def _voided(entry: Entry) -> dict[int, int | None]:
    """Return every entry about the same review, and when it was taken back, if it was."""
    if not entry.kind.startswith("review.") or "work" not in entry.data:
        return {}
    events = events_of_review(entry.subject_id, entry.data["work"])
    return {event.seq: event.voided_at for event in events}


def _story(entry: Entry, voided: dict[int, int | None]) -> list[tuple[int, str, str, str, bool]]:
    """Return the entries about the review: position, what, when, page, whether taken back."""
    if len(voided) < 2 and not any(when is not None for when in voided.values()):
        return []
    entries = read_some(voided)
    return [
        (
            seq,
            str(KINDS.get(one.kind, one.kind)),
            words.day_of(one.recorded_at if one.happened_at is None else one.happened_at),
            entry_address(seq) if seq != entry.seq else "",
            voided[seq] is not None,
        )
        for seq, one in sorted(entries.items())
    ]


def _effect(entry: Entry, work: Work) -> Effect | None:
    """Return what the entry did to the score under the rule in force, None if it takes no part."""
    rules = in_force()
    told = read_changes(work, rules, steps_of(work, rules))
    for change in told:
        if any(move.step.event.seq == entry.seq for move in change.moves):
            return _effect_of(change, work)
    return None


def _effect_of(change: Change, work: Work) -> Effect:
    before, after = change.before, change.after
    return Effect(
        rule_title=change.rule.title,
        before=words.printed(before.printed, change.rule),
        after=words.printed(after.printed, change.rule),
        before_count=f"{before.tally.positive}/{before.tally.count}",
        after_count=f"{after.tally.positive}/{after.tally.count}",
        badge=change.badge,
        badge_words=_badge_words(change),
        others=len(change.moves) - 1,
        before_url=work_address(work, query_of(at=text_of(change.at - 1))),
        after_url=work_address(work, query_of(at=text_of(change.at))),
    )


def _badge_words(change: Change) -> str:
    badge = change.rule.badge
    if badge is None or not change.badge:
        return ""
    return f"{badge.label}: {words.BADGE_MOMENTS[change.badge]}"


def _subject_url(entry: Entry) -> str:
    """Return the page of what the entry is about, if it has one."""
    if is_of_fact(entry):
        return fact_address(entry.subject_id)
    if is_of_points(entry):
        return counter_url(entry)
    if entry.kind.startswith("story."):
        return story_address(entry.subject_id)
    room, _, number = entry.subject.partition(":")
    about = {room: int(number)} if room in ("critic", "outlet") else {}
    if entry.kind == "scale.confirmed":
        about = entry.data
    if "critic" in about:
        critic = Critic.objects.filter(id=about["critic"]).first()
        return critic_address(critic) if critic else ""
    if "outlet" in about:
        outlet = Outlet.objects.filter(id=about["outlet"]).first()
        return outlet_address(outlet) if outlet else ""
    return ""
