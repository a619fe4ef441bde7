"""The words of TMDB, TVmaze and Trakt, and back. The shows are made up."""

import json

import pytest

from clapometer.signals.statuses.stages import CERTAINTIES, STAGES
from clapometer.signals.statuses.state import states_at
from clapometer.signals.statuses.statement import Statement
from clapometer.signals.statuses.vocabularies import VOCABULARIES, meaning_of, word_for
from clapometer.signals.statuses.vocabulary import STATUSES
from tests.signals.announced import on

EVERY = [(name, word) for name, one in VOCABULARIES.items() for word in one.words]


def state_of(means, series):
    said = Statement(1, means.status, means.certainty, on("2023-01-01"), 0)
    return states_at([said], on("2023-01-02"), series=series).whole


# A service's word, said here, leads back to that word.
@pytest.mark.parametrize(("name", "word"), EVERY)
def test_each_word_leads_there_and_back(name, word):
    means = meaning_of(name, word.upper())
    assert means.status in STATUSES
    assert means.certainty in CERTAINTIES
    assert word_for(name, state_of(means, name.endswith("series"))) == word


# TVmaze calls “Ended” what was cancelled too: such a word must not outrank what was announced.
def test_no_word_of_a_service_is_official():
    every = {one.certainty for found in VOCABULARIES.values() for one in found.words.values()}
    assert every == {"reported", "rumoured", "undecided"}


def test_a_word_that_no_service_is_known_to_use_means_nothing():
    assert meaning_of("tvmaze-series", "Sleeping") is None


# Every stage that a work can be at has a word in each vocabulary of its kind.
@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_stage_has_a_word(name):
    back = VOCABULARIES[name].back
    stages = STAGES.keys() - {"unknown"} - ({"ending"} if name.endswith("film") else set())
    assert stages <= back.keys()
    assert set(back.values()) == set(VOCABULARIES[name].words)
    assert back.keys() <= {*STAGES, *STATUSES, "rumoured", "undecided"}


def test_a_renewed_series_returns_and_nothing_announced_has_no_word():
    renewed = [Statement(1, "released", "official", on("2022-01-01"), 0, (1,)),
               Statement(2, "renewed", "official", on("2023-01-01"), 0, (2,))]  # fmt: skip
    whole = states_at(renewed, on("2023-01-02")).whole
    assert [word_for(f"{one}-series", whole) for one in ("tmdb", "tvmaze", "trakt")] == [
        "Returning Series", "Running", "returning series",
    ]  # fmt: skip
    assert word_for("tmdb-series", states_at([], on("2023-01-02")).whole) is None


@pytest.mark.realdata
def test_every_status_in_a_real_file_of_tvmaze_is_known(realdata):
    shows = json.loads((realdata / "catalogue-tvmaze" / "shows.json").read_text("utf-8"))
    found = {show["status"] for show in shows}
    assert len(found) > 1
    assert all(meaning_of("tvmaze-series", word) for word in found)
