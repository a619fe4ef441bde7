"""The kinds of entries about stories. The text of a story is in none of them."""

from __future__ import annotations

from clapometer.ledger.kinds import EntryKind

_SAID = {
    "link": "its address; empty for a text that has none",
    "outlet": "who published it, as printed; empty where that is not known",
    "dated": "how exactly the time of publication is known, as of a fact",
    "language": "the language of the story, a BCP 47 code; empty where it is not known",
    "topics": "the topics that it bears, as printed, a list",
}
_HEADLINE = {"headline": "its headline"}
ENTRY_KINDS = {
    "story.posted": EntryKind("a story was published; its text is not kept", _SAID, _HEADLINE),
    "story.corrected": EntryKind(
        "what is said of a story was corrected; what is not named stays",
        {**_SAID, "before": "what it was; `happened_at` where the time was changed"},
        _HEADLINE,
    ),
    "story.undone": EntryKind(
        "a story was taken back, with all that it supports", {"reason": "why, in public"}
    ),
    "story.supports": EntryKind(
        "a story states a fact of this site",
        {
            "fact": "the number of the fact",
            "as_of": "which number of a counter it is, where the fact is a counter: the day or the "
            "instant; left out otherwise",
            "claim": "the kind of claim that was read from the story",
            "season": "the season that the story speaks of, or null",
            "modality": "how the story states it, a word of the table of modalities",
            "printed": "the value as the story prints it",
        },
        {"quote": "the words it stands on, cut to what the site may quote"},
    ),
    "story.unsupported": EntryKind(
        "that a story states a fact was taken back",
        {"entry": "the number of the entry that was taken back", "reason": "why, in public"},
    ),
    "contradiction.settled": EntryKind(
        "an editor settled that sources disagree: what they say stands as printed",
        {"facts": "the numbers of the facts, in order", "reason": "why, in public"},
    ),
    "contradiction.undone": EntryKind(
        "that a contradiction was settled was taken back", {"reason": "why, in public"}
    ),
}
