"""Files that Spark reads and writes, taken as the local engine takes them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .endings import refused
from .tablefiles import format_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# Quotes are doubled as RFC 4180 says; a row of another width ends the work.
_CSV = {"header": "true", "quote": '"', "escape": '"'}
_STRICT = {"mode": "FAILFAST", "columnPruning": "false", "multiLine": "true"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):/+(.+)", re.IGNORECASE)
# Below this many bits lies the number of the row within its partition.
_ROW_BITS = 33


def place(path: str) -> str:
    """Return where a file lies, as Spark names it: a path of this machine, or a URL."""
    found = _SCHEME.fullmatch(path)
    if found is None:
        return str(Path(path).absolute())
    # A path library has made one slash of two.
    return f"file:/{found[2]}" if found[1] == "file" else f"{found[1]}://{found[2]}"


def read_table(spark: SparkSession, source: str, seq: str) -> DataFrame:
    """Return the table in a file or a folder of files, with its rows numbered in a column `seq`.

    What the column is called says `seq`; a folder has no order of rows, so it must have one.
    """
    local, kind = Path(source), format_of(Path(source))
    if _SCHEME.fullmatch(source) is None and not local.exists():
        raise refused(f"There is no file {source}.")
    table = {"parquet": _parquet, "jsonl": _json_lines}.get(kind, _delimited)(spark, source)
    if seq in table.columns:
        return table
    if local.is_dir():
        raise refused(
            f"{source} is a folder, so its rows have no order; add a column “seq” that says it."
        )
    return _numbered(table, kind, seq)


def _parquet(spark: SparkSession, source: str) -> DataFrame:
    return spark.read.parquet(source)


def _json_lines(spark: SparkSession, source: str) -> DataFrame:
    return spark.read.options(mode="FAILFAST").json(source)


def _delimited(spark: SparkSession, source: str) -> DataFrame:
    """Return the table with every column as text; an empty text is an empty cell, quoted or not."""
    from pyspark.sql import functions as f

    separator = "\t" if format_of(Path(source)) == "tsv" else ","
    table = spark.read.options(sep=separator, **_CSV, **_STRICT).csv(source)
    cells = {name: f.col("`" + name.replace("`", "``") + "`") for name in table.columns}
    return table.select(*(f.nullif(cell, f.lit("")).alias(name) for name, cell in cells.items()))


def _numbered(table: DataFrame, kind: str, seq: str) -> DataFrame:
    """Return the table with the number of each row in its file, from 0.

    A Parquet file numbers its rows; CSV is read in one piece. The parts that a file of JSON Lines
    is read in stand in its order, and are counted first.
    """
    from pyspark.sql import functions as f

    if kind == "parquet":
        return table.select("*", f.col("_metadata.row_index").alias(seq))
    number = f.monotonically_increasing_id()
    if kind != "jsonl":
        return table.withColumn(seq, number)
    counted = table.groupBy(f.spark_partition_id().alias("part")).count().orderBy("part").collect()
    before, rows = [], 0
    for part in counted:
        before += [f.lit(part["part"]), f.lit(rows).cast("long")]
        rows += part["count"]
    if not before:
        return table.withColumn(seq, number)
    start = f.create_map(*before)[f.spark_partition_id()]
    within = number.bitwiseAND(f.lit((1 << _ROW_BITS) - 1))
    return table.withColumn(seq, start + within)


def write_table(table: DataFrame, output: str) -> int:
    """Write the rows as a folder of part files and return how many there are."""
    from pyspark.sql import Observation
    from pyspark.sql import functions as f

    kind = format_of(Path(output))
    packed = {"compression": "gzip"} if output.lower().endswith(".gz") else {}
    seen = Observation()
    writer: Any = table.observe(seen, f.count(f.lit(1)).alias("rows")).write.options(**packed)
    if kind == "parquet":
        writer.parquet(output)
    elif kind == "jsonl":
        writer.json(output, ignoreNullFields=False)
    else:
        writer.options(sep="\t" if kind == "tsv" else ",", **_CSV).csv(output)
    return int(seen.get["rows"])
