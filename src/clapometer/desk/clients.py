"""The client with which this site asks open services."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from clapometer import __version__
from clapometer.fetching.cache import Cache
from clapometer.fetching.client import Client, user_agent

FOLDER = "fetched"
"""The folder in the site's own where answers are kept, to be asked for only when they change."""


def site_client() -> Client:
    """Return the client of this site, which says whose it is and keeps what it fetched."""
    site = settings.SITE
    agent = user_agent(__version__, site["address"], site["name"])
    return Client(agent, Cache(Path(settings.DATA) / FOLDER))
