"""Works and their identifiers follow the ledger. All titles are made up."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clapometer.catalogue.drafts import correction_undone, work_added, work_corrected
from clapometer.catalogue.models import LONGEST, Identifier, Work
from clapometer.catalogue.search import find_works, resolve_work
from clapometer.ledger.canonical import canonical
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import read_entries
from clapometer.ledger.writing import writing
from tests.catalogue.telling import add, correct, label, take_back

pytestmark = pytest.mark.django_db


def identifiers():
    return dict(Identifier.objects.values_list("value", "work_id"))


def rows():
    return [list(model.objects.order_by("pk").values_list()) for model in (Work, Identifier)]


def test_seasons_and_episodes_are_named_with_their_series():
    series = add("Made-up Hearts", "series")
    season = add("Season 1", "season", parent=series, number=1)
    episode = add("Meeting", "episode", parent=season, number=1)
    assert label(season) == "Made-up Hearts: Season 1"
    assert label(episode) == "Made-up Hearts: Season 1: Meeting"
    correct(series, title="Invented Hearts")
    assert label(season) == "Invented Hearts: Season 1"
    assert label(episode) == "Invented Hearts: Season 1: Meeting"
    assert [work.id for work in find_works("invented meeting")] == [episode]
    assert find_works("made-up") == []


def test_a_release_is_kept_as_an_instant_and_may_be_unknown():
    known, unknown = add("Made-up Known", released=1_780_000_000_000_000), add("Made-up Unknown")
    assert Work.objects.get(id=known).released == 1_780_000_000_000_000
    correct(known, before={"released": "2026-05-28T20:26:40Z"}, released=None)
    correct(unknown, before={"released": None}, released="2026-05-28T20:26:40Z")
    assert Work.objects.get(id=known).released is None
    assert Work.objects.get(id=unknown).released == 1_780_000_000_000_000


def test_a_work_without_a_known_release_is_written_as_it_always_was():
    body = work_added(kind="season", title="Made-up", year=2026, parent=1, number=2).body
    assert canonical(body) == (
        b'{"identifiers":[],"kind":"season","number":2,"parent":1,"release":"","title":"Made-up",'
        b'"year":2026}'
    )


def test_a_series_told_in_one_go_with_its_seasons():
    with writing("test") as writer:
        drafts = [
            work_added(kind="series", title="Made-up Hearts"),
            work_added(kind="season", title="Season 1", parent=1, number=1),
            work_added(kind="episode", title="Meeting", parent=2, number=1),
        ]
        ids = [entry.seq for entry in writer.append(drafts)]
    assert ids == [1, 2, 3]
    assert label(3) == "Made-up Hearts: Season 1: Meeting"


@pytest.mark.parametrize(
    ("series", "title", "named"),
    [
        ("Hearts", "Hearts: Season 2", "Hearts: Season 2"),
        ("Hearts", "hearts season 2", "hearts season 2"),
        ("Hearts", "Hearts", "Hearts"),
        ("You", "Youth", "You: Youth"),
        ("Hearts", "Heart", "Hearts: Heart"),
    ],
)
def test_a_season_that_names_its_series_is_not_named_twice(series, title, named):
    season = add(title, "season", parent=add(series, "series"))
    assert label(season) == named


def test_the_longest_titles_have_a_place():
    series = add("s" * 300, "series")
    season = add("t" * 300, "season", parent=series)
    episode = add("ß" * 300, "episode", parent=season)
    assert len(label(episode)) == LONGEST
    assert resolve_work("s" * 300).id == series


def test_a_correction_changes_what_it_names_and_nothing_else():
    work = add("A Made-up Wonder", year=2020, release="limited", identifiers=("made-up:1",))
    correct(work, year=2021, identifiers=["other:2"])
    found = Work.objects.get(id=work)
    assert (found.title, found.year, found.release) == ("A Made-up Wonder", 2021, "limited")
    assert identifiers() == {"made-up:1": work, "other:2": work}
    assert str(resolve_work("other:2")) == "A Made-up Wonder (2021)"


def test_a_season_moves_to_another_series_and_back():
    one, other = add("One", "series"), add("Other", "series")
    season = add("Season 1", "season", parent=one)
    correct(season, parent=other)
    assert label(season) == "Other: Season 1"
    correct(season, parent=None)
    assert label(season) == "Season 1"


def test_removed_identifiers_name_nothing_and_are_free():
    work = add("A Made-up Wonder", identifiers=("made-up:1", "made-up:2"))
    correct(work, removed=["made-up:1", "made-up:unknown"])
    assert identifiers() == {"made-up:2": work}
    other = add("Another", identifiers=("made-up:1",))
    assert resolve_work("made-up:1").id == other


def test_an_identifier_stays_with_the_work_that_had_it_first():
    first = add("A Made-up Wonder", identifiers=("made-up:1",))
    second = add("Another", identifiers=("made-up:1", "made-up:2"))
    correct(second, removed=["made-up:1"])
    assert identifiers() == {"made-up:1": first, "made-up:2": second}


def test_a_correction_is_taken_back():
    work = add("A Made-up Wonder", year=2020, identifiers=("made-up:1",))
    before = rows()
    facts = {"title": "Wrong", "year": None, "identifiers": ["made-up:2"]}
    correct(work, {"title": "A Made-up Wonder", "year": 2020}, **facts)
    assert rows() != before
    *_, entry = read_entries()
    with writing("test") as writer:
        writer.append_one(correction_undone(work, entry.data))
    assert rows() == before


def test_a_fact_that_no_work_has_is_refused():
    with pytest.raises(ValueError, match="no such facts: \\['director'\\]"):
        work_corrected(1, {"director": "Nobody"}, {})


def test_an_undone_work_leaves_with_its_identifiers():
    work = add("A Made-up Wonder", identifiers=("made-up:1",))
    take_back(work)
    correct(work, title="Too Late", identifiers=["made-up:2"])
    assert rows() == [[], []]
    assert find_works("wonder") == find_works("too late") == []


STEPS = st.one_of(
    st.tuples(st.just("add"), st.sampled_from("AB"), st.integers(0, 4)),
    st.tuples(st.just("part"), st.integers(0, 3), st.integers(0, 4)),
    st.tuples(st.just("rename"), st.integers(0, 3), st.sampled_from("CD")),
    st.tuples(st.just("remove"), st.integers(0, 3), st.integers(0, 4)),
    st.tuples(st.just("undo"), st.integers(0, 3), st.none()),
)


def tell(step, works):
    what, one, other = step
    if what == "add":
        works.append(add(f"Made-up {one}", "series", identifiers=(f"made-up:{other}",)))
        return
    if not works:
        return
    work = works[one % len(works)]
    if what == "part":
        works.append(add(f"Season {other}", "season", parent=work))
    elif what == "rename":
        correct(work, title=f"Renamed {other}")
    elif what == "remove":
        correct(work, removed=[f"made-up:{other}"])
    else:
        take_back(work)


# Whatever is told in whatever order, following each entry as it comes gives the same tables as
# reading the whole ledger from its first entry; and every work is found by its label.
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=8))
def test_a_rebuild_gives_what_following_gave(steps):
    works = []
    for step in steps:
        tell(step, works)
    followed = rows()
    rebuild()
    assert rows() == followed
    for work in Work.objects.all():
        assert work.key in {found.key for found in find_works(work.label, 1)}
