"""Every address of the site × every role: who may open what, as a table; nothing is left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, path, resolve

from clapometer.accounts.gate import admitted_to, admitting, gate
from clapometer.accounts.models import Invitation, Member
from clapometer.accounts.roles import ADMIN, EDITOR, MEMBER, ROLES, VISITOR, reaches
from clapometer.alerts.capability import TOKEN_PATTERN
from clapometer.alerts.channels.mail.opting import TOKEN_PATTERN as MAIL_TOKEN

# A token that leads nowhere. Where one stands in an address it is the proof, and who does not have
# it finds nothing there.
NOBODY_S = f"1-{'x' * 32}"
NOBODY_S_MAIL = f"1-1770000000-{'x' * 32}"
# What each pattern of the site is opened with here, by whom it may be, and what it then answers:
# to a GET first, then to a POST without anything in it.
TABLE = {
    "": ("/", VISITOR, 200, 405),
    "search": ("/search", VISITOR, 200, 405),
    "about": ("/about", VISITOR, 200, 405),
    "calendar.ics": ("/calendar.ics", VISITOR, 200, 405),
    r"^work/w(?P<number>[0-9]{1,15})/calendar\.ics$": ("/work/w1/calendar.ics", VISITOR, 404, 405),
    "queries/": ("/queries/", VISITOR, 200, 405),
    "^queries/(?P<name>[a-z0-9-]{1,40})$": ("/queries/perfect", VISITOR, 200, 405),
    r"^queries/(?P<name>[a-z0-9-]{1,40})\.(?P<form>json|csv)$":
        ("/queries/perfect.json", VISITOR, 200, 405),
    "rules/": ("/rules/", VISITOR, 200, 405),
    "rules/<slug:name>": ("/rules/clapometer", VISITOR, 200, 405),
    r"^work/w(?P<number>[0-9]{1,15})/?$": ("/work/w1/", VISITOR, 404, 405),
    r"^work/w(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)$":
        ("/work/w1/ferry", VISITOR, 404, 405),
    r"^work/w(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)/reviews$":
        ("/work/w1/ferry/reviews", VISITOR, 404, 405),
    r"^work/w(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)/numbers$":
        ("/work/w1/ferry/numbers", VISITOR, 404, 405),
    r"^work/w(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)/cite$":
        ("/work/w1/ferry/cite", VISITOR, 404, 405),
    r"^work/w(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)/cite\.(?P<form>md|csv|json|svg|png)$":
        ("/work/w1/ferry/cite.md", VISITOR, 404, 405),
    r"^work/w(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)/timeline$":
        ("/work/w1/ferry/timeline", VISITOR, 404, 405),
    r"^work/w(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)/timeline\.json$":
        ("/work/w1/ferry/timeline.json", VISITOR, 404, 405),
    r"^work/w(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)/feed\.xml$":
        ("/work/w1/ferry/feed.xml", VISITOR, 404, 405),
    r"^work/w(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)/feed\.json$":
        ("/work/w1/ferry/feed.json", VISITOR, 404, 405),
    rf"^follow/services/{TOKEN_PATTERN}$": (f"/follow/services/{NOBODY_S}", VISITOR, 404, 404),
    rf"^follow/hooks/{TOKEN_PATTERN}$": (f"/follow/hooks/{NOBODY_S}", VISITOR, 404, 404),
    rf"^follow/hooks/{TOKEN_PATTERN}/(?P<number>[0-9]{{1,15}})$":
        (f"/follow/hooks/{NOBODY_S}/1", VISITOR, 404, 404),
    rf"^follow/feed/{TOKEN_PATTERN}\.(?P<form>xml|json)$":
        (f"/follow/feed/1-{'a' * 32}.xml", VISITOR, 404, 405),
    rf"^follow/calendar/{TOKEN_PATTERN}\.ics$":
        (f"/follow/calendar/1-{'a' * 32}.ics", VISITOR, 404, 405),
    r"^outlet/(?P<number>[0-9]{1,15})/?$": ("/outlet/1/", VISITOR, 404, 405),
    r"^outlet/(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)$":
        ("/outlet/1/mail", VISITOR, 404, 405),
    r"^critic/(?P<number>[0-9]{1,15})/?$": ("/critic/1/", VISITOR, 404, 405),
    r"^critic/(?P<number>[0-9]{1,15})/(?P<slug>[-a-zA-Z0-9_]+)$":
        ("/critic/1/ann", VISITOR, 404, 405),
    r"^poster/(?P<digest>[0-9a-f]{64})\.webp$": (f"/poster/{'0a' * 32}.webp", VISITOR, 404, 405),
    r"^person/(?P<number>[0-9]{1,15})/?$": ("/person/1/", VISITOR, 404, 405),
    r"^person/(?P<number>[0-9]{1,15})/(?!correct$)(?P<slug>[-a-zA-Z0-9_]+)$":
        ("/person/1/kit", VISITOR, 404, 405),
    r"^counter/(?P<number>[0-9]{1,15})/numbers$": ("/counter/1/numbers", EDITOR, 404, 404),
    r"^counter/(?P<number>[0-9]{1,15})/numbers/take-back$":
        ("/counter/1/numbers/take-back", EDITOR, 405, 404),
    r"^counter/(?P<number>[0-9]{1,15})$": ("/counter/1", VISITOR, 404, 405),
    r"^counter/(?P<number>[0-9]{1,15})\.csv$": ("/counter/1.csv", VISITOR, 404, 405),
    r"^entry/(?P<number>[0-9]{1,15})$": ("/entry/1", VISITOR, 404, 405),
    r"^story/(?P<number>[0-9]{1,15})$": ("/story/1", VISITOR, 404, 405),
    r"^story/(?P<number>[0-9]{1,15})/correct$": ("/story/1/correct", EDITOR, 404, 404),
    r"^story/(?P<number>[0-9]{1,15})/undo$": ("/story/1/undo", EDITOR, 404, 404),
    r"^story/(?P<number>[0-9]{1,15})/remark$": ("/story/1/remark", MEMBER, 405, 404),
    r"^remark/(?P<number>[0-9]{1,15})/erase$": ("/remark/1/erase", MEMBER, 405, 404),
    "^desk/remarks$": ("/desk/remarks", EDITOR, 200, 405),
    r"^desk/remarks/(?P<number>[0-9]{1,15})$": ("/desk/remarks/1", EDITOR, 405, 404),
    "stories": ("/stories", VISITOR, 200, 405),
    r"^stories\.(?P<form>xml|json)$": ("/stories.xml", VISITOR, 200, 405),
    "topics": ("/topics", VISITOR, 200, 405),
    "^topic/(?P<slug>[a-z0-9][a-z0-9-]{0,79})$": ("/topic/ferries", VISITOR, 404, 405),
    r"^topic/(?P<slug>[a-z0-9][a-z0-9-]{0,79})\.(?P<form>xml|json)$":
        ("/topic/ferries.xml", VISITOR, 404, 405),
    "^fact/(?P<number>[0-9]{1,15})/settle$": ("/fact/1/settle", EDITOR, 404, 404),
    r"^fact/(?P<number>[0-9]{1,15})$": ("/fact/1", VISITOR, 404, 405),
    r"^fact/(?P<number>[0-9]{1,15})\.json$": ("/fact/1.json", VISITOR, 404, 405),
    r"^fact/(?P<number>[0-9]{1,15})/correct$": ("/fact/1/correct", EDITOR, 404, 404),
    r"^person/(?P<number>[0-9]{1,15})/correct$": ("/person/1/correct", EDITOR, 404, 404),
    r"^fact/(?P<number>[0-9]{1,15})/undo$": ("/fact/1/undo", EDITOR, 404, 404),
    r"^fact/(?P<number>[0-9]{1,15})/restore$": ("/fact/1/restore", EDITOR, 404, 404),
    r"^fact/(?P<number>[0-9]{1,15})/uncorrect$": ("/fact/1/uncorrect", EDITOR, 405, 404),
    r"^work/w(?P<number>[0-9]{1,15})/add/poster$": ("/work/w1/add/poster", EDITOR, 404, 404),
    r"^work/w(?P<number>[0-9]{1,15})/add/(?P<kind>[-a-z0-9_]{1,30})$":
        ("/work/w1/add/omen", EDITOR, 404, 404),
    "people/add": ("/people/add", EDITOR, 200, 400),
    r"^add/(?P<kind>[-a-z0-9_]{1,30})$": ("/add/seer", EDITOR, 404, 404),
    "desk/outbox": ("/desk/outbox", EDITOR, 200, 400),
    r"^desk/queue$": ("/desk/queue", EDITOR, 200, 405),
    r"^desk/queue/undo$": ("/desk/queue/undo", EDITOR, 405, 302),
    r"^desk/queue/(?P<number>[0-9]{1,15})$": ("/desk/queue/1", EDITOR, 404, 404),
    r"^desk/queue/(?P<number>[0-9]{1,15})/edit$": ("/desk/queue/1/edit", EDITOR, 404, 404),
    r"^desk/queue/rule$": ("/desk/queue/rule", EDITOR, 200, 302),
    r"^desk/queue/rule/undo$": ("/desk/queue/rule/undo", EDITOR, 405, 302),
    r"^desk/queue/decisions$": ("/desk/queue/decisions", EDITOR, 200, 405),
    r"^desk/queue/decisions\.csv$": ("/desk/queue/decisions.csv", EDITOR, 200, 405),
    r"^desk/queue/decisions/(?P<number>[0-9]{1,15})/undo$":
        ("/desk/queue/decisions/1/undo", EDITOR, 405, 400),
    r"^desk/feeds$": ("/desk/feeds", EDITOR, 200, 400),
    r"^desk/take$": ("/desk/take", EDITOR, 200, 400),
    r"^desk/take/next$": ("/desk/take/next", EDITOR, 405, 302),
    "works/add": ("/works/add", EDITOR, 200, 400),
    r"^works/w(?P<number>[0-9]{1,15})/correct$": ("/works/w1/correct", EDITOR, 404, 404),
    r"^works/w(?P<number>[0-9]{1,15})/take-back$": ("/works/w1/take-back", EDITOR, 404, 404),
    r"^works/correction/(?P<number>[0-9]{1,15})/undo$":
        ("/works/correction/1/undo", EDITOR, 404, 404),
    r"^work/w(?P<number>[0-9]{1,15})/review/add$": ("/work/w1/review/add", EDITOR, 404, 404),
    r"^work/w(?P<number>[0-9]{1,15})/review/several$":
        ("/work/w1/review/several", EDITOR, 404, 404),
    r"^review/(?P<number>[0-9]{1,15})/revise$": ("/review/1/revise", EDITOR, 404, 404),
    r"^review/(?P<number>[0-9]{1,15})/withdraw$": ("/review/1/withdraw", EDITOR, 404, 404),
    r"^review/(?P<number>[0-9]{1,15})/exclude$": ("/review/1/exclude", EDITOR, 404, 404),
    r"^review/(?P<number>[0-9]{1,15})/restore$": ("/review/1/restore", EDITOR, 404, 404),
    r"^review/(?P<number>[0-9]{1,15})/entry/(?P<entry>[0-9]{1,15})/undo$":
        ("/review/1/entry/1/undo", EDITOR, 404, 404),
    r"^critic/(?P<number>[0-9]{1,15})/name/correct$":
        ("/critic/1/name/correct", EDITOR, 404, 404),
    r"^outlet/(?P<number>[0-9]{1,15})/name/correct$":
        ("/outlet/1/name/correct", EDITOR, 404, 404),
    r"^names/(?P<number>[0-9]{1,15})/undo$": ("/names/1/undo", EDITOR, 405, 404),
    "works/w<int:number>/merge": ("/works/w1/merge", EDITOR, 404, 404),
    "works/w<int:number>/split": ("/works/w1/split", EDITOR, 404, 404),
    "robots.txt": ("/robots.txt", VISITOR, 200, 405),
    "favicon.ico": ("/favicon.ico", VISITOR, 301, 405),
    "manifest.webmanifest": ("/manifest.webmanifest", VISITOR, 200, 405),
    "sign-in": ("/sign-in", VISITOR, 200, 200),
    "sign-in/code": ("/sign-in/code", VISITOR, 302, 302),
    "sign-in/passkey": ("/sign-in/passkey", VISITOR, 302, 302),
    "sign-out": ("/sign-out", VISITOR, 405, 302),
    "invitation/<str:token>": ("/invitation/none", VISITOR, 404, 404),
    "account": ("/account", MEMBER, 200, 405),
    "account/name": ("/account/name", MEMBER, 405, 302),
    "account/prove": ("/account/prove", MEMBER, 302, 200),
    "account/passkeys/add": ("/account/passkeys/add", MEMBER, 200, 200),
    "account/passkeys/<int:number>/remove": ("/account/passkeys/1/remove", MEMBER, 405, 404),
    "account/sign-out-everywhere": ("/account/sign-out-everywhere", MEMBER, 405, 302),
    "account/delete": ("/account/delete", MEMBER, 200, 302),
    "members": ("/members", ADMIN, 200, 405),
    "members/invite": ("/members/invite", ADMIN, 405, 400),
    "members/invitations/<int:number>/withdraw":
        ("/members/invitations/1/withdraw", ADMIN, 405, 404),
    "members/<int:number>/role": ("/members/999/role", ADMIN, 405, 404),
    "members/<int:number>/remove": ("/members/999/remove", ADMIN, 405, 404),
    "follow/": ("/follow/", VISITOR, 200, 404),
    "follow/mine": ("/follow/mine", VISITOR, 200, 200),
    rf"^follow/with/{TOKEN_PATTERN}$": (f"/follow/with/{NOBODY_S}", VISITOR, 404, 404),
    rf"^follow/with/{TOKEN_PATTERN}/kept\.json$":
        (f"/follow/with/{NOBODY_S}/kept.json", VISITOR, 404, 404),
    rf"^follow/with/{TOKEN_PATTERN}/mail$":
        (f"/follow/with/{NOBODY_S}/mail", VISITOR, 404, 404),
    rf"^follow/mail/{MAIL_TOKEN}$": (f"/follow/mail/{NOBODY_S_MAIL}", VISITOR, 404, 404),
    rf"^follow/stop/{TOKEN_PATTERN}$": (f"/follow/stop/{NOBODY_S}", VISITOR, 404, 404),
    "follow/push/key": ("/follow/push/key", VISITOR, 200, 405),
    "follow/push/subscribe": ("/follow/push/subscribe", VISITOR, 405, 403),
    "follow/push/change": ("/follow/push/change", VISITOR, 405, 403),
    "follow/push/unsubscribe": ("/follow/push/unsubscribe", VISITOR, 405, 403),
    "follow/push/state": ("/follow/push/state", VISITOR, 405, 403),
    "follow/push/test": ("/follow/push/test", VISITOR, 405, 403),
    "follow/push/decline": ("/follow/push/decline", VISITOR, 405, 403),
    "sw.js": ("/sw.js", VISITOR, 200, 405),
    "follow/offline": ("/follow/offline", VISITOR, 200, 405),
}  # fmt: skip
# What a member meets who is signed in already, or the last admin who would go: none of it is about
# who may.
OTHERWISE = {
    ("sign-in", "GET"): 302,
    ("sign-in", "POST"): 302,
    ("follow/mine", "POST"): 302,
}


def patterns(resolver: URLResolver) -> Iterator[tuple[str, URLPattern]]:
    """Every pattern of the site with its whole route."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from ((str(one.pattern) + route, found) for route, found in patterns(one))
        else:
            yield str(one.pattern), one


SITE = list(patterns(get_resolver()))


def test_every_pattern_stands_in_the_table_and_no_other():
    assert {route for route, _ in SITE} == set(TABLE)


def test_every_pattern_names_who_may_open_it_as_the_table_says():
    for route, pattern in SITE:
        assert admitted_to(pattern.callback) == TABLE[route][1], route


@pytest.mark.parametrize(("route", "role"), list(product(TABLE, ROLES)))
def test_who_may_comes_in_and_nobody_else(route, role, people, signed_in):
    address, needed, got, posted = TABLE[route]
    # A second admin, so that what is refused here is refused for the role alone.
    Member.objects.create(email="second@made-up.example", role=ADMIN)
    for method, usual in (("GET", got), ("POST", posted)):
        browser = signed_in(people[role])
        answer = browser.generic(method, address)
        if role == VISITOR and needed != VISITOR:
            assert answer.status_code == 302, (method, role)
            assert answer.headers["Location"].startswith("/sign-in")
        elif not reaches(role, needed):
            assert answer.status_code == 403, (method, role)
        else:
            again = OTHERWISE.get((route, method), usual) if role != VISITOR else usual
            assert answer.status_code == again, (method, role)


def test_every_address_of_the_table_leads_to_its_pattern():
    for route, (address, *_) in TABLE.items():
        assert resolve(address).route == route


def test_a_pattern_that_names_nobody_is_closed_to_everybody(people, rf: RequestFactory):
    """It fails the test above; should it be served all the same, nobody gets in."""
    guard = gate(lambda request: HttpResponse()).process_view
    for person in people.values():
        request = rf.get("/")
        request.user = person
        with pytest.raises(PermissionDenied):
            guard(request, lambda request: HttpResponse("open"), (), {})


def test_one_view_is_not_opened_to_two_roles():
    def view(request):
        return HttpResponse()

    admitting(EDITOR, path("a", view), path("b", view))
    with pytest.raises(AssertionError, match="open to editor already"):
        admitting(VISITOR, path("c", view))


def test_a_visitor_is_led_back_after_signing_in(visitor):
    answer = visitor.get("/members?x=1")
    assert answer.headers["Location"] == "/sign-in?next=%2Fmembers%3Fx%3D1"
    assert "private" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("number", [10**18, 10**30])
def test_numbers_that_no_database_holds_are_not_found(number, people, signed_in):
    admin = signed_in(people[ADMIN])
    for address in ("members/%d/remove", "members/%d/role", "account/passkeys/%d/remove"):
        assert admin.post("/" + address % number).status_code == 404
    assert admin.post(f"/members/invitations/{number}/withdraw").status_code == 404


def test_forms_from_elsewhere_are_refused(people):
    """Django's test browser leaves the proof out unless it is told not to."""
    from django.test import Client

    admin = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    admin.force_login(people[ADMIN])
    for address, *_ in TABLE.values():
        answer = admin.post(address)
        by_token = NOBODY_S in address or NOBODY_S_MAIL in address
        refused = (404,) if by_token else (403, 405)
        assert answer.status_code in refused, address
    assert Member.objects.count() == 3
    assert not Invitation.objects.exists()
