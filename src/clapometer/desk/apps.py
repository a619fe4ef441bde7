from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "clapometer.desk"
    label = "desk"

    def ready(self) -> None:
        from . import journal
        from .claims.taker import ClaimTaker
        from .proposals.corrections import CorrectionTaker
        from .proposals.matches import MatchTaker
        from .proposals.reviews import ReviewTaker
        from .proposals.takers import TAKERS

        journal.register()
        # A room that takes another kind of proposals puts its taker here too.
        TAKERS.update(review=ReviewTaker(), correction=CorrectionTaker(), match=MatchTaker())
        TAKERS["claim"] = ClaimTaker()
