"""Badges that change by time alone: found at once, because pages change with them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0004_adoption")]
    operations = [
        migrations.AddField("badgechange", "by_time", models.BooleanField(default=False)),
        migrations.RunSQL(
            "CREATE INDEX reviews_badges_by_time ON reviews_badgechange (at) WHERE by_time",
            "DROP INDEX reviews_badges_by_time",
        ),
    ]
