import clapometer.ledger.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Story",
            fields=[
                ("id", clapometer.ledger.fields.RowId(primary_key=True, serialize=False)),
                ("key", models.CharField(db_index=True, max_length=64)),
                ("link", models.CharField(default="", max_length=2000)),
                ("headline", models.TextField(default="")),
                ("outlet", models.CharField(default="", max_length=300)),
                ("happened_at", models.BigIntegerField(null=True)),
                ("dated", models.CharField(max_length=10)),
                ("language", models.CharField(default="", max_length=40)),
                ("recorded_at", models.BigIntegerField()),
                ("actor", models.TextField(default="")),
                ("at", models.BigIntegerField(db_index=True)),
                ("undone", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("slug", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name="StoryTopic",
            fields=[
                ("pk", models.CompositePrimaryKey("topic", "story", blank=True, editable=False, primary_key=True, serialize=False)),
                ("topic", models.CharField(max_length=80)),
                ("story", models.BigIntegerField(db_index=True)),
                ("place", models.IntegerField()),
                ("printed", models.CharField(max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name="Support",
            fields=[
                ("id", clapometer.ledger.fields.RowId(primary_key=True, serialize=False)),
                ("story", models.BigIntegerField(db_index=True)),
                ("fact", models.BigIntegerField(db_index=True)),
                ("as_of", models.CharField(default="", max_length=40)),
                ("claim", models.CharField(max_length=30)),
                ("season", models.IntegerField(null=True)),
                ("modality", models.CharField(max_length=20)),
                ("printed", models.TextField(default="")),
                ("quote", models.TextField(default="")),
                ("recorded_at", models.BigIntegerField()),
                ("until", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Settled",
            fields=[
                ("id", clapometer.ledger.fields.RowId(primary_key=True, serialize=False)),
                ("facts", models.CharField(db_index=True, max_length=1000)),
                ("reason", models.TextField(default="")),
                ("actor", models.TextField(default="")),
                ("recorded_at", models.BigIntegerField()),
                ("undone", models.BigIntegerField(null=True)),
            ],
        ),
    ]
