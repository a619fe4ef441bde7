"""A labelled story: its text, its claims, and which readings its labels can judge."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .comparing import Claim, bare, title

Span = tuple[int, int]
JUDGED_EVERYWHERE = ("review_score", "certification", "consensus")
JUDGED_OF_MAIN_WORKS = (
    "renewal", "cancellation", "order", "ended", "premiere", "chart", "count",
)  # fmt: skip
EVENTS = ("premiere", "release", "finale")
UNITS = ("views", "viewers", "hours", "minutes", "followers", "subscribers", "impressions")
NOT_ON_SCREENS = re.compile(
    r"box.?office|gross|theat|\bsongs?\b|\bsingles?\b|album|music|billboard|hot 100|spotify"
    r"|\bpoll\b|imdb|rotten"
)
ON_SCREENS = re.compile(
    r"stream|\btv\b|televis|netflix|nielsen|top (?:10|ten)|prime.?time|late.?night|overnight"
    r"|ratings|\bview|watched|broadcast|barb|\bbbc\b|\bitv\b|iplayer|channel 4|justwatch"
    r"|\b(?:abc|cbs|nbc|fox|hbo|max|hulu|peacock|starz|showtime)\b|disney\+|paramount\+"
    r"|apple tv|prime video|flixpatrol|reelgood|samba"
)


@dataclass(frozen=True)
class Labelled:
    """A story with its labels; `name` is the name of its files."""

    name: str
    text: str
    told: dict[str, Any]

    @property
    def claims(self) -> list[Claim]:
        """The labelled claims."""
        return list(self.told["claims"])

    @property
    def group(self) -> str:
        """What it is about first: stories of one work are never parted when rules are fitted."""
        return title(next(iter(self.told["main_works"]), self.name))

    @property
    def held_back(self) -> bool:
        """Whether it is held back while rules are written: one in three, by its name's SHA-256."""
        if self.told.get("text_origin", {}).get("dataset", "").startswith("made up"):
            return False
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 3 == 0

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        works = {*self.told["main_works"], *(one["work"] for one in self.claims)}
        aliases = self.told.get("aliases", {})
        return {work: {*map(title, (work, *aliases.get(work, ())))} for work in works}

    def names(self, work: str) -> set[str]:
        """Return what a work may be called."""
        return self._names[work]

    @cached_property
    def main(self) -> set[str]:
        """What the works it is about may be called."""
        return {name for work in self.told["main_works"] for name in self._names[work]}

    def spans(self, gold: Claim) -> list[Span]:
        """Return every place that states a labelled claim."""
        return [at for quote in (gold["quote"], *gold.get("also", ())) for at in self.places(quote)]

    def places(self, quote: str) -> list[Span]:
        """Return every place of a quotation, whatever the blanks between its words."""
        pattern = r"\s+".join(map(re.escape, quote.split()))
        if not pattern:
            return []
        return [one.span(1) for one in re.finditer(f"(?=({pattern}))", self.text)]

    def judges(self, read: Claim) -> bool:
        """Return whether the labels are complete for such a claim: if it is not among them, it is
        wrong."""
        if read["kind"] in JUDGED_EVERYWHERE:
            return True
        if read["kind"] not in JUDGED_OF_MAIN_WORKS or title(read["work"]) not in self.main:
            return False
        if read["kind"] == "premiere":
            return bare(read.get("event") or "premiere") in EVENTS
        if read["kind"] == "count":
            return bare(read.get("unit")) in UNITS
        return read["kind"] != "chart" or _on_screens(read)


def _on_screens(read: Claim) -> bool:
    if bare(read.get("unit")) == "songs":
        return False
    named = bare(" ".join(str(read[name]) for name in ("chart", "platform") if read.get(name)))
    if NOT_ON_SCREENS.search(named):
        return False
    return not named or ON_SCREENS.search(named) is not None


def labelled_in(folder: Path) -> list[Labelled]:
    """Return the labelled stories of a folder, in order of their names."""
    return [
        Labelled(
            one.stem,
            one.with_suffix(".txt").read_bytes().decode("utf-8"),
            json.loads(one.read_text(encoding="utf-8")),
        )
        for one in sorted(folder.glob("*.json"))
    ]
