"""Short ways to tell a made-up story to the ledger."""

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.ledger.writing import writing
from clapometer.reviews.contents import Content
from clapometer.reviews.drafts import (
    Reviewer,
    adoption_undone,
    critic_added,
    entry_undone,
    outlet_added,
    review_marked,
    review_posted,
    review_said,
    rule_adopted,
)
from clapometer.reviews.rulebook import find_data
from clapometer.scoring.rules import rule_from

DAY = 86_400_000_000
START = 1_780_000_000_000_000


class Story:
    """A made-up work with critics 0, 1, 2 … in outlets 0, 1, 2 …, and what each says when."""

    def __init__(self, kind="season", **facts):
        with writing("story", recorded_at=START) as writer:
            draft = work_added(kind=kind, title="A Made-up Work", year=2026, **facts)
            self.work_id = writer.append_one(draft).seq
        self.critics, self.outlets, self.reviews = {}, {}, {}

    @property
    def work(self):
        return Work.objects.get(id=self.work_id)

    def post(self, critic, positive, day=0, outlet=None, recorded=None, **content):
        """Write what a critic says; a second time about the same work revises it."""
        content.setdefault("happened_at", None if day is None else START + day * DAY)
        content.setdefault("dated", "unknown" if day is None else "day")
        said = Content(positive=positive, **content)
        outlet = critic if outlet is None else outlet
        with self._writing(recorded) as writer:
            reviewer = Reviewer(
                self._named(writer, self.critics, critic, critic_added, "Invented Critic"),
                self._named(writer, self.outlets, outlet, outlet_added, "Invented Outlet"),
                self.work_id,
            )
            if reviewer in self.reviews:
                draft = review_said("revised", self.reviews[reviewer], reviewer, said)
                return writer.append_one(draft).seq
            entry = writer.append_one(review_posted(reviewer, said))
            self.reviews[reviewer] = entry.seq
            return entry.seq

    def mark(self, kind, critic, day=0, reason="made-up reason", recorded=None):
        """Withdraw, exclude or restore a critic's first review."""
        happened_at = START + day * DAY
        with self._writing(recorded) as writer:
            draft = review_marked(kind, self.review_of(critic), self.work_id, happened_at, reason)
            return writer.append_one(draft).seq

    def undo(self, critic, seq):
        """Take one entry about a critic's review back."""
        with self._writing(None) as writer:
            subject = f"review:{self.review_of(critic)}"
            writer.append_one(entry_undone("review.undone", subject, seq, self.work_id))

    def adopt(self, name, day=None, recorded=None, **values):
        """Adopt a rule from a day on, None: from the beginning; returns the entry's position."""
        since = None if day is None else START + day * DAY
        data = find_data(name, values)
        with self._writing(recorded) as writer:
            draft = rule_adopted(rule_from(data), data, since, "made-up reason")
            return writer.append_one(draft).seq

    def unadopt(self, seq, recorded=None):
        """Take the adoption in an entry back."""
        with self._writing(recorded) as writer:
            return writer.append_one(adoption_undone(seq, "made-up reason")).seq

    def review_of(self, critic):
        key = self.critics[critic]
        return next(id_ for reviewer, id_ in self.reviews.items() if reviewer.critic == key)

    def _writing(self, recorded):
        return writing("story", recorded_at=None if recorded is None else START + recorded * DAY)

    def _named(self, writer, known, number, draft, prefix):
        if number not in known:
            name = f"{prefix} {number} of story {self.work_id}"
            known[number] = writer.append_one(draft(name)).seq
        return known[number]
