"""The page on which reviews are entered one after the other, by keyboard alone."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import re_path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clapometer.catalogue.models import Work
from clapometer.desk.guessing import Guess, guess_reviewer
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.rehearsing import effect_of
from clapometer.desk.reviewing import UNCHANGED, enter_review
from clapometer.desk.submissions import new_token
from clapometer.ledger.reading import read_some
from clapometer.site.addresses import work_address

from .acting import actor_of
from .effects import EffectWords, told_effect
from .inputs import complaints
from .reviewinputs import review_inputs, typed_in
from .reviewreading import Reading, read_typed
from .sittings import sitting

# What was typed may lie in these, and nothing of it is lost when the page comes again.
_SAVE, _PREVIEW, _READ = "save", "preview", "read"


@require_http_methods(["GET", "HEAD", "POST"])
def review_add(request: HttpRequest, number: int) -> HttpResponse:
    """Return the page that enters reviews of a work; sent back, it saves, or shows what it would.

    `do` says which: save (also by Enter), preview, or read, which answers the page's script.
    """
    work = get_object_or_404(Work.objects.select_related("parent"), id=number)
    typed = typed_in(request)
    if request.method != "POST":
        return _fresh(request, work, typed)
    guess = _guess(request, typed)
    if request.POST.get("do") == _READ:
        reading = read_typed(work, _with(typed, guess), actor_of(request), live=True)
        context = {"reading": reading, "guess": guess}
        return render(request, "desk/review_reading.html", context)
    if request.POST.get("do") == _PREVIEW or guess != Guess():
        # What was guessed is shown before it is saved.
        return _preview(request, work, _with(typed, guess), guessed=guess != Guess())
    return _save(request, work, typed)


def _guess(request: HttpRequest, typed: dict[str, str]) -> Guess:
    """Return what is guessed of the reviewer; once it was looked at, what is empty stays so."""
    if request.POST.get("looked"):
        return Guess()
    found = guess_reviewer(typed["link"], typed["outlet"], typed["critic"])
    # Being a top critic is guessed along with a name, never alone.
    return found if found.outlet or found.critic else Guess()


def _with(typed: dict[str, str], guess: Guess) -> dict[str, str]:
    told = {"outlet": guess.outlet, "critic": guess.critic, "top": "yes" if guess.top else ""}
    return typed | {name: typed[name] or value for name, value in told.items()}


def _fresh(request: HttpRequest, work: Work, typed: dict[str, str]) -> HttpResponse:
    """Return the empty form, with what the last one did."""
    typed = typed | {"date": typed["date"] or "today"}
    return _page(request, work, typed, done=_done(request, work))


def _preview(
    request: HttpRequest, work: Work, typed: dict[str, str], *, guessed: bool
) -> HttpResponse:
    reading = read_typed(work, typed, actor_of(request))
    context = {"reading": reading, "looked": "yes", "guessed": guessed}
    return _page(request, work, typed, refusal=reading.refusal, **context)


def _save(request: HttpRequest, work: Work, typed: dict[str, str]) -> HttpResponse:
    token = request.POST.get("token", "")
    try:
        entered = enter_review(work, typed, actor_of(request), token)
    except EntryRefused as refusal:
        looked = request.POST.get("looked", "")
        return _page(request, work, typed, refusal=refusal, looked=looked)
    if entered.became == UNCHANGED:
        told = _("The record says exactly this already; nothing was written.")
        return _page(request, work, _blank(typed), told=told)
    query = urlencode({"entered": entered.seq, "as": entered.became, "date": typed["date"]})
    return HttpResponseRedirect(f"{reverse('review_add', args=[work.id])}?{query}")


def _blank(typed: dict[str, str]) -> dict[str, str]:
    """Return the next form: empty, but of the same day."""
    return dict.fromkeys(typed, "") | {"date": typed["date"]}


def _page(
    request: HttpRequest,
    work: Work,
    typed: dict[str, str],
    refusal: EntryRefused | None = None,
    **more: object,
) -> HttpResponse:
    # What is ready to be saved is saved by the next Enter: the cursor then stands on the button.
    inputs = review_inputs(typed, refusal, starts=bool(refusal) or "reading" not in more)
    context = {
        "work": work,
        "work_url": work_address(work),
        "inputs": inputs,
        "complaints": complaints(inputs),
        "refusal": refusal.of("") if refusal else "",
        "token": request.POST.get("token") if refusal else new_token(),
        "undone": "undone" in request.GET,
        **_sitting(request, work),
        **more,
    }
    return render(request, "desk/review_add.html", context, status=400 if refusal else 200)


def _sitting(request: HttpRequest, work: Work) -> dict[str, object]:
    """Return what was entered so far, and which of it the key takes back."""
    sent = sitting(actor_of(request))
    here = reverse("review_add", args=[work.id])
    latest = next((one.seq for one in sent if not one.undone), None)
    return {"sitting": sent, "here": f"{here}?undone", "latest": latest}


def _done(request: HttpRequest, work: Work) -> tuple[str, EffectWords] | None:
    """Return what the form before this one became and did to the score, if it is told."""
    number = request.GET.get("entered", "")
    if not (number.isascii() and number.isdigit() and len(number) <= 15):
        return None
    entry = read_some([int(number)]).get(int(number))
    if entry is None or entry.actor != actor_of(request) or entry.data.get("work") != work.id:
        return None
    became = Reading.word(request.GET.get("as", ""))
    return became, told_effect(effect_of(work, entry.recorded_at))


PATTERNS = [
    re_path(r"^work/w(?P<number>[0-9]{1,15})/review/add$", review_add, name="review_add"),
]
