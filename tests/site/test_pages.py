"""The other pages: home, search, critics, outlets, rules, entries, refusals."""

from __future__ import annotations

import re
from contextlib import closing
from urllib.parse import quote

import pytest
from django.conf import settings

from clapometer.instants import format_instant
from clapometer.reviews.models import Critic, Outlet
from clapometer.reviews.readings import Hand
from clapometer.reviews.scales import confirm, take_back
from clapometer.scoring.describe import describe
from clapometer.scoring.rules import preset, presets
from clapometer.site.addresses import critic_address, outlet_address, work_address
from clapometer.site.words import band_tone
from tests.reviews.telling import Story
from tests.site.festival import OUTLETS, crowd
from tests.site.test_work import text


def test_home_tells_what_moved_and_which_review_did_it(reader, festival):
    response = reader.get("/")
    page = text(response)
    assert "from 71 % to 75 % The Ferryman's Holiday (made up) 16 March 2026" in page
    assert "by the review of Jonas Wick, Reel & Tide" in page
    assert f'href="/entry/{festival.reviews["undated"]}"' in response.content.decode()
    assert "Newest works" in page
    assert "no score yet Harbour Lights (made up) Series, 2024" in page


@pytest.mark.django_db
def test_home_of_an_empty_site_says_what_to_do(reader):
    page = text(reader.get("/"))
    assert "No score has changed yet." in page
    assert "clapometer import FILE" in page


def test_search_finds_works_then_critics_then_outlets(reader, festival):
    page = text(reader.get("/search?q=ha"))
    assert page.index("Works") < page.index("Harbour Lights") < page.index("Critics")
    assert "Greta Halloran" in page
    outlets = text(reader.get("/search?q=KINO"))
    assert "Outlets Kino Kestrel" in outlets
    assert "Nothing is called “zzz”" in text(reader.get("/search?q=zzz"))


def test_search_gives_a_script_only_the_results(reader, festival):
    fragment = reader.get("/search?q=ferry&part=results").content.decode()
    assert "The Ferryman" in fragment
    assert "<html" not in fragment
    assert fragment.strip() in reader.get("/search?q=ferry").content.decode()


@pytest.mark.parametrize(
    "words", ["%", "_", '"', "' OR 1=1 --", "a\0b", "★★", "-", "NEAR(", "😀" * 50]
)
def test_search_takes_any_words(reader, festival, words):
    assert reader.get("/search", {"q": words}).status_code == 200


def test_search_is_bounded(reader, festival):
    response = reader.get("/search", {"q": "x" * 201})
    assert response.status_code == 400
    assert "That is too long to search for" in text(response)


def test_critic_has_reviews_and_share(reader, festival):
    response = reader.get(f"/critic/{festival.critics['Ada Merriweather']}/ada-merriweather")
    page = text(response)
    # The film twice, and two seasons, all in favour.
    assert "Reviews with a verdict 4 Share positive 100 %" in page
    assert work_address(festival.works["season 1"]) in response.content.decode()
    wrong = reader.get(f"/critic/{festival.critics['Ada Merriweather']}/x")
    assert wrong.status_code == 301


def test_outlet_has_pages_when_there_is_much(reader, festival):
    crowd(festival, festival.works["quiet"], 600)
    path = f"/outlet/{festival.outlets[OUTLETS[0]]}/the-morning-lantern"
    first = reader.get(path)
    assert "Page 1 of 2" in text(first)
    assert f'rel="next" href="{path}?page=2"' in first.content.decode()
    assert "Page 2 of 2" in text(reader.get(f"{path}?page=2"))
    for none in ("0", "3", "x", "-1", "²", "9" * 30):
        assert reader.get(path, {"page": none}).status_code == 404, none


@pytest.mark.django_db
def test_rules_are_told_from_their_own_data(reader):
    listed = text(reader.get("/rules/"))
    for rule in presets():
        assert rule.title in listed
        page = text(reader.get(f"/rules/{rule.name}"))
        for label, sentence in describe(rule):
            assert re.sub(r"\s+", " ", f"{label} {sentence}") in page
        assert rule.digest in page
    assert reader.get("/rules/none").status_code == 404


@pytest.mark.django_db
def test_about_and_refusals_say_what_to_do(reader):
    assert "There are two clocks." in text(reader.get("/about"))
    missing = reader.get("/nowhere")
    assert missing.status_code == 404
    assert "Look for the work, critic or outlet by name" in text(missing)
    bad_host = reader.get("/", headers={"host": "evil.example"})
    assert bad_host.status_code == 400
    assert "evil.example" not in bad_host.content.decode()
    assert bad_host.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.django_db
def test_a_fault_of_ours_has_a_page_without_the_fault(reader, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("the secret detail")

    monkeypatch.setattr("clapometer.site.views.home.moved_lately", broken)
    reader.raise_request_exception = False
    response = reader.get("/")
    assert response.status_code == 500
    assert "nothing was lost" in text(response)
    assert "secret" not in response.content.decode()


def test_entries_are_shown_with_both_clocks_and_their_text(reader, festival):
    seq = festival.reviews["against"]
    page = text(reader.get(f"/entry/{seq}"))
    assert (
        "Happened 7 March 2026 the day is known, not the hour Recorded here 7 March 2026, 10:00 UTC"
        in page
    )
    assert "Written by test editor" in page
    assert '"verdict_by":"converted"' in page
    assert "Handsome, hollow, and twenty minutes too long." in page
    assert "matches SHA-256 of salt and text" in page
    hugo = festival.reviews["hugo"]
    assert "All entries about this review A review came in" in text(reader.get(f"/entry/{hugo}"))


def test_every_kind_of_entry_has_a_page(reader, festival):
    from clapometer.ledger.reading import read_entries

    kinds = {entry.kind: entry.seq for entry in read_entries()}
    assert len(kinds) >= 6
    for seq in kinds.values():
        assert reader.get(f"/entry/{seq}").status_code == 200


def test_an_erased_text_leaves_its_fingerprint(reader, festival):
    from clapometer.ledger.models import LedgerText

    seq = festival.reviews["against"]
    LedgerText.objects.filter(seq=seq).delete()
    page = text(reader.get(f"/entry/{seq}"))
    assert "Erased. The fingerprint stays." in page
    assert "Handsome, hollow" not in page


def test_pages_hold_no_style_and_no_script_of_their_own(reader, festival):
    """The policy allows neither, so either would be broken."""
    film = work_address(festival.works["film"])
    for path in (
        "/",
        "/search?q=a",
        film,
        "/about",
        "/rules/",
        "/rules/clapometer",
        "/entry/30",
        "/x",
    ):
        page = reader.get(path).content.decode()
        assert " style=" not in page, path
        assert "<style" not in page, path
        scripts = re.findall(r"<script[^>]*>", page)
        assert all("src=" in one or "application/ld+json" in one for one in scripts), path
        assert not re.search(r"\son\w+=", page), path
        assert not re.search(r'(?:src|href)="(?:https?:)?//(?!127\.0\.0\.1|example\.org)', page), (
            path
        )


@pytest.mark.django_db
def test_robots_and_icon(reader):
    assert b"Disallow: /entry/" in reader.get("/robots.txt").content
    assert reader.get("/favicon.ico").headers["Location"] == f"{settings.STATIC_URL}site/icon.svg"
    with closing(reader.get("/static/site/icon.svg")) as icon:
        assert icon.status_code == 200
        assert icon.headers["Content-Type"] == "image/svg+xml"
        assert b"<svg" in b"".join(icon.streaming_content)


def test_a_band_looks_as_good_as_it_is():
    two, five = preset("clapometer"), preset("metacritic-films")
    assert [band_tone(two, band.name) for band in two.bands] == ["top", "low"]
    tones = [band_tone(five, band.name) for band in five.bands]
    assert tones == ["top", "top", "middle", "low", "low"]


def test_outlet_and_critic_pages_tell_the_confirmed_scales(reader, festival):
    outlet = Outlet.objects.order_by("id").first()
    critic = Critic.objects.order_by("id").first()
    hand = Hand(outlet.id, critic.id, since=1_230_768_000_000_000)
    entry, _ = confirm(hand, "of-10", "A Made-up Editor")
    page = text(reader.get(outlet_address(outlet)))
    assert f"{critic.name} : Out of 10, since 1 January 2009" in page
    assert "confirmed by A Made-up Editor on" in page and f"entry {entry.seq}" in page
    response = reader.get(critic_address(critic))
    assert f'href="/entry/{entry.seq}"' in response.content.decode()
    assert "Scales of the grades" in text(response)
    told = text(reader.get(f"/entry/{entry.seq}"))
    assert "A person confirmed on which scale grades are" in told
    take_back(entry.seq, "made up", "A Made-up Editor")
    assert "Scales of the grades" not in text(reader.get(critic_address(critic)))


@pytest.mark.django_db
def test_a_review_says_by_which_scale_its_grade_is_read(reader):
    story = Story(kind="film")
    story.post(0, True, grade="7")
    assert "the grade could not be read" in text(reader.get(work_address(story.work)))
    entry, _ = confirm(Hand(story.outlets[0]), "of-10", "A Made-up Editor")
    page = text(reader.get(work_address(story.work)))
    assert "the grade could not be read" not in page
    assert f"grade read on the scale “Out of 10”, confirmed in entry {entry.seq}" in page
    then = format_instant(entry.recorded_at - 1)
    before = text(reader.get(work_address(story.work, f"known={quote(then)}")))
    assert "the grade could not be read" in before
