"""`clapometer tiers`: where the tiers of a rule begin among the works of this site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clapometer.instants import format_instant, now

from .answers import print_json, print_table
from .endings import refused
from .flags import data_option, given_option, json_option, known_option
from .naming import instant_named, rounded, rule_named, written
from .opening import open_site

if TYPE_CHECKING:
    from fractions import Fraction

    from clapometer.scoring.rules import Rule
    from clapometer.scoring.tiers import CutOff


@click.command("tiers")
@click.argument("name", metavar="RULE")
@click.option("--at", metavar="INSTANT", help="The scores then, in the time of publication.")
@known_option
@given_option
@json_option
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a rule with these cut-offs as its bands; it is named as the file is.",
)
@data_option()
def command(
    name: str,
    at: str | None,
    known: str | None,
    given: dict[str, str],
    as_json: bool,
    output: Path | None,
    data: Path,
) -> None:
    """Say where the tiers of a rule begin among the works of this site.

    RULE is a rule whose tiers are shares of all works, or the path of a TOML file. All works for
    which it prints a score are read, and each tier is told with the score at which it begins and
    the works that are in it. Works that are equal are never parted.

    \b
    Examples:
      clapometer tiers opencritic-2017
      clapometer tiers opencritic-2017 --at 2026-10-01 --json
      clapometer tiers opencritic-2017 -o rules/tiers-of-october.toml
    """
    open_site(data)
    rule, then, knew = rule_named(name, given), instant_named(at), instant_named(known)
    _refuse_unless_tiered(rule)
    from clapometer.reviews.population import deciding_scores
    from clapometer.scoring.tiers import cut_offs

    values = [value for _, value in deciding_scores(rule, then, knew)]
    cuts = cut_offs(rule.tiers, values)
    if output is not None:
        _write(output, rule, name, given, values, then)
    if as_json:
        head = {"rule": rule.name, "at": written(then), "known": written(knew)}
        print_json({**head, "works": len(values), "tiers": [_object(rule, one) for one in cuts]})
        return
    click.echo(f"{rule.name}: {len(values):,} works with a score")
    header = ("tier", "of all works", "begins at", "works")
    print_table(header, [_row(rule, one) for one in cuts])


def _refuse_unless_tiered(rule: Rule) -> None:
    if not rule.tiers:
        raise refused(
            f"The rule {rule.name} has no tiers that are shares of all works (of_works); "
            "opencritic-2017 has."
        )
    if rule.lacks:
        lacking = ", ".join(rule.lacks)
        raise refused(f"The rule {rule.name} lacks {lacking}; give a value with --given.")


def _write(
    path: Path, rule: Rule, name: str, given: dict[str, str], values: list[Fraction],
    at: int | None,
) -> None:  # fmt: skip
    """Write the rule with its cut-offs, in the form that a person would write."""
    from clapometer.scoring.population import with_cut_offs
    from clapometer.scoring.rules import own_rule
    from clapometer.scoring.rulewriting import rule_text

    if not values:
        raise refused(f"No work has a score under the rule {rule.name}, so no tier begins.")
    if path.exists():
        raise refused(f"{path} is there already; choose another name.")
    day = format_instant(now() if at is None else at)[:10]
    bands = [
        {"name": band.name, "label": band.label, "at_least": str(band.at_least)}
        for band in with_cut_offs(rule, values).bands
    ]
    text = rule_text({
        **_beneath(name, given),
        "name": path.stem,
        "title": f"{rule.title}: cut-offs of {day}",
        "dated": day,
        "notes": f"Where the tiers began among {len(values)} works on {day}.",
        "bands": bands,
    })  # fmt: skip
    own_rule(text)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise refused(f"{path} cannot be written: {problem.strerror}.") from None


def _beneath(name: str, given: dict[str, str]) -> dict[str, Any]:
    """Return what the written rule rests on: the preset, or the whole data of one of one's own."""
    from clapometer.reviews.rulebook import find_data
    from clapometer.scoring.rules import PRESETS

    if name not in PRESETS:
        return find_data(name, given)
    return {"based_on": name, **({"given": given} if given else {})}


def _object(rule: Rule, cut: CutOff) -> dict[str, object]:
    least = cut.at_least
    return {
        "name": cut.tier.name,
        "label": cut.tier.label,
        "of_works": str(cut.tier.of_works),
        "at_least": None if least is None else str(least),
        "begins": None if least is None else rounded(least * rule.printing.out_of),
        "works": cut.works,
    }


def _row(rule: Rule, cut: CutOff) -> tuple[str, ...]:
    from clapometer.scoring.badges import percent

    begins = "nobody is in it" if cut.at_least is None else rule.printing.measure(cut.at_least)
    return cut.tier.label, percent(cut.tier.of_works), begins, f"{cut.works:,}"
