"""`clapometer history`: every step, in three forms that agree."""

from __future__ import annotations

import csv
import io
import json

import pytest

from clapometer.cli.history import COLUMNS


@pytest.fixture
def history(festival, run):
    """Return the object that `history … --json` prints."""

    def ask(*arguments):
        ended = run("history", *arguments, "--json", "--data", festival)
        assert ended.exit_code == 0, ended.stderr
        return json.loads(ended.stdout)

    return ask


def test_each_step_has_every_column(history):
    answer = history("demo:understudy")
    assert answer["title"] == "Understudy for a Ghost"
    assert all(list(step) == list(COLUMNS) for step in answer["steps"])
    assert [step["at"] for step in answer["steps"]] == sorted(
        step["at"] for step in answer["steps"]
    )


def test_the_last_step_is_the_score(history, festival, run):
    last = history("demo:harbour-1")["steps"][-1]
    score = json.loads(run("score", "demo:harbour-1", "--json", "--data", festival).stdout)
    assert (last["positive_total"], last["count"]) == (score["positive"], score["count"])
    assert (last["printed"], last["band"], last["mean"]) == (
        score["printed"], score["band"], score["mean"],
    )  # fmt: skip


def test_the_table_in_csv_says_the_same(history, festival, run):
    steps = history("demo:monsoon")["steps"]
    text = run("history", "demo:monsoon", "--csv", "--data", festival).stdout_bytes.decode()
    assert text.count("\r\n") == len(steps) + 1
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["seq"] for row in rows] == [str(step["seq"]) for step in steps]
    shown = {None: "", True: "true", False: "false"}
    for row, step in zip(rows, steps, strict=True):
        assert row["positive"] == shown[step["positive"]]
        assert row["critic"] == (step["critic"] or "")


def test_an_exclusion_and_its_restoration_carry_their_public_reasons(history):
    marked = {step["kind"]: step for step in history("demo:monsoon")["steps"] if step["reason"]}
    assert marked.keys() == {"excluded", "restored"}
    assert "section 4" in marked["excluded"]["reason"]
    assert "our mistake" in marked["restored"]["reason"]
    assert marked["excluded"]["positive"] is None


def test_a_review_of_unknown_time_is_not_drawn_as_if_it_had_one(history, festival, run):
    unknown = [step for step in history("demo:kitchen")["steps"] if step["dated"] == "unknown"]
    assert len(unknown) == 1
    assert unknown[0]["at"] == unknown[0]["recorded_at"]
    words = run("history", "demo:kitchen", "--data", festival).stdout
    assert sum(line.startswith("unknown") for line in words.splitlines()) == 1


def test_known_leaves_out_what_was_recorded_later(history):
    all_steps = history("demo:kitchen")["steps"]
    then = history("demo:kitchen", "--known", "2026-09-30")["steps"]
    assert [step["seq"] for step in then] == [
        step["seq"] for step in all_steps if step["recorded_at"] < "2026-10-01"
    ]
    assert len(then) < len(all_steps)


def test_an_unnamed_critic_and_a_missing_outlet_are_said_to_be_so(history, festival, run):
    steps = history("demo:salt-road")["steps"]
    assert any(step["critic"] is None and step["outlet"] for step in steps)
    assert any(step["outlet"] is None and step["critic"] for step in steps)
    words = run("history", "demo:salt-road", "--data", festival).stdout
    assert "unnamed" in words


def test_a_work_without_reviews_says_so(festival, run):
    assert run("history", "demo:quiet-1-1", "--data", festival).stdout.endswith("No review yet.\n")


def test_two_forms_at_once_are_refused(festival, run):
    assert run("history", "demo:bees", "--csv", "--json", "--data", festival).exit_code == 2
