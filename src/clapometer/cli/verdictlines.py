"""Verdicts on many texts: line in, line out, in order, by as many processes as it takes."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import orjson

if TYPE_CHECKING:
    from clapometer.prose.model import Model, Verdict

FEW = 10_000
"""Texts that one process reads before others are started, unless told how many."""
CHUNK = 500
"""Texts handed to a process at a time."""
AHEAD = 3
"""Chunks for each process that wait or are being read: memory stays flat however long the file."""

_MODELS: dict[Path, Model] = {}


def answer(texts: Iterator[str], path: Path, out: BinaryIO, as_json: bool, processes: int) -> None:
    """Write the verdict on each text to `out`. With one process each is written as it comes."""
    model = _model(path)
    alone = texts if processes == 1 else islice(texts, 0 if processes else FEW)
    for text in alone:
        out.write(_line(model, text, as_json))
        out.flush()
    rest = next(texts, None)
    if rest is not None:
        _share(chain([rest], texts), path, out, as_json, processes or os.cpu_count() or 1)


def _share(texts: Iterator[str], path: Path, out: BinaryIO, as_json: bool, processes: int) -> None:
    work = partial(_chunk, path, as_json)
    waiting: deque[Future[bytes]] = deque()
    with ProcessPoolExecutor(processes, initializer=_model, initargs=(path,)) as pool:
        for chunk in _chunks(texts):
            waiting.append(pool.submit(work, chunk))
            if len(waiting) > AHEAD * processes:
                out.write(waiting.popleft().result())
        out.writelines(one.result() for one in waiting)
    out.flush()


def _chunks(texts: Iterator[str]) -> Iterator[list[str]]:
    while chunk := list(islice(texts, CHUNK)):
        yield chunk


def _chunk(path: Path, as_json: bool, texts: Iterable[str]) -> bytes:
    model = _model(path)
    return b"".join([_line(model, text, as_json) for text in texts])


def _model(path: Path) -> Model:
    """Return the model of a file, loaded once in each process."""
    if path not in _MODELS:
        from clapometer.prose.saving import load_model

        _MODELS[path] = load_model(path)
    return _MODELS[path]


def _line(model: Model, text: str, as_json: bool) -> bytes:
    verdict = model.read(text)
    return orjson.dumps(verdict_object(verdict)) + b"\n" if as_json else _told(verdict, text)


def verdict_object(verdict: Verdict) -> dict[str, object]:
    """Return a verdict as it is printed in JSON."""
    return {
        "positive": verdict.positive,
        "probability": round(verdict.probability, 4),
        "because": [
            {"phrase": phrase, "weight": round(weight, 3)} for phrase, weight in verdict.because
        ],
    }


def _told(verdict: Verdict, text: str) -> bytes:
    """Return a verdict as a line for people: how sure, why, and the text."""
    sure = verdict.probability if verdict.positive else 1 - verdict.probability
    said = "positive" if verdict.positive else "negative"
    why = ", ".join(f"{phrase} {weight:+.1f}" for phrase, weight in verdict.because)
    return f"{said}\t{100 * sure:.0f} %\t{why or '–'}\t{text}\n".encode(errors="replace")
