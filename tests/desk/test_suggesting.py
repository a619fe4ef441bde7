"""The verdict that words suggest. The model learned from made-up sentences."""

from __future__ import annotations

import os

import pytest

from clapometer.desk import suggesting
from clapometer.desk.suggesting import FILE_NAME, least_sure, model_of_site, suggest
from clapometer.prose.saving import save_model
from clapometer.prose.training import Example, train
from tests.prose.praise import sentences


@pytest.fixture(scope="module")
def model():
    examples = [Example(text, positive) for text, positive in sentences(200)]
    return train(examples, folds=2, vectors=False).model


@pytest.fixture
def kept(model, settings, tmp_path):
    """A site's folder of the test's own with the model in it."""
    settings.DATA = tmp_path
    save_model(model, tmp_path / FILE_NAME)


def test_praise_and_blame_with_the_phrases_that_speak_for_it(kept):
    found = suggest("A superb cast at the lake, and witty too.")
    assert found.positive
    assert found.sure >= 0.9
    assert found.because
    assert not suggest("A dull plot again, and tedious too.").positive


def test_what_is_not_sure_enough_is_not_suggested(kept, settings):
    settings.SITE = {**settings.SITE, "verdict_sure": "1"}
    assert suggest("A superb cast at the lake, and witty too.") is None
    assert suggest("  ") is None


# A text of many sentences is never surer than the surest of them.
def test_a_long_text_is_the_mean_of_its_sentences(kept):
    praise, blame = "A superb cast, and witty too. ", "A dull plot, and stale too. "
    clear, torn = suggest(praise * 30), suggest((praise + blame) * 20)
    assert clear.positive
    assert clear.sure <= suggest(praise).sure + 1e-9
    assert torn is None


def test_no_model_no_suggestion_and_a_new_one_is_taken(model, settings, tmp_path):
    settings.DATA = tmp_path
    assert model_of_site() is None
    assert suggest("A superb cast.") is None
    path = tmp_path / FILE_NAME
    path.write_text("no model")
    assert model_of_site() is None
    save_model(model, path)
    os.utime(path, ns=(1, 1))
    assert model_of_site() is not None


@pytest.mark.parametrize(
    ("told", "meant"), [("0.8", 0.8), ("much", 0.9), ("7", 0.9), ("0.2", 0.9), ("nan", 0.9)]
)
def test_the_setting(settings, told, meant):
    settings.SITE = {**settings.SITE, "verdict_sure": told}
    assert least_sure() == meant
    assert suggesting.USUAL == 0.9
