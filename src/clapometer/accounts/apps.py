from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "clapometer.accounts"
    label = "accounts"
