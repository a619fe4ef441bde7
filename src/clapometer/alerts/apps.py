from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "clapometer.alerts"
    label = "alerts"
