"""Pages of the web: what is found in each real one, its text against the expected, the speed."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from trafilatura import bare_extraction

from clapometer.readers.pages import Page, read_page
from tools import machine

ROUNDS = 5
WORD = re.compile(r"\w+")


class Fit(NamedTuple):
    """Words of one text found in another: precision, recall and F1."""

    precision: float
    recall: float
    f1: float


def fit(found: str, expected: str) -> Fit:
    """Return how the words of a text agree with those expected, each counted as often as it is."""
    here, there = (Counter(WORD.findall(text.lower())) for text in (found, expected))
    both = (here & there).total()
    precision, recall = both / max(1, here.total()), both / max(1, there.total())
    return Fit(precision, recall, 2 * both / max(1, here.total() + there.total()))


def main() -> None:
    """Print the tables, where the real pages lie beside the checkout."""
    data = machine.find_real_data()
    if data is None:
        print(machine.NO_REAL_DATA)
        return
    folder = data / "pages"
    pages = {one.name.removesuffix(".html.gz"): gzip.decompress(one.read_bytes())
             for one in sorted((folder / "html").glob("*.gz"))}  # fmt: skip
    read = {name: read_page(body) for name, body in pages.items()}
    _found(read)
    _others(folder)
    _texts(folder / "html", pages, read)
    _speed(pages)


def _found(read: dict[str, Page]) -> None:
    print("| page | headline | people | outlet | published | topics | language | text | "
          "review: work, grade | mended | left out |")  # fmt: skip
    print("|" + "---|" * 11)
    for name, page in read.items():
        review = page.review
        told = f"{review.work}, {review.grade or 'no grade'}" if review else "–"
        others = len(page.reviews) - bool(review)
        cells = (
            name, page.headline[:50], ", ".join(page.byline) or "–", page.outlet,
            page.published or "–", len(page.topics), page.language or "–", f"{len(page.text):,}",
            told + (f"; {others} by readers" if others else ""),
            sum(len(one.steps) for one in page.repairs), sum(page.left_out.values()),
        )  # fmt: skip
        print(f"| {' | '.join(str(cell).replace('|', '/') for cell in cells)} |")


def _others(folder: Path) -> None:
    """The small examples: what was found in each, by the kind of file."""
    print("\n| example | mended | reviews: work, critic, grade |\n|---|---|---|")
    files = [*sorted((folder / "jsonld-malformed").glob("*.html")),
             *sorted((folder / "microformats").rglob("*.html")),
             *sorted((folder / "schema-org-examples").glob("*.txt"))]  # fmt: skip
    for path in files:
        page = read_page(f"<html><body>{path.read_text(encoding='utf-8')}".encode())
        steps = ", ".join(step for one in page.repairs for step in one.steps)
        told = "; ".join(
            f"{one.work or '–'}, {one.critic or '–'}, {one.grade or '–'}" for one in page.reviews
        )
        name = path.relative_to(folder).with_suffix("")
        print(f"| {name} | {steps or '–'} | {told or '–'} |")


def _texts(folder: Path, pages: dict[str, bytes], read: dict[str, Page]) -> None:
    print("\n| expected text | trafilatura alone: P / R / F1 | Clapometer: P / R / F1 |")
    print("|---|---|---|")
    sums: list[tuple[Fit, Fit]] = []
    for path in sorted(folder.glob("*.expected.json")):
        name = path.name.removesuffix(".expected.json")
        expected = json.loads(path.read_text(encoding="utf-8"))["articleBody"]
        alone = bare_extraction(pages[name], include_comments=False)
        sums.append((fit(alone.text if alone else "", expected), fit(read[name].text, expected)))
        print(f"| {name} | {_told(sums[-1][0])} | {_told(sums[-1][1])} |")
    means = [Fit(*(sum(part) / len(sums) for part in zip(*which, strict=True)))
             for which in zip(*sums, strict=True)]  # fmt: skip
    print(f"| mean | {_told(means[0])} | {_told(means[1])} |")


def _told(fit: Fit) -> str:
    return " / ".join(f"{part:.4f}" for part in fit)


def _took(pages: dict[str, bytes], read: Callable[[bytes], object]) -> float:
    begun = time.process_time()
    for _ in range(ROUNDS):
        for body in pages.values():
            read(body)
    return time.process_time() - begun


def _speed(pages: dict[str, bytes]) -> None:
    ours = _took(pages, read_page)
    alone = _took(pages, lambda body: bare_extraction(body, with_metadata=True))
    count = len(pages) * ROUNDS
    size = sum(map(len, pages.values())) * ROUNDS / 1e6
    print(f"\n{count / ours:.0f} pages a second on one core, of {size / count:.2f} MB each; "
          f"trafilatura alone with its metadata {count / alone:.0f}.")  # fmt: skip
