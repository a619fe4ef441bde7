"""Run every benchmark and print its tables: `make bench`, or `make bench ARGS="--rows 100000"`."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from . import (
    bench_dossier,
    bench_entering,
    bench_fanout,
    bench_frames,
    bench_import,
    bench_incremental,
    bench_kills,
    bench_large,
    bench_mail,
    bench_memory,
    bench_moments,
    bench_notices,
    bench_pages,
    bench_posting,
    bench_push,
    bench_queries,
    bench_readpages,
    bench_rollup,
    bench_scores,
    bench_signals,
    bench_spark,
    bench_verdict,
)


def _add_fanout(parser: argparse.ArgumentParser) -> None:
    help_fanout = "only one moment to so many followers, say 10000 100000 2600000"
    parser.add_argument("--fanout", type=int, nargs="+", metavar="N", help=help_fanout)
    help_budget = "seconds after which a run of --fanout is broken off and told as far as it came"
    parser.add_argument("--budget", type=float, default=bench_fanout.BUDGET, help=help_budget)
    help_workers = "worker processes of --fanout"
    parser.add_argument("--workers", type=int, default=bench_fanout.PROCESSES, help=help_workers)
    help_kills = "only workers killed so many times while they send"
    parser.add_argument("--kills", type=int, metavar="N", help=help_kills)


def _fanout(asked: argparse.Namespace) -> None:
    if asked.fanout:
        bench_fanout.main(asked.fanout, asked.workers, asked.budget)
    if asked.kills:
        bench_kills.main(asked.kills)


def _posting_or_pages(asked: argparse.Namespace) -> None:
    if asked.posting:
        bench_posting.main(asked.posting)
    if asked.pages:
        bench_readpages.main()


def _asked() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, help="reviews on the large site")
    help_events = "rows of the table of events; 10000000 takes minutes, for the peers' sake"
    parser.add_argument("--events", type=int, default=1_000_000, help=help_events)
    parser.add_argument("--frames-only", action="store_true", help="only the tables of events")
    parser.add_argument(
        "--incremental", type=int, nargs="+", metavar="N",
        help="only: what one more review takes on sites of so many reviews, say 1000 1000000",
    )  # fmt: skip
    parser.add_argument("--keep", type=Path, help="where --incremental leaves its sites")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of the tables of events")
    help_large = "only a file of so many events, larger than --memory: 200000000 takes minutes"
    parser.add_argument("--large", type=int, help=help_large)
    parser.add_argument("--memory", default="4GB", help="what --large is allowed")
    help_spark = "only the history of the events on a Spark cluster of this machine"
    parser.add_argument("--spark", action="store_true", help=help_spark)
    help_push = "only encrypting and signing push messages"
    parser.add_argument("--push", action="store_true", help=help_push)
    help_posting = "only so many requests sent to a push service on this machine"
    parser.add_argument("--posting", type=int, metavar="N", help=help_posting)
    help_mail = "only mail to followers: letters, a server, digests"
    parser.add_argument("--mail", action="store_true", help=help_mail)
    help_notices = "only reading the ledger for followers"
    parser.add_argument("--notices", action="store_true", help=help_notices)
    help_pages = "only reading pages of the web, from the real data"
    parser.add_argument("--pages", action="store_true", help=help_pages)
    help_verdict = "only verdicts out of prose, on the sentence polarity data"
    parser.add_argument("--verdict", action="store_true", help=help_verdict)
    _add_fanout(parser)
    return parser.parse_args()


def _alone(asked: argparse.Namespace) -> bool:
    """Run the one benchmark that needs nothing of the others, if it was asked for."""
    if asked.verdict:
        bench_verdict.main()
    elif asked.spark:
        bench_spark.main(asked.events, [*bench_spark.WAYS, bench_spark.KILLED])
    elif asked.push or asked.notices or asked.mail:
        with tempfile.TemporaryDirectory(prefix="clapometer-bench-") as name:
            folder = Path(name)
            if asked.push:
                bench_push.main(folder)
            elif asked.notices:
                bench_notices.main(folder / "site")
            else:
                bench_mail.main(folder)
    else:
        return False
    return True


def main() -> None:
    """Fill one large site, then measure on it."""
    asked = _asked()
    if _alone(asked):
        return
    if asked.fanout or asked.kills:
        _fanout(asked)
        return
    if asked.posting or asked.pages:
        _posting_or_pages(asked)
        return
    if asked.incremental:
        _incremental(asked.incremental, asked.keep)
        return
    if asked.large:
        bench_large.main(asked.large, asked.memory)
        return
    bench_memory.main(asked.events)
    bench_frames.main(asked.events, asked.rounds)
    bench_moments.main(asked.events)
    if asked.frames_only:
        return
    _large_site(asked.rows)


def _large_site(rows: int) -> None:
    with tempfile.TemporaryDirectory(prefix="clapometer-bench-") as name:
        folder = Path(name)
        bench_import.main(folder, rows)
        bench_signals.main(folder, min(rows, 100_000))
        bench_scores.main(folder / "site")
        bench_pages.main(folder / "site")
        bench_rollup.main(folder / "site")
        bench_dossier.main(folder / "site")
        bench_entering.main(folder / "site")
        bench_queries.main(folder / "site")
        bench_push.main(folder / "site")


def _incremental(sizes: list[int], keep: Path | None) -> None:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        bench_incremental.main(keep.absolute(), sizes)
        return
    with tempfile.TemporaryDirectory(prefix="clapometer-bench-") as name:
        bench_incremental.main(Path(name), sizes)


if __name__ == "__main__":
    main()
