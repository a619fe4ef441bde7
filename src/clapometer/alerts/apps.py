from django.apps import AppConfig
from django.conf import settings
from django.db import models


class AlertsConfig(AppConfig):
    name = "clapometer.alerts"
    label = "alerts"

    def ready(self) -> None:
        """Register the channels of this site; let what a member follows end with the account."""
        from .channels.apprise.channel import AppriseChannel
        from .channels.contract import register
        from .channels.mail.channel import MailChannel
        from .channels.mail.connection import relay_of_site
        from .channels.webhook.channel import WebhookChannel
        from .channels.webpush.channel import WebPush, site_signer
        from .channels.websub.channel import WebSubChannel
        from .following.stopping import stop_whoever_leaves

        register(WebPush(site_signer))
        if relay := relay_of_site():
            register(MailChannel(relay))
        register(WebhookChannel())
        register(WebSubChannel())
        register(AppriseChannel())
        models.signals.pre_delete.connect(
            stop_whoever_leaves, sender=settings.AUTH_USER_MODEL, dispatch_uid="alerts.leaving"
        )
