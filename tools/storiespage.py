"""The reference of stories: what claims become, how sure they are, when facts disagree."""

from __future__ import annotations

from collections.abc import Callable

from clapometer.readers.claims.claim import KINDS, MODALITIES
from clapometer.scoring.tables import markdown


def texts() -> dict[str, Callable[[], str]]:
    """The tables of this page by name; Django has to be loaded, for rooms register their kinds."""
    return {
        "claim-records": _records,
        "claim-certainties": _certainties,
        "story-agreements": _agreements,
    }


def _records() -> str:
    from clapometer.desk.claims.records import RECORDS

    rows = [
        (f"`{name}`", KINDS[name], ", ".join(f"`{one}`" for one in record.facts) or "the story",
         "the season" if record.of_season else "", record.how)
        for name, record in RECORDS.items()
    ]  # fmt: skip
    return markdown(("claim", "what the story states", "becomes", "said of", "how"), rows)


def _certainties() -> str:
    from clapometer.desk.claims.certainty import CERTAINTIES, STATED

    rows = [
        (f"`{name}`", means, f"`{CERTAINTIES[name]}`", "yes" if name in STATED else "no")
        for name, means in MODALITIES.items()
    ]
    return markdown(("modality", "meaning", "an announcement of it is", "can be a fact"), rows)


def _agreements() -> str:
    from clapometer.stories.agreeing import AGREEMENTS

    rows = []
    for name, one in AGREEMENTS.items():
        when = "always" if one.days is None else f"within {one.days} days" if one.days else "a day"
        if one.period:
            when += f", or of the same `{one.period}`"
        same, value = (", ".join(f"`{field}`" for field in each) for each in (one.same, one.value))
        rows.append((f"`{name}`", same, when, value + (" the day" if one.when else "")))
    return markdown(("kind of fact", "same thing: equal", "said at", "has to agree"), rows)
