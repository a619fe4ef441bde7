"""From a proposal to the ledger and back: what is decided, by whom, and what is written. Every
name is made up."""

from __future__ import annotations

import pytest

from clapometer.catalogue.models import Work
from clapometer.desk.models import Decision, Proposal, Reading
from clapometer.desk.proposals.deciding import AlreadySettled, By, accept, refuse, skip
from clapometer.desk.proposals.proposing import LONGEST_FOLD, Stand, folded, propose
from clapometer.desk.proposals.sweeping import drop_texts, sweep
from clapometer.desk.proposals.takingback import last_of, undo
from clapometer.desk.refusing import EntryRefused
from clapometer.instants import now
from clapometer.ledger.reading import head

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("films")]
ED, OTHER = "member:1", "member:2"
DAY = 86_400_000_000


def put(title, *readings, confidence=0.8, start=0):
    stands = [Stand(one, start, start + 4, "made", confidence, "r", "confirmed", {"title": title})
              for one in readings]  # fmt: skip
    return propose("match", title.casefold(), f"Add {title}", None, {"title": title}, stands)


def test_the_same_statement_of_nine_outlets_is_one_proposal_with_nine_sources(taken_in):
    made = [put("Salt", taken_in(outlet=f"Outlet {n}"), confidence=n / 10) for n in range(9)]
    assert [one.new for one in made] == [True] + [False] * 8
    only = Proposal.objects.get()
    assert only.backings.count() == 9
    assert only.confidence == 0.8
    assert head()[0] == 0


def test_yes_writes_and_says_what_it_wrote(taken_in):
    proposal = put("Salt", taken_in()).proposal
    decision = accept(proposal.id, By(ED))
    work = Work.objects.get()
    assert decision.entries == [work.id]
    assert Proposal.objects.get().state == "accepted"
    with pytest.raises(AlreadySettled) as settled:
        refuse(proposal.id, By(OTHER))
    assert settled.value.decision == decision


def test_what_an_editor_made_of_it_is_what_is_written(taken_in):
    decision = accept(put("Salt", taken_in()).proposal.id, By(ED), {"title": "Salt Road"})
    assert Work.objects.get().title == decision.said["title"] == "Salt Road"


def test_a_form_that_is_sent_twice_decides_once(taken_in):
    proposal = put("Salt", taken_in()).proposal
    first = accept(proposal.id, By(ED, "token"))
    undo(first.id, By(ED, "other"))
    assert accept(proposal.id, By(ED, "token")) == first
    assert Proposal.objects.get().state == "waiting"
    assert undo(first.id, By(ED, "other")).what == "undone"
    assert Decision.objects.count() == 2


def test_what_the_record_refuses_changes_nothing(taken_in):
    proposal = put("Cursed", taken_in()).proposal
    with pytest.raises(EntryRefused, match="cursed"):
        accept(proposal.id, By(ED))
    assert Proposal.objects.get().state == "waiting"
    assert (head()[0], Decision.objects.count()) == (0, 0)


def test_undo_writes_counter_entries_and_the_proposal_waits_again(taken_in):
    decision = accept(put("Salt", taken_in()).proposal.id, By(ED))
    assert last_of(ED) == decision
    undone = undo(decision.id, By(OTHER), "It is  another film.")
    assert not Work.objects.exists()
    assert undone.entries == [head()[0]]
    assert undone.reason == "It is another film."
    assert Proposal.objects.get().state == "waiting"
    assert last_of(ED) is None
    with pytest.raises(EntryRefused):
        undo(decision.id, By(ED))


def test_undone_for_good_it_does_not_come_back(taken_in):
    decision = accept(put("Salt", taken_in()).proposal.id, By(ED))
    undo(decision.id, By(ED), "wrong", back=False)
    assert Proposal.objects.get().state == "undone"


def test_no_and_undo_of_no_write_nothing(taken_in):
    decision = refuse(put("Salt", taken_in()).proposal.id, By(ED), "rumour")
    undo(decision.id, By(ED))
    assert Proposal.objects.get().state == "waiting"
    assert head()[0] == 0


def test_what_was_decided_of_a_source_is_not_asked_again_but_another_source_may(taken_in):
    reading = taken_in()
    proposal = put("Salt", reading).proposal
    refuse(proposal.id, By(ED))
    again = put("Salt", reading)
    assert (again.proposal, again.new, again.backed) == (proposal, False, 0)
    assert put("Salt", taken_in(outlet="Another")).new
    undo(last_of(ED).id, By(ED))
    assert sorted(Proposal.objects.values_list("state", flat=True)) == ["undone", "waiting"]


def test_later_is_the_end_of_the_queue(taken_in):
    first, second = (put(title, taken_in(outlet=title)).proposal for title in ("One", "Two"))
    skip(first.id, By(ED))
    assert list(Proposal.objects.order_by("rank", "id")) == [second, first]


def test_the_fold_is_kept_however_long_it_is():
    long = folded("claim", "x" * 500)
    assert len(long) <= LONGEST_FOLD
    assert long != folded("claim", "x" * 499)
    assert folded("claim", "a") != folded("review", "a")


def test_texts_are_dropped_when_all_is_settled_for_long_enough(taken_in):
    old = now() - 30 * DAY
    waits = taken_in("waits", taken_at=old)
    settled = taken_in("settled", taken_at=old)
    nothing = taken_in("nothing came of it", taken_at=old)
    put("Salt", waits, settled)
    other = put("Road", settled, start=9).proposal
    refuse(other.id, By(ED))
    assert drop_texts(14) == 1
    assert Reading.objects.get(id=nothing.id).text == ""
    refuse(Proposal.objects.get(state="waiting").id, By(ED))
    assert drop_texts(14) == 0
    assert drop_texts(14, now() + 15 * DAY) == 2
    assert drop_texts(14, now() + 15 * DAY) == 0
    assert not Reading.objects.exclude(text="").exists()


def test_of_what_was_refused_no_words_are_kept_of_what_was_accepted_the_quote(taken_in):
    reading = taken_in("old", taken_at=now() - 30 * DAY)
    accept(put("Salt", reading).proposal.id, By(ED))
    refuse(put("Road", reading, start=9).proposal.id, By(ED))
    drop_texts(14, now() + 15 * DAY)
    quotes = Proposal.objects.order_by("id").values_list("state", "backings__quote")
    assert list(quotes) == [("accepted", "made"), ("refused", "")]


@pytest.mark.parametrize(("days", "left"), [("3", 0), ("30", 1), ("soon", 1)])
def test_the_site_says_how_long_a_text_lies_on_the_desk(taken_in, settings, days, left):
    taken_in("old", taken_at=now() - 10 * DAY)
    settings.SITE = {**settings.SITE, "text_days": days}
    sweep()
    assert Reading.objects.exclude(text="").count() == left
