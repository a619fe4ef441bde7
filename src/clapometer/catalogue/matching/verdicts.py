"""The verdict on an incoming work: the same as one of the catalogue, unsure, or new; and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from .forms import WAYS, Form
from .points import (
    AUTOMATIC,
    CLEAR_BY,
    KIND_POINTS,
    KIND_UNKNOWN,
    NEAR_FROM,
    NEAR_LETTERS,
    NEAR_LOSS,
    TITLE_POINTS,
    WORTH_ASKING,
    YEAR_APART,
    YEAR_POINTS,
    YEAR_UNKNOWN,
)
from .shelf import Incoming, Known, Shelf, all_forms

VERDICTS = {
    "same": "it is this work; no person is needed",
    "unsure": "it may be one of these works; a person says which, or none",
    "new": "the catalogue does not have it",
}
ORDER = tuple(TITLE_POINTS)


class Likeness(NamedTuple):
    """How like a work of the catalogue is: 0 to 100, with the reasons in words."""

    work: int
    score: int
    reasons: tuple[str, ...]
    alike: bool = False
    """Whether a title is the same in some form, subtitles included."""
    year_gap: int | None = None


class Verdict(NamedTuple):
    """What an incoming work is. `work`: which, for “same”; `likely`: the best first."""

    verdict: str
    work: int | None
    likely: tuple[Likeness, ...]
    why: str


def judge(incoming: Incoming, shelf: Shelf) -> Verdict:
    """Return the verdict: identifiers decide first, then title, year and kind together."""
    identified = shelf.identified(incoming)
    if len(identified) == 1:
        work = identified[0].work
        shared = sorted(incoming.identifiers & identified[0].identifiers)
        reason = f"it has the identifier {shared[0]}"
        return Verdict("same", work, (Likeness(work, 100, (reason,)),), reason)
    if identified:
        likely = tuple(Likeness(one.work, 100, ("it has one of the identifiers",))
                       for one in identified)  # fmt: skip
        return Verdict("unsure", None, likely, "its identifiers belong to different works")
    found = (likeness(incoming, known) for known in shelf.candidates(incoming))
    likely = tuple(sorted((one for one in found if one), key=lambda one: (-one.score, one.work)))
    return _decided(likely)


def _decided(likely: tuple[Likeness, ...]) -> Verdict:
    asked = tuple(one for one in likely if one.score >= WORTH_ASKING)
    if not asked:
        return Verdict("new", None, (), "no work of that title and year is there")
    best = asked[0]
    doubt = _doubt(best, likely[1:])
    if doubt:
        return Verdict("unsure", None, asked[:5], doubt)
    return Verdict("same", best.work, asked[:5], "; ".join(best.reasons))


def _doubt(best: Likeness, others: tuple[Likeness, ...]) -> str:
    """Return what keeps a person in charge, "" for nothing."""
    if best.score < AUTOMATIC:
        return f"its score of {best.score} is below {AUTOMATIC}"
    if others and best.score - others[0].score < CLEAR_BY:
        return "another work is nearly as like"
    if best.year_gap and any(one.alike for one in others):
        # A year off is common, and so are two works of one title: together they mislead.
        return "the year differs, and there is another work of that title"
    return ""


def likeness(incoming: Incoming, known: Known) -> Likeness | None:
    """Return how like the work is; None where it cannot be it: another kind, or another
    identifier of the same source."""
    if incoming.kind and known.kind and incoming.kind != known.kind:
        return None
    if _contradicts(incoming.identifiers, known.identifiers):
        return None
    title = _title_likeness(incoming.titles, known.titles)
    if title is None:
        return None
    points, alike, said = title
    gap = _gap(incoming.year, known.year)
    kind = KIND_POINTS if incoming.kind and known.kind else KIND_UNKNOWN
    score = max(0, min(100, round(points + _year_points(gap) + kind)))
    reasons = (said, _year_words(incoming.year, known.year), _kind_words(incoming, known))
    return Likeness(known.work, score, reasons, alike, gap)


def _contradicts(one: Iterable[str], other: Iterable[str]) -> bool:
    sources = {identifier.partition(":")[0] for identifier in other}
    return any(identifier.partition(":")[0] in sources for identifier in one)


def _title_likeness(ours: Iterable[str], theirs: Iterable[str]) -> tuple[float, bool, str] | None:
    """Return the points of the best pair of forms, whether they are equal, and what they say."""
    best: tuple[float, bool, str] | None = None
    for one in all_forms(ours):
        for other in all_forms(theirs):
            found = _pair(one, other)
            if found and (best is None or found[0] > best[0]):
                best = found
    return best


def _pair(one: Form, other: Form) -> tuple[float, bool, str] | None:
    way = max(one.way, other.way, key=ORDER.index)
    if one.key == other.key:
        if one.way == other.way == "main":
            # Two subtitles that differ tell two parts of one series apart.
            return (
                TITLE_POINTS["main"] / 2,
                False,
                "the main title is the same, the subtitles differ",
            )
        return TITLE_POINTS[way], True, WAYS[way]
    shorter = min(len(one.key), len(other.key))
    if "main" in (one.way, other.way) or shorter < NEAR_LETTERS:
        return None
    ratio = fuzz.ratio(one.key, other.key, score_cutoff=NEAR_FROM)
    if not ratio or one.numbers != other.numbers:
        return None
    points = TITLE_POINTS[way] - NEAR_LOSS * (100 - ratio)
    return points, False, f"the titles are {ratio:.0f} % alike"


def _gap(ours: int | None, theirs: int | None) -> int | None:
    return None if ours is None or theirs is None else abs(ours - theirs)


def _year_points(gap: int | None) -> int:
    return YEAR_UNKNOWN if gap is None else YEAR_POINTS.get(gap, YEAR_APART)


def _year_words(ours: int | None, theirs: int | None) -> str:
    if ours is None or theirs is None:
        return "a year is not known"
    return f"both are of {ours}" if ours == theirs else f"{ours} here, {theirs} there"


def _kind_words(incoming: Incoming, known: Known) -> str:
    told = incoming.kind and known.kind
    return f"both are a {known.kind}" if told else "the kind is not known"
