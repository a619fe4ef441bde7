"""Adding and correcting facts of every kind, by forms drawn from the table of their fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, re_path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from clapometer.accounts.reading import actor_of
from clapometer.alerts.editing.foretelling import Foretold, foretold
from clapometer.alerts.editing.holding import hold_ahead
from clapometer.alerts.notices.about import name_of
from clapometer.catalogue.models import Work
from clapometer.desk.entering import (
    Reading,
    enter_correction,
    enter_fact,
    equal_facts,
    look_at,
    once,
)
from clapometer.desk.submissions import new_token, written_by
from clapometer.facts.drafts import Told
from clapometer.facts.kinds import FactKind, kind_named
from clapometer.facts.reading import Fact, versions_of
from clapometer.facts.typed import FactRefused, Problem
from clapometer.instants import now
from clapometer.site.addresses import fact_address, work_address
from clapometer.site.factpage import Difference, differences
from clapometer.site.factwords import Named, line_of, names_in
from clapometer.site.views.refusals import refuse

from .drafts import START, shown_draft, started
from .factinputs import inputs_of, typed_in, typed_of
from .inputs import complaints
from .reaching import ahead_words
from .returning import saved, where_back

_METHODS = require_http_methods(["GET", "HEAD", "POST"])


@_METHODS
def add(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """Show the form of a kind of fact about a work; sent back, state the fact."""
    found = get_object_or_404(Work.objects.select_related("parent"), id=number)
    known = _kind_or_404(kind)
    if found.kind not in known.about:
        raise Http404
    return _add(request, known, found)


@_METHODS
def add_alone(request: HttpRequest, kind: str) -> HttpResponse:
    """The same for a fact that is about nothing else, such as a person."""
    known = _kind_or_404(kind)
    if known.about:
        raise Http404
    return _add(request, known, None)


def _kind_or_404(name: str) -> FactKind:
    kind = kind_named(name)
    if kind is None:
        raise Http404
    return kind


def _add(request: HttpRequest, kind: FactKind, work: Work | None) -> HttpResponse:
    about, sent = work.id if work else 0, request.POST
    actor, token = actor_of(request), sent.get("token", "")
    given = sent if request.method == "POST" else request.GET
    typed = started(kind, work, typed_in(kind, given.dict()), sent.get("step", ""))
    back = where_back(request, work_address(work) if work else "")
    form = _Form(request, kind, work, typed, back or reverse("home"))
    if request.method != "POST" or sent.get("step") == START:
        return form.page()
    entry = written_by(token, actor)
    if entry:
        return saved(back or fact_address(entry), entry)
    try:
        reading = look_at(kind, about, typed)
        there = [] if sent.get("again") or reading.fresh else equal_facts(kind, about, reading.told)
        if there:
            return form.page(there=there, status=409)
        ahead = _ahead(kind, work, reading)
        if ahead and sent.get("step") != "save":
            return form.page(ahead=ahead)
        entry = once(actor, token, lambda: _stated(request, kind, about, typed))
    except FactRefused as refused:
        return form.page(refused.problems, status=400)
    return saved(back or fact_address(entry), entry)


def _ahead(kind: FactKind, work: Work | None, reading: Reading) -> Foretold | None:
    """Return what saying it would lead to, None where nobody would be told."""
    told = reading.told
    return foretold(kind.name, work, told.said, told.happened_at, now()) if work else None


def _stated(request: HttpRequest, kind: FactKind, about: int, typed: Mapping[str, str]) -> int:
    """State the fact, and hold what would be told of it if that was asked for."""
    actor = actor_of(request)
    seq = enter_fact(kind, about, typed, actor).seq
    if request.POST.get("hold"):
        hold_ahead(name_of("fact", seq), actor, now())
    return seq


@_METHODS
def correct(request: HttpRequest, number: int) -> HttpResponse:
    """Show a fact in its form; sent back, show what would change, then change it."""
    fact, kind = fact_or_404(int(number))
    if fact.until is not None:
        return refuse(request, _("This was taken back; put it back first."), status=409)
    return _Correction(request, fact, kind).answer()


def fact_or_404(number: int) -> tuple[Fact, FactKind]:
    """Return the last version of a fact and its kind."""
    versions = versions_of(number)
    kind = kind_named(versions[-1].kind) if versions else None
    if kind is None:
        raise Http404
    return versions[-1], kind


class _Correction:
    """One step of correcting a fact: the form, what it would change, the change."""

    def __init__(self, request: HttpRequest, fact: Fact, kind: FactKind) -> None:
        work = Work.objects.select_related("parent").filter(id=fact.about).first()
        before = typed_of(kind, Told(fact.said, fact.happened_at))
        sent = request.POST.dict() if request.method == "POST" else {}
        self._request, self._fact, self._kind, self._sent = request, fact, kind, sent
        step = sent.get("step", "")
        self._typed = started(kind, work, typed_in(kind, sent), step) if sent else before
        self._back = where_back(request, fact_address(fact.id))
        self._form = _Form(request, kind, work, self._typed, self._back, fact)

    def answer(self) -> HttpResponse:
        """Return the page of this step, or the way back after the last."""
        if self._request.method != "POST" or self._sent.get("step") == START:
            return self._form.page()
        entry = written_by(self._sent.get("token", ""), actor_of(self._request))
        if entry:
            return saved(self._back, entry)
        try:
            reading = look_at(self._kind, self._fact.about, self._typed)
            changes = self._changes(reading)
            if not changes:
                return self._form.page([Problem("", _("Nothing is changed yet."))], status=400)
            if self._sent.get("version") != str(self._fact.seq):
                return self._form.page([Problem("", self._overtaken())], status=409)
            if self._sent.get("step") != "save":
                return self._form.page(changes=changes)
            return self._save()
        except FactRefused as refused:
            return self._form.page(refused.problems, status=400)

    def _save(self) -> HttpResponse:
        actor = actor_of(self._request)

        def write() -> int:
            entry = enter_correction(self._kind, self._fact.id, self._typed, actor)
            return entry.seq if entry else self._fact.seq

        return saved(self._back, once(actor, self._sent.get("token", ""), write))

    def _changes(self, reading: Reading) -> list[Difference]:
        told = reading.told
        after = self._fact._replace(said=told.said, happened_at=told.happened_at)
        names = names_in(self._kind, [self._fact, after])
        for one in reading.fresh:
            new = _("%(name)s (new)") % {"name": one.name}
            names[one.kind.name, one.number] = Named(new, "")
        return differences(self._kind, self._fact, after, names)

    def _overtaken(self) -> str:
        return _("Somebody has corrected this since you opened it; look at it once more.")


class _Form:
    """The page with the form of a fact, new or there already."""

    def __init__(
        self,
        request: HttpRequest,
        kind: FactKind,
        work: Work | None,
        typed: Mapping[str, str],
        back: str,
        fact: Fact | None = None,
    ) -> None:
        self._request, self._kind, self._work = request, kind, work
        self._typed, self._back, self._fact = typed, back, fact

    def page(
        self,
        problems: Sequence[Problem] = (),
        *,
        there: Sequence[Fact] = (),
        changes: Sequence[Difference] = (),
        ahead: Foretold | None = None,
        status: int = 200,
    ) -> HttpResponse:
        """Return the page, with what is wrong, with equal facts, with what would change, or with
        who would be told."""
        sent, given = self._request.POST, self._request.GET
        inputs = inputs_of(self._kind, self._typed, problems)
        whole = [problem.sentence for problem in problems if not problem.field]
        context = {
            "kind": self._kind,
            "title": _(self._kind.title),
            "work": self._work,
            "fact": self._fact,
            "line": line_of(self._fact) if self._fact else "",
            "inputs": inputs,
            "complaints": complaints(inputs),
            "refusal": " ".join(whole),
            "there": [(line_of(one), fact_address(one.id)) for one in there],
            "changes": changes,
            "ahead": ahead_words(ahead) if ahead else "",
            "waits": ahead.waits if ahead else False,
            "again": sent.get("again", ""),
            "back": self._back,
            "next": sent.get("next") or given.get("next", ""),
            "token": sent.get("token") or new_token(),
            "path": self._request.path,
            "draft": shown_draft(self._kind, self._work),
        }
        return render(self._request, "desk/fact_form.html", context, status=status)


_ID = r"(?P<number>[0-9]{1,15})"
_KIND = r"(?P<kind>[-a-z0-9_]{1,30})"
PATTERNS: list[URLPattern] = [
    re_path(rf"^work/w{_ID}/add/{_KIND}$", never_cache(add), name="fact_add"),
    re_path(rf"^add/{_KIND}$", never_cache(add_alone), name="fact_add_alone"),
    path("people/add", never_cache(add_alone), {"kind": "person"}, name="person_add"),
    re_path(rf"^fact/{_ID}/correct$", never_cache(correct), name="fact_correct"),
    re_path(rf"^person/{_ID}/correct$", never_cache(correct), name="person_correct"),
]
