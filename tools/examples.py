"""Runs the examples of a page of documentation, in order, in a site of their own.

- In a `console` block every line that starts with `$ clapometer` is run. The lines under it are the
  output it must have, with `…` for whatever varies; with no lines under it, only its exit counts.
- Python blocks that follow each other are one script.
- A comment above a block says otherwise: `<!-- not run: reason -->`; `<!-- file: name -->` writes
  the block into the folder of the examples; `<!-- exits: 2 -->` names its commands' exit code.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tools.pages import Block

PROMPT = "$ clapometer"
SECONDS = 120


class ExampleFailed(AssertionError):
    """An example of the documentation does not do what the page says."""


@dataclass(frozen=True, slots=True)
class Command:
    """One line typed after the prompt, and the output that the page shows under it."""

    typed: str
    shown: str


def environment(folder: Path) -> dict[str, str]:
    """The environment of the examples: this Python first in PATH, and a site inside the folder."""
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "PATH": path, "CLAPOMETER_DATA": str(folder / "site"), "COLUMNS": "100"}


def commands(block: Block) -> Iterator[Command]:
    """The commands of a console block with the output shown under each."""
    for part in re.split(r"^(?=\$ )", block.text, flags=re.MULTILINE):
        first, _, shown = part.replace("\\\n", "").partition("\n")
        if first.startswith(PROMPT):
            yield Command(first.removeprefix("$ "), shown.rstrip())


def matches(shown: str, printed: str) -> bool:
    """Whether the output is what the page shows; `…` stands for anything."""
    pattern = ".*?".join(re.escape(part) for part in shown.split("…"))
    return re.fullmatch(pattern, printed.rstrip(), flags=re.DOTALL) is not None


def run_console(block: Block, folder: Path) -> None:
    """Run the commands of a block; refuse the first that does not do what the page says."""
    expected = int(block.note[1]) if block.note[0] == "exits" else 0
    for command in commands(block):
        done = subprocess.run(
            ["/bin/sh", "-c", command.typed],
            cwd=folder,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        where = f"{block.page}:{block.line}: $ {command.typed}\n"
        if done.returncode != expected:
            raise ExampleFailed(f"{where}exits {done.returncode}, not {expected}:\n{done.stdout}")
        if command.shown and not matches(command.shown, done.stdout):
            raise ExampleFailed(f"{where}shown:\n{command.shown}\nprinted:\n{done.stdout}")


def run_python(script: Sequence[Block], folder: Path) -> None:
    """Run Python blocks as one script, warnings being errors."""
    source = "\n".join(block.text for block in script)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", source],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        raise ExampleFailed(f"{script[0].page}:{script[0].line}: {done.stderr}")


def kind(block: Block) -> str:
    """What is done with a block: "file", "python", "console", or the empty string for nothing."""
    if block.note[0] == "not run":
        return ""
    if block.note[0] == "file":
        return "file"
    return block.language if block.language in {"python", "console"} else ""


def write_file(block: Block, folder: Path) -> None:
    """Write a block into the folder, under the name that the page gives it."""
    (folder / block.note[1]).write_text(block.text, encoding="utf-8")


def run_examples(blocks: Sequence[Block], folder: Path) -> int:
    """Run a page's examples in order; returns how many blocks were run."""
    chosen = [block for block in blocks if kind(block)]
    for name, group in groupby(chosen, key=kind):
        if name == "python":
            run_python(list(group), folder)
            continue
        for block in group:
            {"file": write_file, "console": run_console}[name](block, folder)
    return len(chosen)
