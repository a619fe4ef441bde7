"""`clapometer search`."""

from __future__ import annotations

import json


def test_the_list_for_scripts_names_id_title_year_and_kind(festival, run):
    found = json.loads(run("search", "lighthouse", "--json", "--data", festival).stdout)
    assert found == [
        {"id": "w2", "title": "Nine Ways to Leave a Lighthouse", "year": 2026, "kind": "film"}
    ]


def test_what_is_found_can_be_asked_for(festival, run):
    lines = run("search", "harbour", "--data", festival).stdout.splitlines()
    assert len(lines) == 6
    for line in lines:
        work, title, kind = line.split("\t")
        answer = json.loads(run("score", work, "--json", "--data", festival).stdout)
        assert (answer["work"], answer["kind"]) == (work, kind)
        assert title.startswith(answer["title"])


def test_the_limit_bounds_the_list(festival, run):
    assert (
        len(json.loads(run("search", "harbour", "--limit", 2, "--json", "--data", festival).stdout))
        == 2
    )


def test_nothing_found_is_an_empty_list_and_no_failure(festival, run):
    ended = run("search", "zeppelin", "--json", "--data", festival)
    assert (ended.exit_code, json.loads(ended.stdout)) == (0, [])
    words = run("search", "zeppelin", "--data", festival)
    assert (words.exit_code, words.stdout) == (0, "")
    assert "zeppelin" in words.stderr
