"""How a command ends: its exit code, one sentence for what went wrong, and no traceback."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

DONE, FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130
ENDINGS = {
    DONE: "done",
    FAILED: "something failed, or `check` found something wrong",
    REFUSED: "refused: wrong usage, no site there, unknown or ambiguous work, unfit file",
    INTERRUPTED: "interrupted",
}
LOG_NAME = "errors.log"

# What is known to go wrong, by the name of its class (nothing is loaded to know it): the exit code
# and the sentence, in which {error} stands for the error's own.
KNOWN = {
    "clapometer.readers.problems.Refused": (REFUSED, "{error}"),
    "clapometer.accounts.invitations.InvitationRefused": (REFUSED, "{error}"),
    "clapometer.accounts.members.MemberRefused": (REFUSED, "{error}"),
    "clapometer.catalogue.search.WorkUnknown": (REFUSED, "{error}"),
    "clapometer.desk.undoing.ImportUnknown": (REFUSED, "{error}"),
    "clapometer.prose.saving.ModelRefused": (REFUSED, "{error}"),
    "clapometer.prose.training.TrainingRefused": (REFUSED, "{error}"),
    "clapometer.scoring.rules.RuleUnknown": (REFUSED, "{error}"),
    "clapometer.scoring.keys.RuleRefused": (REFUSED, "{error}"),
    "clapometer.reviews.scales.ScaleRefused": (REFUSED, "{error}"),
    "clapometer.fetching.refusals.FetchRefused": (FAILED, "{error}"),
    "clapometer.facts.typed.FactRefused": (REFUSED, "{error}"),
    "clapometer.desk.intake.asked.TakingRefused": (REFUSED, "{error}"),
    "clapometer.desk.merging.MergeRefused": (REFUSED, "{error}"),
    "clapometer.desk.adopting.AdoptionRefused": (REFUSED, "{error}"),
    "clapometer.instants.InstantRefused": (REFUSED, "{error}"),
    "clapometer.desk.imports.ImportTakenBack": (FAILED, "{error}"),
    "clapometer.desk.ahead.ReaderDied": (FAILED, "{error}"),
    "clapometer.config.options.OptionRefused": (REFUSED, "{error}"),
    "django.db.migrations.exceptions.InconsistentMigrationHistory": (
        FAILED, "The database was made by a newer version of Clapometer: {error}"),
    "django.db.utils.DatabaseError": (
        FAILED, "The database cannot be used ({error}); `clapometer check` says more."),
    "sqlite3.Error": (
        FAILED,
        "The database cannot be used ({error}); `clapometer check` says more.",
    ),
    "django.core.exceptions.ImproperlyConfigured": (
        FAILED, "The site's settings cannot be used: {error}"),
    "builtins.PermissionError": (
        FAILED, "{where} may not be read or written by this user; change its permissions."),
    "builtins.OSError": (FAILED, "The system refuses: {error}."),
    "builtins.MemoryError": (FAILED, "The memory of this machine does not suffice."),
}  # fmt: skip


class Ended(Exception):
    """The command ends here, with one sentence and an exit code of the table ENDINGS."""

    def __init__(self, code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class ReaderLeft(Exception):
    """Whoever read the answer has had enough: `clapometer history … | head`."""


def failed(sentence: str) -> Ended:
    """Return the ending of a command in which something failed."""
    return Ended(FAILED, sentence)


def refused(sentence: str) -> Ended:
    """Return the ending of a command that cannot do what it was asked."""
    return Ended(REFUSED, sentence)


def epilog() -> str:
    """Return the table of exit codes as `--help` prints it."""
    lines = [f"{code}  {meaning}" for code, meaning in ENDINGS.items()]
    return "\n".join(["\b", "Exit codes:", *(f"  {line}" for line in lines)])


def conclude(run: Callable[[], object]) -> int:
    """Run the command line and return its exit code; what goes wrong is said on standard error."""
    for stream in (sys.stdout, sys.stderr):
        # A star that a terminal cannot show is no reason to fail.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = run()
    except (KeyboardInterrupt, click.Abort):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except click.UsageError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except Ended as ended:
        click.echo(str(ended), err=True)
        return ended.code
    except ReaderLeft:
        return _reader_left()
    except Exception as error:  # noqa: BLE001 -- this is where no traceback gets past
        return _explain(error)
    return code if isinstance(code, int) else DONE


def _reader_left() -> int:
    """End in silence and well: that a reader leaves is no fault."""
    # What is still buffered must not be written when the interpreter ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _explain(error: Exception) -> int:
    code, sentence = ending_of(error)
    click.echo(sentence or _logged(error), err=True)
    return code


def ending_of(error: Exception) -> tuple[int, str | None]:
    """Return the exit code and the sentence of an error; no sentence for one nobody foresaw."""
    for kind in type(error).__mro__:
        known = KNOWN.get(f"{kind.__module__}.{kind.__qualname__}")
        if known:
            code, template = known
            where = getattr(error, "filename", None) or "A file of the site"
            return code, template.format(error=_one_line(error), where=where)
    return FAILED, None


def _one_line(error: Exception) -> str:
    text = " ".join((getattr(error, "sentence", "") or str(error)).split())
    return text or type(error).__name__


def _logged(error: Exception) -> str:
    """Write the traceback where the site's keeper finds it; return the sentence that says where."""
    text = "".join(traceback.format_exception(error))
    entry = f"{datetime.now(UTC).isoformat(timespec='seconds')} {sys.argv[1:]}\n{text}\n"
    for folder in (os.environ.get("CLAPOMETER_DATA", ""), tempfile.gettempdir()):
        path = Path(folder) / LOG_NAME
        try:
            if folder and Path(folder).is_dir():
                with path.open("a", encoding="utf-8") as log:
                    log.write(entry)
                return (
                    f"Clapometer made a mistake ({type(error).__name__}); {path} has the details."
                )
        except OSError:
            continue
    return f"Clapometer made a mistake ({type(error).__name__}: {_one_line(error)})."
