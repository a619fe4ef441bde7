"""`make docs`: writes the reference's tables from the code; `--check` says what is out of step."""

from __future__ import annotations

import inspect
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import click

from clapometer.scoring.frames.columns import Column
from tools import (
    claimspage,
    factspage,
    figurespage,
    followpage,
    hookspage,
    intakepage,
    librarypage,
    mailpage,
    measurespage,
    noticespage,
    outboxpage,
    phrasespage,
    prosepage,
    pushpage,
    queuepage,
    readingpages,
    receptionpage,
    rulespage,
    sendingpage,
    sourcespage,
    statuspage,
    storiespage,
)
from tools.machine import ROOT
from tools.pages import pages

# What lies between these two marks in a page is written from the code: change it there.
MARKED = re.compile(r"<!-- table: (?P<name>[a-z0-9-]+) -->\n.*?<!-- end -->", re.DOTALL)


PAGES = (
    measurespage, statuspage, receptionpage, factspage, storiespage, sourcespage, sendingpage,
    mailpage, hookspage, pushpage, followpage, outboxpage, noticespage,
    queuepage, phrasespage, claimspage, figurespage, readingpages,
    intakepage, prosepage,
)  # fmt: skip
"""Modules that write the tables of a page each."""


def cell(text: object) -> str:
    """A text on one line that a cell of a table can hold."""
    return " ".join(str(text).split()).replace("|", "\\|")


def row(*cells: object) -> str:
    """One row of a table."""
    return "| " + " | ".join(cell(one) for one in cells) + " |"


def walk(command: click.Command, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    """The command and all under it, each with its full name, in the order of the help pages."""
    yield context.command_path, command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found is not None and not found.hidden:
                yield from walk(found, click.Context(found, info_name=name, parent=context))


def default_of(option: click.Option) -> str:
    """What an option is when it is not given, in words."""
    shown = option.show_default if isinstance(option.show_default, str) else option.default
    if option.required:
        return "must be given"
    if shown is None or shown == () or callable(shown) or "UNSET" in repr(shown):
        return ""
    if option.is_flag:
        return "" if shown is False else "on"
    return f"`{shown}`"


def option_row(option: click.Option, context: click.Context) -> str:
    """One row about an option: its names, what it takes, its default, its meaning."""
    names = ", ".join(f"`{one}`" for one in [*option.opts, *option.secondary_opts])
    takes = "" if option.is_flag or option.count else f"`{option.make_metavar(context)}`"
    variables = [option.envvar] if isinstance(option.envvar, str) else option.envvar or ()
    also = "".join(f" Also from the variable `{one}`." for one in variables)
    return row(names, takes, default_of(option), f"{option.help or ''}{also}")


def paragraphs(text: str | None) -> Iterator[str]:
    """A help text as paragraphs of Markdown; what click is told to print as it stands stays so."""
    for part in inspect.cleandoc(text or "").split("\n\n"):
        if part.startswith("\b\n"):
            yield f"```text\n{part[2:].strip()}\n```"
        elif part:
            yield part


def command_parts(path: str, command: click.Command) -> Iterator[str]:
    """The parts of the reference about one command: name, usage, meaning, options."""
    context = click.Context(command, info_name=path)
    yield f"## {path}"
    yield f"```text\n{' '.join([path, *command.collect_usage_pieces(context)])}\n```"
    yield from paragraphs(command.help)
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    if options:
        rows = [option_row(one, context) for one in options]
        yield "\n".join(["| option | takes | default | meaning |", "|---|---|---|---|", *rows])
    yield from paragraphs(command.epilog)


def commands_text() -> str:
    """The reference of all commands, from click's own description of them."""
    from clapometer.cli.main import main as command_line

    context = click.Context(command_line, info_name="clapometer")
    found = walk(command_line, context)
    return "\n\n".join(part for path, command in found for part in command_parts(path, command))


def settings_text() -> str:
    """The reference of all settings, from the site's own table of them."""
    from clapometer.config.options import DATA_VARIABLE, DEFAULT_FOLDER, OPTIONS

    lines = ["| setting | variable | default | meaning |", "|---|---|---|---|"]
    folder = "The folder of the site; one folder is one site. Also the option `--data`."
    lines.append(row("(not in the file)", f"`{DATA_VARIABLE}`", f"`{DEFAULT_FOLDER}`", folder))
    for one in OPTIONS:
        default = f"`{one.default}`" if one.default else "(empty)"
        lines.append(row(f"`{one.name}`", f"`{one.variable}`", default, one.meaning))
    return "\n".join(lines)


def entries_text() -> str:
    """The reference of all kinds of entries, from the rooms that write them."""
    from clapometer.catalogue import kinds as works
    from clapometer.desk import kinds as imports
    from clapometer.reviews import kinds as reviews
    from clapometer.signals import kinds as signals
    from clapometer.stories import kinds as stories

    lines = ["| entry | what it says | what its body holds |", "|---|---|---|"]
    for room in (works, reviews, signals, stories, imports):
        for name, one in room.ENTRY_KINDS.items():
            sealed = {text: f"{meaning}, sealed" for text, meaning in one.texts.items()}
            members = (
                f"`{member}`: {meaning}" for member, meaning in ({**one.body, **sealed}).items()
            )
            lines.append(row(f"`{name}`", one.means, "<br>".join(members)))
    return "\n".join(lines)


def words_text(title: str, words: Mapping[str, str]) -> str:
    """A table of words of the ledger, each with its meaning."""
    rows = [row(f"`{word}`", meaning) for word, meaning in words.items()]
    return "\n".join([row(title, "meaning"), "|---|---|", *rows])


def columns_text(columns: Mapping[str, Column]) -> str:
    """A table of columns: what each holds and means."""
    rows = [row(f"`{name}`", one.holds, one.means) for name, one in columns.items()]
    return "\n".join(["| column | holds | meaning |", "|---|---|---|", *rows])


def load_django() -> None:
    """Load Django with the settings of no site, for tables that lie beside models."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clapometer.config.settings")
    django.setup()


def sentences_text() -> str:
    """One made-up fact as each house style says it in each language."""
    from clapometer.sentences.languages import LANGUAGES
    from clapometer.sentences.styles import MANNERS
    from clapometer.sentences.values import Debut, Mark, Standing, When
    from clapometer.sentences.voice import Voice
    from clapometer.sentences.writing import write

    debut = Standing(Mark(Decimal(100)), 6, When(date(2026, 8, 3)))
    later = Standing(Mark(Decimal(97)), 37, When(date(2026, 8, 7)))
    fact = Debut("The Salt Road", debut, later)
    lines = [row("style", "language", "a made-up debut"), "|---|---|---|"]
    for style, code in MANNERS:
        name = f"`{code}` ({LANGUAGES[code].name})"
        lines.append(row(f"`{style}`", name, write(fact, Voice(style, code))))
    return "\n".join(lines)


def queries_text() -> str:
    """Every saved query: its question, parameters, columns, and rules."""
    from clapometer.queries.table import QUERIES

    lines = [row("query", "question", "parameters", "columns", "dates and ties"), "|---" * 5 + "|"]
    for name, one in QUERIES.items():
        values = "<br>".join(
            f"`{each.name}`: {each.means} ({each.default})" for each in one.parameters
        )
        columns = "<br>".join(f"`{each}`: {meaning}" for each, meaning in one.columns.items())
        lines.append(row(f"`{name}`", one.question, values, columns, f"{one.dates} {one.ties}"))
    return "\n".join(lines)


def citing_tables() -> dict[str, Callable[[], str]]:
    """The tables about what can be taken away: sentences, files, queries, calendars."""
    load_django()
    from clapometer.calendars.ics import STATUSES
    from clapometer.citing.files import COLUMNS
    from clapometer.citing.items import KINDS
    from clapometer.sentences.styles import STYLES

    return {
        "sentence-styles": partial(words_text, "style", STYLES),
        "sentence-voices": sentences_text,
        "cite-kinds": partial(words_text, "kind", KINDS),
        "cite-columns": partial(words_text, "column", COLUMNS),
        "queries": queries_text,
        "calendar-statuses": partial(words_text, "`STATUS`", STATUSES),
    }


def licences_text() -> str:
    """The table of licences that a poster may have."""
    from clapometer.catalogue.facts.posters import LICENCES

    lines = [row("licence", "meaning", "text", "asks for a name"), "|---|---|---|---|"]
    for name, one in LICENCES.items():
        text = f"<{one.address}>" if one.address else ""
        lines.append(row(f"`{name}`", one.title, text, "yes" if one.credit else "no"))
    return "\n".join(lines)


def roles_text() -> str:
    """The table of roles; its words are translated for pages, and here they stay English."""
    load_django()
    from clapometer.accounts.roles import ROLES

    return words_text("role", {name: str(role.may) for name, role in ROLES.items()})


def tables() -> dict[str, Callable[[], str]]:
    """Every table that a page may ask for by name, with what writes it."""
    from clapometer.readers import reference
    from clapometer.readers.pictures.bounds import BOUNDS
    from clapometer.reviews.contents import DATED, VERDICT_BY
    from clapometer.reviews.kinds import SAID
    from clapometer.scoring import tables as scoring
    from clapometer.scoring.frames import columns as frames
    from clapometer.scoring.frames.choosing import ENGINES
    from clapometer.scoring.frames.spark import WAYS
    from clapometer.signals.kinds import COUNTRIES, FORMS, LINE, PUBLICATIONS

    found: dict[str, Callable[[], str]] = {
        "commands": commands_text,
        "site-settings": settings_text,
        "roles": roles_text,
        "poster-bounds": partial(words_text, "what", BOUNDS),
        "poster-licences": licences_text,
        "entry-kinds": entries_text,
        "entry-said": partial(words_text, "member", SAID),
        "frame-engines": partial(words_text, "engine", ENGINES),
        "frame-ways": partial(words_text, "way", WAYS),
        "frame-input": partial(columns_text, frames.INPUT),
        "frame-history": partial(columns_text, frames.HISTORY),
        "frame-scores": partial(columns_text, frames.SCORES),
        "frame-works": partial(columns_text, frames.WORKS),
        "frame-moments": partial(columns_text, frames.MOMENTS),
        "rules-explained": rulespage.rules_text,
        "library-functions": librarypage.functions_text,
        "library-classes": librarypage.classes_text,
        **citing_tables(),
        "chart-forms": partial(words_text, "form", FORMS),
        "chart-line": partial(words_text, "in its place", LINE),
        "chart-publications": partial(words_text, "`publication`", PUBLICATIONS),
        "countries": partial(words_text, "member", COUNTRIES),
        "entry-dated": partial(words_text, "`dated`", DATED),
        "entry-verdict-by": partial(words_text, "`verdict_by`", VERDICT_BY),
    }
    for page in PAGES:
        found |= page.texts()
    for room in (scoring, reference):
        if twice := found.keys() & room.TABLES.keys():
            raise SystemExit(f"Two rooms write a table of the same name: {sorted(twice)}")
        found |= {name: partial(room.table, name) for name in room.TABLES}
    return found


def filled(page: Path, writers: dict[str, Callable[[], str]]) -> str:
    """The page with each table between its marks as the code has it now."""

    def write(found: re.Match[str]) -> str:
        name = found["name"]
        if name not in writers:
            raise SystemExit(f"{page} asks for a table {name!r} that nothing writes")
        return f"<!-- table: {name} -->\n\n{writers[name]().strip()}\n\n<!-- end -->"

    return MARKED.sub(write, page.read_text(encoding="utf-8"))


def out_of_step() -> dict[Path, str]:
    """The pages that differ from the code, each with the text it should have."""
    writers = tables()
    wanted = {page: filled(page, writers) for page in pages()}
    return {page: text for page, text in wanted.items() if text != page.read_text(encoding="utf-8")}


def not_on_a_page() -> list[str]:
    """The tables that no page shows."""
    asked = {
        found["name"]
        for page in pages()
        for found in MARKED.finditer(page.read_text(encoding="utf-8"))
    }
    return sorted(tables().keys() - asked)


def main(arguments: Sequence[str]) -> int:
    """Write the pages anew, or with --check only say which differ (exit code 1)."""
    changed = out_of_step()
    for page, text in changed.items():
        if "--check" in arguments:
            print(f"{page.relative_to(ROOT)} is out of step with the code: run make docs")
        else:
            page.write_text(text, encoding="utf-8")
            print(f"{page.relative_to(ROOT)} written")
    return 1 if changed and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
