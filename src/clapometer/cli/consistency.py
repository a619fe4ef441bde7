"""`clapometer consistency`: how the grades of a file go with its verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json, print_table
from .flags import data_option, json_option

if TYPE_CHECKING:
    from clapometer.scoring.consistency import Agreement, Consistency, Marked, Torn

SHOWN = 20


@click.command("consistency")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--profile", metavar="NAME", help="Read the files as this profile says.")
@json_option
@data_option()
def command(
    files: tuple[Path, ...],
    profile: str | None,
    as_json: bool,
    data: Path,  # noqa: ARG001 -- every command takes --data
) -> None:
    """Say how grades go with verdicts.

    FILE is a file of reviews as `clapometer import` takes it; several are taken together. Answers
    how many grades are read, alone and with the scale that each critic's grades propose, and why
    the others are not; in how many reviews on each scale “60 % and more” is the verdict, and which
    cut would go with most; and which critics gave one and the same grade to a positive and to a
    negative review. No site is needed, and none is changed.

    \b
    Examples:
      clapometer consistency reviews.csv
      clapometer consistency part-1.csv part-2.csv --json
    """
    from clapometer.scoring.consistency import consistency

    found = consistency(one for file in files for one in _marked(file, profile))
    if as_json:
        print_json(_object(found))
    else:
        _print(found)


def _marked(path: Path, name: str | None) -> Iterator[Marked]:
    """Yield the reviews of a file; rows that cannot be read are left out and counted."""
    from clapometer.readers.guess import guess
    from clapometer.readers.profiles import match_profile, profile
    from clapometer.readers.records import Refusal
    from clapometer.readers.reviews import read_reviews
    from clapometer.readers.tables import open_table
    from clapometer.scoring.consistency import Marked
    from clapometer.scoring.infer import Hand

    table = open_table(path)
    chosen = profile(name) if name else match_profile(table.columns)
    refused = 0
    for record in read_reviews(table, chosen or guess(table.columns, table.sample), UTC):
        if isinstance(record, Refusal):
            refused += 1
        else:
            yield Marked(Hand(record.outlet, record.critic), record.grade, record.positive)
    if refused:
        rows = "row" if refused == 1 else "rows"
        click.echo(f"{refused:,} {rows} of {path.name} cannot be read.", err=True)


def _print(found: Consistency) -> None:
    if not found.graded:
        click.echo("There is no grade.", err=True)
        return
    click.echo(
        f"{found.graded:,} grades; {found.alone:,} ({_of(found.alone, found.graded)}) are read"
        f" alone, {found.inferred:,} ({_of(found.inferred, found.graded)}) with proposed scales.\n"
    )
    reasons = [(why, str(times), str(found.left.get(why, 0)))
               for why, times in {**found.reasons, **_new(found)}.items()]  # fmt: skip
    print_table(("not read because", "alone", "with scales"), reasons)
    click.echo()
    header = ("scale", "reviews", "60 % and more", "best cut", "by that cut")
    print_table(header, [_agreement_row(*one) for one in found.agreement.items()])
    click.echo(
        f"\n{len({one.hand for one in found.torn}):,} of {found.repeating:,} critics who repeat a"
        f" grade gave one and the same grade both verdicts ({len(found.torn):,} grades)."
    )
    if found.torn:
        header = ("critic", "outlet", "grade", "for", "against")
        print_table(header, [_torn_row(one) for one in found.torn[:SHOWN]])
    if len(found.torn) > SHOWN:
        click.echo(f"{len(found.torn) - SHOWN:,} more; --json has them all.", err=True)


def _new(found: Consistency) -> dict[str, int]:
    """Return the reasons that only proposed scales bring about, such as "above_maximum"."""
    return dict.fromkeys(found.left.keys() - found.reasons.keys(), 0)


def _of(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %"


def _agreement_row(scale: str, one: Agreement) -> tuple[str, ...]:
    best = _of(one.by_best, one.reviews)
    return (scale, str(one.reviews), _of(one.by_cut, one.reviews), f"{float(one.cut):.3g}", best)


def _torn_row(one: Torn) -> tuple[str, ...]:
    return (one.hand.critic, one.hand.outlet, " ".join(one.texts), str(one.positive),
            str(one.negative))  # fmt: skip


def _object(found: Consistency) -> dict[str, object]:
    return {
        "graded": found.graded,
        "alone": found.alone,
        "inferred": found.inferred,
        "reasons": dict(found.reasons),
        "left": dict(found.left),
        "agreement": {
            scale: {
                "reviews": one.reviews,
                "by_cut": one.by_cut,
                "cut": str(one.cut),
                "by_best": one.by_best,
            }
            for scale, one in found.agreement.items()
        },
        "repeating": found.repeating,
        "torn": [
            {
                "critic": one.hand.critic,
                "outlet": one.hand.outlet or None,
                "scale": one.scale,
                "value": str(one.value),
                "texts": list(one.texts),
                "positive": one.positive,
                "negative": one.negative,
            }
            for one in found.torn
        ],
    }
