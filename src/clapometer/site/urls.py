"""The addresses of the pages."""

from django.urls import path, re_path

from clapometer.accounts.gate import admitting
from clapometer.accounts.roles import MEMBER, VISITOR

from .views import (
    calendar,
    cite,
    counter,
    entry,
    fact,
    feed,
    home,
    manifest,
    people,
    picture,
    plain,
    press,
    queries,
    remarks,
    search,
    work,
    workparts,
)
from .views import person as person_view
from .views import timeline as timeline_view

# An id has at most 15 digits: every database holds that as a whole number.
_ID = r"(?P<number>[0-9]{1,15})"
_SLUG = r"(?P<slug>[-a-zA-Z0-9_]+)"
_TOPIC = r"(?P<slug>[a-z0-9][a-z0-9-]{0,79})"

urlpatterns = admitting(
    VISITOR,
    path("", home.home, name="home"),
    path("search", search.search, name="search"),
    path("about", plain.about, name="about"),
    path("calendar.ics", calendar.calendar, name="calendar"),
    re_path(rf"^work/w{_ID}/calendar\.ics$", calendar.work_calendar, name="work_calendar"),
    path("queries/", queries.every, name="queries"),
    re_path(r"^queries/(?P<name>[a-z0-9-]{1,40})$", queries.page, name="query"),
    re_path(
        r"^queries/(?P<name>[a-z0-9-]{1,40})\.(?P<form>json|csv)$", queries.file, name="query_file"
    ),
    path("rules/", plain.rules, name="rules"),
    path("rules/<slug:name>", plain.rule, name="rule"),
    re_path(rf"^work/w{_ID}/?$", work.work),
    re_path(rf"^work/w{_ID}/{_SLUG}$", work.work, name="work"),
    re_path(rf"^work/w{_ID}/{_SLUG}/reviews$", workparts.reviews, name="work_reviews"),
    re_path(rf"^work/w{_ID}/{_SLUG}/numbers$", workparts.numbers, name="work_numbers"),
    re_path(rf"^work/w{_ID}/{_SLUG}/cite$", cite.page, name="cite"),
    re_path(
        rf"^work/w{_ID}/{_SLUG}/cite\.(?P<form>md|csv|json|svg|png)$", cite.file, name="cite_file"
    ),
    re_path(rf"^work/w{_ID}/{_SLUG}/timeline$", timeline_view.timeline, name="work_timeline"),
    re_path(
        rf"^work/w{_ID}/{_SLUG}/timeline\.json$",
        timeline_view.timeline_json,
        name="work_timeline_json",
    ),
    re_path(rf"^work/w{_ID}/{_SLUG}/feed\.xml$", feed.feed, {"form": "xml"}, name="work_feed_xml"),
    re_path(
        rf"^work/w{_ID}/{_SLUG}/feed\.json$", feed.feed, {"form": "json"}, name="work_feed_json"
    ),
    re_path(rf"^outlet/{_ID}/?$", people.outlet),
    re_path(rf"^outlet/{_ID}/{_SLUG}$", people.outlet, name="outlet"),
    re_path(rf"^critic/{_ID}/?$", people.critic),
    re_path(rf"^critic/{_ID}/{_SLUG}$", people.critic, name="critic"),
    re_path(r"^poster/(?P<digest>[0-9a-f]{64})\.webp$", picture.picture, name="picture"),
    re_path(rf"^person/{_ID}/?$", person_view.person),
    re_path(rf"^person/{_ID}/(?!correct$){_SLUG}$", person_view.person, name="person"),
    re_path(rf"^counter/{_ID}$", counter.counter, name="counter"),
    re_path(rf"^counter/{_ID}\.csv$", counter.counter_csv, name="counter_csv"),
    re_path(rf"^entry/{_ID}$", entry.entry, name="entry"),
    re_path(rf"^fact/{_ID}$", fact.fact, name="fact"),
    re_path(rf"^fact/{_ID}\.json$", fact.fact_json, name="fact_json"),
    re_path(rf"^story/{_ID}$", press.story, name="story"),
    path("stories", press.stories, name="stories"),
    re_path(r"^stories\.(?P<form>xml|json)$", press.stories_feed, name="stories_feed"),
    path("topics", press.every_topic, name="topics"),
    re_path(rf"^topic/{_TOPIC}$", press.topic, name="topic"),
    re_path(rf"^topic/{_TOPIC}\.(?P<form>xml|json)$", press.topic_feed, name="topic_feed"),
    path("robots.txt", plain.robots, name="robots"),
    path("favicon.ico", plain.favicon, name="favicon"),
    path("manifest.webmanifest", manifest.manifest, name="manifest"),
)
urlpatterns += admitting(
    MEMBER,
    re_path(rf"^story/{_ID}/remark$", remarks.post, name="remark"),
    re_path(rf"^remark/{_ID}/erase$", remarks.erase_own, name="remark_erase"),
)
