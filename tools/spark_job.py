"""A history computed on a Spark cluster, of which one worker may be killed in the middle.

`python -m tools.spark_job MASTER TABLE OUTPUT WAY [FOLDER=PROCESS …]`: the first executor seen at
work is killed with its worker, the one of the given whose folder holds it. Prints one JSON.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

RULE = "rotten-tomatoes-2020"
PARTS = 24


def busy(spark: Any) -> dict[str, int]:
    """The tasks that each executor runs at this moment, by its number."""
    store = spark.sparkContext._jsc.sc().statusStore()
    executors = store.executorList(True)
    found = [executors.apply(number) for number in range(executors.size())]
    return {one.id(): one.activeTasks() for one in found if one.id() != "driver"}


def scoring(spark: Any) -> list[int]:
    """The stages at work in which works are scored: those before them only read and divide."""
    tracker = spark.sparkContext.statusTracker()
    infos = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
    return [one.stageId for one in infos if one and one.numTasks == PARTS and one.numActiveTasks]


def owner(workers: dict[str, int], executor: str) -> int | None:
    """The process of the worker that an executor runs under."""
    found = [pid for place, pid in workers.items() if any(Path(place).glob(f"app-*/{executor}"))]
    return found[0] if found else None


def kill_one_at_work(spark: Any, workers: dict[str, int], seen: dict[str, Any]) -> None:
    """Wait until the engine runs on a worker, and kill that worker with all it started."""
    while "finished" not in seen:
        stages = scoring(spark)
        for executor, tasks in busy(spark).items():
            pid = owner(workers, executor)
            if tasks and pid and stages:
                os.killpg(pid, signal.SIGKILL)
                seen.update(killed=executor, tasks=tasks, stages=stages)
                return
        time.sleep(0.01)


def main(master: str, table: str, output: str, way: str, places: list[str]) -> None:
    """Write the history of the table as a folder, and say what was seen meanwhile."""
    from clapometer.cli.cluster import session
    from clapometer.cli.clusterfiles import write_table
    from clapometer.scoring.frames.spark import history

    workers = {place: int(pid) for place, _, pid in (one.partition("=") for one in places)}
    seen: dict[str, Any] = {}
    with session(master, None) as spark:
        spark.conf.set("spark.sql.shuffle.partitions", str(PARTS))
        spark.conf.set("spark.sql.adaptive.coalescePartitions.enabled", "false")
        killer = threading.Thread(target=kill_one_at_work, args=(spark, workers, seen))
        if workers:
            killer.start()
        began = time.monotonic()
        seen["rows"] = write_table(history(spark.read.parquet(table), RULE, way=way), output)
        seen["finished"] = True
        seen["seconds"] = round(time.monotonic() - began, 1)
        if workers:
            killer.join()
        seen["left"] = sorted(busy(spark))
    sys.stdout.write(json.dumps(seen) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5:])
