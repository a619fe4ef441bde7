"""Mail as a channel: a batch goes through one connection to the site's own mail server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clapometer.alerts.channels.contract import (
    GONE,
    PERMANENT,
    SENT,
    TEMPORARY,
    Outcome,
    Parcel,
    RetryPlan,
)
from clapometer.alerts.marking import gettext_noop
from clapometer.instants import now

from . import statuses
from .connection import HELLO, MAIL, RECEIVER, Broken, Connection, Refused, Relay
from .counting import TURNED_AWAY, Failure, has_enough
from .sealing import bounce_address
from .writing import Letter, letters_for

# What a verdict on an address is to the outbox. Where the site is at fault the mail waits: the site
# may be mended within the plan, and nobody loses an address over it.
_OUTCOMES = {
    statuses.GONE: GONE,
    statuses.REFUSED: PERMANENT,
    statuses.LATER: TEMPORARY,
    statuses.OURS: TEMPORARY,
}
# A server that takes no mail is asked again no sooner than this (seconds), by any mail of a batch.
PAUSE = 60.0
# After so many failures to get a mail to the server at all, one after the other, the rest of a
# batch waits: each would cost the whole time of a server that hangs.
PATIENCE = 2


class MailChannel:
    """Mail to confirmed addresses, under channels.contract.CarriedChannel."""

    name = "mail"
    title = gettext_noop("Mail")
    means = gettext_noop("A short mail each time, or one digest; each has a link that stops it.")
    # 5 minutes, 20 minutes, 1, 4, 12 and 24 hours: as mail servers themselves try.
    plan = RetryPlan((300.0, 1200.0, 3600.0, 14_400.0, 43_200.0, 86_400.0))

    def __init__(self, relay: Relay) -> None:
        self._relay = relay

    def carry(self, parcels: Sequence[Parcel]) -> Iterator[tuple[Parcel, Outcome]]:
        """Yield each parcel with what the server said to it, as soon as it has said so.

        A mail that the server may have taken before it fell silent is tried again later under the
        same Message-ID, by which mail programs and servers know the second as the first.
        """
        connection = Connection(self._relay)
        written = letters_for(parcels, self._relay.sender)
        broken = 0
        try:
            for parcel, letter in zip(parcels, written, strict=True):
                if broken >= PATIENCE:
                    yield parcel, Outcome(TEMPORARY, 0, _NOT_TRIED, PAUSE)
                    continue
                outcome, reached = self._carry_one(connection, parcel, letter)
                broken = 0 if reached else broken + 1
                yield parcel, outcome
        finally:
            connection.close()

    def _carry_one(
        self, connection: Connection, parcel: Parcel, letter: Letter | None
    ) -> tuple[Outcome, bool]:
        """Return what became of one mail, and whether the server did its part."""
        if letter is None:
            return Outcome(GONE, 0, "Nobody follows anything with this address any more."), True
        base = self._relay.bounces
        sender = (
            bounce_address(base, parcel.notice_id, parcel.endpoint.id)
            if base
            else self._relay.sender
        )
        for fresh in (connection.carried == 0, True):
            try:
                connection.carry(sender, letter.receiver, letter.content)
            except Refused as refused:
                if refused.code == 421 and not fresh:
                    continue
                # Who is not let in for one mail is not for the next: a wrong password is tried
                # twice, not a thousand times.
                reached = refused.step != HELLO and refused.code != 421
                return self._refused(parcel, outcome_of(refused)), reached
            except Broken as broken:
                if not fresh and not broken.doubtful:
                    continue
                return Outcome(TEMPORARY, 0, str(broken), PAUSE), False
            return Outcome(SENT, 250), True
        raise AssertionError("a fresh connection is never tried a second time")

    def _refused(self, parcel: Parcel, outcome: Outcome) -> Outcome:
        """Return the outcome, or that the address ends: it has refused enough."""
        at = now()
        this = Failure(outcome.status, at)
        if outcome.kind == PERMANENT and has_enough(parcel.endpoint.id, at, [this]):
            return outcome._replace(kind=GONE)
        return outcome


_NOT_TRIED = "The mail server took no mail just before this one."


def outcome_of(refused: Refused) -> Outcome:
    """Return what a server's refusal means, by the table of statuses.

    What it says before it has heard the receiver is about the site, whatever its code.
    """
    status = statuses.status_of(refused.code, refused.text, plain=refused.step == RECEIVER)
    row = statuses.judge(status)
    outcome = _OUTCOMES[row.verdict] if refused.step in {RECEIVER, MAIL} else TEMPORARY
    retry = PAUSE if refused.code == 421 else None
    counted = TURNED_AWAY if outcome == PERMANENT else ""
    reason = f"{counted}{row.means} ({refused})"[:200]
    return Outcome(outcome, max(0, refused.code), reason, retry)
