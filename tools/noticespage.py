"""The page about notices: their kinds, which moments and which facts are told."""

from __future__ import annotations

from collections.abc import Callable

from clapometer.scoring.tables import markdown

DAY, HOUR, MINUTE = 86_400, 3_600, 60


def texts() -> dict[str, Callable[[], str]]:
    """The tables of this page by name; Django has to be loaded."""
    return {
        "notice-kinds": _kinds,
        "notice-moments": _moments,
        "notice-facts": _facts,
        "notice-rearmed": _rearmed,
    }


def _span(seconds: int) -> str:
    for unit, word in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds and seconds % unit == 0:
            many = seconds // unit
            return f"{many} {word}{'' if many == 1 else 's'}"
    return "–"


def _kinds() -> str:
    from clapometer.alerts.kinds import CHOSEN

    rows = [
        (f"`{one.name}`", one.means, _span(one.settles), _span(one.fresh), _span(one.fold),
         one.urgency)
        for one in CHOSEN
    ]  # fmt: skip
    return markdown(("kind", "what it tells", "settles", "fresh for", "folds", "urgency"), rows)


def _moments() -> str:
    from clapometer.alerts.notices.tellings import TELLINGS

    rows = [
        (f"`{name}`", one.kind or f"nobody is told: {one.why}", one.family or "–", one.state or "–")
        for name, one in TELLINGS.items()
    ]
    return markdown(("moment", "told as", "family", "state"), rows)


def _facts() -> str:
    from clapometer.alerts.kinds import KINDS
    from clapometer.alerts.notices.sources.facts import FACTS

    rows = [
        (f"`{name}`", one.kind, _span(one.fresh or KINDS[one.kind].fresh),
         "yes, by a person" if one.undated else "no")
        for name, one in FACTS.items()
    ]  # fmt: skip
    return markdown(("fact", "told as", "fresh for", "told without a date"), rows)


def _rearmed() -> str:
    from clapometer.alerts.notices.thresholds import REARMED
    from clapometer.alerts.targets import CONDITIONS

    rows = [
        (f"`{sign}`", CONDITIONS[sign].title,
         "never" if after is None else f"after {_span(after // 1_000_000)}")
        for sign, after in REARMED.items()
    ]  # fmt: skip
    return markdown(("sign", "condition", "told again"), rows)
