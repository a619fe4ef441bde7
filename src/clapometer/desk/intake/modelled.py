"""The language model of the site's settings, asked for what a worker reads.

Only workers ask it: a model may write for most of a minute, and nobody should wait so long for a
page. What it wrote is checked in the process apart in which the story is read.
"""

from __future__ import annotations

import logging
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings

from clapometer.fetching.exchange import Bounds
from clapometer.readers.claims.story import Story
from clapometer.stories.model.reader import ModelReader
from clapometer.stories.model.refusing import ModelRefused
from clapometer.stories.model.setting import is_set, setting_of

BOUNDS = Bounds(most_bytes=2 << 20, seconds=45.0)
"""What one answer may cost a worker, which has other things to do."""
TRIES = 1
_log = logging.getLogger(__name__)


def told_by_model(text: str, source: str, published: str) -> list[dict[str, Any]]:
    """Return what the model says a text states, unchecked; nothing where no model is named or it
    gives no answer, which the log then says why."""
    if not is_set(settings.SITE):
        return []
    day = date.fromisoformat(published) if published else None
    try:
        return _reader().told(Story(text, 0, source or None, day))
    except ModelRefused as refusal:
        _log.warning("%s", refusal)
        return []


@cache
def _reader() -> ModelReader:
    """Return the reader of this process, which counts the questions of the day. Raises
    ModelRefused."""
    return ModelReader(setting_of(settings.SITE), bounds=BOUNDS, tries=TRIES)
