"""Names that were corrected, and on which hosts of the web outlets' reviews stand."""

import clapometer.ledger.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0005_badge_by_time")]
    operations = [
        migrations.CreateModel(
            name="FormerName",
            fields=[
                ("seq", clapometer.ledger.fields.RowId(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=10)),
                ("named_id", models.BigIntegerField()),
                ("key", models.TextField()),
                ("voided_at", models.BigIntegerField(null=True)),
            ],
            options={"indexes": [models.Index("kind", "key", name="reviews_former_name")]},
        ),
        migrations.CreateModel(
            name="LinkHost",
            fields=[
                ("pk", models.CompositePrimaryKey("host", "outlet_id", blank=True, editable=False,
                                                  primary_key=True, serialize=False)),
                ("host", models.CharField(max_length=253)),
                ("outlet_id", models.BigIntegerField()),
                ("seq", models.BigIntegerField()),
            ],
        ),
    ]
