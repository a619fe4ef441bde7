"""The tables about Web Push: what a message holds, what answers mean, when it is tried again."""

from __future__ import annotations

from collections.abc import Callable

from clapometer.scoring.tables import markdown


def texts() -> dict[str, Callable[[], str]]:
    """The tables by name; Django has to be loaded when one is asked for."""
    return {
        "push-members": _members,
        "push-answers": _answers,
        "push-plan": _plan,
        "push-states": _states,
        "push-unblocking": _unblocking,
        "push-missed": _missed,
    }


def _states() -> str:
    from clapometer.alerts.pages.browser.states import STATES

    steps = ((one, " ".join(one.steps)) for one in STATES)
    rows = ((f"{one.sign} {one.title}", f"{one.means} {told}".strip()) for one, told in steps)
    return markdown(("the page says", "which means"), rows)


def _unblocking() -> str:
    from clapometer.alerts.pages.browser.states import UNBLOCKING

    return markdown(("browser", "how to allow messages again"), (one[1:] for one in UNBLOCKING))


def _missed() -> str:
    from clapometer.alerts.pages.browser.states import MISSED

    return "\n".join(f"- {one}" for one in MISSED)


def _members() -> str:
    from clapometer.alerts.channels.webpush.payload import MEMBERS

    return markdown(("member", "what it is"), ((f"`{name}`", one) for name, one in MEMBERS.items()))


def _answers() -> str:
    from clapometer.alerts.channels.contract import OUTCOMES
    from clapometer.alerts.channels.webpush.answers import CLASSES, OTHER_KEY, VERDICTS

    told = [(", ".join(map(str, one.statuses)), one) for one in VERDICTS]
    told.append((", ".join(map(str, OTHER_KEY.statuses)) + ", where the body says so", OTHER_KEY))
    told += [(f"any other {digit}xx", one) for digit, one in CLASSES.items()]
    rows = ((status, one.kind, OUTCOMES[one.kind], one.reason) for status, one in told)
    return markdown(("status", "outcome", "what that is", "what the follower's log says"), rows)


def _plan() -> str:
    from clapometer.alerts.channels.webpush.channel import PLAN

    rows = ((str(number), _in_words(wait)) for number, wait in enumerate(PLAN.waits, 2))
    return markdown(("try", "after"), rows)


def _in_words(seconds: float) -> str:
    for unit, length in (("hours", 3600), ("minutes", 60)):
        if seconds >= length:
            amount = f"{seconds / length:g}"
            return f"{amount} {unit.removesuffix('s') if amount == '1' else unit}"
    return f"{seconds:g} seconds"
