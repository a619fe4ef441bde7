from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('alerts', '0005_kept'),
    ]

    operations = [
        migrations.AddField(
            model_name='follower',
            name='push_declined_at',
            field=models.BigIntegerField(null=True),
        ),
    ]
