"""A site of its own for tests of several processes: a folder, and on PostgreSQL a database."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def separate_site(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the environment in which processes work on an empty, migrated site of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "CLAPOMETER_DATA": str(folder)}
    with _database(environment):
        run_python(
            "from django.core.management import call_command; call_command('migrate', verbosity=0)",
            environment,
        )
        yield environment


@contextmanager
def _database(environment: dict[str, str]) -> Iterator[None]:
    url = environment.get("DATABASE_URL")
    if not url:
        yield
        return
    import psycopg

    name = f"clapometer_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            environment["DATABASE_URL"] = f"{url.rpartition('/')[0]}/{name}"
            yield
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def python(
    code: str, environment: dict[str, str], *arguments: str, **options: Any
) -> subprocess.Popen[str]:
    """Start a process that runs the code with Django set up for the site."""
    prepared = f"import django; django.setup()\n{code}"
    return subprocess.Popen(
        [sys.executable, "-c", prepared, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def run_python(code: str, environment: dict[str, str], *arguments: str) -> str:
    """Run the code to its end and return what it printed; what it complained of fails the test."""
    process = python(code, environment, *arguments)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out
