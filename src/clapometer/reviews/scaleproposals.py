"""Which scales this site's grades that need one seem to be on, from all the grades it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db import connection

from clapometer.ledger.reading import read_some
from clapometer.scoring.infer import Proposal, is_read, weigh
from clapometer.scoring.periods import Period, infer_periods, lies

from .models import NOBODY
from .readings import Hand

# Reviews in force whose grade nothing reads. The texts lie in the ledger alone; no sentence of a
# body can hold this sequence, since its quotation marks would bear a backslash.
_OPEN = (
    "SELECT DISTINCT r.outlet_id, r.critic_id FROM ledger_ledgerentry l"
    " JOIN reviews_review r ON r.id = CAST(substr(l.subject, 8) AS BIGINT)"
    " JOIN reviews_reviewevent e ON e.work_id = r.work_id AND e.seq = l.seq"
    " WHERE l.kind IN ('review.posted', 'review.revised') AND l.body LIKE %s"
    " AND r.standing = l.seq AND e.grade IS NULL ORDER BY 1, 2"
)
_UNREAD = '%"unread":%'


class Graded(NamedTuple):
    """One grade in force: its entry, whose it is, when published, the text, and whether nothing
    reads it."""

    seq: int
    outlet: int
    critic: int
    at: int | None
    text: str
    open: bool


@dataclass(frozen=True, slots=True)
class Proposed:
    """A scale proposed for a hand and period, and the entries whose grades it would open."""

    hand: Hand
    proposal: Proposal
    opens: frozenset[int]


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that is proposed, what opens most grades first; and how many would stay unread."""

    proposed: tuple[Proposed, ...]
    left: int


def propose() -> Proposals:
    """Return a scale for every outlet or critic whose grades need one and tell which."""
    critics_of: dict[int, list[int]] = defaultdict(list)
    for outlet, critic in _open_hands():
        critics_of[outlet].append(critic)
    found: list[Proposed] = []
    unread: set[int] = set()
    for outlet, critics in critics_of.items():
        for grades in _graded(outlet, critics):
            unread |= {one.seq for one in grades if one.open}
            found += _of_outlet(outlet, grades) if outlet else _of_critic(grades)
    found.sort(key=lambda one: (-len(one.opens), *one.hand[:2], one.hand.since or 0))
    left = unread.difference(*(one.opens for one in found))
    return Proposals(tuple(found), len(left))


def _open_hands() -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, [_UNREAD])
        return list(cursor.fetchall())


def _graded(outlet: int, critics: Sequence[int]) -> Iterator[list[Graded]]:
    """Yield all grades of the outlet together; where there is none, those of each critic."""
    if outlet != NOBODY:
        yield _grades_where("outlet_id", outlet)
        return
    for critic in critics:
        yield _grades_where("critic_id", critic)


def _grades_where(column: str, value: int) -> list[Graded]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.standing, r.outlet_id, r.critic_id, e.happened_at, e.grade IS NULL"
            " FROM reviews_review r JOIN reviews_reviewevent e"
            f" ON e.work_id = r.work_id AND e.seq = r.standing WHERE r.{column} = %s",
            [value],
        )
        rows = cursor.fetchall()
    entries = read_some(row[0] for row in rows)
    texts = {seq: entry.data.get("said", {}).get("grade", "") for seq, entry in entries.items()}
    return [
        Graded(seq, outlet, critic, at, texts[seq], bool(is_open))
        for seq, outlet, critic, at, is_open in rows
        if texts[seq]
    ]


def _of_critic(grades: Sequence[Graded]) -> list[Proposed]:
    """Return what a critic without an outlet proposes."""
    return _opening(Hand(critic=grades[0].critic), _periods(grades), grades)


def _of_outlet(outlet: int, grades: Sequence[Graded]) -> list[Proposed]:
    """Return one proposal for the whole outlet, where all agree, or one for each critic."""
    by_critic: dict[int, list[Graded]] = defaultdict(list)
    for one in grades:
        by_critic[one.critic].append(one)
    needy = {critic: own for critic, own in by_critic.items() if any(one.open for one in own)}
    house, own = _periods(grades), {critic: _periods(of) for critic, of in needy.items()}
    if _agree(house, own.values()) and (together := _opening(Hand(outlet), house, grades)):
        return together
    found = []
    for critic, periods in own.items():
        lent = _lent(periods, house, needy[critic])
        found += _opening(Hand(outlet, critic), lent, needy[critic])
    return found


def _periods(grades: Sequence[Graded]) -> tuple[Period, ...]:
    return infer_periods((one.at, one.text) for one in grades)


def _agree(house: Sequence[Period], own: Iterable[Sequence[Period]]) -> bool:
    """Whether no critic's own grades propose what the whole outlet's do not."""
    scales = {period.proposal.scale for period in house}
    mine = {period.proposal.scale for periods in own for period in periods} - {None}
    return mine <= scales


def _lent(
    own: Sequence[Period], house: Sequence[Period], grades: Sequence[Graded]
) -> Sequence[Period]:
    """Return the critic's own periods, or the outlet's scale where the own grades do not tell."""
    if any(period.proposal.scale for period in own) or len(house) > 1:
        return own
    proposal = house[0].proposal
    if proposal.scale is None or proposal.by != "stated":
        return own
    lent = weigh((one.text for one in grades), proposal.scale)
    return own if lent.contradicts else (Period(None, None, replace(lent, by="outlet")),)


def _opening(hand: Hand, periods: Sequence[Period], grades: Sequence[Graded]) -> list[Proposed]:
    """Return the periods' scales that open some of the grades."""
    found = []
    for since, until, proposal in periods:
        scale = proposal.scale
        if scale is None:
            continue
        whole = since is None and until is None
        opens = frozenset(
            one.seq
            for one in grades
            if one.open
            and (whole if one.at is None else lies(one.at, since, until))
            and is_read(one.text, scale)
        )
        last = None if until is None else until - 1
        if opens:
            found.append(Proposed(hand._replace(since=since, until=last), proposal, opens))
    return found
