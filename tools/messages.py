"""`make messages`: compiles the translated sentences; `--check` says what is missing or old."""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tools.machine import ROOT

SENTENCES = ROOT / "src" / "clapometer" / "sentences"
CATALOGUES = SENTENCES / "locale"
# The calls that hold a message, and those that hold one for each number.
SINGLE, PLURAL = {"say", "marked"}, {"choose", "count"}


def messages() -> set[str | tuple[str, ...]]:
    """Every message that the code says; those with a plural as pairs."""
    calls = [
        node
        for path in sorted(SENTENCES.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    ]
    return {found for call in calls if (found := _message(call))}


def _message(call: ast.Call) -> str | tuple[str, ...] | None:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    texts = tuple(
        one.value
        for one in call.args
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    )
    if name in SINGLE and texts:
        return texts[0]
    return texts if name in PLURAL and len(texts) == 2 else None


def catalogues() -> dict[str, Path]:
    """The translations by language."""
    return {path.parent.parent.name: path for path in sorted(CATALOGUES.rglob("*.po"))}


def read(path: Path) -> Catalog:
    """A translation."""
    with path.open("rb") as file:
        return read_po(file)


def compiled(catalogue: Catalog) -> bytes:
    """A translation as gettext reads it."""
    write_mo(buffer := io.BytesIO(), catalogue)
    return buffer.getvalue()


def faults(path: Path) -> Iterator[str]:
    """What is wrong with a translation, one sentence each."""
    catalogue = read(path)
    there = {message.id for message in catalogue if message.id}
    for missing in messages() - there:
        yield f"{path}: no translation of {missing!r}"
    for old in there - messages():
        yield f"{path}: nothing says {old!r}"
    for message in catalogue:
        parts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(parts)):
            yield f"{path}: {message.id!r} is not translated to its end"
    if path.with_suffix(".mo").read_bytes() != compiled(catalogue):
        yield f"{path.with_suffix('.mo')} is older than its text: run make messages"


def main(arguments: Sequence[str]) -> int:
    """Compile every translation, or with --check only say what is wrong (exit code 1)."""
    if "--check" not in arguments:
        for path in catalogues().values():
            path.with_suffix(".mo").write_bytes(compiled(read(path)))
    found = [fault for path in catalogues().values() for fault in faults(path)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
