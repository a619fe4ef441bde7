"""The kinds of entries about charts and about the points of counters."""

from __future__ import annotations

from datetime import date

from clapometer.ledger.kinds import EntryKind

# What an entry tells of one line of a chart, in the order of its list. Lists and not objects,
# because a chart is ten lines of the same few things.
LINE = {
    "rank": "the place, from 1",
    "show": "the title as printed",
    "season": "the season as printed, empty for films",
    "hours": "hours viewed as published, or null",
    "views": "views as published, or null; never worked out from the hours",
    "runtime": "its length in ten-thousandths of an hour as published, or null",
    "weeks": "how many weeks it has been on the chart, as published, or null",
    "staggered": "whether its episodes appear in parts, as published, or null; left out by lists "
    "taken in before this was kept",
}
_LINES = "a list for each line, with " + ", ".join(LINE)
# What an entry tells of one number of a counter, in the order of its list.
POINT = {
    "as of": "the day (of UTC; the last one of a period) or the instant",
    "value": "a whole number, or the text of an exact decimal one",
    "bound": "`≥`, `~` or `≤`; left out where the number is exact",
}
_POINTS = "a list for each, with " + ", ".join(POINT)
ENTRY_KINDS = {
    "chart.listed": EntryKind(
        "a chart was published",
        {
            "publication": "who publishes it, see below",
            "form": "which of its charts",
            "territory": "the country in two letters, empty for the whole world",
            "category": "the list as printed, such as `TV (English)`",
            "week": "the Sunday that ends the week; empty for a chart that is of no week",
            "days": "over how many first days the numbers run, or null",
            "lines": _LINES,
        },
    ),
    "chart.corrected": EntryKind(
        "the publisher restated lines of a chart",
        {
            "lines": f"the lines as they are now: {_LINES}",
            "before": "the same places as they were, in the same form; a place that is new is not "
            "in it",
            "gone": "places that are no longer on the chart",
        },
    ),
    "chart.undone": EntryKind(
        "the entry that told the chart was taken back", {"reason": "why, in public"}
    ),
    "points.told": EntryKind(
        "numbers of a counter were told, as many as one fetch or one file has",
        {"points": _POINTS, "source": "who says so", "link": "where it stands"},
    ),
    "points.restated": EntryKind(
        "numbers of a counter were corrected, by their publisher or by an editor, or taken back",
        {
            "points": f"the numbers as they are now: {_POINTS}",
            "before": "the numbers as they were, in the same form; what is not told anew is gone",
            "source": "who says so",
            "link": "where it stands",
            "reason": "why, in public; empty where a later fetch said otherwise",
        },
    ),
    "chart.matched": EntryKind(
        "a title on the charts of a publication was said to be a work of the catalogue",
        {
            "publication": "who publishes the chart",
            "show": "the title as printed",
            "season": "the season as printed, empty for films",
            "film": "whether it stood on a list of films",
            "work": "the number of the work; null takes the match back",
        },
    ),
}
PUBLICATIONS = {
    "netflix-top10": "Netflix Top 10 (netflix.com/tudum/top10), weeks from Monday to Sunday",
}
FORMS = {
    "global": "the ten most watched of each list in the whole world",
    "countries": "the ten most watched of each list in one country",
    "most-popular": "the most watched of all time, over their first 28 or 91 days",
}
# By what the lists of a publication are ranked, and from which day on; places on two sides mean
# different things (netflix.com/tudum/top10/about).
RANKED_BY = {
    "netflix-top10": (
        (date(2021, 6, 28), "by hours viewed in the week"),
        (date(2023, 6, 12), "by views: hours viewed divided by the runtime"),
    ),
}
# Ways of counting the countries of a work.
COUNTRIES = {
    "ever": "distinct countries over all weeks so far",
    "last_week": "distinct countries in the last week that the country lists tell of it",
    "at_once": "most distinct countries in any one week",
}
