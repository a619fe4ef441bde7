"""What the library refuses, in one sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Refused(ValueError):
    """What was given cannot be answered; the message is one sentence: what, where, what to do.

    Every refusal of the library is one of these, whichever part of the engine found the fault:

    >>> import clapometer as clap
    >>> try:
    ...     clap.score(positive=36, count=35)
    ... except clap.Refused as refused:
    ...     print(refused)
    36 of 35 reviews cannot be positive; give whole numbers with 0 ≤ positive ≤ count.
    """


@contextmanager
def refusing() -> Iterator[None]:
    """Turn the engine's own refusals into one kind, keeping their sentences."""
    from clapometer.instants import InstantRefused
    from clapometer.scoring.badges import SizeUnknown
    from clapometer.scoring.events import KindUnknown
    from clapometer.scoring.frames.problems import FrameRefused
    from clapometer.scoring.grades import GradeRefused
    from clapometer.scoring.keys import RuleRefused
    from clapometer.scoring.rules import RuleUnknown

    try:
        yield
    except (
        FrameRefused, GradeRefused, InstantRefused, KindUnknown, RuleRefused, RuleUnknown,
        SizeUnknown,
    ) as fault:  # fmt: skip
        raise Refused(str(fault)) from fault


@contextmanager
def refusing_files() -> Iterator[None]:
    """Turn what is wrong with a file of reviews, or with what is said of it, into a refusal."""
    from clapometer.readers.problems import Refused as ReaderRefused

    try:
        yield
    except ReaderRefused as fault:
        raise Refused(str(fault)) from fault
    except OSError as fault:
        raise Refused(f"{fault.filename} cannot be read: {fault.strerror}.") from fault
