"""A review as a page shows it: nothing converted, each field with where it was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ReviewFound:
    """One review. Texts that were not found are "", `year` and `positive` None.

    `kind` is film, series, season, episode or "" (something else: `about` has the page's own word
    for what is reviewed, such as VideoGame). `grade` is as printed (`87/100`, `★★★½`, `B+`), and
    `assumed` names what was not said and is a guess (`best`: the top of the scale). `positive` is
    only set where the page itself gives a verdict, and `verdict` holds its words; a grade is never
    turned into one here. `identifiers` are of the work (`imdb:tt0111161`). `found` tells for each
    field where it was found, `confidence` from 0 to 1 how sure it is that a critic wrote it.
    """

    work: str = ""
    year: int | None = None
    kind: str = ""
    about: str = ""
    identifiers: tuple[str, ...] = ()
    critic: str = ""
    outlet: str = ""
    grade: str = ""
    positive: bool | None = None
    verdict: str = ""
    published: str | None = None
    link: str = ""
    quote: str = ""
    confidence: float = 0.0
    assumed: tuple[str, ...] = ()
    found: Mapping[str, str] = field(default_factory=dict)

    @property
    def verdict_by(self) -> str:
        """Where the verdict comes from: `given_by_critic`, or "" where the page gives none."""
        return "" if self.positive is None else "given_by_critic"

    def as_json(self) -> dict[str, Any]:
        """Return the review as an object that `json` writes and `from_json` reads back."""
        told = asdict(self)
        told["identifiers"], told["assumed"] = list(self.identifiers), list(self.assumed)
        told["found"] = dict(self.found)
        return {**told, "verdict_by": self.verdict_by}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> ReviewFound:
        """Return the review that `as_json` wrote."""
        plain = {name: value for name, value in told.items() if name != "verdict_by"}
        plain["identifiers"] = tuple(told["identifiers"])
        plain["assumed"] = tuple(told["assumed"])
        return cls(**plain)
