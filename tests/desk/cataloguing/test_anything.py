"""Whatever a catalogue answers, the intake ends in counts, questions and refusals."""

from __future__ import annotations

import orjson
import pytest
from hypothesis import HealthCheck, given, settings

from clapometer.desk.cataloguing.asking import Gathered
from clapometer.desk.cataloguing.sources import SOURCES
from clapometer.desk.cataloguing.taking import look_at
from clapometer.readers.sources import tvmaze, wikidata
from clapometer.readers.sources.problems import SourceRefused
from tests.readers.sources.anything import broken
from tests.readers.sources.madeup import entity, names, show

pytestmark = pytest.mark.django_db
FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(broken(show()))
def test_any_show_is_taken_in_or_refused(db, found: object) -> None:
    """Each record is added, left out, or refused, and nothing is raised but the refusal."""
    try:
        records = tuple(tvmaze.read_show(orjson.dumps(found)))
    except SourceRefused:
        return
    outcome = look_at(SOURCES["tvmaze"], Gathered("a show", "0" * 64, records), {})
    assert outcome.records == len(records)
    refused = sum(one.code != "refused_fact" for one in outcome.refusals)
    done = outcome.added + outcome.changed + outcome.unchanged + outcome.unplaced
    assert done + refused == outcome.records


@FEW
@given(broken(entity()), broken(names()["Q900000014"]))
def test_any_item_is_taken_in_or_refused(db, found: object, novel: object) -> None:
    """The same for an item of Wikidata and a source work that it names."""
    others = {**names(), "Q900000014": novel}
    known = wikidata.read_names(wikidata.read_entities(orjson.dumps({"entities": others})))
    items = wikidata.read_entities(orjson.dumps({"entities": {"Q1": found}}))
    records = tuple(wikidata.read_entity(1, one, known) for one in items.values())
    outcome = look_at(SOURCES["wikidata"], Gathered("an item", "0" * 64, records), {})
    assert outcome.records == len(records)
