"""The tables that readers work by, as the reference page prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .dates import DATE_FORMS, PLACEHOLDERS
from .delimited import RECORD_LIMIT
from .fields import FIELDS, WORK_FIELDS, Field
from .identifiers import FILE_PREFIX, NAMESPACES
from .lines import LINE_LIMIT
from .mapping import REQUIRED, SETTINGS, WORK_REQUIRED, Mapping
from .namespaces import LINKS
from .problems import FILE_REFUSALS, REMARKS, ROW_REFUSALS
from .profiles import profiles
from .sniff import DELIMITERS
from .streams import BOMB_FROM, BOMB_RATIO, UNPACKED_LIMIT
from .tables import SAMPLE_ROWS
from .text import EMPTY_WORDS, LIMITS
from .words import (
    FIRST_EPISODES_WORDS,
    KIND_WORDS,
    NO_VERDICT_WORDS,
    RELEASE_WORDS,
    VERDICT_WORDS,
    YES_NO_WORDS,
)

Rows = Iterable[Sequence[str]]


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" if word else "an empty cell" for word in words)


def _fields(fields: tuple[Field, ...], required: tuple[tuple[str, ...], ...]) -> Rows:
    needed = {name: group for group in required for name in group}
    for known in fields:
        group = needed.get(known.name, ())
        need = " or ".join(f"`{name}`" for name in group) if group else ""
        yield f"`{known.name}`", known.takes, need, ", ".join(known.synonyms)


def _words(
    table: dict[str, bool] | dict[str, str], names: Iterable[tuple[bool | str, str]]
) -> Rows:
    for value, name in names:
        yield name, _code(word for word, stands in table.items() if stands == value)


def _profiles() -> Rows:
    for profile in profiles():
        for what, mapping in (("reviews", profile.mapping), ("works", profile.works)):
            if mapping:
                yield f"`{profile.name}`", what, _mapped(mapping)


def _mapped(mapping: Mapping) -> str:
    pairs = ", ".join(f"`{choice.field}={choice.column}`" for choice in mapping.choices)
    return f"{pairs}; prefix `{mapping.settings.prefix}`"


def _bounds() -> Rows:
    yield "longest line", f"{LINE_LIMIT >> 20} MiB"
    yield "longest row of several lines", f"{RECORD_LIMIT:,} characters"
    ratio = f"{BOMB_RATIO} times the packed size, judged from {BOMB_FROM >> 20} MiB on"
    yield "unpacked size of a gzip file", f"{ratio}; {UNPACKED_LIMIT >> 30} GiB in all"
    yield "rows looked at for a guess", str(SAMPLE_ROWS)
    for name, limit in LIMITS.items():
        yield f"`{name}`", f"{limit:,} characters"


def _kinds() -> Rows:
    return _words(KIND_WORDS, ((kind, kind) for kind in dict.fromkeys(KIND_WORDS.values())))


def _verdicts() -> Rows:
    yield from _words(VERDICT_WORDS, ((True, "positive"), (False, "negative")))
    yield "no verdict", _code(sorted(NO_VERDICT_WORDS))


TABLES: dict[str, tuple[tuple[str, ...], Callable[[], Rows]]] = {
    "fields": (
        ("field", "what it takes", "needed", "column names known for it, the clearest first"),
        lambda: _fields(FIELDS, REQUIRED),
    ),
    "work-fields": (
        ("field", "what it takes", "needed", "column names known for it, the clearest first"),
        lambda: _fields(WORK_FIELDS, WORK_REQUIRED),
    ),
    "settings": (
        ("setting", "what it says", "values"),
        lambda: (
            (f"`{setting.name}`", setting.takes, _code(filter(None, setting.values)) or "any text")
            for setting in SETTINGS
        ),
    ),
    "profiles": (("profile", "table", "columns"), _profiles),
    "separators": (
        ("separator", "format"),
        lambda: (
            (f"`{mark}`" if mark != "\t" else "tab", name) for mark, name in DELIMITERS.items()
        ),
    ),
    "verdicts": (("verdict", "words"), _verdicts),
    "yes-no": (
        ("top critic", "words"),
        lambda: _words(YES_NO_WORDS, ((True, "yes"), (False, "no"))),
    ),
    "first-episodes": (
        ("first episodes only", "words"),
        lambda: _words(FIRST_EPISODES_WORDS, ((True, "yes"), (False, "no"))),
    ),
    "kinds": (("kind", "words"), _kinds),
    "releases": (
        ("release", "words"),
        lambda: _words(RELEASE_WORDS, (("wide", "wide"), ("limited", "limited"))),
    ),
    "empty": (("read as empty",), lambda: ((_code(sorted(EMPTY_WORDS)),),)),
    "dates": (("written", "read as"), lambda: DATE_FORMS),
    "placeholders": (("day", "read as"), lambda: ((f"{day}", "unknown") for day in PLACEHOLDERS)),
    "identifiers": (
        ("form", "kept as"),
        lambda: (
            *((f"`{form}`", f"`{space}:…`") for space, form, _ in NAMESPACES),
            ("anything else", f"`{FILE_PREFIX}…`, or under the profile's prefix"),
        ),
    ),
    "namespaces": (
        ("identifier", "at", "of", "leads to"),
        lambda: (
            (
                f"`{one.namespace}:{one.example}`",
                one.site,
                ", ".join(one.of) or "any",
                f"`{one.address}`",
            )
            for one in LINKS
        ),
    ),
    "bounds": (("what", "bound"), _bounds),
    "file-refusals": (("code", "sentence"), lambda: _sentences(FILE_REFUSALS)),
    "row-refusals": (("code", "sentence"), lambda: _sentences(ROW_REFUSALS)),
    "remarks": (("code", "sentence"), lambda: _sentences(REMARKS)),
}
"""The tables by name: their heads and what gives their rows."""


def _sentences(table: dict[str, str]) -> Rows:
    return ((f"`{code}`", sentence) for code, sentence in table.items())


def table(name: str) -> str:
    """Return a table in Markdown; raises KeyError for a name that is not in TABLES."""
    head, rows = TABLES[name]
    lines = [head, ["---"] * len(head), *rows()]
    cells = ([cell.replace("|", "\\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)
