"""`clapometer read`."""

from __future__ import annotations

import json

import pytest

# Made up, like everything in it.
TEXT = """URL: https://gazette.example/salt-road
DATE: 2026-03-04

'Salt Road' is back for a second season

"Salt Road" returns to Hulu on March 20, the streamer announced Monday.
"""
PAGE = """<!doctype html><html lang="en"><head><title>Salt Road returns</title>
<meta property="og:title" content="'Salt Road' returns">
<meta property="article:published_time" content="2026-03-04T09:00:00+00:00">
<link rel="canonical" href="https://gazette.example/salt-road"></head><body><article>
<h1>'Salt Road' returns</h1><p>"Salt Road" was renewed for a third season on Monday, and nobody in
the town of Lund was more surprised than the man who keeps the ferry in the show.</p>
<p>"Salt Road" returns to Hulu on March 20, the streamer announced.</p></article></body></html>"""


def premiere(answer: dict) -> dict:
    (found,) = [one for one in answer["claims"] if one["kind"] == "premiere"]
    return found


def test_a_story_for_scripts(run, tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(TEXT.encode())
    told = json.loads(run("read", path, "--json").stdout)
    assert (told["source"], told["published"]) == (
        "https://gazette.example/salt-road", "2026-03-04",
    )  # fmt: skip
    assert "text" not in told
    found = premiere(told)
    assert (found["work"], found["value"], found["modality"]) == (
        "Salt Road", "2026-03-20", "confirmed",
    )  # fmt: skip
    start, end = found["span"]
    assert TEXT[start:end] == found["quote"]
    assert 0 <= found["confidence"] <= 1
    assert found["rule"] == "premiere: premiere"


def test_a_story_for_people(run, tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    told = run("read", path).stdout.splitlines()
    assert told[0].split() == ["kind", "work", "season", "value", "modality", "sure", "quote"]
    assert any(line.startswith("premiere") and "2026-03-20" in line for line in told)


def test_the_day_that_is_given_goes_before_the_one_told(run):
    told = json.loads(
        run("read", "-", "--json", "--published", "2027-03-04", input=TEXT.encode()).stdout
    )
    assert told["published"] == "2027-03-04"
    assert premiere(told)["value"] == "2027-03-20"


def test_a_page_is_read_and_its_text_told(run, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    told = json.loads(run("read", path, "--json").stdout)
    assert (told["source"], told["published"]) == (
        "https://gazette.example/salt-road", "2026-03-04",
    )  # fmt: skip
    found = premiere(told)
    start, end = found["span"]
    assert told["text"][start:end] == found["quote"]
    assert "renewal" in {one["kind"] for one in told["claims"]}


def test_line_ends_of_windows_keep_their_places(run):
    text = TEXT.replace("\n", "\r\n")
    found = premiere(json.loads(run("read", "-", "--json", input=text.encode()).stdout))
    start, end = found["span"]
    assert text[start:end] == found["quote"]


def test_a_story_that_states_nothing(run):
    told = run("read", "-", input=b"The weather is fine.")
    assert told.stdout == "Nothing was found that this program keeps a record of.\n"
    assert json.loads(run("read", "-", "--json", input=b"Fine.").stdout)["claims"] == []


@pytest.mark.parametrize(
    ("given", "asked", "sentence"),
    [
        (b"", (), "“-” is empty."),
        (b"a\0b", (), "“-” is neither a text nor a page in HTML."),
        (b"\x89PNG\r\n\x1a\n\xff\xfe\x00", (), "“-” cannot be read."),
        (b"Fine.", ("--published", "soon"), "Write the day like 2026-03-20, not “soon”."),
    ],
)
def test_what_is_no_story_is_refused_in_a_sentence(run, given, asked, sentence):
    ended = run("read", "-", *asked, input=given)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr.startswith(sentence)
    assert ended.stderr.count("\n") == 1


def test_a_missing_file_is_refused(run):
    ended = run("read", "nowhere.txt")
    assert ended.exit_code == 2
    assert (
        ended.stderr == "There is no file “nowhere.txt”; give a story, or - for standard input.\n"
    )


def test_a_model_that_is_not_named_is_refused_in_a_sentence(run, tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    ended = run("read", path, "--model", "--data", tmp_path)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr.startswith("No language model is named;")


def test_a_model_that_does_not_answer_leaves_the_rules(run, tmp_path, monkeypatch):
    monkeypatch.setenv("CLAPOMETER_MODEL_ADDRESS", "http://127.0.0.1:1029/v1")
    monkeypatch.setenv("CLAPOMETER_MODEL_NAME", "made-up")
    monkeypatch.setattr("clapometer.stories.model.reader.TRIES", 1)
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    told = run("read", path, "--model", "--json", "--data", tmp_path)
    assert premiere(json.loads(told.stdout))["value"] == "2026-03-20"
    assert told.stderr.startswith("The language model gave no answer.")


def test_a_site_lends_the_titles_of_its_catalogue(run, festival):
    from clapometer.catalogue.models import Work

    work = Work.objects.filter(kind="film").exclude(title__regex=r"[^A-Za-z ]").first()
    misprinted = f"{work.title[:-1]}z" if len(work.title) > 12 else work.title
    text = (
        f"Back at sea\n\n“{misprinted}” and “{work.title}” are one; “{work.title}” opens on May 4."
    )
    told = run("read", "-", "--json", "--data", festival, input=text.encode())
    assert told.exit_code == 0
    assert premiere(json.loads(told.stdout))["work"] == work.title


def test_a_folder_without_a_site_is_refused(run, tmp_path):
    ended = run("read", "-", "--data", tmp_path, input=TEXT.encode())
    assert ended.exit_code == 2
    assert ended.stderr.startswith(f"There is no site in {tmp_path}")
