"""The reference of facts: the kinds with their fields, what each sort of field takes, the columns
of a table."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import partial

from clapometer.facts import fields
from clapometer.facts.days import DATED
from clapometer.facts.fields import Field, Ref
from clapometer.facts.kinds import COMMON, WHEN, FactKind, all_kinds
from clapometer.readers.facts import COLUMNS
from clapometer.scoring.tables import markdown


def texts() -> dict[str, Callable[[], str]]:
    """The tables of this page by name; Django has to be loaded, for rooms register their kinds."""
    return {
        "fact-kinds": _kinds,
        "fact-fields": _fields,
        "fact-shapes": _shapes,
        "fact-common": _common,
        "fact-columns": partial(_words, "column", COLUMNS),
        "fact-dated": partial(_words, "`dated`", DATED),
    }


def _words(title: str, words: dict[str, str]) -> str:
    rows = [(f"`{word}`", means) for word, means in words.items()]
    return markdown((title, "meaning"), rows)


def _kinds() -> str:
    rows = [
        (f"[`{kind.name}`](#{kind.name})", ", ".join(kind.about) or "nothing else", kind.means,
         kind.moment)
        for kind in all_kinds()
    ]  # fmt: skip
    return markdown(("kind", "about", "what it says", "its time is"), rows)


def _fields() -> str:
    return "\n\n".join(part for kind in all_kinds() for part in _section(kind))


def _section(kind: FactKind) -> Iterator[str]:
    yield f"### {kind.name}"
    yield f"{kind.title}: {kind.means}."
    yield markdown(("field", "takes", "for example", "what it says"), map(_row, kind.fields))
    for field in kind.fields:
        table = getattr(field, "table", None)
        if table:
            words = {word: str(means) for word, means in table.items() if word}
            yield f"Words for `{field.name}`:"
            yield _words(f"`{field.name}`", words)


def _row(field: Field) -> tuple[str, str, str, str]:
    needed = ", needed" if field.required else ""
    beside = "; sealed beside the ledger" if field.sealed else ""
    example = field.example.replace("\n", " ⏎ ")
    return f"`{field.name}`", f"{_shape(field)}{needed}", f"`{example}`", f"{field.means}{beside}"


def _shape(field: Field) -> str:
    return f"a {field.to}" if isinstance(field, Ref) else SHAPES[field.shape]


# What a field takes, in a word or two, by its shape.
SHAPES = {
    "text": "one line",
    "prose": "lines of text",
    "choice": "one word of a table",
    "number": "a whole number",
    "amount": "a decimal number",
    "day": "a day, month or year",
    "link": "an address",
    "territory": "a country",
    "language": "a language",
    "flag": "yes or no",
    "numbers": "whole numbers",
    "texts": "several texts",
    "ref": "a work or person",
}


def _shapes() -> str:
    rows = [
        (SHAPES[one.shape], (inspect.getdoc(one) or "").partition("\n\n")[0])
        for one in vars(fields).values()
        if isinstance(one, type) and issubclass(one, Field) and one is not Field
    ]
    return markdown(("a field takes", "that is"), rows)


def _common() -> str:
    means = "when it happened: for each kind see above; empty where it is not known"
    when = (f"`{WHEN}`", SHAPES["day"] + ", or an instant", "`2022-05-20`", means)
    rows = [when, *map(_row, COMMON)]
    return markdown(("field", "takes", "for example", "what it says"), rows)
