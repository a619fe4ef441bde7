"""What can be followed, in words: the title of a thing that a key names, and its page.

A key of a work that was merged into another record, and of a query with its parameters in another
order, has one proper spelling, so that all who follow the same thing share a key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from clapometer.alerts.targets import Key, KeyRefused, read_key
from clapometer.catalogue.models import Person, Work
from clapometer.queries.parameters import QueryRefused, read_values
from clapometer.queries.table import QUERIES, query_named
from clapometer.reviews.models import Critic, Outlet
from clapometer.stories.models import Topic

from .refused import FollowRefused


class Named(NamedTuple):
    """A thing that can be followed: its proper key without a condition, title, and path.

    `url` is empty where there is no such page (any more).
    """

    key: Key
    title: str
    url: str


def named(text: str) -> tuple[Key, Named]:
    """Return the proper key that a text means, with its condition, and what it is about.

    Raises FollowRefused where the text is no key, or there is no such thing on this site.
    """
    try:
        asked = read_key(text)
    except KeyRefused as refusal:
        raise FollowRefused(str(refusal)) from None
    found = names_of([asked])[asked]
    if not found.url:
        raise FollowRefused(
            _("There is nothing here that “%(key)s” means; look for it by name.") % {"key": asked}
        )
    return found.key._replace(sign=asked.sign, value=asked.value), found


def names_of(keys: Iterable[Key]) -> dict[Key, Named]:
    """Return what each key is about: one question to the database for each kind of thing."""
    wanted: dict[str, dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for key in keys:
        wanted[key.target][key.name].append(key)
    found: dict[Key, Named] = {}
    for target, by_name in wanted.items():
        told = _NAMING[target](target, list(by_name)) if target in _NAMING else {}
        for name, spelled in by_name.items():
            plain = Named(Key(target, name), _("(no longer here: %(key)s)")
                          % {"key": Key(target, name)}, "")  # fmt: skip
            found.update(dict.fromkeys(spelled, told.get(name, plain)))
    return found


def _works(target: str, names: list[str]) -> dict[str, Named]:
    works = Work.objects.in_bulk([int(name) for name in names])
    merged = {one.merged_into for one in works.values()} - {None, *works}
    works |= Work.objects.in_bulk(merged)
    found = {}
    for name in names:
        work = works.get(int(name))
        while work is not None and work.merged_into is not None:
            work = works.get(work.merged_into) or Work.objects.filter(id=work.merged_into).first()
        if work is not None:
            url = reverse("work", args=[work.id, work.slug])
            found[name] = Named(Key(target, str(work.id)), str(work), url)
    return found


def _people(target: str, names: list[str]) -> dict[str, Named]:
    ids, found = [int(name) for name in names], {}
    for one in _PEOPLE[target]._default_manager.filter(id__in=ids):
        title = one.name or _("(name erased, person %(number)s)") % {"number": one.id}
        found[str(one.id)] = Named(
            Key(target, str(one.id)), title, reverse(target, args=[one.id, one.slug])
        )
    return found


def _topics(target: str, names: list[str]) -> dict[str, Named]:
    return {
        slug: Named(Key(target, slug), one.title, reverse("topic", args=[slug]))
        for slug, one in Topic.objects.in_bulk(names).items()
    }


def _queries(target: str, names: list[str]) -> dict[str, Named]:
    found = {}
    for name in names:
        query, _mark, asked = name.partition("?")
        try:
            values = read_values(query_named(query).parameters, dict(parse_qsl(asked)))
        except QueryRefused:
            continue
        chosen = urlencode(sorted(_chosen(query, values).items()))
        proper = f"{query}?{chosen}" if chosen else query
        page = reverse("query", args=[query]) + (f"?{chosen}" if chosen else "")
        title = _(QUERIES[query].title)
        found[name] = Named(Key(target, proper), _with(title, chosen), page)
    return found


def _chosen(query: str, values: dict[str, int]) -> dict[str, int]:
    """Return the parameters that are not left at what they are by themselves."""
    usual = {one.name: one.default for one in QUERIES[query].parameters}
    return {name: value for name, value in values.items() if value != usual[name]}


def _with(title: str, chosen: str) -> str:
    return f"{title} ({chosen.replace('&', ', ').replace('=', ' ')})" if chosen else title


_PEOPLE: dict[str, type[Person | Critic | Outlet]] = {
    "person": Person, "critic": Critic, "outlet": Outlet,
}  # fmt: skip
_NAMING: dict[str, Callable[[str, list[str]], dict[str, Named]]] = {
    "work": _works, "person": _people, "critic": _people, "outlet": _people, "query": _queries,
    "topic": _topics,
}  # fmt: skip
