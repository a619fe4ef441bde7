"""`clapometer consistency`. All names are made up."""

from __future__ import annotations

import json

ROWS = """film,critic,outlet,date,verdict,grade
Made-up Film 1,Ada,The Hive,2024-03-01,fresh,2.5/4
Made-up Film 2,Ada,The Hive,2024-03-02,rotten,2.5/4
Made-up Film 3,Ada,The Hive,2024-03-03,fresh,3/4
Made-up Film 4,Ada,The Hive,2024-03-04,rotten,1
Made-up Film 5,,,2024-03-05,rotten,1/4
Made-up Film 6,Bo,The Comb,2024-03-05,fresh,
"""


def test_what_is_read_agrees_and_is_torn(run, tmp_path):
    (tmp_path / "a.csv").write_text(ROWS)
    ended = run("consistency", tmp_path / "a.csv", "--json")
    assert ended.exit_code == 0, ended.stderr
    assert ended.stderr == "1 row of a.csv cannot be read.\n"
    found = json.loads(ended.stdout)
    assert (found["graded"], found["alone"], found["inferred"]) == (4, 3, 3)
    assert found["reasons"] == found["left"] == {"needs_scale": 1}
    assert found["agreement"] == {"of-4": {"reviews": 3, "by_cut": 2, "cut": "5/8", "by_best": 2}}
    assert found["torn"] == [
        {"critic": "Ada", "outlet": "The Hive", "scale": "of-4", "value": "5/8",
         "texts": ["2.5/4"], "positive": 1, "negative": 1}
    ]  # fmt: skip


def test_tables_for_people_and_several_files(run, tmp_path):
    head, *rows = ROWS.splitlines(keepends=True)
    (tmp_path / "a.csv").write_text(head + "".join(rows[:2]))
    (tmp_path / "b.csv").write_text(head + "".join(rows[2:]))
    ended = run("consistency", tmp_path / "a.csv", tmp_path / "b.csv")
    assert ended.exit_code == 0, ended.stderr
    assert "4 grades; 3 (75.0 %) are read alone" in ended.stdout
    assert "1 of 1 critics who repeat a grade gave" in ended.stdout
    (tmp_path / "none.csv").write_text(head + rows[-1])
    assert "There is no grade." in run("consistency", tmp_path / "none.csv").stderr


def test_a_file_that_is_no_table_is_refused(run, tmp_path):
    assert run("consistency", tmp_path / "missing.csv").exit_code == 2
