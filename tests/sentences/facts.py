"""One made-up fact of each kind, and others at the edges of grammar."""

from datetime import date
from decimal import Decimal

from clapometer.sentences import values as v

ROAD = "The Salt Road"


def on(text, time="", precision="day"):
    return v.When(date.fromisoformat(text), time, precision)


def per_cent(number):
    return v.Mark(Decimal(number))


def standing(score, count, day, time=""):
    return v.Standing(None if score is None else per_cent(score), count, on(day, time))


FELL = v.Debut(ROAD, standing(100, 31, "2023-08-03"), standing(97, 37, "2023-08-07", "12:00 UTC"))
ROSE = v.Debut(ROAD, standing(60, 5, "2023-08-01"), standing(71, 14, "2023-08-31"))
STAYED = v.ScoreThen(ROAD, standing(97, 37, "2023-08-07"), standing(97, 38, "2023-09-01"))
LOST = v.Debut(ROAD, standing(100, 1, "2023-08-03"), standing(None, 2, "2023-08-07"))
OF_TEN = v.ScoreThen(
    ROAD, v.Standing(v.Mark(Decimal("7.5"), 10, False), 5, on("2023-08-03")),
    standing(75, 5, "2023-09-03"),
)  # fmt: skip
NONE = v.ScoreThen(ROAD, standing(None, 1, "2023-08-03"))
VERDICTS = v.Verdicts(ROAD, 36, 37, on("2023-08-07"))
GRADES = v.MeanGrade(ROAD, Decimal("8.1"), 29, on("2023-08-07"))
HELD = v.BadgeSince(ROAD, "Standing ovation", True, on("2023-08-03"), on("2023-09-03"))
GONE = v.BadgeSince(ROAD, "Standing ovation", False, on("2023-08-03"), on("2023-09-03"))
EXTREMES = v.Extremes(
    ROAD, standing(100, 31, "2023-08-03"), standing(94, 35, "2023-08-05"), on("2023-09-03")
)
CHART = "Netflix Top 10, TV (English)"
RUN = v.ChartRun(
    ROAD, CHART, 3, date(2022, 4, 24), date(2022, 5, 8), 5, date(2022, 5, 1)
)  # fmt: skip
ONE_WEEK = v.ChartRun(ROAD, CHART, 1, date(2022, 4, 24), date(2022, 4, 24), 7, date(2022, 4, 24))
EVER = v.ChartCountries(ROAD, "Netflix Top 10", 54, "ever", date(2022, 5, 8))
LAST = v.ChartCountries(ROAD, "Netflix Top 10", 1, "last_week", date(2022, 5, 8))
AT_ONCE = v.ChartCountries(ROAD, "Netflix Top 10", 11, "at_once", date(2022, 5, 1))
GAZETTE = "A Made-up Gazette"
COUNTED = v.Counted("#saltroad", 4_300_000_000, "≥", "views", GAZETTE, on("2022-05-20"))
FANS = v.Counted("@ada", 3_400_000, "~", "followers", GAZETTE, on("2022-05-20"))
FOLLOWED = v.Counted("@ada", 2_612_345, "", "barnacles", "", on("2022-05-01", precision="month"))
ROSE_BY = v.Rise(
    "US sales", Decimal(1700), GAZETTE, on("2022-05-20"), "US", "May 2022", "April 2022"
)
FELL_BY = v.Rise("Sales", Decimal("-12.5"), "", on("2022-05-20"))
QUOTED = v.Quotation(ROAD, "Kind, and salty.", "Ada Merriweather", on("2023-08-03"))
STREAK = v.Streak(ROAD, "a Made-up List", 11, True, GAZETTE, on("2022-05-20"))
IN_ALL = v.Streak(ROAD, "a Made-up List", 1, False, GAZETTE, on("2022-05-20"))
BY_STAFF = v.PrintedElsewhere(ROAD, "A Made-up Site", "97%", on("2023-08-07"), "audience")
PRINTED = v.PrintedElsewhere(ROAD, "A Made-up Site", "97 percent", on("2023-08-07"))
PRINTED_FROM = v.PrintedElsewhere(ROAD, "A Made-up Site", "97%", on("2023-08-07"), reviews=37)
STREAMER = "A Made-up Streamer"
RENEWED = v.Announced(ROAD, "renewed", "official", STREAMER, on("2022-05-20"), (2, 3))
DATED = v.Announced(
    ROAD, "dated", "rumoured", "", on("2022-05-20"), (2,), on("2023-08-01", precision="month")
)
DENIED = v.Announced(ROAD, "cancelled", "denied", STREAMER, on("2022-05-20"))
MOVED = v.Announced(ROAD, "moved", "undecided", STREAMER, on("2022-05-20"), carrier="Kanal 9")
RELEASED = v.Released(ROAD, on("2023-08-03"), "US", STREAMER)
ALL = [
    FELL, ROSE, STAYED, LOST, OF_TEN, NONE, VERDICTS, GRADES, HELD, GONE, EXTREMES, RUN, ONE_WEEK,
    EVER, LAST, AT_ONCE, COUNTED, FANS, FOLLOWED, ROSE_BY, FELL_BY, QUOTED, PRINTED,
    PRINTED_FROM,
    RENEWED, DATED,
    DENIED, MOVED, RELEASED, STREAK, IN_ALL, BY_STAFF,
]  # fmt: skip
