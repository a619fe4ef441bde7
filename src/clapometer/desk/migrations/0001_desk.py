"""The desk's tables."""

from django.db import migrations, models

import clapometer.ledger.fields

BIG = models.BigIntegerField


class Migration(migrations.Migration):
    initial = True
    dependencies = [("reviews", "0001_reviews")]
    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", clapometer.ledger.fields.RowId(primary_key=True, serialize=False)),
                ("file_name", models.CharField(max_length=255)),
                ("file_hash", models.CharField(db_index=True, max_length=64)),
                ("profile", models.CharField(default="", max_length=100)),
                ("state", models.CharField(default="running", max_length=10)),
                ("started_at", BIG()),
                ("rows", BIG(default=0)),
                ("added", BIG(default=0)),
                ("unchanged", BIG(default=0)),
                ("refused", BIG(default=0)),
                ("last", BIG(null=True)),
            ],
        ),
    ]
