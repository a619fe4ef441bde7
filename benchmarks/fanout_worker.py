"""`clapometer worker` as a user runs it, but allowed to reach the push service on loopback.

Only code can allow that (see fetching.addresses): no setting opens a site to its own network.
"""

from __future__ import annotations

import json
import os
import sys

from clapometer.alerts.outbox import engines
from clapometer.fetching.posting import Post

REACH = "FANOUT_REACH"
"""The variable with what may be reached, as JSON: permit, trust, names."""
PACE = "FANOUT_PACE"
"""The variable with other seconds than workers.BEATS, LEASE and STILL, as JSON."""


def reaching() -> engines.Engine:
    """Return an engine that reaches the push service; called when the site is loaded."""
    from clapometer.alerts.outbox import workers

    if PACE in os.environ:
        workers.BEATS, workers.LEASE, workers.STILL = json.loads(os.environ[PACE])
    reach = json.loads(os.environ[REACH])
    permit = frozenset((host, port) for host, port in reach["permit"])
    return Post("Clapometer (benchmark)", permit=permit, trust=reach["trust"], names=reach["names"])


def main() -> None:
    """Run the command with the arguments given."""
    from clapometer.cli.main import main as clapometer

    engines.maker = reaching
    clapometer(["worker", *sys.argv[1:]])


if __name__ == "__main__":
    main()
