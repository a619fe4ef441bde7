"""A model trained once on made-up sentences."""

from __future__ import annotations

import pytest

from clapometer.prose.training import Example, Trained, train
from tests.prose.praise import sentences


@pytest.fixture(scope="session")
def trained() -> Trained:
    examples = [Example(text, positive) for text, positive in sentences(300)]
    return train(examples, folds=4, vectors=False)
