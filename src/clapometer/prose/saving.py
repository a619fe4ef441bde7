"""A trained model as one file, and back.

The file is a NumPy archive of plain arrays: numbers, and words as UTF-8 with a line each. It is
read with pickling off, as a pickle could run whatever its maker likes; what does not fit the schema
is refused before a word of it is used.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from .model import Calibration, Model, Weights

SCHEMA = "clapometer verdict 1"
"""What a file of this kind says of itself; another number is another arrangement."""
TABLES = ("words", "pieces", "pairs", "triples")
LARGEST = 1 << 30
"""Bytes that the arrays of a file may have together, unpacked."""


class ModelRefused(Exception):
    """The file is no model that can be used; the text says why and what to do."""


def save_model(model: Model, path: Path) -> None:
    """Write the model beside the path, then put it in its place: a reader sees it whole or not."""
    about = {
        "schema": SCHEMA,
        "bias": model.weights.bias,
        "opinions": model.weights.opinions,
        "calibration": [model.calibration.slope, model.calibration.offset],
        "facts": dict(model.facts),
    }
    arrays: dict[str, Any] = {"about": _bytes(json.dumps(about, ensure_ascii=False))}
    for name in TABLES:
        table: dict[str, float] = getattr(model.weights, name)
        arrays[f"{name}_keys"] = _bytes("\n".join(table))
        arrays[f"{name}_values"] = np.fromiter(table.values(), np.float32, len(table))
    senses = model.weights.senses
    arrays["senses_keys"] = _bytes("\n".join(senses))
    arrays["senses_values"] = np.array(list(senses.values()), np.float32).reshape(-1, 2)
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("wb") as stream:
        np.savez_compressed(stream, **arrays)
    fresh.replace(path)


def load_model(path: Path) -> Model:
    """Return the model of a file; raises ModelRefused for a file that is none."""
    try:
        _refuse_large(path)
        with np.load(path, allow_pickle=False) as arrays:
            return _model({name: arrays[name] for name in arrays.files})
    except FileNotFoundError:
        raise ModelRefused(
            f"There is no model {path}; make one with: clapometer train verdict"
        ) from None
    except (ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
        raise ModelRefused(
            f"{path} is no model of this version ({error}); make one with: clapometer train verdict"
        ) from None


def _refuse_large(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        if sum(one.file_size for one in archive.infolist()) > LARGEST:
            raise ValueError("it unpacks to more than a gibibyte")


def _model(arrays: dict[str, Any]) -> Model:
    about = json.loads(_text(arrays["about"]))
    if about.get("schema") != SCHEMA:
        raise ValueError(f"it says “{about.get('schema')}”, not “{SCHEMA}”")
    slope, offset = map(float, about["calibration"])
    tables = {name: _table(arrays[f"{name}_keys"], arrays[f"{name}_values"]) for name in TABLES}
    rows = arrays["senses_values"]
    if rows.ndim != 2 or rows.shape[1] != 2:
        raise ValueError("its tables are broken")
    first, second = (_table(arrays["senses_keys"], rows[:, column]) for column in (0, 1))
    senses = dict(zip(first, zip(first.values(), second.values(), strict=True), strict=True))
    opinions = tuple((float(standing), float(turned)) for standing, turned in about["opinions"])
    weights = Weights(bias=float(about["bias"]), senses=senses, opinions=opinions, **tables)
    return Model(weights, Calibration(slope, offset), dict(about["facts"]))


def _table(keys: Any, values: Any) -> dict[str, float]:
    text = _text(keys)
    names = text.split("\n") if text else []
    if len(names) != len(values) or not np.isfinite(values).all():
        raise ValueError("its tables are broken")
    return dict(zip(names, values.astype(float).tolist(), strict=True))


def _bytes(text: str) -> Any:
    return np.frombuffer(text.encode(), np.uint8)


def _text(array: Any) -> str:
    if array.dtype != np.uint8:
        raise ValueError("its tables are broken")
    return bytes(array).decode()
