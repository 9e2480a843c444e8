"""The documents that search looks through, and each database's own index of them."""

from django.db import migrations, models

# FTS5 reads the documents' texts where they stand; "ascii" takes tokens as they come.
SQLITE = (
    "CREATE VIRTUAL TABLE conferences_search USING fts5 ("
    "words, stems, content='conferences_searchdoc', content_rowid='id',"
    " tokenize='ascii', prefix='2 3', columnsize=0)"
)
POSTGRESQL = (
    "ALTER TABLE conferences_searchdoc ADD COLUMN vector tsvector",
    # Rare words are looked up in the index only where the planner knows that they are rare.
    "ALTER TABLE conferences_searchdoc ALTER COLUMN vector SET STATISTICS 2000",
    "CREATE INDEX conferences_searchdoc_vector ON conferences_searchdoc USING gin (vector)",
)


def create_index(apps, schema_editor):
    statements = [SQLITE] if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    for statement in statements:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    """On PostgreSQL it goes with the table."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE conferences_search")


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchDoc",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("key", models.CharField(help_text="Of the row.", max_length=32, unique=True)),
                ("title", models.TextField()),
                ("names", models.TextField(blank=True, help_text="One a line.")),
                ("text", models.TextField(blank=True)),
                ("words", models.TextField(help_text="Folded, of title, names and text.")),
                ("stems", models.TextField(help_text="Of the words, in the same places.")),
                ("year", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SearchTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=40, unique=True)),
            ],
            options={
                "ordering": ["word"],
            },
        ),
        migrations.RunPython(create_index, drop_index),
    ]
