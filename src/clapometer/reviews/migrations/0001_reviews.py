"""The tables of reviews. On SQLite those read by their whole key are kept in its order."""

import django.db.models.deletion
from django.db import migrations, models

import clapometer.ledger.fields

RowId = clapometer.ledger.fields.RowId
BIG = models.BigIntegerField


def work_key(**options):
    return models.OneToOneField(
        db_constraint=False,
        on_delete=django.db.models.deletion.DO_NOTHING,
        primary_key=True,
        serialize=False,
        to="catalogue.work",
        **options,
    )


def cluster(table):
    """Return an operation that rebuilds an (empty) SQLite table without a separate row id."""

    def run(apps, schema_editor):
        if schema_editor.connection.vendor != "sqlite":
            return
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [table])
            definition = cursor.fetchone()[0]
        schema_editor.execute(f"DROP TABLE {table}", params=None)
        schema_editor.execute(f"{definition} WITHOUT ROWID", params=None)

    return migrations.RunPython(run, migrations.RunPython.noop)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("catalogue", "0001_catalogue")]
    operations = [
        migrations.CreateModel(
            name="Outlet",
            fields=[
                ("id", RowId(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("key", models.TextField(unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Critic",
            fields=[
                ("id", RowId(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("key", models.TextField(unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", RowId(primary_key=True, serialize=False)),
                ("critic_id", BIG(default=0)),
                ("outlet_id", BIG(default=0)),
                ("work_id", BIG()),
                ("mark", models.CharField(default="", max_length=200)),
                ("standing", BIG(null=True)),
                ("copy_of", BIG(null=True)),
                ("repeats", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("critic_id"),
                        models.F("outlet_id"),
                        models.F("work_id"),
                        models.F("mark"),
                        name="one_reviewer",
                    )
                ],
                "indexes": [models.Index(models.F("outlet_id"), name="reviews_by_outlet")],
            },
        ),
        migrations.CreateModel(
            name="ReviewEvent",
            fields=[
                ("pk", models.CompositePrimaryKey("work_id", "seq", blank=True, editable=False, primary_key=True, serialize=False)),
                ("work_id", BIG()),
                ("seq", BIG()),
                ("review_id", BIG()),
                ("critic_id", BIG(null=True)),
                ("kind", models.CharField(max_length=10)),
                ("happened_at", BIG(null=True)),
                ("recorded_at", BIG()),
                ("voided_at", BIG(null=True)),
                ("positive", models.SmallIntegerField(null=True)),
                ("grade", models.IntegerField(null=True)),
                ("top", models.SmallIntegerField(default=0)),
                ("digest", BIG()),
            ],
        ),
        migrations.CreateModel(
            name="WorkPosition",
            fields=[("work", work_key()), ("seq", BIG(db_index=True))],
        ),
        migrations.CreateModel(
            name="HistoryPoint",
            fields=[
                ("pk", models.CompositePrimaryKey("work_id", "counts", "at", blank=True, editable=False, primary_key=True, serialize=False)),
                ("work_id", BIG()),
                ("counts", models.SmallIntegerField()),
                ("at", BIG()),
                ("count", models.IntegerField()),
                ("positive", models.IntegerField()),
                ("graded", models.IntegerField()),
                ("grade_sum", BIG()),
                ("grade_squares", BIG()),
                ("top_count", models.IntegerField()),
                ("top_positive", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="BadgeChange",
            fields=[
                ("pk", models.CompositePrimaryKey("work_id", "at", blank=True, editable=False, primary_key=True, serialize=False)),
                ("work_id", BIG()),
                ("at", BIG()),
                ("state", models.CharField(max_length=10)),
                ("seq", BIG()),
            ],
        ),
        migrations.CreateModel(
            name="WorkScore",
            fields=[
                ("work", work_key(related_name="score")),
                ("count", models.IntegerField()),
                ("positive", models.IntegerField()),
                ("graded", models.IntegerField()),
                ("grade_sum", BIG()),
                ("printed", models.IntegerField(null=True)),
                ("band", models.CharField(default="", max_length=40)),
                ("badge", models.CharField(default="none", max_length=10)),
                ("before", models.IntegerField(null=True)),
                ("moved_at", BIG(db_index=True, null=True)),
                ("moved_by", BIG(null=True)),
                ("undated", models.IntegerField(default=0)),
                ("copies", models.BooleanField(default=False)),
            ],
        ),
        cluster("reviews_reviewevent"),
        cluster("reviews_historypoint"),
        migrations.RunSQL(
            # Most reviews have one entry, which bears the review's own number; only later ones
            # need an index of their own.
            "CREATE INDEX reviews_later_entries ON reviews_reviewevent (review_id)"
            " WHERE seq <> review_id",
            migrations.RunSQL.noop,
        ),
    ]
