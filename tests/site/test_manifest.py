"""The site among the programs of a phone: its manifest and its icons."""

from __future__ import annotations

import io
import re

import pytest
from django.conf import settings
from PIL import Image

from tools.icons import FOLDER, ICONS, differing

pytestmark = pytest.mark.django_db


def sent(reader, address) -> tuple[str, bytes]:
    """The type and the content of a static file, which is closed again."""
    answer = reader.get(address)
    content = answer.getvalue()
    answer.close()
    return answer.headers["Content-Type"].partition(";")[0], content


def test_the_manifest_names_the_site_by_its_settings(reader, monkeypatch):
    monkeypatch.setitem(settings.SITE, "name", "A made-up “board”")
    answer = reader.get("/manifest.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    told = answer.json()
    assert told["name"] == told["short_name"] == "A made-up “board”"
    assert (told["id"], told["start_url"], told["scope"]) == ("/", "/", "/")
    assert (told["display"], told["lang"], told["dir"]) == ("standalone", "en", "ltr")


def test_every_icon_of_the_manifest_is_there_in_the_size_it_says(reader):
    icons = reader.get("/manifest.webmanifest").json()["icons"]
    assert {one["purpose"] for one in icons} == {"any", "maskable", "monochrome"}
    for icon in icons:
        kind, content = sent(reader, icon["src"])
        assert kind == icon["type"], icon
        if kind == "image/png":
            with Image.open(io.BytesIO(content)) as picture:
                assert icon["sizes"] == "{}x{}".format(*picture.size)


def test_the_frame_of_every_page_leads_to_manifest_icon_and_both_colours(reader):
    page = reader.get("/about").content.decode()
    assert '<link rel="manifest" href="/manifest.webmanifest">' in page
    colours = re.findall(r'<meta name="theme-color" content="(#\w+)" media="[^"]*: (\w+)\)">', page)
    assert [light for _, light in colours] == ["light", "dark"]
    # The bar of a phone has the colour of the paper under it.
    style = sent(reader, "/static/site/frame.css")[1].decode()
    assert [colour for colour, _ in colours] == re.findall(r"--paper: (#\w{6});", style)
    touched = re.search(r'<link rel="apple-touch-icon" href="([^"]+)">', page)
    assert touched
    assert sent(reader, touched[1])[0] == "image/png"


def test_the_icons_show_what_their_drawings_show():
    assert differing() == []


def test_what_is_cut_to_a_shape_keeps_the_mark_whole():
    """The safe zone of a maskable icon is a circle of four fifths of its width."""
    for icon in ICONS:
        if icon.drawing != "icon-whole.svg":
            continue
        with Image.open(FOLDER / icon.name) as picture:
            pixels = picture.convert("RGB")
        middle, radius = (icon.size - 1) / 2, icon.size * 0.4
        ground = pixels.getpixel((0, 0))
        marked = [
            (x, y) for x in range(icon.size) for y in range(icon.size)
            if pixels.getpixel((x, y)) != ground
        ]  # fmt: skip
        assert marked
        assert all((x - middle) ** 2 + (y - middle) ** 2 < radius**2 for x, y in marked)
