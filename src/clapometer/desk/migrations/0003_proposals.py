"""The queue: texts that were taken in, what they propose, and what was decided."""

from django.db import migrations, models

BIG, TEXT, CASCADE = models.BigIntegerField, models.CharField, models.CASCADE


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_submission")]
    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("how", TEXT(max_length=10)),
                ("link", TEXT(default="", max_length=2000)),
                ("canonical", TEXT(default="", max_length=2000)),
                ("digest", TEXT(max_length=64, unique=True)),
                ("headline", TEXT(default="", max_length=500)),
                ("outlet", TEXT(default="", max_length=300)),
                ("byline", TEXT(default="", max_length=300)),
                ("published", TEXT(default="", max_length=40)),
                ("language", TEXT(default="", max_length=20)),
                ("topics", models.JSONField(default=list)),
                ("text", models.TextField(default="")),
                ("page", models.JSONField(default=dict)),
                ("taken_at", BIG()),
                ("taken_by", TEXT(max_length=80)),
                ("state", TEXT(default="waiting", max_length=10)),
                ("problem", TEXT(default="", max_length=500)),
                ("begun_at", BIG(null=True)),
                ("dropped_at", BIG(null=True)),
                ("story", BIG(null=True)),
            ],
            options={"indexes": [models.Index("state", "id", name="desk_readings")]},
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", TEXT(max_length=12)),
                ("claim", TEXT(default="", max_length=30)),
                ("fold", TEXT(max_length=200)),
                ("title", TEXT(max_length=500)),
                ("work", BIG(db_index=True, null=True)),
                ("said", models.JSONField(default=dict)),
                ("confidence", models.FloatField(default=0.0)),
                ("state", TEXT(default="waiting", max_length=10)),
                ("rank", BIG()),
                ("made_at", BIG()),
                ("settled_at", BIG(null=True)),
            ],
            options={
                "indexes": [
                    models.Index("state", "rank", "id", name="desk_queue"),
                    models.Index("fold", name="desk_folds"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["fold"],
                        condition=models.Q(state="waiting"),
                        name="desk_one_waiting",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Backing",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("start", models.IntegerField(default=0)),
                ("end", models.IntegerField(default=0)),
                ("quote", models.TextField(default="")),
                ("confidence", models.FloatField(default=0.0)),
                ("rule", TEXT(default="", max_length=100)),
                ("modality", TEXT(default="", max_length=20)),
                ("said", models.JSONField(default=dict)),
                ("proposal", models.ForeignKey("desk.Proposal", CASCADE, related_name="backings")),
                ("reading", models.ForeignKey("desk.Reading", CASCADE, related_name="backings")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["proposal", "reading", "start"], name="desk_one_backing"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("actor", TEXT(max_length=80)),
                ("at", BIG()),
                ("what", TEXT(max_length=10)),
                ("said", models.JSONField(default=dict)),
                ("entries", models.JSONField(default=list)),
                ("reason", TEXT(default="", max_length=500)),
                ("rule", TEXT(default="", max_length=500)),
                ("batch", TEXT(default="", max_length=40)),
                ("token", TEXT(max_length=130, null=True, unique=True)),
                ("proposal", models.ForeignKey("desk.Proposal", CASCADE, related_name="decisions")),
                (
                    "undoes",
                    models.OneToOneField(
                        "desk.Decision", CASCADE, null=True, related_name="undone_by"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index("actor", "at", name="desk_decided_by"),
                    models.Index("at", name="desk_decided"),
                    models.Index("batch", name="desk_batches"),
                ]
            },
        ),
    ]
