"""Scales of grades that a person confirmed, and the grades that are read by them."""

from django.db import migrations, models

import clapometer.ledger.fields

RowId = clapometer.ledger.fields.RowId
BIG = models.BigIntegerField


class Migration(migrations.Migration):
    dependencies = [("reviews", "0002_first_episodes")]
    operations = [
        migrations.CreateModel(
            name="ConfirmedScale",
            fields=[
                ("id", RowId(primary_key=True, serialize=False)),
                ("outlet_id", BIG(default=0)),
                ("critic_id", BIG(default=0)),
                ("scale", models.CharField(max_length=40)),
                ("since", BIG(null=True)),
                ("until", BIG(null=True)),
                ("evidence", models.TextField()),
                ("actor", models.CharField(max_length=80)),
                ("recorded_at", BIG()),
                ("voided_at", BIG(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="GradeReading",
            fields=[
                ("pk", models.CompositePrimaryKey("work_id", "seq", "confirmed_id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("work_id", BIG()),
                ("seq", BIG()),
                ("confirmed_id", BIG(db_index=True)),
                ("own", models.IntegerField(null=True)),
                ("value", models.IntegerField()),
                ("scale", models.CharField(max_length=40)),
                ("reading", models.CharField(max_length=20)),
            ],
        ),
    ]
