"""Verdicts out of prose on the sentence polarity data: `make bench ARGS="--verdict"`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from clapometer.prose.crossing import cross
from clapometer.prose.design import Block, Design, design
from clapometer.prose.learning import fit
from clapometer.prose.saving import save_model
from clapometer.prose.senses import known_senses
from clapometer.prose.training import Example, train
from clapometer.readers.labelled import Labelled, read_labelled
from tools.machine import NO_REAL_DATA, find_real_data

from .measure import table

PUBLISHED = (
    ("naive Bayes, word pairs", 79.0, "Wang and Manning 2012"),
    ("NBSVM, word pairs", 79.4, "Wang and Manning 2012"),
    ("convolutions over word vectors", 81.5, "Kim 2014"),
)
"""Accuracies in tenfold cross-validation on all of the data, per cent."""
LOOKED_AT = frozenset("02468")
"""Folds by which shares and strengths were chosen; none was chosen by the others."""
TIMES = 10
"""How often the snippets are given to the command, one after the other."""


def main() -> None:
    """Print accuracy fold by fold beside the peers, calibration, training time and speed."""
    data = find_real_data()
    if data is None:
        sys.exit(NO_REAL_DATA)
    rows = read_labelled(data / "polarity" / "rt-polarity.folds0-8.tsv").rows
    _accuracy(rows)
    _speed(rows)


def _accuracy(rows: list[Labelled]) -> None:
    texts, positive = [one.text for one in rows], np.array([one.positive for one in rows])
    folds = np.array([one.fold for one in rows])
    made, plain = design(texts, known_senses()), design(texts, known_senses(vectors=False))
    ways = {
        "clapometer": lambda held: fit(made, positive, ~held).totals(made)[held] > 0,
        "without vectors": lambda held: fit(plain, positive, ~held).totals(plain)[held] > 0,
        "NBSVM": lambda held: _nbsvm(made, positive, held),
        "naive Bayes": lambda held: _naive_bayes(made, positive, held),
    }
    found: dict[str, list[float]] = {name: [] for name in ways}
    lines = []
    for fold in sorted(set(folds)):
        held = folds == fold
        for name, way in ways.items():
            found[name].append(100 * float(np.mean(way(held) == positive[held])))
        shares = [f"{found[name][-1]:.2f}" for name in ways]
        lines.append((f"{fold}{'' if fold in LOOKED_AT else ' *'}", str(held.sum()), *shares))
    for name, chosen in (("mean", range(9)), ("mean of *", range(1, 9, 2))):
        means = [f"{np.mean([found[way][one] for one in chosen]):.2f}" for way in ways]
        lines.append((name, "", *means))
    header = ("fold held out", "snippets", *ways)
    table("Right verdicts, per cent, learned from the other eight folds", header, lines)
    print("* no share or strength was chosen by this fold\n")
    told = [(name, f"{share:.1f}", by) for name, share, by in PUBLISHED]
    table("Published, tenfold on all of the data", ("method", "right", "by"), told)
    _calibration(made, positive, folds)


def _calibration(made: Design, positive: Any, folds: Any) -> None:
    crossed = cross(made, positive, folds.tolist())
    lines = [(f"{one.low:.1f} to {one.high:.1f}", str(one.texts), f"{one.said:.3f}",
              f"{one.seen:.3f}") for one in crossed.bins]  # fmt: skip
    table(
        f"Probabilities on held-out folds: Brier score {crossed.brier:.4f}, mean gap"
        f" {crossed.gap:.4f}",
        ("probability", "snippets", "said", "positive"),
        lines,
    )


def _words_and_pairs(made: Design, rows: Any) -> Any:
    """Return which words and pairs stand in the texts; those of no training text are left out."""
    import scipy.sparse

    blocks: list[Block] = [made.words, made.pairs]
    counts = scipy.sparse.hstack([one.counts for one in blocks], format="csr")
    return counts[:, np.flatnonzero(np.asarray(counts[rows].sum(axis=0)).ravel())]


def _naive_bayes(made: Design, positive: Any, held: Any) -> Any:
    from sklearn.naive_bayes import MultinomialNB

    counts = _words_and_pairs(made, ~held)
    return MultinomialNB().fit(counts[~held], positive[~held]).predict(counts[held])


def _nbsvm(made: Design, positive: Any, held: Any) -> Any:
    """Return the verdicts of NBSVM as Wang and Manning give it: smoothing 1, C 1, β 1/4."""
    import scipy.sparse
    from sklearn.svm import LinearSVC

    counts = _words_and_pairs(made, ~held)
    there, good = counts[~held], positive[~held]
    high = 1 + np.asarray(there[good].sum(axis=0)).ravel()
    low = 1 + np.asarray(there[~good].sum(axis=0)).ravel()
    ratios = np.log(high / high.sum()) - np.log(low / low.sum())
    scale = scipy.sparse.diags(ratios)
    svm = LinearSVC(C=1, random_state=0).fit(there @ scale, good)
    learned = svm.coef_[0]
    mixed = 0.75 * np.mean(np.abs(learned)) + 0.25 * learned
    return counts[held] @ scale @ mixed + svm.intercept_[0] > 0


def _speed(rows: list[Labelled]) -> None:
    examples = [Example(one.text, one.positive, one.fold) for one in rows]
    began, spent = time.perf_counter(), time.process_time()
    trained = train(examples)
    took, spent = time.perf_counter() - began, time.process_time() - spent
    lines = [
        ("training, nine folds held out and all of it", f"{took:.1f} s", f"{spent:.1f} s of CPU"),
        ("of it, learning from all snippets once", f"{trained.alone:.1f} s", ""),
    ]
    with tempfile.TemporaryDirectory(prefix="clapometer-bench-") as name:
        folder = Path(name)
        save_model(trained.model, folder / "verdict.npz")
        lines.append(
            ("the model's file", f"{(folder / 'verdict.npz').stat().st_size >> 10} KiB", "")
        )
        text = "".join(f"{one.text}\n" for one in rows) * TIMES
        (folder / "texts.txt").write_text(text, encoding="utf-8")
        lines += [_command(folder, len(rows) * TIMES, many) for many in (1, 2)]
    print(f"Load of this machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    table("Time", ("what", "wall clock", ""), lines)


def _command(folder: Path, texts: int, processes: int) -> tuple[str, str, str]:
    """Return how many texts a second the command reads, its start included."""
    began = time.perf_counter()
    with (folder / "out").open("wb") as out:
        subprocess.run(
            [sys.executable, "-m", "clapometer", "verdict", str(folder / "texts.txt"), "--json",
             "--model", str(folder / "verdict.npz"), "--processes", str(processes)],
            stdout=out, check=True,
        )  # fmt: skip
    took = time.perf_counter() - began
    what = f"clapometer verdict --json --processes {processes}, {texts:,} snippets"
    return what, f"{took:.1f} s", f"{texts / took:,.0f} a second"


if __name__ == "__main__":
    main()
