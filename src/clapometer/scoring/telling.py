"""One history told: each family of moments is found in its own way."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from clapometer.scoring.badge_course import course_of
from clapometer.scoring.badges import TRANSITIONS
from clapometer.scoring.history import Step
from clapometer.scoring.moments import Asked, Moment, Sibling, identify
from clapometer.scoring.rounding import deciding
from clapometer.scoring.rule import Printed, Rule, printed
from clapometer.scoring.settling import (
    ADOPTED,
    AT_ONCE,
    Instant,
    Settled,
    Turn,
    Watch,
    cause_of,
    instants,
)
from clapometer.scoring.tally import EMPTY, Tally
from clapometer.scoring.timetable import Rules, timetable_of
from clapometer.scoring.windows import EXPIRED

Target = Callable[[Rule, int, Tally], str | None]
"""(rule, instant, tally) -> the state that they ask for, None for none."""
_BADGES = {(change.state, change.becomes): f"badge-{change.moment}" for change in TRANSITIONS}


class Telling:
    """A history read through the rule in force at each of its instants."""

    def __init__(self, story: Sequence[Instant], rules: Rules, asked: Asked) -> None:
        self._table, self._asked, self._story = timetable_of(rules), asked, story
        self._only = self._table.only
        self._scores: dict[str, dict[Tally, Printed]] = {}
        self._shares: dict[str, dict[Tally, tuple[int, int] | None]] = {}
        self._debut = self._first_printed(self._story)

    def all(self) -> Iterator[Moment]:
        """Yield every moment, family by family."""
        yield from self._printing()
        yield from self._rules()
        yield from self._release()
        yield from self._perfect()
        for threshold in self._asked.thresholds:
            yield from self._crossings(threshold)
        yield from self._badges()
        yield from self._bands()
        yield from self._records()
        yield from self._milestones()
        yield from self._touched()
        for sibling in self._asked.siblings:
            yield from self._sibling(sibling)

    def _at_time(self, at: int) -> Rule:
        """Return the rule in force at an instant."""
        return self._only or self._table.at(at)

    def _rule(self, one: Instant) -> Rule:
        """Return the rule in force after the instant, which is the one before it too, mostly."""
        return self._only or self._table.at(one.at)

    def _rule_before(self, one: Instant) -> Rule:
        if not one.adopts:
            return self._rule(one)
        return self._table.adoptions[self._table.position(one.at) - 1].rule

    def _score(self, rule: Rule, tally: Tally) -> Printed:
        scores = self._scores.setdefault(rule.digest, {})
        if (found := scores.get(tally)) is None:
            found = scores[tally] = printed(rule, tally)
        return found

    def _printed(self, rule: Rule, tally: Tally) -> int | None:
        return self._score(rule, tally).printed

    def _first_printed(self, story: Iterable[Instant]) -> Instant | None:
        return next((o for o in story if self._printed(self._rule(o), o.after) is not None), None)

    def _turns(self, target: Target, settled: Settled = AT_ONCE) -> list[Turn]:
        """Return how a state moves that is read off the tally; None leaves it as it is."""

        def wants(state: str, at: int, tally: Tally) -> str | None:
            found = target(self._at_time(at), at, tally)
            return None if found == state else found

        return Watch(wants, settled).turns(self._story, self._asked.until)

    def _turned(
        self, turn: Turn, kind: str, *, about: str = "", label: str = "", was: str = ""
    ) -> Moment:
        before = self._score(self._rule_before(turn.began), turn.began.before)
        after = self._score(self._rule(turn.last), turn.last.after)
        return self._moment(kind, turn.cause, before, after, turn.last.after, at=turn.at,
                            recorded=turn.recorded, about=about, label=label, was=was)  # fmt: skip

    def _moment(
        self, kind: str, cause: Step, before: Printed, after: Printed, tally: Tally, *,
        at: int, recorded: int,
        about: str = "", label: str = "", was: str = "",
    ) -> Moment:  # fmt: skip
        return Moment(
            id=identify(self._asked.work, kind, about, cause),
            kind=kind, happened_at=at, recorded_at=recorded, undated=cause.undated,
            cause=cause.event.seq, before=before.printed, after=after.printed,
            positive=tally.positive, count=tally.count, about=about, label=label,
            was=was, shown=(before.shown or "–", after.shown or "–"),
            rules=self._rules_of(cause),
        )  # fmt: skip

    def _rules_of(self, cause: Step) -> tuple[str, ...]:
        """Return the names of the rules before and after, where another rule is the cause."""
        if cause.event.kind != ADOPTED:
            return ()
        position = self._table.position(cause.at)
        return tuple(one.rule.name for one in self._table.adoptions[position - 1 : position + 1])

    def _rules(self) -> Iterator[Moment]:
        for one in self._story:
            if not one.adopts:
                continue
            was, now = self._rule_before(one), self._rule(one)
            if {self._printed(was, one.before), self._printed(now, one.after)} != {None}:
                label, before = now.title, was.title
                yield self._at(one, "rule-changed", one.steps[0], now.name, label, before)

    def _printing(self) -> Iterator[Moment]:
        def target(rule: Rule, _: int, tally: Tally) -> str | None:
            return "none" if self._printed(rule, tally) is None else "printed"

        kinds = {"none": "score-gone", "printed": "score-back"}
        turns = [turn for turn in self._turns(target) if (turn.was, turn.becomes) != ("", "none")]
        for position, turn in enumerate(turns):
            kind = kinds[turn.becomes] if position else "debut"
            about = str(self._rule(turn.last).minimum) if kind == "score-gone" else ""
            yield self._turned(turn, kind, about=about)

    def _release(self) -> Iterator[Moment]:
        """The state at the release; a day's reviews count for a release on that day."""
        release = self._asked.release
        if release is None or not self._story:
            return
        until = self._asked.until if self._asked.until is not None else self._story[-1].at
        past = [one for one in self._story if one.at <= release]
        if not past or release > until:
            return
        last = past[-1]
        before, after = self._both(last)
        if after.printed is not None:
            recorded = last.recorded if last.at == release else max(release, last.recorded)
            yield self._moment("release", last.steps[-1], before, after, last.after, at=release,
                               recorded=recorded)  # fmt: skip

    def _both(self, one: Instant) -> tuple[Printed, Printed]:
        """Return the scores before and after an instant, each under the rule in force then."""
        before = self._score(self._rule_before(one), one.before)
        return before, self._score(self._rule(one), one.after)

    def _perfect(self) -> Iterator[Moment]:
        def target(rule: Rule, _: int, tally: Tally) -> str | None:
            if self._printed(rule, tally) is None or rule.measure.of != "verdicts":
                return None
            return "reached" if tally.positive == tally.count else "lost"

        for turn in self._turns(target) if self._differs(target) else ():
            if turn.was:
                yield self._turned(turn, f"perfect-{turn.becomes}")

    def _crossings(self, threshold: int) -> Iterator[Moment]:
        def target(rule: Rule, _: int, tally: Tally) -> str | None:
            share = self._deciding(rule, tally)
            if share is None:
                return None
            return "up" if share[0] * 100 >= share[1] * threshold else "down"

        # Most thresholds are never crossed, and then nothing settles either.
        if not self._differs(target):
            return
        for how, settled in (("crossed", AT_ONCE), ("settled", self._asked.settled)):
            for turn in self._turns(target, settled):
                if turn.was:
                    printing = self._rule(turn.last).printing
                    label = printing.measure(Fraction(threshold, 100))
                    kind = f"{how}-{turn.becomes}"
                    yield self._turned(turn, kind, about=str(threshold), label=label)

    def _deciding(self, rule: Rule, tally: Tally) -> tuple[int, int] | None:
        """Return the share that decides, None where no score is printed."""
        shares = self._shares.setdefault(rule.digest, {})
        if tally not in shares:
            read = rule.decides, rule.rounding, *rule.read(tally), rule.printing.most
            there = self._printed(rule, tally) is not None
            shares[tally] = deciding(*read) if there else None
        return shares[tally]

    def _differs(self, target: Target) -> bool:
        """Return whether the target names more than one state in the whole history."""
        named = {target(self._rule(one), one.at, one.after) for one in self._story}
        return len(named - {None}) > 1

    def _badges(self) -> Iterator[Moment]:
        course = course_of(self._table, self._story, self._asked.size, self._asked.until)
        for turn, badge, _ in course.turns:
            kind = _BADGES[turn.was, turn.becomes]
            yield self._turned(turn, kind, about=badge.name, label=badge.label)

    def _bands(self) -> Iterator[Moment]:
        rules = [one.rule for one in self._table.adoptions]
        labels = {band.name: band.label for rule in rules for band in rule.bands}

        def target(rule: Rule, _: int, tally: Tally) -> str | None:
            return self._score(rule, tally).band

        for turn in self._turns(target) if self._differs(target) else ():
            if turn.was:
                label, was = labels[turn.becomes], labels[turn.was]
                yield self._turned(turn, "band-changed", about=turn.becomes, label=label, was=was)

    def _records(self) -> Iterator[Moment]:
        """The highest and lowest scores; under another rule they are told anew."""
        high = low = None
        for one in self._story:
            printed = self._printed(rule := self._rule(one), one.after)
            if one.adopts:
                high = low = printed
            if printed is None:
                continue
            if high is None or low is None:
                high = low = printed
            if printed > high:
                yield self._broken(one, "record-high", range(high + 1, rule.printing.most + 1))
            if printed < low:
                yield self._broken(one, "record-low", range(low))
            high, low = max(high, printed), min(low, printed)

    def _broken(self, one: Instant, kind: str, beats: range) -> Moment:
        rule = self._rule(one)
        return self._at(one, kind, cause_of(one, lambda tally: self._printed(rule, tally) in beats))

    def _at(
        self, one: Instant, kind: str, cause: Step, about: str = "", label: str = "", was: str = ""
    ) -> Moment:
        before, after = self._both(one)
        return self._moment(kind, cause, before, after, one.after, at=one.at,
                            recorded=one.recorded, about=about, label=label, was=was)  # fmt: skip

    def _milestones(self) -> Iterator[Moment]:
        most = 0
        for one in self._story:
            counted = self._rule(one).measure.counted
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
            if one.adopts or all(_is_no_change_of_mind(step) for step in one.steps):
                continue
            rule, after = self._rule(one), self._both(one)[1]
            for entries, delta in self._by_critic(one):
                last, without = entries[-1], self._score(rule, one.after - delta)
                new = any(_is_no_change_of_mind(step) for step in entries)
                moved = None not in (without.printed, after.printed)
                if not new and moved and without.printed != after.printed:
                    kind = "entry-undone" if last.voided else f"review-{last.event.kind}"
                    yield self._moment(kind, last, without, after, one.after, at=one.at,
                                       recorded=one.recorded)  # fmt: skip

    def _by_critic(self, one: Instant) -> Iterable[tuple[list[Step], Tally]]:
        """Return the entries of each who counts once, with what they add to the sums."""
        found: dict[tuple[str, int], tuple[list[Step], Tally]] = {}
        before = one.before
        for step in one.steps:
            event, alone = step.event, ("reviewer", step.event.reviewer)
            shared = self._rule(one).counts == "critic" and event.critic is not None
            key = ("critic", event.critic or 0) if shared else alone
            entries, delta = found.get(key, ([], EMPTY))
            found[key] = ([*entries, step], delta + (step.tally - before))
            before = step.tally
        return found.values()

    def _sibling(self, sibling: Sibling) -> Iterator[Moment]:
        other = instants(sibling.steps)
        debut = self._first_printed(other)
        if debut is None or self._debut is None:
            return
        ours, theirs_at = self._debut.at, debut.at
        if self._asked.release is not None and sibling.release is not None:
            ours, theirs_at = self._asked.release, sibling.release
        shift, ats = theirs_at - ours, [one.at for one in other]

        def theirs(at: int) -> Printed:
            position = bisect_right(ats, at + shift)
            tally = other[position - 1].after if position else EMPTY
            return self._score(self._at_time(at + shift), tally)

        def target(rule: Rule, at: int, tally: Tally) -> str | None:
            ours, there = self._printed(rule, tally), theirs(at).printed
            # Scores under different rules are not compared.
            same = rule.digest == self._at_time(at + shift).digest
            if ours is None or there is None or ours == there or not same:
                return None
            return "sibling-passed" if ours > there else "sibling-ahead"

        for turn in self._turns(target):
            if turn.was:
                yield self._turned(turn, turn.becomes, about=sibling.name, label=sibling.label,
                                   was=theirs(turn.at).shown or "–")  # fmt: skip


def _is_no_change_of_mind(step: Step) -> bool:
    return step.event.kind == EXPIRED or (step.event.kind == "posted" and not step.voided)


def _reaches(counted: Callable[[Tally], int], number: int) -> Callable[[Tally], bool]:
    """Return whether so many reviews count, as a question to a tally."""
    return lambda tally: counted(tally) >= number
