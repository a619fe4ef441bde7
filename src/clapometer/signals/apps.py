from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "clapometer.signals"
    label = "signals"

    def ready(self) -> None:
        from clapometer.facts import kinds

        from . import facts, pointprojection, projection
        from .announcing import ANNOUNCEMENT
        from .outside import OUTSIDE_SCORE

        projection.register()
        pointprojection.register()
        facts.register_kinds()
        kinds.register(ANNOUNCEMENT, OUTSIDE_SCORE)
