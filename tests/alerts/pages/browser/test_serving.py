"""The worker and the offline page as they are sent: complete, strict, and never out of date."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> Client:
    return Client(headers={"host": "localhost"})


def told(answer) -> dict[str, object]:
    """What the site writes above the worker."""
    line, _, _ = answer.content.decode().partition("\n")
    return json.loads(line.removeprefix("const SITE = ").removesuffix(";"))


def test_the_worker_is_a_script_at_the_root_that_is_asked_for_each_time(reader):
    answer = reader.get("/sw.js")
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-cache"
    policy = answer.headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; connect-src 'self'; img-src 'self'"
    held = reader.get("/sw.js", headers={"if-none-match": answer.headers["ETag"]})
    assert (held.status_code, held.content) == (304, b"")
    assert reader.post("/sw.js").status_code == 405


def test_whatever_the_worker_names_is_there(reader):
    site = told(reader.get("/sw.js"))
    for name in ("offline", "key", "manage"):
        assert reader.get(str(site[name])).status_code == 200, name
    for name in ("icon", "badge"):
        picture = reader.get(str(site[name]))
        assert picture.headers["Content-Type"] == "image/png"
        picture.close()


def test_another_name_or_offline_page_makes_another_worker(reader, monkeypatch):
    before = reader.get("/sw.js")
    monkeypatch.setitem(settings.SITE, "name", "</script> “made up” \u2028 board")
    after = reader.get("/sw.js")
    assert before.headers["ETag"] != after.headers["ETag"]
    assert told(before)["edition"] != told(after)["edition"]
    assert told(after)["name"] == "</script> “made up” \u2028 board"


def test_the_offline_page_needs_nothing_beside_itself(reader):
    answer = reader.get("/follow/offline")
    page = answer.content.decode()
    assert not re.search(r"(?:src|href)=\"[^\"]", page)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    mark = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{mark}'" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]


def test_the_offline_page_has_the_colours_of_the_frame(reader):
    sheet = reader.get("/static/site/frame.css")
    style = sheet.getvalue().decode()
    sheet.close()
    page = reader.get("/follow/offline").content.decode()
    for name in ("paper", "ink", "soft", "link", "focus"):
        drawn = re.findall(rf"--{name}: (#\w+);", page)
        assert drawn == re.findall(rf"--{name}: (#\w{{6}});", style)[:2], name
