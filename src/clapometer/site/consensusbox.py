"""The section of the critics' consensus: word for word, with the score it was written at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from clapometer.facts.reading import Fact
from clapometer.reviews.consensus import CONSENSUS, REASONS, consensus_from
from clapometer.reviews.scores import score_of

from .about.marks import fact_url
from .addresses import absolute, fact_address
from .asking import query_of, text_of
from .factwords import spoken_when
from .workpage import WorkRecord


class ConsensusWords(NamedTuple):
    """A text with who wrote it when, at which score; `url` is the page of the fact."""

    text: str
    author: str
    when: str
    score: str
    url: str
    quote_url: str


def read_consensus(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the text in force and those before it; None where there is none."""
    asked = record.asked
    versions = record.kin.own(CONSENSUS.name)
    if not versions:
        return None
    # The reader may look through another rule; the flag is about the rule of the site.
    now = record.result
    if asked.rule_named:
        now = score_of(record.work, at=asked.at, known=asked.known)
    found = consensus_from(versions, now)
    told = [_words(fact, record.recorded_at, asked.known) for fact in reversed(found.versions)]
    return {
        "now": told[0],
        "earlier": told[1:],
        "reasons": [gettext(REASONS[name]) for name in found.reasons],
    }


def _words(fact: Fact, recorded_at: int, known: int | None) -> ConsensusWords:
    said = fact.said
    fixed = query_of(known=text_of(recorded_at if known is None else known))
    return ConsensusWords(
        text=str(said["text"]),
        author=str(said.get("author", "")),
        when=spoken_when(fact),
        score=_score(said["written_at"]),
        url=fact_url(fact.id, known),
        quote_url=absolute(fact_address(fact.id, fixed)),
    )


def _score(stated: Mapping[str, object]) -> str:
    """Return the score that it was written at: 97 %, from 37 reviews."""
    count = stated["count"]
    assert isinstance(count, int)
    if stated["printed"] is None:
        return ngettext("no score yet, %(n)d review", "no score yet, %(n)d reviews", count) % {
            "n": count
        }
    return ngettext("%(score)s, from %(n)d review", "%(score)s, from %(n)d reviews", count) % {
        "score": stated["shown"], "n": count,
    }  # fmt: skip
