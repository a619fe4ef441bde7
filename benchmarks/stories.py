"""The reader of stories on labelled ones: `make bench-stories`.

    python -m benchmarks.stories [FOLDER …] [--part open|held|all] [--kinds KIND …] [--show KIND …]

A folder holds NAME.txt with NAME.json beside it. Without one, our own stories are read and, where
the real data lies, those of its folder `stories`; a folder's own `score.py` prints its table too.
Stories are parted by the SHA-256 of their names: those whose remainder by three is nought are held
back while rules are written.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import orjson

from benchmarks.measure import peak_megabytes, table
from benchmarks.stories_sure import crossed, report
from clapometer.readers.claims.claim import KINDS
from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import read_story
from tools.claims.comparing import Claim
from tools.claims.labelled import Labelled, labelled_in
from tools.claims.pairing import Pairing, pairing
from tools.claims.tallies import Tally, tallied
from tools.machine import ROOT, find_real_data

OURS = ROOT / "tests" / "readers" / "claims" / "stories"


def read(story: Labelled) -> list[Claim]:
    """Return the claims of a story as they would be written."""
    found = read_story(story.text)
    return [claim.as_json(found.text) for claim in read_claims(found)]


def figures(pairings: Sequence[Pairing], kinds: Sequence[str]) -> None:
    """Print what was found, per kind."""
    found = tallied(pairings)
    total = Tally()
    for kind in kinds:
        for name, count in vars(found.get(kind, Tally())).items():
            setattr(total, name, getattr(total, name) + count)
    rows = [_row(kind, found[kind]) for kind in kinds if kind in found]
    header = ("kind", "labelled", "read", "matched", "recall", "judged", "right", "precision",
              "near", "modality")  # fmt: skip
    table(f"{len(pairings)} stories", header, [*rows, _row("all", total)])


def _row(kind: str, one: Tally) -> list[str]:
    counts = [one.gold, one.read, one.matched, one.recall, one.judged, one.right, one.precision,
              one.near, one.modality]  # fmt: skip
    return [kind, *("–" if n is None else f"{n:.3f}" if isinstance(n, float) else str(n)
                    for n in counts)]  # fmt: skip


def show(pairings: Sequence[Pairing], kinds: Sequence[str]) -> None:
    """Print what was missed, what was false, and what nobody can judge, with their quotes."""
    for one in pairings:
        unjudged = [
            claim
            for place, claim in enumerate(one.read)
            if place not in one.pairs and not one.story.judges(claim)
        ]
        for word, claims in (("MISSED", one.missed), ("FALSE", one.wrong), ("OPEN", unjudged)):
            for claim in claims:
                if claim["kind"] in kinds:
                    print(f"{word} {one.story.name}\n   {_said(claim)}\n   “{claim['quote']}”")
        for r, g in one.pairs.items():
            gold = one.story.claims[g]
            if gold["kind"] in kinds and gold["modality"] != one.read[r]["modality"]:
                print(
                    f"STATED {one.story.name}: labelled {gold['modality']}\n   {_said(one.read[r])}"
                )


def _said(claim: Claim) -> str:
    left_out = ("quote", "also", "span", "said_by", "confidence")
    return ", ".join(
        f"{name}={said}"
        for name, said in claim.items()
        if name not in left_out and said is not None
    )


def peers(folder: Path, pairings: Sequence[Pairing]) -> None:
    """Print the table of the folder's own scorer, if it has one."""
    scorer = folder / "score.py"
    if not scorer.is_file():
        return
    with tempfile.TemporaryDirectory() as gold, tempfile.TemporaryDirectory() as out:
        for one in pairings:
            for suffix in (".txt", ".json"):
                name = one.story.name + suffix
                (Path(gold) / name).write_bytes((folder / name).read_bytes())
            (Path(out) / f"{one.story.name}.json").write_bytes(orjson.dumps({"claims": one.read}))
        told = subprocess.run(
            [sys.executable, str(scorer), gold, out], capture_output=True, text=True, check=True
        )
    told_table, _, _ = told.stdout.rpartition("\n{")
    print(f"\n## The scorer of the labelled stories\n\n{told_table}")


def pace(stories: Sequence[Labelled], rounds: int) -> None:
    """Print stories a second of one core, and the memory before and after many rounds."""
    for story in stories:
        read(story)
    before, began = peak_megabytes(), time.process_time()
    for _ in range(rounds):
        for story in stories:
            read(story)
    spent = time.process_time() - began
    print(
        f"\n{rounds * len(stories) / spent:.0f} stories a second of one core ({rounds} rounds of "
        f"{len(stories)}); peak memory {before:.0f} MB after the first round, "
        f"{peak_megabytes():.0f} MB after the last"
    )


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--part", choices=("open", "held", "all"), default="all")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND")
    parser.add_argument("--show", nargs="+", choices=KINDS, default=[], metavar="KIND",
                        help="list what was missed and what was false, with quotes")  # fmt: skip
    parser.add_argument("--rounds", type=int, default=20, help="rounds of the timing; 0: none")
    return parser.parse_args()


def _folders(asked: argparse.Namespace) -> list[Path]:
    if asked.folders:
        return list(asked.folders)
    data = find_real_data()
    return [OURS, *([data / "stories"] if data and (data / "stories").is_dir() else [])]


def main() -> None:
    """Print the figures of every folder."""
    asked = _asked()
    for folder in _folders(asked):
        stories = [
            story
            for story in labelled_in(folder)
            if asked.part == "all" or story.held_back == (asked.part == "held")
        ]
        pairings = [pairing(story, read(story)) for story in stories]
        show(pairings, asked.show)
        figures(pairings, asked.kinds)
        if not asked.show:
            peers(folder, pairings)
            report(pairings)
            crossed(stories)
        if asked.rounds and stories and not asked.show:
            pace(stories, asked.rounds)


if __name__ == "__main__":
    main()
