"""The import contract refuses what the plan does not allow: it is not a formality."""

import tomllib
from pathlib import Path

import grimp
import pytest

from tools.rooms import broken_imports, read_plan

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"][0]
ROOMS = read_plan(CONTRACT["rooms"])
OUTSIDE = read_plan(CONTRACT["outside"])


def verdicts(importer: str, imported: str) -> list[tuple[str, str]]:
    """What the contract says about a package with one import in it."""
    graph = grimp.ImportGraph()
    graph.add_module(importer)
    graph.add_module(imported, is_squashed=not imported.startswith("clapometer"))
    graph.add_import(importer=importer, imported=imported)
    return [(one, other) for one, other, _ in broken_imports(graph, ROOMS, OUTSIDE)]


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("clapometer.scoring.tally", "clapometer.ledger.reading"),
        ("clapometer.scoring.tally", "django"),
        ("clapometer.scoring.tally", "orjson"),
        ("clapometer.readers.tables", "clapometer.scoring.grades"),
        ("clapometer.readers.tables", "django"),
        ("clapometer.ledger.writing", "clapometer.catalogue.models"),
        ("clapometer.reviews.models", "clapometer.site.views"),
        ("clapometer.site.views", "clapometer.desk.names"),
        ("clapometer.site.views", "clapometer.ledger.writing"),
        ("clapometer.cli.score", "clapometer.ledger.writing"),
        ("clapometer.instants", "clapometer.scoring"),
        ("clapometer.desk.imports", "clapometer.desk.pages.urls"),
        ("clapometer.desk.imports", "clapometer.site.words"),
        ("clapometer.desk.pages.urls", "clapometer.ledger.writing"),
    ],
)
def test_an_import_against_the_plan_is_refused(importer: str, imported: str) -> None:
    assert verdicts(importer, imported) == [(importer, imported)]


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("clapometer.scoring.tally", "clapometer.scoring.events"),
        ("clapometer.scoring.tally", "clapometer.instants"),
        ("clapometer.scoring.tally", "fractions"),
        ("clapometer.readers.tables", "pyarrow"),
        ("clapometer.reviews.models", "clapometer.scoring.rules"),
        ("clapometer.site.views", "clapometer.desk.imports"),
        ("clapometer.site.views", "django"),
        ("clapometer.desk.pages.urls", "clapometer.accounts.gate"),
        ("clapometer.desk.pages.urls", "clapometer.desk.imports"),
        ("clapometer.desk.pages.urls", "clapometer.site.words"),
    ],
)
def test_an_import_within_the_plan_is_kept(importer: str, imported: str) -> None:
    assert verdicts(importer, imported) == []


def test_a_room_that_the_plan_does_not_know_is_refused() -> None:
    assert verdicts("clapometer.attic.boxes", "json") == [("clapometer.attic.boxes", "")]


def test_the_plan_has_no_circle() -> None:
    """Taking away, again and again, the rooms that lean on nothing left must empty the house."""
    left = {room: {one.partition(".")[0] for one in allowed} for room, allowed in ROOMS.items()}
    while left:
        free = {room for room, allowed in left.items() if not allowed & left.keys()}
        assert free, f"these rooms lean on each other: {sorted(left)}"
        left = {room: allowed for room, allowed in left.items() if room not in free}
