"""The engine that sends a worker's requests."""

from __future__ import annotations

from importlib.metadata import version

from django.conf import settings

from clapometer.fetching.posting import Post

from .sending import Engine


def make_engine() -> Engine:
    """Return an engine that reaches public addresses only, and says whose site it works for."""
    return Post(f"Clapometer/{version('clapometer')} (+{settings.SITE['address']})")
