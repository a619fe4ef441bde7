"""The ledger's tables, and the triggers that keep it append-only and without a gap."""

from django.db import migrations, models

import clapometer.ledger.fields

REFUSAL = "the ledger is append-only"

# SQLite's INSERT OR REPLACE removes a row without firing a delete trigger, so the insert trigger
# refuses every position but the next one; that also keeps the positions gapless.
SQLITE = (
    "CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger_ledgerentry"
    f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    "CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger_ledgerentry"
    f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    "CREATE TRIGGER ledger_next_position BEFORE INSERT ON ledger_ledgerentry"
    " WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger_ledgerentry)"
    f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}: the next entry takes the next position'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS"
    f" $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    "CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON ledger_ledgerentry"
    " FOR EACH ROW EXECUTE FUNCTION ledger_refuse()",
    "CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger_ledgerentry"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()",
    "CREATE FUNCTION ledger_check_positions() RETURNS trigger LANGUAGE plpgsql AS $$"
    " DECLARE lowest bigint; highest bigint; total bigint; BEGIN"
    " SELECT min(seq), max(seq), count(*) INTO lowest, highest, total FROM fresh;"
    " IF total > 0 AND (highest - lowest + 1 <> total OR (lowest <> 1 AND NOT EXISTS"
    " (SELECT 1 FROM ledger_ledgerentry WHERE seq = lowest - 1))) THEN"
    f" RAISE EXCEPTION '{REFUSAL}: the next entry takes the next position'; END IF;"
    " RETURN NULL; END $$",
    "CREATE TRIGGER ledger_next_position AFTER INSERT ON ledger_ledgerentry"
    " REFERENCING NEW TABLE AS fresh"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_check_positions()",
)


def cluster_texts(apps, schema_editor):
    """Keep SQLite's texts in the order of their key, without a second tree for it."""
    if schema_editor.connection.vendor != "sqlite":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'ledger_ledgertext'")
        definition = cursor.fetchone()[0]
    schema_editor.execute("DROP TABLE ledger_ledgertext", params=None)
    schema_editor.execute(f"{definition} WITHOUT ROWID", params=None)


def add_triggers(apps, schema_editor):
    """Create the triggers in the dialect of the database."""
    dialect = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in dialect:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("seq", clapometer.ledger.fields.RowId(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("happened_at", models.BigIntegerField(null=True)),
                ("recorded_at", models.BigIntegerField()),
                ("actor", models.CharField(max_length=80)),
                ("subject", models.CharField(max_length=80)),
                ("body", models.TextField()),
                ("leaf", models.BinaryField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name="LedgerText",
            fields=[
                ("pk", models.CompositePrimaryKey("seq", "field", blank=True, editable=False, primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("field", models.CharField(max_length=20)),
                ("salt", models.BinaryField(max_length=16)),
                ("text", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="LedgerCursor",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
            ],
        ),
        migrations.RunPython(cluster_texts, migrations.RunPython.noop),
        migrations.RunPython(add_triggers, migrations.RunPython.noop),
    ]
