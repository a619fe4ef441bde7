"""Short ways to announce things of made-up shows, by hand and by chance."""

from datetime import UTC, date, timedelta

from hypothesis import strategies as st

from clapometer.instants import start_of_day
from clapometer.signals.statuses.stages import CERTAINTIES
from clapometer.signals.statuses.statement import Statement
from clapometer.signals.statuses.vocabulary import STATUSES, lacks

FIRST = date(2022, 1, 1)
DAY = 86_400_000_000


def on(day):
    """The instant at which a day begins; days like 2022-05-20."""
    return start_of_day(date.fromisoformat(day), UTC)


def told(*rows):
    """Statements from rows: the day, status, certainty, seasons, and what else there is."""
    return [_told(number, *row) for number, row in enumerate(rows, 1)]


def _told(number, day, status, certainty="official", seasons=(), more=None):
    return Statement(number, status, certainty, on(day), on(day) + number, tuple(seasons),
                     **(more or {}))  # fmt: skip


def _day(number):
    return (FIRST + timedelta(days=number)).isoformat()


DATES = st.one_of(
    st.just(""), st.integers(0, 90).map(_day), st.sampled_from(["2022-01", "2022-03", "2022"])
)
INSTANTS = st.integers(0, 90).map(lambda number: on(_day(number)))


@st.composite
def statement(draw, certainties=tuple(CERTAINTIES), seasons=(1, 2, 3)):
    """One statement that says all that its status needs."""
    status = draw(st.sampled_from(sorted(STATUSES)))
    about = tuple(sorted(draw(st.sets(st.sampled_from(seasons))))) if seasons else ()
    dated, carrier = draw(DATES), draw(st.sampled_from(["", "Made-up Stream", "Other Stream"]))
    need = lacks(status, about, dated, carrier)
    if need in ("a season", "two seasons"):
        about = (1, 2) if seasons else ()
    said_at = draw(INSTANTS)
    later = draw(st.sampled_from([None, None, None, 5 * DAY]))
    return Statement(
        seq=0,
        status=status,
        certainty=draw(st.sampled_from(certainties)),
        said_at=said_at,
        recorded_at=0,
        seasons=about,
        date=dated or ("2022-02-01" if need == "a date" else ""),
        carrier=carrier or ("Other Stream" if need == "a carrier" else ""),
        effective_at=None if later is None else said_at + later,
    )


@st.composite
def statements(draw, certainties=tuple(CERTAINTIES), seasons=(1, 2, 3), most=12):
    """Statements recorded one after the other, in any order of their own time."""
    found = draw(st.lists(statement(certainties, seasons), max_size=most))
    return [
        one._replace(seq=number, recorded_at=on("2022-01-01") + number * DAY)
        for number, one in enumerate(found, 1)
    ]
