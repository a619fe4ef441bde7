from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "clapometer.facts"
    label = "facts"

    def ready(self) -> None:
        from . import projection

        projection.register()
