"""`clapometer train verdict`: a model that tells praise from blame, learned from reviews."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.config.folder import is_site

from .answers import print_json, print_table
from .endings import refused
from .flags import data_option, json_option
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.prose.training import Example, Trained

FILE_NAME = "verdict.npz"
"""The model's file in a site's folder; where there is no site, in the folder one works in."""


def model_beside(data: Path) -> Path:
    """Return where the model of a site lies, or would lie where there is no site."""
    return (data if is_site(data) else Path()) / FILE_NAME


@click.command("verdict")
@click.option(
    "--from", "table", metavar="FILE", type=click.Path(path_type=Path),
    help="A table of texts with their verdicts, instead of this site's reviews.",
)  # fmt: skip
@click.option("--text", metavar="COLUMN", help="The column of the text.")
@click.option("--verdict", metavar="COLUMN", help="The column of the verdict.")
@click.option(
    "--out", metavar="FILE", type=click.Path(path_type=Path),
    help=f"Where the model is written, instead of {FILE_NAME} in the site's folder, or here.",
)  # fmt: skip
@click.option(
    "--folds", default=10, show_default=True, type=click.IntRange(2, 100), metavar="N",
    help="Parts that are held out one after the other; a column “fold” of the table says others.",
)  # fmt: skip
@click.option("--no-vectors", is_flag=True, help="Learn without the installed word vectors.")
@json_option
@data_option()
def command(
    table: Path | None,
    text: str | None,
    verdict: str | None,
    out: Path | None,
    folds: int,
    no_vectors: bool,
    as_json: bool,
    data: Path,
) -> None:
    """Learn verdicts from the words of reviews.

    Learns from this site's reviews that have a verdict and a quote, or from a table (CSV, TSV, JSON
    Lines, Parquet; with a header or without; columns are guessed, or named, or counted from 1). The
    accuracy that is printed is that of models which had not seen the texts they were asked about.

    \b
    Examples:
      clapometer train verdict
      clapometer train verdict --from snippets.tsv --out verdict.npz
      clapometer train verdict --from reviews.csv --text snippet --verdict fresh --folds 5
    """
    if table is None and (text or verdict):
        raise refused("--text and --verdict name columns of a table; give it with --from.")
    if table is None:
        open_site(data)
    from clapometer.prose.saving import save_model
    from clapometer.prose.training import train

    examples = _of_site() if table is None else _of_table(table, text, verdict)
    trained = train(examples, folds, not no_vectors, lambda said: click.echo(said, err=True))
    path = out or model_beside(data)
    try:
        save_model(trained.model, path)
    except (FileNotFoundError, NotADirectoryError):
        raise refused(f"There is no folder {path.parent}; make it first.") from None
    if as_json:
        print_json(_object(trained, path))
    else:
        _print(trained, path)


def _of_site() -> list[Example]:
    from clapometer.prose.training import Example
    from clapometer.reviews.judged import judged_quotes

    return [Example(one.quote, one.positive) for one in judged_quotes()]


def _of_table(path: Path, text: str | None, verdict: str | None) -> list[Example]:
    from clapometer.prose.training import Example
    from clapometer.readers.labelled import read_labelled

    found = read_labelled(path, text, verdict)
    columns = found.columns
    said = f"text from “{columns.text}”, verdict from “{columns.verdict}”"
    folds = f", folds from “{columns.fold}”" if columns.fold else ""
    click.echo(f"{len(found.rows):,} texts: {said}{folds}.", err=True)
    if found.left_out:
        click.echo(f"{found.left_out:,} rows without a text or a verdict were left out.", err=True)
    return [Example(*one) for one in found.rows]


def _print(trained: Trained, path: Path) -> None:
    crossed, facts = trained.crossed, trained.model.facts
    rows = [(one.fold, str(one.texts), f"{100 * one.right / one.texts:.1f} %")
            for one in crossed.folds]  # fmt: skip
    print_table(("fold held out", "texts", "right"), rows)
    click.echo(f"\nRight on texts held out: {100 * crossed.accuracy:.1f} % (mean over the folds).")
    click.echo(
        f"Probabilities: Brier score {crossed.brier:.3f}; said and seen differ by"
        f" {100 * crossed.gap:.1f} points on average:\n"
    )
    bins = [(f"{one.low:.1f} to {one.high:.1f}", str(one.texts), f"{one.said:.2f}",
             f"{one.seen:.2f}") for one in crossed.bins]  # fmt: skip
    print_table(("probability", "texts", "said", "positive"), bins)
    vectors = "with" if facts["vectors"] else "without"
    click.echo(
        f"\nLearned from {facts['texts']:,} texts {vectors} word vectors in {trained.seconds:.1f} s"
        f" ({trained.alone:.1f} s without holding out). The model is in {path}."
    )


def _object(trained: Trained, path: Path) -> dict[str, object]:
    crossed = trained.crossed
    return {
        "model": str(path),
        **trained.model.facts,
        "accuracy": crossed.accuracy,
        "brier": crossed.brier,
        "gap": crossed.gap,
        "seconds": trained.seconds,
        "seconds_alone": trained.alone,
        "folds": [
            {"fold": one.fold, "texts": one.texts, "accuracy": one.right / one.texts}
            for one in crossed.folds
        ],
        "reliability": [one._asdict() for one in crossed.bins],
    }
