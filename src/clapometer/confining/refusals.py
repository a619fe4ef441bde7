"""Why a task that was done in a process apart has no answer, as one table of sentences."""

from __future__ import annotations

REASONS: dict[str, str] = {
    "input": "It is larger than {limit} MiB, so it is not read.",
    "time": "Reading it took longer than {seconds:g} seconds, so it was given up.",
    "work": "Reading it took more than {seconds:g} seconds of work, so it was given up.",
    "memory": "Reading it took more memory than {limit:,} MiB, so it was given up.",
    "answer": "What was read from it is longer than {limit} MiB, so it was left.",
    "died": "The process that read it died over it ({how}), and nothing was taken from it.",
    "broken": "It cannot be read: the reader stumbled over it ({how}).",
    "babble": "The process that read it answered what is no answer, so nothing was taken from it.",
    "no_start": "No process could be started to read it in ({how}); try again later.",
    "refused": "{sentence}",
}
"""code -> sentence with its places; `refused` is what the reader itself says."""


class ConfinedFailed(Exception):
    """A task has no answer; the message is one sentence for a person.

    `reason` is a key of REASONS; `code` is what the reader itself calls its refusal, else "".
    """

    def __init__(self, reason: str, *, code: str = "", **places: object) -> None:
        super().__init__(REASONS[reason].format(**places))
        self.reason = reason
        self.code = code
