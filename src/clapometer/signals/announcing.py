"""The kind of fact that an announcement is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from clapometer.facts.fields import Choice, Day, Text, Wholes
from clapometer.facts.kinds import FactKind

from .statuses.stages import CERTAINTIES, Certainty
from .statuses.vocabulary import NEEDS, STATUSES, Status, lacks

SPEAKERS = {
    "company": "a streamer, network, studio or distributor",
    "person": "one person, such as an author or an actor",
    "publication": "a newspaper, magazine or site",
}
"""Who can say it."""
MOST_SEASONS = 50
_FIELD_OF = {"a date": "date", "a carrier": "carrier"}


def _named(words: Mapping[str, Status] | Mapping[str, Certainty]) -> dict[str, str]:
    """Return the words of a table for a list to choose from, found by their first letters."""
    return {name: f"{name.replace('-', ' ')}: {one.means}" for name, one in words.items()}


def _check(said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    if len(said.get("seasons", ())) > MOST_SEASONS:
        return (("seasons", f"An announcement names at most {MOST_SEASONS} seasons."),)
    given = (said.get("seasons", ()), said.get("date", ""), said.get("carrier", ""))
    lack = lacks(said["status"], *given)
    if not lack:
        return ()
    word = said["status"]
    return ((_FIELD_OF.get(lack, "seasons"), f"“{word}” names {NEEDS[lack]}, which is missing."),)


def seasons_named(seasons: Iterable[int]) -> str:
    """Return seasons in a few words: season 2, seasons 2 and 3; "" for none."""
    numbers = [str(number) for number in seasons]
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"season {numbers[0]}"
    return f"seasons {', '.join(numbers[:-1])} and {numbers[-1]}"


def _line(said: Mapping[str, Any]) -> str:
    certainty = CERTAINTIES[said["certainty"]].word
    named = seasons_named(said.get("seasons", ()))
    words = [f"{named} {STATUSES[said['status']].word}".strip()]
    words += [f"for {said['date']}"] if said.get("date") else []
    words += [f"on {said['carrier']}"] if said.get("carrier") else []
    by = f", by {said['by']}" if said.get("by") else ""
    return f"{' '.join(words)}, {certainty}{by}"


ANNOUNCEMENT = FactKind(
    name="announcement",
    title="Announcement",
    means="somebody said what becomes of the work, or of seasons of it",
    fields=(
        Choice(
            name="status",
            label="Status",
            means="what was said, a word of the table of statuses",
            example="two-season-renewal",
            required=True,
            table=_named(STATUSES),
        ),
        Choice(
            name="certainty",
            label="Certainty",
            means="how sure it is",
            example="official",
            required=True,
            table=_named(CERTAINTIES),
        ),
        Wholes(
            name="seasons",
            label="Seasons",
            means="which seasons it is about; empty for the work as a whole",
            example="2 and 3",
            least=1,
        ),
        Text(
            name="by",
            label="Said by",
            means="the company or person that said it",
            example="Made-up Stream",
        ),
        Choice(
            name="speaker",
            label="Kind of speaker",
            means="what said it is",
            example="company",
            table=SPEAKERS,
        ),
        Day(
            name="date",
            label="Date of release",
            means="the day, month or year that was announced",
            example="2023-08-03",
        ),
        Text(
            name="carrier",
            label="Carrier",
            means="the network, streamer or distributor that was announced",
            example="Another Made-up Stream",
        ),
        Day(
            name="effective",
            label="Takes effect",
            means="from when it holds, if that is later than it was said",
            example="2022-06-01",
        ),
        Text(
            name="words",
            label="In words",
            means="as it was said, word for word",
            example="Two more, and that is that.",
            longest=500,
            sealed=True,
        ),
    ),
    line=_line,
    moment="when it was said",
    check=_check,
)
