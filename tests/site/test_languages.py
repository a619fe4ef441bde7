"""Every word of ours can be translated: a pseudo-language reaches all of them."""

from __future__ import annotations

import gettext
import re
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template
from django.utils.translation import deactivate, trans_real

import clapometer.site
from clapometer.catalogue.models import Work
from clapometer.reviews.models import Critic, Outlet
from clapometer.scoring.rules import presets
from clapometer.sentences.languages import LANGUAGES
from clapometer.site import citepage, rows, words
from clapometer.site.addresses import work_address

TEMPLATES = Path(clapometer.site.__file__).parent / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
DATE_OR_ADDRESS = re.compile(r"\d+ March 2026|UTC|https?://\S+")


class Pseudo(gettext.NullTranslations):
    """Every text as it is, between brackets."""

    def gettext(self, message):
        return f"⟦{message}⟧"

    def ngettext(self, one, many, n):
        return f"⟦{one if n == 1 else many}⟧"

    def pgettext(self, context, message):
        return message if context.startswith("format") else f"⟦{message}⟧"

    def language(self):
        return "en"

    def to_language(self):
        return "en"


@pytest.fixture
def pseudo(monkeypatch):
    """The pseudo-language in the place of English; what remembers words forgets them."""
    caches = (words._written, rows._verdict, rows._set_by, rows._read_it)
    monkeypatch.setattr(trans_real, "_translations", {"en": Pseudo()})
    for cache in caches:
        cache.cache_clear()
    yield
    deactivate()  # A page leaves its language in force, and the tests that follow read English.
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize("name", NAMES)
def test_templates_compile(name):
    assert get_template(name)


def test_every_word_of_a_page_went_through_translation(reader, festival, pseudo):
    film = work_address(festival.works["film"])
    pages = [
        "/",
        "/search?q=zzz",
        "/about",
        film,
        f"{film}?at=2026-03-12",
        f"{film}/cite",
        "/queries/",
        "/queries/perfect",
        "/nowhere",
    ]
    pages += [work_address(festival.works[name]) for name in ("series", "season 2")]
    for path in [*pages, f"/entry/{festival.reviews['against']}"]:
        left = untranslated(reader.get(path).content.decode())
        assert not left, (path, left)


def test_the_test_would_find_a_word_that_did_not(festival):
    assert untranslated("<p>⟦Reviews⟧ of Ada Merriweather</p><p>Plainly English</p>") == [
        "Plainly English"
    ]


def untranslated(page: str) -> list[str]:
    """The texts of a page that hold a word which is in no brackets and in no data of the site."""
    page = re.sub(r"<(script|code|pre|blockquote|textarea)\b.*?</\1>", "", page, flags=re.DOTALL)
    # A message may hold emphasis of its own.
    page = re.sub(r"</?(strong|kbd)>", "", page)
    data = re.compile("|".join(map(re.escape, sorted(data_of_site(), key=len, reverse=True))))
    found = []
    for text in map(unescape, re.findall(r">([^<]+)<", page)):
        rest = DATE_OR_ADDRESS.sub("", data.sub("", outside_brackets(text)))
        if re.search(r"[^\W\d_]{3}", rest):
            found.append(text)
    return found


def outside_brackets(text: str) -> str:
    """A text without what was translated; translated texts may hold others."""
    shorter = re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    return shorter if shorter == text else outside_brackets(shorter)


def data_of_site() -> set[str]:
    """What is data and stays as it is: names, titles, grades, the words of rules."""
    names = {one.name for kind in (Critic, Outlet) for one in kind.objects.all()}
    names |= {text for work in Work.objects.all() for text in (work.title, work.label, str(work))}
    for rule in presets():
        names |= {
            rule.title,
            rule.dated,
            rule.interval.title(),
            *(band.label for band in rule.bands),
        }
        names |= {rule.badge.label} if rule.badge else set()
    names |= {tongue.name for tongue in LANGUAGES.values()} | set(citepage.FILES.values())
    names |= {settings.SITE["licence"]}
    return names | {"He appears in the film.", "seven bells", "test editor", "Clapometer"}


@pytest.mark.django_db
def test_a_language_without_a_catalogue_is_not_half_spoken(reader):
    """Django itself speaks German; a page of English words with German months would be neither."""
    page = reader.get("/about", headers={"accept-language": "de,en;q=0.5"}).content.decode()
    assert '<html lang="en">' in page
