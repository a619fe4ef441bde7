"""The client that fetches pages and feeds: as the site's, and after asking robots.txt."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from django.conf import settings

from clapometer.fetching.client import Client
from clapometer.fetching.robots import Robots

from ..clients import FOLDER, site_client

ROBOTS_FOLDER = "robots"
"""The folder under that of answers where robots.txt of each host is kept."""


@cache
def polite_client() -> Client:
    """Return the client of this process: it remembers when it asked which host, and what for."""
    client = site_client()
    folder = Path(settings.DATA) / FOLDER / ROBOTS_FOLDER
    return replace(client, may=Robots(client, folder).check)
