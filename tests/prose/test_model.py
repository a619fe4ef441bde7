"""What a trained model says of a text. All films are made up."""

from math import isclose, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.prose import model as models
from clapometer.prose.design import design
from clapometer.prose.learning import fit
from clapometer.prose.model import Calibration, Model, Weights
from clapometer.prose.senses import known_senses
from tests.prose.praise import AROUND, BLAME, PRAISE, THINGS, sentences


def test_the_sum_worked_by_hand():
    weights = Weights(
        bias=0.5,
        words={"bad": -2.0, "film": 0.25},
        pieces={"bad": -1.0, " ba": -0.5},
        pairs={"not bad": 3.0, "bad film": 0.5},
        triples={"not bad film": 0.125, "a b c": 9.0},
        senses={"bad": (-4.0, 8.0)},
    )
    found = Model(weights, Calibration(1.0, 0.0), {})
    # bad: -2 - 1 - 0.5; film: 0.25; pairs 3 + 0.5; the triple 0.125. The sense of “bad” counts
    # -4/√3, and as “not” turns it, 8/√3 more.
    assert isclose(found.total("Not bad film"), 0.5 - 3.5 + 0.25 + 3.5 + 0.125 + 4 / sqrt(3))
    # Twice the same words: words, pieces, pairs and triples count once, senses each time.
    once = -3.5 + 0.25 + 3.5 + 0.125
    assert isclose(found.total("not bad film . not bad film"), 0.5 + once + 8 / sqrt(7))


def test_praise_and_blame_never_seen(trained):
    read = trained.model.read
    assert read("A superb, radiant thing of wonder").positive
    assert not read("Clumsy, clumsily told and stale").positive
    assert not read("It is never witty.").positive
    verdict = read("A dull story, and dull too.")
    assert not verdict.positive
    assert verdict.probability < 0.2
    assert verdict.because
    assert all(one.weight < 0 for one in verdict.because[:1])


WORDS = st.sampled_from([*THINGS, *PRAISE, *BLAME, *AROUND, "never", "not", ".", ",", "unheard-of"])


@pytest.fixture(scope="module")
def learned():
    """A small design with what was fitted on it, the oracle of the sums."""
    examples = sentences(120, seed=3)
    made = design([text for text, _ in examples], known_senses(vectors=False))
    positive = np.array([verdict for _, verdict in examples])
    return made, fit(made, positive, np.full(len(examples), True)), examples


# The sum over a text's own words is the product of its row with the fitted columns: one is what a
# reader of verdicts uses, the other what was learned.
def test_reading_a_text_is_the_same_as_multiplying_its_row(learned):
    made, fitted, examples = learned
    found = Model(fitted.weights(made), Calibration(1.0, 0.0), {})
    totals = fitted.totals(made).tolist()
    for (text, _), total in zip(examples, totals, strict=True):
        assert found.total(text) == pytest.approx(total, abs=1e-4)


# The phrases of a verdict stand in the text, word for word.
@given(words=st.lists(WORDS, max_size=20))
def test_reasons_stand_in_the_text(trained, words):
    from clapometer.prose.words import words_of

    text = " ".join(words)
    verdict = trained.model.read(text)
    plain = f" {' '.join(words_of(text))} "
    assert all(f" {one.phrase} " in plain for one in verdict.because)
    assert 0 <= verdict.probability <= 1
    assert verdict.positive == (verdict.probability >= 0.5)


def test_what_is_remembered_of_words_does_not_grow_without_end(trained, monkeypatch):
    monkeypatch.setattr(models, "REMEMBERED", 10)
    found = Model(trained.model.weights, trained.model.calibration, {})
    before = [found.total(f"word{number} and word{number} again") for number in range(40)]
    assert len(found._known) <= 16
    assert before == [found.total(f"word{number} and word{number} again") for number in range(40)]


def test_extreme_sums_have_probabilities():
    calibration = Calibration(1.0, 0.0)
    assert calibration.probability(1e9) == pytest.approx(1)
    assert calibration.probability(-1e9) == pytest.approx(0)
    assert calibration.probability(0) == 0.5
