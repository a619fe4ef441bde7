"""Facts entered by forms: added, corrected, taken back, put back. All of it is made up."""

from __future__ import annotations

import html
import re

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.facts.kinds import COMMON
from clapometer.facts.reading import fact_numbered, facts_about, facts_of_kind, versions_of
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.writing import writing
from clapometer.site.addresses import work_address
from tests.facts import madeup
from tests.facts.madeup import OMEN, SEER, VISION

pytestmark = pytest.mark.django_db
WHOLE = {field.name: field.example for field in OMEN.every_field} | {"when": "20 May 2022"}


@pytest.fixture(autouse=True)
def _kinds(monkeypatch):
    madeup.register(monkeypatch, SEER, VISION)


@pytest.fixture
def film():
    with writing("test") as writer:
        seq = writer.append_one(work_added(kind="film", title="A Made-up Film", year=2020)).seq
    return Work.objects.get(id=seq)


def typed(film, **changed):
    return {**WHOLE, "other": film.public_id, **changed}


def adding(film, kind="omen"):
    return reverse("fact_add", args=[film.id, kind])


def sent(editor, address, values, **more):
    """What the form on the page would send with these values in it, sent."""
    return editor.post(address, {**hidden(editor.get(address)), **values}, **more)


def hidden(answer):
    """The hidden fields of the last form of a page."""
    form = answer.content.decode().rpartition("<form")[2]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def added(editor, film, **changed):
    answer = sent(editor, adding(film), typed(film, **changed))
    assert answer.status_code == 302, answer.content.decode()
    return int(answer.headers["Location"].partition("saved=")[2])


def page(answer):
    return html.unescape(answer.content.decode())


def test_a_form_has_every_field_of_the_kind_and_says_what_each_means(editor, film):
    shown = page(editor.get(adding(film)))
    for field in OMEN.every_field:
        assert f'name="{field.name}"' in shown
        assert f'for="in-{field.name}"' in shown
    for word in ('<textarea name="telling"', '<select name="way"', 'type="url" name="scroll"',
                 '<option value="spoken">it was spoken', 'name="when"'):  # fmt: skip
        assert word in shown
    assert shown.count("autofocus") == 1


def test_what_is_sent_becomes_a_fact_and_the_editor_is_back_and_told_so(editor, film):
    answer = sent(editor, adding(film), typed(film))
    (fact,) = facts_about([film.id])
    assert (fact.said["crows"], fact.said["due"], fact.dated) == (2_600_000, "2023-08", "day")
    assert fact.actor.startswith("member:")
    assert answer.headers["Location"] == f"{work_address(film)}?saved={fact.id}"
    shown = page(editor.get(answer.headers["Location"]))
    assert "Recorded." in shown
    assert "Omen: Three crows" in shown
    assert reverse("fact_undo", args=[fact.id]) in shown


def test_what_is_wrong_is_said_at_its_field_and_everything_typed_is_kept(editor, film):
    position = head()[0]
    values = typed(film, crows="some", when="soon", telling="Line one.\nLine two.")
    answer = sent(editor, adding(film), values)
    shown = page(answer)
    assert (answer.status_code, head()[0]) == (400, position)
    assert 'href="#in-crows"' in shown
    assert 'href="#in-when"' in shown
    assert 'id="in-crows-wrong"' in shown
    assert "Line one.\nLine two." in shown
    for name in ("word", "crows", "when", "weight", "seers", "source", "link"):
        assert f'value="{values[name]}"' in shown, name
    assert '<option value="sung" selected' in shown


def test_the_same_form_sent_twice_is_saved_once(editor, film):
    def twice(address, **values):
        values |= hidden(editor.get(address))
        first, second = editor.post(address, values), editor.post(address, values)
        assert first.status_code == 302
        assert second.headers["Location"] == first.headers["Location"]

    twice(adding(film), **typed(film))
    (fact,) = facts_about([film.id])
    twice(reverse("fact_correct", args=[fact.id]), **typed(film, crows="3"), step="save")
    twice(reverse("fact_undo", args=[fact.id]), reason="A made-up reason.")
    twice(reverse("fact_restore", args=[fact.id]), reason="A made-up reason.")
    kinds = [entry.kind for entry in read_entries() if entry.kind.startswith("omen.")]
    assert kinds == ["omen.added", "omen.corrected", "omen.undone", "omen.restored"]


def test_the_same_fact_is_asked_about_before_it_is_added_again(editor, film):
    added(editor, film)
    asked = sent(editor, adding(film), typed(film, source="Another Made-up Gazette"))
    assert asked.status_code == 409
    assert "The same is said already" in page(asked)
    assert len(facts_about([film.id])) == 1
    values = typed(film, source="Another Made-up Gazette", again="yes")
    assert sent(editor, adding(film), values).status_code == 302
    assert len(facts_about([film.id])) == 2


def test_a_correction_shows_before_and_after_and_changes_only_then(editor, film):
    number = added(editor, film)
    address = reverse("fact_correct", args=[number])
    form = page(editor.get(address))
    assert 'value="2600000"' in form
    looked = sent(editor, address, typed(film, crows="3", when="May 2022"))
    shown = page(looked)
    assert "<td><del>2,600,000</del></td><td><ins>3</ins></td>" in shown
    assert "<td><del>20 May 2022</del></td><td><ins>May 2022</ins></td>" in shown
    assert len(versions_of(number)) == 1
    first = looked.content.decode().partition("<form method")[2].partition("</form>")[0]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', first)
    saving = {name: html.unescape(value) for name, value in found if name[:4] != "csrf"}
    assert saving["telling"] == OMEN.field("telling").example
    answer = editor.post(address, saving)
    assert answer.status_code == 302
    assert fact_numbered(number).said["crows"] == 3
    assert "Corrected." in page(editor.get(answer.headers["Location"]))


def test_a_correction_of_nothing_and_one_of_what_has_changed_meanwhile(editor, film):
    number = added(editor, film)
    address = reverse("fact_correct", args=[number])
    same = sent(editor, address, typed(film))
    assert (same.status_code, "Nothing is changed yet" in page(same)) == (400, True)
    first, second = hidden(editor.get(address)), hidden(editor.get(address))
    editor.post(address, {**first, **typed(film, crows="3"), "step": "save"})
    late = editor.post(address, {**second, **typed(film, crows="4"), "step": "save"})
    assert (late.status_code, "Somebody has corrected" in page(late)) == (409, True)
    assert fact_numbered(number).said["crows"] == 3


def test_taking_back_asks_for_a_reason_and_putting_back_too(editor, film):
    number = added(editor, film)
    undo, restore = (reverse(name, args=[number]) for name in ("fact_undo", "fact_restore"))
    assert sent(editor, undo, {"reason": "  "}).status_code == 400
    answer = sent(editor, undo, {"reason": "It was a made-up mistake."})
    assert answer.status_code == 302
    assert fact_numbered(number) is None
    told = page(editor.get(answer.headers["Location"]))
    assert "Taken back." in told
    assert "It was a made-up mistake." in told
    assert sent(editor, undo, {"reason": "Again."}).status_code == 409
    assert editor.get(reverse("fact_correct", args=[number])).status_code == 409
    assert sent(editor, restore, {"reason": "No mistake."}).status_code == 302
    assert fact_numbered(number).said["crows"] == 2_600_000
    assert sent(editor, restore, {"reason": "Again."}).status_code == 409


def test_the_button_behind_a_correction_takes_the_correction_back(editor, film):
    number = added(editor, film)
    address = reverse("fact_correct", args=[number])
    values = {**hidden(editor.get(address)), **typed(film, crows="3"), "step": "save"}
    location = editor.post(address, values).headers["Location"]
    uncorrect = reverse("fact_uncorrect", args=[number])
    assert uncorrect in page(editor.get(location))
    assert editor.post(uncorrect).status_code == 302
    assert fact_numbered(number).said["crows"] == 2_600_000
    # What was saved before that has no button any more: something was written since.
    assert uncorrect not in page(editor.get(location))


def test_a_person_is_found_by_name_or_added_with_the_fact(editor, film):
    for name in ("Ann Made-up", "  ann MADE-UP ", "Bo Made-up"):
        answer = sent(editor, adding(film, "vision"), {"seer": name, "sight": name})
        assert answer.status_code == 302
    ann, bo = facts_of_kind("seer")
    assert [ann.said["name"], bo.said["name"]] == ["Ann Made-up", "Bo Made-up"]
    assert [fact.said["seer"] for fact in facts_about([film.id])] == [ann.id, ann.id, bo.id]
    shown = page(editor.get(adding(film, "vision")))
    assert '<option value="Ann Made-up">' in shown
    assert "seer.added" in {entry.kind for entry in read_entries()}


def test_of_several_people_of_one_name_a_person_says_which(editor, film):
    for _ in range(2):
        values = {"name": "Ann Made-up", "again": "yes"}
        answer = sent(editor, reverse("fact_add_alone", args=["seer"]), values)
        assert answer.headers["Location"].startswith("/fact/")
    first, second = (fact.id for fact in facts_of_kind("seer"))
    asked = sent(editor, adding(film, "vision"), {"seer": "Ann Made-up"})
    assert asked.status_code == 400
    assert f"2 are called “Ann Made-up”: s{first}, s{second}" in page(asked)
    assert sent(editor, adding(film, "vision"), {"seer": f"Ann Made-up (s{second})"}).status_code
    (fact,) = facts_about([film.id])
    assert fact.said["seer"] == second
    form = page(editor.get(reverse("fact_correct", args=[fact.id])))
    assert f'value="Ann Made-up (s{second})"' in form


def test_people_of_one_name_are_told_apart_by_a_work(editor, film):
    for _ in range(2):
        sent(editor, reverse("person_add"), {"name": "Ann Made-up", "again": "yes"})
    first, second = (fact.id for fact in facts_of_kind("person"))
    credit = {"person": f"p{first}", "role": "cast"}
    assert sent(editor, adding(film, "credit"), credit).status_code == 302
    asked = page(sent(editor, adding(film, "credit"), {"person": "ann made-up", "role": "cast"}))
    assert f"p{first} (A Made-up Film (2020)), p{second}; write the number" in asked


def test_a_correction_says_who_would_be_new(editor, film):
    answer = sent(editor, adding(film, "vision"), {"seer": "Ann Made-up"})
    number = int(answer.headers["Location"].partition("saved=")[2])
    looked = sent(editor, reverse("fact_correct", args=[number]), {"seer": "Bo Made-up"})
    assert "<del>Ann Made-up</del></td><td><ins>Bo Made-up (new)</ins>" in page(looked)
    assert len(facts_of_kind("seer")) == 1


def test_a_work_is_named_by_title_and_year(editor, film):
    number = added(editor, film, other="A Made-up Film (2020)")
    assert fact_numbered(number).said["other"] == film.id
    unknown = sent(editor, adding(film), typed(film, other="No Such Film"))
    assert "No work is called “No Such Film”" in page(unknown)


def test_today_is_a_day_and_the_other_day_is_none(editor, film):
    number = added(editor, film, when="yesterday")
    assert fact_numbered(number).dated == "day"
    assert sent(editor, adding(film), typed(film, when="last Friday")).status_code == 400


def test_only_what_can_be_said_of_such_a_work_can_be_added(editor, film):
    with writing("test") as writer:
        series = writer.append_one(work_added(kind="series", title="A Made-up Series")).seq
    for address in (
        reverse("fact_add", args=[series, "omen"]),
        adding(film, "seer"),
        adding(film, "nothing"),
        "/work/w999/add/omen",
        "/add/omen",
        "/fact/999/correct",
        f"/fact/{film.id}/undo",
    ):
        assert editor.get(address).status_code == 404, address
    listed = page(editor.get(work_address(film)))
    assert f'href="{adding(film)}?next={work_address(film)}"' in listed
    assert 'accesskey="o"' in listed


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example",
                                       "javascript:alert(1)", "evil"])  # fmt: skip
def test_nobody_is_led_to_another_site(editor, film, elsewhere):
    answer = sent(editor, adding(film), typed(film, next=elsewhere))
    assert answer.headers["Location"].startswith(work_address(film))


def test_a_form_is_filled_from_its_address(editor, film):
    shown = page(editor.get(adding(film) + "?word=Five+crows&when=today"))
    assert 'value="Five crows"' in shown


ODD = st.text(max_size=60) | st.sampled_from(
    ["\x00", "\ud800", "9" * 400, "=1+1", "<script>", "w1", "s1", "p0", "2023-02-30", "0001",
     "9999-12-31", "10000-01-01", "s999999999999999", "x" * 6_000, "\u202e", "1\n2"]
)  # fmt: skip


# Whatever is sent to a form, the answer is a page or a way back, with a sentence, never a fault.
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(
    st.sampled_from([*WHOLE, "seer", "sight", "token", "next", "version", "step", "again", "reason",
                     "odd"]), ODD),
    st.sampled_from(["omen", "vision", "correct", "undo", "restore", "uncorrect"]))  # fmt: skip
def test_nothing_that_is_sent_is_a_fault(editor, film, values, where):
    if not facts_about([film.id]):
        added(editor, film)
    fact = facts_about([film.id])[0]
    values = {name: text.encode("utf-8", "replace").decode() for name, text in values.items()}
    kinds = ("omen", "vision")
    address = adding(film, where) if where in kinds else f"/fact/{fact.id}/{where}"
    if where == "correct":
        values = typed(film) | values
    answer = editor.post(address, values)
    assert answer.status_code in {200, 302, 400, 404, 409}
    assert answer.status_code == 302 or "</html>" in answer.content.decode()


def test_nothing_that_is_needed_is_chosen_beforehand(editor, film):
    shown = page(editor.get(reverse("fact_add", args=[film.id, "credit"])))
    assert re.search(r'<select name="role"[^>]*><option value="" selected>', shown)
    assert '<option value="cast" selected>' not in shown
    refused = sent(editor, adding(film, "credit"), {"person": "Ann Made-up"})
    assert 'id="in-role-wrong"' in page(refused)
    chosen = page(editor.get(adding(film, "credit") + "?role=cast"))
    assert '<option value="cast" selected>' in chosen
    assert '<option value=""' not in chosen


def test_common_fields_stand_last(editor, film):
    shown = page(editor.get(adding(film)))
    names = re.findall(r'name="([a-z]+)" id="in-', shown)
    assert names[-3:] == ["when", *(field.name for field in COMMON)]
