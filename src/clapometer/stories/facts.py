"""The kinds of facts that stories tell and no other room has: what was printed, as printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clapometer.facts.fields import Amount, Choice, Day, Prose, Text, Whole
from clapometer.facts.kinds import FactKind, register

CHARTED = {
    "rank": "its place, 1 is the first",
    "countries": "in how many countries it was charted, or led",
    "top": "that it was among the first so many",
    "songs": "how many songs of it were charted",
}
"""What the number of a chart says."""
BOUNDS = {
    "exactly": "so many",
    "at least": "so many or more",
    "at most": "so many or fewer",
    "about": "roughly so many",
}
"""What the words around a number say of the true one."""
DATES = {
    "finale": "the last episode of a season or of all",
    "episode": "an episode",
    "trailer": "a trailer",
    "production start": "filming begins",
    "production end": "filming is over",
    "event": "another day that concerns the work",
}
"""What happens on a reported day, beside the release."""
MAKERS = {
    "studio": "a studio that makes it",
    "production company": "a company that produces it",
    "distributor": "a company that sells or distributes it",
}
"""What a company does for a work that it does not show."""
_SHOWN = 80


def _shown(text: object) -> str:
    told = " ".join(str(text or "(words erased)").split())
    return told if len(told) <= _SHOWN else f"{told[: _SHOWN - 1].rstrip()}…"


def _noted(*notes: object) -> str:
    given = ", ".join(str(note) for note in notes if note)
    return f" ({given})" if given else ""


def _bounded(said: Mapping[str, Any], number: str) -> str:
    bound = said.get("bound", "exactly")
    return number if bound == "exactly" else f"{bound} {number}"


def _grouped(amount: str) -> str:
    whole, point, rest = amount.partition(".")
    return f"{int(whole):,}{point}{rest}"


def _chart_line(said: Mapping[str, Any]) -> str:
    value, lowest = said["value"], said.get("lowest")
    told = {
        "rank": f"number {value}" + (f" to {lowest}" if lowest else ""),
        "countries": f"in {_bounded(said, str(value))} countries",
        "top": f"in the top {value}",
        "songs": f"{_bounded(said, str(value))} songs",
    }[said["says"]]
    return f"{told} on {said['chart']}{_noted(said.get('place'), said.get('period'))}"


def _number_line(said: Mapping[str, Any]) -> str:
    told = f"{_bounded(said, _grouped(said['value']))} {said['unit']}"
    subject = f"{said['subject']}: " if said.get("subject") else ""
    notes = (said.get("metric"), said.get("platform"), said.get("place"), said.get("period"))
    return f"{subject}{told}{_noted(*notes)}"


def _takings_line(said: Mapping[str, Any]) -> str:
    told = _bounded(said, f"{_grouped(said['value'])} {said['currency']}")
    return f"took {told}{_noted(said.get('place'), said.get('period'))}"


def _date_line(said: Mapping[str, Any]) -> str:
    what = said.get("what") or said["event"]
    return f"{what} on {said['date']}{_noted(said.get('place'), said.get('carrier'))}"


_VALUE = Amount(
    name="value",
    label="Number",
    means="the number, in ones",
    example="4.3 billion",
    required=True,
)
_BOUND = Choice(
    name="bound",
    label="Bound",
    means="what the words around the number say of the true one",
    example="at least",
    table=BOUNDS,
)
_PLACE = Text(
    name="place",
    label="Place",
    means="in which country or countries, as printed; empty for everywhere or where none is named",
    example="the United Kingdom",
)
_PERIOD = Text(
    name="period",
    label="Period",
    means="of which week, weekend or stretch of time, as printed",
    example="its first weekend",
)
CHART_PLACE = FactKind(
    name="chart-place",
    title="Chart place",
    means="a place on a chart as somebody reported it",
    fields=(
        Text(
            name="chart",
            label="Chart",
            means="the chart, as reported",
            example="the Made-up Stream top ten",
            required=True,
        ),
        Choice(
            name="says",
            label="Counts",
            means="what the number says",
            example="rank",
            table=CHARTED,
            required=True,
        ),
        Whole(
            name="value",
            label="Number",
            means="the place, or how many",
            example="1",
            least=1,
            most=99_999,
            required=True,
        ),
        Whole(
            name="lowest",
            label="Lowest place",
            means="the lowest place of a span of places",
            example="3",
            least=1,
            most=99_999,
        ),
        _BOUND,
        _PLACE,
        _PERIOD,
    ),
    line=_chart_line,
    moment="when it was reported",
)
REPORTED_NUMBER = FactKind(
    name="reported-number",
    title="Reported number",
    means="a number as somebody reported it, where no counter is kept of it",
    fields=(
        _VALUE,
        Text(
            name="unit",
            label="Unit",
            means="what is counted",
            example="views",
            required=True,
            longest=60,
        ),
        _BOUND,
        Text(
            name="metric",
            label="Exactly",
            means="what exactly is counted, as printed",
            example="views in its first four days",
        ),
        Text(
            name="subject",
            label="Of",
            means="whose or of what the number is, where it is not the work's own",
            example="#saltroad",
        ),
        Text(
            name="platform",
            label="Where",
            means="where it was counted",
            example="Made-up Video",
        ),
        _PLACE,
        _PERIOD,
    ),
    line=_number_line,
    moment="when it was reported",
)
TAKINGS = FactKind(
    name="takings",
    title="Takings",
    means="what tickets brought in, as somebody reported it",
    fields=(
        _VALUE,
        Text(
            name="currency",
            label="Currency",
            means="the currency, in three letters",
            example="USD",
            required=True,
            longest=3,
        ),
        _BOUND,
        _PLACE,
        _PERIOD,
    ),
    line=_takings_line,
    moment="when it was reported",
)
CERTIFICATION = FactKind(
    name="certification",
    title="Certification",
    means="a badge that somebody else gave the work",
    fields=(
        Text(
            name="badge",
            label="Badge",
            means="the badge, as printed",
            example="Made-up Gold",
            required=True,
        ),
        Text(
            name="printed_by",
            label="Given by",
            means="the aggregator that gives it",
            example="A Made-up Aggregator",
            required=True,
        ),
    ),
    line=lambda said: f"“{said['badge']}” by {said['printed_by']}",
    moment="when it was said to be held",
)
PRINTED_CONSENSUS = FactKind(
    name="printed-consensus",
    title="Consensus elsewhere",
    means="what critics agree on, as another site puts it; never the consensus of this one",
    fields=(
        Prose(
            name="text",
            label="Text",
            means="the consensus as printed, word for word",
            example="A harbour that was made up, and worth the ferry.",
            required=True,
            sealed=True,
            longest=1_000,
        ),
        Text(
            name="printed_by",
            label="Printed by",
            means="the aggregator that printed it",
            example="A Made-up Aggregator",
            required=True,
        ),
    ),
    line=lambda said: f"“{_shown(said.get('text'))}”, as printed by {said['printed_by']}",
    moment="when it was printed so",
)
QUOTATION = FactKind(
    name="quotation",
    title="Quotation",
    means="what somebody said of the work, word for word",
    fields=(
        Prose(
            name="words",
            label="Words",
            means="the words, as printed",
            example="We made all of it up.",
            required=True,
            sealed=True,
            longest=1_000,
        ),
        Text(
            name="speaker",
            label="Speaker",
            means="who said them",
            example="Kit Made-up",
            required=True,
        ),
        Text(
            name="venue",
            label="Venue",
            means="to whom or where",
            example="the Made-up Gazette",
        ),
    ),
    line=lambda said: (
        f"“{_shown(said.get('words'))}”, {said['speaker']}{_noted(said.get('venue'))}"
    ),
    moment="when it was said or published",
)
MAKER = FactKind(
    name="maker",
    title="Maker",
    means="a company that makes or sells the work",
    fields=(
        Text(
            name="name",
            label="Name",
            means="the company",
            example="Made-up Pictures",
            required=True,
        ),
        Choice(
            name="role",
            label="Role",
            means="what it does",
            example="studio",
            table=MAKERS,
            required=True,
        ),
    ),
    line=lambda said: f"{said['role']}: {said['name']}",
    moment="when it was said",
)
REPORTED_DATE = FactKind(
    name="reported-date",
    title="Reported date",
    means="the day of something that concerns the work, beside its release",
    fields=(
        Choice(
            name="event",
            label="Event",
            means="what happens",
            example="finale",
            table=DATES,
            required=True,
        ),
        Text(
            name="what",
            label="In words",
            means="what happens, as printed",
            example="the last episode of season 2",
        ),
        Day(
            name="date",
            label="Date",
            means="the day, month or year",
            example="2026-09-01",
            required=True,
        ),
        _PLACE,
        Text(
            name="carrier",
            label="Carrier",
            means="on which network, streamer or channel",
            example="Made-up Stream",
        ),
    ),
    line=_date_line,
    moment="when it was reported",
)
FACT_KINDS = (
    CHART_PLACE,
    REPORTED_NUMBER,
    TAKINGS,
    CERTIFICATION,
    PRINTED_CONSENSUS,
    QUOTATION,
    MAKER,
    REPORTED_DATE,
)


def register_kinds() -> None:
    """Make the kinds known to the room of facts."""
    for kind in FACT_KINDS:
        register(kind)
