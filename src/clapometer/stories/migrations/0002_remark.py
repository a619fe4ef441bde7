from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("stories", "0001_stories"),
    ]

    operations = [
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("story", models.BigIntegerField(db_index=True)),
                ("member", models.ForeignKey(on_delete=models.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("text", models.TextField()),
                ("posted_at", models.BigIntegerField()),
                ("state", models.CharField(default="waiting", max_length=10)),
                ("decided_at", models.BigIntegerField(null=True)),
                ("decided_by", models.CharField(default="", max_length=80)),
            ],
            options={
                "indexes": [models.Index(models.F("state"), models.F("posted_at"), name="stories_remarks_waiting")],
            },
        ),
    ]
