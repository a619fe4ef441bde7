"""`clapometer read`: what a story states, each claim with the words it stands on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from .answers import print_json, print_table
from .endings import refused
from .flags import data_option, json_option

if TYPE_CHECKING:
    from clapometer.readers.claims.claim import Claim
    from clapometer.readers.claims.known import Known
    from clapometer.readers.claims.story import Story

MOST_BYTES = 4_000_000
"""No story is nearly so long."""
SHOWN = 60
"""Characters of a quote in the table for people."""
HEADER = ("kind", "work", "season", "value", "modality", "sure", "quote")


@click.command("read")
@click.argument("file", metavar="FILE")
@click.option(
    "--published", metavar="DATE", help="The day of the story, as in 2026-03-20; else what it says."
)
@click.option(
    "--model", is_flag=True, help="Let the language model of the site's settings read along."
)
@json_option
@data_option()
def command(file: str, published: str | None, model: bool, as_json: bool, data: Path) -> None:
    """Print what a story states, each claim with its words.

    FILE is a text or a page in HTML, or “-” for standard input. A text may begin with the lines
    “URL: …” and “DATE: …”. With --json the answer holds source, published and claims; a claim has
    its kind, work, season, value, modality, quote, span (code points of the text, the end
    exclusive), confidence and rule. Of a page the text that was read is in the answer too, and the
    spans are its. No site is needed; with --data the titles of that site's catalogue, and other
    names of its works, are known, and nothing is written. With --model, what a language model
    finds and the story bears out is there too, by the settings model_address and model_name of the
    site in --data or their variables, and if the model fails the reason stands on standard error.

    \b
    Examples:
      clapometer read story.txt
      clapometer read story.txt --json --published 2026-03-20
      clapometer read story.txt --data my-site
      curl -s https://gazette.example/salt-road | clapometer read - --json
      CLAPOMETER_MODEL_ADDRESS=http://127.0.0.1:11434/v1 CLAPOMETER_MODEL_NAME=any \
        clapometer read story.txt --model
    """
    story, page = _story(_bytes(file), file, _day(published))
    known = _known(story.text, data, settings_only=model)
    claims = _with_model(story, data, known) if model else _by_rules(story, known)
    if as_json:
        print_json(_answer(story, claims, page=page))
    elif claims:
        print_table(HEADER, [_row(one, story.text) for one in claims])
    else:
        click.echo("Nothing was found that this program keeps a record of.")


def _known(text: str, data: Path, *, settings_only: bool) -> Known:
    """Return the works of the site that was asked for by name; without one, none.

    With `settings_only` the folder may hold the settings of a model and no site.
    """
    from clapometer.config.folder import is_site

    context = click.get_current_context()
    above = context.parent.params.get("data") if context.parent else None
    if above is None and context.get_parameter_source("data") is not ParameterSource.COMMANDLINE:
        return ()
    if settings_only and not is_site(data):
        return ()
    from .opening import open_site

    open_site(data)
    from clapometer.desk.intake.knowing import known_works

    return known_works(text)


def _by_rules(story: Story, known: Known) -> Sequence[Claim]:
    from clapometer.readers.claims.finder import read_claims

    return read_claims(story, known)


def _with_model(story: Story, data: Path, known: Known) -> Sequence[Claim]:
    """Return what rules and model find together; why the model found nothing is told aside."""
    from clapometer.config.options import read_options
    from clapometer.stories.model.reader import ModelReader, read_with
    from clapometer.stories.model.refusing import ModelRefused
    from clapometer.stories.model.setting import setting_of

    try:
        outcome = read_with(ModelReader(setting_of(read_options(data))), story, known)
    except ModelRefused as refusal:
        raise refused(str(refusal)) from None
    if outcome.problem:
        click.echo(outcome.problem, err=True)
    return outcome.claims


def _bytes(file: str) -> bytes:
    """Return what a file or standard input holds, refused if it is missing or far too long."""
    if file == "-":
        found = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        path = Path(file)
        if not path.is_file():
            raise refused(f"There is no file “{file}”; give a story, or - for standard input.")
        with path.open("rb") as stream:
            found = stream.read(MOST_BYTES + 1)
    if len(found) > MOST_BYTES:
        raise refused(f"“{file}” is longer than {MOST_BYTES:,} bytes: that is no story.")
    return found


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refused(f"Write the day like 2026-03-20, not “{text}”.") from None


def _story(found: bytes, file: str, published: date | None) -> tuple[Story, bool]:
    """Return the story of a text or page, and whether it was a page."""
    from clapometer.readers.claims.story import read_story

    try:
        text = found.decode()
    except UnicodeDecodeError:
        text = None
    if text is None or _is_page(text, file):
        return _page(found, file, published), True
    if "\0" in text:
        raise refused(f"“{file}” is neither a text nor a page in HTML.")
    if not text.strip():
        raise refused(f"“{file}” is empty.")
    return read_story(text, published), False


def _is_page(text: str, file: str) -> bool:
    from clapometer.readers.pages.plain import looks_like_html

    return file.endswith((".html", ".htm")) or looks_like_html(text, "")


def _page(found: bytes, file: str, published: date | None) -> Story:
    """Return the story of a page: its headline, an empty line, its text."""
    from clapometer.readers.claims.story import Story
    from clapometer.readers.pages import PageRefused, read_page

    try:
        page = read_page(found)
    except PageRefused as refusal:
        raise refused(f"“{file}” cannot be read. {refusal}") from None
    told = date.fromisoformat(page.published[:10]) if page.published else None
    text = "\n\n".join(part for part in (page.headline, page.text) if part)
    return Story(text, 0, page.canonical or page.url or None, published or told)


def _answer(story: Story, claims: Sequence[Claim], *, page: bool) -> dict[str, object]:
    told: dict[str, object] = {
        "source": story.source,
        "published": story.published.isoformat() if story.published else None,
        "claims": [one.as_json(story.text) for one in claims],
    }
    return told | ({"text": story.text} if page else {})


def _row(claim: Claim, text: str) -> tuple[str, ...]:
    quote = " ".join(text[slice(*claim.span)].split())
    value = "" if claim.value is None else str(claim.value)
    unit = claim.fields.get("unit")
    shown = f"{value} {unit}" if value and unit and unit != "date" else value
    return (
        claim.kind,
        claim.work or "",
        ", ".join(map(str, claim.seasons)) or str(claim.season or ""),
        shown if len(shown) <= SHOWN else f"{shown[: SHOWN - 1]}…",
        claim.modality,
        f"{claim.confidence:.2f}",
        quote if len(quote) <= SHOWN else f"{quote[: SHOWN - 1]}…",
    )
