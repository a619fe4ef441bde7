"""A slow second implementation of the states, from the words of the documentation, without tables.

It goes over everything anew for every instant, season by season, and looks nothing up.
"""

from datetime import UTC, datetime, timedelta

NOTHING = {"stage": "unknown", "date": "", "carrier": "", "final": False, "held": None, "by": None}
ORDERS = {"greenlit", "ordered", "picked-up", "renewed", "two-season-renewal"}
AHEAD = {"unknown", "in-development", "ordered", "in-production", "wrapped", "dated", "delayed",
         "on-hiatus"}  # fmt: skip
MAKINGS = ORDERS | {"final-season", "in-development", "pilot-ordered", "in-production",
                    "filming-wrapped"}  # fmt: skip
OF_SERIES = ORDERS | {"final-season", "revived"}
TARGET = {**dict.fromkeys(ORDERS, "order"), "revived": "order", "pilot-ordered": "develop",
          "in-development": "develop", "dated": "date", "rescheduled": "date",
          "cancelled": "cancel", "shelved": "cancel"}  # fmt: skip


def states(told, at, known=None, series=True):
    """{season or None: (stage, certainty, date, carrier, final)}."""
    heard = [one for one in told if known is None or one.recorded_at <= known]
    heard = [one for one in heard if one.said_at <= at]
    numbers = sorted({number for one in heard for number in one.seasons})
    answers = {}
    for subject in [None, *numbers]:
        answers[subject] = ("unknown", "", "", "", False)
        for level in ("reported", "official"):
            found = stand(heard, subject, level, at, numbers, series)[-1][1]
            if found["stage"] != "unknown":
                answers[subject] = (found["stage"], level, found["date"], found["carrier"],
                                    found["final"])  # fmt: skip
            elif level == "official" and not answers[subject][1]:
                answers[subject] = ("unknown", "", found["date"], found["carrier"], found["final"])
    return answers


def counts_from(one):
    return one.said_at if one.effective_at is None else max(one.said_at, one.effective_at)


def stand(heard, subject, level, at, numbers, series):
    """Every (instant, standing) of a subject in order."""
    reached = [one for one in heard if one.certainty == level and counts_from(one) <= at]
    if level == "reported":
        reached = [one for one in reached if not denied(one, said_to(one, subject), heard, at)]
    events = [event(one, spreads) for one, spreads in reaching(reached, subject, series)]
    events.sort(key=lambda event: event[:3])
    if subject is None and series:
        for number in numbers:
            for instant, now in stand(heard, number, level, at, numbers, series)[1:]:
                if now["moved"] and now["stage"] in ("due", "released"):
                    events.append((instant, 0, 0, "released", now["by"], False))
        events.sort(key=lambda event: event[0])
    course = [(None, {**NOTHING, "moved": False})]
    for instant, _, _, status, one, spreads in events:
        pass_time(course, instant)
        change = hear(course[-1][1], status, one, subject is None and series, spreads)
        if change is not None:
            course.append((instant, change))
    pass_time(course, at)
    return course


def said_to(one, subject):
    """Whom a denial has to name: of an order of a later season, all the seasons of that."""
    return None if one.seasons and subject not in one.seasons else subject


def event(one, spreads):
    return (counts_from(one), one.said_at, one.seq, one.status, one, spreads)


def reaching(told, subject, series):
    """What reaches a subject, each with whether it does so by way of its series."""
    for one in told:
        if subject is None:
            if not one.seasons or (series and one.status in OF_SERIES):
                yield one, False
        elif subject in one.seasons:
            yield one, False
        elif not one.seasons and one.status in ("cancelled", "un-cancelled"):
            yield one, True
        elif one.status in OF_SERIES and one.seasons and max(one.seasons) > subject:
            yield one, "a later season is ordered"


def denied(one, subject, heard, at):
    target = TARGET.get(one.status, one.status)
    for denial in heard:
        if denial.certainty != "denied" or not counts_from(one) <= counts_from(denial) <= at:
            continue
        if TARGET.get(denial.status, denial.status) != target:
            continue
        if not denial.seasons or subject in denial.seasons:
            return True
        if subject is None and one.seasons and set(one.seasons) <= set(denial.seasons):
            return True
    return False


def pass_time(course, until):
    instant, now = course[-1]
    if now["stage"] in ("dated", "delayed") and now["date"]:
        due = over(now["date"])
        if due <= until:
            course.append((max(due, instant or due), {**now, "stage": "due", "moved": True}))


def over(text):
    """The first day on which what was dated so must be out, counted up day by day."""
    day = datetime.fromisoformat((text + "-01-01")[:10]).replace(tzinfo=UTC)
    if len(text) < 10:
        while day.date().isoformat().startswith(text):
            day += timedelta(days=1)
    return int((day - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(microseconds=1))


def hear(now, status, one, series, spreads):
    """What stands after hearing a status, None where nothing changes."""
    stage = now["stage"]
    if spreads == "a later season is ordered":
        return {**now, "final": False, "moved": False} if now["final"] else None
    if status == "un-cancelled":
        return take_back(now, one, spreads)
    to = where(stage, status, series, spreads)
    if to is None:
        return None
    after = dict(now)
    if one.date:
        after["date"] = one.date
    elif status == "delayed" or to in ("ordered", "in-development", "cancelled"):
        after["date"] = ""
    after["carrier"] = one.carrier or now["carrier"]
    after["final"] = status == "final-season" or (now["final"] and to != "ordered")
    unchanged = {**after, "moved": now["moved"]} == now
    if unchanged and (to == "stay" or (to == stage and stage in ("dated", "delayed"))):
        return None
    if to == "stay":
        return {**after, "moved": False}
    held = {"stage": stage, "date": now["date"]} if to == "cancelled" else None
    return {**after, "stage": to, "by": one, "held": held, "moved": True}


def take_back(now, one, spreads):
    if now["stage"] != "cancelled" or now["held"] is None:
        return None
    if spreads and now["by"].seasons:
        return None
    return {**now, **now["held"], "by": one, "held": None, "moved": True}


def where(stage, status, series, spreads):
    if spreads:
        taken = ("in-development", "ordered", "in-production", "on-hiatus")
        return "cancelled" if stage in taken else None
    if series:
        found = where_series(stage, status)
        if found != "as a season":
            return found
    return where_season(stage, status)


def where_series(stage, status):  # noqa: C901 -- the rules, one after the other
    goes_on = stage in AHEAD | {"due", "released"}
    if status in ("renewed", "two-season-renewal"):
        return "ordered"
    if status in ("greenlit", "ordered", "picked-up"):
        if stage in ("due", "released", "on-hiatus"):
            return "ordered"
        return "stay" if stage == "ending" else "as a season"
    if status == "final-season":
        if stage == "ending":
            return "stay"
        return "ending" if goes_on or stage == "cancelled" else None
    if status in ("in-production", "filming-wrapped", "dated", "rescheduled", "delayed"):
        return "stay" if stage in ("released", "ending") else "as a season"
    if status == "moved" and stage in ("ending", "ended"):
        return "stay" if stage == "ending" else "ordered"
    if status == "released":
        return "released" if stage in AHEAD | {"due"} else "stay"
    if status in ("on-hiatus", "cancelled"):
        if stage == status:
            return "stay"
        return status if goes_on or stage == "ending" else None
    if status == "ended":
        return "stay" if stage == "ended" else "ended"
    if status == "revived" and stage in ("ended", "ending"):
        return "ordered"
    return "as a season"


def where_season(stage, status):
    if status in MAKINGS:
        return while_making(stage, status)
    return on_the_way_out(stage, status)


def while_making(stage, status):
    early = stage in ("unknown", "in-development")
    made = stage in ("wrapped", "dated", "delayed")
    out = stage in ("due", "released")
    if status in ("in-development", "pilot-ordered"):
        if stage in ("unknown", "cancelled"):
            return "in-development"
        return "stay" if stage == "in-development" else None
    if status in ORDERS or status == "final-season":
        if early or stage == "cancelled":
            return "ordered"
        if out:
            return "stay" if status == "final-season" else None
        return None if stage == "ended" else "stay"
    if status == "in-production":
        if early or stage in ("ordered", "on-hiatus", "cancelled"):
            return "in-production"
        return "stay" if made or stage == "in-production" else None
    if status == "filming-wrapped":
        if early or stage in ("ordered", "in-production", "on-hiatus"):
            return "wrapped"
        return "stay" if made else None
    return None


def on_the_way_out(stage, status):  # noqa: C901 -- the rules, one after the other
    made = stage in ("wrapped", "dated", "delayed")
    out = stage in ("due", "released")
    if status in ("dated", "rescheduled"):
        return None if stage in ("released", "ended", "ending") else "dated"
    if status == "delayed":
        return "delayed" if stage in AHEAD | {"due"} else None
    if status == "moved":
        if stage == "cancelled":
            return "ordered"
        return "stay" if stage in AHEAD or out else None
    if status == "released":
        if stage == "released":
            return "stay"
        return None if stage in ("ended", "ending") else "released"
    if status == "on-hiatus":
        if out or stage == "on-hiatus":
            return "stay"
        return "on-hiatus" if stage in AHEAD else None
    if status == "cancelled":
        if stage == "cancelled":
            return "stay"
        return "cancelled" if stage in AHEAD | {"due"} else None
    if status == "shelved":
        if stage == "cancelled":
            return "stay"
        return "cancelled" if made or stage in ("ordered", "in-production", "due") else None
    if status == "ended":
        return "stay" if stage == "ended" else ("ended" if out else None)
    assert status == "revived"
    if stage in ("unknown", "cancelled"):
        return "ordered"
    return "stay" if stage == "ordered" else None
