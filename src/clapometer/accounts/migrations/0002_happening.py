"""What happened to members: roles, invitations, removals, passkeys. Numbers only."""

from django.db import migrations, models

import clapometer.instants


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_accounts")]
    operations = [
        migrations.CreateModel(
            name="Happening",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.BigIntegerField(default=clapometer.instants.now)),
                ("what", models.CharField(max_length=10)),
                ("by", models.CharField(max_length=30)),
                ("member", models.BigIntegerField(null=True)),
                ("role", models.CharField(default="", max_length=10)),
                ("before", models.CharField(default="", max_length=10)),
                ("invitation", models.BigIntegerField(null=True)),
            ],
        ),
    ]
