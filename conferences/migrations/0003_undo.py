import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("conferences", "0002_search")]

    operations = [
        migrations.AddField(
            "run",
            "changed_at",
            models.DateTimeField(auto_now=True, default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AlterField(
            "run",
            "counts",
            models.JSONField(default=dict, help_text="Of rows, by what became of them."),
        ),
        migrations.AddField(
            "version",
            "withdrawn_by",
            models.ForeignKey(
                blank=True,
                help_text="The undoing of its run: it never speaks again.",
                null=True,
                on_delete=models.PROTECT,
                related_name="withdrawn_versions",
                to="conferences.run",
            ),
        ),
    ]
