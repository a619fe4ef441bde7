"""Pages that hold no data of works: about, rules, the robots file, the icon."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clapometer.reviews.rulebook import all_rules, find_rule
from clapometer.reviews.scoreboard import in_force, site_rule
from clapometer.scoring.describe import describe
from clapometer.scoring.rules import Rule, RuleRefused, RuleUnknown, canonical
from clapometer.site.freshness import fresh
from clapometer.site.periods import periods_of

ROBOTS = "User-agent: *\nAllow: /\nDisallow: /search\nDisallow: /entry/\nDisallow: /follow/\n"
# The four sentences that hold the house, in plain words.
SENTENCES = (
    (
        _("Every fact is written down once, in order, and stays."),
        _(
            "Each review, change of mind, correction and exclusion is an entry in a ledger that is"
            " only ever added to. Every page is worked out from it and could be worked out again."
        ),
    ),
    (
        _("A score is a count, read by a published rule, at an instant."),
        _(
            "The count is of reviews in favour and against. The rule says who counts, when"
            " there are enough, and how the number is rounded. Both are shown beside every score."
        ),
    ),
    (
        _("There are two clocks."),
        _(
            "When a critic published, and when this site learned of it. “What was the score on"
            " Friday?” and “What did this page show on Friday?” are two questions. Both have an"
            " answer here, and each answer has an address."
        ),
    ),
    (
        _("Nothing is overwritten."),
        _(
            "A correction is a new entry that says who made it, when and why. Personal text can be"
            " erased, because it lies beside the ledger; the ledger keeps only its fingerprint."
        ),
    ),
)


@require_safe
@fresh
def about(request: HttpRequest, *, position: int) -> HttpResponse:
    """Return the page about this site."""
    return render(request, "site/about.html", {"sentences": SENTENCES, "position": position})


@require_safe
@fresh
def rules(request: HttpRequest, *, position: int) -> HttpResponse:
    """Return the list of the rules by which scores can be read here."""
    now = site_rule().digest
    told = [(rule, rule.digest == now, periods_of(rule)) for rule in _listed()]
    return render(request, "site/rules.html", {"rules": told, "position": position})


@require_safe
@fresh
def rule(request: HttpRequest, name: str, *, position: int) -> HttpResponse:
    """Return the page of a rule, from the rule's own data."""
    found = _rule_or_404(name)
    context = {
        "rule": found,
        "told": describe(found),
        "is_default": found.digest == site_rule().digest,
        "periods": periods_of(found),
        "canonical": canonical(found).decode(),
        "others": [one for one in all_rules() if one != found],
        "position": position,
    }
    return render(request, "site/rule.html", context)


def _listed() -> list[Rule]:
    """Return the rules there are, and those that were adopted and have no file any more."""
    rules = list(all_rules())
    names = {rule.name for rule in rules}
    adopted = {one.rule.name: one.rule for one in in_force().adoptions}
    return [*rules, *(rule for name, rule in adopted.items() if name not in names)]


def _rule_or_404(name: str) -> Rule:
    try:
        return find_rule(name)
    except (RuleUnknown, RuleRefused):
        raise Http404 from None


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Return what robots may read."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Send those who ask for the icon at its customary address to where it is."""
    return HttpResponsePermanentRedirect(static("site/icon.svg"))
