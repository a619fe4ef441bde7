"""The catalogue's tables, and the trigram index that search uses."""

import django.db.models.deletion
from django.db import migrations, models

import clapometer.ledger.fields

SQLITE = (
    "CREATE VIRTUAL TABLE catalogue_search USING fts5(key, tokenize='trigram', detail='full')",
)
POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX catalogue_work_trigrams ON catalogue_work USING gin (key gin_trgm_ops)",
)


def add_search(apps, schema_editor):
    """Create the search index in the dialect of the database."""
    dialect = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in dialect:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_ledger")]
    operations = [
        migrations.CreateModel(
            name="Work",
            fields=[
                ("id", clapometer.ledger.fields.RowId(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=10)),
                ("title", models.CharField(max_length=300)),
                ("year", models.IntegerField(null=True)),
                ("release", models.CharField(default="", max_length=10)),
                ("number", models.IntegerField(null=True)),
                ("label", models.CharField(max_length=620)),
                ("key", models.CharField(db_index=True, max_length=620)),
                (
                    "parent",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="parts",
                        to="catalogue.work",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Identifier",
            fields=[
                ("value", models.CharField(max_length=300, primary_key=True, serialize=False)),
                (
                    "work",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="identifiers",
                        to="catalogue.work",
                    ),
                ),
            ],
        ),
        migrations.RunPython(add_search, migrations.RunPython.noop),
    ]
