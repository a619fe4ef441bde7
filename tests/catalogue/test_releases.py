"""The first release, and that in a country. All works are made up."""

import pytest

from clapometer.catalogue.releases import first_release, released_in, releases_of
from tests.catalogue.stating import state
from tests.catalogue.telling import add

pytestmark = pytest.mark.django_db


def test_festivals_and_vague_dates_are_no_release_to_count_from():
    work = add("Made-up Hearts")
    state("release", work, when="2024-01-05", pattern="festival", territory="DE")
    state("release", work, when="2024-02-01", pattern="preview")
    state("release", work, when="2024-03", territory="FR")
    state("release", work, territory="IT")
    assert first_release(releases_of([work])) is None
    british = state("release", work, when="2024-04-02", territory="GB", pattern="wide")
    state("release", work, when="2024-04-01T23:30+02:00", territory="AT", pattern="limited")
    first = first_release(releases_of([work]))
    assert first.said["territory"] == "AT"
    assert released_in("GB", releases_of([work])).id == british
    assert released_in("FR", releases_of([work])) is None


def test_a_release_everywhere_is_one_in_every_country():
    work = add("Made-up Hearts")
    everywhere = state("release", work, when="2024-04-02")
    later = state("release", work, when="2024-05-02", territory="GB")
    releases = releases_of([work])
    assert released_in("JP", releases).id == everywhere
    assert released_in("GB", releases).id == everywhere
    assert [one.id for one in releases] == [everywhere, later]
