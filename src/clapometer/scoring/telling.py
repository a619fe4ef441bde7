"""One history told: each family of moments is found in its own way."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from clapometer.scoring.badges import TRANSITIONS, badge_turns
from clapometer.scoring.history import Step
from clapometer.scoring.moments import Asked, Moment, Sibling, identify
from clapometer.scoring.rounding import deciding
from clapometer.scoring.rule import Printed, Rule, printed
from clapometer.scoring.settling import (
    AT_ONCE,
    Instant,
    Settled,
    Turn,
    Watch,
    cause_of,
    instants,
)
from clapometer.scoring.tally import EMPTY, Tally

_BADGES = {(change.state, change.becomes): f"badge-{change.moment}" for change in TRANSITIONS}


class Telling:
    """A history read through a rule, instant by instant."""

    def __init__(self, story: Sequence[Instant], rule: Rule, asked: Asked) -> None:
        self._rule, self._asked, self._story = rule, asked, story
        self._scores: dict[Tally, Printed] = {}
        self._debut = self._first_printed(self._story)

    def all(self) -> Iterator[Moment]:
        """Yield every moment, family by family."""
        yield from self._printing()
        yield from self._release()
        yield from self._perfect()
        for threshold in self._asked.thresholds:
            yield from self._crossings(threshold, "crossed", AT_ONCE)
            yield from self._crossings(threshold, "settled", self._asked.settled)
        yield from self._badges()
        yield from self._bands()
        yield from self._records()
        yield from self._milestones()
        yield from self._touched()
        for sibling in self._asked.siblings:
            yield from self._sibling(sibling)

    def _score(self, tally: Tally) -> Printed:
        found = self._scores.get(tally)
        if found is None:
            found = self._scores[tally] = printed(self._rule, tally)
        return found

    def _printed(self, tally: Tally) -> int | None:
        return self._score(tally).printed

    def _shown(self, tally: Tally) -> str:
        return self._score(tally).shown or "–"

    def _first_printed(self, story: Iterable[Instant]) -> Instant | None:
        return next((one for one in story if self._printed(one.after) is not None), None)

    def _turns(
        self, target: Callable[[int, Tally], str | None], settled: Settled = AT_ONCE
    ) -> list[Turn]:
        """Return how a state moves that is read off the tally; None leaves it as it is."""

        def wants(state: str, at: int, tally: Tally) -> str | None:
            found = target(at, tally)
            return None if found == state else found

        return Watch(wants, settled).turns(self._story, self._asked.until)

    def _turned(
        self, turn: Turn, kind: str, *, about: str = "", label: str = "", was: str = ""
    ) -> Moment:
        return self._moment(kind, turn.cause, turn.began.before, turn.last.after, at=turn.at,
                            recorded=turn.recorded, about=about, label=label, was=was)  # fmt: skip

    def _moment(
        self, kind: str, cause: Step, before: Tally, after: Tally, *, at: int, recorded: int,
        about: str = "", label: str = "", was: str = "",
    ) -> Moment:  # fmt: skip
        return Moment(
            id=identify(self._asked.work, kind, about, cause),
            kind=kind, happened_at=at, recorded_at=recorded, undated=cause.undated,
            cause=cause.event.seq, before=self._printed(before), after=self._printed(after),
            positive=after.positive, count=after.count, about=about, label=label, was=was,
            shown=(self._shown(before), self._shown(after)),
        )  # fmt: skip

    def _printing(self) -> Iterator[Moment]:
        def target(_: int, tally: Tally) -> str | None:
            return "none" if self._printed(tally) is None else "printed"

        kinds = {"none": "score-gone", "printed": "score-back"}
        turns = [turn for turn in self._turns(target) if (turn.was, turn.becomes) != ("", "none")]
        for position, turn in enumerate(turns):
            kind = kinds[turn.becomes] if position else "debut"
            about = str(self._rule.minimum) if kind == "score-gone" else ""
            yield self._turned(turn, kind, about=about)

    def _release(self) -> Iterator[Moment]:
        """The state at the release; a day's reviews count for a release on that day."""
        release = self._asked.release
        if release is None or not self._story:
            return
        until = self._asked.until if self._asked.until is not None else self._story[-1].at
        past = [one for one in self._story if one.at <= release]
        if not past or release > until or self._printed(past[-1].after) is None:
            return
        last = past[-1]
        recorded = last.recorded if last.at == release else max(release, last.recorded)
        yield self._moment("release", last.steps[-1], last.before, last.after, at=release,
                           recorded=recorded)  # fmt: skip

    def _perfect(self) -> Iterator[Moment]:
        def target(_: int, tally: Tally) -> str | None:
            if self._printed(tally) is None or self._rule.measure.of != "verdicts":
                return None
            return "reached" if tally.positive == tally.count else "lost"

        for turn in self._turns(target):
            if turn.was:
                yield self._turned(turn, f"perfect-{turn.becomes}")

    def _crossings(self, threshold: int, how: str, settled: Settled) -> Iterator[Moment]:
        rule, label = self._rule, self._rule.printing.measure(Fraction(threshold, 100))

        def target(_: int, tally: Tally) -> str | None:
            if self._printed(tally) is None:
                return None
            part, whole = deciding(
                rule.decides, rule.rounding, *rule.measure.read(tally), rule.printing.most
            )
            return "up" if part * 100 >= whole * threshold else "down"

        for turn in self._turns(target, settled):
            if turn.was:
                yield self._turned(turn, f"{how}-{turn.becomes}", about=str(threshold), label=label)

    def _badges(self) -> Iterator[Moment]:
        badge, size = self._rule.badge, self._asked.size
        if badge is None or size is None:
            return
        for turn in badge_turns(badge, self._story, size, self._asked.until):
            kind = _BADGES[turn.was, turn.becomes]
            yield self._turned(turn, kind, about=badge.name, label=badge.label)

    def _bands(self) -> Iterator[Moment]:
        labels = {band.name: band.label for band in self._rule.bands}
        for turn in self._turns(lambda _, tally: self._score(tally).band):
            if turn.was:
                label, was = labels[turn.becomes], labels[turn.was]
                yield self._turned(turn, "band-changed", about=turn.becomes, label=label, was=was)

    def _records(self) -> Iterator[Moment]:
        high = low = None
        for one in self._story:
            printed = self._printed(one.after)
            if printed is None:
                continue
            if high is None or low is None:
                high = low = printed
            if printed > high:
                yield self._broken(
                    one, "record-high", range(high + 1, self._rule.printing.most + 1)
                )
            if printed < low:
                yield self._broken(one, "record-low", range(low))
            high, low = max(high, printed), min(low, printed)

    def _broken(self, one: Instant, kind: str, beats: range) -> Moment:
        return self._at(one, kind, cause_of(one, lambda tally: self._printed(tally) in beats))

    def _at(self, one: Instant, kind: str, cause: Step, about: str = "") -> Moment:
        return self._moment(kind, cause, one.before, one.after, at=one.at, recorded=one.recorded,
                            about=about)  # fmt: skip

    def _milestones(self) -> Iterator[Moment]:
        most, counted = 0, self._rule.measure.counted
        for one in self._story:
            for number in self._asked.milestones:
                if most < number <= counted(one.after):
                    cause = cause_of(one, _reaches(counted, number))
                    yield self._at(one, "milestone", cause, str(number))
            most = max(most, counted(one.after))

    def _touched(self) -> Iterator[Moment]:
        """What a critic did to a review already counted, judged by what would be printed without.

        A critic's entries of one instant are judged together; with a new review among them they are
        that review.
        """
        for one in self._story:
            if all(step.event.kind == "posted" and not step.voided for step in one.steps):
                continue
            for entries, delta in self._by_critic(one):
                last, without = entries[-1], one.after - delta
                new = any(step.event.kind == "posted" and not step.voided for step in entries)
                if not new and self._moved(without, one.after):
                    kind = "entry-undone" if last.voided else f"review-{last.event.kind}"
                    yield self._moment(kind, last, without, one.after, at=one.at,
                                       recorded=one.recorded)  # fmt: skip

    def _by_critic(self, one: Instant) -> Iterable[tuple[list[Step], Tally]]:
        """Return the entries of each who counts once, with what they add to the sums."""
        found: dict[tuple[str, int], tuple[list[Step], Tally]] = {}
        before = one.before
        for step in one.steps:
            event, alone = step.event, ("reviewer", step.event.reviewer)
            shared = self._rule.counts == "critic" and event.critic is not None
            key = ("critic", event.critic or 0) if shared else alone
            entries, delta = found.get(key, ([], EMPTY))
            found[key] = ([*entries, step], delta + (step.tally - before))
            before = step.tally
        return found.values()

    def _moved(self, without: Tally, after: Tally) -> bool:
        scores = self._printed(without), self._printed(after)
        return None not in scores and scores[0] != scores[1]

    def _sibling(self, sibling: Sibling) -> Iterator[Moment]:
        other = instants(sibling.steps)
        debut = self._first_printed(other)
        if debut is None or self._debut is None:
            return
        ours, theirs_at = self._debut.at, debut.at
        if self._asked.release is not None and sibling.release is not None:
            ours, theirs_at = self._asked.release, sibling.release
        shift, ats = theirs_at - ours, [one.at for one in other]

        def theirs(at: int) -> Tally:
            position = bisect_right(ats, at + shift)
            return other[position - 1].after if position else EMPTY

        def target(at: int, tally: Tally) -> str | None:
            ours, there = self._printed(tally), self._printed(theirs(at))
            if ours is None or there is None or ours == there:
                return None
            return "sibling-passed" if ours > there else "sibling-ahead"

        for turn in self._turns(target):
            if turn.was:
                yield self._turned(turn, turn.becomes, about=sibling.name, label=sibling.label,
                                   was=self._shown(theirs(turn.at)))  # fmt: skip


def _reaches(counted: Callable[[Tally], int], number: int) -> Callable[[Tally], bool]:
    """Return whether so many reviews count, as a question to a tally."""
    return lambda tally: counted(tally) >= number
