"""Forms that editors sent, so that one sent twice is written once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_desk")]
    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("token", models.CharField(max_length=130, primary_key=True, serialize=False)),
                ("actor", models.CharField(max_length=80)),
                ("seq", models.BigIntegerField()),
                ("made_at", models.BigIntegerField()),
            ],
            options={"indexes": [models.Index("actor", "made_at", name="desk_submissions")]},
        ),
    ]
