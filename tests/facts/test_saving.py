"""What kinds check on saving, and what the desk states along with a fact. All of it is made up."""

from dataclasses import replace

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.desk.stating import add_fact, correct_fact
from clapometer.facts import kinds
from clapometer.facts.reading import fact_numbered
from clapometer.facts.typed import FactRefused
from clapometer.ledger.writing import writing
from tests.facts.madeup import OMEN

pytestmark = pytest.mark.django_db
ACTOR = "member:1"


def _needs_crows(said):
    return () if said.get("crows") else (("crows", "An omen has crows."),)


class Moon:
    """Counts how often it was asked, and answers with what it was told."""

    def __init__(self):
        self.asked = 0

    def __call__(self, about, at):
        self.asked += 1
        return {"about": about, "at": at, "asked": self.asked} if about else None


@pytest.fixture
def moon():
    return Moon()


@pytest.fixture
def kind(monkeypatch, moon):
    stamp = kinds.Stamp(
        name="moon", label="Moon", means="the moon's phase then", make=moon, show=str
    )
    made = replace(OMEN, name="warning", title="Warning", check=_needs_crows, stamp=stamp)
    monkeypatch.setitem(kinds._kinds, made.name, made)
    return made


@pytest.fixture
def film():
    with writing("test") as writer:
        return writer.append_one(work_added(kind="film", title="A Made-up Film")).seq


def test_fields_that_do_not_go_together_are_refused_at_their_field(kind, film):
    with pytest.raises(FactRefused) as refused:
        add_fact(kind, film, {"word": "Fog"}, ACTOR)
    assert refused.value.problems == (("crows", "An omen has crows."),)


def test_what_the_desk_states_is_part_of_the_fact_and_of_its_entry(kind, film):
    entry = add_fact(kind, film, {"word": "Fog", "crows": "2", "when": "2022-05-20"}, ACTOR)
    stated = {"about": film, "at": entry.happened_at, "asked": 1}
    assert entry.data["said"]["moon"] == stated
    assert fact_numbered(entry.seq).said["moon"] == stated


# A corrected word leaves what was stated when the fact was saved; a corrected time does not.
def test_a_correction_states_it_anew_only_for_another_time(kind, film, moon):
    typed = {"word": "Fog", "crows": "2", "when": "2022-05-20"}
    number = add_fact(kind, film, typed, ACTOR).seq
    correct_fact(number, {**typed, "word": "Mist"}, ACTOR)
    assert fact_numbered(number).said["moon"]["asked"] == 1
    assert correct_fact(number, {**typed, "word": "Mist"}, ACTOR) is None
    correct_fact(number, {**typed, "word": "Mist", "when": "2022-05-21"}, ACTOR)
    assert fact_numbered(number).said["moon"]["asked"] == 2


def test_the_table_of_entries_says_what_the_desk_states(kind):
    assert "`moon` (the moon's phase then)" in kinds.entry_kinds(kind)["warning.added"].body["said"]
