"""A critic's review page in its many forms; every film, person and outlet is made up."""

from __future__ import annotations

from typing import Any

import pytest

from clapometer.readers.pages.fields.sources import Found
from clapometer.readers.pages.reviewing.confidence import POINTS, confidence
from clapometer.readers.pages.reviewing.printed import BARE, GRADES, grade_in
from clapometer.readers.pages.reviewing.quotes import first_sentence
from clapometer.readers.pages.reviewing.verdicts import VERDICTS, verdict_in, verdict_of
from clapometer.readers.pages.reviewing.works import TITLES, work_in
from clapometer.scoring.grades import read_grade
from tests.readers.pages.pages_of import STORY, ld, read

MOVIE = {
    "@type": "Movie", "name": "The Salt Road (2024)",
    "sameAs": ["https://www.imdb.com/title/tt0000001/", "https://madeup.example/x"],
}  # fmt: skip


def review(**told: Any) -> dict[str, Any]:
    return {"@type": "Review", "itemReviewed": MOVIE, "author": "Ann Lee", **told}


def test_a_whole_review() -> None:
    page = read(
        ld(review(
            reviewRating={"@type": "Rating", "ratingValue": "4.0", "bestRating": 5},
            datePublished="2024-03-05T10:00:00Z", publisher={"name": "Madeup"},
            reviewBody="It is a film of small gestures. The rest follows.",
        ))
        + '<link rel="canonical" href="https://madeup.example/review/salt">'
    )  # fmt: skip
    found = page.review
    assert found is not None
    assert (found.work, found.year, found.kind, found.about) == (
        "The Salt Road", 2024, "film", "Movie",
    )  # fmt: skip
    assert found.identifiers == ("imdb:tt0000001",)
    assert (found.critic, found.outlet, found.grade) == ("Ann Lee", "Madeup", "4/5")
    assert found.published == "2024-03-05T10:00:00+00:00"
    assert found.link == "https://madeup.example/review/salt"
    assert found.quote == "It is a film of small gestures."
    assert (found.positive, found.verdict, found.verdict_by) == (None, "", "")
    assert found.confidence > 0.85
    assert found.found["grade"] == "JSON-LD block 1: reviewRating"
    for name in ("work", "year", "kind", "about", "identifiers"):
        assert found.found[name] == "JSON-LD block 1: itemReviewed"


@pytest.mark.parametrize(
    ("rating", "grade", "assumed"),
    [
        ({"ratingValue": 87, "bestRating": 100}, "87/100", ()),
        ({"ratingValue": "7.9", "bestRating": "10", "worstRating": "1"}, "7.9/10", ()),
        ({"ratingValue": "3,5", "bestRating": 4}, "3.5/4", ()),
        ({"ratingValue": 4}, "4/5", ("best",)),
        ({"ratingValue": 8}, "8", ()),
        ({"ratingValue": "B+"}, "B+", ()),
        ({"ratingValue": "★★★½"}, "★★★½", ()),
        ({"ratingValue": "4 out of 5"}, "4 out of 5", ()),
        ({"ratingValue": 3, "worstRating": -4, "bestRating": 4}, "3 (-4..+4)", ()),
        ("3.5/4", "3.5/4", ()),
        ({"ratingValue": 0, "bestRating": 5}, "0/5", ()),
        ({"ratingValue": 0}, "", ()),
        ({"ratingValue": 9, "bestRating": 5}, "", ()),
        ({"ratingValue": "see below"}, "", ()),
        ({"@type": "AggregateRating", "ratingValue": 4.4, "bestRating": 5}, "", ()),
        ({"ratingValue": 4.4, "ratingCount": 250, "bestRating": 5}, "", ()),
        (None, "", ()),
    ],
)
def test_grades_of_data(rating: Any, grade: str, assumed: tuple[str, ...]) -> None:
    found = read(ld(review(reviewRating=rating)), "<h1>The Salt Road review</h1>" + STORY).review
    assert found is not None
    assert (found.grade, found.assumed) == (grade, assumed)


@pytest.mark.parametrize(
    ("item", "work", "kind"),
    [
        ("The Salt Road (2024)", "The Salt Road", ""),
        ({"@type": "TVSeason", "name": "Season 2",
          "partOfSeries": {"@type": "TVSeries", "name": "Salt"}}, "Salt: Season 2", "season"),
        ({"@type": ["Product", "Movie"], "name": "Salt"}, "Salt", "film"),
        ({"@type": "TVEpisode", "name": "The Lamp", "partOfSeason": {
            "@type": "TVSeason", "partOfSeries": {"name": "Salt"}}}, "Salt: The Lamp", "episode"),
        ([{"@type": "Movie", "name": "Salt"}, {"@type": "Movie", "name": "Sand"}], "Salt", "film"),
        (None, "Road of Salt", ""),
    ],
)  # fmt: skip
def test_what_a_review_is_of(item: Any, work: str, kind: str) -> None:
    told = review(itemReviewed=item, reviewRating={"ratingValue": 4, "bestRating": 5})
    found = read(ld(told), "<h1>Road of Salt review</h1>" + STORY).review
    assert found is not None
    assert (found.work, found.kind) == (work, kind)


def test_a_review_inside_the_work_or_beside_it() -> None:
    bare = {"@type": "Review", "author": "Ann Lee", "reviewRating": {"ratingValue": "4/5"}}
    inside = read(ld({**MOVIE, "review": bare})).review
    beside = read(ld(bare, MOVIE)).review
    assert inside is not None
    assert beside is not None
    assert inside.work == beside.work == "The Salt Road"
    assert inside.found["work"] == "JSON-LD block 1: name"


def test_an_aggregate_alone_is_no_review() -> None:
    rating = {
        "@type": "AggregateRating",
        "ratingValue": 4.4,
        "reviewCount": 250,
        "itemReviewed": "x",
    }
    page = read(ld({**MOVIE, "aggregateRating": rating}))
    assert (page.review, page.reviews) == (None, ())


def test_several_readers_reviews_are_kept_and_none_is_the_pages() -> None:
    told = [{"@type": "Review", "author": name, "reviewBody": f"{name} liked it very much."}
            for name in ("cy", "di", "ed")]  # fmt: skip
    page = read(ld({**MOVIE, "review": told}))
    assert page.review is None
    assert len(page.reviews) == 3
    assert all(one.confidence <= 0.4 for one in page.reviews)


def test_customers_named_inside_their_reviews_did_not_write_the_page() -> None:
    told = "".join(
        "<div itemprop='review' itemscope itemtype='https://schema.org/Review'>"
        f"<i itemprop='author'>{name}</i><p itemprop='reviewBody'>{name} liked it much.</p></div>"
        for name in ("Ann Lee", "Cy Fox")
    )
    page = read(body=f"<div itemscope itemtype='https://schema.org/Product'>{told}</div>{STORY}")
    assert (page.byline, page.review) == ((), None)
    assert [one.critic for one in page.reviews] == ["Ann Lee", "Cy Fox"]


def test_of_several_the_writers_own_is_the_pages() -> None:
    other = review(author="Cy Fox", reviewRating={"ratingValue": 1, "bestRating": 5})
    own = review(reviewRating={"ratingValue": 4, "bestRating": 5})
    page = read(ld({**MOVIE, "review": [other, own]}), f"<p class='byline'>By Ann Lee</p>{STORY}")
    assert page.review is not None
    assert (page.review.critic, page.review.grade) == ("Ann Lee", "4/5")
    assert [one.critic for one in page.reviews] == ["Ann Lee", "Cy Fox"]


def test_a_readers_review_below_a_story_by_somebody_else() -> None:
    page = read(
        ld({"@type": "NewsArticle", "headline": "Salt Road renewed", "author": "Ann Lee"},
           review(author="Cy Fox", reviewRating={"ratingValue": 1, "bestRating": 5}))
    )  # fmt: skip
    assert page.review is None
    assert page.reviews[0].critic == "Cy Fox"


def test_a_scale_that_the_data_leaves_out_is_read_from_the_page() -> None:
    page = read(ld(review(reviewRating={"ratingValue": 8})), f"{STORY}<p>Rating: 8/10</p>")
    assert page.review is not None
    assert (page.review.grade, page.review.found["grade"]) == ("8/10", "line of the text")


def test_an_assumed_best_gives_way_to_what_is_printed() -> None:
    page = read(ld(review(reviewRating={"ratingValue": 4})), f"{STORY}<p>Verdict: 4/4</p>")
    assert page.review is not None
    assert (page.review.grade, page.review.assumed) == ("4/4", ())


PRINTED = [
    "<p>Rating: ★★★½</p>", "<p>Verdict: ★★★½</p>", "<div class='star-rating'>★★★½</div>",
    "<div class='score' aria-label='★★★½'><svg></svg></div>", "<p>★★★½</p>",
]  # fmt: skip


@pytest.mark.parametrize("printed", PRINTED)
def test_a_page_without_data_is_read_as_it_is_printed(printed: str) -> None:
    head = (
        '<title>‘The Salt Road’ review: deep | Madeup</title><meta name="author" content="Ann Lee">'
    )
    found = read(head, f"{STORY}{printed}", "https://madeup.example/2024/03/05/salt-review").review
    assert found is not None
    assert (found.work, found.critic, found.grade) == ("The Salt Road", "Ann Lee", "★★★½")
    assert found.published == "2024-03-05"
    assert 0.5 < found.confidence < 0.9


def test_crowds_and_asides_print_no_critics_grade() -> None:
    body = (
        f"<h1>The Salt Road review</h1>{STORY}<div class='user-rating score'>4/5</div>"
        "<p>Users rate it 4/5</p><p>Metacritic score: 71/100</p><aside class='rating'>2/5</aside>"
    )
    found = read(body=body).review
    assert found is not None
    assert found.grade == ""


@pytest.mark.parametrize(
    "headline",
    ["Salt Road renewed", "First reviews of The Salt Road are in", "The Salt Road under review",
     "The Salt Road: what the critics say in their reviews"],
)  # fmt: skip
def test_news_about_reviews_is_no_review(headline: str) -> None:
    assert read(body=f"<h1>{headline}</h1>{STORY}<p>Rating: 4/5</p>").review is None


@pytest.mark.parametrize(
    ("line", "grade"),
    [
        ("Rating: 3½ stars out of 5", "3½ stars out of 5"), ("8/10", "8/10"),
        ("Final Score: 9.0 / 10 – Amazing", "9.0 / 10"), ("Grade: A-minus", "A-minus"),
        ("Our rating: four stars", "four stars"), ("Score: 87%", "87%"),
        ("Three and a half stars out of four", "Three and a half stars out of four"),
        ("⭐️⭐️⭐️", "⭐⭐⭐"), ("★★★ out of five", "★★★ out of five"),
        ("on 4/10/2024", ""), ("24/7", ""), ("Rating: PG-13", ""), ("Stars: Ann Lee", ""),
        ("He scored 4/5 of them", ""), ("Based on 12 reviews: 4/5", ""), ("The verdict", ""),
        ("A CinemaScore of A-", ""), ("Season 1/2", ""), ("", ""),
    ],
)  # fmt: skip
def test_grades_in_lines(line: str, grade: str) -> None:
    assert grade_in(line) == grade


def test_every_printed_form_is_read_and_the_scoring_knows_it() -> None:
    for _, example in (*GRADES.values(), *BARE.values()):
        assert grade_in(f"Rating: {example}") == example
        assert read_grade(example, "of-5").value <= 1 if "%" not in example else True


@pytest.mark.parametrize(
    ("headline", "work", "kind"),
    [
        ("The Salt Road review – a slow triumph", "The Salt Road", ""),
        ("‘The Salt Road’ Season 2 Review: deeper", "The Salt Road: Season 2", "season"),
        ("Film review: ‘The Salt Road’ goes deep", "The Salt Road", ""),
        ("Movie Review – The Salt Road (2024)", "The Salt Road", ""),
        ("The Salt Road (2024) – Film Review", "The Salt Road", ""),
        ("Keeper’s Lantern: Part Two review", "Keeper’s Lantern: Part Two", ""),
        ("Salt season two review: a return", "Salt: Season 2", "season"),
        ("Salt creator reviews his year", "", ""),
        ("Salt Road renewed", "", ""),
    ],
)
def test_works_in_headlines(headline: str, work: str, kind: str) -> None:
    found = work_in(headline)
    assert (found.title, found.kind) == (work, kind)


def test_every_form_of_headline_has_a_fitting_example() -> None:
    for _, example in TITLES:
        assert work_in(example).title.startswith("The Salt Road")


def test_a_verdict_is_only_what_the_page_says() -> None:
    for words, positive in VERDICTS.items():
        assert verdict_of(words.upper()) == (positive, words.upper())
        assert verdict_in(["x", f"Our verdict: {words.capitalize()}."])[0] is positive
    assert verdict_of("a fresh take") == (None, "")
    assert verdict_in(["The verdict: not bad at all", "It is recommended reading."]) == (None, "")


def test_a_verdict_in_data_and_in_the_text() -> None:
    told = read(ld(review(reviewRating={"ratingValue": "Fresh"}))).review
    assert told is not None
    assert (told.positive, told.verdict_by, told.grade) == (True, "given_by_critic", "")
    said = read(ld(review()), f"<h1>Salt review</h1>{STORY}<p>Our Call: SKIP IT.</p>").review
    assert said is not None
    assert (said.positive, said.verdict) == (False, "SKIP IT")
    assert said.found["positive"] == "line of the text"


def test_a_quote_is_one_short_sentence() -> None:
    assert (
        first_sentence("It is a <i>film</i> of gestures. And more.") == "It is a film of gestures."
    )
    assert first_sentence("What is it? A film.") == ""
    assert first_sentence("Cut off here…") == ""
    assert first_sentence("out of 5 stars") == ""
    assert len(first_sentence("word " * 400)) <= 300
    page = read(ld(review()), f"<h1>Salt review</h1>{STORY}<div class='verdict'><p>A rare and "
                              "patient film.</p></div>")  # fmt: skip
    assert page.review is not None
    assert page.review.quote == "A rare and patient film."


# More that is there never makes a review less sure, and a reader's is never as sure as a critic's.
def test_confidence_grows_with_what_is_there() -> None:
    names = list(POINTS)
    grown = [confidence(names[:count], own=True) for count in range(len(names) + 1)]
    assert grown == sorted(grown)
    assert confidence(names, own=False) <= 0.4 < confidence(names, own=True) <= 1
    assert Found() == Found("", "")


@pytest.mark.parametrize(
    ("drawing", "grade"),
    [
        ("<i class='fa fa-star'></i>" * 3 + "<i class='fa fa-star-half-o'></i>"
         "<i class='fa fa-star-o'></i>", "★★★½☆"),
        ("<span class='star star--full'></span>" * 4 + "<span class='star star--empty'></span>",
         "★★★★☆"),
        ("<img src='/i/star-on.png'>" * 2 + "<img src='/i/star-off.png'>" * 3, "★★☆☆☆"),
        ("<b data-rating='4' data-max='5'></b>", ""),
        ("<img alt='4 stars' src='/i/four.gif'>", "4 stars"),
        ("<span aria-label='Rated 3.5 out of 5'></span>", "3.5 out of 5"),
        ("<i class='icon-starship'></i>" * 3, ""),
        ("<i class='fa fa-star-o'></i><i class='fa fa-star'></i>", ""),
    ],
)  # fmt: skip
def test_grades_that_are_drawn(drawing: str, grade: str) -> None:
    body = f"<h1>The Salt Road review</h1>{STORY}<div class='film-rating'>{drawing}</div>"
    found = read(body=body).review
    assert found is not None
    assert found.grade == grade


def test_a_grade_in_attributes() -> None:
    body = f"<h1>The Salt Road review</h1>{STORY}<p class='score' data-rating='4.0' data-max='5'>"
    found = read(body=body).review
    assert found is not None
    assert found.grade == "4/5"


def test_a_best_that_a_microformat_only_prints() -> None:
    body = "<div class='hreview'><b class='item'><i class='fn'>Salt</i></b><span class='rating'>3"
    found = read(body=f"{body}</span> out of 4 stars</div>{STORY}").review
    assert found is not None
    assert (found.grade, found.assumed) == ("3/4", ())


GRAPH = {"@graph": [
    {"@type": ["Article", "Review"], "@id": "#x", "headline": "Salt review",
     "author": {"@id": "#ann", "name": "Ann Lee"}, "publisher": {"@id": "#madeup"}},
    {"@type": "Organization", "@id": "#madeup", "name": "Madeup Film"},
    {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
]}  # fmt: skip
NEWS = {"@type": "NewsArticle", "headline": "‘Salt’ Review: adrift", "author": "Ann Lee"}
ENTRY = (
    "<div class='h-entry'><h1 class='p-name'>Salt review</h1><a class='p-author h-card'>Ann Lee</a>"
    f"<div class='e-content'>{STORY}<p>★★★</p></div></div>"
)
SYSTEMS: dict[str, tuple[str, str, tuple[str, str, str]]] = {
    "a graph, and the grade in bold below": (
        ld(GRAPH), f"<h1>Salt review</h1>{STORY}<p><b>Rating: 3.5/5</b></p>",
        ("Salt", "Ann Lee", "3.5/5")),
    "the work around its review": (
        ld({**MOVIE, "review": review(itemReviewed=None, reviewRating={"ratingValue": "4/5"})}),
        STORY, ("The Salt Road", "Ann Lee", "4/5")),
    "a heading with a letter that is no part of the text": (
        ld(NEWS), f"<h1>‘Salt’ Review: adrift</h1>{STORY}<h3>Grade: B+</h3>",
        ("Salt", "Ann Lee", "B+")),
    "the outlet as the author, the critic in the byline": (
        ld(review(author={"@type": "Organization", "name": "Madeup"},
                  reviewRating={"ratingValue": 4, "bestRating": 5})),
        f"<p class='byline'>Words by Ann Lee</p>{STORY}", ("The Salt Road", "Ann Lee", "4/5")),
    "one review told twice": (
        ld(review(reviewRating={"ratingValue": 4, "bestRating": 5}),
           {**MOVIE, "review": review(reviewRating={"ratingValue": "4.0", "bestRating": "5"})}),
        STORY, ("The Salt Road", "Ann Lee", "4/5")),
    "a number alone in a box": (
        ld(NEWS), f"<h1>‘Salt’ Review: adrift</h1>{STORY}<div class='review-score'>8.5</div>",
        ("Salt", "Ann Lee", "8.5")),
    "an entry of a blog": (
        "", ENTRY,
        ("Salt", "Ann Lee", "★★★")),
    "in German": (
        "", f"<h1>Salt – Filmkritik</h1><p class=author>Von Ann Lee</p>{STORY}<p>Wertung: 4 von 5",
        ("Salt", "Ann Lee", "4 von 5")),
    "a story that carries the rating itself": (
        ld({**NEWS, "itemReviewed": MOVIE, "reviewRating": {"ratingValue": 3, "bestRating": 4}}),
        STORY, ("The Salt Road", "Ann Lee", "3/4")),
}  # fmt: skip


@pytest.mark.parametrize("name", SYSTEMS)
def test_reviews_as_publishing_systems_write_them(name: str) -> None:
    head, body, expected = SYSTEMS[name]
    page = read(head, body)
    assert page.review is not None
    assert (page.review.work, page.review.critic, page.review.grade) == expected
    assert len(page.reviews) == 1
    assert page.byline == ("Ann Lee",)
    assert not page.review.quote.startswith(("Von", "Words"))


def test_a_call_in_words_after_its_column() -> None:
    found = read(
        ld({**NEWS, "headline": "Stream It Or Skip It: ‘Salt’, a drama"}),
        f"<h1>Stream It Or Skip It: ‘Salt’, a drama</h1>{STORY}<p>Our Call: STREAM IT.</p>",
    ).review
    assert found is not None
    assert (found.work, found.positive, found.verdict_by) == ("Salt", True, "given_by_critic")
