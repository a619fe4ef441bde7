"""Which model is asked, and how much: the site's settings, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from clapometer.fetching.asking import Endpoint
from clapometer.fetching.refusals import FetchRefused

from .refusing import ModelRefused

OTHERS_MAY = 0o077
LONGEST_KEY = 4_000
MOST_A_DAY = 200
"""Questions a day where the setting names no number."""


@dataclass(frozen=True, slots=True)
class ModelSetting:
    """A service, the model to ask there, its key (never shown) and how often it may be asked."""

    endpoint: Endpoint
    model: str
    key: str = field(default="", repr=False)
    day: int = MOST_A_DAY


def is_set(options: Mapping[str, str]) -> bool:
    """Return whether the settings name a model."""
    return bool(options.get("model_address") and options.get("model_name"))


def setting_of(options: Mapping[str, str]) -> ModelSetting:
    """Return what a site's settings say of the model. Raises ModelRefused."""
    if not is_set(options):
        raise ModelRefused("not_set")
    try:
        endpoint = Endpoint.read(options["model_address"])
    except FetchRefused as refusal:
        raise ModelRefused("address", why=refusal) from None
    day = options.get("model_day", "").strip()
    return ModelSetting(
        endpoint,
        options["model_name"].strip(),
        _key(options),
        int(day) if day.isdecimal() and len(day) < 7 else MOST_A_DAY,
    )


def _key(options: Mapping[str, str]) -> str:
    """Return the key: from its setting, else from its file, which only the owner may read."""
    if key := options.get("model_key", "").strip():
        return key
    name = options.get("model_key_file", "").strip()
    if not name:
        return ""
    path = Path(name)
    try:
        if path.stat().st_mode & OTHERS_MAY:
            raise ModelRefused("key_open")
        with path.open("rb") as file:
            told = file.read(LONGEST_KEY).decode("ascii").strip()
    except OSError as problem:
        raise ModelRefused("key_file", why=problem.strerror or "no file") from None
    except UnicodeDecodeError:
        raise ModelRefused("key_file", why="it holds no plain text") from None
    return told
