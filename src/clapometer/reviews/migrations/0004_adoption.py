"""The rules that the site has adopted, with their instants."""

from django.db import migrations, models

import clapometer.ledger.fields


class Migration(migrations.Migration):
    dependencies = [("reviews", "0003_confirmed_scales")]
    operations = [
        migrations.CreateModel(
            name="Adoption",
            fields=[
                ("seq", clapometer.ledger.fields.RowId(primary_key=True, serialize=False)),
                ("since", models.BigIntegerField(null=True)),
                ("recorded_at", models.BigIntegerField()),
                ("undone_by", models.BigIntegerField(null=True)),
                ("undone_at", models.BigIntegerField(null=True)),
                ("name", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("data", models.TextField()),
                ("reason", models.TextField(default="")),
            ],
        ),
    ]
