"""What an import loads, and what it does not: the library is light until a table is asked for."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "django",
    "numpy",
    "pyarrow",
    "numba",
    "pandas",
    "polars",
    "matplotlib",
    "altair",
    "duckdb",
}
LOADED = "import json, sys; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"


def loaded_by(script: str) -> set[str]:
    """The packages that are loaded after a script."""
    done = subprocess.run(
        [sys.executable, "-c", f"{script}\n{LOADED}"], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "script",
    [
        "import clapometer as clap",
        "import clapometer as clap; clap.score(positive=34, count=35, size='wide')",
        "import clapometer as clap; clap.grade('B-'); clap.compare(positive=1, count=9)",
        "import clapometer as clap; repr(clap.score(grades=['4/5'] * 9, rule='opencritic'))",
    ],
)
def test_counts_need_nothing_heavy(script):
    assert not loaded_by(script) & HEAVY


def test_the_import_itself_loads_no_room():
    script = "import clapometer, sys; print([n for n in sys.modules if n[:5] == 'clapo'])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['clapometer']"


def test_a_table_does_not_need_django():
    script = (
        "import clapometer as clap\n"
        "rows = [dict(work='a', reviewer=n, happened_at=n, positive=True) for n in range(6)]\n"
        "history = clap.history(rows)\n"
        "repr(history); history._repr_html_(); history.moments(); history.at('2024-01-01')\n"
    )
    assert "django" not in loaded_by(script)


# What is measured is the work, in time of the processor, and of several runs the least disturbed.
@pytest.mark.parametrize(
    ("script", "milliseconds"),
    [
        ("import clapometer", 15),
        ("import clapometer as clap; clap.score(positive=34, count=35)", 150),
    ],
)
def test_the_import_is_quick(script, milliseconds):
    def once() -> float:
        timed = f"from time import process_time as t; start = t(); {script}; print(t() - start)"
        done = subprocess.run(
            [sys.executable, "-c", timed], capture_output=True, text=True, check=True
        )
        return float(done.stdout)

    once()  # The first run may have to compile.
    assert min(once() for _ in range(7)) * 1000 < milliseconds
