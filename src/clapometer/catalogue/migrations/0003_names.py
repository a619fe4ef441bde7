"""Other titles, people, and which facts name whom; with the trigram index of the titles."""

import django.db.models.deletion
from django.db import migrations, models

import clapometer.ledger.fields

SQLITE = (
    "CREATE VIRTUAL TABLE catalogue_aliassearch USING fts5(key, tokenize='trigram', detail='full')",
)
POSTGRESQL = (
    "CREATE INDEX catalogue_alias_trigrams ON catalogue_alias USING gin (key gin_trgm_ops)",
)


def add_search(apps, schema_editor):
    """Create the search index in the dialect of the database."""
    dialect = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in dialect:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_released")]
    operations = [
        migrations.CreateModel(
            name="Alias",
            fields=[
                ("fact", clapometer.ledger.fields.RowId(primary_key=True, serialize=False)),
                ("key", models.CharField(db_index=True, max_length=620)),
                (
                    "work",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="aliases",
                        to="catalogue.work",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", clapometer.ledger.fields.RowId(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("key", models.CharField(db_index=True, max_length=620)),
            ],
        ),
        migrations.CreateModel(
            name="PersonName",
            fields=[
                ("pk", models.CompositePrimaryKey("person", "key", blank=True, editable=False, primary_key=True, serialize=False)),
                ("person", models.BigIntegerField()),
                ("key", models.CharField(db_index=True, max_length=620)),
            ],
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("pk", models.CompositePrimaryKey("thing", "fact", blank=True, editable=False, primary_key=True, serialize=False)),
                ("thing", models.CharField(max_length=80)),
                ("fact", models.BigIntegerField()),
            ],
        ),
        migrations.RunPython(add_search, migrations.RunPython.noop),
    ]
