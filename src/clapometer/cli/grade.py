"""`clapometer grade`: one grade as printed, read into an exact value."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json
from .endings import REFUSED, refused
from .flags import data_option, json_option

if TYPE_CHECKING:
    from clapometer.scoring.grades import Grade, GradeRefused

scale_option = click.option(
    "--scale", metavar="NAME", help="The scale of texts that state none: of-5, letters-school …"
)


# A grade may begin with a dash, like an option: “-3 (-4..+4)”.
@click.command("grade", context_settings={"ignore_unknown_options": True})
@click.argument("text")
@scale_option
@json_option
@data_option()
def command(
    text: str,
    scale: str | None,
    as_json: bool,
    data: Path,  # noqa: ARG001 -- every command takes --data
) -> None:
    """Read one grade as it is printed.

    Prints the exact value from 0 to 1, the scale, and the form it was read in, with tabs between
    them. A text that is no grade, or that says nothing without its scale, is refused with the
    reason. No site is needed.

    \b
    Examples:
      clapometer grade "three and a half stars out of four"
      clapometer grade B- --scale letters-school
      clapometer grade 7 --scale of-10 --json
    """
    from clapometer.scoring.grades import GradeRefused, read_grade

    name_scale(scale)
    try:
        grade = read_grade(text, scale)
    except GradeRefused as refusal:
        if not as_json:
            raise refused(refusal.sentence) from None
        print_json(refused_object(refusal))
        raise click.exceptions.Exit(REFUSED) from None
    if as_json:
        print_json(grade_object(grade))
    else:
        click.echo(f"{grade.value}\t{grade.scale}\t{grade.rule}")


def name_scale(name: str | None) -> None:
    """End with the list of scales if there is none of this name."""
    from clapometer.scoring.scales import NAMED, ScaleUnknown, scale_named

    try:
        scale_named(name or "letters")
    except ScaleUnknown:
        raise refused(
            f"No scale is called “{name}”; there are of-2 to of-1000, {', '.join(NAMED)}."
        ) from None


def grade_object(grade: Grade) -> dict[str, object]:
    """Return how a grade that was read is written in JSON."""
    return {
        "text": grade.text,
        "value": str(grade.value),
        "points": grade.points,
        "scale": grade.scale,
        "rule": grade.rule,
    }


def refused_object(refusal: GradeRefused) -> dict[str, object]:
    """Return how a refused text is written in JSON."""
    return {"text": refusal.text, "refused": refusal.reason, "sentence": refusal.sentence}
