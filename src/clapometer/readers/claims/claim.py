"""A claim: one statement of a story, with the words it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS: dict[str, str] = {
    "review_score": "a score of critics or of the audience, or a grade of one outlet",
    "certification": "a badge that an aggregator gives, such as Certified Fresh",
    "consensus": "the critics' consensus that an aggregator prints, word for word",
    "renewal": "a further season was ordered, or the show was revived",
    "cancellation": "the show was ended before its makers wanted",
    "order": "a new work was ordered or is being made: a series, sequel, prequel, spin-off, remake",
    "ended": "the last season, film or episode",
    "premiere": "a day on which something comes out, or that none was given yet",
    "chart": "a place on a chart, a number of countries, or a place among the first N",
    "count": "a number of views, viewers, hours, followers, episodes, per cent",
    "box_office": "what tickets brought in, in US dollars",
    "cast": "who plays in the work, and whom",
    "creator": "who made the work, and as what",
    "source_work": "what the work is based on",
    "platform": "the network, streamer or studio that carries or makes the work",
    "synopsis": "a sentence that tells what the work is about",
    "topics": "the tags that the story bears",
    "quotation": "words that somebody said, with who and where",
}
"""The kinds of claims, as in the format of the labelled stories that readers are measured on."""
MODALITIES: dict[str, str] = {
    "current": "stated as holding now",
    "at_debut": "held at the debut",
    "former": "no longer holds",
    "reported": "a report of the past or of a third party",
    "confirmed": "stated as a fact, or by the party itself",
    "speculated": "teased, expected, projected",
    "denied": "said not to be so",
    "undecided": "said not to be announced or decided",
}
"""How a claim is stated."""
FIELDS: dict[str, str] = {
    "unit": "what the value counts: %, /100, grade, rank, countries, views, USD, date …",
    "aggregator": "who adds the reviews up; nobody for the rating of one outlet",
    "outlet": "whose own rating it is",
    "side": "critics or audience",
    "review_count": "from how many reviews",
    "superseded_by": "the score that took its place",
    "said_by": "who says so",
    "detail": "what else is said of it in a word",
    "event": "what comes out: premiere, release, finale, trailer, part 1, episode 3 …",
    "platform": "where",
    "place": "in which country or countries",
    "chart": "which chart",
    "period": "which week, weekend or stretch of time",
    "rank_max": "the lowest place of a span of places",
    "metric": "what exactly is counted",
    "subject": "whose or of what, where it is not the work's own",
    "bound": "=, ≥, ≤ or ~: what the words around the number say of the true one",
    "role": "whom a person plays, or as what a person or company took part",
    "author": "whose work the source is",
    "type": "what the source is: novel, graphic novel, video game …",
    "exclusive": "true, where it can be seen nowhere else",
    "speaker": "who said the words",
    "venue": "to whom or where",
}
"""Further fields of a claim, each only where it applies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of a story.

    `span` is the start and the end (exclusive) of its words in code points of the whole text.
    `value` is a number, a text, a list of tags, or None where nothing is said yet. `confidence`
    is a calibrated probability that the claim is stated so; `rule` names the row of the grammar
    that found it. `fields` holds what else is said, by the names of FIELDS.
    """

    kind: str
    work: str | None
    season: int | None
    value: Any
    modality: str
    span: tuple[int, int]
    rule: str
    seasons: tuple[int, ...] = ()
    as_of: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    confidence: float = 0.5

    def as_json(self, text: str) -> dict[str, Any]:
        """Return the claim as an object of the format, with its quote out of the text."""
        told: dict[str, Any] = {"kind": self.kind, "work": self.work, "season": self.season}
        if len(self.seasons) > 1:
            told["seasons"] = list(self.seasons)
        told["value"] = self.value
        told.update({name: said for name, said in self.fields.items() if said is not None})
        told |= {"modality": self.modality, "as_of": self.as_of}
        start, end = self.span
        told |= {"quote": text[start:end], "span": [start, end]}
        return told | {"confidence": round(self.confidence, 3), "rule": self.rule}
