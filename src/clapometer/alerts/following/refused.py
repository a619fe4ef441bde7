"""What cannot be done for a follower, in one sentence."""

from __future__ import annotations


class FollowRefused(ValueError):
    """A reader asked for what cannot be; the message is one sentence that says what to do."""
