"""The tables of people."""

from django.db import migrations, models

import clapometer.accounts.models
import clapometer.instants


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Member",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(blank=True, default="", max_length=80)),
                ("role", models.CharField(max_length=10)),
                ("joined_at", models.BigIntegerField(default=clapometer.instants.now)),
                ("seal", models.CharField(default=clapometer.accounts.models.new_seal, max_length=32)),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("email", models.EmailField(blank=True, default="", max_length=254)),
                ("role", models.CharField(max_length=10)),
                ("expires_at", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                ("value", models.TextField()),
                ("expires", models.DateTimeField(db_index=True)),
            ],
        ),
    ]
