"""The tables of the reference of webhooks: members, schema, examples, answers, waits."""

from __future__ import annotations

import json
from collections.abc import Callable


def texts() -> dict[str, Callable[[], str]]:
    """Every table about webhooks by its name, with what writes it."""
    return {
        "webhook-members": members_text,
        "webhook-schema": schema_text,
        "webhook-example": example_text,
        "webhook-digest": digest_text,
        "webhook-answers": answers_text,
        "webhook-waits": waits_text,
        "apprise-services": services_text,
        "outbox-acts": acts_text,
    }


def members_text() -> str:
    """Every member of a body, those inside `data` with its name before them."""
    from clapometer.alerts.channels.webhook.bodies import DATA, WHOLE

    rows = [f"| `{one.name}` | {one.means} |" for one in WHOLE if one.name != "data"]
    rows += [f"| `data.{one.name}` | {one.means} |" for one in DATA]
    return "\n".join(["| member | meaning |", "|---|---|", *rows])


def schema_text() -> str:
    """The JSON Schema of a body."""
    from clapometer.alerts.channels.webhook.bodies import SCHEMA

    return _block(json.dumps(SCHEMA, indent=1))


def example_text() -> str:
    """A made-up body."""
    from clapometer.alerts.channels.webhook.bodies import EXAMPLE, body_of

    return _block(json.dumps(json.loads(body_of(EXAMPLE)), indent=1, ensure_ascii=False))


def digest_text() -> str:
    """A made-up body of a digest."""
    from clapometer.alerts.channels.webhook.bodies import EXAMPLE_DIGEST, body_of

    return _block(json.dumps(json.loads(body_of(EXAMPLE_DIGEST)), indent=1, ensure_ascii=False))


def answers_text() -> str:
    """What an answer means, by its status."""
    from clapometer.alerts.channels.webhook.channel import ANSWERS

    rows = [f"| {status} | {means} |" for status, (_, means) in ANSWERS.items()]
    return "\n".join(["| status | what follows |", "|---|---|", *rows])


def waits_text() -> str:
    """When a webhook is tried again, and how long that is after the first try."""
    from clapometer.alerts.channels.webhook.channel import PLAN

    lines = ["| try | after another | since the first |", "|---|---|---|", "| 1 | | |"]
    since = 0.0
    for number, wait in enumerate(PLAN.waits, 2):
        since += wait
        lines.append(f"| {number} | {_spoken(wait)} | {_spoken(since)} |")
    return "\n".join(lines)


def _spoken(seconds: float) -> str:
    """A time as people say it: 2 h 35 min 5 s."""
    hours, rest = divmod(int(seconds), 3600)
    parts = zip((hours, rest // 60, rest % 60), ("h", "min", "s"), strict=True)
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def _block(text: str) -> str:
    return f"```json\n{text}\n```"


def services_text() -> str:
    """The services that can be named, each with an example."""
    from tools.docs import load_django

    load_django()
    from clapometer.alerts.channels.apprise.services import SERVICES

    rows = [
        f"| {one.title} | `{one.example}` | {(one.host and f'`{one.host}`') or 'yours'} |"
        for one in SERVICES.values()
    ]
    return "\n".join(["| service | address | host |", "|---|---|---|", *rows])


def acts_text() -> str:
    """What an editor can do with what is to be told."""
    from tools.docs import load_django

    load_django()
    from clapometer.alerts.editing.acts import ACTS

    rows = [f"| {one.title} | {one.means} |" for one in ACTS.values()]
    return "\n".join(["| act | what it does |", "|---|---|", *rows])
