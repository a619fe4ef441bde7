"""The tables of the queue: kinds, states, decisions, keys, as the reference prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from clapometer.scoring.tables import markdown


def texts() -> dict[str, Callable[[], str]]:
    """The tables by name; Django has to be loaded."""
    from clapometer.desk.pages.queuekeys import KEYS
    from clapometer.desk.proposals import audit, models, takers

    return {
        "queue-kinds": partial(_words, "kind", models.KINDS),
        "queue-states": partial(_words, "state", models.STATES),
        "queue-decisions": partial(_words, "decision", models.DECISIONS),
        "queue-readings": partial(_words, "state", models.READING_STATES),
        "queue-from": partial(_words, "how", models.READ_FROM),
        "queue-rows": partial(_words, "row", takers.ROWS),
        "queue-keys": partial(_words, "key", KEYS),
        "queue-columns": partial(_words, "column", audit.COLUMNS),
        "queue-sureness": _sureness,
    }


def _words(title: str, words: Mapping[str, object]) -> str:
    rows = ((f"`{word}`", str(means)) for word, means in words.items())
    return markdown((title, "meaning"), rows)


def _sureness() -> str:
    from clapometer.desk.pages.queueshown import SURENESS

    rows = ((f"{least:.0%}", str(word)) for least, word in SURENESS)
    return markdown(("from a confidence of", "in words"), rows)
