from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "clapometer.reviews"
    label = "reviews"

    def ready(self) -> None:
        from . import projection, scoreboard

        projection.register()
        scoreboard.register()
