"""`clapometer fetch`, and `import` of files of works, against a made-up TVmaze on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from clapometer.catalogue.models import Work
from clapometer.desk import clients
from clapometer.desk.cataloguing import asking
from clapometer.fetching.client import Client
from clapometer.fetching.pacing import Pacer
from tests.cli.conftest import SITE, Run
from tests.fetching.server import Server, answer, serving
from tests.readers.sources.madeup import dump, show

PATH = "/shows/900001?" + "&".join(
    f"embed%5B%5D={name}" for name in ("seasons", "episodes", "cast", "crew", "akas")
)


@pytest.fixture
def server(festival: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The made-up TVmaze, which the commands ask in the place of the real one."""
    with serving() as one:
        client = Client(
            "test",
            permit={("127.0.0.1", one.port)},
            resolver=lambda host, port: ["127.0.0.1"],
            sleep=lambda _: None,
            pacer=Pacer({}, sleep=lambda _: None),
        )
        monkeypatch.setattr(clients, "site_client", lambda: client)
        asked = partial(asking.ask_tvmaze, base=one.link(""))
        monkeypatch.setitem(asking.ASK, "tvmaze", asked)
        one.on(PATH, answer(json.dumps(show()).encode()))
        yield one


def test_a_preview_comes_first(server: Server, run: Run) -> None:
    seen = run("fetch", "tvmaze", "900001", "--data", SITE)
    assert seen.exit_code == 0
    assert "8 works: 8 new" in seen.stdout
    assert "Say --yes" in seen.stderr
    assert not Work.objects.filter(title="The Salt Ferry").exists()


def test_a_show_is_taken_in_and_back(server: Server, run: Run) -> None:
    taken = run("fetch", "tvmaze", "900001", "--yes", "--json", "--data", SITE)
    told = json.loads(taken.stdout)
    assert (told["added"], told["people"], told["preview"]) == (8, 2, False)
    assert Work.objects.filter(title="The Salt Ferry").count() == 1
    again = json.loads(run("fetch", "tvmaze", "900001", "--yes", "--json", "--data", SITE).stdout)
    assert (again["import"], again["unchanged"]) == (None, 8)
    undone = run("undo", told["import"], "--yes", "--data", SITE)
    assert undone.exit_code == 0, undone.stderr
    assert not Work.objects.filter(title="The Salt Ferry").exists()


def test_a_person_is_asked_and_answers(server: Server, run: Run) -> None:
    from clapometer.catalogue.drafts import work_added
    from clapometer.ledger.writing import writing

    with writing("member:7") as writer:
        work = writer.append_one(work_added(kind="series", title="Salt Ferry", year=2019)).seq
    asked = run("fetch", "tvmaze", "900001", "--yes", "--data", SITE)
    assert f"--as tvmaze:shows/900001=w{work}" in asked.stdout
    assert "There was nothing new" in asked.stdout
    chosen = f"tvmaze:shows/900001=w{work}"
    taken = run("fetch", "tvmaze", "900001", "--as", chosen, "--yes", "--data", SITE)
    assert "7 new, 1 changed" in taken.stdout
    assert "Differs, not followed" in taken.stdout
    for wrong in ("tvmaze:shows/900001", "=w1", "tvmaze:shows/900001=w999999999"):
        assert run("fetch", "tvmaze", "1", "--as", wrong, "--data", SITE).exit_code == 2


def test_what_cannot_be_fetched_is_one_sentence(server: Server, run: Run) -> None:
    for path, say, told in (
        ("1", answer(status="404 Not Found"), "TVmaze knows no show 1."),
        ("2", answer(b"<html>"), "TVmaze answered with something that is no JSON"),
        ("3", answer(status="302 Found", location="http://10.0.0.1/"), "only public addresses"),
        ("4", answer(status="503 Busy", retry_after="9999"), "asks to come back in 3 hours"),
    ):
        server.on(PATH.replace("900001", path), say)
        refused = run("fetch", "tvmaze", path, "--data", SITE)
        assert (refused.exit_code, refused.stdout) == (2 if path in "12" else 1, "")
        assert told in refused.stderr
        assert len(refused.stderr.strip().splitlines()) == 1


def test_a_file_of_works_is_imported(festival: Path, run: Run, tmp_path: Path) -> None:
    path = dump(tmp_path, "title.basics")
    seen = run("import", path, "--data", SITE)
    assert "0 works" in seen.stdout
    assert "nothing new" in seen.stderr
    taken = run("import", path, "--profile", "imdb", "--add", "--yes", "--data", SITE)
    assert taken.exit_code == 0, taken.stderr
    assert "2 new" in taken.stdout
    wrong = run("import", dump(tmp_path, "name.basics"), "--data", SITE)
    assert wrong.exit_code == 2
    assert "title.principals" in wrong.stderr
