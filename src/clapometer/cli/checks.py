"""The table of checks of an installation. Each looks and changes nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from clapometer.config.folder import DATABASE_NAME, SECRET_NAME
from clapometer.config.options import FILE_NAME, OptionRefused, read_options

from .endings import ending_of
from .fault import Fault
from .mailcheck import look_at_mail
from .pushcheck import look_at_push_key


class Check(NamedTuple):
    """One check: what is right when it finds nothing; it waits for the one it comes `after`."""

    meaning: str
    look: Callable[[Path], Iterator[Fault]]
    after: str = ""


# Enough for SQLite to copy its log back and for a day's reviews; below it, writing soon fails.
LEAST_SPACE = 200 * 2**20
# File systems that several machines share: SQLite's WAL needs memory that they cannot share.
NETWORK = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "afs",
    "ceph",
    "fuse.sshfs",
    "fuse.glusterfs",
    "lustre",
    "ncp",
)
_LEDGER_FAULTS = 20


def find_faults(folder: Path) -> list[tuple[str, list[Fault] | None]]:
    """Return the faults each check finds, in order; None for one that could not be made."""
    results: dict[str, list[Fault] | None] = {}
    for name, check in CHECKS.items():
        before = results.get(check.after, [])
        results[name] = None if before or before is None else _look(check, folder)
    return list(results.items())


def _look(check: Check, folder: Path) -> list[Fault]:
    """Return what the check finds; an error of a known kind in the middle of it is a find too."""
    try:
        return list(check.look(folder))
    except Exception as error:
        sentence = ending_of(error)[1]
        if sentence is None:
            raise
        return [Fault(sentence, "go back to a backup, if nothing above explains it")]


def _folder(folder: Path) -> Iterator[Fault]:
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield Fault(
            f"{folder} cannot be written by this user.",
            f"run the site as the folder's owner, or: chown -R $USER {folder}",
        )
    for path in sorted(folder.glob(f"{DATABASE_NAME}*")):
        if not os.access(path, os.R_OK | os.W_OK):
            yield Fault(f"{path} cannot be written by this user.", f"chown $USER {path}")


def _secret(folder: Path) -> Iterator[Fault]:
    path = folder / SECRET_NAME
    if not path.exists():
        yield Fault(f"{path} is missing.", "run `clapometer serve` once; it makes a new one")
    elif path.stat().st_mode & 0o077:
        yield Fault(f"{path} can be read by others.", f"chmod 600 {path}")
    elif path.stat().st_size < 32:
        yield Fault(f"{path} is too short to be a secret.", f"remove {path}; a new one is made")


def _settings(folder: Path) -> Iterator[Fault]:
    from .complaints import CHECKED, complaint_about

    path = folder / FILE_NAME
    try:
        options = read_options(folder)
    except OptionRefused as refusal:
        yield Fault(str(refusal), f"correct {path}")
        return
    for name in CHECKED:
        complaint = complaint_about(name, options[name])
        if complaint:
            yield Fault(complaint, f"correct “{name}” in {path} or the variable that overrides it")


def _rules(folder: Path) -> Iterator[Fault]:
    from .opening import load_site

    load_site(folder)
    from clapometer.reviews.rulebook import faults

    for path, sentence in faults():
        yield Fault(sentence, f"correct {path}")


def _rule(folder: Path) -> Iterator[Fault]:
    from clapometer.reviews.scoreboard import in_force
    from clapometer.scoring.rules import RuleRefused, RuleUnknown

    name = read_options(folder)["rule"]
    try:
        in_force()
    except (RuleUnknown, RuleRefused) as problem:
        yield Fault(
            f"The rule “{name}” of the setting “rule” cannot be used. {problem}",
            f"correct “rule” in {folder / FILE_NAME} or the rule's file, or adopt a rule",
        )


def _database(folder: Path) -> Iterator[Fault]:
    path = folder / DATABASE_NAME
    if not read_options(folder)["database_url"] and not path.exists():
        yield Fault(
            f"{path} is missing.", "put it back from a backup, or begin anew: clapometer serve"
        )
        return
    from .opening import load_site

    load_site(folder)
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA quick_check(5)")
                yield from _damage(path, cursor.fetchall())
    except DatabaseError as error:
        yield Fault(
            f"The database does not open: {' '.join(str(error).split())}.", _mend_database(path)
        )


def _damage(path: Path, rows: list[tuple[str]]) -> Iterator[Fault]:
    for (line,) in rows:
        if line != "ok":
            yield Fault(f"{path} is damaged: {line}.", _mend_database(path))


def _mend_database(path: Path) -> str:
    if path.exists():
        return f"put {path.name} back from a backup"
    return "start the database server, or correct “database_url”"


def _journal(folder: Path) -> Iterator[Fault]:
    from django.db import connection

    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        mode = cursor.fetchone()[0]
    if mode != "wal":
        yield Fault(f"SQLite's journal is in mode “{mode}”.", "move the folder to a local disk")
    system = file_system(folder)
    if system.startswith(NETWORK):
        yield Fault(
            f"{folder} lies on a network file system ({system}), where SQLite loses data.",
            "move the folder to a local disk, or use PostgreSQL (database_url)",
        )


def file_system(folder: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """Return the type of the file system a folder lies on; "" where the system does not tell."""
    try:
        lines = [line.split() for line in mounts.read_text(encoding="utf-8").splitlines()]
    except (OSError, UnicodeDecodeError):
        return ""
    points = {line[1].replace("\\040", " "): line[2] for line in lines if len(line) > 2}
    real = folder.resolve()
    return next((points[str(one)] for one in (real, *real.parents) if str(one) in points), "")


def _migrations(_: Path) -> Iterator[Fault]:
    from .opening import unapplied_migrations

    missing = unapplied_migrations()
    if missing:
        yield Fault(
            f"The tables are of an older version: {len(missing)} changes to them are missing.",
            "any other command makes them, for example: clapometer search a",
        )


def _consumers(_: Path) -> Iterator[Fault]:
    from clapometer.ledger.consumers import is_behind

    if is_behind():
        yield Fault(
            "Scores and lists are behind the ledger: a command was killed.",
            "any other command catches up; `clapometer rebuild` makes everything anew",
        )


def _ledger(_: Path) -> Iterator[Fault]:
    from clapometer.ledger.verifying import problems

    for sentence in islice(problems(), _LEDGER_FAULTS):
        yield Fault(sentence, "the log was changed from outside: go back to a backup from before")


def _clock(_: Path) -> Iterator[Fault]:
    from clapometer.instants import format_instant, now
    from clapometer.ledger.reading import head

    last = head()[1]
    if last is not None and last > now():
        yield Fault(
            f"The last entry was recorded at {format_instant(last)}, after this machine's present.",
            "set the clock of this machine (for example: timedatectl set-ntp true)",
        )


def _space(folder: Path) -> Iterator[Fault]:
    free = shutil.disk_usage(folder).free
    if free < LEAST_SPACE:
        yield Fault(
            f"Only {free // 2**20} MiB are free on the disk of {folder}.",
            f"make room: at least {LEAST_SPACE // 2**20} MiB",
        )


CHECKS = {
    "folder": Check("The site's folder can be read and written.", _folder),
    "secret": Check("The secret is there, and its owner's only.", _secret),
    "space": Check("There is space left on the disk.", _space),
    "settings": Check("The settings can be used.", _settings),
    "rules": Check("The files of the site's own rules can be used.", _rules, after="settings"),
    "database": Check("The database opens and is not damaged.", _database, after="settings"),
    "journal": Check(
        "SQLite works as it has to for several processes.", _journal, after="database"
    ),
    "migrations": Check("The tables are those of this version.", _migrations, after="database"),
    "rule": Check("The rule of each instant is known.", _rule, after="migrations"),
    "consumers": Check("Scores and lists have followed the ledger.", _consumers, after="rule"),
    "mail": Check("Codes to sign in with reach people.", look_at_mail, after="migrations"),
    "push": Check("The key for push services can be used.", look_at_push_key, after="migrations"),
    "clock": Check("This machine's clock is not behind the ledger.", _clock, after="migrations"),
    "ledger": Check("The ledger has no gap and no entry was changed.", _ledger, after="migrations"),
}
