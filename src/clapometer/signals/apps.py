from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "clapometer.signals"
    label = "signals"

    def ready(self) -> None:
        from . import facts, pointprojection, projection

        projection.register()
        pointprojection.register()
        facts.register_kinds()
