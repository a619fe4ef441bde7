from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "clapometer.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        from clapometer.facts import kinds

        from . import projection, recording
        from .facts import KINDS

        kinds.register(*KINDS)
        projection.register()
        recording.register()
