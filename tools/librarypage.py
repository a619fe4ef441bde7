"""The reference of the library, written from its signatures and docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

import clapometer
from clapometer.library.names import CLASSES, FUNCTIONS

PROMPT = ">>> "


def functions_text() -> str:
    """Every function: signature, meaning, example."""
    return "\n\n".join(part for name in FUNCTIONS for part in _function(name))


def classes_text() -> str:
    """Every class: meaning, example, what it has beside its table."""
    return "\n\n".join(part for name in CLASSES for part in _class(name))


def _function(name: str) -> Iterator[str]:
    found = getattr(clapometer, name)
    yield f"### clap.{name}"
    yield f"```text\nclap.{name}{_signature(found)}\n```"
    yield from documented(inspect.getdoc(found) or "")


def _signature(found: Callable[..., object]) -> str:
    """The signature as it is written, one parameter on each line where there are several."""
    signature = inspect.signature(found)
    parameters = list(signature.parameters.values())
    returned = f" -> {signature.return_annotation}"
    if len(parameters) < 2:
        return f"({', '.join(map(_parameter, parameters))}){returned}"
    lines, starred = [], False
    for one in parameters:
        if one.kind is one.KEYWORD_ONLY and not starred:
            lines.append("*")
            starred = True
        lines.append(_parameter(one))
    body = "".join(f"    {line},\n" for line in lines)
    return f"(\n{body}){returned}"


def _parameter(one: inspect.Parameter) -> str:
    default = "" if one.default is one.empty else f" = {one.default!r}"
    return f"{one.name}: {one.annotation}{default}"


def _class(name: str) -> Iterator[str]:
    found = getattr(clapometer, name)
    yield f"### clap.{name}"
    yield from documented(inspect.getdoc(found) or "")
    rows = [f"| `{member}` | {' '.join(said.split())} |" for member, said in _members(found)]
    if rows:
        yield "\n".join(["| member | meaning |", "|---|---|", *rows])


def _members(found: type) -> Iterator[tuple[str, str]]:
    """Yield each public member of a class of ours, in the order in which they are written."""
    seen: dict[str, str] = {}
    for one in found.__mro__:
        if not one.__module__.startswith("clapometer.library"):
            continue
        for name, value in vars(one).items():
            said = inspect.getdoc(value)
            if name.startswith("_") or name in seen or not said or not _is_member(value):
                continue
            seen[name] = said
            yield f"{name}{_called(value)}", said.replace("|", "\\|")


def _called(value: object) -> str:
    """How a member is called, by the names of its parameters; nothing for a property."""
    if not inspect.isfunction(value):
        return ""
    names = [name for name in inspect.signature(value).parameters if name != "self"]
    return f"({', '.join(names)})"


def _is_member(value: object) -> bool:
    return inspect.isfunction(value) or isinstance(value, property) or hasattr(value, "attrname")


def documented(text: str) -> Iterator[str]:
    """A docstring as Markdown: paragraphs, and each run of examples as one block."""
    for part in text.split("\n\n"):
        if part.lstrip().startswith(PROMPT):
            yield f"```pycon\n{part.strip()}\n```"
        else:
            yield " ".join(part.split())
