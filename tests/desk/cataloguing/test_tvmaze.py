"""Shows taken in from a made-up TVmaze on loopback."""

from __future__ import annotations

import json
from typing import Any

import pytest

from clapometer.catalogue.drafts import work_added, work_corrected
from clapometer.catalogue.models import Identifier, Work
from clapometer.desk.cataloguing.asking import ask_tvmaze
from clapometer.desk.cataloguing.outcome import SourceOutcome
from clapometer.desk.cataloguing.sources import SOURCES
from clapometer.desk.cataloguing.taking import look_at, take_in
from clapometer.desk.models import Import, Proposal
from clapometer.desk.proposals.deciding import By, accept
from clapometer.desk.proposals.takers import taker_of
from clapometer.desk.stating import correct_fact, undo_fact
from clapometer.facts.drafts import Told
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import Fact, facts_about, facts_of_kind
from clapometer.facts.typed import show_typed
from clapometer.fetching.client import Client
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing
from clapometer.readers.sources.problems import SourceRefused
from tests.fetching.server import Server, answer
from tests.readers.sources.madeup import show

pytestmark = pytest.mark.django_db
QUERY = "embed[]=seasons&embed[]=episodes&embed[]=cast&embed[]=crew&embed[]=akas"
PATH = f"/shows/900001?{QUERY}".replace("[]", "%5B%5D")


class Catalogue:
    """The made-up catalogue, asked for its one show."""

    def __init__(self, server: Server, client: Client) -> None:
        self.server, self.client = server, client

    def fetch(
        self, found: dict[str, Any], *, as_work: int | str | None = None, dry: bool = False
    ) -> SourceOutcome:
        self.server.on(PATH, answer(json.dumps(found).encode(), etag='"1"'))
        gathered = ask_tvmaze(self.client, ["900001"], self.server.link(""))
        answers = {} if as_work is None else {"tvmaze:shows/900001": as_work}
        return (look_at if dry else take_in)(SOURCES["tvmaze"], gathered, answers)


@pytest.fixture
def catalogue(server: Server, client: Client) -> Catalogue:
    return Catalogue(server, client)


def write(draft) -> int:  # type: ignore[no-untyped-def]
    with writing("member:7") as writer:
        return writer.append_one(draft).seq


def series() -> Work:
    return Work.objects.get(kind="series")


def facts(*kinds: str) -> list[Fact]:
    return facts_about([work.id for work in Work.objects.all()], *kinds)


def test_a_show_comes_in_whole(catalogue: Catalogue) -> None:
    outcome = catalogue.fetch(show())
    assert (outcome.records, outcome.added, outcome.people) == (8, 8, 2)
    kinds = list(Work.objects.order_by("id").values_list("kind", flat=True))
    assert (kinds.count("season"), kinds.count("episode")) == (2, 5)
    first = Work.objects.get(kind="season", number=1)
    assert (first.parent, first.parts.count()) == (series(), 3)
    assert set(Identifier.objects.filter(work=series()).values_list("value", flat=True)) == {
        "tvmaze:shows/900001", "imdb:tt9000001",
    }  # fmt: skip
    said = {fact.kind for fact in facts()}
    assert said == {"carrier", "synopsis", "title", "credit", "release"}
    assert all(fact.said["source"] == "TVmaze" for fact in facts())
    assert all(fact.said["link"].startswith("https://www.tvmaze.com/") for fact in facts())
    names = {fact.said["name"] for fact in facts_of_kind("person")}
    assert names == {"Kit Made-up", "Ann Invented"}
    release = next(fact for fact in facts("release") if fact.about == first.id)
    assert (release.said["pattern"], release.said["episodes"], release.dated) == (
        "weekly",
        2,
        "day",
    )
    assert first.released == release.happened_at


def test_a_preview_writes_nothing_and_tells_the_same(catalogue: Catalogue) -> None:
    before = head()
    seen = catalogue.fetch(show(), dry=True)
    assert (head(), Work.objects.count()) == (before, 0)
    outcome = catalogue.fetch(show())
    assert (seen.added, seen.stated, seen.people) == (outcome.added, outcome.stated, outcome.people)


def test_the_same_again_writes_nothing(catalogue: Catalogue) -> None:
    catalogue.fetch(show())
    before = head()
    again = catalogue.fetch(show())
    assert head() == before
    assert (again.import_id, again.unchanged, again.writes) == (None, 8, False)
    assert again.kept == len(facts())


def test_only_what_changed_is_written(catalogue: Catalogue) -> None:
    catalogue.fetch(show())
    before = head()[0]
    changed = show(name="The Salted Ferry", status="Ended", ended="2022-04-01")
    changed["_embedded"]["cast"][0]["character"]["name"] = "The Captain"
    changed["_embedded"]["episodes"][3]["name"] = "A New Crossing"
    again = catalogue.fetch(changed)
    assert (again.changed, again.unchanged, again.corrected, again.stated) == (2, 6, 1, 1)
    assert series().title == "The Salted Ferry"
    # Begun, two corrections of works, one of a fact, the announcement, and ended.
    assert head()[0] - before == 6
    (ended,) = facts("announcement")
    assert (ended.said["status"], ended.said["by"]) == ("ended", "TVmaze")
    assert ended.said["effective"] == "2022-04-01"
    characters = {fact.said.get("character") for fact in facts("credit")}
    assert characters == {"The Captain", "The Gull", None}


def test_a_status_that_comes_back_is_said_again(catalogue: Catalogue) -> None:
    for status in ("Ended", "To Be Determined", "Ended", "Ended"):
        catalogue.fetch(show(status=status))
    told = [fact.said["status"] for fact in sorted(facts("announcement"), key=lambda one: one.id)]
    assert told == ["ended", "renewed", "ended"]


def test_what_a_person_corrected_stays_and_is_told(catalogue: Catalogue) -> None:
    catalogue.fetch(show())
    write(work_corrected(series().id, {"title": "Ferry of Salt"}, {"title": series().title}))
    credit = next(fact for fact in facts("credit") if fact.said.get("character") == "The Gull")
    kind = kind_named("credit")
    assert kind
    from zoneinfo import ZoneInfo

    typed = show_typed(kind, Told(credit.said, credit.happened_at), ZoneInfo("UTC"))
    correct_fact(credit.id, {**typed, "character": "The Old Gull"}, "member:7")
    before = head()
    again = catalogue.fetch(show())
    assert head() == before
    assert series().title == "Ferry of Salt"
    told = {(one.what, one.here, one.there) for one in again.differences}
    assert ("title", "Ferry of Salt", "The Salt Ferry") in told
    assert {one.what for one in again.differences} == {"title", "credit"}
    assert any("Old Gull" in one.here for one in again.differences)


def test_what_a_person_took_back_does_not_come_again(catalogue: Catalogue) -> None:
    catalogue.fetch(show())
    carrier = facts("carrier")[0]
    undo_fact(carrier.id, "not there any more", "member:7")
    again = catalogue.fetch(show())
    assert again.stated == 0
    assert [one.why for one in again.differences] == ["a person took it back here"]


def test_what_the_site_has_by_hand_is_no_duplicate(catalogue: Catalogue) -> None:
    work = write(work_added(kind="series", title="Salt Ferry", year=2021))
    from clapometer.desk.stating import add_fact

    kind = kind_named("carrier")
    assert kind
    add_fact(kind, work, {"name": "Made-up One", "type": "network", "territory": "IE"}, "member:7")
    outcome = catalogue.fetch(show())
    assert (outcome.added, outcome.changed, outcome.kept) == (7, 1, 1)
    assert len([fact for fact in facts("carrier") if fact.about == work]) == 2
    # The title was there otherwise: it stays, and is told as a difference.
    assert [(one.what, one.here) for one in outcome.differences] == [("title", "Salt Ferry")]


def test_a_namesake_is_for_a_person(catalogue: Catalogue) -> None:
    work = write(work_added(kind="series", title="The Salt Ferry", year=2019))
    asked = catalogue.fetch(show())
    assert (asked.added, asked.unplaced, asked.import_id) == (0, 8, None)
    (question,) = asked.questions
    assert (question.key, question.candidates[0].work) == ("tvmaze:shows/900001", work)
    assert "the title is the same" in question.candidates[0].reasons
    taken = catalogue.fetch(show(), as_work=work)
    assert (taken.added, taken.changed) == (7, 1)
    # The identifier lies on the work now: nobody is asked again.
    assert catalogue.fetch(show()).questions == []


def test_a_person_may_say_that_it_is_another(catalogue: Catalogue) -> None:
    write(work_added(kind="series", title="The Salt Ferry", year=2019))
    assert catalogue.fetch(show(), as_work="new").added == 8


def test_seasons_that_are_there_are_found_by_their_number(catalogue: Catalogue) -> None:
    work = write(work_added(kind="series", title="The Salt Ferry", year=2021))
    season = write(work_added(kind="season", title="Series One", parent=work, number=1))
    outcome = catalogue.fetch(show())
    assert outcome.added == 6
    assert Work.objects.filter(kind="season").count() == 2
    assert Identifier.objects.get(value="tvmaze:seasons/800001").work_id == season


def test_it_is_taken_back_whole_and_comes_again(catalogue: Catalogue) -> None:
    from clapometer.desk.undoing import undo_import

    first = catalogue.fetch(show())
    told = [(fact.kind, fact.about and Work.objects.get(id=fact.about).title) for fact in facts()]
    assert first.import_id
    undo_import(first.import_id)
    assert (Work.objects.count(), facts(), facts_of_kind("person")) == (0, [], [])
    assert Import.objects.get(id=first.import_id).state == "undone"
    again = catalogue.fetch(show())
    assert (again.added, again.differences) == (8, [])
    assert [
        (fact.kind, fact.about and Work.objects.get(id=fact.about).title) for fact in facts()
    ] == told


def test_an_undone_change_may_come_again(catalogue: Catalogue) -> None:
    from clapometer.desk.undoing import undo_import

    catalogue.fetch(show())
    second = catalogue.fetch(show(name="The Salted Ferry"))
    assert second.import_id
    undo_import(second.import_id)
    assert series().title == "The Salt Ferry"
    catalogue.fetch(show(name="The Salted Ferry"))
    assert series().title == "The Salted Ferry"


def test_a_show_is_found_by_its_title(catalogue: Catalogue) -> None:
    server = catalogue.server
    hits = [{"show": show()}, {"show": show(id=900002, name="The Salt Ferries")}]
    server.on("/search/shows?q=the%20salt%20ferry", answer(json.dumps(hits).encode()))
    server.on(PATH, answer(json.dumps(show()).encode()))
    gathered = ask_tvmaze(catalogue.client, ["the", "salt", "ferry"], server.link(""))
    assert gathered.asked == "TVmaze show 900001"
    twice = [{"show": show()}, {"show": show(id=900002)}]
    server.on("/search/shows?q=salt%20ferry", answer(json.dumps(twice).encode()))
    with pytest.raises(SourceRefused, match=r"several works.*900001; .*: 900002"):
        ask_tvmaze(catalogue.client, ["salt", "ferry"], server.link(""))
    server.on("/search/shows?q=nothing", answer(b"[]"))
    with pytest.raises(SourceRefused, match="knows no “nothing”"):
        ask_tvmaze(catalogue.client, ["nothing"], server.link(""))


def test_an_unknown_show_is_told(catalogue: Catalogue) -> None:
    catalogue.server.on(PATH.replace("900001", "5"), answer(status="404 Not Found"))
    with pytest.raises(SourceRefused, match="TVmaze knows no show 5"):
        ask_tvmaze(catalogue.client, ["5"], catalogue.server.link(""))


def test_a_question_waits_in_the_queue_and_its_answer_is_found_by_the_next_run(
    catalogue: Catalogue,
) -> None:
    work = write(work_added(kind="series", title="The Salt Ferry", year=2019))
    catalogue.fetch(show())
    catalogue.fetch(show())
    (proposal,) = Proposal.objects.all()
    assert (proposal.kind, proposal.backings.get().reading.how) == ("match", "import")
    said = taker_of(proposal).edited(proposal, {"work": f"w{work}"})
    accept(proposal.id, By("member:1"), said)
    assert Identifier.objects.get(value="tvmaze:shows/900001").work_id == work
    assert catalogue.fetch(show()).questions == []
    assert Proposal.objects.count() == 1


def test_a_question_that_was_answered_elsewhere_is_gone_from_the_queue(
    catalogue: Catalogue,
) -> None:
    work = write(work_added(kind="series", title="The Salt Ferry", year=2019))
    catalogue.fetch(show())
    catalogue.fetch(show(), as_work=work)
    assert Proposal.objects.get().state == "gone"
