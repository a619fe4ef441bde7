"""Whose a printed score is: an aggregator named in its sentence, one that the talk of scores goes
on with, or an outlet of its own."""

from __future__ import annotations

import re
from typing import NamedTuple

from clapometer.readers.claims.wording import Wording

from .aggregators import Aggregator, AggregatorNamed, aggregators_in
from .printed_scores import Printed

BACK = 3
"""How many sentences an aggregator that was named holds for."""
_LEAST = 5
"""A bare number below this is no score in per cent."""
_LINE = 45
"""A line no longer than this that ends with a score is one of a list: “Season 1 – 82%”."""
_FAR_BACK = 8
"""How many sentences back “the site” may point."""
ROTTEN_TOMATOES = aggregators_in("Rotten Tomatoes")[0].aggregator
_CINEMASCORE = aggregators_in("CinemaScore")[0].aggregator
_THE_SITE = Wording(
    r"\b(?:the|that|this|same|its)(?: same| very| popular| famous| influential)?"
    r" (?:review(?:s|ing)?[- ])?(?:aggregat(?:or|ion site|ing site)|site|website"
    r"|(?<=review )platform)\b"
    r"|\b(?:certified|certifiably|verified)[- ][“\"‘']?(?:fresh|hot)\b"
    r"|\b(?:fresh|rotten) (?:rating|score|status|badge)\b|(?<=%) (?:fresh|rotten)\b(?! tom)"
    r"|(?<=cent) (?:fresh|rotten)\b(?! tom)",
    re.IGNORECASE,
)
"""Words that mean an aggregator without naming it."""
# One of these stands in all of them: a quick look before the long pattern.
_POINTS = ("site", "aggregat", "fresh", "rotten", "verified", "platform")
_BADGE = re.compile(r"fresh|rotten|hot", re.IGNORECASE)
_CLAUSE = re.compile(r";|, (?:and|but|while|with|whereas)\b|\bwhile\b|\bbut\b")
_APART = 40
_UNUSUAL = 40
_REACH = 220
CARRIES = re.compile(
    r"\b(?:audiences?\b[^.;]{0,25}[:,] \Z|viewers?\b[^.;]{0,25}[:,] \Z|scores?|ratings?"
    r"|of (?:audiences|viewers|moviegoers)|approv\w+|percentage|critics|reviewers"
    r"|reviews|fresh|rotten|rated|meter|audiences?|viewers|fans|public"
    r"|positive|mark|tally|verdict|popcornmeter|averag\w+|perfect"
    r"|(?:stands|sits|dropped|fallen|fell|risen|rose|climbed|dipped|slipped|limped|languish\w*"
    r"|dropping|slipping|falling|dipping|rising|climbing|opened|down|up|stood|landed|settled"
    r"|number|figure|that|holds?|has|boasts?|scor\w+|manag\w+|mustered|got|earned|enjoy\w*|sank"
    r"|slid"
    r"|debut\w*|premier\w*|launch\w*|bowed|start\w*|finish\w*|end(?:ed|s)|went|creeps?|crept"
    r"|tick\w*"
    r"|at|on|its)\b[^.;,]{0,24}\Z)",
    re.IGNORECASE,
)
"""Words by which a per cent sign goes on with the aggregator of a sentence before."""
_PEOPLE = re.compile(
    r"\b(?:fe)?male\b|\b(?:wo)?men\b|latin[oax]|hispanic|\bblack\b|\bwhite\b|\basian|caucasian"
    r"|\baged?\b|\bunder (?:the age|\d)|\bover (?:the age|\d)|\bof the (?:audience|crowd|total)"
    r"|\bshare\b|\bviewership\b|\bvotes?\b|\bweekend\b|\bweek\b|\bticket|\bdrop\b|\bhold\b"
    r"|\bsales\b"
    r"|\bgross",
    re.IGNORECASE,
)
"""Words of who sat in the cinema or of what they paid, not of what they thought."""
_POLLS = frozenset({"CinemaScore", "PostTrak"})
_SOME = re.compile(
    r"\b(?:kids?|parents|families|children|teens?|(?:fe)?males?|(?:wo)?men|under|over|aged"
    r"|those) [^.;,]{0,30}\Z",
    re.IGNORECASE,
)
_AUDIENCE = Wording(
    r"\b(?:audiences?|movie-?goers|film-?goers|cinema-?goers|crowds?|ticket[- ]buyers)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:our |overall |final )*(?:grade|rating|verdict|score):", re.IGNORECASE)
_OWN_GIVER = Wording(
    r"\b(?:critics?|reviews?|reviewers?|reviewed|our|readers|magazine|newspaper|paper|this (?:site"
    r"|outlet|publication)|columnist|verdict)\b",
    re.IGNORECASE,
)
"""Words of somebody who grades for an outlet of its own."""
_GRADE = Wording(r"\bgrade[ds]?\b", re.IGNORECASE)
_GIVEN = Wording(
    r"\b(?:audience|moviegoer|earn|receiv|gave|got|hand|award|slapp|bestow|assign|stamp|graded)"
)
_METER = re.compile(
    r" (?:(?:score|rating|approval|verdict|mark)(?: rating)? )?(?:from|of|with|among) (?:the )?"
    r"(?:critics|audiences)\b"
    r"| (?:\w+ )?(?:critics?['’]?s?|audience|critical|fresh|verified|approval) (?:score|rating"
    r"|approval)",
    re.IGNORECASE,
)
"""Words behind a per cent sign that only one aggregator prints so."""


class Talk:
    """Which aggregators the sentences before spoke of, the last one of each sort of scale."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._last: dict[str, tuple[int, Aggregator]] = {}
        self._latest: tuple[int, Aggregator] | None = None
        self._per_cent: int | None = None
        self._stars: tuple[int, str] | None = None

    def named(self, place: int, aggregator: Aggregator) -> None:
        """Take note of an aggregator that a sentence names or goes on with."""
        self._last[_sort(aggregator)] = self._latest = (place, aggregator)

    def of_unit(self, place: int, unit: str) -> Aggregator | None:
        """Return whose a score of a unit is that a sentence prints without naming anybody."""
        sort = unit if unit in ("%", "grade") else "scale"
        last = self._last.get(sort)
        return last[1] if last is not None and place - last[0] <= BACK else None

    def holds(self, place: int) -> bool:
        """Return whether anything is talked of that prints scores."""
        return self._latest is not None and place - self._latest[0] <= BACK

    def go_on(self, place: int) -> None:
        """Take note that a sentence goes on with the aggregator spoken of last."""
        if self._latest is not None and self.holds(place):
            self.named(place, self._latest[1])

    def said(self, place: int, one: Printed) -> None:
        """Take note of a score that a sentence prints."""
        if one.unit == "%":
            self._per_cent = place
        elif "stars" in one.unit:
            self._stars = place, one.unit

    def stars(self, place: int) -> str | None:
        """Return the unit of the stars that this sentence or the one before prints."""
        return self._stars[1] if self._stars and place - self._stars[0] <= 1 else None

    def as_per_cent(self, one: Printed, named: list[AggregatorNamed], place: int) -> Printed:
        """Return a bare number as per cent, where it goes on with a score in per cent of its
        sentence or of the one before and nobody with another scale is named."""
        if one.unit or self._per_cent is None or place - self._per_cent > 1:
            return one
        others = {_sort(other.aggregator) for other in named} - {"grade"}
        if not others and self._latest is not None:
            others = {_sort(self._latest[1])}
        whole = isinstance(one.value, int) and one.value >= _LEAST
        return one._replace(unit="%") if others == {"%"} and whole else one

    def site(self, place: int) -> Aggregator | None:
        """Return what “the site” means here."""
        last = self._latest
        return last[1] if last is not None and place - last[0] <= _FAR_BACK else None


def _sort(aggregator: Aggregator) -> str:
    usual = aggregator.units[0]
    return usual if usual in ("%", "grade") else "scale"


def named_in(text: str, place: int, talk: Talk) -> list[AggregatorNamed]:
    """Return the aggregators of a sentence in order, those that it only points to as well."""
    found = aggregators_in(text)
    small = text.casefold()
    if not any(part in small for part in _POINTS):
        return found
    for one in _THE_SITE.finditer(text):
        meant = ROTTEN_TOMATOES if _BADGE.search(one[0]) else talk.site(place)
        if meant is not None:
            found.append(AggregatorNamed(meant, *one.span()))
    return sorted(found, key=lambda one: one.start)


class Whose(NamedTuple):
    """Whose a score is, nobody for an outlet's own, and by which rule; no rule: it is none."""

    aggregator: Aggregator | None
    rule: str


_NOBODY = Whose(None, "")


def whose(text: str, one: Printed, named: list[AggregatorNamed], talk: Talk, place: int) -> Whose:
    """Return whose score it is and by which rule: the aggregator with such a scale that is named
    nearest, else the one of the sentences before, else the outlet's own."""
    carried = talk.of_unit(place, one.unit)
    nearest = _nearest(text, one, named)
    if nearest is not None and nearest.aggregator.name in _POLLS and _of_some(text, one):
        return _NOBODY
    if nearest is not None and not (carried and _is_strange(text, one, nearest)):
        sort = {"%": "per cent", "grade": "grade"}.get(one.unit, "of a scale")
        return Whose(nearest.aggregator, f"score: {sort} at {nearest.aggregator.name}")
    if one.unit == "grade":
        return _graded(text, one, carried)
    if one.unit == "" and carried is not None and _fits(one, carried) and _carries(text, one):
        return Whose(carried, "score: of a scale, carried on")
    if one.unit == "%" and carried is not None and _carries(text, one):
        return Whose(carried, "score: per cent, carried on")
    if one.unit == "%" and _METER.match(text, one.end):
        return Whose(ROTTEN_TOMATOES, "score: per cent, by its words")
    if one.unit not in ("", "%") and (one.outlet is not None or one.rated):
        return Whose(None, "score: own rating")
    return _NOBODY


def _nearest(text: str, one: Printed, named: list[AggregatorNamed]) -> AggregatorNamed | None:
    fitting = [other for other in named if _fits(one, other.aggregator)]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda other: _gap(text, one, other))
    return nearest if _gap(text, one, nearest) <= _REACH else None


def _fits(one: Printed, aggregator: Aggregator) -> bool:
    if one.unit:
        return one.unit in aggregator.units
    scale = aggregator.units[0]
    return isinstance(one.value, int | float) and (
        not scale.startswith("/") or one.value <= int(scale[1:].split()[0])
    )


def _is_strange(text: str, one: Printed, nearest: AggregatorNamed) -> bool:
    """Return whether a per cent sign stands far from an aggregator that prints none."""
    usual = nearest.aggregator.units[0]
    return one.unit == "%" and usual != "%" and _gap(text, one, nearest) > _UNUSUAL + 30


def _of_some(text: str, one: Printed) -> bool:
    """Return whether a score is that of a part of the audience only: “kids gave it four stars”."""
    return _SOME.search(text, max(0, one.start - 45), one.start) is not None


def _graded(text: str, one: Printed, carried: Aggregator | None) -> Whose:
    """Return whose a grade is where nobody is named that prints grades."""
    if _AUDIENCE.search(text) and _GIVEN.search(text):
        return Whose(_CINEMASCORE, "score: grade of the audience")
    if one.outlet is not None or (one.rated and (_OWN_GIVER.search(text) or _LABEL.match(text))):
        return Whose(None, "score: own rating")
    if carried is not None:
        return Whose(carried, "score: grade, carried on")
    if _GRADE.search(text) and _GIVEN.search(text):
        return Whose(_CINEMASCORE, "score: grade of the audience")
    return _NOBODY


def _carries(text: str, one: Printed) -> bool:
    bracketed = text[one.start - 1 : one.start] == "(" and text[one.end : one.end + 1] == ")"
    if bracketed and not _PEOPLE.search(text):
        return True
    if len(text) <= _LINE and one.end + 2 >= len(text):
        return True
    before, after = text[max(0, one.start - 50) : one.start], text[one.end : one.end + 30]
    if _PEOPLE.search(before[-24:] + after[:24]):
        return False
    return CARRIES.search(before) is not None or CARRIES.search(after) is not None


def _gap(text: str, one: Printed, other: AggregatorNamed) -> int:
    """Return how far a score is from a name; a name behind it is nearer than one before it, one
    in another clause farther, one that prints such scores usually nearer."""
    behind = other.start >= one.end
    begin, end = (one.end, other.start) if behind else (other.end, one.start)
    apart = len(_CLAUSE.findall(text, begin, end)) * _APART
    usual = one.unit in (other.aggregator.units[0], "")
    return end - begin + (0 if behind else 8) + apart + (0 if usual else _UNUSUAL)
