"""The title for a reader's language. All titles are made up."""

import pytest

from clapometer.catalogue.models import Work
from clapometer.catalogue.titles import title_for, titles_of
from clapometer.desk.stating import undo_fact
from tests.catalogue.stating import state
from tests.catalogue.telling import add

pytestmark = pytest.mark.django_db


def shown(work, language, **clocks):
    found = Work.objects.get(id=work)
    return title_for(found, language, titles_of(found, **clocks))


def test_the_nearest_language_wins():
    work = add("Made-up Hearts")
    state("title", work, text="Corações", type="translated", language="pt")
    state("title", work, text="Coração", type="translated", language="pt", territory="BR")
    state("title", work, text="Herzen", type="original", language="de")
    state("title", work, text="Hearts WIP", type="working", language="fr")
    assert shown(work, "pt-BR") == "Coração"
    assert shown(work, "pt") == shown(work, "pt-PT") == "Corações"
    assert shown(work, "de-AT") == "Herzen"
    assert shown(work, "fr") == shown(work, "en") == shown(work, "") == "Made-up Hearts"


def test_a_translated_title_goes_before_the_original_and_the_newest_before_older_ones():
    work = add("Made-up Hearts")
    state("title", work, text="A", type="translated", language="de", when="2020")
    state("title", work, text="B", type="original", language="de", when="2022")
    newest = state("title", work, text="C", type="translated", language="de", when="2021")
    assert shown(work, "de") == "C"
    undo_fact(newest, "", "test editor")
    assert shown(work, "de") == "A"


def test_a_title_of_a_language_that_only_another_country_speaks_so_is_the_last_resort():
    work = add("Made-up Hearts")
    state("title", work, text="Coração", type="translated", language="pt-BR")
    assert shown(work, "pt") == "Coração"
    state("title", work, text="Corações", type="translated", language="pt")
    assert shown(work, "pt") == "Corações"
