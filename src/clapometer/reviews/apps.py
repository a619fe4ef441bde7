from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "clapometer.reviews"
    label = "reviews"

    def ready(self) -> None:
        from . import adoptions, projection, scoreboard

        adoptions.register()
        projection.register()
        scoreboard.register()
