"""Headline, byline, outlet, dates, topics, language; everything here is made up but outlets."""

from __future__ import annotations

import pytest

from clapometer.readers.pages import read_page
from clapometer.readers.pages.fields.dating import instant
from clapometer.readers.pages.fields.headlines import without_outlet
from clapometer.readers.pages.fields.languages import guessed
from clapometer.readers.pages.fields.names import people_of
from clapometer.readers.pages.fields.outlets import OUTLETS, host_of, outlet_of
from tests.readers.pages.pages_of import STORY, ld, read


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Salt Road renewed | The Made-up Times", "Salt Road renewed"),
        ("Salt Road renewed - The Made-up Times", "Salt Road renewed"),
        ("Salt Road renewed – TV – The Made-up Times", "Salt Road renewed – TV"),
        ("Made-up Times: Salt Road renewed", "Made-up Times: Salt Road renewed"),
        ("The Made-up Times » Salt Road renewed", "Salt Road renewed"),
        ("Salt Road - a slow triumph", "Salt Road - a slow triumph"),
        ("Mission: Salt", "Mission: Salt"),
    ],
)
def test_the_outlets_name_is_taken_off(title: str, headline: str) -> None:
    assert without_outlet(title, {"The Made-up Times"}) == headline


def test_the_h1_that_another_place_confirms_is_the_headline() -> None:
    page = read(
        ld({"@type": "NewsArticle", "headline": "Salt Road: all you need to know"})
        + '<meta property="og:title" content="Keepers return for a second winter">',
        f"<h1>Keepers return for a second winter</h1>{STORY}",
    )
    assert (page.headline, page.found["headline"]) == ("Keepers return for a second winter", "h1")


def test_a_headline_that_was_cut_is_made_whole() -> None:
    page = read(
        ld({"@type": "NewsArticle", "headline": "Keepers return for a…"})
        + "<title>Keepers return for a second winter</title>"
    )
    assert page.headline == "Keepers return for a second winter"


def test_a_headline_without_markup_and_entities() -> None:
    page = read(ld({"@type": "NewsArticle", "headline": "<em>Salt Road</em> &amp; friends"}))
    assert page.headline == "Salt Road & friends"


# trafilatura 91, 97 and 857: roles, outlets, agencies, addresses and signs are no part of a name.
@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("Written by Ann Lee and Ben Ray", ("Ann Lee", "Ben Ray")),
        ("Ann Lee, Ben Ray & Cy Fox", ("Ann Lee", "Ben Ray", "Cy Fox")),
        ("Ann Lee; Ben Ray", ("Ann Lee", "Ben Ray")),
        ("Ann Lee, Jr.", ("Ann Lee Jr.",)),
        ("Ann Lee, Entertainment Editor", ("Ann Lee",)),
        ("Ann Lee for The Made-up Times", ("Ann Lee",)),
        ("Ann Lee | Film Critic", ("Ann Lee",)),
        ("Ann Lee Senior Staff Writer", ("Ann Lee",)),
        ("ANN LEE", ("Ann Lee",)),
        ("Ann Lee ❤️", ("Ann Lee",)),
        ("Ann Lee ann@madeup.example", ("Ann Lee",)),
        ("By Ann Lee Published 3 March 2024", ("Ann Lee",)),
        ("Seán O’Dálaigh-Löwe", ("Seán O’Dálaigh-Löwe",)),
        ("By Staff", ()),
        ("Staff Writer", ()),
        ("The Made-up Times Editors", ()),
        ("NCA NewsWire", ()),
        ("Reuters", ()),
        ("PA Media", ()),
        ("admin", ()),
        ("https://www.facebook.com/annlee", ()),
        ("@annlee", ()),
        ("The Made-up Times", ()),
        ("The Made-up Times, London", ()),
        ("", ()),
    ],
)
def test_people_and_nobody_else(text: str, people: tuple[str, ...]) -> None:
    assert people_of([text], "The Made-up Times") == people


# trafilatura 24: all authors; 362 and 363: a name in parts without the middle one.
def test_several_authors_and_names_in_parts() -> None:
    page = read(
        ld({"@type": "NewsArticle", "headline": "x", "author": [
            {"@type": "Person", "givenName": "Ann", "familyName": "Lee"},
            {"@type": "Person", "name": ["Ben Ray"]},
            {"@type": "Organization", "name": "Made-up Wire"},
        ]})
    )  # fmt: skip
    assert page.byline == ("Ann Lee", "Ben Ray")


def test_an_author_by_reference_in_a_graph() -> None:
    page = read(
        ld({"@graph": [
            {"@type": "Article", "headline": "x", "author": {"@id": "#ann"}},
            {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
        ]})
    )  # fmt: skip
    assert page.byline == ("Ann Lee",)
    assert page.found["byline"] == "JSON-LD block 1: author"


def test_references_in_a_circle_end() -> None:
    page = read(
        ld({"@graph": [
            {"@type": "Article", "@id": "#a", "headline": "x", "author": {"@id": "#b"}},
            {"@type": "Person", "@id": "#b", "author": {"@id": "#a"}},
        ]})
    )  # fmt: skip
    assert (page.headline, page.byline) == ("x", ())


# trafilatura 101 and 110: who comments below, or writes what stands beside, is no author.
def test_people_in_comments_and_lists_did_not_write_the_page() -> None:
    page = read(
        body=f"{STORY}<div class='comments'><a rel='author'>Cy Fox</a></div>"
        "<aside><span class='author'>Di Ash</span></aside>"
    )
    assert page.byline == ()


def test_the_byline_of_the_page_itself() -> None:
    page = read(body=f"<p class='byline'>By <a href='/people/ann'>Ann Lee</a></p>{STORY}")
    assert (page.byline, page.found["byline"]) == (("Ann Lee",), "link in the byline")


def test_outlets() -> None:
    assert outlet_of("edition.cnn.com") == "CNN"
    assert outlet_of("notvariety.com") == ""
    assert host_of("https://[broken") == ""
    assert all(domain == domain.lower() and "/" not in domain for domain in OUTLETS)


def test_a_site_name_that_fits_the_address_goes_before_one_that_does_not() -> None:
    page = read(
        ld({"@type": "Article", "headline": "x", "publisher": {"name": "Blogger"}})
        + '<meta property="og:site_name" content="U.S.">'
        + '<meta name="application-name" content="Madeup">'
    )
    assert (page.outlet, page.found["outlet"]) == ("Madeup", "meta application-name")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T10:00:00Z", "2024-03-05T10:00:00+00:00"),
        ("2024-03-05T10:00:00.123+0100", "2024-03-05T10:00:00+01:00"),
        ("2024-03-05 10:00", "2024-03-05T10:00:00"),
        ("20240305", "2024-03-05"),
        ("1709632800", "2024-03-05T10:00:00+00:00"),
        ("Tue, 05 Mar 2024 10:00:00 -0500", "2024-03-05T10:00:00-05:00"),
        ("March 5, 2024", "2024-03-05"),
        ("5th March 2024, 10:05 GMT", "2024-03-05T10:05:00+00:00"),
        ("Published Mar. 5, 2024 at 7:53 pm EST", "2024-03-05T19:53:00-05:00"),
        ("Tuesday 5 March 2024 19.53 CET", "2024-03-05T19:53:00+01:00"),
        ("March 2024", ""),
        ("2024-13-45", ""),
        ("31 February 2024", ""),
        ("0001-01-01T00:00:00", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_with_their_zones(text: str, said: str) -> None:
    assert instant(text) == said


def test_a_clock_goes_before_the_mere_day_that_it_is_on() -> None:
    page = read(
        ld({"@type": "Article", "headline": "x", "datePublished": "2024-03-05"})
        + '<meta property="article:published_time" content="2024-03-05T10:00:00+01:00">'
    )
    assert page.published == "2024-03-05T10:00:00+01:00"
    assert page.found["published"] == "meta article:published_time"


def test_dates_printed_in_the_page_and_in_its_address() -> None:
    printed = read(body=f"<div class='byline'><time>5 March 2024</time></div>{STORY}")
    assert (printed.published, printed.found["published"]) == ("2024-03-05", "time in the byline")
    address = read(url="https://madeup.example/2024/03/05/salt-road/")
    assert (address.published, address.found["published"]) == ("2024-03-05", "address")


def test_topics_without_what_programs_add() -> None:
    page = read(
        '<meta property="og:site_name" content="Madeup Times">'
        '<meta name="keywords" content="Salt Road, Category: Drama, type_review, , salt-road,'
        ' Madeup Times, Uncategorized, 12">'
        '<meta property="article:tag" content="Lighthouses">'
    )
    assert page.topics == ("Lighthouses", "Salt Road", "Drama")


def test_languages() -> None:
    assert read_page(b"<html lang='pt-BR'><p>Um farol").language == "pt"
    german = "<p>Der Film ist nicht lang, und das ist ein Glück für die Leute, die mit dem Bus zu "
    german += "spät von der Arbeit kommen und sich für eine Stunde auf die Bank setzen.</p>"
    assert read_page(german.encode()).language == "de"
    assert guessed("Salt 1 2 3").value == ""


def test_a_page_wrapped_with_a_sidebar_still_has_its_byline() -> None:
    page = read_page(
        f"<body class='has-sidebar'><div class='content-sidebar-wrap'><article><p class='byline'>"
        f"By Ann Lee</p>{STORY}</article></div><div class='sidebar'><p class='byline'>By Cy Fox"
        "</p></div></body>".encode()
    )
    assert page.byline == ("Ann Lee",)
