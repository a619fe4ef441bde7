from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('alerts', '0004_outbox_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Kept',
            fields=[
                ('name', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('work_id', models.BigIntegerField(db_index=True, default=0)),
                ('at', models.BigIntegerField()),
                ('said', models.TextField(default='{}')),
            ],
        ),
    ]
