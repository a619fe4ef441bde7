"""Every kind of fact that a room registers: entered, corrected, taken back and put back.

From the examples of its own fields, by the service, by the form and from a file. All made up.
"""

import csv
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from clapometer.accounts.models import Member
from clapometer.accounts.roles import EDITOR
from clapometer.catalogue.drafts import work_added
from clapometer.desk.entering import enter_correction, enter_fact
from clapometer.desk.factimport import preview_facts, run_facts
from clapometer.desk.factrows import ALSO_WHEN
from clapometer.desk.facttables import columns_of, line_of, names_in
from clapometer.desk.reports import OWN_COLUMNS
from clapometer.desk.stating import restore_fact, undo_fact
from clapometer.desk.undoing import undo_import
from clapometer.facts.drafts import Told
from clapometer.facts.fields import Ref
from clapometer.facts.kinds import WHEN, all_kinds, entry_kinds
from clapometer.facts.models import FactVersion
from clapometer.facts.reading import fact_numbered, facts_about, facts_of_kind, versions_of
from clapometer.facts.typed import read_typed, show_typed
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import read_entries
from clapometer.ledger.writing import writing
from clapometer.readers.facts import COLUMNS

pytestmark = pytest.mark.django_db
KINDS = all_kinds()
ACTOR = "member:1"
# Added by a page of their own, because nobody types the measures of a picture.
UPLOADED = frozenset({"poster"})


@pytest.fixture(params=KINDS, ids=lambda kind: kind.name)
def kind(request):
    return request.param


@pytest.fixture
def about(kind):
    """A work that such a fact can be about; 0 for a kind that stands alone."""
    if not kind.about:
        return 0
    with writing("test") as writer:
        draft = work_added(kind=kind.about[-1], title="Salt Road", year=2020)
        return writer.append_one(draft).seq


@pytest.fixture
def typed(kind, about):
    """The examples of the fields, with names of people and works that can be found or added."""
    with writing("test") as writer:
        other = writer.append_one(work_added(kind="film", title="Tide", year=2021)).seq
    examples = {field.name: field.example for field in kind.every_field} | {WHEN: "20 May 2022"}
    for field in kind.fields:
        if isinstance(field, Ref):
            examples[field.name] = f"w{other}" if field.to == "work" else "Ann Made-up"
    return examples


def there(kind, about):
    return facts_about([about], kind.name) if about else facts_of_kind(kind.name)


def check_versions(kind, number):
    """Entries are of the kinds in the table, lines can be told, and a rebuild draws the same."""
    table = entry_kinds(kind)
    entries = [entry for entry in read_entries() if entry.subject == f"{kind.name}:{number}"]
    for entry in entries:
        assert entry.data.keys() <= {*table[entry.kind].body, *table[entry.kind].texts}
    for version in versions_of(number):
        line = line_of(version, names_in([version]))
        assert line.strip()
        assert "\n" not in line
    before = sorted(FactVersion.objects.values_list())
    rebuild()
    assert sorted(FactVersion.objects.values_list()) == before
    return [entry.kind.partition(".")[2] for entry in entries]


def test_no_field_is_called_like_a_column_or_a_part_of_the_form(kind):
    names = {field.name for field in kind.every_field}
    ours = {"token", "next", "version", "step", "again", "saved", "csrfmiddlewaretoken"}
    assert not names & {*COLUMNS, *OWN_COLUMNS, WHEN, ALSO_WHEN, *ours}


def test_by_the_service(kind, about, typed):
    number = enter_fact(kind, about, typed, ACTOR).seq
    enter_correction(kind, number, typed | {"source": "Another Made-up Gazette"}, ACTOR)
    undo_fact(number, "a made-up reason", ACTOR)
    assert fact_numbered(number) is None
    restore_fact(number, "a made-up reason", ACTOR)
    fact = fact_numbered(number)
    assert fact.said["source"] == "Another Made-up Gazette"
    assert check_versions(kind, number) == ["added", "corrected", "undone", "restored"]


# What a form shows of a fact is what a person would have to type to say it.
def test_what_is_shown_reads_back(kind, about, typed):
    zone = ZoneInfo(settings.SITE["time_zone"])
    fact = fact_numbered(enter_fact(kind, about, typed, ACTOR).seq)
    told = Told(fact.said, fact.happened_at)
    again = read_typed(kind, show_typed(kind, told, zone), zone)
    stamped = {kind.stamp.name} if kind.stamp else set()
    assert again.happened_at == told.happened_at
    assert again.said == {name: said for name, said in fact.said.items() if name not in stamped}


def test_with_only_what_is_needed(kind, about, typed):
    needed = {field.name for field in kind.every_field if field.required}
    try:
        number = enter_fact(kind, about, {name: typed[name] for name in needed}, ACTOR).seq
    except ValueError as refused:
        # A kind may ask for more by its check, but says so in sentences.
        assert kind.check is not type(kind).__dataclass_fields__["check"].default
        assert str(refused).endswith(".")
        return
    fact = fact_numbered(number)
    assert line_of(fact, names_in([fact])).strip()


@pytest.fixture
def editor():
    cache.clear()
    person = Member.objects.create(email="ed@made-up.example", name="Ed Made-up", role=EDITOR)
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    return client


def test_by_the_form(kind, about, typed, editor, static_folder):
    name, parts = ("fact_add", [about, kind.name]) if about else ("fact_add_alone", [kind.name])
    address = reverse(name, args=parts)
    if kind.name in UPLOADED:
        number = enter_fact(kind, about, typed, ACTOR).seq
    else:
        form = editor.get(address).content.decode()
        assert all(f'name="{field.name}"' in form for field in kind.every_field)
        number = _saved(editor.post(address, typed))
    version = versions_of(number)[-1].seq
    changed = typed | {"source": "Another Made-up Gazette", "version": str(version)}
    correct = reverse("fact_correct", args=[number])
    shown = editor.post(correct, changed)
    assert "<ins>Another Made-up Gazette</ins>" in shown.content.decode()
    _saved(editor.post(correct, {**changed, "step": "save"}))
    _saved(editor.post(reverse("fact_undo", args=[number]), {"reason": "A made-up reason."}))
    _saved(editor.post(reverse("fact_restore", args=[number]), {"reason": "A made-up reason."}))
    page = editor.get(reverse("fact", args=[number])).content.decode()
    assert "Another Made-up Gazette" in page
    assert editor.get(reverse("fact_json", args=[number])).json()["stands"] is True
    assert check_versions(kind, number) == ["added", "corrected", "undone", "restored"]


def _saved(answer):
    assert answer.status_code == 302, re.findall(
        r'class="wrong"[^>]*>([^<]*)', answer.content.decode()
    )
    return int(answer.headers["Location"].partition("saved=")[2])


def test_from_a_file(kind, about, typed, tmp_path):
    columns = columns_of(kind)
    row = {"kind": kind.name, "work": f"w{about}" if about else "", **typed}
    path = tmp_path / "facts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, [row.get(column, "") for column in columns]])
    seen, outcome = preview_facts(path), run_facts(path)
    assert (seen.added, seen.refused) == (outcome.added, outcome.refused) == (1, 0), seen.examples
    (fact,) = (one for one in there(kind, about) if one.said.get("source") == typed["source"])
    assert fact.actor == f"import:{outcome.import_id}"
    again = run_facts(path)
    assert (again.added, again.unchanged) == (0, 1)
    undo_import(outcome.import_id)
    assert there(kind, about) == []
    assert run_facts(path).added == 1
    check_versions(kind, fact.id)


@pytest.fixture
def static_folder():
    """WhiteNoise warns where the folder for collected files is missing; a site has it."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
