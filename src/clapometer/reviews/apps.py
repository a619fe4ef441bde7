from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "clapometer.reviews"
    label = "reviews"

    def ready(self) -> None:
        from clapometer.facts import kinds

        from . import adoptions, projection, scoreboard
        from .consensus import CONSENSUS

        kinds.register(CONSENSUS)
        adoptions.register()
        projection.register()
        scoreboard.register()
