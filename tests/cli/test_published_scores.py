"""96 films with all their reviews: the recomputed score is the published one, film by film."""

import csv
import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.realdata
FOLDERS = ("dreamworks", "musicals")

# One process for all films: starting Python 96 times would take longer than everything else.
SCORE_ALL = """
import json, sys
from click.testing import CliRunner
from clapometer.cli.main import main
answers = {}
for name in json.load(sys.stdin):
    result = CliRunner().invoke(main, ["score", name, "--rule", "RULE", "--json"])
    assert result.exit_code == 0, (name, result.output)
    answers[name] = json.loads(result.stdout)
print(json.dumps(answers))
"""


def identifier(film):
    return "rt:" + film["movieURL"].partition("rottentomatoes.com/")[2]


@pytest.fixture(scope="module")
def films(realdata):
    found = {}
    for folder in FOLDERS:
        with (realdata / "critics-complete" / folder / "movies.csv").open(encoding="utf-8") as file:
            found |= {
                identifier(film): int(film["critic_score"].rstrip("%"))
                for film in csv.DictReader(file)
            }
    return found


@pytest.fixture(scope="module")
def site(realdata, tmp_path_factory):
    site = tmp_path_factory.mktemp("published") / "site"
    for folder in FOLDERS:
        source = realdata / "critics-complete" / folder
        outcome = run(
            "import", source / "critic_reviews.csv.gz", "--profile", "critics-complete",
            "--works", source / "movies.csv", "--yes", "--json", "--data", site,
        )  # fmt: skip
        assert (outcome["refused"], outcome["unchanged"]) == (0, 0)
        assert outcome["added"] == outcome["rows"]
    return site


def run(*arguments):
    command = [sys.executable, "-m", "clapometer", *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def scores(site, names, rule):
    command = [sys.executable, "-c", SCORE_ALL.replace("RULE", rule)]
    environment = {"CLAPOMETER_DATA": str(site), "PATH": ""}
    done = subprocess.run(
        command,
        input=json.dumps(names),
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


def test_all_96_published_scores_come_out(site, films):
    found = scores(site, list(films), "rotten-tomatoes-2020")
    assert len(films) == 96
    assert {name: answer["printed"] for name, answer in found.items()} == films


def test_one_review_per_critic_gives_other_scores_and_the_rule_says_so(site, films):
    """Counting each critic once, as our own rule does, changes what is printed for ten films."""
    once = scores(site, list(films), "clapometer")
    each = scores(site, list(films), "rotten-tomatoes-2020")
    assert all(once[name]["count"] <= each[name]["count"] for name in films)
    left_out = sum(each[name]["count"] - once[name]["count"] for name in films)
    assert left_out == 43
    assert sum(once[name]["printed"] == films[name] for name in films) == 86
