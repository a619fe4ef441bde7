from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "clapometer.alerts"
    label = "alerts"

    def ready(self) -> None:
        """Register the channels that this site has."""
        from .channels.contract import register
        from .channels.mail.channel import MailChannel
        from .channels.mail.connection import relay_of_site

        if relay := relay_of_site():
            register(MailChannel(relay))
