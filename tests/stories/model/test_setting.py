"""The settings of the model: strict, and the key never shown."""

from pathlib import Path

import pytest

from clapometer.stories.model.refusing import ModelRefused
from clapometer.stories.model.setting import MOST_A_DAY, is_set, setting_of

SET = {"model_address": "http://localhost:11434/v1", "model_name": "made-up-7b"}


def code(**options: str) -> str:
    with pytest.raises(ModelRefused) as caught:
        setting_of(SET | options)
    return caught.value.code


def test_nothing_is_set_at_first() -> None:
    assert not is_set({})
    assert code(model_name="") == "not_set"
    assert is_set(SET)


@pytest.mark.parametrize(
    "address",
    [
        "localhost:11434",
        "ftp://localhost/v1",
        "http://user:secret@localhost/v1",
        "http://models.example.org/v1",
        "http://93.184.216.34/v1",
        "http://localhost:22/v1",
    ],
)
def test_addresses_that_are_refused(address: str) -> None:
    assert code(model_address=address) == "address"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:11434/v1/",
        "http://[::1]:8080",
        "http://192.168.1.20:8000/v1",
        "http://box:8000/v1",
        "http://gpu.local/v1",
        "https://models.example.org/v1",
    ],
)
def test_addresses_that_are_taken(address: str) -> None:
    assert str(setting_of(SET | {"model_address": address}).endpoint.below("/x")).endswith("/x")


def test_the_key_comes_from_its_setting_or_its_file(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text("sk-made-up\n")
    path.chmod(0o600)
    assert setting_of(SET | {"model_key_file": str(path)}).key == "sk-made-up"
    told = setting_of(SET | {"model_key_file": str(path), "model_key": "other"})
    assert told.key == "other"
    assert "other" not in repr(told)
    path.chmod(0o640)
    assert code(model_key_file=str(path)) == "key_open"
    assert code(model_key_file=str(tmp_path / "none")) == "key_file"


def test_questions_a_day() -> None:
    assert setting_of(SET | {"model_day": "7"}).day == 7
    assert setting_of(SET | {"model_day": "many"}).day == MOST_A_DAY
