"""The folder of a site: making it, its secret, and where its files lie."""

from __future__ import annotations

import json
import secrets
from pathlib import Path

from .options import FILE_NAME, OPTIONS

SECRET_NAME = "secret.key"
DATABASE_NAME = "clapometer.sqlite3"


def is_site(folder: Path) -> bool:
    """Return whether the folder already holds a site."""
    return (folder / FILE_NAME).exists()


def create_folder(folder: Path, **chosen: str) -> None:
    """Make the folder of a new site: settings as chosen, and a secret nobody else has."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_text(settings_text(chosen), encoding="utf-8")
    read_secret(folder)


def settings_text(chosen: dict[str, str]) -> str:
    """Return a settings file with every setting explained; defaults are commented out."""
    parts = ["# The settings of this Clapometer site.\n"]
    for option in OPTIONS:
        value = chosen.get(option.name, option.default)
        mark = "" if option.name in chosen else "# "
        # A JSON string is also a TOML basic string, so quoting is exact for any value.
        parts.append(f"# {option.meaning}\n{mark}{option.name} = {json.dumps(value)}\n")
    return "\n".join(parts)


def read_secret(folder: Path) -> str:
    """Return the site's secret; the first call makes it, readable by its owner only."""
    path = folder / SECRET_NAME
    if not folder.is_dir():
        return secrets.token_urlsafe(48)
    try:
        with path.open("x", encoding="ascii") as file:
            path.chmod(0o600)
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii").strip()
