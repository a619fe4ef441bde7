"""The entry that told a release last; a rebuild fills it in for older works."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0004_merged")]
    operations = [
        migrations.AddField("work", "released_seq", models.BigIntegerField(null=True)),
    ]
