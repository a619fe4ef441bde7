from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "clapometer.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        from . import projection

        projection.register()
