from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "clapometer.signals"
    label = "signals"

    def ready(self) -> None:
        from clapometer.facts import kinds

        from . import facts, pointprojection, projection
        from .announcing import ANNOUNCEMENT

        projection.register()
        pointprojection.register()
        facts.register_kinds()
        kinds.register(ANNOUNCEMENT)
