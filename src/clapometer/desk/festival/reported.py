"""Telling what was reported of the festival: stories, and the facts that they support."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from clapometer.catalogue.search import resolve_work
from clapometer.facts.days import read_when
from clapometer.facts.kinds import kind_named
from clapometer.ledger.entries import Draft
from clapometer.ledger.writing import writing
from clapometer.stories.drafts import Article, Stated, story_posted, story_supports
from clapometer.stories.reading import story_like

from ..entering import enter_fact
from .telling import ACTOR


def tell_reports() -> bool:
    """Write the stories and their facts beside a festival that was told; return whether that was
    still to do. It is one transaction."""
    record, articles = _read(), read_articles()
    with transaction.atomic():
        if any(story_like(one) for one in articles.values()):
            return False
        stories = {key: _append(story_posted(one)) for key, one in articles.items()}
        facts = {one["key"]: _stated(one, articles[one["story"]]) for one in record["fact"]}
        for one in record["support"]:
            at = articles[one["story"]].published.happened_at
            _append(story_supports(stories[one["story"]], facts[one["fact"]], _words(one), at))
    return True


def read_articles() -> dict[str, Article]:
    """Return what is said of each story, by its key."""
    return {one["key"]: _article(one) for one in _read()["story"]}


def _read() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("reported.toml").read_text(encoding="utf-8"))


def _article(row: Mapping[str, Any]) -> Article:
    return Article(
        headline=row["headline"],
        link=row["link"],
        outlet=row["outlet"],
        published=read_when(row["published"], ZoneInfo(settings.SITE["time_zone"])),
        language="en",
        topics=tuple(row["topics"]),
    )


def _stated(row: Mapping[str, Any], source: Article) -> int:
    work = resolve_work(f"demo:{row['work']}")
    typed = {**row["typed"], "source": source.outlet, "link": source.link}
    kind = kind_named(row["kind"])
    assert kind is not None, f"there is no kind of facts called {row['kind']}"
    return enter_fact(kind, work.id, typed, ACTOR).seq


def _words(row: Mapping[str, Any]) -> Stated:
    return Stated(**{name: said for name, said in row.items() if name not in ("story", "fact")})


def _append(draft: Draft) -> int:
    with writing(ACTOR) as writer:
        return writer.append_one(draft).seq
