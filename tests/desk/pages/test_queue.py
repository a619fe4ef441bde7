"""The pages of the queue, without a script: what is shown, what a button does. All is made up."""

from __future__ import annotations

import hashlib
import re

import pytest
from django.test import Client

from clapometer.accounts.models import Member
from clapometer.accounts.roles import EDITOR
from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.models import Decision, Proposal, Reading
from clapometer.desk.proposals.knownreviews import held_by
from clapometer.desk.proposals.naming import Named
from clapometer.desk.proposals.proposing import Stand
from clapometer.desk.proposals.reviewproposing import propose_review
from clapometer.instants import now
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db
TEXT = "A long road. It tastes of salt, and <script>alert(1)</script> no more. The end."
QUOTE = "It tastes of salt"


@pytest.fixture
def salt(db) -> Work:
    with writing("member:0") as writer:
        draft = work_added(kind="film", title="Salt Road", year=2023)
        return Work.objects.get(id=writer.append_one(draft).seq)


def put(outlet="Made-up Mail", grade="4/5", confidence=0.8, named=None, critic="Wanda Invented"):
    reading = Reading.objects.create(
        how="paste", digest=hashlib.sha256(outlet.encode() + grade.encode()).hexdigest(), text=TEXT,
        outlet=outlet, headline=f"Salt in {outlet}", published="2023-08-04", taken_at=now(),
        taken_by="member:1", state="read", link=f"https://{len(outlet)}.made-up.example/salt",
    )  # fmt: skip
    typed = {"grade": grade, "critic": critic, "outlet": outlet, "date": "2023-08-04",
             "link": reading.link, "quote": QUOTE}  # fmt: skip
    at = TEXT.index(QUOTE)
    stand = Stand(reading, at, at + len(QUOTE), QUOTE, confidence, "json-ld", "confirmed", typed)
    return propose_review(named or Named("Salt Road", 2023, "film"), typed, stand).proposal


def sent(client, path, **fields):
    return client.post(path, fields, follow=True)


def test_an_empty_queue_says_so_and_where_to_begin(editor):
    page = editor.get("/desk/queue").content.decode()
    assert "Nothing waits." in page
    assert 'href="/desk/take"' in page


def test_the_source_stands_beside_the_record_with_its_words_marked(editor, salt):
    put()
    page = editor.get("/desk/queue").content.decode()
    assert f"<mark>{QUOTE}</mark>" in page
    assert "&lt;script&gt;alert(1)" in page
    assert "A new review." in page
    assert "4/5 → 8.0/10" in page
    assert "sure, 80&nbsp;%" in page
    assert head()[0] == salt.id


def test_yes_writes_and_goes_on_to_the_next(editor, salt):
    first, second = put(), put("Another Mail")
    answer = sent(editor, f"/desk/queue/{first.id}", do="accept", token="t1")
    assert answer.redirect_chain[-1][0].startswith(f"/desk/queue/{second.id}")
    assert "Accepted: " in answer.content.decode()
    assert held_by(salt.id, "Wanda Invented", "Made-up Mail")
    # The same form again, by the way back in the browser, decides nothing.
    sent(editor, f"/desk/queue/{first.id}", do="accept", token="t1")
    assert Decision.objects.count() == 1


def test_no_later_and_undo(editor, salt):
    one = put()
    sent(editor, f"/desk/queue/{one.id}", do="later", token="a")
    sent(editor, f"/desk/queue/{one.id}", do="refuse", token="b", reason="a hoax")
    assert Proposal.objects.get().state == "refused"
    page = sent(editor, "/desk/queue/undo", token="c").content.decode()
    assert "Undone; it waits here again." in page
    assert Proposal.objects.get().state == "waiting"


def test_two_editors_at_once_the_second_is_told_and_goes_on(editor, salt):
    one, second = put(), put("Another Mail")
    other = Client(headers={"host": "localhost"})
    other.force_login(Member.objects.create(email="b@made-up.example", name="Bo", role=EDITOR))
    sent(other, f"/desk/queue/{one.id}", do="refuse", token="o")
    answer = sent(editor, f"/desk/queue/{one.id}", do="accept", token="m")
    assert "is settled: refused, by Bo" in answer.content.decode()
    assert answer.redirect_chain[-1][0].startswith(f"/desk/queue/{second.id}")
    assert held_by(salt.id, "Wanda Invented", "Made-up Mail") is None


def test_edited_it_is_accepted_as_edited_and_what_is_wrong_is_said(editor, salt):
    one = put()
    path = f"/desk/queue/{one.id}/edit"
    fields = {"work": "Salt Road", "critic": "Wanda Invented", "outlet": "Made-up Mail",
              "grade": "3/5", "date": "nonsense", "verdict": "", "quote": ""}  # fmt: skip
    wrong = editor.post(path, fields | {"do": "accept", "token": "t"})
    assert wrong.status_code == 400
    assert 'value="3/5"' in wrong.content.decode()
    assert 'id="in-date-wrong"' in wrong.content.decode()
    ids = re.findall(r' id="([^"]+)"', wrong.content.decode())
    assert len(ids) == len(set(ids))
    sent(editor, path, **(fields | {"date": "2023-08-05", "do": "accept", "token": "t"}))
    assert held_by(salt.id, "Wanda Invented", "Made-up Mail").typed["grade"] == "3/5"


def test_an_answer_is_chosen_and_if_more_is_missing_asked_on(editor):
    one = put(grade="", named=Named("Nobody Knows", 2001, "film"))
    page = editor.get("/desk/queue").content.decode()
    assert 'value="choose 1"' in page
    assert 'data-key="y"' not in page
    sent(editor, f"/desk/queue/{one.id}", do="choose 9", token="x")
    assert Proposal.objects.get().said["work"] == ""
    sent(editor, f"/desk/queue/{one.id}/edit", work="new", grade="", verdict="read-negative",
         critic="W", outlet="M", do="keep", token="y")  # fmt: skip
    assert Proposal.objects.get().state == "waiting"
    sent(editor, f"/desk/queue/{one.id}", do="accept", token="z")
    assert Work.objects.get().title == "Nobody Knows"


def test_filters_show_what_is_of_their_sort_and_stay_while_going_on(editor, salt):
    sure, unsure = put(confidence=0.95), put("Another Mail", confidence=0.6)
    page = editor.get("/desk/queue?sure=90").content.decode()
    assert "Queue: 1 left" in page
    assert f"/desk/queue/{unsure.id}" not in page
    answer = sent(editor, f"/desk/queue/{sure.id}?sure=90", do="accept", token="t")
    assert "Nothing of this sort waits." in answer.content.decode()
    page = editor.get("/desk/queue?source=Another+Mail&kind=review&work=").content.decode()
    assert "Queue: 1 left" in page
    assert "Nothing of this sort" in editor.get("/desk/queue?kind=claim").content.decode()


def test_j_and_k_lead_to_the_next_and_the_one_before(editor, salt):
    first, second, third = put("A"), put("BB"), put("CCC")
    page = editor.get(f"/desk/queue/{second.id}").content.decode()
    keys = dict(re.findall(r'href="/desk/queue/(\d+)" data-key="([jk])"', page))
    assert keys == {str(first.id): "k", str(third.id): "j"}


def test_the_pace_of_the_sitting_is_told(editor, salt):
    for number in range(3):
        one = put("M" * (number + 1))
        sent(editor, f"/desk/queue/{one.id}", do="refuse", token=str(number))
    put()
    page = editor.get("/desk/queue").content.decode()
    assert re.search(r"3 decided in this sitting, [0-9.]+ a minute", page)


def test_an_address_that_is_none_of_the_web_is_no_link(editor, salt):
    one = put()
    Reading.objects.update(link="", canonical="javascript:alert(1)")
    for path in (f"/desk/queue/{one.id}", "/desk/take"):
        assert "javascript:" not in editor.get(path).content.decode()


def test_what_was_mended_to_read_the_page_is_said_in_words(editor, salt):
    one = put()
    Reading.objects.update(
        page={"repairs": [{"where": "JSON-LD block 1", "steps": ["trailing_commas", "elsewhere"]}]}
    )
    page = editor.get(f"/desk/queue/{one.id}").content.decode()
    assert "JSON-LD block 1 was mended: commas with nothing after them; elsewhere" in page


def test_the_text_may_be_gone_its_quote_stays(editor, salt):
    one = put()
    Reading.objects.update(text="", page={})
    page = editor.get(f"/desk/queue/{one.id}").content.decode()
    assert "The text itself was dropped." in page
    assert f"<mark>{QUOTE}</mark>" in page


def test_a_rule_is_tried_and_then_carried_out_and_taken_back_whole(editor, salt):
    good, weak = put(confidence=0.95), put("Another Mail", confidence=0.7)
    third = put("Third Mail", confidence=0.97)
    hindered = put("No Grade", grade="", confidence=0.99)
    before = head()[0]
    page = editor.get("/desk/queue/rule?kind=review&sure=90&sources=1&try=yes").content.decode()
    assert "It would accept 2 proposals" in page
    assert "review.posted 4/5" in page
    assert "outlet.added Third Mail" in page
    assert "1 would stay" in page
    assert (head()[0], Decision.objects.count()) == (before, 0)
    fields = {"kind": "review", "sure": "90", "sources": "1", "id": [good.id, third.id, weak.id]}
    page = editor.post("/desk/queue/rule", fields, follow=True).content.decode()
    assert "2 proposals were accepted." in page
    assert set(Proposal.objects.filter(state="waiting")) == {weak, hindered}
    rule = Decision.objects.first()
    assert rule.rule == "kind=review; confidence>=0.90; sources>=1"
    # One key takes no single one of them back.
    assert 'data-key="u"' not in editor.get("/desk/queue").content.decode()
    page = sent(editor, "/desk/queue/rule/undo", batch=rule.batch, reason="too fast").content
    assert "Taken back: 2." in page.decode()
    assert Proposal.objects.filter(state="waiting").count() == 4
    assert held_by(salt.id, "Wanda Invented", "Made-up Mail") is None


def test_a_rule_looks_at_how_every_source_states_it_and_at_their_number(editor, salt):
    put(confidence=0.95)
    page = editor.get("/desk/queue/rule?sure=90&modality=denied&try=yes").content.decode()
    assert "Nothing in the queue is meant by this rule." in page
    page = editor.get("/desk/queue/rule?sure=90&sources=2&try=yes").content.decode()
    assert "Nothing in the queue is meant by this rule." in page
    page = editor.get("/desk/queue/rule?sure=90&modality=confirmed&try=yes").content.decode()
    assert "It would accept 1 proposal" in page


def test_every_decision_is_listed_with_its_entries_and_taken_back_with_a_reason(editor, salt):
    one = put()
    sent(editor, f"/desk/queue/{one.id}", do="accept", token="t")
    decision = Decision.objects.get()
    page = editor.get("/desk/queue/decisions").content.decode()
    assert f'href="/entry/{decision.entries[0]}"' in page
    assert "Ed Made-up" in page
    page = sent(editor, f"/desk/queue/decisions/{decision.id}/undo", reason="=a hoax", token="u")
    assert "Taken back." in page.content.decode()
    assert Proposal.objects.get().state == "undone"
    again = sent(editor, f"/desk/queue/decisions/{decision.id}/undo", token="w")
    assert "That decision was taken back already." in again.content.decode()
    table = editor.get("/desk/queue/decisions.csv?what=undone").content.decode()
    assert table.splitlines()[0].startswith("decision,at,who,what,kind")
    assert "'=a hoax" in table
    assert len(table.splitlines()) == 2
    nobody = editor.get("/desk/queue/decisions?who=member:999").content.decode()
    assert "Nothing was decided yet." in nobody
