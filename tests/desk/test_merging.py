"""Merging two records of one work, and splitting them again. All names are made up."""

import pytest

from clapometer.catalogue.models import Work
from clapometer.catalogue.search import WorkUnknown, find_works, resolve_work
from clapometer.desk.merging import MergeRefused, merge_works
from clapometer.desk.splitting import split_work
from clapometer.desk.stating import add_fact
from clapometer.facts.reading import facts_about
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.writing import writing
from clapometer.reviews.models import HistoryPoint, Review, ReviewEvent, WorkScore
from clapometer.reviews.record import reviews_at
from clapometer.reviews.scores import score_of
from clapometer.signals.drafts import TitleKey, chart_matched
from clapometer.signals.models import ChartTitle
from tests.catalogue.telling import add, correct
from tests.facts import madeup
from tests.facts.madeup import OMEN
from tests.reviews.telling import Story

pytestmark = pytest.mark.django_db
ACTOR, WHY = "member:1", "made-up reason"


@pytest.fixture(autouse=True)
def _kind(monkeypatch):
    madeup.register(monkeypatch)


@pytest.fixture
def two():
    """Two records: five reviews and three, one reviewer in both, one withdrawn, one excluded."""
    one, other = (
        Story(identifiers=("made-up:one",), released=0),
        Story(identifiers=("made-up:other",)),
    )
    other.critics, other.outlets = dict(one.critics), dict(one.outlets)
    for critic in range(3):
        one.post(critic, positive=critic != 2, day=critic, quote=f"Made-up words {critic}.")
    one.post(1, positive=False, day=9)
    one.post(3, positive=True, day=3, grade="4/5")
    one.mark("withdrawn", 3, day=4)
    one.post(4, positive=False, day=4)
    one.mark("excluded", 4, day=5)
    other.critics, other.outlets = one.critics, one.outlets
    other.post(0, positive=False, day=20)
    other.post(5, positive=True, day=2)
    return one, other


def told(work, known=None):
    score = score_of(Work.objects.get(id=work), known=known).score
    return score.tally.positive, score.tally.count


def tables():
    models = (Review, ReviewEvent, WorkScore, HistoryPoint)
    return [sorted(model.objects.values_list(), key=repr) for model in models]


def test_everything_of_the_one_is_of_the_other(two):
    one, other = two
    number = add_fact(OMEN, one.work_id, {"word": "Crows", "when": "2022"}, ACTOR).seq
    moved = merge_works(one.work_id, other.work_id, WHY, ACTOR)
    assert (moved.reviews, moved.facts) == (5, 1)
    # Critic 0 said no in both last; 1 changed to no; 2 no; 3 withdrawn; 4 excluded; 5 yes.
    assert told(other.work_id) == (1, 4)
    assert told(one.work_id) == (0, 0)
    said = {one.critic.id: one for one in reviews_at(other.work)}
    assert said[one.critics[1]].positive is False
    assert said[one.critics[2]].quote == "Made-up words 2."
    assert [fact.id for fact in facts_about([other.work_id])] == [number]
    names = set(other.work.identifiers.values_list("value", flat=True))
    assert names == {"made-up:one", "made-up:other"}
    assert other.work.released == 0


def test_both_clocks_answer_for_both_records(two):
    one, other = two
    before = head()[1]
    separate = told(one.work_id), told(other.work_id)
    merge_works(one.work_id, other.work_id, WHY, ACTOR)
    merged = head()[1]
    split_work(one.work_id, WHY, ACTOR)
    for known, expected in ((before, separate), (merged, ((0, 0), (1, 4))), (None, separate)):
        assert (told(one.work_id, known), told(other.work_id, known)) == expected


def test_splitting_says_everything_again_as_it_was(two):
    one, other = two
    number = add_fact(OMEN, one.work_id, {"word": "Crows"}, ACTOR).seq
    key = TitleKey("netflix-top10", "A Made-up Work", "", film=False)
    with writing("test", ("charts",)) as writer:
        writer.append_one(chart_matched(key, one.work_id))
    seen = [(one.critic.id, one.positive, one.grade, one.quote, one.happened_at)
            for one in reviews_at(one.work)]  # fmt: skip
    merge_works(one.work_id, other.work_id, WHY, ACTOR)
    assert ChartTitle.objects.get().work_id == other.work_id
    split = split_work(one.work_id, WHY, ACTOR)
    assert split.facts == 1
    again = [(one.critic.id, one.positive, one.grade, one.quote, one.happened_at)
             for one in reviews_at(one.work)]  # fmt: skip
    assert again == seen
    assert ChartTitle.objects.get().work_id == one.work_id
    assert [fact.id for fact in facts_about([one.work_id])] == [number]
    assert [*one.work.identifiers.values_list("value", flat=True)] == ["made-up:one"]
    assert [*other.work.identifiers.values_list("value", flat=True)] == ["made-up:other"]
    assert other.work.released is None
    assert told(other.work_id) == (1, 2)


def test_merging_again_after_splitting_gives_the_same(two):
    one, other = two
    merge_works(one.work_id, other.work_id, WHY, ACTOR)
    split_work(one.work_id, WHY, ACTOR)
    merge_works(one.work_id, other.work_id, WHY, ACTOR)
    assert told(other.work_id) == (1, 4)


def test_a_rebuild_gives_the_same_tables(two):
    one, other = two
    merge_works(one.work_id, other.work_id, WHY, ACTOR)
    before = tables()
    rebuild()
    assert tables() == before
    split_work(one.work_id, WHY, ACTOR)
    before = tables()
    rebuild()
    assert tables() == before


def test_seasons_are_merged_by_number_and_others_move():
    series = [add("Made-up Series", kind="series"), add("Made-up Series!", kind="series")]
    first = [add("Season 1", kind="season", parent=one, number=1) for one in series]
    second = add("Season 2", kind="season", parent=series[0], number=2)
    moved = merge_works(series[0], series[1], WHY, ACTOR)
    assert moved.parts == 2
    assert Work.objects.get(id=first[0]).merged_into == first[1]
    assert Work.objects.get(id=second).parent_id == series[1]
    split_work(series[0], WHY, ACTOR)
    assert Work.objects.get(id=first[0]).merged_into is None
    parts = Work.objects.filter(parent_id=series[0]).order_by("id")
    assert [part.id for part in parts] == [first[0], second]


def test_a_merged_record_is_not_found_by_its_title_any_more():
    one, other = add("Made-up Crows", year=2020), add("Made-up Ravens", year=2020)
    merge_works(one, other, WHY, ACTOR)
    assert find_works("crows") == []
    correct(one, title="Made-up Jackdaws")
    with pytest.raises(WorkUnknown):
        resolve_work("Made-up Jackdaws")
    split_work(one, WHY, ACTOR)
    assert [work.id for work in find_works("jackdaws")] == [one]


def test_a_fact_corrected_since_stays_where_it_is(two):
    from clapometer.desk.stating import correct_fact

    one, other = two
    number = add_fact(OMEN, one.work_id, {"word": "Crows"}, ACTOR).seq
    merge_works(one.work_id, other.work_id, WHY, ACTOR)
    correct_fact(number, {"word": "Ravens"}, ACTOR)
    split_work(one.work_id, WHY, ACTOR)
    assert [fact.about for fact in facts_about([one.work_id, other.work_id])] == [other.work_id]


def test_what_cannot_be_merged_is_refused_in_one_sentence():
    film, series = add("Made-up Film"), add("Made-up Series", kind="series")
    season = add("Season 1", kind="season", parent=series, number=1)
    gone = add("Made-up Film", year=2021)
    merge_works(gone, film, "", ACTOR)
    for pair in ((film, film), (film, series), (film, 10**6), (gone, film), (series, season)):
        with pytest.raises(MergeRefused, match=r"[a-z0-9]\.$|Name two\."):
            merge_works(*pair, "", ACTOR)
    other = add("Made-up Other Film")
    for refused in (lambda: merge_works(film, other, "x" * 501, ACTOR),
                    lambda: split_work(gone, "x" * 501, ACTOR)):  # fmt: skip
        with pytest.raises(MergeRefused, match="501 characters"):
            refused()
    for work in (film, 10**6):
        with pytest.raises(MergeRefused, match=r"\.$"):
            split_work(work, "", ACTOR)


def test_each_entry_has_its_writer(two):
    position = head()[0]
    merge_works(two[0].work_id, two[1].work_id, WHY, ACTOR)
    assert {entry.actor for entry in read_entries(position)} == {ACTOR}
