"""The kinds of entries about outlets, critics, reviews, and the rules they are scored by."""

from __future__ import annotations

from clapometer.ledger.kinds import EntryKind

_WORK = {"work": "the number of the work"}
_MARKED = {**_WORK, "reason": "why, in public"}
_ENTRY = {"entry": "the number of the entry that was taken back"}
_SAYING = {
    **_WORK,
    "said": "what the review says, see below",
    "digest": "a fingerprint of it, quote included, by which the same row is known again",
}
_WORDS = {"quote": "a sentence of the review"}

# What stands in `said`.
SAID = {
    "positive": "the verdict, true or false; left out where it is not known",
    "verdict_by": "who set the verdict, see below",
    "dated": "how exactly the time is known, see below",
    "grade": "the grade as printed",
    "value": "its reading, in ten-thousandths of the scale",
    "scale": "the scale it was read on",
    "reading": "the rule that read it",
    "unread": "why it was not read, a code",
    "top": "true, if the review is by a top critic",
    "first_episodes": "true, if the review judges the first episodes only",
    "link": "where the review stands",
}
ENTRY_KINDS = {
    "outlet.added": EntryKind("an outlet was named for the first time", {"name": "its name"}),
    "outlet.corrected": EntryKind(
        "the name of an outlet was corrected",
        {"name": "its name from now on", "before": "the number of the entry that named it before"},
    ),
    "outlet.undone": EntryKind(
        "the entry that added an outlet, or one that corrected its name, was taken back", _ENTRY
    ),
    "critic.added": EntryKind(
        "a critic was named for the first time", {}, {"name": "the critic's name"}
    ),
    "critic.corrected": EntryKind(
        "the name of a critic was corrected",
        {"before": "the number of the entry that named the critic before"},
        {"name": "the critic's name from now on"},
    ),
    "critic.undone": EntryKind(
        "the entry that added a critic, or one that corrected the name, was taken back", _ENTRY
    ),
    "review.posted": EntryKind(
        "a review came in",
        {
            **_SAYING,
            "critic": "the number of the critic; left out where none is named",
            "outlet": "the number of the outlet; left out where none is named",
            "mark": "what tells the reviews of unnamed critics apart",
        },
        _WORDS,
    ),
    "review.revised": EntryKind("the reviewer changed the review", _SAYING, _WORDS),
    "review.withdrawn": EntryKind("the reviewer took the review back", _MARKED),
    "review.excluded": EntryKind("an editor took the review out of the score", _MARKED),
    "review.restored": EntryKind("an exclusion or withdrawal was taken back", _MARKED),
    "rule.adopted": EntryKind(
        "the site adopted a rule, in force from the time at which it happened on; without a time,"
        " from the beginning",
        {
            "name": "the rule's name",
            "digest": "the SHA-256 of what decides numbers in it",
            "data": "the whole rule, as in its TOML file, with the values of its parameters",
            "reason": "why, in public; may be empty",
        },
    ),
    "rule.undone": EntryKind("an adoption was taken back", {**_ENTRY, "reason": "why, in public"}),
    "review.undone": EntryKind(
        "an entry about the review was taken back as if it had not been made", {**_WORK, **_ENTRY}
    ),
    "scale.confirmed": EntryKind(
        "a person confirmed on which scale somebody's grades are",
        {
            "outlet": "the number of the outlet; left out where it is about a critic anywhere",
            "critic": "the number of the critic; left out where it is about a whole outlet",
            "scale": "the scale",
            "from": "the first instant it holds for, in microseconds since 1970; left out: always",
            "until": "the last instant it holds for, likewise",
            "evidence": "what spoke for it and against it, as it was told",
        },
    ),
    "scale.undone": EntryKind(
        "a confirmed scale was taken back", {**_ENTRY, "reason": "why, in public"}
    ),
}
