"""Fetching numbers one counter after the other, and saying what became of each."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from .answers import print_json
from .counterimport import ending, outcome_lines, outcome_object
from .endings import FAILED, refused

if TYPE_CHECKING:
    from clapometer.desk.counterfiles import CounterFile
    from clapometer.fetching.client import Client


def fetch_each(
    wanted: Sequence[tuple[str, Callable[[Client], CounterFile]]], *, as_json: bool
) -> None:
    """Fetch and take in each of what is wanted, by its name; ends with 1 where one was refused.

    One that is refused does not keep the others from being fetched.
    """
    from clapometer.desk.clients import site_client
    from clapometer.desk.counterfiles import run_counters
    from clapometer.fetching.refusals import FetchRefused
    from clapometer.readers.problems import Refused

    if not wanted:
        raise refused("Nothing is kept yet; name a work to begin with.")
    client, failed = site_client(), 0
    told: list[dict[str, object]] = []
    for name, fetch in wanted:
        began = time.monotonic()
        try:
            outcome = run_counters(fetch(client))
        except (FetchRefused, Refused) as refusal:
            failed += 1
            told.append({"of": name, "error": str(refusal)})
            click.echo(f"{name}: {refusal}", err=True)
            continue
        seconds = round(time.monotonic() - began, 3)
        told.append({"of": name, **outcome_object(outcome, preview=False), "seconds": seconds})
        if not as_json:
            lines = [*outcome_lines(outcome), *ending(outcome, seconds)]
            click.echo("\n".join([f"{name}:", *(f"  {line}" for line in lines)]))
    if as_json:
        print_json(told)
    if failed:
        raise click.exceptions.Exit(FAILED)
