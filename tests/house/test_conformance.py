"""The conformance kit is what the code makes, has every scale and preset, and fits its schema."""

from __future__ import annotations

import json
import re

import pytest

from clapometer.scoring.events import KINDS as EVENT_KINDS
from clapometer.scoring.rounding import ROUNDINGS
from clapometer.scoring.rules import PRESETS
from clapometer.scoring.scales import NAMED
from tools import conformance
from tools.conformance import FOLDER, VERSION, out_of_step

FILES = sorted(path for path in FOLDER.glob("*.json") if path.name != "schema.json")
README = (FOLDER / "README.md").read_text(encoding="utf-8")
SCHEMA = json.loads((FOLDER / "schema.json").read_text(encoding="utf-8"))
TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "null": type(None),
    "integer": int, "number": (int, float),
}  # fmt: skip


def load(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def test_the_kit_is_up_to_date():
    assert not out_of_step(), "run python -m tools.conformance"


def test_every_preset_scale_and_rounding_occurs():
    wanted = "run python -m tools.conformance"
    assert {case["given"]["rule"]["name"] for case in load("reading")["cases"]} == set(PRESETS), (
        wanted
    )
    scales = {case["given"].get("scale", {}).get("name") for case in load("grades")["cases"]}
    assert set(NAMED) <= scales, wanted
    assert {one["given"]["rounding"] for one in load("rounding")["cases"]} == set(ROUNDINGS), wanted
    events = [event for case in load("counting")["cases"] for event in case["given"]["events"]]
    assert {event["kind"] for event in events} == set(EVENT_KINDS), wanted


def test_what_is_out_of_step_is_named_with_the_command(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(conformance, "FOLDER", tmp_path)
    assert conformance.main(["--check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert len(said) == len(FILES)
    assert all("run python -m tools.conformance" in line for line in said)
    monkeypatch.setattr(conformance, "ROOT", tmp_path)
    assert conformance.main([]) == 0
    assert conformance.main(["--check"]) == 0


def faults(value, schema, where="$"):
    """What in a value does not fit a schema, of the few words that our schema uses."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    wanted = schema.get("type", [])
    kinds = [wanted] if isinstance(wanted, str) else wanted
    if kinds and not any(
        isinstance(value, TYPES[one]) and (one == "boolean" or not isinstance(value, bool))
        for one in kinds
    ):
        return [f"{where} is no {kinds}"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where} is not one of {schema['enum']}")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{where} is not like {schema['pattern']}")
    if isinstance(value, list) and "items" in schema:
        for place, one in enumerate(value):
            found += faults(one, schema["items"], f"{where}[{place}]")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [
            f"{where} lacks {name}" for name in schema.get("required", []) if name not in value
        ]
        if schema.get("additionalProperties") is False:
            found += [f"{where} has {name} besides" for name in value.keys() - known.keys()]
        for name in value.keys() & known.keys():
            found += faults(value[name], known[name], f"{where}.{name}")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_fits_the_schema(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["version"] == VERSION
    assert not faults(document, SCHEMA)
    given, expected = (
        SCHEMA["$defs"][f"{path.stem}-given"],
        SCHEMA["$defs"][f"{path.stem}-expected"],
    )
    assert document["cases"]
    for case in document["cases"]:
        assert not faults(case["given"], given, case["name"])
        assert not faults(case["expected"], expected, case["name"])


def test_the_schema_says_what_does_not_fit():
    document = load("rounding")
    assert faults({**document, "version": 1}, SCHEMA)
    assert faults({**document, "colour": "red"}, SCHEMA)
    assert faults({"cases": [{}]}, SCHEMA)


def test_the_readme_explains_every_file_and_the_version():
    for path in FILES:
        assert f"`{path.name}`" in README
    assert f"Version {VERSION}" in README


def test_the_readme_explains_every_member():
    rule = SCHEMA["$defs"]["rule"]["properties"]
    assert all(f"`{name}`" in README for name in rule)

    def members(value):
        if isinstance(value, dict):
            for name, one in value.items():
                yield name
                yield from members(one)
        elif isinstance(value, list):
            for one in value:
                yield from members(one)

    words = set(re.findall(r"[A-Za-z_]+", README))
    named = {"rule", "places", "marks", "written", "minimums", "instead"}
    for path in FILES:
        for case in load(path.stem)["cases"][:3]:
            for part in (case["given"], case["expected"]):
                text = json.loads(
                    json.dumps(part), object_hook=lambda one: {
                        name: {} if name in named else value for name, value in one.items()
                    },
                )  # fmt: skip
                assert set(members(text)) <= words, (path.name, set(members(text)) - words)
