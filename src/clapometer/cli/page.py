"""`clapometer page`: what one page of the web says, from a file."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json
from .endings import refused
from .flags import data_option, json_option

if TYPE_CHECKING:
    from clapometer.readers.pages import Page

GZIP = b"\x1f\x8b"
SHOWN = ("headline", "byline", "outlet", "published", "modified", "topics", "language",
         "canonical", "description")  # fmt: skip
"""Fields of a page in the order they are printed."""
REVIEW = ("work", "year", "kind", "about", "identifiers", "critic", "grade", "verdict",
          "published", "link", "quote", "confidence")  # fmt: skip
"""Fields of its review in the order they are printed."""


@click.command("page")
@click.argument("file")
@click.option(
    "--url", default="", metavar="URL", help="Where the page was fetched from; links start there."
)
@json_option
@data_option()
def command(
    file: str,
    url: str,
    as_json: bool,
    data: Path,  # noqa: ARG001 -- every command takes --data
) -> None:
    """Read a page of the web and say what it holds.

    FILE is HTML or a plain text, packed with gzip or not; “-” is standard input. Each field is
    printed with the place it was found at, with tabs between them; --json prints all of it with the
    text. Nothing is fetched, and no site is needed.

    \b
    Examples:
      clapometer page review.html --url https://example.org/review
      curl -s https://example.org/review | clapometer page - --json
    """
    from clapometer.readers.pages import PageRefused, read_page

    try:
        page = read_page(_bytes(file), url)
    except PageRefused as refusal:
        raise refused(refusal.sentence) from None
    if as_json:
        print_json({**page.as_json(), "characters": len(page.text)})
        return
    for line in told(page):
        click.echo("\t".join(line).rstrip("\t"))


def _bytes(file: str) -> bytes:
    """Return what a file holds, unpacked, and a little more than is read at most."""
    from clapometer.readers.pages.bounds import bound

    most = bound("bytes") + 1
    if file == "-":
        packed = sys.stdin.buffer.read(most)
    else:
        try:
            with Path(file).open("rb") as stream:
                packed = stream.read(most)
        except OSError as problem:
            raise refused(
                f"“{file}” cannot be read ({problem.strerror}); give a file of HTML, or - for "
                "standard input."
            ) from None
    if not packed.startswith(GZIP):
        return packed
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, most)
    except zlib.error:
        raise refused(f"“{file}” is a damaged gzip file; save the page again.") from None


def told(page: Page) -> list[tuple[str, str, str]]:
    """Return what a page holds: name, value, and where it was found."""
    lines = [(name, _value(getattr(page, name)), page.found.get(name, "")) for name in SHOWN]
    lines.append(("text", f"{len(page.text):,} characters", page.found.get("text", "")))
    if page.review:
        found = page.review.found
        lines += [
            (f"review {name}", _value(getattr(page.review, name)), found.get(name, ""))
            for name in REVIEW
        ]
        lines += [("review assumed", one, "") for one in page.review.assumed]
    lines += [("reviews", str(len(page.reviews)), "")] if len(page.reviews) > 1 else []
    lines += [("left out", f"{count} × {kind}", "") for kind, count in page.left_out.items()]
    lines += [("mended", ", ".join(one.steps), one.where) for one in page.repairs]
    return [line for line in lines if line[1]]


def _value(value: object) -> str:
    if value is None:
        return ""
    # Tabs and line breaks separate what is printed; a value has none.
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return " ".join(text.split())
