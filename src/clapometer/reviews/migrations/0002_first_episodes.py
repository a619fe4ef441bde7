"""The mark of a review that judges the first episodes only; no older entry bears it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_reviews")]
    operations = [
        migrations.AddField(
            "reviewevent", "first_episodes", models.SmallIntegerField(default=0, db_default=0)
        ),
        migrations.AddIndex(
            "reviewevent",
            models.Index(
                condition=models.Q(("first_episodes", 1)),
                fields=["work_id", "seq"],
                name="reviews_first_episodes",
            ),
        ),
    ]
