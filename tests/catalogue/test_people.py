"""People and credits. All names are made up."""

import pytest

from clapometer.catalogue.credits import credits_of
from clapometer.catalogue.family import family_of
from clapometer.catalogue.models import Mention, Person, PersonName, Work
from clapometer.catalogue.people import facts_naming, find_people, people_named, person_names
from clapometer.desk.stating import correct_fact, restore_fact, undo_fact
from clapometer.instants import now
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.models import LedgerEntry, LedgerText
from tests.catalogue.stating import person, state
from tests.catalogue.telling import add

pytestmark = pytest.mark.django_db


def test_people_are_found_by_every_name_and_identifier():
    kit = person("Kit Mädeup", other_names="K. Made; Kitty", identifiers="Q42; nm0000001")
    other = person("Kit Madeup")
    assert people_named(["kit MADEUP", "Kitty", "imdb:nm0000001", "wikidata:Q42", "Nobody"]) == {
        "kit MADEUP": [kit, other],
        "Kitty": [kit],
        "imdb:nm0000001": [kit],
        "wikidata:Q42": [kit],
    }
    assert [one.id for one in find_people("madeup kit")] == [kit, other]
    assert find_people("kitx") == find_people("") == []


def test_the_index_follows_the_facts():
    kit = person("Kit Made-up")
    correct_fact(kit, {"name": "Ann Made-up"}, "test editor")
    assert people_named(["Kit Made-up", "Ann Made-up"]) == {"Ann Made-up": [kit]}
    undo_fact(kit, "", "test editor")
    assert people_named(["Ann Made-up"]) == {}
    restore_fact(kit, "", "test editor")
    assert Person.objects.get(id=kit).name == "Ann Made-up"
    tables = (Person, PersonName, Mention)
    before = [sorted(table.objects.values_list()) for table in tables]
    rebuild()
    assert [sorted(table.objects.values_list()) for table in tables] == before


# Erasing a name leaves every entry as it is, and takes the name out of everything drawn from it.
def test_an_erased_name_is_gone_after_a_rebuild():
    work = add("Made-up Hearts")
    kit = person("Kit Made-up", identifiers="Q42")
    state("credit", work, person=f"p{kit}", role="cast")
    assert "Kit Made-up" not in "".join(LedgerEntry.objects.values_list("body", flat=True))
    assert "Q42" not in "".join(LedgerEntry.objects.values_list("body", flat=True))
    LedgerText.objects.filter(seq=kit).delete()
    rebuild()
    assert people_named(["Kit Made-up", "wikidata:Q42"]) == {}
    assert person_names([kit]) == {kit: ""}
    assert [(one.person, one.name) for one in credits_of([Work.objects.get(id=work)])] == [
        (kit, "")
    ]


def test_credits_of_a_series_gather_those_of_its_seasons():
    series = add("Made-up Hearts", "series")
    first, second = (add(f"Season {n}", "season", parent=series, number=n) for n in (1, 2))
    kit, ann, bo = person("Kit Made-up"), person("Ann Invented"), person("Bo Fabled")
    state("credit", first, person=f"p{kit}", role="cast", character="The Ferrywoman", billing="2")
    state("credit", second, person=f"p{kit}", role="cast", character="The Twin", billing="1")
    state("credit", first, person=f"p{ann}", role="cast", billing="1")
    state("credit", second, person=f"p{bo}", role="cast", note="episode 3")
    state("credit", series, person=f"p{ann}", role="created by")
    found = credits_of(family_of(Work.objects.get(id=series)))
    assert [(one.role, one.name, one.characters, one.works) for one in found] == [
        ("created by", "Ann Invented", (), (series,)),
        ("cast", "Ann Invented", (), (first,)),
        ("cast", "Kit Made-up", ("The Ferrywoman", "The Twin"), (first, second)),
        ("cast", "Bo Fabled", (), (second,)),
    ]
    assert found[3].notes == ("episode 3",)
    alone = credits_of(family_of(Work.objects.get(id=second)))
    assert [one.name for one in alone] == ["Kit Made-up", "Bo Fabled"]


def test_credits_can_be_read_at_both_clocks():
    work = add("Made-up Hearts")
    kit = person("Kit Made-up")
    film = [Work.objects.get(id=work)]
    before = now()
    credit = state("credit", work, person=f"p{kit}", role="cast", when="2024-05-01")
    assert credits_of(film, known=before) == []
    assert credits_of(film, at=1_700_000_000_000_000) == []
    after = LedgerEntry.objects.get(seq=credit).recorded_at
    correct_fact(kit, {"name": "Ann Made-up"}, "test editor")
    undo_fact(credit, "", "test editor")
    assert [one.name for one in credits_of(film, known=after)] == ["Kit Made-up"]
    assert credits_of(film) == []


def test_facts_that_name_a_person():
    work = add("Made-up Hearts")
    kit, ann = person("Kit Made-up"), person("Ann Invented")
    credit = state("credit", work, person=f"p{kit}", role="cast", when="2024")
    source = state("source_work", work, type="novel", author=f"p{ann}", second_author=f"p{kit}",
                   when="2023")  # fmt: skip
    assert [one.id for one in facts_naming(kit)] == [source, credit]
    correct_fact(credit, {"person": f"p{ann}", "role": "cast"}, "test editor")
    naming = [one for one in facts_naming(kit) if kit in one.said.values()]
    assert [one.id for one in naming] == [source]
