"""A rule's data, as in rules/*.toml, read key by key; what is wrong is said by key."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from typing import Any

from clapometer.scoring.badges import SIZES, BadgeRule
from clapometer.scoring.bench import COUNTS, VERSIONS
from clapometer.scoring.conversion import GRADES_ARE, Conversion
from clapometer.scoring.curve import STRAIGHT, Curve, faults_of
from clapometer.scoring.grades import POINTS
from clapometer.scoring.intervals import MEAN_METHODS, METHODS
from clapometer.scoring.keys import (
    Keys,
    RuleRefused,
    Unfit,
    beginning,
    ending,
    identifier,
    positive,
    share,
    table,
    text,
    texts,
    weight,
    whole,
    word,
)
from clapometer.scoring.measures import MEASURES, WEIGHTS, Measure
from clapometer.scoring.pooling import APART, FIRST_EPISODES, Weighing
from clapometer.scoring.rounding import DECIDES, ROUNDINGS, SHOWS, Printing
from clapometer.scoring.rule import PANELS, SHARE, Band, Parameter, Rule, canonical
from clapometer.scoring.settling import DAY, Settled
from clapometer.scoring.tiers import Tier
from clapometer.scoring.windows import Excluded, Window

SCALES = 1_000_000
LONGEST_DAYS = 3660
RULE_KEYS = (
    ("name", "small letters, digits, hyphens", "What the rule is called."),
    ("title, dated", "texts", "What people read, and of when the rule is."),
    ("based_on", "the name of a preset", "Whose keys hold where this file has none of its own."),
    ("sources, published, assumed", "lists of texts", "What it rests on; told, not computed with."),
    ("notes", "text", "What else is to be said."),
    ("panel", " or ".join(PANELS), "Whose reviews the rule was made for."),
    ("counts", " or ".join(COUNTS), "Who counts once."),
    ("versions", " or ".join(VERSIONS), "Which of a reviewer's versions counts."),
    ("minimum", "a whole number from 1", "How many reviews, or grades, a score needs."),
    ("rounding", ", ".join(ROUNDINGS), "How the printed number is rounded."),
    ("decides", " or ".join(DECIDES), "Which number bands, marks and badges are decided on."),
    ("interval", ", ".join((*METHODS, *MEAN_METHODS)), "Two for a share, two for a mean."),
    ("confidence", "a share in quotes", "How sure the interval is."),
    ("measure.kind", ", ".join(MEASURES), "What is measured."),
    ("measure.weight, measure.mean", "numbers", "m and C (in the printed unit) of the formula."),
    ("printing.out_of, printing.decimals", "whole numbers", "The highest number, and its places."),
    ("printing.unit", "text", "What stands behind the number."),
    ("printing.shows", " or ".join(SHOWS), "Whether the number or the band's name is printed."),
    ("measure.weights", " or ".join(WEIGHTS), "How outlets weigh; only told."),
    ("curve.points", "pairs of whole numbers", "Where a mean is led, in the printed unit."),
    ("grades.step", "ten-thousandths", "To what multiple each grade is rounded."),
    ("grades.instead", "table of whole numbers", "What single grades become, in ten-thousandths."),
    ("grades.positive_from", "a share in quotes", "From which grade on a review is positive."),
    ("grades.are", " or ".join(GRADES_ARE), "What the grades given to the rule are."),
    ("[[bands]]", "name, label, at_least, reviews", "A named range of scores, by share and count."),
    ("bands.of_works", "a share in quotes", "In place of at_least: the share of all works in it."),
    ("[[marks]]", "name, label, at_least, reviews", "A distinction beside the bands."),
    ("[badge]", "name, label, enter, keep, top, minimums", "A badge that is won, kept and lost."),
    ("rollup.episode", "a number in quotes", "What a review of an episode counts in its season."),
    ("rollup.first_episodes", " or ".join(FIRST_EPISODES), "Reviews of the first episodes only."),
    ("[badge.settled]", "days, reviews", "What must have been so before it changes."),
    ("window.days", "a whole number", "For how many days after its posting a review counts."),
    ("window.on_sale", "a whole number", "How many days after the first there is a score at all."),
    ("[[excluded]]", "from, until, why", "A period (dates in UTC) whose reviews are left out."),
    ("[[parameters]]", "name, means, sets, choices", "A number that whoever uses the rule gives."),
    ("[given]", "parameter = value", "The values of parameters."),
)  # fmt: skip


def rule_from(data: Mapping[str, Any], given: Mapping[str, str] | None = None) -> Rule:
    """Return the rule that a table of data (as in rules/*.toml) describes.

    `given`: values of the rule's parameters by name. Raises RuleRefused, whose message has one
    sentence for each key that is wrong.
    """
    faults: list[str] = []
    parameters = _parameters(data)
    filled = with_given(data, parameters, given or {})
    keys = Keys(filled, "", faults)
    rule = _rule(keys, parameters)
    lacks = tuple(one.name for one in parameters if _value_at(filled, one.sets) is None)
    keys.finish()
    _check(rule, faults)
    rule = replace(rule, lacks=lacks)
    return replace(rule, digest=hashlib.sha256(canonical(rule)).hexdigest())


def filled_data(data: Mapping[str, Any], given: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the data with the values of parameters in their places. Raises RuleRefused."""
    return with_given(data, _parameters(data), given or {})


def _parameters(data: Mapping[str, Any]) -> tuple[Parameter, ...]:
    faults: list[str] = []
    keys = Keys(data, "", faults)
    parameters = tuple(_parameter(one) for one in keys.tables("parameters"))
    keys.take("given", table, {})
    if faults:
        raise RuleRefused(faults)
    return parameters


def with_given(
    data: Mapping[str, Any], parameters: tuple[Parameter, ...], given: Mapping[str, str]
) -> dict[str, Any]:
    """Return the data with the parameters' values put in their places. Raises RuleRefused."""
    filled = deepcopy(dict(data))
    known = {one.name: one for one in parameters}
    for name, value in {**filled.pop("given", {}), **given}.items():
        if name not in known:
            names = ", ".join(known) or "none"
            raise RuleRefused([f"given.{name} must be a parameter of the rule: {names}."])
        _put(filled, known[name], str(value))
    return filled


def _put(data: dict[str, Any], parameter: Parameter, value: str) -> None:
    choices = dict(parameter.choices)
    if choices and value not in choices:
        words = ", ".join(choices)
        raise RuleRefused([f"given.{parameter.name} must be one of {words}, not “{value}”."])
    value = choices.get(value, value)
    *above, last = parameter.sets.split(".")
    place = data
    for name in above:
        place = place.setdefault(name, {})
        if not isinstance(place, dict):
            raise RuleRefused([f"{parameter.sets} cannot be set: {name} is no table."])
    place[last] = int(value) if value.isascii() and value.isdigit() and len(value) < 16 else value


def _value_at(data: Mapping[str, Any], path: str) -> object:
    value: Any = data
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _rule(keys: Keys, parameters: tuple[Parameter, ...]) -> Rule:
    for name in ("parameters", "given", "based_on"):
        keys.skip(name)
    printing = _printing(keys.table("printing"))
    measured = keys.table("measure")
    weights = measured.take("weights", word(WEIGHTS), "equal")
    measure = _measure(measured, printing)
    methods = METHODS if measure.of == "verdicts" else MEAN_METHODS
    rounding = keys.take("rounding", word(ROUNDINGS), "half-up")
    decides = keys.take("decides", word(DECIDES), "exact")
    badge = keys.table("badge")
    ranges = keys.tables("bands")
    by_works = any(one.has("of_works") for one in ranges)
    return Rule(
        name=keys.take("name", identifier),
        title=keys.take("title", text),
        dated=keys.take("dated", text),
        sources=keys.take("sources", texts, ()),
        notes=keys.take("notes", text, ""),
        published=keys.take("published", texts, ()),
        assumed=keys.take("assumed", texts, ()),
        panel=keys.take("panel", word(PANELS), "critics"),
        counts=keys.take("counts", word(COUNTS), "reviewer"),
        versions=keys.take("versions", word(VERSIONS), "latest"),
        minimum=keys.take("minimum", whole(1)),
        rounding=rounding,
        decides=decides,
        interval=keys.take("interval", word(methods), next(iter(methods))),
        confidence=keys.take("confidence", positive(below=1), Fraction(95, 100)),
        bands=() if by_works else _bands(ranges),
        badge=_badge(badge, decides, rounding) if badge else None,
        measure=measure,
        printing=printing,
        conversion=_conversion(keys.table("grades")),
        marks=_bands(keys.tables("marks")),
        parameters=parameters,
        window=_window(keys),
        rollup=_rollup(keys.table("rollup")),
        curve=_curve(keys.table("curve"), printing),
        weights=weights,
        tiers=_tiers(ranges) if by_works else (),
    )


def _rollup(keys: Keys) -> Weighing:
    episode = keys.take("episode", weight, APART.episode)
    first = keys.take("first_episodes", word(FIRST_EPISODES), APART.first_episodes)
    keys.finish()
    return APART if episode is None or first is None else Weighing(episode, first)


def _printing(keys: Keys) -> Printing:
    out_of = keys.take("out_of", whole(1), 100)
    read = Printing(
        out_of=out_of,
        decimals=keys.take("decimals", whole(0, 3), 0),
        unit=keys.take("unit", text, "%" if out_of == 100 else f"of {out_of}"),
        shows=keys.take("shows", word(SHOWS), "number"),
    )
    keys.finish()
    return read


def _measure(keys: Keys, printing: Printing) -> Measure:
    kind = keys.take("kind", word(MEASURES), "share-positive")
    bayesian = kind == "bayesian-mean"
    weight = keys.take("weight", whole(0), None if bayesian else 0, optional=bayesian)
    mean = keys.take("mean", positive(below=SCALES), None, optional=True)
    keys.finish()
    if kind is None or printing.out_of is None:
        return SHARE
    # A mean is given in the unit that is printed: 7.0 of 10.
    prior = mean / printing.out_of if mean is not None and bayesian else None
    if prior is not None and prior > 1:
        keys.faults.append(f"measure.mean must lie between 0 and {printing.out_of}, not {mean}.")
    return Measure(kind, weight or 0, prior)


def _curve(keys: Keys, printing: Printing) -> Curve:
    """Return the curve; it must reach from 0 to the highest number that is printed."""
    if not keys:
        return STRAIGHT

    def points(value: object) -> Curve:
        fault = faults_of(value, printing.out_of or 0)
        if fault is not None or not isinstance(value, list):
            raise Unfit(fault)
        return Curve((one, other) for one, other in value)

    read = keys.take("points", points)
    keys.finish()
    return read or STRAIGHT


def _conversion(keys: Keys) -> Conversion:
    instead = keys.take("instead", table, {}) or {}
    pairs = [(int(a), b) for a, b in instead.items() if a.isdigit() and type(b) is int]
    if len(pairs) != len(instead):
        keys.faults.append("grades.instead must give a whole number for each whole number.")
    read = Conversion(
        step=keys.take("step", whole(1, POINTS), 1),
        instead=tuple(pairs),
        positive_from=keys.take("positive_from", share, None, optional=True),
        are=keys.take("are", word(GRADES_ARE), "share", optional=True),
    )
    keys.finish()
    return read


def _bands(listed: list[Keys]) -> tuple[Band, ...]:
    bands = [
        Band(
            keys.take("name", text),
            keys.take("label", text),
            keys.take("at_least", share),
            keys.take("reviews", whole(0), 0),
        )
        for keys in listed
    ]
    for keys in listed:
        keys.finish()
    # What could not be read is refused later; here it must only not stop the sorting.
    return tuple(sorted(bands, key=lambda b: (b.at_least or 0, b.reviews or 0), reverse=True))


def _tiers(listed: list[Keys]) -> tuple[Tier, ...]:
    tiers = [
        Tier(
            keys.take("name", text),
            keys.take("label", text),
            keys.take("of_works", share),
        )
        for keys in listed
    ]
    for keys in listed:
        keys.finish()
    return tuple(tiers)


def _badge(keys: Keys, decides: str, rounding: str) -> BadgeRule:
    minimums = keys.take("minimums", table)
    for size, minimum in (minimums or {}).items():
        if size not in SIZES:
            keys.faults.append(f"badge.minimums must be named {', '.join(SIZES)}, not {size}.")
        if type(minimum) is not int or minimum < 1:
            keys.faults.append(f"badge.minimums.{size} must be a whole number from 1.")
    read = BadgeRule(
        name=keys.take("name", text),
        label=keys.take("label", text),
        enter=keys.take("enter", share),
        keep=keys.take("keep", share),
        minimums=tuple((minimums or {}).items()),
        top=keys.take("top", whole(0), 0),
        decides=decides,
        rounding=rounding,
        settled=_settled(keys.table("settled")),
    )
    keys.finish()
    return read


def _settled(keys: Keys) -> Settled | None:
    if not keys:
        return None
    lasting = keys.take("days", whole(0, LONGEST_DAYS), 0)
    reviews = keys.take("reviews", whole(0, 1_000_000), 0)
    keys.finish()
    if lasting == 0 and reviews == 0:
        keys.faults.append("badge.settled must have days or reviews from 1.")
    return Settled((lasting or 0) * DAY, reviews or 0)


def _window(keys: Keys) -> Window:
    within = keys.table("window")
    lasting = within.take("days", whole(1, LONGEST_DAYS), 0)
    on_sale = within.take("on_sale", whole(1, LONGEST_DAYS), 0)
    within.finish()
    periods = [_excluded(one) for one in keys.tables("excluded")]
    return Window((lasting or 0) * DAY, (on_sale or 0) * DAY, tuple(periods))


def _excluded(keys: Keys) -> Excluded:
    since, until = keys.take("from", beginning), keys.take("until", ending)
    why = keys.take("why", text)
    keys.finish()
    if since is not None and until is not None and since > until:
        keys.faults.append(f"{keys.where}.until must not lie before {keys.where}.from.")
    return Excluded(since or 0, until or 0, why or "")


def _parameter(keys: Keys) -> Parameter:
    choices = keys.take("choices", table, {})
    read = Parameter(
        name=keys.take("name", identifier),
        means=keys.take("means", text),
        sets=keys.take("sets", text),
        choices=tuple((name, str(value)) for name, value in (choices or {}).items()),
    )
    keys.finish()
    return read


def _check(rule: Rule, faults: list[str]) -> None:
    """Raise RuleRefused for what was found wrong, and for keys that do not fit each other."""
    if faults:
        raise RuleRefused(faults)
    checks: list[tuple[Callable[[], bool], str]] = [
        (lambda: bool(rule.bands) and rule.bands[-1].at_least != 0,
         "bands: the lowest must begin at 0."),
        (lambda: bool(rule.bands) and rule.bands[-1].reviews > 0,
         "bands: the lowest must hold whatever the number of reviews."),
        (lambda: bool(rule.tiers) and sum(tier.of_works for tier in rule.tiers) != 1,
         "bands: the shares of_works must add up to 1."),
        (lambda: any(tier.of_works == 0 for tier in rule.tiers),
         "bands: of_works must be more than 0."),
        (lambda: rule.measure.of == "grades" and rule.rounding == "floating-half-up",
         "rounding must be half-up or down where grades are measured."),
        (lambda: rule.measure.of != "grades" and bool(rule.curve),
         "curve: only a mean of grades can be led through one."),
        (lambda: rule.measure.of == "grades" and rule.badge is not None,
         "badge: only a share of verdicts can hold one; give marks for a mean."),
        (lambda: rule.badge is not None and rule.badge.keep > rule.badge.enter,
         "badge.keep must be badge.enter or less."),
        (lambda: rule.printing.shows == "band" and not rule.bands,
         "printing.shows must be number where there are no bands."),
    ]  # fmt: skip
    wrong = [sentence for is_wrong, sentence in checks if is_wrong()]
    if wrong:
        raise RuleRefused(wrong)


__all__ = ["RuleRefused", "filled_data", "rule_from", "with_given"]
