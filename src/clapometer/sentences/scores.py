"""Sentences about scores: at an instant, at the debut, what has been since; badge and extremes."""

from __future__ import annotations

from .marking import marked
from .values import BadgeSince, Debut, Extremes, Mark, MeanGrade, ScoreThen, Standing, Verdicts
from .voice import Voice


def reviews(voice: Voice, count: int) -> str:
    """Return a number of reviews, as it stands after "from"."""
    return voice.count("%(n)s review", "%(n)s reviews", count)


def debut(fact: Debut, voice: Voice) -> str:
    """Return the sentence about the first printed score."""
    first = voice.say(
        "%(title)s debuted at %(score)s from %(reviews)s on %(day)s",
        **_stood(fact.title, fact.then, voice),
    )
    return _with_since(first, fact.then, fact.since, voice)


def score_then(fact: ScoreThen, voice: Voice) -> str:
    """Return the sentence about a score at an instant."""
    if fact.then.mark is None:
        return voice.say(
            "%(title)s had no score on %(day)s, with %(reviews)s counted.",
            title=voice.title(fact.title),
            day=voice.day(fact.then.when),
            reviews=reviews(voice, fact.then.reviews),
        )
    first = voice.say(
        "%(title)s stood at %(score)s from %(reviews)s on %(day)s",
        **_stood(fact.title, fact.then, voice),
    )
    return _with_since(first, fact.then, fact.since, voice)


def _stood(title: str, then: Standing, voice: Voice) -> dict[str, str]:
    assert then.mark is not None
    return {
        "title": voice.title(title),
        "score": voice.mark(then.mark),
        "reviews": reviews(voice, then.reviews),
        "day": voice.day(then.when),
    }


def _with_since(first: str, then: Standing, since: Standing | None, voice: Voice) -> str:
    if since is None:
        return f"{first}."
    return voice.say("%(first)s; %(then)s.", first=first, then=_since(then, since, voice))


def _since(then: Standing, since: Standing, voice: Voice) -> str:
    """Return what has become of a score, as the clause that follows it."""
    counted, day = reviews(voice, since.reviews), voice.day(since.when)
    if since.mark is None:
        return voice.say(
            "since then it has lost its score, with %(reviews)s counted (%(day)s)",
            reviews=counted,
            day=day,
        )
    return voice.say(
        _DIRECTIONS[_direction(then.mark, since.mark)],
        score=voice.mark(since.mark),
        reviews=counted,
        day=day,
    )


_DIRECTIONS = {
    "down": marked("it has since fallen to %(score)s from %(reviews)s (%(day)s)"),
    "up": marked("it has since risen to %(score)s from %(reviews)s (%(day)s)"),
    "same": marked("it still stood at %(score)s, from %(reviews)s, on %(day)s"),
    "other": marked(
        "under another rule it has since stood at %(score)s from %(reviews)s (%(day)s)"
    ),
}


def _direction(then: Mark | None, since: Mark) -> str:
    if then is None or then[1:] != since[1:]:
        return "other"
    if then.number == since.number:
        return "same"
    return "up" if since.number > then.number else "down"


def verdicts(fact: Verdicts, voice: Voice) -> str:
    """Return how many reviews were positive."""
    return voice.say(
        "On %(day)s, %(positive)s of %(reviews)s of %(title)s were positive.",
        title=voice.title(fact.title),
        day=voice.day(fact.when),
        positive=voice.figure(fact.positive),
        reviews=voice.count(
            "%(n)s counted review", "%(n)s counted reviews", fact.count, figures=True
        ),
    )


def mean_grade(fact: MeanGrade, voice: Voice) -> str:
    """Return the mean grade."""
    return voice.say(
        "The critics’ grades of %(title)s averaged %(mean)s of 10 from %(reviews)s on %(day)s.",
        title=voice.title(fact.title),
        mean=voice.figure(fact.mean),
        reviews=voice.count("%(n)s graded review", "%(n)s graded reviews", fact.graded),
        day=voice.day(fact.when),
    )


def badge(fact: BadgeSince, voice: Voice) -> str:
    """Return since when a badge is held, or when it was lost."""
    title, name = voice.title(fact.title), voice.quote(fact.badge)
    since, as_of = voice.day(fact.since), voice.day(fact.as_of)
    if fact.held:
        return voice.say(
            "%(title)s has held the badge %(badge)s since %(since)s (as of %(day)s).",
            title=title, badge=name, since=since, day=as_of,
        )  # fmt: skip
    return voice.say(
        "%(title)s lost the badge %(badge)s on %(since)s and had not regained it by %(day)s.",
        title=title, badge=name, since=since, day=as_of,
    )  # fmt: skip


def extremes(fact: Extremes, voice: Voice) -> str:
    """Return the highest and the lowest score."""
    assert fact.high.mark is not None
    assert fact.low.mark is not None
    return voice.say(
        "Up to %(day)s, %(title)s stood highest at %(high)s (%(high_reviews)s, %(high_day)s)"
        " and lowest at %(low)s (%(low_reviews)s, %(low_day)s).",
        title=voice.title(fact.title),
        day=voice.day(fact.as_of),
        high=voice.mark(fact.high.mark),
        high_reviews=reviews(voice, fact.high.reviews),
        high_day=voice.day(fact.high.when),
        low=voice.mark(fact.low.mark),
        low_reviews=reviews(voice, fact.low.reviews),
        low_day=voice.day(fact.low.when),
    )
