"""The door for web servers: `gunicorn notes.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "notes.settings")
# No visitor keeps PostgreSQL busy for longer; commands, which nobody waits for, may.
os.environ.setdefault("PGOPTIONS", "-c statement_timeout=30s")

application = get_wsgi_application()
