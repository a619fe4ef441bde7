"""The command `clapometer`: its commands, each loaded only when it is run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from . import endings
from .flags import data_option
from .listing import Listed, ListedCommands

# The first sentences stand here too, so that listing the commands loads none of them.
COMMANDS = {
    "demo": Listed("demo", "Make a festival of invented films and serve it."),
    "init": Listed("init", "Make the folder of a new site."),
    "serve": Listed("serve", "Serve the site's pages."),
    "worker": Listed("worker", "Send what followers are to be told."),
    "outbox": Listed("outbox", "Say what waits to be sent to followers, and what was sent."),
    "import": Listed("importing", "Take in a file of reviews, works, charts, numbers or facts."),
    "take": Listed("take", "Take stories and reviews in, to be decided on the desk."),
    "feeds": Listed("feeds", "Subscribe feeds, whose new items are taken in."),
    "undo": Listed("undo", "Take a whole import back."),
    "score": Listed("score", "Print the score of a work, now or at any instant."),
    "compare": Listed("compare", "Print a work's score under several rules, side by side."),
    "rules": Listed("rules", "List the rules, show one, or adopt one."),
    "tiers": Listed("tiers", "Say where the tiers of a rule begin among the works of this site."),
    "history": Listed("history", "Print every step of a work's score."),
    "moments": Listed("moments", "Print what happened to a work's score, in words."),
    "rollup": Listed("rollup", "Print a series or season with its parts, in both readings."),
    "cite": Listed("cite", "Print sentences to quote about a work."),
    "facts": Listed("facts", "List the kinds of facts, show one, or list the facts of a work."),
    "query": Listed("query", "Answer a saved query over the whole site."),
    "charts": Listed("charts", "Print what weekly charts say of a work."),
    "consensus": Listed("consensus", "Print the critics' consensus of a work, with its versions."),
    "status": Listed("status", "Say where a work and its seasons stand, as announced."),
    "counters": Listed("counters", "Print the numbers that were counted of a work."),
    "measures": Listed("measures", "List what can be counted and what it means, or record it."),
    "fetch": Listed("fetch", "Fetch what open services tell, now."),
    "read": Listed("read", "Print what a story states, each claim with its words."),
    "reconcile": Listed(
        "reconcile", "Say which reviews can have made the scores that a site printed."
    ),
    "scores": Listed("scores", "Score every work of a table of reviews."),
    "search": Listed("search", "Find works by words of their titles."),
    "grade": Listed("grade", "Read one grade as it is printed."),
    "grades": Listed("grades", "Read a file of grades, one a line."),
    "consistency": Listed("consistency", "Say how grades go with verdicts."),
    "train": Listed("train", "Learn from reviews."),
    "page": Listed("page", "Read a page of the web and say what it holds."),
    "verdict": Listed("verdict", "Say whether texts speak for or against, one a line."),
    "scales": Listed("scales", "Propose, confirm and list the scales of outlets and critics."),
    "merge": Listed("merge", "Make two records of one work one."),
    "split": Listed("split", "Take the merging of two records back."),
    "invite": Listed("invite", "Print a link that lets one person in."),
    "members": Listed("members", "List the people who may sign in."),
    "member": Listed("member", "Change or remove a member."),
    "bounces": Listed("bounces", "Take in mail to followers that came back."),
    "rebuild": Listed("rebuild", "Make everything derived from the ledger anew."),
    "check": Listed("check", "Say what is wrong with this installation."),
}


class Commands(ListedCommands):
    """A group of listed commands which ends as `endings` says."""

    table = COMMANDS

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; click itself would take a reader that leaves early for a failure."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            raise endings.ReaderLeft from None
        return result

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line; whatever goes wrong ends in one sentence and an exit code."""

        def run() -> Any:
            return super(Commands, self).main(
                args, prog_name or "clapometer", complete_var, standalone_mode=False, **extra
            )

        code = endings.conclude(run)
        if standalone_mode:
            sys.exit(code)
        return code


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from clapometer import __version__

        click.echo(f"clapometer {__version__}")
        ctx.exit()


@click.group(cls=Commands, epilog=endings.epilog())
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
    help="Print the version.",
)  # fmt: skip
@data_option()
def main(data: object) -> None:
    """The open record of how a film or series is received.

    A site is one folder. Make one with `clapometer init`, or see one at once with
    `clapometer demo`. Answers go to standard output, everything else to standard error.
    """
