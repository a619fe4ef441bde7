from tests.desk.loopback import client, server, show

__all__ = ["client", "server", "show"]
