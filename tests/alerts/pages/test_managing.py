"""One page manages everything of a follower; its address is the only key to it."""

from __future__ import annotations

import json

import pytest

from clapometer.alerts.capability import token_of
from clapometer.alerts.following.endpoints import add_endpoint
from clapometer.alerts.models import (
    DROPPED,
    SENT,
    WAITING,
    Delivery,
    Endpoint,
    Follow,
    Follower,
    Notice,
)
from clapometer.instants import now
from tests.alerts.pages.conftest import placed, text


def test_the_link_opens_everything_from_another_browser(stranger, address, festival):
    answer = stranger.get(address)
    words = text(answer)
    assert str(festival.works["film"]) in words
    assert "Quiet hours" in words and "Stop everything" in words
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "clapometer_follower" not in answer.cookies


def test_nobody_else_s_link_opens_it(stranger, address, follower):
    for wrong in (address[:-1] + ("a" if address[-1] != "a" else "b"),
                  f"/follow/with/{token_of(follower, 'stop')}",
                  f"/follow/stop/{token_of(follower)}"):  # fmt: skip
        answer = stranger.get(wrong)
        assert answer.status_code == 404
        assert "This link does not work, or no longer" in text(answer)
        assert answer.headers["Cache-Control"] == "no-store"
        assert stranger.post(wrong, {"do": "stop"}).status_code == 404
    assert Follower.objects.count() == 1


def test_no_link_on_the_page_takes_the_token_to_another_site(stranger, address):
    page = stranger.get(address).content.decode()
    assert "://" not in page.replace("http://127.0.0.1:8000", "")
    assert 'rel="canonical"' not in page


def do(browser, address, verb, **fields):
    answer = browser.post(address, {"do": verb, **fields})
    assert answer.status_code in (302, 400), answer
    return answer if answer.status_code == 400 else browser.get(answer.headers["Location"])


def test_kinds_and_cadence_are_changed(stranger, address, follower):
    key = Follow.objects.get().key
    page = stranger.get(address, {"change": key})
    assert 'value="score" checked' in page.content.decode()
    done = do(stranger, address, f"change {key}", kind=["chart", "badge"], cadence="weekly")
    assert "Changed; it holds from now on." in text(done)
    assert "Badges, Charts · once a week" in text(done)
    assert "Choose at least one" in text(do(stranger, address, f"change {key}", cadence="now"))
    assert "You do not follow that any more." in text(
        do(stranger, address, "change critic:9", kind=["review"], cadence="now")
    )


def test_a_kind_that_cannot_be_told_of_a_thing_is_not_kept(stranger, address, follower):
    key = Follow.objects.get().key
    do(stranger, address, f"change {key}", kind=["review", "badge"], cadence="now")
    assert Follow.objects.get().kinds == 2


def test_hours_are_kept(stranger, address, follower):
    done = do(stranger, address, "hours", zone="Europe/Dublin", quiet_from="22:00",
              quiet_until="07:30", digest_at="06:15", digest_weekday="4")  # fmt: skip
    assert "Your hours are kept." in text(done)
    follower.refresh_from_db()
    assert (follower.zone, follower.quiet_from, follower.quiet_until) == (
        "Europe/Dublin",
        1320,
        450,
    )
    assert (follower.digest_at, follower.digest_weekday) == (375, 4)
    assert 'value="22:00"' in done.content.decode()
    do(stranger, address, "hours", zone="UTC", quiet_from="", quiet_until="", digest_at="08:00",
       digest_weekday="0")  # fmt: skip
    follower.refresh_from_db()
    assert follower.quiet_from is None and follower.quiet_until is None


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"zone": "Atlantis"}, "“Atlantis” is no time zone; write it like Europe/Dublin."),
        ({"zone": "../etc/passwd"}, "is no time zone"),
        ({"quiet_from": "22:00", "quiet_until": ""}, "Quiet hours need a beginning and another"),
        ({"quiet_from": "22:00", "quiet_until": "22:00"}, "Quiet hours need a beginning"),
        ({"quiet_from": "25:00"}, "“25:00” is no time of day; write it like 22:00."),
        ({"digest_at": ""}, "A digest needs a time of day, such as 08:00."),
        ({"digest_weekday": "7"}, "A week has seven days, Monday to Sunday."),
    ],
)
def test_hours_that_are_none_are_refused_and_nothing_of_them_is_kept(
    stranger, address, follower, fields, sentence
):
    usual = {"zone": "Europe/Dublin", "quiet_from": "", "quiet_until": "", "digest_at": "09:00",
             "digest_weekday": "0"}  # fmt: skip
    answer = do(stranger, address, "hours", **usual | fields)
    assert answer.status_code == 400
    assert sentence in text(answer)
    follower.refresh_from_db()
    assert (follower.zone, follower.digest_at) == ("UTC", 480)


def test_everything_pauses_and_goes_on(stranger, address, follower):
    assert "Everything is paused: nothing comes." in text(do(stranger, address, "pause"))
    follower.refresh_from_db()
    assert follower.paused
    assert "Messages come again" in text(do(stranger, address, "resume"))


def test_it_says_where_messages_will_come_to(stranger, address, follower):
    place = placed(follower, confirmed=False)
    words = text(stranger.get(address))
    assert "Nothing comes before you confirm the place that waits below." in words
    Endpoint.objects.update(state="on")
    words = text(stranger.get(address))
    assert "reader@made-up.example." in words.partition("Messages come to ")[2][:40]
    do(stranger, address, f"pause-place {place.id}")
    words = text(stranger.get(address))
    assert "Nothing comes now: no place below gets messages." in words


def test_a_place_is_tested_paused_and_removed(stranger, address, follower):
    place = placed(follower)
    done = do(stranger, address, f"test {place.id}")
    assert "A test message is on its way" in text(done)
    notice = Notice.objects.get()
    assert (notice.kind, notice.audience, notice.state) == ("test", "endpoint", "due")
    assert json.loads(notice.said) == {"endpoint": place.id}
    assert notice.due_at <= now()
    assert "paused by its owner" in text(do(stranger, address, f"pause-place {place.id}"))
    refused = do(stranger, address, f"test {place.id}")
    assert "Nothing goes there now; let it go on first." in text(refused)
    assert "gets messages" in text(do(stranger, address, f"resume-place {place.id}"))
    assert "reader@made-up.example" not in text(do(stranger, address, f"end-place {place.id}"))
    assert not Endpoint.objects.exists()


def test_the_password_in_the_address_of_a_service_is_not_shown(stranger, address, follower):
    add_endpoint(follower, "apprise", "ntfys://reader:moonshine@service.example/made-up",
                 confirmed=True, origin="ntfys://service.example")  # fmt: skip
    for page in (stranger.get(address), stranger.get(f"{address}/kept.json")):
        assert "moonshine" not in page.content.decode()
        assert "service.example" in page.content.decode()


def test_tests_are_bounded(stranger, address, follower):
    place = placed(follower)
    for _ in range(5):
        assert "on its way" in text(do(stranger, address, f"test {place.id}"))
    assert "5 tests an hour are enough" in text(do(stranger, address, f"test {place.id}"))


def test_somebody_else_s_place_is_out_of_reach(stranger, address, festival):
    other = Follower.objects.create(created_at=now())
    place = placed(other)
    for verb in ("test", "pause-place", "end-place"):
        answer = do(stranger, address, f"{verb} {place.id}")
        assert "There is no such place any more." in text(answer)
    assert Endpoint.objects.get().state == "on"


def test_the_log_says_what_was_sent_when_and_how_it_went(stranger, address, follower):
    place = placed(follower)
    do(stranger, address, f"test {place.id}")
    notice = Notice.objects.get()
    sent = Delivery.objects.create(notice_id=notice.id, endpoint_id=place.id, due_at=now())
    Delivery.objects.filter(pk=sent.pk).update(
        state=SENT, done_at=1_780_000_000_000_000, status=250, tries=2
    )
    words = text(stranger.get(address))
    assert "1 message in the last 30 days" in words
    assert "28 May 2026, 20:26 A test message mail taken 250 · 2 tries" in words


def test_what_is_kept_can_be_taken_away(stranger, address, follower):
    placed(follower)
    Endpoint.objects.update(details='{"auth": "hidden", "agent": "A made-up browser"}')
    answer = stranger.get(f"{address}/kept.json")
    assert answer.headers["Cache-Control"] == "no-store"
    kept = answer.json()
    assert kept["follows"][0]["kinds"] == ["score"]
    assert kept["places"][0]["address"] == "reader@made-up.example"
    assert kept["places"][0]["details"] == {
        "auth": "(kept, not shown)", "agent": "A made-up browser",
    }  # fmt: skip
    assert kept["quiet_hours"] is None


def test_another_address_ends_the_old_one_and_the_browser_keeps_up(reader, address, follower):
    answer = reader.post(address, {"do": "renew"})
    new = answer.headers["Location"].partition("?")[0]
    assert new != address
    assert reader.get(address).status_code == 404
    assert reader.get(new).status_code == 200
    assert reader.get("/follow/mine").headers["Location"] == new


def test_a_browser_remembers_and_forgets_only_when_asked(stranger, address):
    assert "follows nothing" not in text(stranger.get(address))
    assert stranger.get("/follow/mine").status_code == 200
    do(stranger, address, "remember")
    assert stranger.get("/follow/mine").headers["Location"] == address
    do(stranger, address, "forget")
    assert stranger.get("/follow/mine").status_code == 200


def test_the_page_of_hundreds_asks_the_database_no_more_than_that_of_one(
    stranger, address, follower, festival, django_assert_max_num_queries
):
    from tests.site.festival import add_work

    for number in range(60):
        work = add_work(f"Made-up {number}")
        Follow.objects.create(
            follower_id=follower.id, key=f"work:{work.id}", kinds=1, cadence="now", since=0
        )
    with django_assert_max_num_queries(12):
        page = stranger.get(address)
    assert text(page).count("Unfollow") == 61


def test_unfollowing_drops_what_waits_for_it_alone(stranger, address, follower, festival):
    from clapometer.alerts.drafts import NoticeDraft, write_notices

    place, at = placed(follower), now()
    film = Follow.objects.get().key
    followed_too = f"work:{festival.works['quiet'].id}"
    Follow.objects.create(
        follower_id=follower.id, key=followed_too, kinds=1, cadence="now", since=0
    )
    notices = write_notices([
        NoticeDraft("of-film", "score", "A", "B", "/", at, at, [film]),
        NoticeDraft("of-both", "score", "A", "B", "/", at, at, [film, followed_too]),
    ])  # fmt: skip
    for one in notices:
        Delivery.objects.create(notice_id=one.id, endpoint_id=place.id, due_at=at)
    assert "Not followed any more." in text(do(stranger, address, f"unfollow {film}"))
    states = Delivery.objects.order_by("notice_id").values_list("state", flat=True)
    assert list(states) == [DROPPED, WAITING]


def test_stop_everything_is_one_tap_and_leaves_nothing_of_the_reader(reader, address, follower):
    place = placed(follower)
    Delivery.objects.create(notice_id=1, endpoint_id=place.id, due_at=now())
    answer = reader.post(address, {"do": "stop"})
    assert "Nothing is sent any more." in text(answer)
    assert answer.cookies["clapometer_follower"].value == ""
    assert not Follower.objects.exists()
    assert not Follow.objects.exists()
    assert not Endpoint.objects.exists()
    assert Delivery.objects.get().state == DROPPED
    again = reader.get(address)
    assert again.status_code == 404
    assert "it is stopped: nothing is sent" in text(again)


def test_a_button_that_is_none_does_nothing(stranger, address):
    assert "That button is not known here" in text(do(stranger, address, "explode"))
    assert "That button is not known here" in text(do(stranger, address, ""))
