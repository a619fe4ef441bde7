"""Reading ahead: a second process reads and prepares a large file while this one writes."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import sys
from collections.abc import Iterator

from clapometer.readers.problems import FileRefused

from .pace import rare_collection
from .preparing import Chunk, Prepared, Reading, read_chunks

# Below this a second process costs more time to start than it saves.
WORTHWHILE_BYTES = 4_000_000


class ReaderDied(RuntimeError):
    """The second process ended before the file did."""

    def __init__(self) -> None:
        super().__init__("The process that reads the file has died; run the import again.")


def read_file(reading: Reading) -> Iterator[Chunk]:
    """Yield the whole file in chunks, in order. Raises FileRefused where it stops being a table."""
    if reading.path.stat().st_size < WORTHWHILE_BYTES:
        return read_chunks(reading)
    return _read_ahead(reading)


def _read_ahead(reading: Reading) -> Iterator[Chunk]:
    # A process of its own module, not multiprocessing: that would run the caller's script again.
    # Pickles pass between two processes of one program only. The pipe bounds what waits in it.
    command = [sys.executable, "-m", "clapometer.desk.ahead"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin and process.stdout
    with process, process.stdin, process.stdout:
        try:
            pickle.dump(reading, process.stdin)
            process.stdin.flush()
            while (message := pickle.load(process.stdout)) is not None:  # noqa: S301
                rows, *rest = message
                if rows is None:
                    raise FileRefused(*rest)
                yield Chunk(list(map(Prepared._make, rows)), *rest)
        except (EOFError, pickle.UnpicklingError):
            raise ReaderDied from None
        finally:
            process.kill()


def main() -> None:
    """Read the file this process is told of on its standard input.

    Sends chunks, and at the end None, or the code and sentence of a refusal behind a None.
    """
    out = sys.stdout.buffer
    reading = pickle.load(sys.stdin.buffer)  # noqa: S301
    # A broken pipe says that nobody listens any more: the importing process was stopped or killed.
    with rare_collection(), contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        try:
            for chunk in read_chunks(reading):
                # Plain tuples pass in a third of the time of named ones.
                message = (list(map(tuple, chunk.rows)), *chunk[1:])
                pickle.dump(message, out, pickle.HIGHEST_PROTOCOL)
        except FileRefused as refusal:
            pickle.dump((None, refusal.code, refusal.sentence), out)
        else:
            pickle.dump(None, out)
        out.flush()


if __name__ == "__main__":
    main()
