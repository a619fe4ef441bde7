"""Seasons: “Season 4”, “the second run”, “series two”, “two more instalments”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .counting import CARDINAL, ORDINAL, counted
from .parts import SeasonMention, Sentence, within
from .wording import Wording

if TYPE_CHECKING:
    from .document import Document

_UNIT = r"(?:season|series|run|instal?lment|outing|cycle|batch)"
_LIST = (
    rf"(?:\s?(?P<join>-|–|—|to|through|and|&|,)\s?(?P<second>{CARDINAL})(?!\d| ?%| ?per ?cent))?"
)
"""A second season behind a first; “season 1 – 82%” names but one."""
PATTERNS: tuple[tuple[str, str, str], ...] = (
    (
        "numbered",
        rf"\bseasons? (?:no\. )?(?P<first>{CARDINAL})\b(?!\.\d|%| (?:million|billion)){_LIST}",
        "Seasons 1 and 2",
    ),
    (
        "series",
        rf"\bseries (?P<first>{CARDINAL})\b(?! (?:of|million|hours?|years?|months?|weeks?)){_LIST}",
        "series two",
    ),
    ("short", r"\bS(?P<first>\d{1,2})(?:E\d{1,3})?\b", "S2"),
    (
        "counted from the first",
        rf"\bfirst (?P<many>{CARDINAL}) (?:\w+ )?{_UNIT}s?\b",
        "the first two seasons",
    ),
    (
        "ordinal",
        (
            rf"\b(?P<first>{ORDINAL})(?: (?P<join>and|to|through) (?P<second>{ORDINAL}))?"
            rf"(?:,? (?:and|possibly|likely|probably))?(?:,? (?:final|last|concluding|new|"
            rf"upcoming|hit|"
            rf"highly[- ]anticipated|long-awaited|full|[\w-]+-(?:episode|part))){{0,2}} {_UNIT}s?\b"
        ),
        "a fourth and final season",
    ),
    (
        "year",
        (
            rf"\b(?:its|the (?:show|series|drama|comedy|sitcom)['’]s) (?P<first>{ORDINAL}) year\b"
            r"(?! (?:running|in a row|of (?:production|filming|development)))"
        ),
        "in its second year",
    ),
    (
        "more",
        (
            rf"\b(?P<more>{CARDINAL}) (?:more|further|additional|new|extra|final) "
            r"(?:seasons|series|instal?lments|runs)\b"
        ),
        "two more instalments",
    ),
    (
        "relative",
        (
            r"\b(?:the|its|their|a|this|that|last|next|another|whole|show['’]s|series['’]s?) "
            r"(?P<relative>(?:(?:upcoming|new|newest|next|latest|final|last|previous|current|"
            r"forthcoming|same|prior|earlier|penultimate|brand|highly|anticipated|most|recent|full|"
            r"second-to-last)[ -]){0,3})"
            r"(?:season|run of episodes|instal?lment|batch of episodes)\b(?! (?:\d|one\b|"
            r"two\b|three\b))(?! (?:of|in) (?:the )?"
            r"(?:year|films?|movies?|franchise|football|sport))"
        ),
        "the upcoming season",
    ),
)
"""Forms in which seasons are told: name, expression, example."""
_PATTERNS = Wording(
    "|".join(
        re.sub(r"\?P<(\w+)>", rf"?P<\g<1>{place}>", pattern)
        for place, (_, pattern, _) in enumerate(PATTERNS)
    ).join(("(?:", ")")),
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(
    r"(?:[Ss]eason|[Ss]eries|[Ii]nstal?lment|\b[Rr]un\b|\bS\d|batch|outing|cycle|\byear\b)"
)
_BEFORE = ("previous", "prior", "earlier", "penultimate")
_NEWER = ("upcoming", "new", "next", "forthcoming", "final", "last", "newest")
_GOES_ON = ("It ", "It’s ", "It's ", "But ")
_OPENING = 5
"""How many sentences open a story."""
_RIGHT_BEHIND = 3
_MOST = 60
"""A season above this is a year or another number."""


def seasons_in(document: Document) -> tuple[SeasonMention, ...]:
    """Return where seasons are told, in order, relative ones resolved by the ones around."""
    found: list[SeasonMention] = []
    for one in document.season_forms:
        if one.relative is None:
            found.append(one)
        else:
            found.append(one._replace(seasons=_resolved(document, one, found)))
    return tuple(found)


def season_forms(document: Document) -> Iterator[SeasonMention]:
    """Yield where seasons are told, relative ones not resolved yet."""
    if not _WORD_BEFORE.search(document.text):
        return
    for one in document.all_of(_PATTERNS):
        told = {
            name.rstrip("0123456789"): value for name, value in one.groupdict().items() if value
        }
        relative = next(
            (
                value or ""
                for name, value in one.groupdict().items()
                if name.startswith("relative") and value is not None
            ),
            None,
        )
        if "more" in told:
            relative = f"more {counted(told['more']) or 1}"
        seasons = _named(told)
        if relative is None and not seasons:
            continue
        yield SeasonMention(seasons, *one.span(), relative)


def _named(told: dict[str, str]) -> tuple[int, ...]:
    """Return the seasons that a form names by number."""
    if "many" in told:
        return tuple(range(1, (counted(told["many"]) or 0) + 1))
    first = counted(told.get("first", "")) if "first" in told else None
    if first is None or not 0 < first < _MOST:
        return ()
    second = counted(told["second"]) if "second" in told else None
    if second is None or second <= first or second > _MOST:
        return (first,)
    spanned = told["join"].casefold() in ("-", "–", "—", "to", "through")
    return tuple(range(first, second + 1)) if spanned else (first, second)


def _resolved(
    document: Document, one: SeasonMention, before: list[SeasonMention]
) -> tuple[int, ...]:
    """Return the seasons that “the upcoming season” or “two more instalments” are."""
    words = (one.relative or "").replace("-", " ").split()
    work = document.season_owners[one.start]
    before = [each for each in before if document.season_owners[each.start] == work]
    known = [season for each in before if each.relative is None for season in each.seasons]
    focus = document.season_in_focus if work in document.main_works or work is None else None
    if words[:1] == ["more"]:
        last = max(_beside(document, one), default=0) or max(known, default=focus or 0)
        return tuple(range(last + 1, last + 1 + int(words[1]))) if last else ()
    if any(word in _BEFORE for word in words):
        return (focus - 1,) if focus and focus > 1 else ()
    if any(word in _NEWER for word in words):
        near = [each for each in before[-1:] if _one_block(document, each.start, one.start)]
        if near and near[0].relative is None and near[0].seasons[-1:] > (focus or 0,):
            return near[0].seasons[-1:]
        return (focus,) if focus else ()
    if known:
        return (before[-1].seasons or (known[-1],))[-1:]
    return (focus,) if focus else ()


def _beside(document: Document, one: SeasonMention) -> list[int]:
    """Return the seasons that the sentence of words names by number."""
    sentence = document.sentence_at(one.start)
    if sentence is None:
        return []
    return [
        season
        for each in within(document.season_forms, sentence.start, sentence.end)
        if each.relative is None
        for season in each.seasons
    ]


def _one_block(document: Document, one: int, other: int) -> bool:
    return "\n" not in document.text[one:other]


def focus_of(document: Document) -> int | None:
    """Return the season that a story is about: that of its headline, else the first one of its
    opening, else the most told, the later of two."""
    main = document.main_works
    named = [
        one
        for one in document.season_forms
        if one.seasons and (not main or document.season_owners[one.start] in main)
    ]
    if not named:
        return None
    end = document.blocks[0].end if document.blocks[0].role == "headline" else 0
    head = [one for one in named if one.start < end]
    opening = _opening(document)
    head = head or [one for one in named if opening and one.start < opening[-1].end]
    if head:
        return head[0].seasons[-1]
    told = Counter(season for one in named if _in_story(document, one) for season in one.seasons)
    return max(told, key=lambda season: (told[season], season), default=None)


def _opening(document: Document) -> list[Sentence]:
    """Return the sentences that open a story; the names and days of its byline are none."""
    first = document.told[: 2 * _OPENING]
    return [one for one in first if document.blocks[one.block].role != "caption"][:_OPENING]


def _in_story(document: Document, one: SeasonMention) -> bool:
    sentence = document.sentence_at(one.start)
    return sentence is None or document.blocks[sentence.block].role != "related"


def seasons_at(document: Document, start: int, end: int) -> tuple[int, ...]:
    """Return the seasons that words at this place are about: told within them, nearest before
    them in their sentence, else after them, else by the title there or by the heading above."""
    sentence = document.sentence_at(start)
    if sentence is None:
        return ()
    here = _told_of(document, sentence, document.work_at(start, end))
    nearest = _nearest(document, here, start, end)
    if nearest is not None:
        return nearest.seasons
    titled = [
        one.season
        for one in within(document.works, sentence.start, max(end, sentence.end))
        if one.season
    ]
    if titled:
        return (titled[0],)
    return _carried(document, sentence, document.work_at(start, end))


def _told_of(document: Document, sentence: Sentence, work: str | None) -> list[SeasonMention]:
    """Return the seasons that a sentence tells of a work."""
    return [
        one
        for one in within(document.seasons, sentence.start, sentence.end)
        if one.seasons and (work is None or document.season_owners[one.start] in (work, None))
    ]


def _nearest(
    document: Document, here: list[SeasonMention], start: int, end: int
) -> SeasonMention | None:
    inside = [one for one in here if start <= one.start < end]
    if inside:
        return inside[0]
    before = [one for one in here if one.start < start]
    after = [one for one in here if one.start >= end]
    if after and after[0].start - end <= _RIGHT_BEHIND:
        return after[0]
    if before and after:
        between = document.text[before[-1].end : start]
        if re.search(r"[;—]|, (?:and|but|while)\b|\bafter\b", between):
            return min(
                (before[-1], after[0]),
                key=lambda one: start - one.end if one.start < start else one.start - end,
            )
    if before:
        return before[-1]
    return after[0] if after else None


def _carried(document: Document, sentence: Sentence, work: str | None) -> tuple[int, ...]:
    """Return the season of the heading above, else of the sentence before in the same block."""
    for one in reversed(document.sentences[: sentence.place]):
        role = document.blocks[one.block].role
        goes_on = sentence.text.startswith(_GOES_ON) and one.block >= sentence.block - 1
        near = one.block == sentence.block or role in ("subhead", "headline") or goes_on
        named = _told_of(document, one, work) if near else []
        if named:
            return named[-1].seasons
        if role == "subhead" and one.block != sentence.block:
            break
    return ()


def season_at(document: Document, start: int, end: int) -> int | None:
    """Return the one season that words at this place are about, the last of several."""
    seasons = seasons_at(document, start, end)
    return seasons[-1] if seasons else None
