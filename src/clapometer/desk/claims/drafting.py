"""From a claim to what would be recorded: the kind of fact, and its fields as they are typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from clapometer.catalogue.models import Work
from clapometer.facts.days import When, shown_day
from clapometer.facts.fields import FieldRefused
from clapometer.facts.kinds import kind_named
from clapometer.readers.claims.claim import Claim
from clapometer.readers.text import clean_prose
from clapometer.stories.topics import read_topics

from ..reviewtyping import zone_of_site
from . import announced, involved, numbered, printed
from .records import TOPICS
from .telling import Telling, Typed, plain

Made = Callable[[Telling], tuple[str, Typed]]
MADE: dict[str, Made] = {
    "review_score": printed.score,
    "certification": printed.certification,
    "consensus": printed.consensus,
    "renewal": announced.renewal,
    "cancellation": announced.cancellation,
    "order": announced.order,
    "ended": announced.ended,
    "premiere": announced.premiere,
    "chart": numbered.chart,
    "count": numbered.count,
    "box_office": numbered.takings,
    "cast": involved.cast,
    "creator": involved.creator,
    "source_work": involved.source_work,
    "platform": involved.platform,
    "synopsis": printed.synopsis,
    "quotation": printed.quotation,
}
"""What makes a record of each kind of claim that states a fact."""
LONGEST_PRINTED = 300


class Said(TypedDict):
    """What a proposal of a claim would record: `typed` holds the fields of the fact as texts.

    `record` is the kind of fact, or TOPICS. `work` is the number of the work, like w17, "" where
    it is not known which; `title` is how the story calls it. `add`: as what it is to be added.
    """

    claim: str
    record: str
    title: str
    work: str
    add: str
    season: int | None
    modality: str
    printed: str
    typed: dict[str, str]


def said_of(claim: Claim, work: Work | None, published: str) -> Said:
    """Return what a claim would record about a work (None: which one is not known).

    `published` is the day or instant of its story, "" where it is unknown.
    """
    told = Telling(claim, published, _released(work))
    if claim.kind == TOPICS:
        typed = {"topics": "; ".join(read_topics(_listed(claim.value)))}
        record, made = TOPICS, typed
    else:
        record, made = MADE[claim.kind](told)
    return Said(
        claim=claim.kind,
        record=record,
        title=clean_prose(told.claim.work or "")[:LONGEST_PRINTED],
        work=work.public_id if work else "",
        add="",
        season=claim.season,
        modality=claim.modality,
        printed=_printed(told),
        typed=fitting(record, made),
    )


def fitting(record: str, typed: Mapping[str, str]) -> dict[str, str]:
    """Return the fields without those that say nothing and those that cannot be read and need not
    be: a word of a story that the record has no place for is left out, not asked for."""
    kind = kind_named(record)
    kept = {name: text for name, text in typed.items() if text}
    for field in kind.fields if kind else ():
        text = kept.get(field.name)
        if text and not field.required:
            try:
                field.read(text)
            except FieldRefused:
                del kept[field.name]
    return kept


def _released(work: Work | None) -> str:
    if work is None or work.released is None:
        return ""
    return shown_day(When(work.released, "day"), zone_of_site())


def _printed(told: Telling) -> str:
    """Return the value as the story has it, with its unit."""
    unit = told.text("unit")
    value = told.value
    if unit in ("%", "/100") or unit.startswith("/"):
        return f"{value}{unit}"[:LONGEST_PRINTED]
    named = f"{value} {unit}" if unit and unit not in ("date", "grade", "unquantified") else value
    return named[:LONGEST_PRINTED]


def _listed(value: Any) -> list[str]:
    return [plain(one) for one in value] if isinstance(value, list | tuple) else [plain(value)]
