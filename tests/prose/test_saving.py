"""A model as a file: back as it was, and nothing else is taken for one."""

import io
import json
import pickle
import zipfile

import numpy as np
import pytest

from clapometer.prose import saving
from clapometer.prose.saving import ModelRefused, load_model, save_model


@pytest.fixture
def kept(trained, tmp_path):
    save_model(trained.model, tmp_path / "m.npz")
    return tmp_path / "m.npz"


def test_back_as_it_was(trained, kept):
    found = load_model(kept)
    assert found.facts == trained.model.facts
    for text in ("A superb cast.", "never heard of it", "dull , dull", ""):
        before, after = trained.model.read(text), found.read(text)
        assert after.probability == pytest.approx(before.probability, abs=1e-5)
        assert [one.phrase for one in after.because] == [one.phrase for one in before.because]
    assert [path.name for path in kept.parent.iterdir()] == ["m.npz"]


def rewritten(path, **changed):
    with np.load(path, allow_pickle=False) as arrays:
        kept = {name: arrays[name] for name in arrays.files}
    np.savez(path, **{**kept, **changed})


def text_array(text):
    return np.frombuffer(text.encode(), np.uint8)


def changed(**members):
    about = {"schema": saving.SCHEMA, "bias": 0, "facts": {}, "opinions": [], "calibration": [1, 0]}
    return {"about": text_array(json.dumps(about | members))}


@pytest.mark.parametrize(
    "arrays",
    [
        changed(schema="clapometer verdict 2"),
        changed(calibration=[1]),
        changed(opinions=[1]),
        {"about": text_array("{")},
        {"words_keys": text_array("only one")},
        {"words_keys": np.zeros(3)},
        {"senses_values": np.zeros(3, np.float32)},
    ],
)
def test_what_does_not_fit_is_refused(kept, arrays):
    rewritten(kept, **arrays)
    with pytest.raises(ModelRefused, match="train verdict"):
        load_model(kept)


class Evil:
    def __reduce__(self):
        return (print, ("a pickle ran",))


def test_a_pickle_is_refused_and_does_not_run(kept, capsys, tmp_path):
    hidden = np.empty(1, dtype=object)
    hidden[0] = Evil()
    rewritten(kept, words_values=hidden)
    with pytest.raises(ModelRefused):
        load_model(kept)
    (tmp_path / "p.npz").write_bytes(pickle.dumps(Evil()))
    with pytest.raises(ModelRefused):
        load_model(tmp_path / "p.npz")
    assert "a pickle ran" not in capsys.readouterr().out


def test_no_file_another_file_and_one_that_grows(kept, tmp_path, monkeypatch):
    with pytest.raises(ModelRefused, match="There is no model"):
        load_model(tmp_path / "none.npz")
    (tmp_path / "text.npz").write_text("no archive")
    with pytest.raises(ModelRefused):
        load_model(tmp_path / "text.npz")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a.txt", io.StringIO("x").read())
    with pytest.raises(ModelRefused):
        load_model(tmp_path / "other.zip")
    monkeypatch.setattr(saving, "LARGEST", 1_000)
    with pytest.raises(ModelRefused, match="gibibyte"):
        load_model(kept)
