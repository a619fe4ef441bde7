"""What a host asks of programs is asked for once a day, and kept to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from clapometer.fetching.client import Client
from clapometer.fetching.links import read_link
from clapometer.fetching.pacing import Pace, Pacer
from clapometer.fetching.refusals import FetchRefused
from clapometer.fetching.robots import AGAIN_AFTER, FRESH_FOR, LONGEST_DELAY, Robots
from clapometer.fetching.robotstexts import MOST, KeptText, RobotsTexts
from tests.fetching.server import Server, answer, redirect

TEXT = """
User-agent: *
Disallow: /all/
Allow: /all/but
Disallow: /*.pdf$

User-agent: Clapometer
Disallow: /ours/
Crawl-delay: 7
"""


class Clock:
    now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def robots(client: Client, clock: Clock, tmp_path: Path) -> Robots:
    return Robots(client, tmp_path / "robots", clock)


def code(robots: Robots, link: str) -> str:
    try:
        robots.check(read_link(link))
    except FetchRefused as refused:
        assert str(refused).endswith(".")
        assert "\n" not in str(refused)
        return refused.code
    return ""


def test_the_group_of_our_own_name_goes_before_the_group_of_all(
    server: Server, robots: Robots
) -> None:
    server.on("/robots.txt", answer(TEXT.encode()))
    assert code(robots, server.link("/ours/1")) == "robots"
    assert code(robots, server.link("/all/1")) == ""
    assert code(robots, server.link("/other?q=/ours/")) == ""
    assert server.paths == ["/robots.txt"]


def test_the_group_of_all_is_kept_to_with_its_wildcards(server: Server, client: Client) -> None:
    server.on("/robots.txt", answer(TEXT.partition("User-agent: Clap")[0].encode()))
    robots = Robots(client)
    found = [code(robots, server.link(path)) for path in ("/all/1", "/all/but", "/x/y.pdf", "/x")]
    assert found == ["robots", "", "robots", ""]


@pytest.mark.parametrize("status", ["404 Not Found", "401 No", "403 No", "410 Gone"])
def test_what_is_not_there_forbids_nothing(server: Server, robots: Robots, status: str) -> None:
    server.on("/robots.txt", answer(status=status))
    assert code(robots, server.link("/ours/1")) == ""


@pytest.mark.parametrize(
    "say",
    [
        answer(status="500 Broken"), answer(status="503 Busy", retry_after="90000"),
        answer(status="429 Busy"), answer(b"x" * (600 << 10)), redirect("/robots.txt"),
        answer(b"User-agent: a\n" * 9_000),
    ],
)  # fmt: skip
def test_a_host_that_does_not_say_is_left_alone_for_now(
    server: Server, robots: Robots, clock: Clock, say: object
) -> None:
    server.on("/robots.txt", say)  # type: ignore[arg-type]
    assert code(robots, server.link("/a")) == "robots_unknown"
    asked = len(server.paths)
    assert code(robots, server.link("/b")) == "robots_unknown"
    assert len(server.paths) == asked
    server.on("/robots.txt", answer(b""))
    clock.now += FRESH_FOR + 1
    assert code(robots, server.link("/b")) == ""


def test_an_answer_is_believed_for_a_day_also_by_other_processes(
    server: Server, robots: Robots, client: Client, clock: Clock, tmp_path: Path
) -> None:
    server.on("/robots.txt", answer(TEXT.encode()))
    assert code(robots, server.link("/ours/")) == "robots"
    another = Robots(client, tmp_path / "robots", clock)
    assert code(another, server.link("/ours/")) == "robots"
    assert len(server.paths) == 1
    server.on("/robots.txt", answer(b""))
    clock.now += FRESH_FOR + 1
    assert code(robots, server.link("/ours/")) == ""
    assert len(server.paths) == 2


def test_an_old_answer_stands_in_for_one_that_cannot_be_had(
    server: Server, robots: Robots, clock: Clock
) -> None:
    server.on("/robots.txt", answer(TEXT.encode()))
    assert code(robots, server.link("/ours/")) == "robots"
    server.on("/robots.txt", answer(status="500 Broken"))
    clock.now += FRESH_FOR + 1
    assert code(robots, server.link("/ours/")) == "robots"
    assert code(robots, server.link("/free")) == ""
    clock.now += 31 * FRESH_FOR
    assert code(robots, server.link("/free")) == "robots_unknown"
    server.on("/robots.txt", answer(b""))
    clock.now += AGAIN_AFTER + 1
    assert code(robots, server.link("/free")) == ""


def test_a_page_is_not_asked_for_before_its_host_was(server: Server, client: Client) -> None:
    """Also where another address sends to it."""
    asking = replace(client, may=Robots(client).check)
    server.on("/robots.txt", answer(TEXT.encode()))
    server.on("/moved", redirect("/ours/1"))
    server.on("/page", answer(b"page"))
    with pytest.raises(FetchRefused, match="robots") as caught:
        asking.get(server.link("/moved"))
    assert caught.value.code == "robots"
    assert asking.get(server.link("/page")).body == b"page"
    assert server.paths == ["/robots.txt", "/moved", "/page"]


def test_what_would_refuse_the_page_is_told_as_it_is(robots: Robots) -> None:
    assert code(robots, "http://10.0.0.1/page") == "not_public"


def test_the_time_between_two_requests_is_kept_to_within_reason(
    server: Server, client: Client, waits: list[float]
) -> None:
    pacer = Pacer({}, lambda: 0.0, waits.append)
    asking = replace(client, pacer=pacer, may=Robots(replace(client, pacer=pacer)).check)
    for path in ("/1", "/2"):
        server.on(path, answer(b"page"))
    for told, wait in ((b"7", 7.0), (b"86400", LONGEST_DELAY), (b"-1", 1.0), (b"nan", 1.0)):
        server.on("/robots.txt", answer(b"User-agent: *\nCrawl-delay: " + told))
        asking = replace(asking, may=Robots(replace(client, pacer=pacer)).check)
        asking.get(server.link("/1"))
        waits.clear()
        asking.get(server.link("/2"))
        if wait > 1.0:
            assert waits[-1] >= wait


def test_a_slower_pace_is_taken_and_given_back() -> None:
    waits: list[float] = []
    pacer = Pacer({"a": Pace(2, 10.0)}, lambda: 0.0, waits.append)
    pacer.slow_down("a", 4.0)
    for _ in range(3):
        pacer.wait("a")
    assert waits == [10.0]
    pacer.slow_down("a", 20.0)
    pacer.wait("a")
    assert waits == [10.0, 30.0]
    pacer.slow_down("a", 0.0)
    pacer.wait("a")
    assert waits == [10.0, 30.0]


def test_a_damaged_file_is_as_good_as_none_and_the_folder_is_bounded(tmp_path: Path) -> None:
    texts = RobotsTexts(tmp_path)
    for damage in (b"", b"{", b"[1]", b'{"origin": "o", "text": 1, "at": 2}', b"[" * 90_000):
        texts.keep("o", KeptText("said", 5.0))
        assert texts.find("o") == KeptText("said", 5.0)
        next(tmp_path.glob("*.json")).write_bytes(damage)
        assert texts.find("o") is None
    for number in range(MOST):
        (tmp_path / f"{number}.json").touch()
    texts.keep("new", KeptText("said", 5.0))
    assert len(list(tmp_path.glob("*.json"))) == MOST
