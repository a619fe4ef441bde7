"""`clapometer cite`: sentences about a work that can be quoted, each with its permalink."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from clapometer.sentences.languages import LANGUAGES
from clapometer.sentences.styles import DEFAULT_LANGUAGE, DEFAULT_STYLE, STYLES

from .endings import refused
from .flags import data_option, given_option, known_option, rule_option, work_argument
from .naming import instant_named, rule_asked, work_named
from .opening import open_site


@click.command("cite")
@work_argument
@click.option("--at", metavar="INSTANT", help="As of this instant of published time.")
@known_option
@rule_option
@given_option
@click.option(
    "--style", type=click.Choice(list(STYLES)), default=DEFAULT_STYLE, help="The house style.",
)  # fmt: skip
@click.option(
    "--language", type=click.Choice(list(LANGUAGES)), default=DEFAULT_LANGUAGE,
    help="The language of the sentences.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Answer as a table in CSV.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Answer in Markdown.")
@data_option()
def command(
    work: str, at: str | None, known: str | None, rule: str | None, given: dict[str, str],
    style: str, language: str, as_json: bool, as_csv: bool, as_markdown: bool, data: Path,
) -> None:  # fmt: skip
    """Print sentences to quote about a work.

    Each fact in words, with absolute dates and counts: the score, its debut and what it has been
    since, the badge, highest and lowest, weeks on charts, and what was stated of it; of a series
    also about its seasons. Each has an address that shows it for ever.

    \b
    Examples:
      clapometer cite w17
      clapometer cite The Salt Road --at 2026-10-05 --style ap
      clapometer cite w17 --style guardian --language de
      clapometer cite w17 --csv > salt-road.csv
    """
    if as_json + as_csv + as_markdown > 1:
        raise refused("Choose one of --json, --csv and --markdown.")
    open_site(data)
    from clapometer.citing import files
    from clapometer.citing.gathering import cite
    from clapometer.ledger.reading import head
    from clapometer.sentences.voice import Voice

    found = work_named(work, as_json=as_json)
    cited = cite(
        found, position=head()[0], at=instant_named(at), known=instant_named(known),
        rule=rule_asked(rule, given),
    )  # fmt: skip
    voice = Voice(style, language)
    if as_json or as_csv or as_markdown:
        write = files.as_json if as_json else files.as_csv if as_csv else files.as_markdown
        sys.stdout.buffer.write(write(cited, voice).encode())
        return
    if not cited.items:
        click.echo(f"Nothing can be cited of {found} yet.", err=True)
    for item in cited.items:
        click.echo(item.sentence(voice))
        click.echo(f"  {cited.permalink(item, voice)}")
