from __future__ import annotations

from collections.abc import Iterator

import pytest

from clapometer.fetching.exchange import Bounds
from clapometer.stories.model.reader import ModelReader
from clapometer.stories.model.setting import setting_of
from tests.stories.model.service import Service, serving

KEY = "sk-made-up-and-never-shown"


@pytest.fixture
def service() -> Iterator[Service]:
    with serving() as one:
        yield one


@pytest.fixture
def waits() -> list[float]:
    """How long the reader would have slept."""
    return []


@pytest.fixture
def reader(service: Service, waits: list[float]) -> ModelReader:
    setting = setting_of(
        {
            "model_address": service.address,
            "model_name": "made-up-7b",
            "model_key": KEY,
            "model_day": "9",
        }
    )
    return ModelReader(setting, bounds=Bounds(1 << 16, 0.5), sleep=waits.append)
