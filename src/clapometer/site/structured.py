"""What a page says to machines: schema.org data as JSON-LD."""

from __future__ import annotations

import json

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from clapometer.catalogue.models import Work
from clapometer.scoring.rules import Rule, Score

from .addresses import absolute, work_address

TYPES = {"film": "Movie", "series": "TVSeries", "season": "TVSeason", "episode": "TVEpisode"}
# The property by which a part names what it belongs to.
PART_OF = {"season": "partOfSeries", "episode": "partOfSeason"}
NUMBER = {"season": "seasonNumber", "episode": "episodeNumber"}
NAMES = {
    "verdicts": "Share of positive reviews by critics, in per cent",
    "grades": "Mean grade of reviews by critics",
}
# As Django's json_script does it: no text can end the script element or begin a comment in it.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def work_data(work: Work, rule: Rule, score: Score | None) -> dict[str, object]:
    """Return the schema.org object of a work; with its rating where a score is printed."""
    data = {"@context": "https://schema.org", **_thing(work)}
    if work.year:
        data["datePublished"] = str(work.year)
    if work.parent and work.kind in PART_OF:
        data[PART_OF[work.kind]] = _thing(work.parent)
    if work.number is not None and work.kind in NUMBER:
        data[NUMBER[work.kind]] = work.number
    if score is not None and score.printed is not None:
        data["aggregateRating"] = _rating(rule, score)
    return data


def _thing(work: Work) -> dict[str, object]:
    return {
        "@type": TYPES.get(work.kind, "CreativeWork"),
        "name": work.label,
        "url": absolute(work_address(work)),
    }


def _rating(rule: Rule, score: Score) -> dict[str, object]:
    return {
        "@type": "AggregateRating",
        "name": NAMES[rule.measure.of],
        "ratingExplanation": f"Computed under the rule {rule.name} of {rule.dated}.",
        "ratingValue": rule.printing.number(score.printed or 0),
        "bestRating": rule.printing.out_of,
        "worstRating": 0,
        "reviewCount": rule.measure.counted(score.tally),
        "author": {"@type": "Organization", "name": settings.SITE["name"]},
    }


def as_script(data: dict[str, object]) -> SafeString:
    """Return the data as JSON that is safe inside a script element."""
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(text)  # noqa: S308 -- every character that HTML knows is escaped above.
