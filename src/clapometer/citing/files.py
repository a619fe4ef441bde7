"""A set of facts as files: Markdown for people, CSV for tables, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings

from clapometer.instants import format_instant
from clapometer.sentences.voice import Voice

from .items import Cited, Item
from .links import absolute, work_path

# One column of the CSV, and one member of each fact in the JSON.
COLUMNS = {
    "key": "names the fact within its set, and is its anchor on the page",
    "kind": "one of the table of kinds",
    "sentence": "the fact in words",
    "work": "the number of the work or season it is about",
    "title": "its title",
    "instant": "when the fact took place (RFC 3339, UTC)",
    "source": "who says so; empty for this site’s own scores",
    "link": "where they say so",
    "entry": "the entry of the ledger behind it, the fact’s number",
    "permalink": "the address that shows this fact for ever",
}
SECOND = 1_000_000
# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")


def rows(cited: Cited, voice: Voice) -> list[dict[str, Any]]:
    """Return the facts with the members of COLUMNS, in that order."""
    return [
        {
            "key": item.key,
            "kind": item.kind,
            "sentence": item.sentence(voice),
            "work": item.about.public_id,
            "title": item.about.label,
            "instant": format_instant(item.instant),
            "source": item.source,
            "link": item.link,
            "entry": item.entry,
            "permalink": cited.permalink(item, voice),
        }
        for item in cited.items
    ]


def as_csv(cited: Cited, voice: Voice) -> str:
    """Return the facts as CSV (RFC 4180); no cell can begin a formula in a spreadsheet."""
    return table_csv(list(COLUMNS), [list(row.values()) for row in rows(cited, voice)])


def table_csv(header: Sequence[str], lines: Sequence[Sequence[object]]) -> str:
    """Return lines as CSV; a text that a spreadsheet would run is led by an apostrophe."""
    writer = csv.writer(text := io.StringIO(newline=""), lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([safe_cell(cell) for cell in line] for line in lines)
    return text.getvalue()


def safe_cell(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def as_json(cited: Cited, voice: Voice) -> str:
    """Return the set with everything that it was answered from, and the values of each fact."""
    facts = [
        row | {"values": plain(item.fact)}
        for row, item in zip(rows(cited, voice), cited.items, strict=True)
    ]
    return json.dumps({**head(cited, voice), "facts": facts}, ensure_ascii=False, indent=2) + "\n"


def head(cited: Cited, voice: Voice) -> dict[str, Any]:
    """Return what a set says of itself."""
    work = cited.work
    return {
        "work": {"id": work.public_id, "title": work.label, "year": work.year, "kind": work.kind},
        "at": format_instant(cited.fixed.at),
        "known": format_instant(cited.fixed.known),
        "rule": cited.fixed.rule or None,
        "position": cited.position,
        "style": voice.style,
        "language": voice.language,
        "permalink": cited.permalink(voice=voice),
        "credit": credit(cited),
        "licence": settings.SITE["licence"],
    }


def plain(value: Any) -> Any:
    """Return the values of a fact as JSON has them; numbers with places stay exact, as text."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "_asdict"):
        return {name: plain(part) for name, part in value._asdict().items()}
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return [plain(part) for part in value] if isinstance(value, tuple) else value


def as_markdown(cited: Cited, voice: Voice) -> str:
    """Return the facts as a list, each with its source and permalink, and the credit."""
    parts = [
        f"# {escaped(str(cited.work))}",
        "",
        *(_line(cited, item, voice) for item in cited.items),
    ]
    page = absolute(work_path(cited.work, cited.fixed))
    parts += ["", f"[{escaped(str(cited.work))}]({page})", "", escaped(credit(cited)), ""]
    parts += [escaped(settings.SITE["licence"]), ""]
    return "\n".join(parts)


def _line(cited: Cited, item: Item, voice: Voice) -> str:
    link = f"[{escaped(item.source)}](<{item.link}>)" if item.link else escaped(item.source)
    source = f", {link}" if item.source else ""
    return f"- {escaped(item.sentence(voice))} ([#]({cited.permalink(item, voice)}){source})"


def escaped(text: str) -> str:
    """Return a text that Markdown prints as it stands, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def credit(cited: Cited) -> str:
    """Return the line that names where the facts come from."""
    known = format_instant(cited.fixed.known // SECOND * SECOND)
    return (
        f"{settings.SITE['name']}, {settings.SITE['address']}, ledger position "
        f"{cited.position}, recorded {known}"
    )
