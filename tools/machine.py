"""What this machine has that some tests need: PostgreSQL, a browser, Java, the real data."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Where Debian keeps the programs of each version of PostgreSQL.
DEBIANS = Path("/usr/lib/postgresql")
REAL_DATA = "CLAPOMETER_REALDATA"


def must_have_all() -> bool:
    """Whether this is the machine on which nothing may be skipped (the variable CI says so)."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def find_postgres() -> Path | None:
    """The folder with `initdb` and `postgres`: from PATH, or Debian's newest version; else None."""
    found = shutil.which("initdb")
    if found and shutil.which("postgres"):
        return Path(found).resolve().parent
    folders = [one.parent for one in DEBIANS.glob("*/bin/initdb")]
    return max(folders, key=lambda one: float(one.parent.name), default=None)


def find_browser() -> str | None:
    """The path of a Chromium, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def find_java() -> str | None:
    """The path of the Java that PySpark would start, or None."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=f"{home}/bin" if home else None)


def find_real_data() -> Path | None:
    """The folder of real data, one folder for each source; or None."""
    folder = Path(os.environ.get(REAL_DATA) or ROOT.parent / "shared" / "data")
    return folder if folder.is_dir() else None


# What may be missing, in words, with how to enable it.
NO_POSTGRES = "PostgreSQL: not found (Debian: apt-get install postgresql)"
NO_BROWSER = "Chromium: not found (Debian: apt-get install chromium)"
NO_JAVA = "Java 17 for Spark: not found (Debian: apt-get install openjdk-17-jre-headless)"
NO_REAL_DATA = f"real data: not found (set {REAL_DATA} to its folder)"


def missing() -> list[str]:
    """One line for each thing that cannot be tested here, with how to enable it."""
    finds = {
        NO_POSTGRES: find_postgres,
        NO_BROWSER: find_browser,
        NO_JAVA: find_java,
        NO_REAL_DATA: find_real_data,
    }
    return [line for line, find in finds.items() if find() is None]
