"""The site needs nothing beyond what requirements/run.txt installs."""

import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
OPEN_A_SITE = """
import sys
for name in {blocked!r}:
    sys.modules[name] = None  # Makes `import` fail as if it were not installed.
from clapometer.cli.main import main
main(["init", "--yes", "--data", {site!r}])
"""


def not_in_production() -> list[str]:
    """The modules of every installed package that requirements/run.txt does not name."""
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    kept = {*re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE), "clapometer"}
    found = packages_distributions().items()
    return sorted(name for name, of in found if not kept & {canonicalize_name(one) for one in of})


def test_a_site_is_made_with_the_packages_of_production_alone(tmp_path: Path) -> None:
    blocked = not_in_production()
    assert {"psycopg", "pytest", "hypothesis"} <= set(blocked)
    assert not {"django", "click", "pyarrow"} & set(blocked)
    script = OPEN_A_SITE.format(blocked=blocked, site=str(tmp_path / "site"))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    log = tmp_path / "site" / "errors.log"
    assert done.returncode == 0, log.read_text() if log.exists() else done.stderr
