"""One Spark on this machine for all tests of this room: it takes long to start."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import absent
from tools import machine, spark_cluster

# Everything stays on this machine, and the workers run the Python that the tests run in.
LAUNCH = f'--driver-memory 1g --driver-java-options "{spark_cluster.LIGHT}" pyspark-shell'
QUIET = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "Europe/Oslo",  # Nothing may depend on it.
    "spark.sql.shuffle.partitions": "3",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


@pytest.fixture(scope="session")
def java() -> str:
    """The path of a Java that Spark can use."""
    return machine.find_java() or absent(machine.NO_JAVA)


@pytest.fixture(scope="session")
def spark(java: str) -> Iterator[Any]:
    """A Spark that runs inside this machine, on two threads."""
    pytest.importorskip("pyspark", reason="PySpark: not installed (pip install pyspark)")
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas")
        from pyspark.sql import SparkSession

        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYSPARK_SUBMIT_ARGS", LAUNCH)
        builder = SparkSession.builder.master("local[2]")
        for name, value in QUIET.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        yield session
        session.stop()
