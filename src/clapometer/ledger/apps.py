from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "clapometer.ledger"
    label = "ledger"
