from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "clapometer.desk"
    label = "desk"

    def ready(self) -> None:
        from . import journal

        journal.register()
