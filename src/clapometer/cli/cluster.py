"""Tables in files, scored by Apache Spark: on this machine, or on a cluster."""

from __future__ import annotations

import os
import re
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.instants import parse_instant
from clapometer.scoring.frames.columns import INPUT, WORKS
from clapometer.scoring.frames.spark import (
    FrameRefused,
    SparkMissing,
    history,
    moments,
    scores,
)
from clapometer.scoring.rules import Rule

from .endings import Ended, failed, refused
from .portions import memory_named
from .tablescores import named_columns

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Scored = Callable[["DataFrame"], "DataFrame"]
LOOPBACK = "127.0.0.1"
# So that the same rows lie in the same parts of a file, whenever the workers join.
_SETTINGS = {
    "spark.log.level": "ERROR",
    "spark.sql.caseSensitive": "true",
    "spark.sql.files.minPartitionNum": "16",
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.enabled": "false",
}
_WORKER_SAID = re.compile(r"(?:FrameRefused|FramesMissing): (.+)")
_LACKING = re.compile(r"ModuleNotFoundError: (No module named '\w+)")


def history_of_file(
    source: str, output: Path, known: str | None, rule: Rule, maps: tuple[str, ...],
    memory: str | None, master: str,
) -> None:  # fmt: skip
    """Write the history of a table, made by Spark, as a folder of part files."""
    names = named_columns(maps)
    then = None if known is None else parse_instant(known, UTC)
    score = partial(history, rule=rule, known=then, names=names)
    _score(source, str(output), score, names.get("seq", "seq"), memory, master)


def scores_of_file(
    source: str, output: Path, at: str | None, rule: Rule, maps: tuple[str, ...],
    memory: str | None, master: str,
) -> None:  # fmt: skip
    """Write the scores of a table, made by Spark, as a folder of part files."""
    names = named_columns(maps)
    when = None if at is None else parse_instant(at, UTC)
    score = partial(scores, rule=rule, at=when, names=names)
    _score(source, str(output), score, names.get("seq", "seq"), memory, master)


def moments_of_file(
    source: str, output: Path, at: str | None, known: str | None, rule: Rule,
    maps: tuple[str, ...], memory: str | None, master: str,
) -> None:  # fmt: skip
    """Write the moments of a table, made by Spark, as a folder of part files."""
    names = named_columns(maps, (*INPUT, *WORKS))
    upto, then = (None if one is None else parse_instant(one, UTC) for one in (at, known))
    tell = partial(moments, rule=rule, at=upto, known=then, names=names)
    _score(source, str(output), tell, names.get("seq", "seq"), memory, master)


def _score(
    source: str, output: str, score: Scored, seq: str, memory: str | None, master: str
) -> None:
    from .clusterfiles import place, read_table, write_table

    with _explained(), session(master, memory) as spark:
        rows = write_table(score(read_table(spark, place(source), seq)), place(output))
    click.echo(f"{rows:,} rows written to {output}, a folder of part files.", err=True)


@contextmanager
def session(master: str, memory: str | None) -> Iterator[SparkSession]:
    """Start what talks to the master, and end it afterwards.

    A master on this machine is talked to on the loopback address alone.
    """
    if shutil.which("java", path=_java_home()) is None:
        raise refused("Spark needs Java 17 or newer: install it, or set JAVA_HOME.")
    # Workers on this machine run the Python that runs now; a cluster's may lie elsewhere.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = dict(_SETTINGS)
    settings["spark.ui.showConsoleProgress"] = str(sys.stderr.isatty()).lower()
    if _is_here(master):
        os.environ.setdefault("SPARK_LOCAL_IP", LOOPBACK)
        settings |= {"spark.driver.host": LOOPBACK, "spark.driver.bindAddress": LOOPBACK}
    if memory is not None:
        size = f"{max(memory_named(memory) >> 20, 512)}m"
        settings |= {"spark.executor.memory": size, "spark.driver.memory": size}
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("clapometer").master(master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    found = builder.getOrCreate()
    try:
        yield found
    finally:
        found.stop()


def _java_home() -> str | None:
    home = os.environ.get("JAVA_HOME")
    return f"{home}/bin" if home else None


def _is_here(master: str) -> bool:
    host = re.fullmatch(r"spark://\[?([^]/]+?)\]?:\d+", master)
    return master.startswith("local") or (
        host is not None and host[1] in {LOOPBACK, "localhost", "::1"}
    )


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what goes wrong in Spark into one sentence."""
    with warnings.catch_warnings():
        # Nothing of pandas is used but its presence, which PySpark asks for.
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas")
        try:
            yield
        except Ended:
            raise
        except (FrameRefused, SparkMissing) as error:
            raise refused(str(error)) from error
        except Exception as error:
            if not type(error).__module__.startswith(("pyspark", "py4j")):
                raise
            raise _ending(str(error)) from error


def _ending(said: str) -> Ended:
    """Return the ending for what Spark said, in many lines."""
    if found := _WORKER_SAID.search(said):
        return refused(found[1].strip())
    if found := _LACKING.search(said):
        return failed(
            f"A worker lacks a package ({found[1]}'): install clapometer[frames,spark] there, and "
            "set PYSPARK_PYTHON to the Python that has it."
        )
    if "PATH_ALREADY_EXISTS" in said:
        return refused("The result is there already; remove it or choose another name.")
    if "PATH_NOT_FOUND" in said:
        return refused("The workers find no such file; it must lie where all of them can read it.")
    if "JAVA_GATEWAY_EXITED" in said:
        return failed("Spark did not start; what Java said of it stands above.")
    first = next((line.strip() for line in said.splitlines() if line.strip()), "no reason given")
    return failed(f"Spark could not finish: {first.rstrip('.')}.")
