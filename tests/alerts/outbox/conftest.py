"""The channels of the tests of the outbox."""

from tests.alerts.outbox.paper import paper

__all__ = ["paper"]
