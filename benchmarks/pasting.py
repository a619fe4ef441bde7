"""From a pasted story to accepted records, and how long the program takes for it.

    python -m benchmarks.pasting STORY.txt … [--folder DIR]

Each file is pasted as an editor would paste it, into a new site (or the one in DIR): it is read in
its process apart, what it says is proposed, and every proposal that nothing hinders is accepted.
What a person takes to look at them is not in the times.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from clapometer.readers.claims.story import read_story

from .measure import open_site, table

ACTOR = "member:1"


@dataclass(slots=True)
class Pasted:
    """What became of a story, and the seconds: until it was read and proposed, until the first
    record stood, until all did."""

    name: str
    proposed: int = 0
    accepted: int = 0
    held: int = 0
    asked: int = 0
    read: float = 0.0
    first: float = 0.0
    whole: float = 0.0


def main(paths: list[Path], folder: Path) -> None:
    """Paste the stories into the site in the folder one after the other, and print the times."""
    open_site(folder)
    rows = [_row(paste(path)) for path in paths]
    header = ("story", "proposed", "accepted", "held already", "for a person", "read s",
              "first record s", "all records s")  # fmt: skip
    table("From paste to accepted record", header, rows)


def paste(path: Path) -> Pasted:
    """Take a story in and accept what can be; return what became of it."""
    from clapometer.desk.intake.asked import asked_text
    from clapometer.desk.intake.taking import take_in
    from clapometer.desk.proposals.models import Proposal

    story = read_story(path.read_text(encoding="utf-8"))
    done, began = Pasted(path.name), time.perf_counter()
    taken = take_in(asked_text(story.text[story.start :], published=story.published), ACTOR)
    done.read = time.perf_counter() - began
    if taken.reading is None:
        raise SystemExit(f"{path.name}: {taken.problem}")
    waiting = Proposal.objects.filter(backings__reading=taken.reading, state="waiting")
    for number in list(waiting.distinct().order_by("rank", "id").values_list("id", flat=True)):
        done.proposed += 1
        _decide(number, done)
        if done.accepted == 1 and not done.first:
            done.first = time.perf_counter() - began
    done.whole = time.perf_counter() - began
    return done


def _decide(number: int, done: Pasted) -> None:
    from clapometer.desk.proposals.deciding import REFUSALS, By, accept
    from clapometer.desk.proposals.models import Proposal
    from clapometer.desk.proposals.takers import taker_of

    proposal = Proposal.objects.get(id=number)
    seen = taker_of(proposal).compare(proposal)
    said = None
    if seen.hindered and seen.choices:
        # What the catalogue lacks is added, as a person would: as a series, if seasons are told.
        kind = "series" if proposal.said.get("season") else "film"
        adding = [one for one in seen.choices if kind in one.typed.values()]
        said = taker_of(proposal).edited(proposal, (adding or seen.choices)[0].typed)
    elif seen.hindered:
        done.asked += 1
        return
    try:
        decision = accept(number, By(ACTOR), said)
    except REFUSALS:
        done.asked += 1
        return
    done.accepted += bool(decision.entries)
    done.held += not decision.entries


def _row(one: Pasted) -> tuple[object, ...]:
    times = (f"{spent:.2f}" for spent in (one.read, one.first, one.whole))
    return (one.name, one.proposed, one.accepted, one.held, one.asked, *times)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path, metavar="STORY.txt")
    parser.add_argument("--folder", type=Path, help="a site's folder; without it a new one is made")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        main(given.stories, given.folder or Path(made))
