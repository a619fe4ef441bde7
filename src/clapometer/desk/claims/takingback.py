"""Taking an accepted claim back: counter-entries to what it wrote, the last first.

What others rely on by now stays: a fact that another story states, a story that states another
fact, a person or a work of whom something else is said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from clapometer.catalogue.drafts import work_undone
from clapometer.catalogue.people import facts_naming
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import fact_numbered, facts_about
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import head, read_some
from clapometer.ledger.writing import writing
from clapometer.signals.counters import points_of
from clapometer.signals.points import points_restated, read_point
from clapometer.stories.drafts import story_undone, support_undone
from clapometer.stories.models import Support
from clapometer.stories.reading import story_numbered, supports_by, supports_of, topics_of

from ..proposals.models import Decision
from ..stating import undo_fact
from ..undoing import work_is_bare
from .appending import append_one
from .topicstaking import take_topics_back


def undo(decision: Decision, reason: str, actor: str) -> list[int]:
    """Take back what a decision wrote; return the positions of the counter-entries."""
    entries = read_some(decision.entries)
    with writing(actor):
        before = head()[0]
        for seq in sorted(entries, reverse=True):
            _undo(actor, entries[seq], reason)
        return list(range(before + 1, head()[0] + 1))


def _undo(actor: str, entry: Entry, reason: str) -> None:
    name, _, what = entry.kind.partition(".")
    counter = _COUNTERS.get(entry.kind)
    if counter:
        counter(actor, entry, reason)
    elif what == "added" and kind_named(name):
        _fact(actor, entry, reason)


def _support(actor: str, entry: Entry, reason: str) -> None:
    if Support.objects.filter(id=entry.seq, until=None).exists():
        append_one(actor, support_undone(entry.subject_id, entry.seq, reason))


def _story(actor: str, entry: Entry, reason: str) -> None:
    story = story_numbered(entry.seq)
    if story and not supports_by(story.id) and not topics_of([story.id]):
        append_one(actor, story_undone(story.id, reason))


def _topics(actor: str, entry: Entry, _reason: str) -> None:
    take_topics_back(actor, entry)


def _points(actor: str, entry: Entry, reason: str) -> None:
    """Take back those numbers that stand as the entry told them; put back what they restated."""
    told = [read_point(one) for one in entry.data["points"]]
    before = {one.at: one for one in map(read_point, entry.data.get("before", []))}
    counter = entry.subject_id
    standing = points_of([counter]).get(counter, {})
    relied = {one.as_of for one in supports_of([counter]).get(counter, ())}
    gone = [one for one in told if standing.get(one.at) == one and one.as_of not in relied]
    back = [before[one.at] for one in gone if one.at in before]
    if gone:
        append_one(actor, points_restated(counter, back, gone, reason=reason))


def _fact(actor: str, entry: Entry, reason: str) -> None:
    number = entry.subject_id
    fact = fact_numbered(number)
    if fact is None or supports_of([number]) or _is_relied_on(fact.kind, number):
        return
    undo_fact(number, reason, actor)


def _is_relied_on(kind: str, number: int) -> bool:
    """Return whether something else hangs on a fact: credits on a person, numbers on a counter,
    and on a definition whatever is counted by it."""
    if kind == "definition":
        return True
    if kind == "counter":
        return bool(points_of([number]).get(number))
    return kind == "person" and bool(facts_naming(number))


def _work(actor: str, entry: Entry, reason: str) -> None:
    if work_is_bare(entry.seq) and not facts_about([entry.seq]):
        append_one(actor, work_undone(entry.seq, reason))


_COUNTERS: Mapping[str, Callable[[str, Entry, str], None]] = {
    "story.supports": _support,
    "story.posted": _story,
    "story.corrected": _topics,
    "points.told": _points,
    "points.restated": _points,
    "work.added": _work,
}
