"""`clapometer train verdict` and `clapometer verdict`. All films are made up."""

from __future__ import annotations

import json

import pytest

from tests.prose.praise import sentences

TABLE = "label\ttext\n" + "".join(f"{int(ok)}\t{text}\n" for text, ok in sentences(120))


@pytest.fixture
def model(run, tmp_path):
    (tmp_path / "texts.tsv").write_text(TABLE)
    ended = run("train", "verdict", "--from", tmp_path / "texts.tsv", "--out", tmp_path / "m.npz",
                "--folds", 3, "--no-vectors", "--json")  # fmt: skip
    assert ended.exit_code == 0, ended.stderr
    assert "120 texts: text from “text”, verdict from “label”." in ended.stderr
    told = json.loads(ended.stdout)
    assert told["texts"] == 120
    assert told["accuracy"] > 0.9
    assert len(told["folds"]) == 3
    return tmp_path / "m.npz"


def test_one_line_in_one_line_out_in_order(run, model, tmp_path):
    lines = ["A superb film, and witty too.", "", "A dull “plot”", "A superb film, and witty too."]
    (tmp_path / "in.txt").write_text("\n".join(lines) + "\n")
    ended = run("verdict", tmp_path / "in.txt", "--json", "--model", model)
    assert ended.exit_code == 0, ended.stderr
    told = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [one["positive"] for one in told][::2] == [True, False]
    assert told[0] == told[3]
    assert told[1]["because"] == []
    assert {"phrase", "weight"} == set(told[0]["because"][0])
    piped = run("verdict", "-", "--model", model, input="A dull plot\n")
    assert piped.exit_code == 0, piped.stderr
    said, sure, why, text = piped.stdout.rstrip("\n").split("\t")
    assert (said, text) == ("negative", "A dull plot")
    assert sure.endswith(" %")
    assert "dull" in why


# However many processes read, the answers are those of one, in the order of the lines.
def test_processes_change_nothing(program, model, tmp_path):
    (tmp_path / "in.txt").write_text("".join(f"{text}\n" for text, _ in sentences(1_203, seed=9)))
    alone, both = (
        program("verdict", tmp_path / "in.txt", "--json", "--model", model, "--processes", many)
        for many in (1, 2)
    )
    assert alone.returncode == both.returncode == 0, both.stderr
    assert alone.stdout == both.stdout
    assert alone.stdout.count("\n") == 1_203


def test_what_cannot_be_done_is_said_in_a_sentence(run, tmp_path):
    (tmp_path / "few.csv").write_text("label,text\n1,good\n0,bad\n")
    few = run("train", "verdict", "--from", tmp_path / "few.csv", "--out", tmp_path / "m.npz")
    assert few.exit_code == 2
    assert "1 positive and 1 negative texts" in few.stderr
    lost = run("verdict", "-", "--model", tmp_path / "none.npz", input="x\n")
    assert lost.exit_code == 2
    assert "train verdict" in lost.stderr
    (tmp_path / "many.tsv").write_text(TABLE)
    away = run("train", "verdict", "--from", tmp_path / "many.tsv", "--folds", 2,
               "--no-vectors", "--out", tmp_path / "no" / "m.npz")  # fmt: skip
    assert away.exit_code == 2
    assert "There is no folder" in away.stderr
    named = run("train", "verdict", "--text", "x", "--out", tmp_path / "m.npz")
    assert "--from" in named.stderr


@pytest.fixture
def leaves_no_model(festival):
    """The site's folder is one for all tests; a model left in it would suggest verdicts in them."""
    yield
    (festival / "verdict.npz").unlink(missing_ok=True)


@pytest.mark.django_db
@pytest.mark.usefixtures("leaves_no_model")
def test_from_the_sites_own_reviews(run, festival, monkeypatch):
    ended = run("train", "verdict", "--data", festival, "--folds", 2, "--no-vectors")
    assert ended.exit_code == 0, ended.stderr
    assert f"The model is in {festival / 'verdict.npz'}." in ended.stdout
    said = run("verdict", "-", "--data", festival, input="A fine, fine film\n")
    assert said.stdout.split("\t")[0] in {"positive", "negative"}
    monkeypatch.setattr("clapometer.reviews.judged.judged_quotes", lambda: iter([]))
    few = run("train", "verdict", "--data", festival)
    assert few.exit_code == 2
    assert "0 positive and 0 negative texts; it takes at least 40" in few.stderr


def test_where_there_is_no_site_the_model_lies_where_one_works(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "many.tsv").write_text(TABLE)
    nowhere = ("--data", tmp_path / "none")
    trained = run("train", "verdict", "--from", "many.tsv", "--folds", 2, "--no-vectors", *nowhere)
    assert trained.exit_code == 0, trained.stderr
    assert (tmp_path / "verdict.npz").is_file()
    assert run("verdict", "many.tsv", *nowhere).exit_code == 0
