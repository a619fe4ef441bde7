"""The panel: what would come and how often is said first; a form is all it takes."""

from __future__ import annotations

from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.models import Follow, Follower, Notice
from clapometer.instants import now
from tests.alerts.pages.conftest import followed, send, text
from tests.stories.madeup import post


def test_it_says_what_would_come_and_how_often_it_came(reader, festival):
    film = festival.works["film"]
    key = f"work:{film.id}"
    at = now()
    write_notices(
        [
            NoticeDraft(f"made-up-{number}", "score", "A", "B", "/", at, at - number, [key])
            for number in range(3)
        ]
    )
    Notice.objects.filter(name="made-up-2").update(state="withdrawn")
    page = reader.get(f"/follow/?key={key}")
    words = text(page)
    assert f"Follow {film}" in words
    assert "a threshold of your own. 2 times in the last 90 days." in words
    assert "A badge won, lost or regained. Not once in the last 90 days." in words
    assert "All of this together came 2 times in the last 90 days." in words
    assert "Not now" in words and "OK" in words
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert 'content="noindex"' in page.content.decode()


def test_of_what_nothing_came_that_is_said_once(reader, festival):
    words = text(reader.get(f"/follow/?key=work:{festival.works['film'].id}"))
    assert words.count("in the last 90 days") == 1
    assert "None of this came in the last 90 days." in words


def test_looking_at_it_makes_nobody_a_follower_and_sets_no_cookie_of_one(reader, festival):
    answer = reader.get(f"/follow/?key=work:{festival.works['film'].id}")
    assert "clapometer_follower" not in answer.cookies
    assert not Follower.objects.exists()


def test_ok_follows_and_leads_to_the_page_that_manages_it(reader, festival):
    film = festival.works["film"]
    answer = send(reader, f"/follow/?key=work:{film.id}", {
        "key": f"work:{film.id}", "kind": ["score", "badge"], "cadence": "daily",
        "below": "90", "reviews": "20", "ahead": "1440",
    })  # fmt: skip
    assert answer.status_code == 302
    rows = Follow.objects.order_by("id").values_list("key", "kinds", "cadence")
    assert list(rows) == [
        (f"work:{film.id}", 1 | 2, "daily"),
        (f"work:{film.id}/score<90", 1, "daily"),
        (f"work:{film.id}/reviews>=20", 1, "daily"),
        (f"work:{film.id}/ahead=1440", 8, "daily"),
    ]
    cookie = answer.cookies["clapometer_follower"]
    assert cookie["path"] == "/follow"
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    words = text(reader.get(answer.headers["Location"]))
    assert "It is followed from now on." in words
    assert "Nothing comes by itself yet: choose below where to, or take the feed." in words
    assert "when its score falls under 90" in words
    assert "when it has 20 reviews" in words
    assert "1 day ahead of its premiere" in words


def test_the_browser_s_next_follow_is_the_same_follower_s(reader, festival):
    first, _ = followed(reader, f"work:{festival.works['film'].id}")
    second, _ = followed(reader, f"critic:{festival.critics['Ada Merriweather']}", kind=["review"])
    assert first == second
    assert Follow.objects.filter(follower_id=first.id).count() == 2


def test_what_is_followed_already_is_shown_and_changed(reader, festival):
    key = f"work:{festival.works['film'].id}"
    followed(reader, key, kind=["chart"])
    page = reader.get(f"/follow/?key={key}").content.decode()
    assert "You follow this already" in page
    assert 'value="chart" checked' in page
    assert 'value="score" checked' not in page
    followed(reader, key, kind=["badge"])
    assert Follow.objects.get().kinds == 2


def test_a_work_and_a_topic_offer_stories(reader, festival):
    page = reader.get(f"/follow/?key=work:{festival.works['film'].id}").content.decode()
    assert 'value="number"' in page and 'value="story"' in page
    post(topics=("Ferries",))
    page = reader.get("/follow/?key=topic:ferries").content.decode()
    assert "Follow Ferries" in page and 'value="story"' in page
    assert reader.get("/follow/?key=topic:nothing-here").status_code == 404


def test_a_link_can_ask_for_one_kind_alone(reader, festival):
    page = reader.get(f"/follow/?key=work:{festival.works['film'].id}&kind=correction")
    assert page.content.decode().count(" checked") == 2
    assert 'value="correction" checked' in page.content.decode()


def test_each_refusal_is_one_sentence_and_leaves_nobody_behind(reader, festival):
    key = f"work:{festival.works['film'].id}"
    cases = {
        "Choose at least one thing that you want to be told of.": {"kind": []},
        "“many” is no whole number.": {"below": "many"},
        "A threshold of the score lies between 1 and 100.": {"reaches": "101"},
        "“hourly” is no cadence; there are now, daily, weekly.": {
            "kind": ["score"], "cadence": "hourly",
        },
    }  # fmt: skip
    for sentence, fields in cases.items():
        answer = send(reader, f"/follow/?key={key}", {"key": key, **fields})
        assert answer.status_code == 400
        assert sentence in text(answer)
    assert not Follower.objects.exists()


def test_what_is_not_there_cannot_be_followed(reader, festival):
    for key in ("work:999999", "nonsense", "topic:ferries", "query:none", "work:1/score<0"):
        answer = reader.get("/follow/", {"key": key})
        assert answer.status_code == 404, key
        assert "Follow something" in text(answer)


def test_without_the_proof_of_the_form_nothing_is_followed(reader, festival):
    key = f"work:{festival.works['film'].id}"
    assert reader.post("/follow/", {"key": key, "kind": ["score"]}).status_code == 403
    assert not Follow.objects.exists()


def test_a_query_is_followed_with_its_parameters_in_one_spelling(reader, festival):
    followed(reader, "query:biggest-drop?limit=20&reviews=5", kind=["query"])
    assert Follow.objects.get().key == "query:biggest-drop?reviews=5"


def test_new_followers_from_one_address_are_bounded(festival, client):
    from django.test import Client

    key = f"work:{festival.works['film'].id}"
    sent = {"key": key, "kind": ["score"]}
    answers = [Client(headers={"host": "localhost"}).post("/follow/", sent) for _ in range(21)]
    assert [one.status_code for one in answers] == [302] * 20 + [429]
    elsewhere = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.post("/follow/", sent).status_code == 302


def test_no_address_of_a_reader_lies_in_the_database(festival):
    from django.test import Client

    from clapometer.accounts.models import Attempt

    browser = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.77")
    browser.post("/follow/", {"key": f"work:{festival.works['film'].id}", "kind": ["score"]})
    assert Attempt.objects.exists()
    assert not Attempt.objects.filter(cache_key__contains="192.0.2").exists()
