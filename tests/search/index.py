"""The index as it is stored, for comparing, and whether the engine holds just that."""

from django.db import connection

from conferences.models import SearchDoc
from conferences.search.postgresql import vector_of


def stored_index():
    """Every document by its key, after a look into the engine."""
    check_engine()
    return {doc.pop("key"): doc for doc in SearchDoc.objects.values("kind", "key", *SearchDoc.MADE)}


def check_engine():
    """Fails where the engine has other tokens than the documents."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # Rank 1: also against the documents' own texts.
            cursor.execute(
                "INSERT INTO conferences_search (conferences_search, rank)"
                " VALUES ('integrity-check', 1)"
            )
            return
        for doc in SearchDoc.objects.all():
            cursor.execute(
                "SELECT vector = %s::tsvector FROM conferences_searchdoc WHERE id = %s",
                [vector_of(doc.words, doc.stems), doc.pk],
            )
            assert cursor.fetchone() == (True,)
