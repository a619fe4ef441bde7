"""Charts printed as lists: a line that says what is listed, then a title on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import Block

from .chart_names import chart_of

_RULE = "chart: line of a list"
_INTRO = re.compile(
    r"\btop[- ](?:\d{1,2}|five|ten|three|twenty)\b|\bmost[- ](?:watched|viewed|streamed|popular)\b"
    r"|\bcharts?\b|\bbox[- ]office\b|\brankings?\b|\bbest-?sellers?\b|\bhighest-grossing\b",
    re.IGNORECASE,
)
_NO_CHART = re.compile(
    r"\bbest (?!-?sell)|\bour\b|\bmy\b|\branked by|\bcritics|\bfavou?rite|\bread(?:ers)?\b"
    r"|\bworst\b"
    r"|\brotten|\bmost popular (?:stories|articles|on)\b|\breasons?\b|\bepisodes\b|\bmoments\b"
    r"|\A\s*most (?:popular|read|viewed|watched)(?: videos?)?\s*\Z",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"\s*(?P<n>\d{1,2})(?:[.):]| [-–—])\s*(?P<title>[“\"'‘]?[A-Z0-9].{0,80})\Z", re.DOTALL
)
_TITLE_ENDS = re.compile(
    r"\s*(?:[,;:]?[”\"’]?,? [–—-] .*|[”\"]?,? \(.*|,[”\"’]? [$£€\d].*|[”\"’] [$£€\d].*"
    r"|:? [$£€]?\d[\d.,]*"
    r" ?(?:m|million|bn|billion|k)\b.*)\Z",
    re.DOTALL | re.IGNORECASE,
)
_FEWEST = 3


def lists_in(document: Document) -> Iterator[Claim]:
    """Yield the places of the lists that are printed with nothing but titles and figures on their
    lines; lines with sums of money are read as sentences."""
    blocks = document.blocks
    at = 0
    while at < len(blocks):
        lines = _lines(document, at)
        if len(lines) >= _FEWEST and (intro := _intro(document, at)) is not None:
            for block, line in lines:
                yield from _claim(document, block, line, intro)
        at += max(1, len(lines))


def _lines(document: Document, at: int) -> list[tuple[Block, re.Match[str]]]:
    """Return the lines of a list that begins at a block: numbered from one on, without a gap."""
    found: list[tuple[Block, re.Match[str]]] = []
    for block in document.blocks[at:]:
        line = _LINE.match(document.text[block.start : block.end])
        if line is None or int(line["n"]) != len(found) + 1:
            break
        found.append((block, line))
    return found


def _intro(document: Document, at: int) -> str | None:
    """Return the words before a list that say which chart it is, None if they say none."""
    for block in reversed(document.blocks[max(0, at - 2) : at]):
        text = document.text[block.start : block.end]
        last = re.split(r"(?<=[a-z)”\"][.!?]) (?=[A-Z“\"])", text.strip())[-1]
        if _NO_CHART.search(last):
            return None
        if _INTRO.search(last):
            return last
    return None


def _claim(document: Document, block: Block, line: re.Match[str], intro: str) -> Iterator[Claim]:
    start = block.start + line.start("n")
    title = _TITLE_ENDS.sub("", line["title"]).strip(" “”\"'‘’,.")
    named = [
        one.work
        for one in document.works
        if block.start <= one.start < block.end
        and one.start - block.start <= line.start("title") + 1
    ]
    if not title or len(title.split()) > 10:
        return
    chart = chart_of(intro, intro, "")
    fields = {"unit": "rank", **chart._asdict()}
    yield Claim(
        kind="chart",
        work=named[0] if named else title,
        season=None,
        value=int(line["n"]),
        modality="reported",
        span=(start, block.start + len(document.text[block.start : block.end].rstrip())),
        rule=_RULE,
        fields={name: said for name, said in fields.items() if said is not None},
    )
