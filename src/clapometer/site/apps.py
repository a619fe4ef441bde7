from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "clapometer.site"
    label = "site"
