"""The tutorial's ten lines: what they print on its made-up files, and on real ones."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tools.examples import kind, write_file
from tools.machine import ROOT
from tools.pages import blocks

PAGE = ROOT / "docs" / "tutorial" / "score-a-csv.md"
BLOCKS = list(blocks(PAGE))
SCRIPTS = [block.text for block in BLOCKS if block.language == "python"]
CHECK = """
published = {f"rt-id:{film['movieId']}": film["critic_score"] for film in films}
assert {work: f"{scores[work].printed}%" for work in scores.works} == published
print(len(published), "of", len(films), "published scores;", len(reviews.refused), "rows refused")
"""


def run(script, folder):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_ten_lines_long():
    assert len(SCRIPTS[0].splitlines()) == 10


def test_it_prints_what_the_page_shows(tmp_path):
    for block in BLOCKS:
        if kind(block) == "file":
            write_file(block, tmp_path)
    printed = run("\n".join(SCRIPTS), tmp_path)
    shown = [one.text for one in BLOCKS if one.language == "text" and "pip install" not in one.text]
    assert len(shown) == 3
    for text in shown:
        assert text in printed
    assert (tmp_path / "bees.svg").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.realdata
@pytest.mark.parametrize(("folder", "films"), [("dreamworks", 46), ("musicals", 50)])
def test_the_same_lines_reproduce_every_published_score(tmp_path, realdata, folder, films):
    source = realdata / "critics-complete" / folder
    # What a file is told by is what it holds, so a compressed one may have the page's name.
    (tmp_path / "critic_reviews.csv").symlink_to(source / "critic_reviews.csv.gz")
    (tmp_path / "movies.csv").symlink_to(source / "movies.csv")
    printed = run(SCRIPTS[0] + CHECK, tmp_path)
    assert printed.splitlines()[-1] == f"{films} of {films} published scores; 0 rows refused"
