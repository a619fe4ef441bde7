from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("signals", "0001_charts")]

    operations = [
        migrations.AddField("placing", "staggered", models.BooleanField(null=True)),
        migrations.CreateModel(
            name="Point",
            fields=[
                ("pk", models.CompositePrimaryKey("counter", "at", "seq", blank=True, editable=False, primary_key=True, serialize=False)),
                ("counter", models.BigIntegerField()),
                ("at", models.BigIntegerField()),
                ("seq", models.BigIntegerField()),
                ("until", models.BigIntegerField(null=True)),
                ("whole_day", models.BooleanField()),
                ("digits", models.BigIntegerField()),
                ("places", models.SmallIntegerField()),
                ("bound", models.CharField(max_length=1)),
            ],
        ),
    ]
