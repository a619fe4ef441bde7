"""Where the site's pictures lie, and which of them may be shown."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from django.conf import settings

from clapometer.facts.reading import facts_numbered

from .models import Mention

FOLDER = "posters"


def picture_path(digest: str) -> Path:
    """Return where a picture lies, by the SHA-256 of its bytes in hexadecimal."""
    return Path(settings.DATA) / FOLDER / f"{digest}.webp"


def keep_picture(digest: str, data: bytes) -> None:
    """Write a picture into the site's folder, whole or not at all; one that is there stays."""
    path = picture_path(digest)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def is_kept(digest: str) -> bool:
    """Return whether the picture lies in the site's folder."""
    return picture_path(digest).is_file()


def is_shown(digest: str) -> bool:
    """Return whether a fact that stands shows the picture, or has shown it before a correction.

    A picture whose fact was taken back is shown no more, not even on pages of the past.
    """
    facts = Mention.objects.filter(thing=f"picture:{digest}").values_list("fact", flat=True)
    return bool(facts_numbered(list(facts)))
