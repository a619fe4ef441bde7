"""The instant of release; works of older entries have none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_catalogue")]
    operations = [
        migrations.AddField("work", "released", models.BigIntegerField(null=True)),
    ]
