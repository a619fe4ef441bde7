"""Whether push services will know this site again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .fault import Fault


def look_at_push_key(folder: Path) -> Iterator[Fault]:
    """Yield what is wrong with the key for push services; a site without readers needs none."""
    from clapometer.alerts.channels.webpush.sitekey import FILE_NAME, KeyFileRefused, site_key

    path = folder / FILE_NAME
    if not path.exists():
        yield from _missing(path)
        return
    if path.stat().st_mode & 0o077:
        yield Fault(f"{path} can be read by others.", f"chmod 600 {path}")
    try:
        site_key(folder)
    except KeyFileRefused as refusal:
        yield Fault(str(refusal), f"put {path} back from a backup")


def _missing(path: Path) -> Iterator[Fault]:
    from clapometer.alerts.channels.webpush.channel import NAME
    from clapometer.alerts.models import Endpoint

    browsers = Endpoint.objects.filter(channel=NAME, state="on").count()
    if browsers:
        yield Fault(
            f"{path} is missing, and {browsers:,} browsers get messages under that key alone.",
            f"put {path} back from a backup; under a new one they have to subscribe again",
        )
