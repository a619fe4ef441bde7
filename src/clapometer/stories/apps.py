from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "clapometer.stories"
    label = "stories"

    def ready(self) -> None:
        from . import facts, projection

        facts.register_kinds()
        projection.register()
