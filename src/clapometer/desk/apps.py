from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "clapometer.desk"
    label = "desk"

    def ready(self) -> None:
        from . import journal
        from .claims.taker import ClaimTaker
        from .proposals.takers import TAKERS

        journal.register()
        TAKERS["claim"] = ClaimTaker()
