"""Searching and naming works, alike on SQLite and PostgreSQL. All titles are made up."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Work
from clapometer.catalogue.search import WorkUnknown, find_works, resolve_work
from clapometer.ledger.writing import writing
from tests.catalogue.telling import add, correct, take_back

pytestmark = pytest.mark.django_db
# The database of a test is shared by its examples: they only read.
ONLY_READS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def titles(words, **options):
    return [work.label for work in find_works(words, **options)]


def test_exact_comes_before_prefix_before_the_others():
    for title in ("In Red Lanterns", "Red Lanterns Again", "Red Lanterns", "Under Red Lanterns"):
        add(title)
    assert titles("red lanterns") == [
        "Red Lanterns",
        "Red Lanterns Again",
        "In Red Lanterns",
        "Under Red Lanterns",
    ]


def test_among_equals_the_newest_comes_first():
    for year in (2001, None, 2020):
        add("Twice Told", year=year)
    assert [work.year for work in find_works("twice told")] == [2020, 2001, None]


# However many titles hold a word, the work that is called so is found, and found first.
@pytest.mark.parametrize("word", ["It", "Its"])
def test_an_exact_title_is_found_among_many(word):
    many = [work_added(kind="film", title=f"{word} Number {one}") for one in range(600)]
    with writing("test") as writer:
        writer.append(many)
    add(word)
    assert titles(word, limit=2) == [word, f"{word} Number 0"]


def test_every_word_must_be_there_in_any_order():
    add("The Long Winter of Nowhere")
    assert titles("nowhere winter") == ["The Long Winter of Nowhere"]
    assert titles("nowhere summer") == []
    assert titles("winter winter") == ["The Long Winter of Nowhere"]


def test_a_part_of_a_word_is_enough():
    add("Understanding Clouds")
    assert titles("stand louds") == ["Understanding Clouds"]


def test_short_words_begin_a_word():
    add("Up in the Air of Oz")
    assert titles("oz") == titles("o") == titles("up ai") == titles("air oz") != []
    assert titles("z") == titles("air z") == []


@pytest.mark.parametrize("words", ["AMELIE", "amélie", "Ame\u0301lie", "ÀMÉLÏE"])
def test_accents_and_case_do_not_matter(words):
    add("Amélie Made-up")
    assert titles(words) == ["Amélie Made-up"]


@pytest.mark.parametrize(
    "title", ["がっこうのうた", "हिन्दी की कहानी", "เรื่องที่แต่งขึ้น", "지어낸 이야기"]
)
def test_titles_in_any_script_are_found(title):
    add(title)
    for word in title.split():
        assert titles(word) == [title]
    assert resolve_work(title).label == title


@pytest.mark.parametrize("word", ["wonder", "up"])
@pytest.mark.parametrize(
    "form",
    ["'{}", '"{}', '"{}"', "{}%", "_{}_", "{}*", "-{}", "^{}", "({})", "{}:", "key:{}", "{} OR",
     "{} NOT made", "NEAR({} made)", "{}; --", "{}!", "\\{}"],
)  # fmt: skip
def test_signs_and_operators_are_taken_literally(form, word):
    add("A Made-up Wonder")
    add("Something Else")
    words = form.format(word)
    plain = set(fold(words).split())
    expected = plain <= {"a", "made", "up", "wonder"}
    assert titles(words) == (["A Made-up Wonder"] if expected else [])


@pytest.mark.parametrize("words", ["%", "_", "%%%", "___", "*", "!", "!!", "!!!", '"', "'"])
def test_signs_alone_find_nothing_but_themselves(words):
    add("A Made-up Wonder")
    assert titles(words) == []
    add(words)
    assert titles(words) == [words]
    assert resolve_work(words).label == words


@pytest.mark.parametrize("words", ["", "   ", "\x00", "\ud800", "\n", "x" * 5000, "a " * 5000])
def test_words_that_are_none_find_nothing(words):
    add("A Made-up Wonder")
    assert titles(words) == []
    with pytest.raises(WorkUnknown) as unknown:
        resolve_work(words)
    assert unknown.value.candidates == []


# No text whatever makes the search fail, and whatever it finds holds every word.
@ONLY_READS
@given(st.text() | st.text("wonder'\"%_*-()^: ", max_size=20))
def test_any_text_is_searched_for(words):
    if not Work.objects.exists():
        add("A Made-up Wonder")
    for work in find_works(words):
        assert all(word in work.key for word in fold(words).split())
    try:
        assert fold(resolve_work(words).title) == fold(words)
    except WorkUnknown:
        assert fold(words) != "a made up wonder"


def test_a_year_at_the_end_is_the_year_of_the_work():
    add("Made-up Return", year=1984)
    newer = add("Made-up Return", year=2021)
    add("Return to 2021")
    assert [work.id for work in find_works("made-up return 2021")] == [newer]
    assert titles("return 2021") == ["Return to 2021"]
    assert titles("made-up return 1999") == []


def test_a_work_is_named_by_its_id():
    work = add("A Made-up Wonder")
    assert resolve_work(f"w{work}").id == resolve_work(f" W{work} ").id == work
    with pytest.raises(WorkUnknown):
        resolve_work(f"w{work + 1}")
    with pytest.raises(WorkUnknown):
        resolve_work(str(work))


def test_a_work_is_named_by_an_identifier():
    work = add("A Made-up Wonder", identifiers=("made-up:m/wonder_2", "other:7"))
    assert resolve_work("made-up:m/wonder_2").id == resolve_work("other:7").id == work
    with pytest.raises(WorkUnknown):
        resolve_work("made-up:m/wonder")


@pytest.mark.parametrize(
    "name",
    ["Wonders 2020", "Wonders (2020)", "Wonders, 2020", "wonders,2020", " WÖNDERS  ( 2020) "],
)
def test_a_title_may_bear_its_year(name):
    name = name.replace("( ", "(")
    work = add("Wonders", year=2020)
    add("Wonders", year=1999)
    assert resolve_work(name).id == work


def test_a_title_that_is_a_number():
    work = add("1917", year=2019)
    add("2046")
    assert resolve_work("1917").id == resolve_work("1917 (2019)").id == work
    assert resolve_work("1917 2019").id == resolve_work("1917, 2019").id == work
    assert resolve_work("2046").title == "2046"
    assert titles("1917") == ["1917"]


def test_a_title_that_ends_in_a_number_is_no_year():
    work = add("Wonders 2049", year=2017)
    add("Wonders", year=2049)
    assert resolve_work("Wonders 2049").id == work
    assert resolve_work("Wonders 2049 (2017)").id == work


def test_a_season_is_named_with_its_series():
    series = add("Made-up Hearts", "series")
    season = add("Season 1", "season", parent=series, number=1)
    assert resolve_work("made-up hearts: season 1").id == season
    assert resolve_work("Made-up Hearts").id == series
    assert titles("hearts") == ["Made-up Hearts", "Made-up Hearts: Season 1"]


def test_an_ambiguous_name_lists_those_who_bear_it():
    both = [add("Wonders", year=year) for year in (1999, 2020)]
    with pytest.raises(
        WorkUnknown, match="2 works are called “Wonders”; name one by its id"
    ) as one:
        resolve_work("Wonders")
    assert one.value.ambiguous
    assert [work.id for work in one.value.candidates] == both


@pytest.mark.parametrize("name", ["Wond", "Wonders 2021", "Wonders (2021)", "More Wonders, 2021"])
def test_an_unknown_name_lists_the_nearest(name):
    near = add("More Wonders", year=2020)
    add("Something Else")
    with pytest.raises(WorkUnknown, match="No work is called") as unknown:
        resolve_work(name)
    assert not unknown.value.ambiguous
    assert [work.id for work in unknown.value.candidates] == [near]


def test_an_undone_work_is_found_no_more():
    work = add("A Made-up Wonder", identifiers=("made-up:1",))
    take_back(work)
    assert titles("wonder") == titles("up") == []
    for name in ("A Made-up Wonder", f"w{work}", "made-up:1"):
        with pytest.raises(WorkUnknown):
            resolve_work(name)


def test_a_corrected_title_is_found_by_its_new_words_only():
    work = add("A Made-up Wonder")
    correct(work, title="Another Invention")
    assert [one.id for one in find_works("invention")] == [work]
    assert titles("wonder") == []
